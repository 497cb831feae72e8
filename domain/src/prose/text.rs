//! Words checked once, at the door, and never on the way back.
//!
//! What was once accepted stays readable even after a rule has changed, so
//! reading text back from a table goes around these checks.

mod clean;
mod decode;
mod direction;
mod fold;

pub use clean::clean;
pub use decode::{Unreadable, decode, decode_field, is_document};
pub use direction::{begins_right, isolated};
pub use fold::{alike, called, looks, searched};
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

/// What any line may weigh: a family takes twenty-five bytes, a name may be sixty of them.
const LIGHT: usize = 2048;

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

/// One line: a title, a name, a summary. It is cleaned ([`clean()`]); ends of line and wide
/// spaces are ordinary spaces, one at a time, and no-break ones stay. Signs that show nothing
/// (save joiners, which letters and emoji need) are left out: with them one name passes for
/// another.
///
/// # Errors
/// [`TextError::Blank`] and [`TextError::TooLong`]: more than `longest` graphemes, or more
/// than sixteen bytes for each of them (2,048 for a shorter line).
pub fn line(text: &str, longest: usize) -> Result<String, TextError> {
    let line = on_one_line(&clean(&text.replace('\u{200b}', "")));
    if line.is_empty() {
        return Err(TextError::Blank);
    }
    let too_heavy = line.len() > LIGHT.max(longest * BYTES_OF_A_SIGN);
    if too_heavy || line.graphemes(true).count() > longest {
        return Err(TextError::TooLong);
    }
    Ok(line)
}

/// A note's body: cleaned ([`clean()`]); trailing spaces (two spaces, Markdown's line break,
/// stay) and lines of nothing but spaces are emptied, one final end of line. No-break spaces,
/// typographic apostrophes, guillemets and median dots are kept as they were typed.
///
/// # Errors
/// [`TextError::TooLong`] over [`BODY_MAX`] bytes. An empty body is a body.
pub fn body(text: &str) -> Result<String, TextError> {
    let mut body = clean(text).split('\n').map(without_trailing).collect::<Vec<_>>().join("\n");
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

/// The line without its trailing spaces, save a Markdown line break.
fn without_trailing(line: &str) -> &str {
    // A no-break space alone would make one paragraph of two.
    if line.chars().all(char::is_whitespace) {
        return "";
    }
    let kept = line.trim_end_matches([' ', '\t']);
    let is_break = !kept.is_empty() && line.len() == kept.len() + 2 && line.ends_with("  ");
    if is_break { line } else { kept }
}

/// How many words a text has, as French counts them.
pub fn words(text: &str) -> usize {
    crate::prose::diff::tokens(text)
        .iter()
        .filter(|token| crate::prose::diff::is_word(token))
        .count()
}

/// A title drawn from a text that has none: the words one sees on its first line, cut at a word.
pub fn proposed_title(body: &str) -> Option<String> {
    crate::prose::markdown::first_line(body).map(|first| short_title(&first.words))
}

/// A line as a title, cut at a word where it is too long for one.
pub fn short_title(line: &str) -> String {
    if line.graphemes(true).count() <= TITLE_MAX {
        return line.to_owned();
    }
    let cut: String = line.graphemes(true).take(TITLE_MAX - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    format!("{whole}…")
}

/// Runs of ordinary spaces and ends of line become one space; no-break spaces stay what they
/// are. Empty when nothing would be seen.
fn on_one_line(text: &str) -> String {
    if text.chars().all(|sign| sign.is_whitespace() || is_invisible(sign)) {
        return String::new();
    }
    let words = text.split(is_ordinary_space).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    // At an end, a sign that shows nothing joins nothing; a mark would weigh on what is
    // written before the line.
    let nothing = |sign: char| sign.is_whitespace() || is_invisible(sign);
    let begins = |sign: char| nothing(sign) || is_combining_mark(sign);
    line.trim_end_matches(nothing).trim_start_matches(begins).to_owned()
}

fn is_ordinary_space(sign: char) -> bool {
    matches!(
        sign,
        ' ' | '\t' | '\n' | '\u{1680}' | '\u{2000}'..='\u{2005}' | '\u{205f}' | '\u{3000}'
    )
}

/// Signs that show nothing by themselves, so that a name made of them is blank.
fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{200b}'..='\u{200f}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0d}'
            | '\u{ffa0}'
    )
}
