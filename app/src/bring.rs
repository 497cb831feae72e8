//! Something that exists already becomes a draft: text copied from a page turns
//! into Markdown.
//!
//! Bullets, numbers and their nesting (`item`), headings (told by their shape and by what
//! follows them), paragraphs. Nothing is lost: what looks like the page's own furniture
//! (icon names, "22 notes", publication dates) stays in the text, and
//! [`furniture`] points at it so that the person can take it out.

mod item;

use std::borrow::Cow;

use domain::markdown::{address_end, next_address};
use domain::text;
use item::{Item, Outline};

/// The longest line that can be a heading.
const HEADING_MAX: usize = 140;

/// The longest sentence that can be a heading, when a list follows it.
const SENTENCE_HEADING_MAX: usize = 90;

/// The longest label before a dash, such as `APPRENTISSAGE - …`.
const LABEL_MAX: usize = 24;

/// Names of icons that leak as text when a page is copied (Material Symbols).
const ICONS: [&str; 32] = [
    "account_circle",
    "add",
    "arrow_back",
    "arrow_forward",
    "attach_file",
    "calendar_today",
    "category",
    "chat",
    "check_circle",
    "chevron_right",
    "close",
    "comment",
    "delete",
    "diversity_3",
    "edit",
    "expand_more",
    "favorite",
    "file_copy",
    "folder",
    "forum",
    "group",
    "groups",
    "home",
    "link",
    "lock",
    "lock_open",
    "menu",
    "more_vert",
    "note",
    "padding",
    "person",
    "public",
];

/// A text ready to be a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// A title proposed from the text.
    pub title: String,
    /// The rest, in Markdown.
    pub body: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    Blank,
    Item(Item),
    Text(String),
}

/// Turns copied text into a draft. Text that is Markdown already stays as it is.
pub fn transpose(pasted: &str) -> Brought {
    let pasted = pasted.replace("\r\n", "\n").replace('\r', "\n");
    if is_markdown(&pasted) {
        return as_it_is(&pasted);
    }
    let lines: Vec<&str> = pasted.lines().collect();
    let end = furniture_start(&lines).unwrap_or(lines.len());
    let mut read: Vec<Line> = lines[..end].iter().map(|line| read_line(line)).collect();
    let title = take_title(&mut read);
    let mut body = markdown(&read, !title.is_empty());
    for line in lines[end..].iter().filter(|line| !line.trim().is_empty()) {
        body.push_str(&format!("{}\n\n", escaped(line.trim())));
    }
    let title =
        if title.is_empty() { text::proposed_title(&body).unwrap_or_default() } else { title };
    Brought { title, body }
}

/// A draft of a text that is Markdown: not a sign of it changes.
pub fn as_it_is(markdown: &str) -> Brought {
    let pasted = markdown.replace("\r\n", "\n").replace('\r', "\n");
    let title = text::proposed_title(&pasted).unwrap_or_default();
    let first = pasted.lines().position(|line| !line.trim().is_empty()).unwrap_or(0);
    // A heading that becomes the title is not said twice.
    let heads = pasted.lines().nth(first).is_some_and(|line| line.starts_with("# "));
    let kept = pasted.lines().skip(if heads { first + 1 } else { 0 });
    Brought { title, body: kept.collect::<Vec<_>>().join("\n") }
}

/// A list as a word processor leaves it, each item after a dash, under the one it belongs to;
/// any other text as it is.
pub(crate) fn dashed(text: &str) -> Cow<'_, str> {
    if !text.lines().any(item::is_of_a_processor) {
        return Cow::Borrowed(text);
    }
    let (mut told, mut lists, mut apart) =
        (String::with_capacity(text.len()), Outline::default(), false);
    for line in text.lines() {
        match read_line(line) {
            Line::Item(item) => {
                lists.sign(&item, apart);
                told.push_str(&format!("{}- {}\n", "  ".repeat(lists.depth()), item.text));
            }
            Line::Blank | Line::Text(_) => told.push_str(&format!("{line}\n")),
        }
        apart = line.trim().is_empty();
        if !apart && item::read(line).is_none() {
            lists.end();
        }
    }
    Cow::Owned(told)
}

/// The lines of a body that look like a page's own furniture, with their numbers
/// from 0.
pub fn furniture(body: &str) -> Vec<(usize, String)> {
    let lines: Vec<&str> = body.lines().collect();
    let Some(start) = furniture_start(&lines) else { return vec![] };
    let told = lines.iter().enumerate().skip(start);
    told.filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| (at, line.trim().replace('\\', "")))
        .collect()
}

/// The body without the lines of these numbers.
pub fn without(body: &str, numbers: &[usize]) -> String {
    let kept = body.lines().enumerate().filter(|(at, _)| !numbers.contains(at));
    kept.map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}

/// Where the furniture begins: the first line with an icon after which no list
/// item comes. People's words come before it; menus and dates come after.
fn furniture_start(lines: &[&str]) -> Option<usize> {
    let last_item = lines.iter().rposition(|line| item::read(line).is_some());
    let from = last_item.map_or(0, |at| at + 1);
    let found = lines[from..].iter().position(|line| has_icon(line))?;
    Some(from + found)
}

/// Whether a line begins with the name of an icon: alone, glued to a word
/// (`forumContacter`), or before the same word (`note Note(s)`).
fn has_icon(line: &str) -> bool {
    let line = line.trim().replace('\\', "");
    ICONS.iter().any(|icon| {
        let Some(rest) = line.strip_prefix(icon) else { return false };
        rest.is_empty()
            || rest.starts_with(char::is_uppercase)
            || (icon.contains('_') && rest.starts_with(' '))
            || rest.trim_start().to_lowercase().starts_with(icon)
    })
}

fn is_markdown(text: &str) -> bool {
    let is_heading = |line: &str| {
        let heading = line.trim_start_matches('#');
        line.starts_with('#') && heading.starts_with(' ')
    };
    let is_item = |line: &str| line.starts_with("- ") || line.starts_with("* ");
    let is_marked = |line: &str| is_heading(line) || is_item(line);
    text.lines().map(str::trim_start).any(is_marked)
        && !text.contains('•')
        && !text.lines().any(item::is_of_a_processor)
}

fn read_line(line: &str) -> Line {
    match item::read(line) {
        Some(item) => Line::Item(item),
        None if line.trim().is_empty() => Line::Blank,
        None => Line::Text(line.trim_start().trim_end_matches([' ', '\t']).to_owned()),
    }
}

/// The first line, if it looks like a title.
fn take_title(lines: &mut Vec<Line>) -> String {
    let Some(first) = lines.iter().position(|line| *line != Line::Blank) else {
        return String::new();
    };
    let Line::Text(text) = &lines[first] else { return String::new() };
    if !looks_like_heading(text) {
        return String::new();
    }
    let title = text.clone();
    lines.drain(..=first);
    title
}

fn markdown(lines: &[Line], has_title: bool) -> String {
    let mut told = String::new();
    let mut lists = Outline::default();
    let mut section = false;
    // What follows the title at once is its subtitle, not a section.
    let subtitle = lines.iter().position(|line| *line != Line::Blank).filter(|_| has_title);
    for (at, line) in lines.iter().enumerate() {
        match line {
            Line::Blank => {}
            Line::Item(item) => {
                let apart = at > 0 && lines[at - 1] == Line::Blank;
                let (sign, must_part) = lists.sign(item, apart);
                if must_part && !told.is_empty() && !told.ends_with("\n\n") {
                    told.push('\n');
                }
                told.push_str(&format!("{sign}{}\n", escaped(&item.text)));
            }
            Line::Text(text) => {
                if !lists.is_empty() {
                    told.push('\n');
                }
                let level = if subtitle == Some(at) { None } else { level(lines, at, section) };
                section |= level == Some(2);
                let mark = level.map_or(String::new(), |level| format!("{} ", "#".repeat(level)));
                told.push_str(&format!("{mark}{}\n\n", escaped(text)));
                lists.end();
            }
        }
    }
    if !lists.is_empty() {
        told.push('\n');
    }
    told
}

/// The level of a heading: a section (2) holds other headings or comes first; a
/// part of it is 3. `None` for a paragraph.
fn level(lines: &[Line], at: usize, section: bool) -> Option<usize> {
    let Line::Text(text) = &lines[at] else { return None };
    let next = lines[at + 1..].iter().find(|line| **line != Line::Blank)?;
    if is_labelled(text) {
        return Some(3);
    }
    let sentence = text.ends_with('.') && !text.ends_with("...");
    let heads_list =
        matches!(next, Line::Item(_)) && sentence && text.chars().count() <= SENTENCE_HEADING_MAX;
    if !looks_like_heading(text) && !heads_list {
        return None;
    }
    let holds_headings =
        matches!(next, Line::Text(next) if looks_like_heading(next) || is_labelled(next));
    Some(if holds_headings || !section { 2 } else { 3 })
}

/// `APPRENTISSAGE - …`: a word in capitals, then a dash.
fn is_labelled(text: &str) -> bool {
    let Some((label, _)) = text.split_once(" - ").or_else(|| text.split_once(" – ")) else {
        return false;
    };
    let letters: Vec<char> = label.chars().filter(|sign| sign.is_alphabetic()).collect();
    letters.len() > 2
        && label.chars().count() <= LABEL_MAX
        && letters.iter().all(|letter| letter.is_uppercase())
}

/// Short, and without the point or the colon that ends a sentence.
fn looks_like_heading(text: &str) -> bool {
    let text = text.trim_end_matches(char::is_whitespace);
    let open = text.ends_with(['.', ':', ';', ',', '…', '!', '?']);
    text.chars().count() <= HEADING_MAX && !open
}

/// `text`, a line, with the signs that Markdown would take for its own escaped; but in
/// addresses, which are links as they are.
pub(crate) fn escaped(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    let mut rest = 0;
    while let Some(at) = next_address(&text[rest..]) {
        let begin = rest + at;
        let end = begin + address_end(&text[begin..]);
        told.push_str(&escaped_words(text, rest..begin));
        told.push_str(&text[begin..end]);
        if end == begin {
            break;
        }
        rest = end;
    }
    told.push_str(&escaped_words(text, rest..text.len()));
    told
}

fn escaped_words(text: &str, part: std::ops::Range<usize>) -> String {
    let mut told = String::with_capacity(part.len());
    let (has_links, has_struck) = (text.contains("]("), text.contains("~~"));
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, sign) in text[part.clone()].char_indices() {
        let at = part.start + at;
        let after = text[at + sign.len_utf8()..].chars().next();
        let special = match sign {
            '*' | '<' | '`' | '\\' => true,
            '[' => has_links,
            '~' => has_struck,
            '#' | '>' | '+' | '-' | '=' => at == 0,
            '.' | ')' => {
                (1..10).contains(&digits) && at == digits && after.is_none_or(char::is_whitespace)
            }
            '_' => {
                let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
                !(before && after.is_some_and(char::is_alphanumeric))
            }
            _ => false,
        };
        if special {
            told.push('\\');
        }
        told.push(sign);
    }
    told
}
