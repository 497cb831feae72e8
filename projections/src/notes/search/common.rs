//! Words too common to tell two notes apart.
//!
//! They are known as they are written, accents and all: `mais` is one, `maïs` is not.

/// How common a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Common {
    /// It distinguishes notes.
    No,
    /// It is in most notes, and names something in some (`le son`, `à l’est`), or is half of a
    /// compound (`par terre`, `en-tête`).
    Often,
    /// It says nothing alone: an article, a pronoun, a letter.
    Always,
}

const OFTEN: [&str; 22] = [
    "avec", "dans", "dès", "en", "est", "for", "in", "leur", "là", "mais", "ne", "on", "par",
    "pas", "pour", "sa", "se", "si", "son", "sur", "to", "with",
];

const ALWAYS: [&str; 37] = [
    "and", "au", "aux", "ce", "ces", "de", "des", "du", "elle", "et", "http", "https", "il", "ils",
    "is", "je", "jusqu", "la", "le", "les", "lorsqu", "nous", "of", "ou", "où", "puisqu", "qu",
    "que", "qui", "quoiqu", "ses", "the", "un", "une", "vous", "www", "à",
];

impl Common {
    /// How common `word` is, in small letters, its accents kept.
    pub(super) fn of(word: &str) -> Self {
        let mut letters = word.chars();
        // A letter alone is what is left of a word: `participant-e-s`, `s’il`.
        let is_letter = letters.next().is_some_and(|sign| sign.is_ascii_alphabetic())
            && letters.next().is_none();
        if is_letter || ALWAYS.contains(&word) {
            Self::Always
        } else if OFTEN.contains(&word) {
            Self::Often
        } else {
            Self::No
        }
    }
}
