//! A line read back, as the pages read it.

use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};
use domain::prose::markdown::parse;

use super::super::style::{BOLD, CODE, ITALIC, STRUCK};
use super::{Line, Stands};

/// What becomes of a line that is read back.
pub(super) enum Reading {
    /// Every word and every style.
    Whole,
    /// Every word.
    Words,
    /// Something else.
    Other,
}

/// Follows a line in what was read.
struct Reader<'l> {
    line: &'l Line,
    at: usize,
    same: bool,
    one_line: bool,
}

impl Reader<'_> {
    /// Whether the words under `node` are those that come next.
    fn read<'a>(&mut self, node: &'a AstNode<'a>, flags: u8, link: &str) -> bool {
        // Bounded: what we wrote has no more than five marks around a word.
        for child in node.children() {
            let data = child.data();
            let fits = match &data.value {
                NodeValue::Text(text) => self.words(text, flags, link),
                NodeValue::Code(code) => self.words(&code.literal, flags | CODE, link),
                NodeValue::SoftBreak | NodeValue::LineBreak => self.words("\n", flags, link),
                NodeValue::Strong => self.read(child, flags | BOLD, link),
                NodeValue::Emph => self.read(child, flags | ITALIC, link),
                NodeValue::Strikethrough => self.read(child, flags | STRUCK, link),
                NodeValue::Link(to) => {
                    let begun = self.at;
                    let fits = self.read(child, flags, &to.url);
                    let words: String = self.line.signs[begun..self.at].iter().collect();
                    // A bare address is a link that nobody had to say.
                    let is_bare = to.url.ends_with(&words)
                        && (begun..self.at).all(|at| self.line.links[at] == 0);
                    let is_meant = (begun..self.at)
                        .all(|at| self.line.address(self.line.links[at]) == Some(&to.url));
                    self.same &= is_bare || is_meant;
                    fits
                }
                _ => false,
            };
            if !fits {
                return false;
            }
        }
        true
    }

    fn words(&mut self, text: &str, flags: u8, link: &str) -> bool {
        for sign in text.chars() {
            let Some(wanted) = self.line.signs.get(self.at) else { return false };
            let wanted = if *wanted == '\n' && self.one_line { ' ' } else { *wanted };
            if wanted != sign {
                return false;
            }
            let is_blank = sign.is_whitespace();
            self.same &= is_blank || self.line.flags[self.at] == flags;
            self.same &= is_blank || self.line.links[self.at] == 0 || !link.is_empty();
            self.at += 1;
        }
        true
    }
}

impl Line {
    /// How `text` is read, beside what it should say.
    pub(super) fn reads_as(&self, text: &str, stands: Stands) -> Reading {
        let arena = Arena::new();
        let heading = if stands == Stands::Heading { "## " } else { "" };
        let text = if stands == Stands::Cell { text.replace("\\|", "|") } else { text.to_owned() };
        let root = parse(&arena, &format!("{heading}{text}"));
        let Some(block) = root.first_child() else { return Reading::Other };
        let is_one = match block.data().value {
            NodeValue::Paragraph => stands != Stands::Heading,
            NodeValue::Heading(_) => stands == Stands::Heading,
            _ => false,
        };
        if !is_one || block.next_sibling().is_some() {
            return Reading::Other;
        }
        let mut reader =
            Reader { line: self, at: 0, same: true, one_line: stands != Stands::Paragraph };
        if !reader.read(block, 0, "") || reader.at != self.signs.len() {
            return Reading::Other;
        }
        if reader.same { Reading::Whole } else { Reading::Words }
    }
}
