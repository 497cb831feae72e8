//! Lines that were cut at the width of a mail or of a printed page, and what they were before.

use domain::prose::markdown::next_address;

use super::item;

/// A longer line is a paragraph: nothing cut it.
const WRAP_MAX: usize = 100;

/// Shorter lines were not cut, even when the next one goes on with the sentence.
const WRAP_MIN: usize = 40;

/// Shorter lines were not cut, when nothing says that the next one goes on.
const WRAP_SURE: usize = 55;

/// How far from the width a line may end, when the next one goes on with its sentence.
const SLACK: usize = 6;

/// Shorter items were not cut.
const ITEM_MIN: usize = 25;

/// What is before the hyphen of a word that has one wherever it stands.
const JOINED_AFTER: &str = " peut rendez procès compte compte-rendu sous demi mi semi ex non quasi vice \
     après avant arrière celui celle ceux celles là dix vingt trente quarante cinquante soixante \
     quatre chef week saint sainte mot porte avez êtes est c’est c'est faut ";

/// What is after it.
const JOINED_BEFORE: &str = " être vous nous moi toi lui leur leurs elle elles il ils on je tu ce ci là y \
     en même mêmes dessus dessous delà dire midi end ";

/// Whether a line may be one of a paragraph whose lines are seen apart.
pub(super) fn is_short(line: impl AsRef<str>) -> bool {
    line.as_ref().chars().count() <= WRAP_MAX
}

/// Puts a line after the one it goes on from.
pub(super) fn join(before: &mut String, text: &str) {
    let is_cut_word = before.ends_with('-') && !before.ends_with(" -");
    if !is_cut_word {
        before.push(' ');
    } else if begins_word(text) && cuts_word(before) && !has_hyphen(before, text) {
        before.pop();
    }
    before.push_str(text);
}

/// Whether a line ends in the middle of a word, and is more than that word.
fn cuts_word(line: &str) -> bool {
    let line = line.trim_end();
    let word = line.strip_suffix('-').filter(|word| word.ends_with(char::is_lowercase));
    word.is_some_and(|word| word.trim().contains(char::is_whitespace))
}

/// Whether a line ends inside a name or a span of years: `Trois-` and `Rivières`, `2019-` and
/// `2020`. Its hyphen stays.
fn cuts_name(line: &str, next: &str) -> bool {
    let Some(before) = line.trim_end().strip_suffix('-') else { return false };
    let first = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_more = before.trim().contains(char::is_whitespace);
    let of = |is: fn(char) -> bool| first.ends_with(is) && next.starts_with(is);
    let is_name = first.starts_with(char::is_uppercase) && next.starts_with(char::is_uppercase);
    is_more && !first.is_empty() && (is_name || of(|sign| sign.is_ascii_digit()))
}

fn begins_word(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

/// Whether the hyphen between two lines is of the word itself: `peut-être`.
fn has_hyphen(before: &str, text: &str) -> bool {
    let is_in = |known: &str, word: &str| known.split_ascii_whitespace().any(|it| it == word);
    let first = before.trim_end_matches('-').rsplit(char::is_whitespace).next().unwrap_or_default();
    let first = first.trim_start_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    let end = text.find(|sign: char| !sign.is_alphabetic()).unwrap_or(text.len());
    is_in(JOINED_AFTER, &first)
        || is_in(JOINED_BEFORE, &text[..end])
        || text[end..].starts_with('-')
}

/// For each line, whether it was cut where it ends, and the next one goes on: the first word of
/// that one had no place on it.
pub(super) fn cuts(lines: &[&str]) -> Vec<bool> {
    let length = |line: &str| line.trim_end().chars().count();
    let mut found = vec![false; lines.len()];
    let mut first = 0;
    // Whether a sentence of this text goes on in a line that begins with a small letter.
    let mut is_sure = false;
    for pass in 0..2 {
        while first < lines.len() {
            let block = lines[first..].iter().take_while(|line| !line.trim().is_empty());
            let count = block.count();
            let block = &lines[first..first + count];
            let mut in_item = false;
            let words = block.iter().filter(|line| line.trim().contains(char::is_whitespace));
            let width = words.map(|line| length(line)).max().unwrap_or(0);
            for at in 0..count.saturating_sub(1) {
                let (line, next) = (block[at], block[at + 1].trim_start());
                let word = next.split(char::is_whitespace).next().unwrap_or_default();
                // A bullet of a printed page takes less place than its letters.
                let slack = if width >= WRAP_SURE { SLACK } else { 0 };
                let is_near = length(line) + 1 + word.chars().count() + slack > width;
                let is_full = length(line) + 1 + word.chars().count() > width;
                let goes_on = next
                    .trim_start_matches(['–', '—', '-', '(', '«', '“', '"', ' ', '\u{a0}'])
                    .starts_with(char::is_lowercase);
                let ends = line.trim_end().ends_with(['.', '!', '?', ':', ';', '…']);
                let flows =
                    line.ends_with(' ') && !line.ends_with("  ") && length(line) >= WRAP_SURE;
                let is_hyphenated = (begins_word(next) && cuts_word(line))
                    || (is_near && width >= WRAP_MIN && cuts_name(line, next));
                // An item that a printed page cut.
                in_item =
                    item::candidate(line).is_some() || in_item && at > 0 && found[first + at - 1];
                let item_goes_on = in_item
                    && next.starts_with(char::is_lowercase)
                    && length(line) >= ITEM_MIN
                    && !ends
                    && !line.trim_end().ends_with([',', ')', '»'])
                    && item::candidate(next).is_none();
                let cut = width <= WRAP_MAX
                    && !is_address(line)
                    && !is_address(next)
                    && (is_hyphenated
                        || item_goes_on
                        || is_near && goes_on && !ends && width >= WRAP_MIN
                        || is_full && is_sure && width >= WRAP_SURE
                        || flows && width >= WRAP_SURE);
                is_sure |= cut && !item_goes_on && !is_hyphenated;
                found[first + at] = cut;
            }
            first += count.max(1);
        }
        // Once more, now that it is known whether anything was cut.
        first = if pass == 0 && is_sure { 0 } else { lines.len() };
    }
    found
}

/// Whether a line is an address and nothing else.
fn is_address(line: &str) -> bool {
    next_address(line.trim()) == Some(0) && !line.trim().contains(char::is_whitespace)
}
