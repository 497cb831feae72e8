//! Two states of a note, compared as they are read.

use super::about::About;
use super::block::{Block, Shape, Styles};
use super::inside::inside;
use super::pair::{Pair, pairs};
use super::read::{Located, read_all};
use super::source::{Silent, Source, between, differs, is_loose};
use super::{empty, recut, reference};

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
    /// Whether it was put together with what follows, or parted from it; both, when it was put
    /// together and what it is now was parted from the next.
    pub parted: Vec<Parted>,
    pub pieces: Vec<Piece>,
}

impl Row {
    /// Its words as they were (`old`), or as they are.
    pub fn text(&self, old: bool) -> String {
        let of = |piece: &Piece| match &piece.mark {
            Mark::Added if old => String::new(),
            Mark::Removed if !old => String::new(),
            Mark::Corrected(was) | Mark::Respaced(was) if old => was.clone(),
            _ => piece.text.clone(),
        };
        self.pieces.iter().map(of).collect()
    }
}

/// What became of the place where two blocks meet, when no word of them changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parted {
    /// They were two or more and are one.
    Joined,
    /// They were one and are two or more.
    Split,
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
    /// A slip was corrected: they replace these.
    Corrected(String),
    /// They look otherwise; the number of the look they had.
    Formatted(usize),
    /// They lead elsewhere; the number of the look they had.
    Relinked(usize),
    /// They look the same: only an apostrophe, a space or a sign of the same look is another
    /// one; what was written.
    Respaced(String),
}

/// Compares two states of a note, both in Markdown.
pub fn compare(old: &str, new: &str) -> Comparison {
    let mut styles = Styles::default();
    let (was, is) = (read_all(old, &mut styles), read_all(new, &mut styles));
    let sources = (&Source::new(old, &was), &Source::new(new, &is));
    let typed = (old, new);
    let alone = |found: Vec<Located>| found.into_iter().map(|it| it.block).collect::<Vec<_>>();
    let (old, new) = (alone(was), alone(is));
    let mut rows = Vec::new();
    let mut left = BUDGET;
    let mut is_full = true;
    let mut moves = std::collections::BTreeMap::new();
    let pairs = pairs(&old, &new);
    for (at, pair) in pairs.iter().enumerate() {
        let pair = *pair;
        let place = between(&pairs, at, sources, (&old, &new));
        let mut number = |was: usize| {
            let next = moves.len() + 1;
            *moves.entry(was).or_insert(next)
        };
        match pair {
            Pair::Same(_, is) => {
                let source = differs(&pairs, at, sources, (&old, &new), &styles);
                let parted: Vec<Parted> = place.into_iter().collect();
                let is_same = source.is_none() && parted.is_empty();
                let fate = if is_same { Fate::Same } else { Fate::Changed };
                rows.push(Row { source, parted, ..whole(fate, &new[is], &Mark::Same) });
            }
            Pair::Joined(_, _, is) => {
                let parted = [Some(Parted::Joined), place].into_iter().flatten().collect();
                rows.push(Row { parted, ..whole(Fate::Changed, &new[is], &Mark::Same) });
            }
            Pair::Split(_, first, count) => {
                for (part, block) in new[first..first + count].iter().enumerate() {
                    let last = place.filter(|_| part + 1 == count);
                    let first = (part == 0).then_some(Parted::Split);
                    let parted: Vec<Parted> = [first, last].into_iter().flatten().collect();
                    let fate = if parted.is_empty() { Fate::Same } else { Fate::Changed };
                    rows.push(Row { parted, ..whole(fate, block, &Mark::Same) });
                }
            }
            Pair::Recut(was, olds, is, news) => {
                let (gone, come) = (&old[was..was + olds], &new[is..is + news]);
                let cost: usize = gone.iter().chain(come).map(|block| block.tokens.len()).sum();
                let result = if cost > left { None } else { recut::rows(gone, come, &styles) };
                is_full &= cost <= left;
                left = left.saturating_sub(cost);
                let from = rows.len();
                rows.extend(result.unwrap_or_else(|| {
                    let gone = gone.iter().map(|it| whole(Fate::Removed, it, &Mark::Removed));
                    gone.chain(come.iter().map(|it| whole(Fate::Added, it, &Mark::Added))).collect()
                }));
                if let Some(last) = rows[from..].last_mut().filter(|row| row.fate != Fate::Added) {
                    last.parted.extend(place);
                    last.fate = if last.parted.is_empty() { last.fate } else { Fate::Changed };
                }
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
                let pair = (&old[was], &new[is]);
                let row = if is_same_kind(pair) {
                    replaced(fate, pair)
                } else {
                    inside(fate, pair.0, pair.1, &styles)
                };
                rows.push(Row { source, ..row });
            }
        }
    }
    for at in reference::relinked(&rows, &styles) {
        // Its words stay what they were and are, for whoever reads both sides.
        (rows[at].fate, rows[at].source) = (Fate::Same, None);
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

/// A block to which one thing happened.
pub(super) fn whole(fate: Fate, block: &Block, mark: &Mark) -> Row {
    let mut pieces = Vec::new();
    for token in &block.tokens {
        put(&mut pieces, mark.clone(), &block.text[token.range.clone()], token.style);
    }
    let about = block.about.clone();
    Row {
        fate,
        shape: block.shape,
        was: None,
        about,
        had: None,
        source: None,
        parted: vec![],
        pieces,
    }
}

/// Whether two lines without a word are one that says another thing (a box, an image): each is
/// read whole.
fn is_same_kind((old, new): (&Block, &Block)) -> bool {
    let are_bare = old.shape == Shape::Bare && new.shape == Shape::Bare;
    are_bare && empty::kind(&old.text) == empty::kind(&new.text)
}

/// A block in the place of another, each whole.
fn replaced(fate: Fate, (old, new): (&Block, &Block)) -> Row {
    let mut row = whole(fate, old, &Mark::Removed);
    row.pieces.extend(whole(fate, new, &Mark::Added).pieces);
    row
}

/// Adds words to the last run if the same became of them.
pub(super) fn put(pieces: &mut Vec<Piece>, mark: Mark, text: &str, style: usize) {
    match pieces.last_mut() {
        Some(last)
            if last.style == style
                && last.mark == mark
                && !matches!(mark, Mark::Corrected(_) | Mark::Respaced(_)) =>
        {
            last.text.push_str(text);
        }
        _ => pieces.push(Piece { mark, text: text.to_owned(), style }),
    }
}
