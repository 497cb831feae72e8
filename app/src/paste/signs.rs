//! What text says, sign by sign.

use domain::text;

use super::{ESCAPED, is_read};

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

/// The text with its blanks as themselves, however they are written: it is then
/// known where it begins.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace("&nbsp;", "\u{a0}").replace("&Tab;", " ").replace("&NewLine;", " ");
    let mut told = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, tail)) = rest.split_once("&#") {
        told.push_str(before);
        let (digits, radix) = tail.strip_prefix(['x', 'X']).map_or((tail, 10), |hex| (hex, 16));
        let end = digits.find(|digit: char| !digit.is_digit(radix)).unwrap_or(digits.len());
        match u32::from_str_radix(&digits[..end], radix).ok().and_then(char::from_u32) {
            Some(sign) if is_blank(sign) || !is_read(sign) => {
                // `&#146;` is a sign of Windows, as browsers read it; others say nothing.
                let read = text::clean(sign.encode_utf8(&mut [0; 4])).into_owned();
                match read.as_str() {
                    _ if is_blank(sign) => told.push(sign),
                    "" => told.push(' '),
                    read => told.push_str(read),
                }
                rest = digits[end..].strip_prefix(';').unwrap_or(&digits[end..]);
            }
            _ => {
                told.push_str("&#");
                rest = tail;
            }
        }
    }
    told.push_str(rest);
    told
}

/// The text with [`ESCAPED`] before the signs that `htmd` does not escape.
pub(super) fn guarded(text: &str, begins: bool) -> String {
    let rest = text.trim_start_matches(['#', '-', '+']);
    let is_sign = rest.len() < text.len() && !rest.starts_with(char::is_alphanumeric);
    let ahead = if begins && is_sign { ESCAPED.to_string() } else { String::new() };
    let struck = text.matches('~').count() > 1;
    let text = if struck { text.replace('~', &format!("{ESCAPED}~")) } else { text.to_owned() };
    format!("{ahead}{text}")
}
