//! The words of a text without its Markdown: for cards, searches, walls.

use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};
use domain::markdown::parse;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::typography;

/// How much of a text is read beyond its excerpt, at most, for headings, addresses and marks
/// that are left out: a card never reads a book.
const BEYOND: usize = 20_000;

/// The first words of a note, at most `longest` signs: its paragraphs joined with a space,
/// its headings left out, unless it is made of nothing else.
pub fn excerpt(text: &str, longest: usize) -> String {
    let beyond = longest.saturating_mul(10).saturating_add(1_000).min(BEYOND);
    let read = longest.saturating_add(beyond);
    let beginning = match text.char_indices().nth(read) {
        Some((end, _)) => &text[..end],
        None => text,
    };
    let arena = Arena::new();
    let root = parse(&arena, beginning);
    let mut said = Said::default();
    said.gather(root, false);
    if said.words.is_empty() {
        said.gather(root, true);
    }
    // Printed apostrophes, as the note itself is shown.
    typography::words(&cut(&said.words, longest)).into_owned()
}

/// A sentence or a line of a note, without the signs of its Markdown.
pub fn fragment(text: &str, longest: usize) -> String {
    let mut said = Said::default();
    for line in text.lines() {
        let line = line.trim_start_matches(['#', '-', '*', '>', ' ', '\t']);
        said.push(&line.replace(['*', '`', '\\'], ""));
        said.apart(" ");
    }
    cut(&typography::words(&said.words), longest)
}

/// At most `longest` signs, and no word cut unless there is only one.
fn cut(words: &str, longest: usize) -> String {
    let Some((end, _)) = words.grapheme_indices(true).nth(longest) else {
        return words.to_owned();
    };
    let kept = &words[..end];
    let whole = kept.rsplit_once(' ').map_or(kept, |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ' ']))
}

/// Words gathered so far, and what the next ones are set apart with.
#[derive(Default)]
struct Said {
    words: String,
    gap: &'static str,
}

impl Said {
    fn gather<'a>(&mut self, node: &'a AstNode<'a>, headings: bool) {
        let of_a_list = |node: &AstNode<'_>| {
            matches!(
                node.data().value,
                NodeValue::Item(_) | NodeValue::TaskItem(_) | NodeValue::TableCell
            )
        };
        {
            let data = node.data();
            match &data.value {
                NodeValue::Heading(_) if !headings => return,
                NodeValue::Text(words) => self.push(words),
                NodeValue::Code(code) => self.push(&code.literal),
                NodeValue::HtmlInline(words) => self.push(words),
                NodeValue::CodeBlock(code) => self.push(&code.literal),
                NodeValue::HtmlBlock(html) => self.push(&html.literal),
                NodeValue::SoftBreak | NodeValue::LineBreak => self.apart(" "),
                _ => {}
            }
        }
        for child in node.children() {
            self.gather(child, headings);
        }
        if of_a_list(node) {
            // A comma stands for the line, unless the words end by themselves.
            let ends = self.words.ends_with(['.', '!', '?', '…', ':', ';', ',', '»']);
            self.apart(if ends { " " } else { ", " });
        } else if node.data().value.block() {
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

    /// What stands before the next words; a comma is never taken back.
    fn apart(&mut self, gap: &'static str) {
        if self.gap != ", " {
            self.gap = gap;
        }
    }
}
