//! The lines of a text as people see them: paragraphs cut at the width of a mail are whole again,
//! items hold the lines under them, cells of a spreadsheet stand in their row.

use super::cut::{cuts, is_short, join};
use super::item::{self, Item, Kind};
use super::speech::is_speech;

/// How many lines away an item may be from the one before it.
const REACH: usize = 12;

/// On how many lines a row of a spreadsheet may be.
const ROW_LINES_MAX: usize = 20;

/// The most columns of a table.
const COLUMNS_MAX: usize = 40;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Blank,
    Item(Item),
    Text(Text),
    /// Rows of cells.
    Table(Vec<Vec<String>>),
    /// What a mail answers to, without its marks.
    Quote(Vec<String>),
    Rule,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    /// How many blanks stand before it.
    pub(super) indent: usize,
    /// The lines that are seen apart.
    pub(super) lines: Vec<String>,
    /// Whether a line of it was cut, and is whole again.
    pub(super) is_wrapped: bool,
}

impl Text {
    /// How much it says.
    pub(super) fn length(&self) -> usize {
        self.lines.iter().map(|line| line.chars().count()).sum()
    }
}

/// What a line is before those around it are known.
enum Raw<'l> {
    Blank,
    Item(Item),
    Text(&'l str),
}

/// Reads lines; those of a quote that follow one another are of one paragraph.
pub(super) fn read(lines: &[&str], in_quote: bool) -> Vec<Line> {
    let is_cut = cuts(lines);
    let raw = raw(lines, &is_cut);
    // Without a blank line anywhere, each line is a paragraph.
    let mut is_apart = lines.windows(3).map(|three| three[1].trim().is_empty());
    let parts_paragraphs = in_quote || is_apart.any(|blank| blank);
    let mut list: Vec<Line> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let (found, length) = taken_together(&lines[at..]);
        if let Some(found) = found {
            list.push(found);
            at += length;
            continue;
        }
        let goes_on = at > 0 && is_cut[at - 1];
        match &raw[at] {
            Raw::Blank => list.push(Line::Blank),
            Raw::Item(item) => list.push(Line::Item(item.clone())),
            Raw::Text(text) => {
                let indent = indent_of(lines[at]);
                match list.last_mut() {
                    Some(Line::Item(item)) if goes_on => join(&mut item.text, text),
                    Some(Line::Item(item)) if indent > item.indent + 1 => {
                        item.text.push_str(&format!("\n{text}"));
                    }
                    Some(Line::Text(before)) if goes_on => {
                        before.is_wrapped = true;
                        if let Some(last) = before.lines.last_mut() {
                            join(last, text);
                        }
                    }
                    Some(Line::Text(before))
                        if parts_paragraphs
                            && before.lines.last().is_some_and(is_short)
                            && is_short(text) =>
                    {
                        before.lines.push((*text).to_owned());
                    }
                    _ => list.push(Line::Text(Text {
                        indent,
                        lines: vec![(*text).to_owned()],
                        is_wrapped: false,
                    })),
                }
            }
        }
        at += 1;
    }
    list
}

fn indent_of(line: &str) -> usize {
    line.chars().take_while(|sign| sign.is_whitespace()).count()
}

/// What each line is. An item whose sign could be words is one only beside another; a dash
/// where a sentence was cut is none.
fn raw<'l>(lines: &[&'l str], is_cut: &[bool]) -> Vec<Raw<'l>> {
    let mut candidates: Vec<Option<Item>> =
        lines.iter().map(|line| item::candidate(line)).collect();
    for at in is_speech(lines, &candidates) {
        candidates[at] = None;
    }
    without_initials(&mut candidates);
    // A long dash before the last line signs the text.
    let is_blank = |line: &str| line.trim().is_empty();
    if let Some(last) = lines.iter().rposition(|line| !is_blank(line))
        && !lines[..last].iter().all(|line| is_blank(line))
        && candidates.iter().flatten().filter(|item| is_dash(item)).count() == 1
        && candidates[last].as_ref().is_some_and(|item| item.indent == 0 && is_dash(item))
        && lines[last].trim_start().starts_with('—')
    {
        candidates[last] = None;
    }
    let mut raws: Vec<Raw> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let text = || Raw::Text(line.trim_start().trim_end_matches([' ', '\t']));
        raws.push(match &candidates[at] {
            _ if line.trim().is_empty() => Raw::Blank,
            Some(item) if is_item(&candidates, &raws, lines, at, item, is_cut) => {
                let before = raws.iter().rev().take(REACH).find_map(|raw| match raw {
                    Raw::Item(before) if before.indent == item.indent => Some(before),
                    Raw::Item(_) | Raw::Blank | Raw::Text(_) => None,
                });
                let item = before.map_or_else(|| item.clone(), |before| item::after(item, before));
                Raw::Item(Item { may_be_words: false, ..item })
            }
            Some(_) | None => text(),
        });
    }
    raws
}

/// Capitals before names (`J. Roy`, `K. Tremblay`) are no numbers, unless they count from A on.
fn without_initials(candidates: &mut [Option<Item>]) {
    let is_capital = |item: &Item| {
        item.may_be_words && matches!(item.kind, Kind::Letters('.', true) | Kind::Roman('.', true))
    };
    // I, V and X are letters too.
    let letter = |item: &Item| match (item.kind, item.number) {
        (Kind::Roman(..), 1) => 9,
        (Kind::Roman(..), 5) => 22,
        (Kind::Roman(..), 10) => 24,
        (_, number) => number,
    };
    let of = |is: fn(&Kind) -> bool| {
        candidates.iter().flatten().filter(move |item| is_capital(item) && is(&item.kind))
    };
    let counts = |numbers: Vec<usize>| {
        numbers.first().is_none_or(|first| *first == 1)
            && numbers.windows(2).all(|two| two[1] == two[0] + 1 || two[1] == 1)
    };
    let letters = of(|kind| matches!(kind, Kind::Letters(..) | Kind::Roman(..))).map(letter);
    let romans = of(|kind| matches!(kind, Kind::Roman(..))).map(|item| item.number);
    let only = of(|kind| matches!(kind, Kind::Letters(..))).map(|item| item.number);
    let are_items = counts(letters.collect()) || counts(romans.collect()) && counts(only.collect());
    if !are_items {
        for candidate in candidates.iter_mut().filter(|it| it.as_ref().is_some_and(is_capital)) {
            *candidate = None;
        }
    }
}

fn is_dash(item: &Item) -> bool {
    matches!(item.kind, Kind::Sign('–' | '—')) && item.ticked.is_none()
}

fn is_item(
    candidates: &[Option<Item>],
    words: &[Raw],
    lines: &[&str],
    at: usize,
    item: &Item,
    is_cut: &[bool],
) -> bool {
    let goes_on = at > 0 && is_cut[at - 1] && matches!(words[at - 1], Raw::Text(_));
    if !(item.may_be_words || goes_on && item::may_be_cut(item)) {
        return true;
    }
    // `o` is a word of other languages: it begins an item under a bullet alone.
    let is_bullet = |it: &Raw| matches!(it, Raw::Item(Item { kind: Kind::Sign(sign), .. }) if "•●·▪o".contains(*sign));
    if item.kind == Kind::Sign('o') && !words.iter().rev().take(REACH).any(is_bullet) {
        return false;
    }
    // A paragraph of its own ends the list.
    let parts = |at: usize| {
        at > 0
            && candidates[at].is_none()
            && !lines[at].trim().is_empty()
            && lines[at - 1].trim().is_empty()
            && indent_of(lines[at]) <= item.indent
    };
    let before = (at.saturating_sub(REACH)..at).rev().take_while(|it| !parts(*it));
    let is_after = before.filter_map(|it| match &words[it] {
        Raw::Item(before) => Some(before),
        Raw::Blank | Raw::Text(_) => None,
    });
    let mut is_after = is_after.take(REACH);
    if is_after.any(|before| item::follows(item, before)) {
        return true;
    }
    // The first one: not in the middle of a sentence, nor a part of nothing.
    let after = (at + 1..lines.len().min(at + REACH)).take_while(|it| !parts(*it));
    !goes_on
        && !item.is_part()
        && after.filter_map(|it| candidates[it].as_ref()).any(|next| item::follows(next, item))
}

/// Lines that are one thing together: a table of a spreadsheet, a quote of a mail, a rule.
fn taken_together(lines: &[&str]) -> (Option<Line>, usize) {
    let quoted: Vec<String> =
        lines.iter().map_while(|line| unquoted(line)).map(str::to_owned).collect();
    // `> 65 ans : 5 $` answers to nobody.
    let is_number = |line: &String| line.starts_with(|sign: char| sign.is_ascii_digit());
    let is_price = quoted.len() == 1 && is_number(&quoted[0]);
    if !quoted.is_empty() && !is_price {
        let length = quoted.len();
        return (Some(Line::Quote(quoted)), length);
    }
    let first = lines[0].trim();
    let sign = first.chars().next().unwrap_or_default();
    if first.len() > 2 && "-_*=".contains(sign) && first.chars().all(|it| it == sign) {
        return (Some(Line::Rule), 1);
    }
    let (mut rows, mut length): (Vec<Vec<String>>, usize) = (vec![], 0);
    while let Some((row, count)) = lines.get(length..).and_then(row) {
        // Cells beyond those of the head would not be shown.
        let widest = rows.first().map_or(COLUMNS_MAX, Vec::len);
        if row.len() > widest {
            break;
        }
        rows.push(row);
        length += count;
    }
    if rows.len() < 2 {
        return (None, 1);
    }
    // A table in a margin: no row says anything in its first column.
    while rows.iter().all(|row| row.len() > 1 && row[0].is_empty()) {
        for row in &mut rows {
            row.remove(0);
        }
    }
    (Some(Line::Table(rows)), length)
}

/// A line of what a mail answers to, without its mark.
fn unquoted(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix('>')?;
    Some(rest.strip_prefix(' ').unwrap_or(rest))
}

/// The cells of a row that a spreadsheet copied, and on how many lines: a cell of several lines is
/// between quotation marks.
fn row(lines: &[&str]) -> Option<(Vec<String>, usize)> {
    let first = lines.first()?;
    let opens = first.starts_with('"') && first.matches('"').count() % 2 == 1;
    if !(first.contains('\t') || opens) || first.trim().is_empty() || item::read(first).is_some() {
        return None;
    }
    // Blanks before a paragraph are no cell.
    if first.starts_with('\t') && !first.trim_start().contains('\t') {
        return None;
    }
    let is_open = |row: &str| {
        let last = row.rsplit('\t').next().unwrap_or_default();
        last.starts_with('"') && last.matches('"').count() % 2 == 1
    };
    // (The first cell may be the one of several lines.)
    let (mut row, mut count) = ((*first).to_owned(), 1);
    while is_open(&row) && count < ROW_LINES_MAX && count < lines.len() {
        row.push_str(&format!("\n{}", lines[count]));
        count += 1;
    }
    if is_open(&row) {
        (row, count) = ((*first).to_owned(), 1);
    }
    row.contains('\t').then(|| (row.split('\t').map(cell).collect(), count))
}

/// What a cell says, on one line.
fn cell(written: &str) -> String {
    let inside = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inside.filter(|inside| inside.contains('\n') || inside.contains("\"\"")) {
        Some(inside) => inside.replace("\"\"", "\"").replace('\n', " ").trim().to_owned(),
        None => written.trim().to_owned(),
    }
}
