//! What text says, sign by sign.

use domain::prose::text;

use super::is_read;
use super::style::Script;

/// A list that begins later is not one that a person counted.
pub(super) const NUMBER_MAX: usize = 99_999;

/// Boxes as signs, and whether they are ticked. Word ticks with a cross.
const BOXES: [(char, bool); 12] = [
    ('☐', false),
    ('□', false),
    ('⬜', false),
    ('🔲', false),
    ('☑', true),
    ('☒', true),
    ('✅', true),
    ('🗹', true),
    ('🗷', true),
    ('⊠', true),
    ('✓', true),
    ('✔', true),
];

/// Whether the box that a sign is, if it is one, is ticked.
pub(crate) fn box_of(sign: char) -> Option<bool> {
    BOXES.iter().find(|(known, _)| *known == sign).map(|(_, ticked)| *ticked)
}

pub(super) fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{200b}' | '\u{feff}')
}

/// The number that letters before an item stand for: `b` is 2, `iv` is 4; 1 when they say none.
pub(crate) fn number_of_letters(letters: &str) -> usize {
    let letters = letters.to_lowercase();
    let value = |letter: u8| match letter {
        b'i' => 1,
        b'v' => 5,
        b'x' => 10,
        _ => 0,
    };
    if letters.bytes().all(|letter| value(letter) > 0) {
        let values: Vec<usize> = letters.bytes().map(value).collect();
        let below = |at: usize| values.get(at + 1).is_some_and(|next| *next > values[at]);
        let (minus, plus): (Vec<_>, Vec<_>) = (0..values.len()).partition(|at| below(*at));
        let sum = |places: Vec<usize>| places.into_iter().map(|at| values[at]).sum::<usize>();
        return sum(plus).saturating_sub(sum(minus)).max(1);
    }
    match letters.as_bytes() {
        [letter @ b'a'..=b'z'] => usize::from(letter - b'a') + 1,
        _ => 1,
    }
}

/// The number that Word's sign says (`3.`, `b)`, `IV.`), or 0 for a bullet (`·`, `o`).
pub(super) fn number_of(sign: &str) -> usize {
    let sign = sign.trim_matches(is_blank);
    let counts = sign.trim_end_matches(['.', ')']);
    let digits = counts.rsplit(|digit: char| !digit.is_ascii_digit()).next().unwrap_or_default();
    match digits.parse::<usize>() {
        Ok(number) => number.clamp(1, NUMBER_MAX),
        Err(_) if counts.len() < sign.len() && counts.contains(char::is_alphanumeric) => {
            number_of_letters(counts.trim_start_matches('('))
        }
        Err(_) => 0,
    }
}

/// Whether Word's sign says more than a number or a letter: `Article 1 –`, `1.2.`.
pub(super) fn is_words(sign: &str) -> bool {
    let counted = sign.trim_matches(is_blank).trim_start_matches('(');
    let counted = counted.trim_end_matches(['.', ')', '°', 'º', '/', '-', '–', ':', ' ', '\u{a0}']);
    let is_number = counted.bytes().all(|sign| sign.is_ascii_digit());
    let is_roman = counted.chars().all(|sign| "ivxlcIVXLC".contains(sign));
    let is_more = counted.chars().nth(1).is_some() && counted.chars().any(char::is_alphanumeric);
    is_more && !is_number && !is_roman
}

const ON: &str = "0123456789+-−=()/,. ";
const ABOVE: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾⁄,. ";
const UNDER: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎⁄,. ";

/// The text above or under its line, as signs that stand there, if each has one: `m²`, `CO₂`.
/// Letters (`1er`) stay on the line.
pub(super) fn scripted(text: &str, stands: Script) -> Option<String> {
    let signs = match stands {
        Script::On => return None,
        Script::Above => ABOVE,
        Script::Under => UNDER,
    };
    // A comma alone is on the line.
    if !text.contains(|sign: char| sign.is_ascii_digit() || "+-−=()".contains(sign)) {
        return None;
    }
    text.chars().map(|sign| signs.chars().nth(ON.chars().position(|on| on == sign)?)).collect()
}

/// The text with one space for any spaces and lines, as browsers show it.
pub(super) fn collapsed(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            _ if !sign.is_ascii_whitespace() => result.push(sign),
            _ if result.ends_with(' ') => {}
            _ => result.push(' '),
        }
    }
    result
}

/// The longest name of a sign, as in `&CounterClockwiseContourIntegral;`.
const NAME_MAX: usize = 32;

/// The text with every sign as itself, however it is written.
pub(super) fn decoded(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('&') {
        result.push_str(before);
        let (sign, after) = named(tail).unwrap_or_else(|| ("&".to_owned(), tail));
        result.push_str(&sign);
        rest = after;
    }
    result.push_str(rest);
    result.retain(is_read);
    result
}

/// What stands after `&`, and what follows it.
fn named(tail: &str) -> Option<(String, &str)> {
    if let Some(number) = tail.strip_prefix('#') {
        let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |hex| (hex, 16));
        let end = digits.find(|digit: char| !digit.is_digit(radix)).unwrap_or(digits.len());
        let code = u32::from_str_radix(&digits[..end], radix).ok()?;
        let sign = char::from_u32(code).unwrap_or('\u{fffd}');
        // `&#146;` is a sign of Windows, as browsers read it. What says nothing is left out, or
        // is a space where two words would be joined: the door decides, between two letters.
        let sign = match text::clean(sign.encode_utf8(&mut [0; 4])).into_owned() {
            _ if is_blank(sign) && sign != '\u{85}' => sign.to_string(),
            read if read.is_empty() => {
                let between = text::clean(&format!("a{sign}b")).into_owned();
                between.trim_start_matches('a').trim_end_matches('b').to_owned()
            }
            read => read,
        };
        return Some((sign, digits[end..].strip_prefix(';').unwrap_or(&digits[end..])));
    }
    let end = tail.bytes().take(NAME_MAX).take_while(u8::is_ascii_alphanumeric).count();
    if !tail[end..].starts_with(';') || end == 0 {
        return None;
    }
    let whole = format!("&{};", &tail[..end]);
    let sign = html_escape::decode_html_entities(&whole).into_owned();
    (sign != whole).then(|| (sign, &tail[end + 1..]))
}
