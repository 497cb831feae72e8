//! The passage of a note where the words that were looked for are, and these words marked.

use maud::{Markup, html};
use projections::search;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::markdown;

/// How much of a note is shown, in bytes or so.
const LONG: usize = 200;

/// How much of it stands before the first word that was looked for.
const BEFORE: usize = 60;

/// How much of a note is looked at.
const LOOKED_AT: usize = 64 * 1024;

/// `text` with the words of `query` marked.
pub fn marked(text: &str, query: &str) -> Markup {
    let mut end = 0;
    let mut pieces: Vec<(&str, &str)> = Vec::new();
    for at in search::marks(text, query) {
        pieces.push((&text[end..at.start], &text[at.clone()]));
        end = at.end;
    }
    html! {
        @for (before, word) in &pieces { (before) mark { (word) } }
        (text[end..])
    }
}

/// The passage of a Markdown text that holds most words of `query`, marked; its beginning
/// when it holds none.
pub fn of(body: &str, query: &str) -> Markup {
    let plain = markdown::excerpt(body, LOOKED_AT);
    let places = search::marks(&plain, query);
    let held = |from: usize| {
        places.iter().filter(|at| at.start >= from && at.end <= from + LONG - BEFORE).count()
    };
    let first =
        places.iter().map(|at| at.start).max_by_key(|at| (held(*at), std::cmp::Reverse(*at)));
    let from = first.map_or(0, |at| at.saturating_sub(BEFORE));
    // Cut where a word begins, and where one ends.
    let begins = plain.split_word_bound_indices().filter(|(_, word)| !word.trim().is_empty());
    let mut begins = begins.map(|(at, _)| at).skip_while(|at| *at < from);
    let start = if from == 0 { 0 } else { begins.next().unwrap_or(0) };
    let rest = &plain[start..];
    let words = rest.split_word_bound_indices().map(|(at, word)| at + word.len());
    let end = words.take_while(|end| *end <= LONG).last().unwrap_or(rest.len());
    let passage = rest[..end].trim_end();
    html! {
        @if start > 0 { "… " }
        (marked(passage, query))
        @if end < rest.len() { "…" }
    }
}
