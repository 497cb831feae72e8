//! Words checked once, at the door, and never on the way back.
//!
//! What was once accepted stays readable even after a rule has changed, so
//! reading text back from a table goes around these checks.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;

/// The longest title: four lines of a phone.
pub const TITLE_MAX: usize = 200;

/// The longest body, in bytes: fifty times the longest note we have met.
pub const BODY_MAX: usize = 512 * 1024;

/// The longest edit summary, in signs people see.
pub const SUMMARY_MAX: usize = 200;

/// The longest name someone goes by.
pub const NAME_MAX: usize = 60;

/// The most bytes of a line, for each sign it may have: an astronaut of some colour takes
/// fifteen, a letter one to four.
const BYTES_OF_A_SIGN: usize = 16;

/// The most marks on one sign: twice what the most accented writing needs. Further ones are
/// left out: a letter under a million accents is a page nobody can load.
const MARKS_MAX: usize = 6;

/// Why words were not taken as they came.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum TextError {
    /// Nothing but spaces.
    #[error("a word or two is needed")]
    Blank,
    /// Longer than what fits.
    #[error("this is longer than what fits")]
    TooLong,
}

/// One line: a title, a name, a summary. Signs that turn the reading direction of what
/// follows, or that show nothing (save joiners, which letters and emoji need), are left out:
/// with them one name passes for another.
///
/// # Errors
/// [`TextError::Blank`] and [`TextError::TooLong`]: more than `longest` graphemes, or more
/// than sixteen bytes for each.
pub fn line(text: &str, longest: usize) -> Result<String, TextError> {
    let kept = |sign: &char| (!sign.is_control() || *sign == '\n') && !is_misleading(*sign);
    let cleaned: String = lightened(text.nfc().filter(kept)).collect();
    let line = cleaned.split_whitespace_but_kept();
    if line.is_empty() {
        return Err(TextError::Blank);
    }
    let too_heavy = line.len() > longest * BYTES_OF_A_SIGN;
    if too_heavy || line.graphemes(true).count() > longest {
        return Err(TextError::TooLong);
    }
    Ok(line)
}

/// A note's body, normalised: line ends are `\n`, accents composed, control
/// signs and trailing spaces gone (two spaces, Markdown's line break, stay), one
/// final end of line. No-break spaces, typographic apostrophes, guillemets and
/// median dots are kept as they were typed.
///
/// # Errors
/// [`TextError::TooLong`] over [`BODY_MAX`] bytes. An empty body is a body.
pub fn body(text: &str) -> Result<String, TextError> {
    let composed = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = |sign: &char| !sign.is_control() || matches!(sign, '\n' | '\t');
    let composed: String = lightened(composed.nfc().filter(kept)).collect();
    let mut body = composed.split('\n').map(without_trailing).collect::<Vec<_>>().join("\n");
    body.truncate(body.trim_end_matches('\n').len());
    let first = body.len() - body.trim_start_matches('\n').len();
    body.drain(..first);
    if !body.is_empty() {
        body.push('\n');
    }
    if body.len() > BODY_MAX {
        return Err(TextError::TooLong);
    }
    Ok(body)
}

/// The same signs, each with at most [`MARKS_MAX`] marks.
fn lightened(signs: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut marks = 0;
    signs.filter(move |sign| {
        marks = if is_combining_mark(*sign) { marks + 1 } else { 0 };
        marks <= MARKS_MAX
    })
}

/// Signs that turn the direction of what follows, and those that show nothing and join
/// nothing.
fn is_misleading(sign: char) -> bool {
    matches!(
        sign,
        '\u{200B}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{00AD}'
    )
}

/// The line without its trailing spaces, save a Markdown line break.
fn without_trailing(line: &str) -> &str {
    let kept = line.trim_end_matches([' ', '\t']);
    let is_break = !kept.is_empty() && line.len() == kept.len() + 2 && line.ends_with("  ");
    if is_break { line } else { kept }
}

/// How many words a text has, as French counts them.
pub fn words(text: &str) -> usize {
    crate::diff::tokens(text).iter().filter(|token| crate::diff::is_word(token)).count()
}

/// A title drawn from a text that has none: its first line with words in it,
/// without its Markdown, cut at a word.
pub fn proposed_title(body: &str) -> Option<String> {
    let bare = |line: &str| {
        line.trim_start_matches(['#', '-', '*', '>', '•', ' ', '\t']).trim().to_owned()
    };
    let first = body.lines().map(bare).find(|line| line.chars().any(char::is_alphanumeric))?;
    if first.graphemes(true).count() <= TITLE_MAX {
        return Some(first);
    }
    let cut: String = first.graphemes(true).take(TITLE_MAX - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    Some(format!("{whole}…"))
}

trait OneLine {
    fn split_whitespace_but_kept(&self) -> String;
}

impl OneLine for str {
    /// Runs of ordinary spaces become one; no-break spaces stay what they are.
    fn split_whitespace_but_kept(&self) -> String {
        let words = self.split([' ', '\t', '\n']).filter(|word| !word.is_empty());
        let line = words.collect::<Vec<_>>().join(" ");
        let is_blank = line.chars().all(|sign| sign.is_whitespace() || is_invisible(sign));
        if is_blank { String::new() } else { line.trim().to_owned() }
    }
}

/// Signs that show nothing by themselves, so that a name made of them is blank.
fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{00AD}')
}
