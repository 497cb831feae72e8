//! Writes blocks one after another: opens and closes the lists, the quotes and the tables that
//! hold them.

use super::line::{Line, Stands};
use super::listed::typed;
use super::style::{Place, Style};

/// Deeper items are written at this depth.
const LEVEL_MAX: usize = 9;

/// What a cell weighs while it waits, beside its text, in bytes.
const CELL: usize = 24;

/// How what is pasted is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum As {
    /// With the marks of Markdown.
    #[default]
    Markdown,
    /// Words alone, a line each; dashes for items, for fields that show no Markdown.
    Words,
}

/// What an item begins with.
#[derive(Clone, Copy, Default)]
pub(super) struct Item {
    /// Its number, 0 for a bullet.
    pub(super) number: usize,
    /// Whether its box is ticked, if it has one.
    pub(super) ticked: Option<bool>,
    /// Whether its number is surely the one that is seen.
    pub(super) is_exact: bool,
}

/// A list that is open.
struct List {
    /// The number of its last item, 0 for bullets.
    last: usize,
    /// That number as it was typed.
    typed: usize,
    /// How wide the sign of that item is, with the space after it.
    width: usize,
    /// What follows its numbers: another sign is another list.
    end: char,
}

/// A line with the sign of an item as people type it.
struct Typed {
    line: Line,
    text: String,
    /// The number of its sign (0 for a dash), and how long that is.
    sign: (usize, usize),
    /// Whether the line before had a sign of the same sort.
    follows: bool,
}

#[derive(Default)]
pub(super) struct Blocks {
    out: String,
    how: As,
    lists: Vec<List>,
    /// How many lists are around the whole: those of a quote in an item begin under it.
    base: usize,
    /// The item that the whole begins, if it is a quote that does.
    begins: Option<Item>,
    row: Vec<String>,
    rows: Vec<Vec<String>>,
    /// How many rows more each column is held by a cell above.
    held: Vec<usize>,
    /// What waits in `row` and `rows`, in bytes.
    waiting: usize,
    /// A line that begins with a sign that could be words, until the next one says.
    typed: Option<Typed>,
    /// The level of the item that the table is in, and the item if it begins with the table.
    table: (usize, Option<Item>),
}

impl Blocks {
    pub(super) fn new(how: As) -> Self {
        Self { how, ..Self::default() }
    }

    /// What stands in a quote at this level, which begins `item` if it begins one.
    pub(super) fn quoted(&mut self, level: usize, item: Option<Item>) -> Self {
        self.end_typed(None);
        Self { how: self.how, base: level, begins: item, ..Self::default() }
    }

    /// Puts a quote that is whole.
    pub(super) fn add_quote(&mut self, mut quote: Self) {
        let (level, item) = (quote.base, quote.begins.take());
        let result = quote.finish();
        if result.is_empty() {
            return;
        }
        let lines = result.split('\n').map(|line| format!("> {line}").trim_end().to_owned());
        let text = lines.collect::<Vec<_>>().join("\n");
        self.end_row();
        self.end_table();
        self.stand(&text, level, item);
    }

    /// Writes a block at a level, as an item if it begins one.
    fn stand(&mut self, text: &str, level: usize, item: Option<Item>) {
        let level = level.saturating_sub(self.base);
        if let Some(item) = item.filter(|_| level > 0) {
            self.add_item(text, level, item);
        } else {
            self.lists.truncate(level);
            self.put("", text, false);
        }
    }

    pub(super) fn len(&self) -> usize {
        let typed = self.typed.as_ref().map_or(0, |typed| typed.text.len());
        self.out.len() + self.waiting + typed
    }

    /// The whole, once everything is closed.
    pub(super) fn finish(mut self) -> String {
        self.end_typed(None);
        self.end_row();
        self.end_table();
        self.out
    }

    /// A block, and the item that it begins, if it begins one.
    pub(super) fn add(&mut self, mut line: Line, style: Style, item: Option<Item>) {
        self.end_row();
        self.end_table();
        let heading = if style.level <= self.base { style.heading } else { 0 };
        let text = match style.place {
            Place::Code => self.code(&line.plain()),
            _ if self.how == As::Words => line.plain(),
            _ if heading > 0 => {
                format!("{} {}", "#".repeat(heading), line.markdown(Stands::Heading))
            }
            _ => line.markdown(Stands::Paragraph),
        };
        let is_free = item.is_none() && style.level <= self.base && heading == 0;
        let sign = typed(line.signs()).filter(|_| is_free && style.place == Place::Body);
        let follows = self.end_typed(sign);
        match sign {
            Some(sign) => self.typed = Some(Typed { line, text, sign, follows }),
            None => self.stand(&text, style.level, item),
        }
    }

    /// Writes the line that waits: an item if the one before it has a sign of its sort, or the
    /// next one, which has `sign`. Gives back whether the next one follows it.
    fn end_typed(&mut self, sign: Option<(usize, usize)>) -> bool {
        let Some(Typed { mut line, text, sign: (number, length), follows }) = self.typed.take()
        else {
            return false;
        };
        let is_followed = sign.is_some_and(|(next, _)| match number {
            0 => next == 0,
            number => next == number + 1,
        });
        if !(follows || is_followed) {
            self.stand(&text, self.base, None);
            return false;
        }
        line.skip(length);
        let text = match self.how {
            As::Markdown => line.markdown(Stands::Paragraph),
            As::Words => line.plain(),
        };
        let item = Item { number, ..Item::default() };
        self.stand(&text, self.base + 1, Some(item));
        is_followed
    }

    pub(super) fn add_rule(&mut self, level: usize) {
        self.end_typed(None);
        self.end_table();
        if self.how == As::Markdown {
            self.stand("---", level, None);
        }
    }

    /// A cell, and the item that its table begins, if it begins one.
    pub(super) fn add_cell(&mut self, mut line: Line, style: Style, item: Option<Item>) {
        self.end_typed(None);
        self.table = (style.level, item.or(self.table.1));
        let text = match self.how {
            As::Markdown => line.markdown(Stands::Cell),
            As::Words => line.plain().replace('\n', " "),
        };
        self.skip_held();
        self.waiting += text.len() + CELL * style.span;
        let at = self.row.len();
        self.row.push(text);
        self.row.resize(at + style.span.max(1), String::new());
        if style.rows > 1 {
            self.held.resize(self.held.len().max(self.row.len()), 0);
            self.held[at..self.row.len()].fill(style.rows);
        }
    }

    /// Leaves empty what a cell above holds.
    fn skip_held(&mut self) {
        while self.held.get(self.row.len()).is_some_and(|rows| *rows > 0) {
            self.row.push(String::new());
            self.waiting += CELL;
        }
    }

    pub(super) fn end_row(&mut self) {
        if self.row.is_empty() {
            return;
        }
        self.skip_held();
        self.held.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        let row = std::mem::take(&mut self.row);
        if row.iter().any(|cell| !cell.is_empty()) {
            self.rows.push(row);
        }
    }

    pub(super) fn end_table(&mut self) {
        self.held.clear();
        let rows = std::mem::take(&mut self.rows);
        self.waiting = 0;
        let (level, item) = std::mem::take(&mut self.table);
        let Some(widest) = rows.iter().map(Vec::len).max() else { return };
        let mut text = String::new();
        for (at, row) in rows.iter().enumerate() {
            if self.how == As::Words {
                let cells: Vec<&str> =
                    row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
                text.push_str(&format!("{}\n", cells.join(" | ")));
                continue;
            }
            text.push_str(&format!("| {} |", row.join(" | ")));
            if at == 0 {
                // Cells beyond those of the head would not be shown.
                text.push_str(&"  |".repeat(widest - row.len()));
                text.push_str(&format!("\n|{}", " --- |".repeat(widest)));
            }
            text.push('\n');
        }
        self.stand(text.trim_end_matches('\n'), level, item);
    }

    fn code(&self, text: &str) -> String {
        let text = text.trim_matches('\n');
        if self.how == As::Words {
            return text.to_owned();
        }
        let mut result = String::with_capacity(text.len());
        let (mut longest, mut marks) = (0, 0);
        for sign in text.chars() {
            marks = if sign == '`' { marks + 1 } else { 0 };
            longest = longest.max(marks);
            if sign != '\n' || !result.ends_with("\n\n\n") {
                result.push(sign);
            }
        }
        let fence = "`".repeat((longest + 1).max(3));
        format!("{fence}\n{result}\n{fence}")
    }

    fn add_item(&mut self, text: &str, level: usize, item: Item) {
        // An item three levels under nothing is under nothing.
        let level = level.min(self.lists.len() + 1).min(LEVEL_MAX);
        let begun = !self.lists.is_empty();
        self.lists.truncate(level);
        if self.lists.get(level - 1).is_some_and(|list| (list.last > 0) != (item.number > 0)) {
            self.lists.truncate(level - 1);
        }
        // What comes after another number than the one before it is another list, with another
        // sign: Markdown counts by itself.
        let mut end = '.';
        if let Some(list) = self.lists.get(level - 1)
            && list.last > 0
            && item.number != list.typed + 1
            // Numbers that are typed may be all the same.
            && (item.is_exact || item.number != list.typed)
        {
            end = if list.end == '.' { ')' } else { '.' };
            self.lists.truncate(level - 1);
        }
        // A number in the middle of a paragraph begins a list only if it is 1.
        let mut is_tight = begun && (!self.lists.is_empty());
        if let Some(list) = self.lists.get_mut(level - 1) {
            list.last += usize::from(list.last > 0);
            list.typed = item.number;
        } else {
            is_tight &= item.number <= 1 && end == '.';
            self.lists.push(List { last: item.number, typed: item.number, width: 0, end });
        }
        let Some(list) = self.lists.last_mut() else { return };
        let sign =
            if list.last > 0 { format!("{}{} ", list.last, list.end) } else { "- ".to_owned() };
        list.width = sign.len();
        let ticked = match (item.ticked, self.how) {
            (None, _) => "",
            (Some(true), As::Markdown) => "[x] ",
            (Some(false), As::Markdown) => "[ ] ",
            (Some(true), As::Words) => "☑ ",
            (Some(false), As::Words) => "☐ ",
        };
        self.put(&sign, &format!("{ticked}{text}"), is_tight);
    }

    /// Writes `text` after `sign`, its lines under one another; right under what is before if
    /// it is `tight`.
    fn put(&mut self, sign: &str, text: &str, tight: bool) {
        let width: usize = self.lists.iter().map(|list| list.width).sum();
        if !self.out.is_empty() {
            self.out.push('\n');
            if !tight && self.how == As::Markdown {
                self.out.push('\n');
            }
        }
        let under = " ".repeat(width);
        for (at, line) in text.split('\n').enumerate() {
            if at == 0 {
                let before = " ".repeat(width - sign.len().min(width));
                self.out.push_str(&format!("{before}{sign}{line}"));
            } else {
                self.out.push('\n');
                self.out.push_str(if line.is_empty() { "" } else { &under });
                self.out.push_str(line);
            }
        }
    }
}
