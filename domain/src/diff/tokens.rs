//! French text cut into words, spaces and signs.

use std::borrow::Cow;

/// Words in which an apostrophe is part of the word.
const WHOLE: [&str; 4] = ["aujourd'hui", "prud'homme", "prud'hommes", "quelqu'un"];

/// `text` in tokens; put together again they are `text`.
pub fn tokens(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\n' => 1,
            _ if first.is_whitespace() => run(rest, |sign| sign.is_whitespace() && sign != '\n'),
            _ if is_letter(first) => word(rest),
            _ => first.len_utf8(),
        };
        found.push(&rest[..length]);
        rest = &rest[length..];
    }
    found
}

/// Whether a token is a word, and not a space or a sign.
pub fn is_word(token: &str) -> bool {
    token.chars().any(char::is_alphanumeric)
}

/// Whether a token is nothing but spaces; an end of line is not a space.
pub fn is_space(token: &str) -> bool {
    token.chars().all(|sign| sign.is_whitespace() && sign != '\n')
}

/// What two tokens must share to be the same ([`crate::text::alike`]); any spaces are.
pub fn key(token: &str) -> Cow<'_, str> {
    if is_space(token) { Cow::Borrowed(" ") } else { crate::text::alike(token) }
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.char_indices().find(|(_, sign)| !belongs(*sign)).map_or(text.len(), |(at, _)| at)
}

fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() || is_mark(sign)
}

/// Combining marks: accents that were not composed.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’')
}

/// The length of the word at the head of `text`.
fn word(text: &str) -> usize {
    if text.starts_with("http://") || text.starts_with("https://") {
        return run(text, |sign| !sign.is_whitespace() && !matches!(sign, ')' | '>' | '»' | '"'));
    }
    if let Some(length) = whole(text) {
        return length;
    }
    let mut signs = text.char_indices().peekable();
    let mut last = ' ';
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        if is_letter(sign) {
            last = sign;
            continue;
        }
        // l' d' qu': the apostrophe closes the word.
        if is_apostrophe(sign) && last.is_alphabetic() {
            return at + sign.len_utf8();
        }
        let joins = match sign {
            // participant·e·s
            '·' | '‧' | '•' => last.is_alphabetic() && next.is_some_and(char::is_alphabetic),
            // 1 234,56
            ',' | '.' | '\u{a0}' | '\u{202f}' => {
                last.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit())
            }
            _ => false,
        };
        if !joins {
            return at;
        }
        last = sign;
    }
    text.len()
}

/// The length of a word with an apostrophe inside, if `text` starts with one.
fn whole(text: &str) -> Option<usize> {
    // Looked at no further than the longest of them: a text of apostrophes must
    // not be read once for each.
    let longest = WHOLE.iter().map(|word| word.chars().count()).max().unwrap_or(0);
    let belongs = |sign: char| sign.is_alphabetic() || is_apostrophe(sign);
    let length: usize =
        text.chars().take(longest + 1).take_while(|sign| belongs(*sign)).map(char::len_utf8).sum();
    let start = text[..length].to_lowercase().replace('’', "'");
    WHOLE.contains(&start.as_str()).then_some(length)
}
