//! Bytes read as text: the only place where they are, whether a form or a file brought them.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes that are not text, or not in a way we can be sure to read. They are to be saved
/// again as UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a text that can be read")]
pub struct Unreadable;

/// How many bytes of a file say how it is written.
const LOOKED_AT: usize = 64 * 1024;

/// Reads `bytes` as UTF-8, as UTF-16 (with its mark, or seen by its zeros), or as files of
/// Windows and of old Macs; then cleans what was read ([`super::clean`]).
///
/// # Errors
/// [`Unreadable`] rather than a wrong letter: pictures, UTF-8 with broken signs, and any
/// encoding that French is not usually written in.
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        strict(encoding, &bytes[mark..])?
    } else if let Some(encoding) = without_mark(bytes) {
        strict(encoding, bytes)?
    } else if let Ok(text) = str::from_utf8(bytes) {
        text.to_owned()
    } else {
        of_one_byte_each(bytes)?
    };
    Ok(super::clean(&text).into_owned())
}

/// The sign that Windows-1252 has where Latin-1 has the control sign `sign`, U+0080 to U+009F.
pub(super) fn windows(sign: char) -> Option<char> {
    let bytes = [u8::try_from(u32::from(sign)).ok()?];
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
    text.chars().next().filter(|sign| !sign.is_control())
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Unreadable> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    // Zeros are of pictures and of UTF-32.
    let text = text.filter(|text| !text.contains('\0'));
    text.map(std::borrow::Cow::into_owned).ok_or(Unreadable)
}

/// UTF-16 without its mark: in a text of our languages, every other byte is zero or nearly.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let looked_at = &bytes[..bytes.len().min(LOOKED_AT)];
    if !bytes.len().is_multiple_of(2) || !looked_at.contains(&0) {
        return None;
    }
    let zeros = |from: usize| looked_at.iter().skip(from).step_by(2).filter(|&&byte| byte == 0);
    let (even, odd, pairs) = (zeros(0).count(), zeros(1).count(), looked_at.len() / 2);
    let many = |count: usize| count * 2 > pairs;
    match (even, odd) {
        (0, odd) if many(odd) => Some(UTF_16LE),
        (even, 0) if many(even) => Some(UTF_16BE),
        _ => None,
    }
}

fn of_one_byte_each(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.contains(&0) || is_broken_utf8(bytes) {
        return Err(Unreadable);
    }
    let windows = strict(WINDOWS_1252, bytes).ok().filter(|text| is_written_so(text));
    if let Some(text) = windows
        && (is_french(&text) || is_western(bytes))
    {
        return Ok(text);
    }
    let mac = strict(MACINTOSH, bytes)?;
    if is_written_so(&mac) && is_french(&mac) { Ok(mac) } else { Err(Unreadable) }
}

/// Whether most signs beyond ASCII are good UTF-8, so that the others are broken ones and not
/// another encoding.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|sign| !sign.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good * 4 > bad
}

/// Whether a text is written as people write: no capital with an accent after a small letter,
/// no sign of money or mathematics inside a word. Letters read in the wrong encoding are.
fn is_written_so(text: &str) -> bool {
    let joins = |sign: char| matches!(sign, '’' | '‘' | '·' | '–' | '—' | '-' | '\u{ad}' | '…');
    let signs: Vec<char> = text.chars().collect();
    let is_word = |at: Option<&char>| at.is_some_and(|sign| sign.is_alphabetic());
    signs.iter().enumerate().filter(|(_, sign)| !sign.is_ascii()).all(|(at, &sign)| {
        let before = at.checked_sub(1).and_then(|at| signs.get(at));
        let after = signs.get(at + 1);
        if matches!(sign, 'ƒ' | 'ˆ' | '˜') {
            !is_word(before) && !is_word(after)
        } else if sign.is_alphabetic() {
            !sign.is_uppercase() || before.is_none_or(|before| !before.is_lowercase())
        } else {
            // Unassigned in Windows-1252.
            !sign.is_control()
                && (joins(sign) || sign.is_whitespace() || !(is_word(before) && is_word(after)))
        }
    })
}

/// Whether every sign beyond ASCII is one that French is written with.
fn is_french(text: &str) -> bool {
    let usual = "àâäçéèêëîïôöùûüÿœæñÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”…–—·•°€²³½©®™\u{a0}";
    text.chars().all(|sign| sign.is_ascii() || usual.contains(sign))
}

/// Whether the letters follow one another as in a language of Windows-1252.
fn is_western(bytes: &[u8]) -> bool {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(LOOKED_AT)], true);
    detector.guess(Some(b"ca"), Utf8Detection::Deny) == WINDOWS_1252
}
