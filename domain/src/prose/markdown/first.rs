//! The first line of a text as it is seen: what a title is proposed from.

use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};

use super::parse;
use super::shown::lines_of;

/// Where a first line is looked for, in bytes: a tree of the whole text would be for nothing.
const NEAR: usize = 16 * 1024;

/// The first line with words in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct First {
    /// Its words, without the signs of its Markdown.
    pub words: String,
    /// The lines of the text that say it and nothing else (from 0, the end left out), when nothing
    /// is lost without them: a heading or a paragraph of one line, without a link
    /// nor a word struck out.
    pub lines: Option<std::ops::Range<usize>>,
    /// Whether it is marked as a heading.
    pub is_heading: bool,
}

/// The first line of `text` with words in it.
pub fn first_line(text: &str) -> Option<First> {
    let near = text.floor_char_boundary(NEAR);
    let near = if near < text.len() { text[..near].rfind('\n').unwrap_or(near) } else { near };
    found(&text[..near]).or_else(|| (near < text.len()).then(|| found(text)).flatten())
}

fn found(text: &str) -> Option<First> {
    let arena = Arena::new();
    let root = parse(&arena, text);
    root.children().find_map(|block| {
        let prose = lines_of(block);
        let mut lines = prose.lines().map(without_bullet).filter(|line| has_words(line));
        let words = one_space(lines.next()?);
        let is_whole = lines.next().is_none() && stands_alone(block);
        let place = block.data().sourcepos;
        let begin = place.start.line.checked_sub(1);
        let lines = begin.filter(|_| is_whole).map(|begin| begin..place.end.line.max(begin));
        let is_heading = matches!(block.data().value, NodeValue::Heading(_));
        Some(First { words, lines, is_heading })
    })
}

/// A line with one space where there were several beside one another, the no-break one if there
/// was one: what stood between them, as the signs around an address do, is not in the words.
fn one_space(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for sign in line.chars() {
        match (text.chars().next_back().filter(|last| last.is_whitespace()), sign) {
            (Some(' '), sign) if sign.is_whitespace() => {
                text.pop();
                text.push(sign);
            }
            (Some(_), sign) if sign.is_whitespace() => {}
            _ => text.push(sign),
        }
    }
    text
}

/// A bullet that is no sign of Markdown says nothing in a title.
fn without_bullet(line: &str) -> &str {
    line.trim_start_matches(|sign: char| "•◦▪‣●☐☑".contains(sign) || sign.is_whitespace())
        .trim_end()
}

fn has_words(line: &str) -> bool {
    line.chars().any(char::is_alphanumeric)
}

/// Whether a block is one line of words and nothing more.
fn stands_alone<'a>(block: &'a AstNode<'a>) -> bool {
    let is_line = matches!(block.data().value, NodeValue::Heading(_) | NodeValue::Paragraph);
    is_line
        && block.descendants().skip(1).all(|node| {
            matches!(
                node.data().value,
                NodeValue::Text(_)
                    | NodeValue::Strong
                    | NodeValue::Emph
                    | NodeValue::Code(_)
                    | NodeValue::Escaped
            )
        })
}
