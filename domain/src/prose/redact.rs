//! Taking a passage out of a text for good, so that what is left is read and compared as
//! before: every word of it becomes one sign.

use std::ops::Range;

use crate::prose::diff::{is_space, tokens};

/// What stands for an erased word.
pub const ERASED: &str = "▮";

/// `text` without `passage`, and how many times it was there; `None` when it is not.
/// Capitals, apostrophes and kinds of spaces make no difference; a word that holds part of
/// the passage goes whole.
pub fn redact(text: &str, passage: &str) -> Option<(String, usize)> {
    let found = places(text, passage);
    (!found.is_empty()).then(|| (cut(text, &touched(text, &found)), found.len()))
}

/// The words of `text` that go with `passage`, in bytes of UTF-8, in order: where they are, and
/// nothing of what they say.
pub fn cuts(text: &str, passage: &str) -> Vec<Range<usize>> {
    touched(text, &places(text, passage))
}

/// `text` with one sign for each word at `cuts`. Those that do not fall on its letters are left
/// out.
pub fn cut(text: &str, cuts: &[Range<usize>]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    for range in cuts {
        let Some(before) = text.get(at..range.start) else { continue };
        if text.get(range.clone()).is_some() {
            result.push_str(before);
            result.push_str(ERASED);
            at = range.end;
        }
    }
    result.push_str(text.get(at..).unwrap_or_default());
    result
}

/// The words that one of `found` touches.
fn touched(text: &str, found: &[Range<usize>]) -> Vec<Range<usize>> {
    let (mut at, mut next, mut words) = (0, 0, vec![]);
    for token in tokens(text) {
        let end = at + token.len();
        while next < found.len() && found[next].end <= at {
            next += 1;
        }
        let is_in = found.get(next).is_some_and(|place| place.start < end);
        if is_in && !is_space(token) && token != "\n" {
            words.push(at..end);
        }
        at = end;
    }
    words
}

/// Where `passage` is in `text`, in bytes, one after the other.
fn places(text: &str, passage: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = passage.trim().chars().map(folded).collect();
    if wanted.is_empty() {
        return vec![];
    }
    let signs: Vec<(usize, char)> =
        text.char_indices().map(|(at, sign)| (at, folded(sign))).collect();
    let byte = |at: usize| signs.get(at).map_or(text.len(), |(byte, _)| *byte);
    let mut found = vec![];
    let mut at = 0;
    while at + wanted.len() <= signs.len() {
        let here = signs[at..at + wanted.len()].iter().zip(&wanted).all(|((_, a), b)| a == b);
        if here {
            found.push(byte(at)..byte(at + wanted.len()));
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    found
}

fn folded(sign: char) -> char {
    match sign {
        '’' => '\'',
        sign if sign.is_whitespace() => ' ',
        sign => sign.to_lowercase().next().unwrap_or(sign),
    }
}
