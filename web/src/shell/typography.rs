//! Typewriter apostrophes, as people's keyboards make them, shown as printed ones.
//!
//! Every page goes through [`curl`] once it is written, and so does what live pages are sent:
//! titles, names, notes and excerpts look alike wherever they are shown, and what is stored
//! stays what was typed. Only words change, between tags and in what is said of an element,
//! never an address, code, the value of a field, nor words shown because they changed (`ins`, `del`, `data-as-written`). Straight
//! double quotes stay: which marks to put in their place is a matter of language and of taste.

use std::borrow::Cow;

use maud::{Markup, PreEscaped};

/// Elements whose words are shown as they were written.
const AS_WRITTEN: [&str; 9] =
    ["code", "del", "ins", "kbd", "pre", "samp", "script", "style", "textarea"];

/// Elements inside a line: a word goes on from one to the next.
const IN_LINE: [&str; 16] = [
    "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span",
    "strong", "u",
];

/// An apostrophe as keyboards make it.
const STRAIGHT: char = '\'';

/// `page` with printed apostrophes between its tags.
pub fn curl(page: Markup) -> Markup {
    match curl_piece(&page.0) {
        Cow::Borrowed(_) => page,
        Cow::Owned(text) => PreEscaped(text),
    }
}

/// The same for a piece of a page that is already text: what a live page is sent.
pub fn curl_piece(html: &str) -> Cow<'_, str> {
    if html.contains(STRAIGHT) { Cow::Owned(curled(html)) } else { Cow::Borrowed(html) }
}

/// A line of plain text with printed apostrophes, for the rare attribute that is read aloud or
/// sent to others.
pub fn words(text: &str) -> Cow<'_, str> {
    if !text.contains(STRAIGHT) {
        return Cow::Borrowed(text);
    }
    let mut result = String::with_capacity(text.len());
    add(&mut result, text, ' ');
    Cow::Owned(result)
}

fn curled(html: &str) -> String {
    let mut result = String::with_capacity(html.len() + 64);
    // The last letter before here, on the same line of text.
    let mut before = ' ';
    // Inside how many elements that stay as written; the name of each.
    let mut kept: Vec<&str> = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let (text, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        if kept.is_empty() {
            add(&mut result, text, before);
        } else {
            result.push_str(text);
        }
        before = text.chars().next_back().unwrap_or(before);
        let (tag, after) = tag.split_at(end_of_tag(tag));
        add_tag(&mut result, tag);
        rest = after;
        let closes = tag.starts_with("</");
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split([' ', '>', '/']).next().unwrap_or_default();
        if closes && kept.last() == Some(&name) {
            kept.pop();
        } else if !closes
            && (AS_WRITTEN.contains(&name)
                || tag.contains(" data-as-written")
                // Another of the same name inside: its end is not the end.
                || kept.last() == Some(&name))
        {
            kept.push(name);
        }
        if !tag.is_empty() && !IN_LINE.contains(&name) {
            before = ' ';
        }
    }
    result
}

/// Attributes that are read aloud or shown; `data-said` is what a live page says of itself.
const SAID: [&str; 6] = [
    " alt=\"",
    " aria-label=\"",
    " aria-valuetext=\"",
    " data-said=\"",
    " placeholder=\"",
    " title=\"",
];

/// Adds a tag, what is said of it printed as the rest is.
fn add_tag(text: &mut String, tag: &str) {
    let mut rest = tag;
    while rest.contains(STRAIGHT) {
        let next = SAID.iter().filter_map(|name| Some(rest.find(name)? + name.len())).min();
        let Some(begins) = next else { break };
        let (before, value) = rest.split_at(begins);
        let (value, after) = value.split_at(value.find('"').unwrap_or(value.len()));
        text.push_str(before);
        add(text, value, ' ');
        rest = after;
    }
    text.push_str(rest);
}

/// Where a tag that begins here ends: after its `>`, which may also be in a value.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (at, sign) in tag.bytes().enumerate() {
        match sign {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

/// Adds `text`, which follows the sign `before`.
fn add(words: &mut String, text: &str, mut before: char) {
    let mut begins = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let curls = word.contains(STRAIGHT) && !is_address(word);
        for (at, sign) in word.char_indices() {
            let after = &text[begins + at + sign.len_utf8()..];
            let straight = curls && sign == STRAIGHT;
            words.push(if straight { printed(before, after) } else { sign });
            before = sign;
        }
        begins += word.len();
    }
}

/// The sign that stands for a straight one between `before` and `after`.
fn printed(before: char, after: &str) -> char {
    let next = after.chars().next();
    let doubled = before == STRAIGHT || next == Some(STRAIGHT);
    let letter_follows = next.is_some_and(char::is_alphabetic);
    if doubled || (before.is_numeric() && !letter_follows) {
        // Two for a double quote; feet, or minutes of an arc.
        return STRAIGHT;
    }
    let opens = before.is_whitespace() || "([{«“‘\"—–-/\u{a0}\u{202f}".contains(before);
    if !opens {
        return '’';
    }
    match next {
        Some(next) if next.is_alphanumeric() && closes(after) => '‘',
        Some(next) if next.is_alphanumeric() => '’',
        _ => STRAIGHT,
    }
}

/// Whether what was opened is closed in `text`: a straight sign after a word, before none.
fn closes(text: &str) -> bool {
    text.match_indices(STRAIGHT).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + STRAIGHT.len_utf8()..].chars().next();
        before.is_some_and(|sign| !sign.is_whitespace())
            && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Whether a word is an address: of a page, of a mailbox.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.starts_with("www.")
}
