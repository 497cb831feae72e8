//! Markdown, read in one way for pages, comparisons and sections: `CommonMark` and tables, task
//! lists, struck words and bare addresses, as comrak reads them.
//!
//! A tree takes some three hundred bytes a node, and a node may take one byte of text. A text
//! made of marks (a hundred thousand stars, lists in lists) is therefore read as plain words:
//! whatever is sent, a tree has no more than about four nodes for each of [`MARKS_MAX`] and two
//! for each of [`LINES_MAX`].

mod bounds;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

pub use bounds::{COLUMNS_MAX, DEPTH_MAX};

/// The most marks of a text that is read as Markdown: the longest notes we have met have six
/// thousand.
pub const MARKS_MAX: usize = 60_000;

/// The most lines of such a text.
pub const LINES_MAX: usize = 150_000;

/// How Markdown is read.
pub fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = false;
    options.render.escape = true;
    options.render.hardbreaks = true;
    options
}

/// Whether `text` has so many marks, or lines, that it is read as plain words.
pub fn is_plain(text: &str) -> bool {
    let is_mark = |byte: &u8| b"*_~`[]<>|&\\!-+#".contains(byte);
    let lines = text.bytes().filter(|byte| *byte == b'\n').take(LINES_MAX + 1).count();
    let marks = text.bytes().filter(is_mark).take(MARKS_MAX + 1).count();
    lines > LINES_MAX || marks > MARKS_MAX
}

/// The tree of `text`.
pub fn parse<'a>(arena: &'a Arena<'a>, text: &str) -> &'a AstNode<'a> {
    if !is_plain(text) {
        let root = parse_document(arena, text, &options());
        bounds::apply(arena, root, text);
        return root;
    }
    let root = arena.alloc(NodeValue::Document.into());
    let paragraph = arena.alloc(NodeValue::Paragraph.into());
    let words = text.replace(char::is_whitespace, " ");
    paragraph.append(arena.alloc(NodeValue::Text(words.into()).into()));
    root.append(paragraph);
    root
}
