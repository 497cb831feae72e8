//! What Markdown would take for its own in the words people typed.

use domain::prose::markdown::{address_end, next_address};

/// `text`, a line, with the signs that Markdown would take for its own escaped; but in
/// addresses, which are links as they are.
pub(crate) fn escaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = 0;
    let whole = Whole {
        has_links: text.contains("]("),
        has_struck: text.matches('~').count() > 1,
        has_reference: text.contains("]:"),
        digits: text.bytes().take_while(u8::is_ascii_digit).count(),
    };
    while let Some(at) = next_address(&text[rest..]) {
        let begin = rest + at;
        let end = begin + address_end(&text[begin..]);
        result.push_str(&escaped_words(text, rest..begin, whole));
        result.push_str(&text[begin..end]);
        if end == begin {
            break;
        }
        rest = end;
    }
    result.push_str(&escaped_words(text, rest..text.len(), whole));
    result
}

/// What is known of a whole line, while parts of it are written.
#[derive(Clone, Copy)]
struct Whole {
    has_links: bool,
    has_struck: bool,
    has_reference: bool,
    /// How many digits it begins with.
    digits: usize,
}

/// The longest name of a sign, and its hash.
const NAME_MAX: usize = 33;

fn escaped_words(text: &str, part: std::ops::Range<usize>, whole: Whole) -> String {
    let Whole { has_links, has_struck, has_reference, digits } = whole;
    let mut result = String::with_capacity(part.len());
    for (at, sign) in text[part.clone()].char_indices() {
        let at = part.start + at;
        let after = text[at + sign.len_utf8()..].chars().next();
        let special = match sign {
            '*' | '<' | '`' | '\\' => true,
            '[' => has_links || at == 0 && has_reference,
            '~' => has_struck,
            '#' | '>' | '+' | '-' | '=' | '|' => at == 0,
            ':' => at == 0 && after.is_some_and(|after| "-|".contains(after)),
            '&' => names_sign(&text[at + 1..]),
            '.' | ')' => {
                (1..10).contains(&digits) && at == digits && after.is_none_or(char::is_whitespace)
            }
            '_' => {
                let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
                !(before && after.is_some_and(char::is_alphanumeric))
            }
            _ => false,
        };
        if special {
            result.push('\\');
        }
        result.push(sign);
    }
    result
}

/// Whether what follows `&` makes it a sign: `eacute;`, `#233;`.
fn names_sign(rest: &str) -> bool {
    let name = rest.bytes().take_while(|byte| *byte == b'#' || byte.is_ascii_alphanumeric());
    let length = name.take(NAME_MAX).count();
    length > 0 && rest[length..].starts_with(';')
}
