//! A note as it is read: its blocks, in order, each with its words and how they look.
//!
//! Markdown is read by comrak, as the pages read it. A line end inside a paragraph is
//! shown as one, so each line is a block of its own here.

use std::collections::HashMap;
use std::ops::Range;

use comrak::nodes::{AstNode, NodeValue};

use super::about::About;
use super::read::read;

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
    /// A line of the source that shows no word: where a reference leads, an item, a cell or
    /// some code with nothing in it. Only comparisons tell it.
    Bare,
}

/// How words look, and where they lead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each look stands with or without the others")]
pub struct Style {
    pub bold: bool,
    pub italic: bool,
    pub struck: bool,
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

    pub(super) fn number(&mut self, style: Style) -> usize {
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
    read(markdown, styles).into_iter().map(|it| (it.block, it.line)).collect()
}

/// The words of one node, without their looks.
pub(crate) fn plain<'a>(node: &'a AstNode<'a>) -> String {
    let mut result = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(text) => result.push_str(text),
            NodeValue::Code(code) => result.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => result.push(' '),
            _ => {}
        }
    }
    result
}
