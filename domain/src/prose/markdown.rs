//! Markdown, read in one way for pages, comparisons and sections: `CommonMark` and tables, task
//! lists, struck words and bare addresses, as comrak reads them.
//!
//! A tree takes some three hundred bytes a node, and a node may take one byte of text. A text
//! made of marks (a hundred thousand stars, lists in lists) is therefore read as plain words:
//! whatever is sent, a tree has no more than about four nodes for each of [`MARKS_MAX`] and two
//! for each of [`LINES_MAX`].

mod address;
mod bounds;
mod first;
mod shown;

use std::borrow::Cow;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

use crate::prose::text;

pub use address::{address_end, next_address};
pub use bounds::{COLUMNS_MAX, DEPTH_MAX};
pub use first::{First, first_line};
pub use shown::{Headings, shown, shown_line};

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
        let (source, ends) = address::with_ends(text);
        let root = parse_document(arena, &source, &options());
        bounds::apply(arena, root, &source);
        if ends {
            root.descendants().for_each(address::without_ends);
        }
        if text.contains('&') {
            root.descendants().for_each(cleaned);
        }
        address::link_rest(arena, root, text);
        return root;
    }
    let root = arena.alloc(NodeValue::Document.into());
    let paragraph = arena.alloc(NodeValue::Paragraph.into());
    let words = text.replace(char::is_whitespace, " ");
    paragraph.append(arena.alloc(NodeValue::Text(words.into()).into()));
    root.append(paragraph);
    root
}

/// A sign written as a reference (`&#8238;`) becomes one after the words were cleaned: it is
/// cleaned here.
fn cleaned<'a>(node: &'a AstNode<'a>) {
    let clean = |text: &mut String| {
        if let Cow::Owned(clean) = text::clean(text) {
            *text = clean;
        }
    };
    match &mut node.data_mut().value {
        NodeValue::Text(text) => {
            if let Cow::Owned(clean) = text::clean(text) {
                *text = clean.into();
            }
        }
        NodeValue::Link(link) | NodeValue::Image(link) => {
            clean(&mut link.url);
            clean(&mut link.title);
        }
        NodeValue::CodeBlock(code) => clean(&mut code.info),
        _ => {}
    }
}

/// Words as they stand between the brackets of a link or a picture: none of their signs is a mark.
pub fn label(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for sign in words.chars() {
        if "\\`*_[]<>&~".contains(sign) {
            escaped.push('\\');
        }
        escaped.push(if sign.is_control() { ' ' } else { sign });
    }
    escaped
}
