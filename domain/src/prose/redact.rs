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
    if found.is_empty() {
        return None;
    }
    let mut result = String::with_capacity(text.len());
    let (mut at, mut next) = (0, 0);
    for token in tokens(text) {
        let end = at + token.len();
        while next < found.len() && found[next].end <= at {
            next += 1;
        }
        let touched = found.get(next).is_some_and(|place| place.start < end);
        result.push_str(if touched && !is_space(token) && token != "\n" { ERASED } else { token });
        at = end;
    }
    Some((result, found.len()))
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
