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
    if is_of_a_program(bytes) {
        return Err(Unreadable);
    }
    let text = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        strict(encoding, &bytes[mark..])?
    } else if let Some(encoding) = without_mark(bytes) {
        strict(encoding, bytes)?
    } else {
        // Signs of machines between letters: another writing in sixteen bits, or no text.
        let is_of_machines = |byte: &&u8| **byte < 0x20 && !matches!(**byte, 0x9..=0xd);
        let is_odd = bytes.iter().filter(is_of_machines).count() * 20 > bytes.len();
        // Japanese in seven bits looks like ASCII.
        if is_odd || bytes.windows(2).any(|pair| pair == b"\x1b$") {
            return Err(Unreadable);
        }
        return decode_field(bytes);
    };
    if is_of_a_program(text.as_bytes()) {
        return Err(Unreadable);
    }
    Ok(super::clean(&text).into_owned())
}

/// What pages of office programs begin with: RTF, PDF, PostScript, archives (a page of Word is
/// one), old Word.
const DOCUMENTS: [&[u8]; 6] =
    [b"{\\rtf", b"%PDF-", b"%!PS", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"];

/// What other files begin with that are no text: archives, pictures.
const OTHERS: [&[u8]; 6] =
    [b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!\x1a", b"\x89PNG", b"\xff\xd8\xff", b"GIF8"];

/// Whether a file is the page of an office program, whose words are to be copied there.
pub fn is_document(bytes: &[u8]) -> bool {
    begins(bytes, &DOCUMENTS)
}

/// Whether bytes are of a file that is text to a machine, and to nobody else.
fn is_of_a_program(bytes: &[u8]) -> bool {
    begins(bytes, &DOCUMENTS) || begins(bytes, &OTHERS)
}

/// Some programs put the mark of a text before anything they send.
fn begins(bytes: &[u8], signs: &[&[u8]]) -> bool {
    let mut bytes = bytes.trim_ascii_start();
    while let Some((_, mark)) = Encoding::for_bom(bytes) {
        bytes = bytes[mark..].trim_ascii_start();
    }
    signs.iter().any(|it| bytes.starts_with(it))
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
    if bytes.contains(&0) || is_broken_utf8(bytes) || is_forbidden_utf8(bytes) {
        return Err(Unreadable);
    }
    let windows = strict(WINDOWS_1252, bytes)?;
    let may_be_mac = is_perhaps_of_a_mac(&windows);
    // é, è or ’ of a Mac: French hardly goes without, and MS-DOS has no letter of French there.
    let is_mac = may_be_mac || bytes.iter().any(|byte| matches!(byte, 0x8e | 0x8f | 0xd5));
    for encoding in [WINDOWS_1252, ISO_8859_15, MACINTOSH] {
        let is_of_macs = encoding == MACINTOSH;
        if is_of_macs && !is_mac || !is_of_macs && may_be_mac {
            continue;
        }
        let text = strict(encoding, bytes)?;
        if is_written_so(&text) && is_french(&text) {
            return Ok(text);
        }
    }
    let is_windows = !may_be_mac && is_written_so(&windows) && is_western(bytes);
    if is_windows { Ok(windows) } else { Err(Unreadable) }
}

/// Whether a text read as Windows has guillemets, À or à of a Mac (Ç, È, Ë, ˆ, alone), and none
/// of the letters that no text in French of Windows goes without.
fn is_perhaps_of_a_mac(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    let is_word = |at: Option<&char>| at.is_some_and(|sign| sign.is_alphanumeric());
    let alone = signs.iter().enumerate().any(|(at, sign)| {
        matches!(sign, 'Ç' | 'È' | 'Ë' | 'ˆ')
            && !is_word(signs.get(at + 1))
            && !is_word(at.checked_sub(1).and_then(|at| signs.get(at)))
    });
    alone && !text.contains(['à', 'â', 'ç', 'é', 'è', 'ê', 'î', 'ô', 'ù', 'û'])
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

/// Whether some bytes are what UTF-8 forbids and careless programs write: a sign in more bytes
/// than it needs, half of a sign of UTF-16. Read as Windows they would be other signs.
fn is_forbidden_utf8(bytes: &[u8]) -> bool {
    let follows = |byte: &u8| matches!(byte, 0x80..=0xbf);
    // `À »`, `À…` and `à’` end words, in Windows.
    let is_usual = |bytes: &[u8]| {
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
        text.chars().all(|sign| sign != '€' && USUAL.contains(sign))
    };
    let two = bytes
        .windows(2)
        .any(|pair| matches!(pair[0], 0xc0 | 0xc1) && follows(&pair[1]) && !is_usual(pair));
    let three = bytes.windows(3).any(|signs| match signs {
        [0xe0, second @ 0x80..=0x9f, third] => follows(third) && !is_usual(&[*second, *third]),
        [0xed, 0xa0..=0xbf, third] => follows(third),
        _ => false,
    });
    let four = bytes.windows(4).any(|signs| {
        matches!(signs, [0xf0, 0x80..=0x8f, ..] | [0xf4, 0x90..=0xbf, ..] | [0xf5..=0xf7, ..])
            && signs[1..].iter().all(follows)
    });
    two || three || four
}

/// Signs beyond ASCII that French is written with.
const USUAL: &str = "àâäçéèêëîïôöùûüÿœæñÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”…–—·•°€²³½©®™´\u{a0}\u{ad}\
    µ¼¾±×÷§£¢¹ºª";

/// Units that are counted in millionths.
const UNITS: [&str; 22] = [
    "A", "B", "Bq", "C", "F", "Gy", "H", "Hz", "J", "L", "M", "N", "Pa", "S", "Sv", "T", "V", "W",
    "g", "l", "m", "s",
];

/// Whether a text is written as people write: no capital with an accent after a small letter,
/// no accent after a digit (save `19è`, `2ême`, `5à7`), no ligature alone, no sign of money or
/// mathematics inside a word or before it. Letters read in the wrong encoding are written so.
fn is_written_so(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    let all = signs.iter().enumerate().filter(|(_, sign)| !sign.is_ascii());
    all.into_iter().all(|(at, &sign)| {
        let before = at.checked_sub(1).and_then(|at| signs.get(at));
        is_in_place(sign, before, &signs[at + 1..])
    })
}

/// Whether `sign` may stand between these.
fn is_in_place(sign: char, before: Option<&char>, rest: &[char]) -> bool {
    let is_word = |at: Option<&char>| at.is_some_and(|sign| sign.is_alphabetic());
    let after = rest.first();
    let is_alone = !is_word(before) && !is_word(after);
    let after_digit = before.is_some_and(char::is_ascii_digit);
    match sign {
        'ƒ' | 'ˆ' | '˜' | '±' | '×' | '÷' | '§' | '£' | '¢' => is_alone,
        // In Slovak, two letters of one word.
        '¹' | '³' => !is_word(after) && after != Some(&'»'),
        '¼' | '½' | '¾' => is_alone || after_digit,
        'µ' => !is_word(before) && (is_alone || begins_with_unit(rest)),
        'º' | 'ª' => {
            let is_number = after_digit || matches!(before, Some('n' | 'N'));
            is_number && !is_word(after)
        }
        'œ' | 'Œ' if is_alone => false,
        'è' | 'é' | 'ê' | 'È' | 'É' | 'Ê' if after_digit => true,
        'à' if after_digit => after.is_some_and(char::is_ascii_digit),
        _ if sign.is_alphabetic() => {
            !after_digit
                && (!sign.is_uppercase() || before.is_none_or(|before| !before.is_lowercase()))
        }
        // They stand against words, or inside them.
        '’' | '‘' | '·' | '–' | '—' | '\u{ad}' | '…' | '´' | '«' | '»' | '°' | '²' => {
            true
        }
        // Unassigned in Windows-1252.
        _ => !sign.is_control() && (sign.is_whitespace() || !is_word(before) || !is_word(after)),
    }
}

/// Whether a unit is next, and no more letters.
fn begins_with_unit(rest: &[char]) -> bool {
    let unit: String = rest.iter().take_while(|sign| sign.is_alphabetic()).take(4).collect();
    unit == "mol" || UNITS.contains(&unit.as_str())
}

/// Whether every sign beyond ASCII is one that French is written with.
fn is_french(text: &str) -> bool {
    text.chars().all(|sign| sign.is_ascii() || USUAL.contains(sign))
}

/// Whether the letters follow one another as in a language of Windows-1252.
fn is_western(bytes: &[u8]) -> bool {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(LOOKED_AT)], true);
    detector.guess(Some(b"ca"), Utf8Detection::Deny) == WINDOWS_1252
}
