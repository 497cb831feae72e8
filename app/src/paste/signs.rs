//! What text says, sign by sign.

use super::is_read;

/// A list that begins later is not one that a person counted.
pub(super) const NUMBER_MAX: usize = 99_999;

pub(super) fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{200b}' | '\u{feff}')
}

/// The number that Word's sign says (`3.`, `b)`), or 0 for a bullet (`·`, `o`).
pub(super) fn number_of(sign: &str) -> usize {
    let sign = sign.trim_matches(is_blank);
    let counts = sign.trim_end_matches(['.', ')']);
    let digits = counts.rsplit(|digit: char| !digit.is_ascii_digit()).next().unwrap_or_default();
    match digits.parse::<usize>() {
        Ok(number) => number.clamp(1, NUMBER_MAX),
        Err(_) => usize::from(counts.len() < sign.len() && counts.contains(char::is_alphanumeric)),
    }
}

/// The text with one space for any spaces and lines, as browsers show it.
pub(super) fn collapsed(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            _ if !sign.is_ascii_whitespace() => told.push(sign),
            _ if told.ends_with(' ') => {}
            _ => told.push(' '),
        }
    }
    told
}

/// What Windows calls 128 to 159: pages that mean it write `&#146;`, and browsers show it.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The longest name of a sign, as in `&CounterClockwiseContourIntegral;`.
const NAME_MAX: usize = 32;

/// The text with every sign as itself, however it is written.
pub(super) fn decoded(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('&') {
        told.push_str(before);
        let (sign, after) = named(tail).unwrap_or_else(|| ("&".to_owned(), tail));
        told.push_str(&sign);
        rest = after;
    }
    told.push_str(rest);
    told.retain(is_read);
    told
}

/// What stands after `&`, and what follows it.
fn named(tail: &str) -> Option<(String, &str)> {
    if let Some(number) = tail.strip_prefix('#') {
        let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |hex| (hex, 16));
        let end = digits.find(|digit: char| !digit.is_digit(radix)).unwrap_or(digits.len());
        let code = u32::from_str_radix(&digits[..end], radix).ok()?;
        let old = usize::try_from(code).ok().and_then(|code| WINDOWS.get(code.checked_sub(128)?));
        let sign = old.copied().or_else(|| char::from_u32(code)).unwrap_or('\u{fffd}');
        return Some((sign.to_string(), digits[end..].strip_prefix(';').unwrap_or(&digits[end..])));
    }
    let end = tail.bytes().take(NAME_MAX).take_while(u8::is_ascii_alphanumeric).count();
    if !tail[end..].starts_with(';') || end == 0 {
        return None;
    }
    let whole = format!("&{};", &tail[..end]);
    let sign = html_escape::decode_html_entities(&whole).into_owned();
    (sign != whole).then(|| (sign, &tail[end + 1..]))
}
