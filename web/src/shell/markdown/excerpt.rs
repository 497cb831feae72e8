//! The words of a text without its Markdown: for cards, searches, walls.

use domain::prose::markdown::{Headings, shown, shown_line};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::shell::typography;

/// How much of a text is read beyond its excerpt, at most, for headings, addresses and marks
/// that are left out: a card never reads a book.
const BEYOND: usize = 20_000;

/// The first words of a note, at most `longest` signs: its paragraphs joined with a space,
/// its headings left out, unless it is made of nothing else.
pub fn excerpt(text: &str, longest: usize) -> String {
    let beyond = longest.saturating_mul(10).saturating_add(1_000).min(BEYOND);
    let read = longest.saturating_add(beyond);
    let beginning = match text.char_indices().nth(read) {
        Some((end, _)) => &text[..end],
        None => text,
    };
    // Printed apostrophes, as the note itself is shown.
    typography::words(&cut(&shown(beginning, Headings::LeftOut), longest)).into_owned()
}

/// A sentence or a line of a note, without the signs of its Markdown.
pub fn fragment(text: &str, longest: usize) -> String {
    cut(&typography::words(&shown_line(text)), longest)
}

/// At most `longest` signs, and no word cut unless there is only one.
fn cut(words: &str, longest: usize) -> String {
    let Some((end, _)) = words.grapheme_indices(true).nth(longest) else {
        return words.to_owned();
    };
    let kept = &words[..end];
    let whole = kept.rsplit_once(' ').map_or(kept, |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ' ']))
}
