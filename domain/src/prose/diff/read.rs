//! The blocks of a note, drawn from its tree, each with the lines of the source it takes.

use std::ops::Range;

use comrak::Arena;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, ListType, NodeValue};
use unicode_segmentation::UnicodeSegmentation as _;

use super::about::{About, Align};
use super::block::{Block, Shape, Style, Styles, Token};
use super::{is_word, tokens};

/// The most lines looked into, in one text, for the words a tree gives no exact line of.
const LOOKS: usize = 50_000;

/// A block, and where it is in the source.
pub(super) struct Located {
    pub(super) block: Block,
    /// The line its words are in, from 0.
    pub(super) line: usize,
    /// The line its Markdown begins at: the fence above some code.
    pub(super) start: usize,
    /// The number that is shown before it, when it begins an item.
    pub(super) number: Option<usize>,
}

/// The blocks of `markdown`, with all that is known of them.
pub(super) fn read(markdown: &str, styles: &mut Styles) -> Vec<Located> {
    walk(markdown, styles).found
}

/// The same, with the lines that show no word as blocks of their own ([`Shape::Bare`]): each
/// line of the source with a sign in it belongs to some block.
pub(super) fn read_all(markdown: &str, styles: &mut Styles) -> Vec<Located> {
    let mut reader = walk(markdown, styles);
    if crate::prose::markdown::is_plain(markdown) {
        return reader.found;
    }
    let taken = std::mem::take(&mut reader.taken);
    let mut taken = taken.into_iter().peekable();
    for (number, line) in reader.lines.iter().enumerate() {
        while taken.next_if(|run| run.end <= number).is_some() {}
        let is_taken = taken.peek().is_some_and(|run| run.contains(&number));
        if is_taken || line.trim().is_empty() {
            continue;
        }
        let text = line.trim_end_matches('\r').to_owned();
        let tokens = whole(&text);
        let block = Block { shape: Shape::Bare, about: About::default(), text, tokens };
        reader.found.push(Located { block, line: number, start: number, number: None });
    }
    // Stable: blocks that share a line stay as they were read.
    reader.found.sort_by_key(|it| it.start);
    reader.found
}

fn walk<'t>(markdown: &'t str, styles: &mut Styles) -> Reader<'t> {
    let arena = Arena::new();
    let root = crate::prose::markdown::parse(&arena, markdown);
    let lines = markdown.split('\n').collect();
    let mut reader = Reader { lines, looks: LOOKS, ..Reader::default() };
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => reader.enter(node, styles),
            NodeEdge::End(node) => reader.leave(node),
        }
    }
    reader
}

/// A line of plain words, one by one.
fn whole(text: &str) -> Vec<Token> {
    let mut at = 0;
    let place = |token: &str| {
        at += token.len();
        Token { range: at - token.len()..at, style: 0 }
    };
    tokens(text).into_iter().map(place).collect()
}

/// Whether a line of the source may be the one a block is in: its first word is there.
fn holds(line: &str, block: &Block) -> bool {
    block.words().into_iter().find(|word| is_word(word)).is_none_or(|word| line.contains(word))
}

/// What stands around the words being read.
#[derive(Default)]
struct Around {
    lists: Vec<bool>,
    /// The number of the next item of each list.
    next: Vec<usize>,
    quotes: usize,
    /// Whether the next line is the first of an item.
    begins_item: bool,
    heading: Option<u8>,
    row: bool,
    /// How many cells of the row were begun.
    cells: usize,
    bold: usize,
    italic: usize,
    struck: usize,
    links: Vec<(String, String, bool)>,
    /// What is said once, by the next block that is kept; whatever it was of takes it back
    /// when it ends without a word.
    once: About,
}

#[derive(Default)]
struct Reader<'t> {
    found: Vec<Located>,
    /// The lines that blocks with words take, in order.
    taken: Vec<Range<usize>>,
    lines: Vec<&'t str>,
    /// The line being read: words, and the number of their look.
    line: Vec<(String, usize)>,
    /// Its number in the source.
    number: usize,
    /// The line of the fence above the code being read, until its first line is kept.
    fence: Option<usize>,
    /// How many more lines may be looked into for words.
    looks: usize,
    /// How many blocks were found before the one being read.
    before: usize,
    around: Around,
}

impl Reader<'_> {
    fn enter<'a>(&mut self, node: &'a AstNode<'a>, styles: &mut Styles) {
        let around = &mut self.around;
        let data = node.data();
        if data.value.block() {
            self.number = data.sourcepos.start.line.saturating_sub(1);
            self.before = self.found.len();
        }
        match &data.value {
            NodeValue::BlockQuote => around.quotes += 1,
            NodeValue::List(list) => {
                let numbered = list.list_type == ListType::Ordered;
                around.lists.push(numbered);
                around.next.push(list.start);
                around.once.start = (numbered && list.start != 1).then_some(list.start);
            }
            NodeValue::Item(_) => self.begin_item(None),
            NodeValue::TaskItem(item) => self.begin_item(Some(item.symbol.is_some())),
            NodeValue::Table(table) => {
                let columns: Vec<Align> = table.alignments.iter().map(Align::from).collect();
                let is_said = columns.iter().any(|column| *column != Align::Unsaid);
                around.once.columns = if is_said { columns } else { vec![] };
            }
            NodeValue::Heading(heading) => around.heading = Some(heading.level),
            NodeValue::TableRow(_) => (around.row, around.cells) = (true, 0),
            NodeValue::TableCell => {
                around.cells += 1;
                // Also after an empty one: the words that follow are of another column.
                if around.cells > 1 {
                    self.line.push((" | ".to_owned(), 0));
                }
            }
            NodeValue::Strong => around.bold += 1,
            NodeValue::Emph => around.italic += 1,
            NodeValue::Strikethrough => around.struck += 1,
            // A picture is shown as a link, on the pages too.
            NodeValue::Link(link) => {
                around.links.push((link.url.clone(), link.title.clone(), false));
            }
            NodeValue::Image(link) => {
                around.links.push((link.url.clone(), link.title.clone(), true));
            }
            NodeValue::Text(text) => self.say(text, false, styles),
            NodeValue::HtmlInline(text) => self.say(text, false, styles),
            NodeValue::Code(code) => self.say(&code.literal, true, styles),
            NodeValue::SoftBreak | NodeValue::LineBreak => {
                self.end_line();
                // Not one more than the last: some code may have gone over the end of a line.
                self.number = data.sourcepos.start.line.max(self.number + 1);
            }
            NodeValue::CodeBlock(code) => {
                self.fence = code.fenced.then_some(self.number);
                self.number += usize::from(code.fenced);
                let language = code.info.trim();
                language.clone_into(&mut self.around.once.language);
                self.lines(&code.literal, Shape::Code);
                self.around.once.language.clear();
                self.fence = None;
            }
            NodeValue::HtmlBlock(html) => self.lines(&html.literal, Shape::Paragraph),
            NodeValue::ThematicBreak => self.keep(Shape::Rule, String::new(), vec![]),
            _ => {}
        }
    }

    fn begin_item(&mut self, checked: Option<bool>) {
        let around = &mut self.around;
        around.begins_item = true;
        around.once.checked = checked;
        if let Some(next) = around.next.last_mut() {
            *next += 1;
        }
    }

    fn leave<'a>(&mut self, node: &'a AstNode<'a>) {
        let data = node.data();
        match &data.value {
            NodeValue::BlockQuote => self.around.quotes -= 1,
            NodeValue::List(_) => {
                self.around.lists.pop();
                self.around.next.pop();
                self.around.once.start = None;
            }
            NodeValue::Item(_) | NodeValue::TaskItem(_) => {
                self.around.begins_item = false;
                self.around.once.checked = None;
            }
            NodeValue::Table(_) => self.around.once.columns.clear(),
            NodeValue::Paragraph => self.end_line(),
            NodeValue::Heading(_) => {
                self.end_line();
                self.around.heading = None;
            }
            NodeValue::TableRow(_) => {
                self.end_line();
                self.around.row = false;
            }
            NodeValue::Strong => self.around.bold -= 1,
            NodeValue::Emph => self.around.italic -= 1,
            NodeValue::Strikethrough => self.around.struck -= 1,
            NodeValue::Link(_) | NodeValue::Image(_) => {
                self.around.links.pop();
            }
            _ => {}
        }
        let place = data.sourcepos;
        let run = place.start.line.saturating_sub(1)..place.end.line;
        match &data.value {
            NodeValue::Paragraph | NodeValue::Heading(_) => self.take_words(run),
            NodeValue::CodeBlock(_) | NodeValue::HtmlBlock(_) | NodeValue::ThematicBreak => {
                self.take(run);
            }
            // The line under the first row says how the columns stand.
            NodeValue::TableRow(first) => self.take(run.start..run.end + usize::from(*first)),
            _ => {}
        }
    }

    /// Notes that the block being left takes these lines, if a word of it was kept.
    fn take(&mut self, run: Range<usize>) {
        if self.found.len() > self.before {
            self.taken.push(run);
        }
    }

    /// The same for lines of words. Where references lead may be told at their head, and some
    /// link may go over the end of a line: each line of words is looked for in the source.
    fn take_words(&mut self, run: Range<usize>) {
        let mut left = self.found.len() - self.before;
        if left == 0 {
            return;
        }
        if left != run.len() {
            let mut next = run.start;
            for located in &mut self.found[self.before..] {
                // As many lines must stay as there are lines of words after this one.
                let last = run.end.saturating_sub(left - 1).min(self.lines.len());
                let expected = located.line.clamp(next, last.max(next + 1) - 1);
                let mut holds = |at: &usize| {
                    let is_left = self.looks > 0;
                    self.looks = self.looks.saturating_sub(1);
                    is_left && holds(self.lines[*at], &located.block)
                };
                located.line = (expected..last)
                    .find(&mut holds)
                    .or_else(|| (next..expected.min(last)).find(&mut holds))
                    .unwrap_or(expected);
                located.start = located.line;
                next = located.line + 1;
                left -= 1;
            }
        }
        self.take(self.found[self.before].start.min(run.end)..run.end);
    }

    fn say(&mut self, text: &str, code: bool, styles: &mut Styles) {
        let around = &self.around;
        let style = Style {
            bold: around.bold > 0,
            italic: around.italic > 0,
            struck: around.struck > 0,
            code,
            link: around.links.last().map(|(address, _, _)| address.clone()),
            title: around.links.last().map(|(_, title, _)| title.clone()).unwrap_or_default(),
            picture: around.links.last().is_some_and(|(_, _, picture)| *picture),
        };
        let style = styles.number(style);
        match self.line.last_mut() {
            Some((last, known)) if *known == style => last.push_str(text),
            _ => self.line.push((text.to_owned(), style)),
        }
    }

    /// Keeps the line, if it says anything.
    fn end_line(&mut self) {
        if self.line.is_empty() {
            return;
        }
        let runs = std::mem::take(&mut self.line);
        let text: String = runs.iter().map(|(run, _)| run.as_str()).collect();
        let mut ends = text.grapheme_indices(true).map(|(at, sign)| at + sign.len());
        let (mut found, mut end, mut start, mut whole) = (Vec::new(), 0, 0, 0);
        for (run, style) in runs {
            end += run.len();
            // A look that ends inside a sign ends after it: no sign is cut in two.
            while whole < end {
                whole = ends.next().unwrap_or(text.len());
            }
            for token in tokens(&text[start..whole.max(start)]) {
                found.push(Token { range: start..start + token.len(), style });
                start += token.len();
            }
        }
        let shape = self.shape();
        self.keep(shape, text, found);
    }

    fn shape(&self) -> Shape {
        let around = &self.around;
        match (around.heading, around.lists.last()) {
            (Some(level), _) => Shape::Heading(level),
            (None, _) if around.row => Shape::Row,
            (None, Some(numbered)) if around.begins_item => {
                let depth = u8::try_from(around.lists.len() - 1).unwrap_or(u8::MAX);
                Shape::Item { depth, numbered: *numbered }
            }
            _ if around.quotes > 0 => Shape::Quote,
            _ => Shape::Paragraph,
        }
    }

    fn lines(&mut self, text: &str, shape: Shape) {
        for line in text.lines() {
            if !line.trim().is_empty() {
                self.keep(shape, line.to_owned(), whole(line));
            }
            self.number += 1;
        }
    }

    fn keep(&mut self, shape: Shape, text: String, tokens: Vec<Token>) {
        let around = &mut self.around;
        around.begins_item = false;
        let depth = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
        let is_item = matches!(shape, Shape::Item { .. });
        let about = About {
            quotes: depth(around.quotes.saturating_sub(usize::from(shape == Shape::Quote))),
            inside: if is_item { 0 } else { depth(around.lists.len()) },
            ..std::mem::take(&mut around.once)
        };
        let number = around.next.last().filter(|_| is_item).map(|next| next.saturating_sub(1));
        let start = self.fence.take().unwrap_or(self.number);
        let block = Block { shape, about, text, tokens };
        self.found.push(Located { block, line: self.number, start, number });
    }
}
