//! Two states of a note, compared as they are read.

use super::about::About;
use super::block::{Block, Shape, Styles};
use super::pair::{Pair, pairs};
use super::read::{Located, read_all};
use super::script::{By, hunks, smooth};
use super::source::{Silent, Source, differs, is_loose};
use super::typo::is_typo;
use super::{is_word, key, reference};

/// The most words looked at inside changed blocks: a note of 100,000 bytes, rewritten
/// whole, has 70,000. Past it, whole blocks are shown, and [`Comparison::is_full`] says so.
pub const BUDGET: usize = 150_000;

/// Two states of a note, block by block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The blocks, in reading order.
    pub rows: Vec<Row>,
    /// The looks of their words.
    pub styles: Styles,
    /// Whether every changed block was compared word by word.
    pub is_full: bool,
    /// How the texts differ where no block of them does.
    pub silent: Option<Silent>,
}

/// One block, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What became of it.
    pub fate: Fate,
    /// What it is now, or was.
    pub shape: Shape,
    /// What it was, if that changed.
    pub was: Option<Shape>,
    /// What it shows besides its words.
    pub about: About,
    /// What it showed, if that changed.
    pub had: Option<About>,
    /// What was typed, then and now, when that changed by more than what is read.
    pub source: Option<(String, String)>,
    /// Its words.
    pub pieces: Vec<Piece>,
}

/// What became of a block. Moves are numbered from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It did not change.
    Same,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It changed where it stands.
    Changed,
    /// It stood here, and went elsewhere: a shadow of move number n.
    Left(usize),
    /// It came from elsewhere, by move number n, perhaps changed.
    Arrived(usize),
}

/// A run of words, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of it.
    pub mark: Mark,
    /// The words.
    pub text: String,
    /// The number of their look.
    pub style: usize,
}

/// What became of a run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    Same,
    /// They came.
    Added,
    /// They left.
    Removed,
    /// A slip was mended: they replace these.
    Mended(String),
    /// They look otherwise; the number of the look they had.
    Formatted(usize),
    /// They lead elsewhere; the number of the look they had.
    Relinked(usize),
    /// Only an apostrophe or a space is another one; what was written.
    Respaced(String),
}

/// Compares two states of a note, both in Markdown.
pub fn compare(old: &str, new: &str) -> Comparison {
    let mut styles = Styles::default();
    let (was, is) = (read_all(old, &mut styles), read_all(new, &mut styles));
    let sources = (&Source::new(old, &was), &Source::new(new, &is));
    let typed = (old, new);
    let alone = |found: Vec<Located>| found.into_iter().map(|one| one.block).collect::<Vec<_>>();
    let (old, new) = (alone(was), alone(is));
    let mut rows = Vec::new();
    let mut lines = Vec::new();
    let mut left = BUDGET;
    let mut is_full = true;
    let mut moves = std::collections::BTreeMap::new();
    let pairs = pairs(&old, &new);
    for (at, pair) in pairs.iter().enumerate() {
        let pair = *pair;
        let mut number = |was: usize| {
            let next = moves.len() + 1;
            *moves.entry(was).or_insert(next)
        };
        match pair {
            Pair::Same(_, is) => {
                let source = differs(&pairs, at, sources, (&old, &new), &styles);
                let fate = if source.is_some() { Fate::Changed } else { Fate::Same };
                rows.push(Row { source, ..whole(fate, &new[is], &Mark::Same) });
            }
            Pair::Added(is) => rows.push(whole(Fate::Added, &new[is], &Mark::Added)),
            Pair::Removed(was) => rows.push(whole(Fate::Removed, &old[was], &Mark::Removed)),
            Pair::Left(was, _) => {
                rows.push(whole(Fate::Left(number(was)), &old[was], &Mark::Same));
            }
            Pair::Changed(was, is) | Pair::Arrived(was, is) => {
                let cost = old[was].tokens.len() + new[is].tokens.len();
                if cost > left {
                    is_full = false;
                    rows.push(whole(Fate::Removed, &old[was], &Mark::Removed));
                    rows.push(whole(Fate::Added, &new[is], &Mark::Added));
                    continue;
                }
                left -= cost;
                let arrived = matches!(pair, Pair::Arrived(..));
                let fate = if arrived { Fate::Arrived(number(was)) } else { Fate::Changed };
                let source = differs(&pairs, at, sources, (&old, &new), &styles);
                if new[is].shape == Shape::Bare {
                    lines.push((rows.len(), is));
                }
                rows.push(Row { source, ..inside(fate, &old[was], &new[is], &styles) });
            }
        }
    }
    for at in reference::told(&rows, &styles) {
        if let Ok(found) = lines.binary_search_by_key(&at, |(row, _)| *row) {
            rows[at] = whole(Fate::Same, &new[lines[found].1], &Mark::Same);
        }
    }
    let is_same = rows.iter().all(|row| row.fate == Fate::Same);
    let is_loose = |at: usize| is_loose(&pairs, at, sources, (&old, &new));
    let silent = if is_same {
        Silent::of(typed.0, typed.1)
    } else {
        (0..pairs.len()).any(is_loose).then_some(Silent::Beside)
    };
    Comparison { rows, styles, is_full, silent }
}

fn whole(fate: Fate, block: &Block, mark: &Mark) -> Row {
    let mut pieces = Vec::new();
    for token in &block.tokens {
        put(&mut pieces, mark.clone(), &block.text[token.range.clone()], token.style);
    }
    let about = block.about.clone();
    Row { fate, shape: block.shape, was: None, about, had: None, source: None, pieces }
}

/// The words of one block, before and after.
fn inside(fate: Fate, old: &Block, new: &Block, styles: &Styles) -> Row {
    let (before, after) = (old.words(), new.words());
    let mut pieces = Vec::new();
    let (mut was, mut is) = (0, 0);
    let kept = |pieces: &mut Vec<Piece>, was: usize, is: usize| {
        let (then, now) = (old.tokens[was].style, new.tokens[is].style);
        if then != now && before[was] != after[is] {
            // Two changes of one word: neither hides the other.
            put(pieces, Mark::Removed, before[was], then);
            put(pieces, Mark::Added, after[is], now);
            return;
        }
        let mark = if then == now {
            if before[was] == after[is] {
                Mark::Same
            } else {
                Mark::Respaced(before[was].to_owned())
            }
        } else if leads(styles, then) == leads(styles, now) {
            Mark::Formatted(then)
        } else {
            Mark::Relinked(then)
        };
        put(pieces, mark, after[is], now);
    };
    let made = hunks(&before, &after, By::Key);
    for hunk in smooth(made, &before, &after) {
        while is < hunk.after.start {
            kept(&mut pieces, was, is);
            (was, is) = (was + 1, is + 1);
        }
        let (gone, come) = (&before[hunk.before.clone()], &after[hunk.after.clone()]);
        if let ([one], [other]) = (gone, come)
            && is_word(one)
            // A link or a bold that changed too is not a slip alone.
            && old.tokens[hunk.before.start].style == new.tokens[hunk.after.start].style
            && is_typo(&key(one), &key(other))
        {
            put(&mut pieces, Mark::Mended((*one).to_owned()), other, new.tokens[is].style);
        } else {
            for at in hunk.before.clone() {
                put(&mut pieces, Mark::Removed, before[at], old.tokens[at].style);
            }
            for at in hunk.after.clone() {
                put(&mut pieces, Mark::Added, after[at], new.tokens[at].style);
            }
        }
        (was, is) = (hunk.before.end, hunk.after.end);
    }
    while is < after.len() {
        kept(&mut pieces, was, is);
        (was, is) = (was + 1, is + 1);
    }
    Row {
        fate,
        shape: new.shape,
        was: (old.shape != new.shape).then_some(old.shape),
        about: new.about.clone(),
        had: (old.about != new.about).then(|| old.about.clone()),
        source: None,
        pieces,
    }
}

/// Where words of a look lead, and under which title.
fn leads(styles: &Styles, at: usize) -> (Option<&str>, &str) {
    let style = styles.get(at);
    (style.link.as_deref(), &style.title)
}

/// Adds words to the last run if the same became of them.
fn put(pieces: &mut Vec<Piece>, mark: Mark, text: &str, style: usize) {
    match pieces.last_mut() {
        Some(last)
            if last.style == style
                && last.mark == mark
                && !matches!(mark, Mark::Mended(_) | Mark::Respaced(_)) =>
        {
            last.text.push_str(text);
        }
        _ => pieces.push(Piece { mark, text: text.to_owned(), style }),
    }
}
