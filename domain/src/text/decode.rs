//! Bytes read as text: the only place where they are, whether a form or a file brought them.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes that are not text, or not in a way we can be sure to read. They are to be saved
/// again as UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a text that can be read")]
pub struct Unreadable;

/// How many bytes of a file say how it is written.
const LOOKED_AT: usize = 64 * 1024;

/// Reads a file: UTF-8, UTF-16 (with its mark, or seen by its zeros), or as Windows and old
/// Macs wrote; then cleans what was read ([`super::clean()`]).
///
/// # Errors
/// [`Unreadable`] rather than a wrong letter: pictures and pages, UTF-8 with broken signs, and
/// any encoding that French is not usually written in.
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    // Pages of office programs: text to a machine, and to nobody else.
    if bytes.starts_with(b"{\\rtf") || bytes.starts_with(b"%PDF-") {
        return Err(Unreadable);
    }
    let text = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        strict(encoding, &bytes[mark..])?
    } else if let Some(encoding) = without_mark(bytes) {
        strict(encoding, bytes)?
    } else {
        // Signs of machines between letters: another writing in sixteen bits, or no text.
        let is_of_machines = |byte: &&u8| **byte < 0x20 && !matches!(**byte, 0x9..=0xd);
        if bytes.iter().filter(is_of_machines).count() * 20 > bytes.len() {
            return Err(Unreadable);
        }
        return decode_field(bytes);
    };
    Ok(super::clean(&text).into_owned())
}

/// Reads what was typed in a field and sent: UTF-8, or as Windows and old Macs wrote; then
/// cleans what was read ([`super::clean()`]).
///
/// # Errors
/// [`Unreadable`] rather than a wrong letter.
pub fn decode_field(bytes: &[u8]) -> Result<String, Unreadable> {
    match str::from_utf8(bytes) {
        Ok(text) => Ok(super::clean(text).into_owned()),
        Err(_) => Ok(super::clean(&of_one_byte_each(bytes)?).into_owned()),
    }
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
    // é, è or ’ of a Mac: French hardly goes without, and MS-DOS has no letter of French there.
    let is_mac = bytes.iter().any(|byte| matches!(byte, 0x8e | 0x8f | 0xd5));
    for encoding in [WINDOWS_1252, ISO_8859_15, MACINTOSH] {
        if encoding == MACINTOSH && !is_mac {
            continue;
        }
        let text = strict(encoding, bytes)?;
        if is_written_so(&text) && is_french(&text) {
            return Ok(text);
        }
    }
    let windows = strict(WINDOWS_1252, bytes)?;
    if is_written_so(&windows) && is_western(bytes) { Ok(windows) } else { Err(Unreadable) }
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
/// no accent after a digit, no ligature alone, no sign of money or mathematics inside a word
/// or before it. Letters read in the wrong encoding are written so.
fn is_written_so(text: &str) -> bool {
    let joins = |sign: char| matches!(sign, '’' | '‘' | '·' | '–' | '—' | '-' | '\u{ad}' | '…');
    let signs: Vec<char> = text.chars().collect();
    let is_word = |at: Option<&char>| at.is_some_and(|sign| sign.is_alphabetic());
    signs.iter().enumerate().filter(|(_, sign)| !sign.is_ascii()).all(|(at, &sign)| {
        let before = at.checked_sub(1).and_then(|at| signs.get(at));
        let after = signs.get(at + 1);
        let is_alone = !is_word(before) && !is_word(after);
        if matches!(sign, 'ƒ' | 'ˆ' | '˜' | '¼' | '½' | '¾') {
            is_alone
        } else if matches!(sign, 'œ' | 'Œ') && is_alone
            || sign.is_alphabetic() && before.is_some_and(char::is_ascii_digit)
        {
            false
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
