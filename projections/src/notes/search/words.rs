//! The words of a text, as they are looked for.

use std::ops::Range;

use domain::prose::diff::{is_word, tokens};
use domain::prose::text;

use super::common::Common;
use super::term::Terms;

/// The longest run of letters that is still a word worth finding, in bytes.
const LONGEST: usize = 60;

/// How many digits the number of a telephone has.
const PHONE: std::ops::RangeInclusive<usize> = 7..=11;

/// The longest word between two numbers, or after one, that may be written in one with them.
const UNIT: usize = 2;

/// The longest query that is read, in bytes: a page pasted in the field is not one.
const QUERY_MAX: usize = 1000;

/// The most words of a query that are looked at; a set of them takes eight bits.
pub(super) const QUERY_WORDS: usize = 8;

/// What the term of a common word begins with. No word does.
const COMMON: char = '=';

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it is, in bytes of the text.
    pub at: Range<usize>,
    /// Folded: `Œuvres` is `oeuvres`.
    pub folded: String,
    /// What is left of it without its ending: `oeuvr`; a common word whole, after a sign.
    pub term: String,
    /// Its other terms: `employée` is found under `employé` too.
    pub others: Vec<String>,
    /// How common it is.
    pub common: Common,
}

/// A word of a query, and those that are as good: `compte-rendu` written in one.
pub(super) struct Wanted {
    pub word: Word,
    /// Its term, then others.
    pub terms: Vec<String>,
}

/// Cuts texts in words.
pub(super) struct Reader(Terms);

impl Reader {
    pub fn new() -> Self {
        Self(Terms::new())
    }

    /// Every word of `text`, in order.
    pub fn words(&self, text: &str) -> Vec<Word> {
        let mut found = Vec::new();
        let mut end = 0;
        let mut before = Before::default();
        for token in tokens(text) {
            let at = end..end + token.len();
            end = at.end;
            if is_word(token) {
                for part in parts(token) {
                    let at = at.start + part.start..at.start + part.end;
                    found.extend(self.word(&text[at.clone()], at, &before));
                }
            }
            before.next(token);
        }
        found
    }

    fn word(&self, written: &str, at: Range<usize>, before: &Before) -> Option<Word> {
        let folded = fold(written);
        if folded.is_empty() || folded.len() > LONGEST {
            return None;
        }
        let small = small(written);
        let common = if before.names(written) { Common::No } else { Common::of(&small) };
        let (term, others) = match common {
            Common::No => (self.0.of(&folded), self.0.others(&folded, &whole(&small))),
            Common::Often | Common::Always => (format!("{COMMON}{folded}"), vec![]),
        };
        Some(Word { at, folded, term, others, common })
    }

    /// Words written in one.
    fn joined(&self, parts: &[Word]) -> Word {
        let folded: String = parts.iter().map(|word| word.folded.as_str()).collect();
        let at = parts[0].at.start..parts[parts.len() - 1].at.end;
        Word { term: self.0.of(&folded), others: vec![], folded, at, common: Common::No }
    }

    /// What `query` looks for: its words that tell notes apart; common ones when it has no
    /// others.
    pub fn wanted(&self, query: &str) -> Vec<Wanted> {
        let words = self.words(query);
        let Some(least) = words.iter().map(|word| word.common).min() else { return vec![] };
        let wholes = self.wholes(&words, query);
        let mut found: Vec<Wanted> = Vec::new();
        for word in words.into_iter().filter(|word| word.common == least) {
            let around = wholes
                .iter()
                .filter(|whole| whole.at.start <= word.at.start && word.at.end <= whole.at.end);
            let mut terms = vec![word.term.clone()];
            terms.extend(word.others.iter().cloned());
            terms.extend(around.map(|whole| whole.term.clone()));
            if found.iter().all(|known| known.terms != terms) {
                found.push(Wanted { word, terms });
            }
            if found.len() == QUERY_WORDS {
                break;
            }
        }
        found
    }

    /// The words under which `text` is found: its own, its compounds written in one (`week-end`
    /// is also `weekend`), and for a word that a common one looks like without its accents
    /// (`maïs`) that one too.
    pub fn indexed(&self, text: &str) -> Vec<Word> {
        let mut all = self.words(text);
        let wholes = self.wholes(&all, text);
        let alike = |word: &Word| {
            let term = format!("{COMMON}{}", word.folded);
            let is_like = word.common == Common::No && Common::of(&word.folded) != Common::No;
            is_like.then(|| Word { term, ..word.clone() })
        };
        let like: Vec<Word> = all.iter().filter_map(alike).collect();
        let other = |word: &Word, term: &String| Word { term: term.clone(), ..word.clone() };
        let others =
            all.iter().flat_map(|word| word.others.iter().map(move |term| other(word, term)));
        let others: Vec<Word> = others.collect();
        all.extend(wholes);
        all.extend(like);
        all.extend(others);
        all
    }

    /// Words that may be written in one: around hyphens, and numbers in groups of three.
    fn wholes(&self, words: &[Word], text: &str) -> Vec<Word> {
        let joins: [fn(&[Word], &str) -> bool; 3] = [is_compound, is_number, is_acronym];
        let mut wholes = Vec::new();
        for joins in joins {
            let mut rest = words;
            while !rest.is_empty() {
                let more = rest.windows(2).take_while(|pair| joins(pair, text)).count();
                let (parts, after) = rest.split_at(1 + more);
                rest = after;
                let is_said = parts.iter().any(|word| word.common == Common::No)
                    || parts.windows(2).all(|pair| is_acronym(pair, text));
                let length: usize = parts.iter().map(|word| word.folded.len()).sum();
                if more > 0 && is_said && length <= LONGEST {
                    wholes.push(self.joined(parts));
                }
            }
        }
        for at in 0..words.len() {
            if let Some(more) = glued(&words[at..], text) {
                wholes.push(self.joined(&words[at..=at + more]));
            }
        }
        wholes.extend(phones(words, text).map(|parts| self.joined(parts)));
        wholes
    }
}

/// A word as a suggestion shows it.
pub(super) fn shown(text: &str, word: &Word) -> String {
    let written = text[word.at.clone()].trim_end_matches(['\'', '’']).to_lowercase();
    // Typed again in a field, a space is an ordinary one.
    written.replace(['\u{a0}', '\u{202f}', '\u{2007}', '\u{200b}'], " ")
}

/// What stands just before a word.
#[derive(Default)]
struct Before {
    elided: bool,
    hyphen: bool,
    is_after_word: bool,
}

impl Before {
    fn next(&mut self, token: &str) {
        self.elided = matches!(token, "l'" | "l’" | "d'" | "d’" | "L'" | "L’" | "D'" | "D’");
        self.hyphen = is_hyphen(token) && self.is_after_word;
        self.is_after_word = is_word(token);
    }

    /// Whether a common word is a name here: `l’Est`, `Montréal-Est`.
    fn names(&self, written: &str) -> bool {
        let mut signs = written.chars();
        let is_capital = signs.next().is_some_and(char::is_uppercase)
            && signs.next().is_some_and(char::is_lowercase);
        (self.elided || self.hyphen) && is_capital || self.elided && written == "est"
    }
}

/// The words of a token, in bytes: an address has several, and so has an elision with the
/// apostrophe that Unicode counts among letters.
fn parts(token: &str) -> Vec<Range<usize>> {
    let is_address = token.contains("://");
    if !is_address && !token.contains('ʼ') {
        return std::iter::once(0..token.len()).collect();
    }
    let parts_them = |sign: char| sign == 'ʼ' || is_address && !sign.is_alphanumeric();
    let mut parts = Vec::new();
    let mut start = 0;
    for part in token.split_inclusive(parts_them) {
        let word = part.trim_end_matches(parts_them);
        if !word.is_empty() {
            parts.push(start..start + word.len());
        }
        start += part.len();
    }
    parts
}

/// Whether two words are written with what may be left out between them: a hyphen, or the
/// apostrophe of a name (`Kanien’kehá`), which is no elision.
fn is_compound(pair: &[Word], text: &str) -> bool {
    let between = &text[pair[0].at.end..pair[1].at.start];
    let first = &text[pair[0].at.clone()];
    let is_name = first.ends_with(['\'', '’']) && pair[0].common == Common::No;
    is_hyphen(between)
        || is_name && matches!(between, "" | ":")
        || between == ":" && pair.iter().all(|word| word.folded.chars().all(char::is_alphabetic))
}

/// Whether two words are letters of one acronym: `S.O.S.`
fn is_acronym(pair: &[Word], text: &str) -> bool {
    let between = &text[pair[0].at.end..pair[1].at.start];
    between == "." && pair.iter().all(|word| word.folded.chars().count() == 1)
}

/// Groups of digits that are the number of a telephone, with the one of its country and without.
fn phones<'w>(words: &'w [Word], text: &str) -> impl Iterator<Item = &'w [Word]> {
    let follows = |word: &Word, next: &Word| {
        let between = &text[word.at.end..next.at.start];
        let is_sign =
            |sign: char| sign.is_whitespace() && sign != '\n' || "-.()\u{2011}".contains(sign);
        is_digits(&word.folded)
            && is_digits(&next.folded)
            && between.len() <= 4
            && between.chars().all(is_sign)
    };
    words.chunk_by(follows).filter(|parts| parts.len() > 1).flat_map(|parts| {
        let length = |parts: &[Word]| parts.iter().map(|word| word.folded.len()).sum::<usize>();
        let without =
            parts.split_first().filter(|(first, rest)| first.folded == "1" && rest.len() > 1);
        let both = [Some(parts), without.map(|(_, rest)| rest)];
        both.into_iter().flatten().filter(move |parts| PHONE.contains(&length(parts)))
    })
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|sign| sign.is_ascii_digit())
}

/// How many words after a number are often written in one with it: `5 à 7`, `14 h 30`, `10 km`.
fn glued(words: &[Word], text: &str) -> Option<usize> {
    let is_number =
        |word: &Word| word.folded.split('.').all(|part| !part.is_empty() && is_digits(part));
    // (Exponents too: `m²`.)
    let is_short = |word: &Word| {
        let bare = word.folded.trim_end_matches(['2', '3']);
        !bare.is_empty() && bare.chars().all(char::is_alphabetic) && bare.len() <= UNIT
    };
    let stands_apart = |pair: &[Word]| {
        let between = &text[pair[0].at.end..pair[1].at.start];
        between.chars().count() == 1
            && between.chars().all(|sign| sign.is_whitespace() && sign != '\n')
    };
    let [number, unit, ..] = words else { return None };
    if !is_number(number) || !is_short(unit) || !stands_apart(&words[..2]) {
        return None;
    }
    match words.get(2) {
        Some(next) if is_number(next) && stands_apart(&words[1..3]) => Some(2),
        _ => (unit.common == Common::No || unit.folded == "h").then_some(1),
    }
}

fn is_hyphen(text: &str) -> bool {
    matches!(text, "-" | "\u{2010}" | "\u{2011}" | "\u{200b}")
}

/// Whether two words are groups of one number: `10 500`.
fn is_number(pair: &[Word], text: &str) -> bool {
    let between = &text[pair[0].at.end..pair[1].at.start];
    let (first, second) = (pair[0].folded.as_str(), pair[1].folded.as_str());
    let is_group = second.len() >= 3 && second.is_char_boundary(3) && {
        let (three, rest) = second.split_at(3);
        is_digits(three) && !rest.starts_with(char::is_alphanumeric)
    };
    let is_space = between.chars().count() == 1 && between.chars().all(char::is_whitespace);
    is_space && between != "\n" && first.len() <= 3 && is_digits(first) && is_group
}

/// A word in small letters, its accents kept and composed, without its apostrophe.
fn small(word: &str) -> String {
    text::alike(word).to_lowercase().trim_end_matches('\'').to_owned()
}

/// A word without capitals, accents, nor the signs inside it; `animateur·trice` is looked for
/// as `animateur`, whose ending is the same.
pub(super) fn fold(word: &str) -> String {
    let bare = whole(&text::searched(word));
    // `2ème` is `2e`, and `9h00` is `9h`.
    let digits = bare.len() - bare.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let bare = match &bare[digits..] {
        "eme" | "ieme" if digits > 0 => format!("{}e", &bare[..digits]),
        "h00" if digits > 0 => format!("{}h", &bare[..digits]),
        _ => bare,
    };
    match bare.split_once([',', '.']) {
        _ if is_grouped(&bare) => bare.replace(',', ""),
        // `12,50` and `12.50`; `514.555.0199`, `555.0199`.
        Some((one, rest))
            if is_digits(one) && is_digits(rest) && (one.len(), rest.len()) != (3, 4) =>
        {
            bare.replace(',', ".")
        }
        Some((one, rest)) if is_digits(one) && is_digits(&rest.replace('.', "")) => {
            bare.replace('.', "")
        }
        _ if bare.starts_with(|sign: char| sign.is_ascii_digit()) => bare.replace(',', "."),
        _ => bare,
    }
}

/// What of a word is looked for.
fn whole(word: &str) -> String {
    let whole = word.split(['·', '‧', '•']).next().unwrap_or_default();
    whole.chars().filter(|sign| !matches!(sign, ' ' | '\'')).collect()
}

/// Whether a number is written in groups, as in English: `10,500`.
fn is_grouped(word: &str) -> bool {
    let whole = word.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let is_digits = |group: &str| group.bytes().all(|sign| sign.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && is_digits(first)
        && whole.contains(',')
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

/// A query as it is read: its beginning, through the door, its apostrophes and its spaces
/// those of the keyboard.
pub(super) fn cleaned(query: &str) -> String {
    let query = &query[..query.floor_char_boundary(QUERY_MAX)];
    let query = text::clean(query).replace(char::is_whitespace, " ");
    query.replace(['ʼ', '′', '´', '`', '‘'], "'")
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
        |range: &&std::ops::RangeInclusive<char>| letters.iter().any(|it| range.contains(it));
    ranges.iter().filter(written).take(1).flat_map(Clone::clone).collect()
}
