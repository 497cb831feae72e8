//! Signs of items: bullets, boxes, numbers and letters, and what could be words.

use super::item::Kind;
use crate::notes::paste::{box_of, number_of_letters};

/// What a sign says, and whether it could be words.
pub(super) struct Sign {
    pub(super) kind: Kind,
    pub(super) number: usize,
    pub(super) part_of: Option<usize>,
    pub(super) depth: usize,
    pub(super) may_be_words: bool,
}

/// Bullets that nobody takes for a word.
pub(super) const BULLETS: &str =
    "•◦▪‣●○·–—∙■◆➢➤⁃▸▶►❖➔➜➡👉🔹🔸🔷🔶\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f076}";

/// Those that may touch the word after them.
const TOUCHING: &str = "•◦▪‣●■◆➢➤⁃👉🔹🔸\u{f0b7}";

/// The longest number or letters before an item: `(viii)`, `12.10.3.`.
const SIGNS_MAX: usize = 9;

/// `text` with each sign that stands alone on its line, as pages are copied, beside the words
/// under it.
pub(super) fn beside_words(text: &str) -> String {
    let is_alone = |line: &str| {
        let line = line.trim();
        let mut signs = line.chars();
        let is_sign =
            signs.next().is_some_and(|sign| TOUCHING.contains(sign) || box_of(sign).is_some());
        let digits = line.strip_suffix(['.', ')']);
        is_sign && signs.all(is_mark) || digits.is_some_and(is_number)
    };
    let mut result = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        result.push_str(line);
        let has_words = |next: &&str| !next.trim().is_empty() && !is_alone(next);
        if is_alone(line)
            && let Some(next) = lines.next_if(has_words)
        {
            result.push_str(&format!(" {}", next.trim_start()));
        }
        result.push('\n');
    }
    result
}

/// Whether a box begins `bare`, ticked or not, and what follows it.
pub(super) fn boxed(bare: &str) -> Option<(bool, &str)> {
    if let Some((mark, rest)) = bare.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        let ticked = match mark.trim_matches(char::is_whitespace) {
            "" => false,
            "x" | "X" | "✓" | "✔" => true,
            _ => return None,
        };
        return rest.starts_with(char::is_whitespace).then_some((ticked, rest));
    }
    let first = bare.chars().next()?;
    let ticked = box_of(first)?;
    let rest = bare[first.len_utf8()..].trim_start_matches(is_mark);
    rest.starts_with(|sign: char| sign.is_whitespace() || sign.is_alphanumeric())
        .then_some((ticked, rest))
}

/// Signs that ask for a picture, or for a plain sign.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{fe0e}' | '\u{fe0f}')
}

impl Sign {
    pub(super) fn bullet(sign: char, may_be_words: bool) -> Self {
        Self { kind: Kind::Sign(sign), number: 0, part_of: None, depth: 0, may_be_words }
    }

    fn number(end: char, number: usize, may_be_words: bool) -> Self {
        let kind = Kind::Digits(end);
        Self { kind, number: number.max(1), part_of: None, depth: 0, may_be_words }
    }
}

/// The sign of `bare`, and what follows it.
pub(super) fn signed(bare: &str) -> Option<(Sign, &str)> {
    let first = bare.chars().next()?;
    let after = bare[first.len_utf8()..].trim_start_matches(is_mark);
    if TOUCHING.contains(first) && after.starts_with(char::is_alphanumeric) {
        return Some((Sign::bullet(first, false), after));
    }
    // A bullet of a keyboard that touches its word, unless it is there again: `*so*`, `-1`.
    if "-*".contains(first) && after.starts_with(char::is_alphabetic) && !after.contains(first) {
        return Some((Sign::bullet(first, true), after));
    }
    let Some(length) = bare.find(char::is_whitespace) else { return touching(bare) };
    let (sign, rest) = bare.split_at(length);
    // Only word processors put a tab, or several spaces, there.
    let blank = &rest[..rest.len() - rest.trim_start().len()];
    let is_wide = blank.contains('\t') || blank.chars().count() > 2;
    let bare_sign: String = sign.chars().filter(|sign| !is_mark(*sign)).collect();
    if bare_sign.chars().count() > SIGNS_MAX {
        return touching(bare);
    }
    // `1 - plier`.
    let dash = rest.trim_start();
    if is_number(sign)
        && let Some(text) = dash.strip_prefix(['-', '–', '—'])
        && text.starts_with(char::is_whitespace)
    {
        return Some((Sign::number('-', sign.parse().ok()?, true), text));
    }
    kind(&bare_sign, is_wide).map(|sign| (sign, rest)).or_else(|| touching(bare))
}

/// `1.plier`, `2)ranger`: a number that touches its words.
fn touching(bare: &str) -> Option<(Sign, &str)> {
    let end = bare.find(|sign: char| !sign.is_ascii_digit())?;
    let (digits, rest) = bare.split_at(end);
    let sign = rest.chars().next().filter(|sign| ".)°/".contains(*sign))?;
    let text = &rest[sign.len_utf8()..];
    (is_number(digits) && text.starts_with(char::is_alphabetic))
        .then(|| Some((Sign::number(sign, digits.parse().ok()?, true), text)))?
}

/// Whether these are the digits of an item: `2026.` ends a sentence.
fn is_number(digits: &str) -> bool {
    (1..4).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
}

fn kind(sign: &str, is_wide: bool) -> Option<Sign> {
    let mut signs = sign.chars();
    let first = signs.next()?;
    if signs.next().is_none() {
        if let Some(number) = circled(first) {
            return Some(Sign::number('①', number, false));
        }
        let is_bullet = BULLETS.contains(first)
            || "-*+".contains(first)
            // Word's other bullets are letters of its fonts of signs.
            || (is_wide && ("oØüvq".contains(first) || !first.is_alphanumeric()));
        // Any face or sign begins items where it begins several lines.
        // `o`, under a bullet: what a printed page leaves of a list of Word.
        let is_sign = first == 'o'
            || matches!(first, '\u{2190}'..='\u{21ff}' | '\u{25a0}'..='\u{27bf}')
            || matches!(first, '\u{2b00}'..='\u{2bff}' | '\u{1f300}'..='\u{1faff}' | '»' | '›' | '~');
        return (is_bullet || is_sign).then(|| Sign::bullet(first, !is_bullet));
    }
    let counted = sign.trim_start_matches('(');
    if let Some(digits) = counted.strip_suffix('\u{20e3}') {
        return is_number(digits).then(|| Sign::number('①', digits.parse().unwrap_or(1), false));
    }
    if let Some(parts) = parts(counted) {
        return Some(parts);
    }
    let end = counted.chars().next_back()?;
    let counted = counted.strip_suffix(end)?;
    // `1°)`, `1.-`.
    let short = counted.trim_end_matches(['°', '.', ')', '/']);
    if is_number(short) {
        let may_be_words = match end {
            '.' | ')' => false,
            '°' | 'º' | '/' | '-' | '–' => true,
            _ => return None,
        };
        return Some(Sign::number(end, short.parse().ok()?, may_be_words));
    }
    if !matches!(end, '.' | ')' | '/' | '-' | '°') {
        return None;
    }
    // `A.` begins a name, unless a tab follows it, or `B.` the next line.
    let is_letter = counted.chars().count() == 1 && counted.chars().all(char::is_alphabetic);
    let is_roman = !counted.is_empty() && counted.chars().all(|sign| "ivxIVX".contains(sign));
    let may_be_words = end != ')' && !is_wide;
    let capital = counted.chars().all(char::is_uppercase);
    let kind = if is_roman { Kind::Roman(end, capital) } else { Kind::Letters(end, capital) };
    (is_letter || is_roman).then(|| Sign {
        kind,
        number: number_of_letters(counted),
        part_of: None,
        depth: 0,
        may_be_words,
    })
}

/// `2.1.`, `2.1`, `2.1)`: a part of an item.
fn parts(sign: &str) -> Option<Sign> {
    let bare = sign.trim_end_matches(['.', ')']);
    let parts: Vec<&str> = bare.split('.').collect();
    if parts.len() < 2 || !parts.iter().all(|part| is_number(part)) {
        return None;
    }
    let number = |back: usize| parts[parts.len() - back].parse().ok();
    // Whether a point ends them or not, they are numbers of one list.
    let mut result = Sign::number('.', number(1)?, true);
    (result.part_of, result.depth) = (Some(number(2)?), parts.len() - 1);
    Some(result)
}

/// The number that a sign in a circle says.
fn circled(sign: char) -> Option<usize> {
    let begins = ['①', '❶', '➀', '➊']
        .into_iter()
        .find(|begin| (u32::from(*begin)..u32::from(*begin) + 10).contains(&u32::from(sign)))?;
    usize::try_from(u32::from(sign) - u32::from(begins) + 1).ok()
}
