//! Markdown, read in one way for pages, comparisons and sections: `CommonMark` and tables, task
//! lists, struck words and bare addresses, as comrak reads them.
//!
//! A tree takes some three hundred bytes a node, and a node may take one byte of text. A text
//! made of marks (a hundred thousand stars, lists in lists) is therefore read as plain words:
//! whatever is sent, a tree has no more than about four nodes for each of [`MARKS_MAX`] and two
//! for each of [`LINES_MAX`].

mod bounds;
mod shown;

use std::borrow::Cow;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

use crate::text;

pub use bounds::{COLUMNS_MAX, DEPTH_MAX};
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
        let (told, ends) = with_ends(text);
        let root = parse_document(arena, &told, &options());
        bounds::apply(arena, root, &told);
        if ends {
            root.descendants().for_each(without_ends);
        }
        if text.contains('&') {
            root.descendants().for_each(cleaned);
        }
        return root;
    }
    let root = arena.alloc(NodeValue::Document.into());
    let paragraph = arena.alloc(NodeValue::Paragraph.into());
    let words = text.replace(char::is_whitespace, " ");
    paragraph.append(arena.alloc(NodeValue::Text(words.into()).into()));
    root.append(paragraph);
    root
}

/// Ends a bare address while it is read: comrak stops at `<`, and Unicode promises that what
/// follows is never a sign of anyone's.
const END: &str = "<\u{fdd1}";

/// Where addresses begin that are links without being written as such.
const BEGINS: [&str; 4] = ["http://", "https://", "ftp://", "www."];

/// Where the first bare address of `text` begins, in bytes.
pub fn next_address(text: &str) -> Option<usize> {
    let begins = |at: usize| BEGINS.iter().any(|begin| starts(&text[at..], begin));
    let mut from = 0;
    loop {
        let at = from + text[from..].find(['h', 'H', 'f', 'F', 'w', 'W'])?;
        let before = text[..at].chars().next_back();
        if begins(at) && !before.is_some_and(|sign| sign.is_ascii_alphanumeric()) {
            return Some(at);
        }
        from = at + 1;
    }
}

fn starts(text: &str, begin: &str) -> bool {
    text.get(..begin.len()).is_some_and(|start| start.eq_ignore_ascii_case(begin))
}

/// How long the address is with which `text` begins, in bytes. It ends where people end it: at a
/// blank of any width, at a quotation mark or an ellipsis, before the signs that end a sentence
/// and before a bracket that was opened before it.
pub fn address_end(text: &str) -> usize {
    let whole = text.find(ends_address).unwrap_or(text.len());
    let whole = text[..whole].find("](").unwrap_or(whole);
    let mut pairs = [('(', ')', 0_i32), ('[', ']', 0), ('{', '}', 0)];
    for sign in text[..whole].chars() {
        for (opens, closes, depth) in &mut pairs {
            *depth += i32::from(sign == *opens) - i32::from(sign == *closes);
        }
    }
    let mut end = whole;
    while let Some(last) = text[..end].chars().next_back() {
        let left_open = pairs.iter_mut().find(|(_, closes, depth)| *closes == last && *depth < 0);
        if let Some((_, _, depth)) = left_open {
            *depth += 1;
        } else if !"?!.,:;*_~'\"‘’–".contains(last) {
            break;
        }
        end -= last.len_utf8();
    }
    end
}

/// What no address holds that a person reads. (A browser copies these as `%C2%A0` and so on.)
fn ends_address(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(sign, '<' | '>' | '"' | '\u{ad}' | '\u{feff}' | '\u{fdd1}' | '\u{ff5e}')
        || "«»‹›“”„‟…—、。，．！？：；「」『』（）".contains(sign)
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

/// `text` with [`END`] after each bare address that would not end by itself, and whether there
/// is one.
fn with_ends(text: &str) -> (Cow<'_, str>, bool) {
    let mut told = String::new();
    let (mut kept, mut from) = (0, 0);
    while let Some(at) = next_address(&text[from..]) {
        let begin = from + at;
        let end = begin + address_end(&text[begin..]);
        from = end.max(begin + 1);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        // An address between marks ends with them.
        let before = &text[..begin];
        let is_marked = before.ends_with('<') || before.ends_with("](");
        let rest = &text[end..];
        let after = rest.trim_start_matches(|sign| "?!.,:;*_~'\")".contains(sign));
        let is_ended = after.is_empty()
            || after.starts_with(|sign: char| sign.is_ascii_whitespace() || sign == '<')
            || rest.starts_with([']', '}']);
        if !is_marked && !is_ended {
            told.push_str(&text[kept..end]);
            told.push_str(END);
            kept = end;
        }
    }
    if kept == 0 {
        return (Cow::Borrowed(text), false);
    }
    told.push_str(&text[kept..]);
    (Cow::Owned(told), true)
}

/// A sign written as a reference (`&#8238;`) becomes one after the words were cleaned: it is
/// cleaned here.
fn cleaned<'a>(node: &'a AstNode<'a>) {
    let clean = |said: &mut String| {
        if let Cow::Owned(clean) = text::clean(said) {
            *said = clean;
        }
    };
    match &mut node.data_mut().value {
        NodeValue::Text(said) => {
            if let Cow::Owned(clean) = text::clean(said) {
                *said = clean.into();
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

/// Takes [`END`] out of what a node says.
fn without_ends<'a>(node: &'a AstNode<'a>) {
    let clean = |text: &mut String| {
        if text.contains(END) {
            *text = text.replace(END, "");
        }
    };
    match &mut node.data_mut().value {
        NodeValue::Text(text) if text.contains(END) => *text = text.replace(END, "").into(),
        NodeValue::Code(code) => clean(&mut code.literal),
        NodeValue::CodeBlock(code) => {
            clean(&mut code.literal);
            clean(&mut code.info);
        }
        NodeValue::HtmlBlock(html) => clean(&mut html.literal),
        NodeValue::HtmlInline(html) => clean(html),
        NodeValue::Link(link) | NodeValue::Image(link) => {
            clean(&mut link.url);
            clean(&mut link.title);
        }
        _ => {}
    }
}
