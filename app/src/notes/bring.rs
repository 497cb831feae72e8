//! Something that exists already becomes a draft: text copied from a page turns
//! into Markdown.
//!
//! Lines as people see them (`lines`), bullets and numbers (`item`, `sign`) and their nesting
//! (`outline`), headings (`heading`), paragraphs. Nothing is lost: what looks like the page's own furniture
//! (icon names, "22 notes", publication dates) stays in the text, and
//! [`furniture`] points at it so that the person can take it out.

mod cut;
mod escape;
mod heading;
mod item;
mod lines;
mod mail;
mod markdown;
mod mixed;
mod outline;
mod sign;
mod speech;

use std::borrow::Cow;

use domain::prose::markdown::{First, first_line};
use domain::prose::text;
pub(crate) use escape::escaped;
use lines::Line;
use markdown::How;
use outline::Outline;

use crate::notes::paste::sign_of;

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

/// Turns copied text into a draft. Text that is Markdown already stays as it is.
pub fn transpose(pasted: &str) -> Brought {
    let pasted = normal(pasted);
    match marked(&pasted) {
        Some(markdown) => as_it_is(&markdown),
        None => plain(&pasted, true),
    }
}

/// A copied text as Markdown, its first line among the others: what goes beside Markdown.
pub fn in_markdown(pasted: &str) -> String {
    let pasted = normal(pasted);
    let result = marked(&pasted).unwrap_or_else(|| plain(&pasted, false).body);
    result.trim_matches('\n').to_owned()
}

/// A copied text whose items are those of Markdown; as it was copied when it has no others.
pub fn with_items(pasted: &str) -> String {
    let pasted = normal(pasted);
    let lines: Vec<&str> = pasted.lines().collect();
    let read = lines::read(&lines, false);
    let items = read.iter().filter(|line| matches!(line, Line::Item(_))).count();
    let known = lines.iter().filter(|line| is_marked(line.trim_start())).count();
    let is_dash = |line: &&&str| line.trim_start().starts_with(['–', '—', '·', '»']);
    let dashes = lines.iter().filter(is_dash).count();
    // One dash alone is of a sentence.
    if items <= known || items - known == 1 && dashes == 1 || is_markdown(&pasted) {
        return pasted;
    }
    if mixed::is_clear(&pasted) || mixed::has_blocks(&pasted) {
        return mixed::with_items(&pasted).into_owned();
    }
    let result = How { headings: false, ..How::default() }.markdown(&read);
    result.trim_matches('\n').to_owned()
}

fn normal(pasted: &str) -> String {
    pasted.replace("\r\n", "\n").replace('\r', "\n")
}

/// A text that is Markdown, with the signs of its items if it has others; `None` for plain text.
fn marked(pasted: &str) -> Option<String> {
    if is_markdown(pasted) {
        return Some(parted(pasted));
    }
    mixed::is_clear(pasted).then(|| parted(&mixed::with_items(pasted)))
}

fn plain(pasted: &str, has_title: bool) -> Brought {
    let pasted = sign::beside_words(pasted);
    let lines: Vec<&str> = pasted.lines().collect();
    let end = furniture_start(&lines).unwrap_or(lines.len());
    let mut read = lines::read(&lines[..end], false);
    let title = match mail::subject(&pasted) {
        _ if !has_title => String::new(),
        Some(subject) => text::short_title(subject),
        None => take_title(&mut read),
    };
    let mut body = How { has_title: !title.is_empty(), ..How::default() }.markdown(&read);
    for line in lines[end..].iter().filter(|line| !line.trim().is_empty()) {
        body.push_str(&format!("{}\n\n", escaped(line.trim())));
    }
    let title =
        if title.is_empty() { text::proposed_title(&body).unwrap_or_default() } else { title };
    Brought { title, body }
}

/// A draft of a text that is Markdown: not a sign of it changes, save bullets that are none of
/// Markdown, and a first line that becomes the title is not said twice.
pub fn as_it_is(markdown: &str) -> Brought {
    let mut body = mixed::with_items(&normal(markdown)).into_owned();
    if let Some((title, rest)) = mail::front_matter(&body) {
        let result = as_it_is(&rest);
        return Brought { title: title.unwrap_or(result.title), body: result.body };
    }
    if let Some(subject) = mail::subject(&body) {
        return Brought { title: text::short_title(subject), body };
    }
    let Some(First { words, lines, is_heading }) = first_line(&body) else {
        return Brought { title: String::new(), body };
    };
    let title = text::short_title(&words);
    if let Some(lines) = lines.filter(|_| title == words) {
        let kept = body.lines().enumerate().filter(|(at, _)| !lines.contains(at));
        let kept = kept.map(|(_, line)| line).collect::<Vec<_>>().join("\n");
        // A line that is all there is stays, as does one that is a sentence.
        if is_heading || heading::may_be_title(&words) && !kept.trim().is_empty() {
            body = kept;
        }
    }
    Brought { title, body }
}

/// A list as a word processor leaves it, each item after a dash, under the one it belongs to;
/// any other text as it is.
pub(crate) fn dashed(text: &str) -> Cow<'_, str> {
    if !text.lines().any(item::is_of_a_processor) {
        return Cow::Borrowed(text);
    }
    let (mut output, mut lists, mut apart) =
        (String::with_capacity(text.len()), Outline::default(), false);
    for line in text.lines() {
        let was_apart = apart;
        apart = line.trim().is_empty();
        if let Some(item) = item::read(line) {
            lists.sign(&item, was_apart);
            let ticked = item.ticked.map_or("", sign_of);
            output.push_str(&format!("{}- {ticked}{}\n", "  ".repeat(lists.depth()), item.text));
            continue;
        }
        output.push_str(&format!("{line}\n"));
        if !apart {
            lists.end();
        }
    }
    Cow::Owned(output)
}

/// The words of a line with its box as a sign, if it has one in brackets.
pub(crate) fn with_box(words: &str) -> Cow<'_, str> {
    match sign::boxed(words).filter(|_| words.starts_with('[')) {
        Some((ticked, rest)) => Cow::Owned(format!("{}{}", sign_of(ticked), rest.trim_start())),
        None => Cow::Borrowed(words),
    }
}

/// The lines of a body that look like a page's own furniture, with their numbers
/// from 0.
pub fn furniture(body: &str) -> Vec<(usize, String)> {
    let lines: Vec<&str> = body.lines().collect();
    let Some(start) = furniture_start(&lines) else { return vec![] };
    let result = lines.iter().enumerate().skip(start);
    result
        .filter(|(_, line)| !line.trim().is_empty())
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

/// Whether a text is surely Markdown. Dashes alone are those of a mail as well.
fn is_markdown(text: &str) -> bool {
    let is_heading = |line: &str| {
        let heading = line.trim_start_matches('#');
        line.starts_with('#') && heading.starts_with(' ')
    };
    let lines = || text.lines().map(str::trim_start);
    if text.contains('•') || text.lines().any(item::is_of_a_processor) {
        return false;
    }
    let has_items = lines().any(is_dashed);
    let is_other = |line: &str| {
        let is_marked = line.starts_with(['-', '*', '+']) || line.starts_with(char::is_numeric);
        !is_marked && item::read(line).is_some()
    };
    let is_cut = || cut::cuts(&text.lines().collect::<Vec<_>>()).contains(&true);
    lines().any(is_heading)
        || has_items
            && (text.matches("**").count() > 1
                || ["](", "`", "|--", "| --"].iter().any(|mark| text.contains(mark)))
        || has_items
            && !lines().any(is_other)
            && !text.lines().any(is_of_a_mail)
            && !is_cut()
            && parted(text) == text
}

/// Whether a line says where a reference leads (`[p]: address`), or is a line across the page.
fn is_reference(line: &str) -> bool {
    let is_rule = line.len() > 2 && line.chars().all(|sign| "-_* ".contains(sign));
    is_rule || line.starts_with('[') && line.contains("]:")
}

/// Whether an item stands under another as mails in plain text have it: `     *   plier`.
fn is_of_a_mail(line: &str) -> bool {
    let bare = line.trim_start();
    bare.len() < line.len() && ["-  ", "*  "].iter().any(|sign| bare.starts_with(sign))
}

fn is_dashed(line: &str) -> bool {
    line.starts_with("- ") || line.starts_with("* ")
}

/// Whether a line is an item of Markdown.
fn is_marked(line: &str) -> bool {
    let counted = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let is_counted =
        counted.len() < line.len() && [". ", ") "].iter().any(|end| counted.starts_with(end));
    is_dashed(line) || is_counted
}

/// Markdown in which a paragraph that comes right after a list is one: it would go on with the
/// last item, which is not what is seen where it was typed.
fn parted(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let is_cut = cut::cuts(&lines);
    let (mut output, mut in_item, mut in_code) = (String::with_capacity(text.len()), false, false);
    for (at, line) in lines.iter().enumerate() {
        let is_fence = ["```", "~~~"].iter().any(|fence| line.trim_start().starts_with(fence));
        in_code ^= is_fence;
        let begins = line.chars().next();
        let is_words = begins
            .is_some_and(|sign| !sign.is_whitespace() && !"#>|=<`~".contains(sign))
            && !is_reference(line)
            && item::candidate(line).is_none_or(|item| item.is_picture());
        if in_item && is_words && !in_code && !is_fence && !is_cut[at - 1] {
            output.push('\n');
            in_item = false;
        } else if is_words || begins.is_none() {
            in_item &= !line.is_empty();
        }
        in_item |= is_marked(line.trim_start()) && !in_code;
        output.push_str(if at == 0 { "" } else { "\n" });
        output.push_str(line);
    }
    output
}

/// The first line, if it looks like a title.
fn take_title(lines: &mut Vec<Line>) -> String {
    let Some(first) = lines.iter().position(|line| *line != Line::Blank) else {
        return String::new();
    };
    let Line::Text(text) = &mut lines[first] else { return String::new() };
    if !heading::is_title(text) {
        return String::new();
    }
    let title = text.lines.remove(0);
    let gone = if text.lines.is_empty() { first + 1 } else { first };
    lines.drain(..gone);
    title
}
