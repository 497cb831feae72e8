//! Which tokens left and which came: histogram diff (imara-diff), the fastest and the
//! calmest of those measured on a real French wiki.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput, Interner};

use super::{is_space, is_word, key};

/// When two tokens are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// To the letter: what is stored must not lose an apostrophe.
    Text,
    /// Up to apostrophes and spaces: what people read.
    Key,
}

/// A run of tokens replaced by another; either may be empty, never both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// What left, counted in the old tokens.
    pub before: Range<usize>,
    /// What came, counted in the new tokens.
    pub after: Range<usize>,
}

/// Texts of more tokens than this, both together, are compared line by line first, and
/// word by word only where lines differ: a text whose words are all alike costs the
/// square of its length otherwise.
const LARGE: usize = 10_000;

/// The most tokens compared word by word inside changed lines of large texts; past it, runs
/// of lines are told whole.
const INSIDE: usize = 100_000;

/// The most lines (or blocks) compared one by one; past it, what stands between a common
/// beginning and a common end is told whole.
const LINES: usize = 40_000;

/// The runs that differ, in order, with equal tokens between them.
pub fn hunks(before: &[&str], after: &[&str], by: By) -> Vec<Hunk> {
    let mut found = if before.len() + after.len() > LARGE {
        by_lines(before, after, by)
    } else {
        words(before, after, by)
    };
    for at in 0..found.len() {
        let (free, end) = (
            found[..at].last().map_or((0, 0), |last| (last.before.end, last.after.end)),
            found
                .get(at + 1)
                .map_or((before.len(), after.len()), |next| (next.before.start, next.after.start)),
        );
        let hunk = &found[at];
        let by = if hunk.before.is_empty() {
            to_line_start(after, &hunk.after, free.1..end.1, by)
        } else if hunk.after.is_empty() {
            to_line_start(before, &hunk.before, free.0..end.0, by)
        } else {
            0
        };
        let moved = |range: &Range<usize>| {
            range.start.saturating_add_signed(by)..range.end.saturating_add_signed(by)
        };
        found[at] = Hunk { before: moved(&hunk.before), after: moved(&hunk.after) };
    }
    found
}

fn words(before: &[&str], after: &[&str], by: By) -> Vec<Hunk> {
    match by {
        By::Text => of(before.iter().copied(), after.iter().copied()),
        By::Key => of(before.iter().map(|it| key(it)), after.iter().map(|it| key(it))),
    }
}

/// Lines first, then words inside the lines that differ.
fn by_lines(before: &[&str], after: &[&str], by: By) -> Vec<Hunk> {
    let (old, new) = (lines(before), lines(after));
    let texts = |all: &[&str], runs: &[Range<usize>]| -> Vec<String> {
        let folded = |run: &Range<usize>| match by {
            By::Text => all[run.clone()].concat(),
            By::Key => all[run.clone()].iter().map(|it| key(it)).collect(),
        };
        runs.iter().map(folded).collect()
    };
    let mut left = INSIDE;
    let mut found = Vec::new();
    for hunk in bounded(&texts(before, &old), &texts(after, &new)) {
        let was = tokens_of(&old, &hunk.before, before.len());
        let is = tokens_of(&new, &hunk.after, after.len());
        let cost = was.len() + is.len();
        if cost > left.min(LARGE) || was.is_empty() || is.is_empty() {
            found.push(Hunk { before: was, after: is });
            continue;
        }
        left -= cost;
        found.extend(words(&before[was.clone()], &after[is.clone()], by).into_iter().map(|word| {
            let moved = |range: Range<usize>, by: usize| range.start + by..range.end + by;
            Hunk { before: moved(word.before, was.start), after: moved(word.after, is.start) }
        }));
    }
    found
}

/// The tokens of each line, its end included.
fn lines(tokens: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        if *token == "\n" {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

/// The tokens of a run of lines.
fn tokens_of(lines: &[Range<usize>], run: &Range<usize>, end: usize) -> Range<usize> {
    let start = |at: usize| lines.get(at).map_or(end, |line| line.start);
    start(run.start)..start(run.end)
}

/// [`of`] for lists that may be very long.
pub(super) fn bounded<T: Eq + std::hash::Hash>(before: &[T], after: &[T]) -> Vec<Hunk> {
    if before.len() + after.len() <= LINES {
        return of(before.iter(), after.iter());
    }
    let shortest = before.len().min(after.len());
    let head = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let ends = before.iter().rev().zip(after.iter().rev()).take(shortest - head);
    let tail = ends.take_while(|(a, b)| a == b).count();
    let hunk = Hunk { before: head..before.len() - tail, after: head..after.len() - tail };
    if hunk.before.is_empty() && hunk.after.is_empty() { vec![] } else { vec![hunk] }
}

/// How far a run that only came, or only left, can be told to stand elsewhere so that it
/// begins a line: `- b\n` between two items, never `b\n- `. It stays within `room`.
fn to_line_start(tokens: &[&str], run: &Range<usize>, room: Range<usize>, by: By) -> isize {
    let same = |a: usize, b: usize| match by {
        By::Text => tokens[a] == tokens[b],
        By::Key => key(tokens[a]) == key(tokens[b]),
    };
    let begins_line = |at: usize| at == 0 || tokens[at - 1] == "\n";
    let far = run.len();
    let up = (0..=far.min(run.start - room.start))
        .take_while(|up| *up == 0 || same(run.start - up, run.end - up))
        .find(|up| begins_line(run.start - up));
    if let Some(up) = up {
        return -isize::try_from(up).unwrap_or(0);
    }
    let down = (1..=far.min(room.end - run.end))
        .take_while(|down| same(run.start + down - 1, run.end + down - 1))
        .find(|down| begins_line(run.start + down));
    down.and_then(|down| isize::try_from(down).ok()).unwrap_or(0)
}

/// The same for anything that can be told apart.
fn of<T: Eq + std::hash::Hash>(
    before: impl Iterator<Item = T>,
    after: impl Iterator<Item = T>,
) -> Vec<Hunk> {
    let size = before.size_hint().0 + after.size_hint().0;
    let mut input = InternedInput { before: vec![], after: vec![], interner: Interner::new(size) };
    input.update_before(before);
    input.update_after(after);
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let range = |it: Range<u32>| it.start as usize..it.end as usize;
    diff.hunks().map(|hunk| Hunk { before: range(hunk.before), after: range(hunk.after) }).collect()
}

/// Joins two replacements that only one space or a word of two letters keeps apart:
/// people read "three words changed", not three changes of one word.
pub fn smooth(hunks: Vec<Hunk>, before: &[&str], after: &[&str]) -> Vec<Hunk> {
    let mut found: Vec<Hunk> = Vec::with_capacity(hunks.len());
    for hunk in hunks {
        if let Some(last) = found.last_mut() {
            let gap = &after[last.after.end..hunk.after.start];
            let replaces = |it: &Hunk| !it.before.is_empty() && !it.after.is_empty();
            let words = before[hunk.before.clone()].iter().chain(&after[hunk.after.clone()]);
            let in_line = words.chain(&before[last.before.clone()]).all(|token| *token != "\n");
            if replaces(last) && in_line && is_thin(gap) {
                last.before.end = hunk.before.end;
                last.after.end = hunk.after.end;
                continue;
            }
        }
        found.push(hunk);
    }
    found
}

fn is_thin(gap: &[&str]) -> bool {
    match gap {
        [token] => is_space(token) || (is_word(token) && token.chars().count() <= 2),
        _ => false,
    }
}

/// Where places of the old text are in the new one.
pub struct Map {
    hunks: Vec<Hunk>,
}

/// What became of a run of old tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Landing {
    /// It stands there, untouched.
    Whole(Range<usize>),
    /// Something in it changed: the smallest run of old tokens around it whose ends are
    /// untouched, and where that run is now.
    Touched {
        /// In the old tokens.
        old: Range<usize>,
        /// In the new tokens.
        new: Range<usize>,
    },
}

impl Map {
    /// A map of what `hunks` did.
    pub fn new(hunks: Vec<Hunk>) -> Self {
        Self { hunks }
    }

    /// What became of `run`.
    pub fn land(&self, run: Range<usize>) -> Landing {
        let first = self.hunks.partition_point(|hunk| hunk.before.end <= run.start);
        let mut old = run.clone();
        let mut touched = false;
        for hunk in &self.hunks[first.saturating_sub(1)..] {
            if hunk.before.start > run.end {
                break;
            }
            if crosses(&hunk.before, &run) {
                touched = true;
                old.start = old.start.min(hunk.before.start);
                old.end = old.end.max(hunk.before.end);
            }
        }
        let new = self.start(old.start, touched)..self.end(old.end, touched, old.is_empty());
        let new = new.start..new.end.max(new.start);
        if touched { Landing::Touched { old, new } } else { Landing::Whole(new) }
    }

    /// How far tokens after these hunks have moved.
    fn shifted(at: usize, hunk: Option<&Hunk>) -> usize {
        hunk.map_or(at, |hunk| hunk.after.end + (at - hunk.before.end))
    }

    /// Where a run that begins at `at` begins now: what was put in just before it stays
    /// outside, unless the run was touched there.
    fn start(&self, at: usize, touched: bool) -> usize {
        let ends = |hunk: &Hunk| {
            hunk.before.end < at || (hunk.before.end == at && !(touched && hunk.before.start == at))
        };
        let found = self.hunks.partition_point(ends);
        Self::shifted(at, self.hunks[..found].last())
    }

    /// Where a run that ends at `at` ends now: what was put in just after it stays outside.
    fn end(&self, at: usize, touched: bool, is_point: bool) -> usize {
        let before = |hunk: &Hunk| {
            let inside = hunk.before.start < at && hunk.before.end <= at;
            inside || (is_point && hunk.before.end <= at) || (touched && hunk.before.end < at)
        };
        let found = self.hunks.partition_point(before);
        Self::shifted(at, self.hunks[..found].last())
    }
}

/// Whether a change of `hunk` (in old tokens) touches `run`: they share a token, or one
/// is a point strictly inside the other. Two points, or a point at an end, do not touch.
pub fn crosses(hunk: &Range<usize>, run: &Range<usize>) -> bool {
    if hunk.is_empty() {
        return run.start < hunk.start && hunk.start < run.end;
    }
    if run.is_empty() {
        return hunk.start < run.start && run.start < hunk.end;
    }
    hunk.start < run.end && run.start < hunk.end
}
