//! Headings of plain text, recognised by their shape and by what stands around them. What is not surely
//! one stays a paragraph, which says as much.

use super::lines::{Line, Text};

/// The longest line that can be a title.
const TITLE_MAX: usize = 140;

/// The longest line that can be a heading.
const HEADING_MAX: usize = 100;

/// The longest sentence that can be a heading, when a list follows it.
const SENTENCE_MAX: usize = 90;

/// The longest label before a dash, such as `APPRENTISSAGE - …`.
const LABEL_MAX: usize = 24;

/// The level of a heading: a section (2) holds other headings or comes first; a
/// part of it is 3. `None` for a paragraph.
pub(super) fn level(lines: &[Line], at: usize, section: bool) -> Option<usize> {
    let Line::Text(text) = &lines[at] else { return None };
    let next = lines[at + 1..].iter().find(|line| **line != Line::Blank)?;
    let is_apart = at == 0 || lines[at - 1] == Line::Blank;
    let is_over = matches!(lines[at + 1], Line::Blank | Line::Item(_));
    if !is_apart || !is_over || text.is_wrapped || text.lines.len() > 1 {
        return None;
    }
    let words = &text.lines[0];
    if is_labelled(words) {
        return Some(3);
    }
    let sentence = words.ends_with('.') && !words.ends_with("...");
    let heads_list =
        matches!(next, Line::Item(_)) && sentence && words.chars().count() <= SENTENCE_MAX;
    if !looks_like_heading(words) && !heads_list {
        return None;
    }
    let holds_headings = match next {
        Line::Text(next) => {
            // `Cordialement`, and a name under it.
            if next.length() < text.length() {
                return None;
            }
            let is_line = next.lines.len() == 1 && !next.is_wrapped;
            is_line && (looks_like_heading(&next.lines[0]) || is_labelled(&next.lines[0]))
        }
        Line::Item(_) | Line::Table(_) => false,
        Line::Blank | Line::Quote(_) | Line::Rule => return None,
    };
    Some(if holds_headings || !section { 2 } else { 3 })
}

/// Whether a text that comes first is a title.
pub(super) fn is_title(text: &Text) -> bool {
    let longest = if text.is_wrapped { HEADING_MAX } else { TITLE_MAX };
    may_be_title(&text.lines[0]) && text.lines[0].chars().count() <= longest
}

/// Whether a line has the shape of a title.
pub(super) fn may_be_title(line: &str) -> bool {
    is_headline(line, TITLE_MAX)
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

/// Short, begun as a sentence begins, and without the point or the colon that ends one.
fn looks_like_heading(text: &str) -> bool {
    let begins = text.chars().find(|sign| sign.is_alphanumeric());
    is_headline(text, HEADING_MAX) && begins.is_some_and(|sign| !sign.is_lowercase())
}

fn is_headline(text: &str, longest: usize) -> bool {
    let text = text.trim_end_matches(char::is_whitespace);
    let open = text.ends_with(['.', ':', ';', ',', '…', '!', '?']);
    text.chars().count() <= longest && !open && !is_page_number(text)
}

/// Whether a line is the number of a page, as a printed one has it: `12`, `– 3 –`, `Page 3/12`.
fn is_page_number(text: &str) -> bool {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_number = |word: &str| word.len() < 4 && word.bytes().all(|sign| sign.is_ascii_digit());
    let known = ["page", "p", "sur", "de", "of"];
    let (numbers, others): (Vec<&str>, Vec<&str>) = words.partition(|word| is_number(word));
    !numbers.is_empty() && others.iter().all(|word| known.contains(&word.to_lowercase().as_str()))
}
