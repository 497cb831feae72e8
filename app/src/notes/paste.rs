//! What a browser's clipboard holds becomes Markdown: text copied from a word processor, from a
//! mail or from a web page.
//!
//! One pass over the tags (`read`) makes lines of signs, each with its styles; each line is
//! written as Markdown and read back (`line`); blocks are put under one another (`blocks`).
//! Copied plain text is left to [`crate::notes::bring`], and showing Markdown safely to the pages that
//! show it.

mod blocks;
mod leads;
mod line;
mod listed;
mod pictures;
mod read;
mod signs;
mod style;
mod table;
mod tag;

pub use blocks::As;
use domain::prose::text;
pub(crate) use listed::sign_of;
pub(crate) use signs::{box_of, number_of_letters};

/// The longest HTML that is read, in bytes.
pub const PASTE_MAX: usize = 2 * 1024 * 1024;

/// What a page of the web begins with: its kind, or itself.
const LEADS: [&str; 2] = ["<!doctype html", "<html"];

/// Turns HTML into Markdown. `None` when nothing in it can be read, or too much.
pub fn to_markdown(html: &str) -> Option<String> {
    converted(html, As::Markdown)
}

/// Turns HTML into plain words, a line for each paragraph and each item. `None` when nothing in
/// it can be read, or too much.
pub fn to_words(html: &str) -> Option<String> {
    converted(html, As::Words)
}

/// The Markdown of a file that is a page of the web, whole; `None` for any other text.
pub fn of_page(text: &str) -> Option<String> {
    let begins = text.trim_start().as_bytes();
    let is = |lead: &str| {
        begins.get(..lead.len()).is_some_and(|it| it.eq_ignore_ascii_case(lead.as_bytes()))
    };
    LEADS.into_iter().any(is).then(|| to_markdown(text)).flatten()
}

fn converted(html: &str, how: As) -> Option<String> {
    if html.len() > PASTE_MAX {
        return None;
    }
    let html = text::clean(html);
    let result = read::read(&html, how)?;
    let result = text::clean(&result);
    let result = result.trim_matches([' ', '\n']);
    let readable = result.chars().any(|sign| !sign.is_whitespace() && sign != '-');
    readable.then(|| format!("{result}\n"))
}

/// Whether a sign may be in what is read: it says something.
fn is_read(sign: char) -> bool {
    let is_none = matches!(sign, '\u{fdd0}'..='\u{fdef}') || u32::from(sign) & 0xfffe == 0xfffe;
    !is_none && (!sign.is_control() || matches!(sign, '\n' | '\t' | '\r'))
}
