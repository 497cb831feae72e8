//! The passage of a note where the words that were looked for are, and these words marked.

use std::ops::Range;

use app::engine::blocking::aside;
use domain::prose::markdown::{Headings, shown};
use maud::{Markup, html};
use projections::notes::search::{self, Found, Place};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::shell::problem::Problem;
use crate::shell::{markdown, typography};

/// How much of a note is shown, in bytes or so.
const LONG: usize = 200;

/// How much of it stands before the first word that was looked for.
const BEFORE: usize = 60;

/// How much of a note is looked at first, in bytes: nearly always all of it.
const LOOKED_AT: usize = 64 * 1024;

/// What is read where it is asked for, of all notes together, in bytes: some milliseconds.
const SHORT: usize = 256 * 1024;

/// `text` with the words of `query` marked.
pub fn marked(text: &str, query: &str) -> Markup {
    with_marks(text, &search::places(text, query), 0..text.len())
}

/// Each note with its passage ([`of`]), aside when together they are long.
///
/// # Errors
/// When the work aside panicked.
pub async fn each(found: Vec<Found>, query: &str) -> Result<Vec<(Found, Markup)>, Problem> {
    let query = query.to_owned();
    let with_passage = move |note: Found| {
        let passage = of(&note, &query);
        (note, passage)
    };
    if found.iter().map(|note| note.body.len()).sum::<usize>() <= SHORT {
        return Ok(found.into_iter().map(with_passage).collect());
    }
    Ok(aside(move || found.into_iter().map(with_passage).collect()).await?)
}

/// The passage of the note that holds most words of `query`, marked; its beginning when it
/// holds none.
pub fn of(note: &Found, query: &str) -> Markup {
    let (text, places) = looked_at(note, query);
    let Some(best) = best(&places) else {
        return html! { (markdown::excerpt(&note.body, LONG)) };
    };
    // Cut where a word begins, and where one ends; never inside the word itself.
    let from = best.start.saturating_sub(BEFORE);
    let begins = text.split_word_bound_indices().filter(|(_, word)| !word.trim().is_empty());
    let mut begins = begins.map(|(at, _)| at).skip_while(|at| *at < from);
    let start = if from == 0 { 0 } else { begins.next().unwrap_or(0).min(best.start) };
    let words = text[start..].split_word_bound_indices().map(|(at, word)| start + at + word.len());
    let end = words.take_while(|end| *end <= start + LONG).last().unwrap_or(start).max(best.end);
    let end = start + text[start..end].trim_end().len();
    html! {
        @if start > 0 { "… " }
        (with_marks(&text, &places, start..end))
        @if end < text.trim_end().len() { "…" }
    }
}

/// The words of a note, and where those of `query` are. A heading is read too: it may be what
/// was found. What stands beyond [`LOOKED_AT`] is read when words are missing before it.
fn looked_at(note: &Found, query: &str) -> (String, Vec<Place>) {
    let beginning = &note.body[..note.body.floor_char_boundary(LOOKED_AT)];
    let read = |markdown: &str| {
        let text = typography::words(&shown(markdown, Headings::Kept)).into_owned();
        let places = search::places(&text, query);
        (text, places)
    };
    let (text, places) = read(beginning);
    let words = |places: &[Place]| places.iter().fold(0, |words, place| words | place.words);
    let known = words(&places) | words(&search::places(&note.title, query));
    let is_all = usize::try_from(known.count_ones()) == Ok(search::looked_for(query));
    if is_all || beginning.len() == note.body.len() { (text, places) } else { read(&note.body) }
}

/// The first place of the passage with most of the words, then with most places.
fn best(places: &[Place]) -> Option<Range<usize>> {
    let mut held = [0_usize; 8];
    // How many of the words the passage holds, once a place is in it, or no longer.
    let mut count = |words: u8, more: bool| {
        for (_, held) in held.iter_mut().enumerate().filter(|(at, _)| words >> at & 1 == 1) {
            *held = if more { *held + 1 } else { *held - 1 };
        }
        held.iter().filter(|held| **held > 0).count()
    };
    let (mut best, mut end) = (None, 0);
    for (at, first) in places.iter().enumerate() {
        while let Some(next) = places.get(end)
            && (end == at || next.at.end <= first.at.start + LONG - BEFORE)
        {
            count(next.words, true);
            end += 1;
        }
        let score = (count(0, true), end - at);
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, first.at.clone()));
        }
        count(first.words, false);
    }
    best.map(|(_, at)| at)
}

/// What `range` of `text` says, these places marked.
fn with_marks(text: &str, places: &[Place], range: Range<usize>) -> Markup {
    let mut end = range.start;
    let mut pieces: Vec<(&str, &str)> = Vec::new();
    for Place { at, .. } in places {
        if at.start >= range.start && at.end <= range.end {
            pieces.push((&text[end..at.start], &text[at.clone()]));
            end = at.end;
        }
    }
    html! {
        @for (before, word) in &pieces { (before) mark { (word) } }
        (text[end..range.end])
    }
}
