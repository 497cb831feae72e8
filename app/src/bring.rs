//! Something that exists already becomes a draft: text copied from a page turns
//! into Markdown.
//!
//! Bullets and their nesting, headings (told by their shape and by what follows
//! them), paragraphs. Nothing is lost: what looks like the page's own furniture
//! (icon names, "22 notes", publication dates) stays in the text, and
//! [`furniture`] points at it so that the person can take it out.

use domain::text;

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
    Item { indent: usize, text: String },
    Text(String),
}

/// Turns copied text into a draft. Text that is Markdown already stays as it is.
pub fn transpose(pasted: &str) -> Brought {
    let pasted = pasted.replace("\r\n", "\n").replace('\r', "\n");
    if is_markdown(&pasted) {
        let title = text::proposed_title(&pasted).unwrap_or_default();
        let first = pasted.lines().position(|line| !line.trim().is_empty()).unwrap_or(0);
        // A heading that becomes the title is not said twice.
        let heads = pasted.lines().nth(first).is_some_and(|line| line.starts_with("# "));
        let kept = pasted.lines().skip(if heads { first + 1 } else { 0 });
        return Brought { title, body: kept.collect::<Vec<_>>().join("\n") };
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
    let last_item = lines.iter().rposition(|line| bullet(line.trim_start()).is_some());
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
    let marked = |line: &str| {
        let line = line.trim_start();
        let heading = line.trim_start_matches('#');
        (line.starts_with('#') && heading.starts_with(' '))
            || line.starts_with("- ")
            || line.starts_with("* ")
    };
    !text.contains('•') && text.lines().any(marked)
}

fn bullet(line: &str) -> Option<&str> {
    let signs = ['•', '◦', '▪', '‣', '●', '○', '·', '–', '—'];
    let rest = line.strip_prefix(signs)?;
    rest.starts_with([' ', '\t', '\u{a0}']).then(|| rest.trim_start())
}

fn read_line(line: &str) -> Line {
    let bare = line.trim_start();
    let indent = line.chars().take_while(|sign| sign.is_whitespace()).count();
    match bullet(bare) {
        Some(rest) => Line::Item { indent, text: rest.trim_end_matches([' ', '\t']).to_owned() },
        None if bare.trim().is_empty() => Line::Blank,
        None => Line::Text(bare.trim_end_matches([' ', '\t']).to_owned()),
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
    let mut indents: Vec<usize> = Vec::new();
    let mut section = false;
    // What follows the title at once is its subtitle, not a section.
    let subtitle = lines.iter().position(|line| *line != Line::Blank).filter(|_| has_title);
    for (at, line) in lines.iter().enumerate() {
        match line {
            Line::Blank => {}
            Line::Item { indent, text } => {
                while indents.last().is_some_and(|last| last > indent) {
                    indents.pop();
                }
                if indents.last() != Some(indent) {
                    indents.push(*indent);
                }
                let depth = "  ".repeat(indents.len() - 1);
                told.push_str(&format!("{depth}- {}\n", escaped(text)));
            }
            Line::Text(text) => {
                if !indents.is_empty() {
                    told.push('\n');
                }
                let level = if subtitle == Some(at) { None } else { level(lines, at, section) };
                section |= level == Some(2);
                let mark = level.map_or(String::new(), |level| format!("{} ", "#".repeat(level)));
                told.push_str(&format!("{mark}{}\n\n", escaped(text)));
                indents.clear();
            }
        }
    }
    if !indents.is_empty() {
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
    let heads_list = matches!(next, Line::Item { .. })
        && sentence
        && text.chars().count() <= SENTENCE_HEADING_MAX;
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

/// `text` with the signs that Markdown would take for its own.
pub(crate) fn escaped(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    for (at, sign) in text.char_indices() {
        let special = match sign {
            '*' | '<' | '`' | '\\' => true,
            '#' | '>' | '+' | '-' => at == 0,
            '_' => {
                let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
                let after = text[at + 1..].chars().next().is_some_and(char::is_alphanumeric);
                !(before && after)
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
