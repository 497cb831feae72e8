//! A note as it is read: its blocks, in order, each with its words and how they look.
//!
//! Markdown is read by comrak, as the pages read it. A line end inside a paragraph is
//! shown as one, so each line is a block of its own here.

use std::collections::HashMap;
use std::ops::Range;

use comrak::Arena;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, ListType, NodeValue};

use super::about::{About, Align};
use super::tokens;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A line of a paragraph.
    Paragraph,
    /// A heading, from 1 to 6.
    Heading(u8),
    /// The first line of an item of a list.
    Item {
        /// How deep the list is, from 0.
        depth: u8,
        /// Whether the list is numbered.
        numbered: bool,
    },
    /// A line of a quotation.
    Quote,
    /// A line of code.
    Code,
    /// A row of a table.
    Row,
    /// A line across the page.
    Rule,
}

/// How words look, and where they lead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each look stands with or without the others")]
pub struct Style {
    /// In bold.
    pub bold: bool,
    /// In italics.
    pub italic: bool,
    /// Struck through.
    pub struck: bool,
    /// As code.
    pub code: bool,
    /// The address they lead to.
    pub link: Option<String>,
    /// The title of that link, often empty.
    pub title: String,
    /// Whether the link is to a picture, which they describe.
    pub picture: bool,
}

/// The looks met so far; the first one is plain. Two notes that are compared share one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Styles {
    all: Vec<Style>,
    numbers: HashMap<Style, usize>,
}

impl Default for Styles {
    fn default() -> Self {
        let plain = Style::default();
        Self { all: vec![plain.clone()], numbers: HashMap::from([(plain, 0)]) }
    }
}

impl Styles {
    /// The look of this number.
    pub fn get(&self, at: usize) -> &Style {
        &self.all[at]
    }

    fn number(&mut self, style: Style) -> usize {
        if let Some(known) = self.numbers.get(&style) {
            return *known;
        }
        self.all.push(style.clone());
        self.numbers.insert(style, self.all.len() - 1);
        self.all.len() - 1
    }
}

/// One word, space or sign of a block.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// Its place in the text of the block, in bytes.
    pub range: Range<usize>,
    /// The number of its look.
    pub style: usize,
}

/// One block.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is.
    pub shape: Shape,
    /// What it shows besides its words.
    pub about: About,
    /// Its words, without their Markdown.
    pub text: String,
    /// The same, one by one.
    pub tokens: Vec<Token>,
}

impl Block {
    /// Its words, one by one.
    pub fn words(&self) -> Vec<&str> {
        self.tokens.iter().map(|token| &self.text[token.range.clone()]).collect()
    }
}

/// The blocks of `markdown`.
pub fn blocks(markdown: &str, styles: &mut Styles) -> Vec<Block> {
    located(markdown, styles).into_iter().map(|(block, _)| block).collect()
}

/// The blocks of `markdown`, each with the number of its line in the source, from 0.
pub fn located(markdown: &str, styles: &mut Styles) -> Vec<(Block, usize)> {
    read(markdown, styles).into_iter().map(|one| (one.block, one.line)).collect()
}

/// A block, and where it is in the source.
pub(super) struct Located {
    pub(super) block: Block,
    /// The line its words are in, from 0.
    pub(super) line: usize,
    /// The line its Markdown begins at: the fence above some code.
    pub(super) start: usize,
}

/// The blocks of `markdown`, with all that is known of them.
pub(super) fn read(markdown: &str, styles: &mut Styles) -> Vec<Located> {
    let arena = Arena::new();
    let root = crate::markdown::parse(&arena, markdown);
    let mut reader = Reader::default();
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => reader.enter(node, styles),
            NodeEdge::End(node) => reader.leave(node),
        }
    }
    reader.found
}

/// The words of one node, without their looks.
pub(crate) fn plain<'a>(node: &'a AstNode<'a>) -> String {
    let mut told = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(text) => told.push_str(text),
            NodeValue::Code(code) => told.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => told.push(' '),
            _ => {}
        }
    }
    told
}

/// What stands around the words being read.
#[derive(Default)]
struct Around {
    lists: Vec<bool>,
    quotes: usize,
    /// Whether the next line is the first of an item.
    begins_item: bool,
    heading: Option<u8>,
    row: bool,
    bold: usize,
    italic: usize,
    struck: usize,
    links: Vec<(String, String, bool)>,
    /// What is said once, by the next block that is kept.
    once: About,
}

#[derive(Default)]
struct Reader {
    found: Vec<Located>,
    /// The line being read: words, and the number of their look.
    line: Vec<(String, usize)>,
    /// Its number in the source.
    number: usize,
    /// The line of the fence above the code being read, until its first line is kept.
    fence: Option<usize>,
    around: Around,
}

impl Reader {
    fn enter<'a>(&mut self, node: &'a AstNode<'a>, styles: &mut Styles) {
        let around = &mut self.around;
        let data = node.data();
        if data.value.block() {
            self.number = data.sourcepos.start.line.saturating_sub(1);
        }
        match &data.value {
            NodeValue::BlockQuote => around.quotes += 1,
            NodeValue::List(list) => {
                let numbered = list.list_type == ListType::Ordered;
                around.lists.push(numbered);
                around.once.start = (numbered && list.start != 1).then_some(list.start);
            }
            NodeValue::Item(_) => (around.begins_item, around.once.checked) = (true, None),
            NodeValue::TaskItem(item) => {
                around.begins_item = true;
                around.once.checked = Some(item.symbol.is_some());
            }
            NodeValue::Table(table) => {
                let columns: Vec<Align> = table.alignments.iter().map(Align::from).collect();
                let is_said = columns.iter().any(|column| *column != Align::Unsaid);
                around.once.columns = if is_said { columns } else { vec![] };
            }
            NodeValue::Heading(heading) => around.heading = Some(heading.level),
            NodeValue::TableRow(_) => around.row = true,
            NodeValue::TableCell if !self.line.is_empty() => {
                self.line.push((" | ".to_owned(), 0));
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
                self.number += 1;
            }
            NodeValue::CodeBlock(code) => {
                self.fence = code.fenced.then_some(self.number);
                self.number += usize::from(code.fenced);
                let language = code.info.trim();
                language.clone_into(&mut self.around.once.language);
                self.lines(&code.literal, Shape::Code);
                self.fence = None;
            }
            NodeValue::HtmlBlock(html) => self.lines(&html.literal, Shape::Paragraph),
            NodeValue::ThematicBreak => self.keep(Shape::Rule, String::new(), vec![]),
            _ => {}
        }
    }

    fn leave<'a>(&mut self, node: &'a AstNode<'a>) {
        match &node.data().value {
            NodeValue::BlockQuote => self.around.quotes -= 1,
            NodeValue::List(_) => {
                self.around.lists.pop();
            }
            NodeValue::Item(_) | NodeValue::TaskItem(_) => self.around.begins_item = false,
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
        let mut text = String::new();
        let mut found = Vec::new();
        for (run, style) in std::mem::take(&mut self.line) {
            for token in tokens(&run) {
                let start = text.len();
                text.push_str(token);
                found.push(Token { range: start..text.len(), style });
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
            if line.trim().is_empty() {
                self.number += 1;
                continue;
            }
            let mut at = 0;
            let place = |token: &str| {
                at += token.len();
                Token { range: at - token.len()..at, style: 0 }
            };
            let found = tokens(line).into_iter().map(place).collect();
            self.keep(shape, line.to_owned(), found);
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
        let start = self.fence.take().unwrap_or(self.number);
        let block = Block { shape, about, text, tokens };
        self.found.push(Located { block, line: self.number, start });
    }
}
