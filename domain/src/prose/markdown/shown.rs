//! The words of a text as they are seen: without the signs of its Markdown, nor what only a
//! machine reads (where a link leads).

use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};

use super::parse;

/// Which of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headings {
    /// All of them, a heading set apart from what it is above.
    Kept,
    /// Those of its headings are left out, unless it has no others.
    LeftOut,
}

/// The words of `text`, its blocks joined with a space, on one line.
pub fn shown(text: &str, headings: Headings) -> String {
    let arena = Arena::new();
    let root = parse(&arena, text);
    let mut words = Gathered::default();
    words.gather(root, headings == Headings::Kept);
    if words.words.is_empty() {
        words.gather(root, true);
    }
    words.words
}

/// The words under `node`, a line for each that is seen as one.
pub(super) fn lines_of<'a>(node: &'a AstNode<'a>) -> String {
    let mut words = Gathered { in_lines: true, ..Gathered::default() };
    words.gather(node, true);
    words.words
}

/// A sentence or a line of a note, without the signs of its Markdown.
pub fn shown_line(text: &str) -> String {
    let mut words = Gathered::default();
    for line in text.lines() {
        let line = line.trim_start_matches(['#', '-', '*', '>', ' ', '\t']);
        words.push(&line.replace(['*', '`', '\\'], ""));
        words.apart(" ");
    }
    words.words
}

/// Words gathered so far, and what the next ones are set apart with.
#[derive(Default)]
struct Gathered {
    words: String,
    gap: &'static str,
    /// Whether lines stay apart.
    in_lines: bool,
}

impl Gathered {
    fn gather<'a>(&mut self, node: &'a AstNode<'a>, headings: bool) {
        {
            let data = node.data();
            match &data.value {
                NodeValue::Heading(_) if !headings => return,
                NodeValue::Text(words) => self.push(words),
                NodeValue::Code(code) => self.push(&code.literal),
                NodeValue::HtmlInline(words) => self.push(words),
                NodeValue::CodeBlock(code) => self.push_lines(&code.literal),
                NodeValue::HtmlBlock(html) => self.push_lines(&html.literal),
                NodeValue::SoftBreak | NodeValue::LineBreak => self.end_line(),
                _ => {}
            }
        }
        for child in node.children() {
            self.gather(child, headings);
        }
        let gap = match &node.data().value {
            value if self.in_lines && value.block() && *value != NodeValue::TableCell => {
                return self.end_line();
            }
            NodeValue::Item(_) | NodeValue::TaskItem(_) | NodeValue::TableCell => ", ",
            NodeValue::Heading(_) => " · ",
            value if value.block() => " ",
            _ => return,
        };
        // A sign stands for the line, unless the words end by themselves.
        let ends = self.words.ends_with(['.', '!', '?', '…', ':', ';', ',', '»']);
        self.apart(if ends { " " } else { gap });
    }

    fn push_lines(&mut self, words: &str) {
        for line in words.lines() {
            self.push(line);
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        if self.in_lines {
            self.gap = "\n";
        } else {
            self.apart(" ");
        }
    }

    fn push(&mut self, words: &str) {
        // A no-break space holds two words together: it stays.
        let is_gap = |sign: char| sign.is_whitespace() && !"\u{a0}\u{202f}\u{2007}".contains(sign);
        let mut parts = words.split(is_gap).filter(|part| !part.is_empty());
        let Some(first) = parts.next() else {
            if !words.is_empty() {
                self.apart(" ");
            }
            return;
        };
        if words.starts_with(char::is_whitespace) {
            self.apart(" ");
        }
        if !self.words.is_empty() {
            self.words.push_str(self.gap);
        }
        self.gap = "";
        self.words.push_str(first);
        for part in parts {
            self.words.push(' ');
            self.words.push_str(part);
        }
        if words.ends_with(char::is_whitespace) {
            self.apart(" ");
        }
    }

    /// What stands before the next words; a sign is never taken back.
    fn apart(&mut self, gap: &'static str) {
        if self.gap.trim().is_empty() && self.gap != "\n" {
            self.gap = gap;
        }
    }
}
