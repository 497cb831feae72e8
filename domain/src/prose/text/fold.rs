//! What is compared and searched: another way of writing a word is not another word.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A text as it is compared: ligatures, full-width letters and other forms of the same signs
/// are one (NFKC), so are apostrophes, spaces and hyphens; what nobody sees is left out.
/// Exponents and fractions stay what they are: `m²` is not `m2`.
pub fn alike(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|sign| !is_unseen(*sign)).flat_map(of_one).nfc().collect())
}

/// A name as people tell it from others, out loud or at a glance: as it is compared, without
/// capitals nor ligatures, its spaces single, and nothing of what nobody sees.
pub fn called(name: &str) -> String {
    let seen: String = name.chars().filter(|sign| !is_nothing(*sign)).collect();
    let seen: String = alike(&seen).split_whitespace().collect::<Vec<_>>().join(" ");
    // `ß` is two letters among capitals.
    let small = seen.to_uppercase().to_lowercase();
    small.replace('œ', "oe").replace('æ', "ae")
}

/// A text as eyes tell it from others: as it is compared, any space being a space and letters of
/// other alphabets being those they are drawn like, without what shows nothing.
pub fn looks(text: &str) -> String {
    let seen: String = text.chars().filter(|sign| !is_nothing(*sign)).map(drawn).collect();
    alike(&seen)
        .chars()
        .map(|sign| if sign == '\n' || !sign.is_whitespace() { sign } else { ' ' })
        .collect()
}

/// The Latin letter that a Greek or Cyrillic one is drawn like.
fn drawn(sign: char) -> char {
    const LIKE: &str =
        "аaеeоoрpсcуyхxіiѕsјjοoАAВBЕEКKМMНHОOРPСCТTХXІIЅSЈJΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";
    if sign.is_ascii() {
        return sign;
    }
    let mut signs = LIKE.chars();
    while let (Some(letter), Some(latin)) = (signs.next(), signs.next()) {
        if letter == sign {
            return latin;
        }
    }
    sign
}

/// Joiners, and signs that choose a picture of the one before.
fn is_nothing(sign: char) -> bool {
    super::is_invisible(sign)
        || matches!(sign, '\u{fe0e}' | '\u{fe0f}' | '\u{2060}'..='\u{2064}' | '\u{e0100}'..='\u{e01ef}')
}

/// A text as it is searched: as it is compared, without capitals, accents nor exponents.
pub fn searched(text: &str) -> String {
    let seen = text.chars().filter(|sign| !is_unseen(*sign) && !is_nothing(*sign));
    let folded = seen.nfkd().filter(|sign| !is_combining_mark(*sign)).flat_map(char::to_lowercase);
    let mut text = String::with_capacity(text.len());
    for sign in folded {
        match sign {
            'œ' => text.push_str("oe"),
            'æ' => text.push_str("ae"),
            'ß' => text.push_str("ss"),
            'ø' => text.push('o'),
            'ł' => text.push('l'),
            'đ' | 'ð' => text.push('d'),
            'ς' => text.push('σ'),
            // What Arabic is made wider with.
            '\u{640}' => {}
            'ı' => text.push('i'),
            '’' | '‘' | 'ʼ' | '′' => text.push('\''),
            '\u{2010}'..='\u{2012}' => text.push('-'),
            _ if is_combining_mark(sign) => {}
            _ => text.push(sign),
        }
    }
    text
}

/// Signs inside a word that are not read: where it may be cut, or must not.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}')
}

fn of_one(sign: char) -> impl Iterator<Item = char> {
    let kept = match sign {
        '’' => '\'',
        // Hyphens that a line may not break after.
        '\u{2010}' | '\u{2011}' => '-',
        _ => sign,
    };
    let is_read_apart = matches!(kept, '²' | '³' | '¹' | '¼'..='¾' | '\u{2070}'..='\u{209c}' | '\u{2150}'..='\u{215e}' | '\u{2189}')
        || matches!(kept, '\u{1d2c}'..='\u{1d6a}' | '\u{2460}'..='\u{24ff}');
    let mut other = (!is_read_apart).then(|| std::iter::once(kept).nfkc());
    let mut same = is_read_apart.then_some(kept);
    std::iter::from_fn(move || other.as_mut().map_or_else(|| same.take(), Iterator::next))
}
