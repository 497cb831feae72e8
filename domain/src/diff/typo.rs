//! A slip of the keyboard, told from another word.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Words up to this many letters are close to many others: one letter may change.
const SHORT: usize = 4;

/// Longer runs of letters are no words: likening two of them costs the square of their
/// length.
const WORD_MAX: usize = 40;

/// Whether `new` is `old` with a slip mended: accents or capitals alone, one letter in
/// a short word, two in a longer one (Damerau–Levenshtein distance). Numbers are never
/// slips: a wrong digit is another fact.
pub fn is_typo(old: &str, new: &str) -> bool {
    let is_plain = |word: &str| {
        word.chars().any(char::is_alphabetic) && !word.chars().any(|sign| sign.is_ascii_digit())
    };
    if old == new || !is_plain(old) || !is_plain(new) || old.starts_with("http") {
        return false;
    }
    let longest = old.chars().count().max(new.chars().count());
    if longest > WORD_MAX {
        return false;
    }
    if bare(old) == bare(new) {
        return true;
    }
    let allowed = match longest {
        0..=2 => 0,
        3..=SHORT => 1,
        _ => 2,
    };
    strsim::damerau_levenshtein(&old.to_lowercase(), &new.to_lowercase()) <= allowed
}

/// A word without accents nor capitals.
fn bare(word: &str) -> String {
    word.to_lowercase().nfd().filter(|sign| !is_combining_mark(*sign)).collect()
}
