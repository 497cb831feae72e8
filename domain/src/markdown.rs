//! Markdown, read in one way for pages, comparisons and sections: `CommonMark` and tables, task
//! lists, struck words and bare addresses, as comrak reads them.
//!
//! A tree takes some three hundred bytes a node, and a node may take one byte of text. A text
//! made of marks (a hundred thousand stars, lists in lists) is therefore read as plain words:
//! whatever is sent, a tree has no more than about four nodes for each of [`MARKS_MAX`].

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

/// The most marks and ends of lines of a text that is read as Markdown: the longest notes we
/// have met have six thousand.
pub const MARKS_MAX: usize = 60_000;

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

/// Whether `text` has so many marks that it is read as plain words.
pub fn is_plain(text: &str) -> bool {
    let marks = text.bytes().filter(|byte| {
        matches!(
            byte,
            b'\n'
                | b'*'
                | b'_'
                | b'~'
                | b'`'
                | b'['
                | b']'
                | b'<'
                | b'>'
                | b'|'
                | b'&'
                | b'\\'
                | b'!'
                | b'-'
                | b'+'
                | b'#'
        )
    });
    marks.take(MARKS_MAX + 1).count() > MARKS_MAX
}

/// The tree of `text`.
pub fn parse<'a>(arena: &'a Arena<'a>, text: &str) -> &'a AstNode<'a> {
    if !is_plain(text) {
        return parse_document(arena, text, &options());
    }
    let root = arena.alloc(NodeValue::Document.into());
    let paragraph = arena.alloc(NodeValue::Paragraph.into());
    let words = text.replace(char::is_whitespace, " ");
    paragraph.append(arena.alloc(NodeValue::Text(words.into()).into()));
    root.append(paragraph);
    root
}
