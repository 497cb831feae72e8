//! The words of a text, as they are looked for.

use std::ops::Range;

use domain::diff::{is_word, tokens};
use domain::text;
use frostem::{Algorithm, Stemmer};

/// The longest run of letters that is still a word worth finding, in bytes.
const LONGEST: usize = 60;

/// Words too common to tell two notes apart, folded: articles and such, and what is left of
/// others before an apostrophe.
const COMMON: [&str; 62] = [
    "a", "au", "aux", "avec", "ce", "ces", "dans", "de", "des", "du", "elle", "en", "et", "il",
    "ils", "je", "la", "le", "les", "leur", "mais", "ne", "nous", "on", "ou", "par", "pas", "pour",
    "que", "qui", "sa", "se", "ses", "son", "sur", "un", "une", "vous", "l", "d", "c", "j", "m",
    "n", "s", "t", "y", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "si", "est", "the", "of",
    "and", "to", "in", "is", "for", "with",
];

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it is, in bytes of the text.
    pub at: Range<usize>,
    /// Folded: `Œuvres` is `oeuvres`.
    pub folded: String,
    /// What is left of it without its ending: `oeuvr`.
    pub term: String,
}

/// Cuts texts in words.
pub(super) struct Reader(Stemmer);

impl Reader {
    pub fn new() -> Self {
        Self(Stemmer::new(Algorithm::French))
    }

    /// The term of a folded word.
    pub fn term(&self, folded: &str) -> String {
        self.0.stem(folded).into_owned()
    }

    /// The words of `text` worth finding, in order.
    pub fn words(&self, text: &str) -> Vec<Word> {
        let mut found = Vec::new();
        let mut end = 0;
        for token in tokens(text) {
            let at = end..end + token.len();
            end = at.end;
            if !is_word(token) {
                continue;
            }
            let folded = fold(token);
            // A letter alone is what is left of a word: `participant-e-s`, `s’il`.
            let is_letter =
                folded.len() == 1 && !folded.starts_with(|sign: char| sign.is_numeric());
            let is_too_long = folded.len() > LONGEST;
            if !folded.is_empty()
                && !is_letter
                && !is_too_long
                && !COMMON.contains(&folded.as_str())
            {
                found.push(Word { at, term: self.term(&folded), folded });
            }
        }
        found
    }

    /// The words of `text`, and those of its compounds written in one: `week-end` is also
    /// looked for as `weekend`.
    pub fn with_compounds(&self, text: &str) -> Vec<(String, Word)> {
        let words = self.words(text);
        let shown =
            |word: &Word| text[word.at.clone()].trim_end_matches(['\'', '’']).to_lowercase();
        let mut all: Vec<(String, Word)> =
            words.iter().map(|word| (shown(word), word.clone())).collect();
        let joins = |pair: &[Word]| is_hyphen(&text[pair[0].at.end..pair[1].at.start]);
        let mut rest = words.as_slice();
        while !rest.is_empty() {
            let length = 1 + rest.windows(2).take_while(|pair| joins(pair)).count();
            if length > 1 {
                let folded: String =
                    rest[..length].iter().map(|word| word.folded.as_str()).collect();
                let at = rest[0].at.start..rest[length - 1].at.end;
                if folded.len() <= LONGEST {
                    let whole = Word { term: self.term(&folded), folded, at };
                    all.push((shown(&whole), whole));
                }
            }
            rest = &rest[length..];
        }
        all
    }
}

fn is_hyphen(text: &str) -> bool {
    matches!(text, "-" | "\u{2010}" | "\u{2011}")
}

/// A word without capitals, accents, nor the signs inside it; `animateur·trice` is looked for
/// as `animateur`, whose ending is the same.
pub(super) fn fold(word: &str) -> String {
    let folded = text::searched(word);
    let whole = folded.split(['·', '‧', '•']).next().unwrap_or_default();
    whole.chars().filter(|sign| !matches!(sign, ' ' | '\'')).collect()
}

/// A query as it is read: through the door, its apostrophes those of the keyboard.
pub(super) fn asked(query: &str) -> String {
    text::clean(query).replace(['ʼ', '′', '´', '`', '‘'], "'")
}

/// Every word one slip away from `word`: a letter left out, doubled or put in, another in its
/// place, two that changed places. At most fifty-four for each of its letters.
pub(super) fn slips(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let alphabet = alphabet(&letters);
    let mut all = Vec::new();
    let mut add = |before: &[char], middle: &[char], after: &[char]| {
        all.push([before, middle, after].concat().into_iter().collect::<String>());
    };
    for at in 0..=letters.len() {
        let (before, after) = letters.split_at(at);
        for letter in &alphabet {
            add(before, &[*letter], after);
        }
        let [first, rest @ ..] = after else { continue };
        add(before, &[], rest);
        for letter in alphabet.iter().filter(|letter| *letter != first) {
            add(before, &[*letter], rest);
        }
        if let [second, rest @ ..] = rest
            && first != second
        {
            add(before, &[*second, *first], rest);
        }
    }
    all.sort();
    all.dedup();
    all
}

/// The letters of the writing of a word, folded.
fn alphabet(letters: &[char]) -> Vec<char> {
    let ranges = ['a'..='z', 'α'..='ω', 'а'..='я', 'א'..='ת', 'ء'..='ي'];
    let written =
        |range: &&std::ops::RangeInclusive<char>| letters.iter().any(|one| range.contains(one));
    ranges.iter().filter(written).take(1).flat_map(Clone::clone).collect()
}
