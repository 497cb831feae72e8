//! Texts of both kinds: Markdown, beside items whose signs are none of its own, as a phone or a
//! conversation gives them.

use std::borrow::Cow;

use super::item;
use super::outline::Outline;
use super::sign::{BULLETS, boxed};

/// Whether a text surely holds Markdown in its lines: a link with its address, two words or more
/// between stars, or a whole line.
pub(super) fn is_clear(text: &str) -> bool {
    let has_link = text.match_indices("](http").any(|(at, _)| {
        let line = text[..at].rsplit('\n').next().unwrap_or_default();
        let rest = text[at..].lines().next().unwrap_or_default();
        line.contains('[') && rest.contains(')')
    });
    let is_strong = |line: &str| {
        let line = line.trim();
        strong(line) == 1 && line.starts_with("**") && line.ends_with("**")
    };
    has_link || text.lines().any(is_strong) || text.lines().map(strong).sum::<usize>() > 1
}

/// How many words of a line are between two stars: `**mot**`.
fn strong(line: &str) -> usize {
    let pieces: Vec<&str> = line.split("**").collect();
    let inside = pieces.iter().skip(1).step_by(2).take(pieces.len() / 2);
    let is_tight = |piece: &&&str| !piece.is_empty() && piece.trim() == **piece;
    if pieces.len() % 2 == 1 { inside.filter(is_tight).count() } else { 0 }
}

/// Whether a text has headings or code of Markdown.
pub(super) fn has_blocks(text: &str) -> bool {
    text.lines().any(|line| {
        let heading = line.trim_start_matches('#');
        is_fence(line) || heading.len() < line.len() && heading.starts_with(' ')
    })
}

fn is_fence(line: &str) -> bool {
    ["```", "~~~"].iter().any(|fence| line.trim_start().starts_with(fence))
}

/// Markdown whose items all have signs of Markdown: bullets and boxes of other sorts become dashes.
/// Nothing else of it changes.
pub(super) fn with_items(text: &str) -> Cow<'_, str> {
    if !text.lines().any(is_foreign) {
        return Cow::Borrowed(text);
    }
    let mut result = String::with_capacity(text.len() + 16);
    let (mut lists, mut apart, mut in_code, mut in_list) =
        (Outline::default(), false, false, false);
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches('\n');
        in_code ^= is_fence(bare);
        let was_apart = std::mem::replace(&mut apart, bare.trim().is_empty());
        match item::read(bare).filter(|_| !in_code) {
            Some(item) if is_foreign(bare) => {
                let (sign, _) = lists.sign(&item, was_apart);
                // A paragraph ends before the first one.
                if !in_list && !was_apart && !result.is_empty() {
                    result.push('\n');
                }
                result.push_str(&format!("{sign}{}{}", item.text, &line[bare.len()..]));
                in_list = true;
            }
            found => {
                if let Some(item) = &found {
                    lists.sign(item, was_apart);
                    in_list = true;
                } else if !apart && !bare.starts_with([' ', '\t']) {
                    // Words right after an item are a paragraph.
                    if in_list && !was_apart {
                        result.push('\n');
                    }
                    lists.end();
                    in_list = false;
                }
                result.push_str(line);
            }
        }
    }
    Cow::Owned(result)
}

/// Whether a line is an item with a sign that is none of Markdown, and that nobody takes for words.
fn is_foreign(line: &str) -> bool {
    let bare = line.trim_start();
    let Some(first) = bare.chars().next() else { return false };
    let is_sign = BULLETS.contains(first) && !"–—·".contains(first);
    let has_tab = bare.chars().nth(1) == Some('\t') && !"-*+>#|".contains(first);
    let is_box = boxed(bare).is_some();
    (is_sign || has_tab || is_box) && item::read(line).is_some()
}
