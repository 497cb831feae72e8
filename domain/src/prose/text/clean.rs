//! The one cleaning step: whatever people type, paste or send goes through [`clean`] before
//! anything else reads it.
//!
//! What comes out has one sign for an end of line, composed accents, no sign that XML, JSON,
//! CSV or a browser refuses, nothing that turns the direction of what follows. No word is
//! lost, and none is joined to another. What is clean already comes back as it is.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// The most marks on one sign: twice what the most accented writing needs. Further ones are
/// left out: a letter under a million accents is a page nobody can load.
const MARKS_MAX: usize = 6;

/// What becomes of a sign.
enum Fate {
    /// It stays, as this one.
    Kept(char),
    /// It stands for these.
    Letters(&'static str),
    /// It says nothing and stands between nothing.
    Dropped,
    /// A place where a line may break, and nothing else.
    Break,
    /// It cannot be read: the words on its two sides stay two.
    Gap,
}

/// `text` with only signs that can be kept.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return Cow::Borrowed(text);
    }
    // Composing takes some signs apart (Hebrew ones with their points) and changes others
    // (an ohm is an omega): what becomes of a sign is decided beside what will be there.
    let text = composed(text);
    let mut cleaned = Cleaned { text: String::with_capacity(text.len()), between: None };
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied().unwrap_or('\n');
        match fate(sign, cleaned.last(), next) {
            Fate::Kept(sign) => cleaned.push(sign),
            Fate::Letters(letters) => letters.chars().for_each(|letter| cleaned.push(letter)),
            Fate::Dropped => {}
            Fate::Break => cleaned.between = cleaned.between.or(Some('\u{200b}')),
            Fate::Gap => cleaned.between = Some(' '),
        }
    }
    // What was left out may have stood between a letter and its accent.
    Cow::Owned(lightened(&composed(&cleaned.text)))
}

fn composed(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfc().collect()),
    }
}

/// The text so far, and what stands between it and its next sign, if both are seen.
struct Cleaned {
    text: String,
    between: Option<char>,
}

impl Cleaned {
    /// The sign before the next one, if they touch.
    fn last(&self) -> char {
        let touches = self.between.is_none();
        self.text.chars().next_back().filter(|_| touches).unwrap_or('\n')
    }

    fn push(&mut self, sign: char) {
        if let Some(between) = self.between.take() {
            let after = self.text.chars().next_back().is_some_and(|last| !last.is_whitespace());
            if after && !sign.is_whitespace() {
                self.text.push(between);
            }
        }
        self.text.push(sign);
    }
}

fn fate(sign: char, last: char, next: char) -> Fate {
    match sign {
        '\n' | '\t' => Fate::Kept(sign),
        '\r' if next == '\n' => Fate::Dropped,
        // Ends of line of old machines, of word processors (a line within a paragraph, a
        // page), of Unicode.
        '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => Fate::Kept('\n'),
        // Windows-1252 that was taken for Latin-1.
        '\u{80}'..='\u{9f}' => super::decode::windows(sign).map_or(Fate::Gap, Fate::Kept),
        // What word processors and readers of PDF copy for a hyphen where a line was cut.
        '\u{2}' | '\u{1f}' | '\u{fffe}' if last.is_alphabetic() && next.is_lowercase() => {
            Fate::Dropped
        }
        // A hyphen of Word that does not break.
        '\u{1e}' if last.is_alphanumeric() && next.is_alphanumeric() => Fate::Kept('-'),
        _ if sign.is_control() || is_no_character(sign) => Fate::Gap,
        // Marks of annotations, and of an object that is not there.
        '\u{fff9}'..='\u{fffc}' => Fate::Gap,
        '\u{ad}'
        | '\u{feff}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fff0}'..='\u{fff8}'
        | '\u{e0000}'..='\u{e001f}'
        | '\u{e0080}'..='\u{e00ff}'
        | '\u{e01f0}'..='\u{e0fff}' => Fate::Dropped,
        '\u{200b}' => Fate::Break,
        // Tags are flags after a black one, and hidden words anywhere else.
        '\u{e0020}'..='\u{e007f}' if last != '\u{1f3f4}' && !is_tag(last) => Fate::Dropped,
        // One of them chooses a picture; more, or one after a letter, are hidden words too.
        '\u{fe00}'..='\u{fe0f}' if is_combining_mark(last) || is_plain_letter(last) => {
            Fate::Dropped
        }
        '\u{e0100}'..='\u{e01ef}' if !is_ideograph(last) => Fate::Dropped,
        'ﬀ' => Fate::Letters("ff"),
        'ﬁ' => Fate::Letters("fi"),
        'ﬂ' => Fate::Letters("fl"),
        'ﬃ' => Fate::Letters("ffi"),
        'ﬄ' => Fate::Letters("ffl"),
        'ﬅ' | 'ﬆ' => Fate::Letters("st"),
        _ => Fate::Kept(sign),
    }
}

fn is_tag(sign: char) -> bool {
    matches!(sign, '\u{e0020}'..='\u{e007f}')
}

/// A letter that has one look: Latin, Greek, Cyrillic.
fn is_plain_letter(sign: char) -> bool {
    sign < '\u{530}' && sign.is_alphabetic()
}

fn is_ideograph(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Unicode promises that these will never be characters.
fn is_no_character(sign: char) -> bool {
    matches!(sign, '\u{fdd0}'..='\u{fdef}') || u32::from(sign) & 0xfffe == 0xfffe
}

/// Whether a sign weighs on the one before it, and is not seen alone.
fn weighs(sign: char) -> bool {
    is_combining_mark(sign) || is_tag(sign) || matches!(sign, '\u{200c}' | '\u{200d}')
}

/// The same signs, each with at most [`MARKS_MAX`] that weigh on it.
fn lightened(text: &str) -> String {
    let mut marks = 0;
    let light = text.chars().filter(|sign| {
        marks = if weighs(*sign) { marks + 1 } else { 0 };
        marks <= MARKS_MAX
    });
    light.collect()
}
