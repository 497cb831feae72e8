//! Words that are read from the right, among others that are read from the left.

use std::borrow::Cow;

/// Stands before words whose direction is their own (U+2068), and after them (U+2069).
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// `words` as they may stand in any sentence: when some of them are read from the right, what
/// follows is put in its place by these two signs, on pages, in titles and in letters alike.
pub fn isolated(words: &str) -> Cow<'_, str> {
    if words.is_ascii() || words.starts_with(ISOLATE.0) || !words.chars().any(is_from_right) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(format!("{}{words}{}", ISOLATE.0, ISOLATE.1))
}

/// Whether a text begins at the right: its first letter does.
pub fn begins_right(text: &str) -> bool {
    text.chars().find(|sign| sign.is_alphabetic()).is_some_and(is_from_right)
}

/// Letters of Hebrew, Arabic and their neighbours.
fn is_from_right(sign: char) -> bool {
    matches!(
        sign,
        '\u{590}'..='\u{8ff}'
            | '\u{200f}'
            | '\u{fb1d}'..='\u{fdcf}'
            | '\u{fdf0}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}
