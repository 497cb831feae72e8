//! French text cut into words, spaces and signs.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;

/// Words in which an apostrophe is part of the word.
const WHOLE: [&str; 4] = ["aujourd'hui", "prud'homme", "prud'hommes", "quelqu'un"];

/// `text` in tokens; put together again they are `text`. No sign is cut in two: what people
/// see as one (a letter and its accents, a family, a flag, a key) is in one token.
pub fn tokens(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut ends = text.grapheme_indices(true).map(|(at, sign)| at + sign.len());
    let (mut at, mut whole) = (0, 0);
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = match first {
            '\n' => 1,
            _ if first.is_whitespace() => run(rest, |sign| sign.is_whitespace() && sign != '\n'),
            _ if is_letter(first) => word(rest),
            _ => first.len_utf8(),
        };
        let mut end = at + length;
        while whole < end {
            whole = ends.next().unwrap_or(text.len());
        }
        // The end of a line stands alone, also after the sign that some systems put before it.
        if !text[end..].starts_with('\n') && !text[..end].ends_with('\n') {
            end = whole;
        }
        found.push(&text[at..end]);
        at = end;
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

/// What two tokens must share to be the same ([`crate::prose::text::alike`]); any spaces are.
pub fn key(token: &str) -> Cow<'_, str> {
    if is_space(token) { Cow::Borrowed(" ") } else { crate::prose::text::alike(token) }
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.char_indices().find(|(_, sign)| !belongs(*sign)).map_or(text.len(), |(at, _)| at)
}

fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() || is_combining_mark(sign)
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
            // Joiners inside a word, of Persian or of an Indian language.
            '\u{ad}' | '\u{200c}' | '\u{200d}' => next.is_some_and(is_letter),
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
