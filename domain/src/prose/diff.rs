//! What changed between two texts, read the French way.
//!
//! [`tokens()`] cuts a text the way French is read; [`script`] says which tokens left
//! and which came; [`page`] says it of a note as it is read, block by block, with
//! what moved, what was only formatted, where links lead, what was only typed otherwise. [`typo`] tells a slip of
//! the keyboard from another word. Merging, undoing and blame stand on the same
//! script (`crate::prose::merge`, `crate::prose::undo`, `crate::prose::blame`).

pub mod about;
pub mod block;
mod change;
mod empty;
mod inside;
pub mod page;
mod pair;
mod parted;
mod plainly;
mod read;
mod recut;
mod reference;
pub mod runs;
pub mod script;
pub mod source;
pub mod summary;
mod tokens;
pub mod typo;

pub use change::Change;
use script::{By, hunks, smooth};
pub use tokens::{is_space, is_word, key, tokens};

/// A run of words, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both texts, as the new one writes it.
    Same(String),
    /// Only in the new text.
    Added(String),
    /// Only in the old text.
    Removed(String),
}

impl Piece {
    /// Whether it is in one text only.
    pub fn is_change(&self) -> bool {
        !matches!(self, Self::Same(_))
    }
}

/// The words that changed from `old` to `new`; another apostrophe or another kind of
/// space is not another word.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    pieces(old, new, By::Key)
}

/// What changed from `old` to `new` to the letter, apostrophes and spaces too.
pub fn exact(old: &str, new: &str) -> Vec<Piece> {
    pieces(old, new, By::Text)
}

fn pieces(old: &str, new: &str, by: By) -> Vec<Piece> {
    let (before, after) = (tokens(old), tokens(new));
    let mut pieces = Vec::new();
    let mut at = 0;
    for hunk in smooth(hunks(&before, &after, by), &before, &after) {
        push(&mut pieces, Piece::Same(after[at..hunk.after.start].concat()));
        push(&mut pieces, Piece::Removed(before[hunk.before].concat()));
        push(&mut pieces, Piece::Added(after[hunk.after.clone()].concat()));
        at = hunk.after.end;
    }
    push(&mut pieces, Piece::Same(after[at..].concat()));
    pieces
}

/// How many words were put in and taken out.
pub fn change(old: &str, new: &str) -> Change {
    let (before, after) = (tokens(old), tokens(new));
    let mut change = Change::default();
    for hunk in hunks(&before, &after, By::Key) {
        change.removed += count(&before[hunk.before]);
        change.added += count(&after[hunk.after]);
    }
    change
}

/// How many words there are among these tokens. The endings of an inclusive word are no words of
/// their own: `invité.e.s`, `seul(e)s`.
pub(crate) fn count(tokens: &[&str]) -> u32 {
    let is_ending = |at: usize| {
        let joins = at > 1 && matches!(tokens[at - 1], "." | "-" | "(" | ")" | "/");
        joins && ENDINGS.contains(&tokens[at]) && is_word(tokens[at - 2])
    };
    let words = (0..tokens.len()).filter(|at| is_word(tokens[*at]) && !is_ending(*at));
    u32::try_from(words.count()).unwrap_or(u32::MAX)
}

/// What follows the sign inside an inclusive word.
const ENDINGS: [&str; 12] =
    ["e", "s", "es", "ne", "nes", "le", "les", "trice", "trices", "euse", "euses", "ère"];

fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    let (Piece::Same(text) | Piece::Added(text) | Piece::Removed(text)) = &piece;
    if !text.is_empty() {
        pieces.push(piece);
    }
}
