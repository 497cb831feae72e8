//! A slip of the keyboard, told from another word.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Words up to this many letters are close to many others: one letter may change.
const SHORT: usize = 4;

/// Longer runs of letters are no words: likening two of them costs the square of their
/// length.
const WORD_MAX: usize = 40;

/// In shorter words, one letter or two of the same often make two words (balle, bale).
const LONG: usize = 7;

/// Letters that double between two words of French, or two tenses (poison, poissonnier;
/// courait, courrait), however long they are. Vowels double at the end of feminine words.
const MEANT: &str = "srhwxyzaeiou";

/// Whether `new` is surely `old` with a slip corrected: accents or capitals alone, two letters
/// in each other's place, a consonant doubled inside a long word, or three times the same
/// letter. Anything else may be another word, or another number or gender of it: nobody
/// here knows French well enough to tell. Numbers are never slips: a wrong digit is another
/// fact.
pub fn is_typo(old: &str, new: &str) -> bool {
    if !are_words(old, new) {
        return false;
    }
    let (old, new): (Vec<char>, Vec<char>) =
        (bare(old).chars().collect(), bare(new).chars().collect());
    old == new || is_swapped(&old, &new) || is_doubled(&old, &new) || is_doubled(&new, &old)
}

/// Whether `new` is so near `old` that it stays the word of whoever wrote it: one letter in
/// a short word, two in a longer one (Damerau–Levenshtein distance). What it says may be
/// another thing: ask [`is_typo`] for that.
pub fn is_near(old: &str, new: &str) -> bool {
    if !are_words(old, new) {
        return false;
    }
    if bare(old) == bare(new) {
        return true;
    }
    let allowed = match old.chars().count().max(new.chars().count()) {
        0..=2 => 0,
        3..=SHORT => 1,
        _ => 2,
    };
    strsim::damerau_levenshtein(&old.to_lowercase(), &new.to_lowercase()) <= allowed
}

/// Whether both are words that can be likened, and not the same.
fn are_words(old: &str, new: &str) -> bool {
    let is_plain = |word: &str| {
        word.chars().any(char::is_alphabetic) && !word.chars().any(|sign| sign.is_ascii_digit())
    };
    old != new
        && is_plain(old)
        && is_plain(new)
        && !old.starts_with("http")
        && old.chars().count().max(new.chars().count()) <= WORD_MAX
}

/// A word without accents nor capitals.
fn bare(word: &str) -> String {
    word.to_lowercase().nfd().filter(|sign| !is_combining_mark(*sign)).collect()
}

/// Whether two letters side by side took each other's place, in a word of some length.
fn is_swapped(old: &[char], new: &[char]) -> bool {
    if old.len() != new.len() || old.len() < SHORT {
        return false;
    }
    let Some(at) = old.iter().zip(new).position(|(a, b)| a != b) else { return false };
    at + 1 < old.len()
        && old[at] == new[at + 1]
        && old[at + 1] == new[at]
        && old[at + 2..] == new[at + 2..]
}

/// Whether `long` is `short` with one letter more, the same as the one beside it, that makes no
/// other word.
fn is_doubled(short: &[char], long: &[char]) -> bool {
    if long.len() != short.len() + 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    if same == 0 || long[same] != long[same - 1] || long[same + 1..] != short[same..] {
        return false;
    }
    let letter = long[same];
    // Roman numbers count with the same letters.
    let is_tripled =
        same >= 2 && long[same - 2] == letter && !long.iter().all(|sign| "ivxlcdm".contains(*sign));
    let is_inside = same >= 2 && same + 1 < long.len();
    is_tripled || (is_inside && long.len() >= LONG && !MEANT.contains(letter))
}
