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

/// The runs that differ, in order, with equal tokens between them.
pub fn hunks(before: &[&str], after: &[&str], by: By) -> Vec<Hunk> {
    let mut found = match by {
        By::Text => of(before.iter().copied(), after.iter().copied()),
        By::Key => of(before.iter().map(|one| key(one)), after.iter().map(|one| key(one))),
    };
    let mut free = 0;
    for hunk in &mut found {
        if hunk.before.is_empty() {
            let by = to_line_start(after, &hunk.after, free, by);
            *hunk = shifted(hunk, by);
        } else if hunk.after.is_empty() {
            let by = to_line_start(
                before,
                &hunk.before,
                hunk.before.start - (hunk.after.start - free),
                by,
            );
            *hunk = shifted(hunk, by);
        }
        free = hunk.after.end;
    }
    found
}

fn shifted(hunk: &Hunk, by: usize) -> Hunk {
    let up = |range: &Range<usize>| range.start - by..range.end - by;
    Hunk { before: up(&hunk.before), after: up(&hunk.after) }
}

/// How far up a run that only came, or only left, can be told to stand so that it begins
/// a line: `- b\n` between two items, never `b\n- `. Not above `free`.
fn to_line_start(tokens: &[&str], run: &Range<usize>, free: usize, by: By) -> usize {
    let same = |a: usize, b: usize| match by {
        By::Text => tokens[a] == tokens[b],
        By::Key => key(tokens[a]) == key(tokens[b]),
    };
    let begins_line = |at: usize| at == 0 || tokens[at - 1] == "\n";
    for up in 0..=run.start - free {
        if begins_line(run.start - up) {
            return up;
        }
        if up == run.len() || up == run.start - free || !same(run.start - up - 1, run.end - up - 1)
        {
            return 0;
        }
    }
    0
}

/// The same for anything that can be told apart.
pub(super) fn of<T: Eq + std::hash::Hash>(
    before: impl Iterator<Item = T>,
    after: impl Iterator<Item = T>,
) -> Vec<Hunk> {
    let size = before.size_hint().0 + after.size_hint().0;
    let mut input = InternedInput { before: vec![], after: vec![], interner: Interner::new(size) };
    input.update_before(before);
    input.update_after(after);
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let range = |one: Range<u32>| one.start as usize..one.end as usize;
    diff.hunks().map(|hunk| Hunk { before: range(hunk.before), after: range(hunk.after) }).collect()
}

/// Joins two replacements that only one space or a word of two letters keeps apart:
/// people read "three words changed", not three changes of one word.
pub fn smooth(hunks: Vec<Hunk>, before: &[&str], after: &[&str]) -> Vec<Hunk> {
    let mut told: Vec<Hunk> = Vec::with_capacity(hunks.len());
    for hunk in hunks {
        if let Some(last) = told.last_mut() {
            let gap = &after[last.after.end..hunk.after.start];
            let replaces = |one: &Hunk| !one.before.is_empty() && !one.after.is_empty();
            let words = before[hunk.before.clone()].iter().chain(&after[hunk.after.clone()]);
            let in_line = words.chain(&before[last.before.clone()]).all(|token| *token != "\n");
            if replaces(last) && in_line && is_thin(gap) {
                last.before.end = hunk.before.end;
                last.after.end = hunk.after.end;
                continue;
            }
        }
        told.push(hunk);
    }
    told
}

fn is_thin(gap: &[&str]) -> bool {
    match gap {
        [one] => is_space(one) || (is_word(one) && one.chars().count() <= 2),
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
