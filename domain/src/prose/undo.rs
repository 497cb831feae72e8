//! Undoing one edit among others, passage by passage.
//!
//! A fragment of an edit can be undone while the words it put in, and their place,
//! stand untouched in the text of now, whatever was changed elsewhere since. What
//! was rewritten over it is shown and left alone.

mod signs;

use std::ops::Range;

use signs::whole_signs;

use crate::prose::diff::script::{By, Hunk, Landing, Map, hunks, smooth};
use crate::prose::diff::{is_word, tokens};
use crate::prose::sentence::{around, sentences};

/// The fewest words by which a passage that was moved is recognised.
const MOVED: usize = 3;

/// How many tokens are shown on each side of a fragment.
const AROUND: usize = 8;

/// What can be done of a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands as it was made: it can be taken back.
    Undoable,
    /// Other words have taken its place since.
    Replaced,
    /// It is not in the text any more: there is nothing to take back.
    Gone,
}

/// One passage that an edit changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// What the edit took out: undoing puts it back.
    pub removed: String,
    /// What the edit put in: undoing takes it out.
    pub added: String,
    /// A few words before it, as they were after the edit.
    pub lead: String,
    /// A few words after it.
    pub tail: String,
    /// What can be done of it.
    pub fate: Fate,
    /// Its place in the tokens of the text of now.
    pub place: Range<usize>,
    /// What stands there now.
    pub now: String,
}

/// The passages that the edit from `before` to `after` changed, and what can be done of
/// each in `head`, the text of now.
pub fn fragments(before: &str, after: &str, head: &str) -> Vec<Fragment> {
    let (before, after, head) = (tokens(before), tokens(after), tokens(head));
    let since = Map::new(hunks(&after, &head, By::Text));
    let made = smooth(hunks(&before, &after, By::Text), &before, &after);
    let made = by_line(whole_signs(&made, &before, &after), &before, &after);
    let made = whole_rows(made, &before, &after);
    let made = whole_blocks(made, &before, &after);
    let of = |hunk: &Hunk| {
        let removed = before[hunk.before.clone()].concat();
        let run = hunk.after.clone();
        let (fate, place) = match since.land(run.clone()) {
            Landing::Whole(place) => (Fate::Undoable, place),
            Landing::Touched { old, new } => {
                let undone = [
                    after[old.start..run.start].concat(),
                    removed.clone(),
                    after[run.end..old.end].concat(),
                ];
                let is_gone = undone.concat().trim() == head[new.clone()].concat().trim();
                match elsewhere(&after, &run, &head) {
                    _ if is_gone => (Fate::Gone, new),
                    Some(place) => (Fate::Undoable, place),
                    None => (Fate::Replaced, new),
                }
            }
        };
        Fragment {
            removed,
            added: after[run.clone()].concat(),
            lead: line_before(&after, run.start),
            tail: line_after(&after, run.end),
            fate,
            now: head[place.clone()].concat(),
            place,
        }
    };
    made.iter().map(of).collect()
}

/// Passages that go from one row of a table to another are of whole rows: a part of two is no
/// row.
fn whole_rows(made: Vec<Hunk>, before: &[&str], after: &[&str]) -> Vec<Hunk> {
    let start = |tokens: &[&str], at: usize| {
        tokens[..at].iter().rposition(|token| *token == "\n").map_or(0, |end| end + 1)
    };
    let end = |tokens: &[&str], at: usize| {
        tokens[at..].iter().position(|token| *token == "\n").map_or(tokens.len(), |end| at + end)
    };
    let is_row = |tokens: &[&str], at: usize| {
        first_of_line(tokens, at).is_some_and(|first| tokens[first] == "|")
    };
    let crosses = |hunk: &Hunk| {
        before[hunk.before.clone()].contains(&"\n") || after[hunk.after.clone()].contains(&"\n")
    };
    let mut hunks: Vec<Hunk> = Vec::with_capacity(made.len());
    let mut rest = made.into_iter().peekable();
    while let Some(mut hunk) = rest.next() {
        let is_torn = crosses(&hunk)
            && is_row(before, hunk.before.start)
            && is_row(after, hunk.after.start)
            // The same stands before it in both texts: it begins inside both rows, or neither.
            && start(after, hunk.after.start) < hunk.after.start;
        if is_torn {
            // Up to where both rows begin, and to where both end.
            let back = |hunk: &Hunk| {
                (hunk.after.start - start(after, hunk.after.start))
                    .max(hunk.before.start - start(before, hunk.before.start))
            };
            while let Some(last) =
                hunks.pop_if(|last| last.after.end + back(&hunk) > hunk.after.start)
            {
                hunk.before.start = last.before.start;
                hunk.after.start = last.after.start;
            }
            let by = back(&hunk);
            hunk.before.start -= by.min(hunk.before.start);
            hunk.after.start -= by.min(hunk.after.start);
            let more = |hunk: &Hunk| {
                (end(after, hunk.after.end) - hunk.after.end)
                    .max(end(before, hunk.before.end) - hunk.before.end)
            };
            while let Some(next) =
                rest.next_if(|next| next.after.start < hunk.after.end + more(&hunk))
            {
                hunk.before.end = next.before.end;
                hunk.after.end = next.after.end;
            }
            let by = more(&hunk);
            hunk.before.end = (hunk.before.end + by).min(before.len());
            hunk.after.end = (hunk.after.end + by).min(after.len());
        }
        hunks.push(hunk);
    }
    hunks
}

/// A column that came or left is of the whole table, since a row of other cells than its head is
/// none; and numbers that were counted anew are of the whole list.
fn whole_blocks(made: Vec<Hunk>, before: &[&str], after: &[&str]) -> Vec<Hunk> {
    let count = |tokens: &[&str], sign: &str| tokens.iter().filter(|it| **it == sign).count();
    let has_columns = |hunk: &Hunk| {
        let (old, new) = (&before[hunk.before.clone()], &after[hunk.after.clone()]);
        count(old, "\n") == count(new, "\n") && count(old, "|") != count(new, "|")
    };
    // Lines that came or left whole tear nothing.
    let counts = |hunk: &Hunk| {
        let torn = |tokens: &[&str], run: &Range<usize>| {
            let is_end = |at: usize| at == tokens.len() || tokens[at] == "\n";
            let is_start = |at: usize| at == 0 || tokens[at - 1] == "\n";
            let is_whole = (is_start(run.start) || is_end(run.start))
                && (is_end(run.end) || is_start(run.end));
            !is_whole && run.clone().any(|at| is_number(tokens, at))
        };
        torn(before, &hunk.before) || torn(after, &hunk.after)
    };
    let is_row = |at: usize| first_of_line(after, at).is_some_and(|first| after[first] == "|");
    let is_item = |at: usize| first_of_line(after, at).is_some_and(|first| is_number(after, first));
    let made = whole(made, after, is_row, has_columns);
    whole(made, after, is_item, counts)
}

/// Passages that follow one another without a blank line, in lines that `are_of` one block, as one
/// when any of them `tears` it.
fn whole(
    made: Vec<Hunk>,
    after: &[&str],
    are_of: impl Fn(usize) -> bool,
    tears: impl Fn(&Hunk) -> bool,
) -> Vec<Hunk> {
    let in_one = |hunk: &Hunk, next: &Hunk| {
        let between = &after[hunk.after.end..next.after.start];
        let is_parted = between.windows(2).any(|two| two == ["\n", "\n"]);
        !is_parted && are_of(hunk.after.start) && are_of(next.after.start)
    };
    let mut found = Vec::with_capacity(made.len());
    for block in made.chunk_by(in_one) {
        match block {
            [first, .., last] if block.iter().any(&tears) => found.push(Hunk {
                before: first.before.start..last.before.end,
                after: first.after.start..last.after.end,
            }),
            _ => found.extend_from_slice(block),
        }
    }
    found
}

/// The first token of the line of `at` that is no blank.
fn first_of_line(tokens: &[&str], at: usize) -> Option<usize> {
    // The end of the line before is a blank too.
    let before = tokens[..at].iter().rposition(|token| *token == "\n").unwrap_or(0);
    (before..tokens.len()).find(|at| !tokens[*at].trim().is_empty())
}

/// Whether the token at `at` is the number of an item.
fn is_number(tokens: &[&str], at: usize) -> bool {
    tokens[at].bytes().all(|sign| sign.is_ascii_digit())
        && matches!(tokens.get(at + 1), Some(&"." | &")"))
        && first_of_line(tokens, at) == Some(at)
}

/// A line that was rewritten is one passage, though some words of it are still there: what they
/// have in common by chance is no sentence to keep.
fn by_line(made: Vec<Hunk>, before: &[&str], after: &[&str]) -> Vec<Hunk> {
    let in_line = |hunk: &Hunk| {
        let all = before[hunk.before.clone()].iter().chain(&after[hunk.after.clone()]);
        all.into_iter().all(|token| *token != "\n")
    };
    let follow = |hunk: &Hunk, next: &Hunk| {
        let between = &after[hunk.after.end..next.after.start];
        in_line(hunk) && in_line(next) && !between.contains(&"\n")
    };
    let words = |tokens: &[&str]| tokens.iter().filter(|token| is_word(token)).count();
    let mut found = Vec::with_capacity(made.len());
    for line in made.chunk_by(follow) {
        let (first, last) = (&line[0], &line[line.len() - 1]);
        // The end of the line before is no word of this one.
        let head = after[..first.after.start].iter().rposition(|token| *token == "\n");
        let start = head.unwrap_or(0);
        let tail = after[last.after.end..].iter().position(|token| *token == "\n");
        let end = tail.map_or(after.len(), |at| last.after.end + at);
        let count = |of: fn(&Hunk) -> Range<usize>, tokens: &[&str]| -> usize {
            line.iter().map(|it| words(&tokens[of(it)])).sum()
        };
        let came = count(|it| it.after.clone(), after);
        let left = count(|it| it.before.clone(), before);
        let kept = words(&after[start..end]).saturating_sub(came);
        // Less than two fifths of the words of both: a comparison would call them two blocks.
        if 5 * kept < 2 * kept + came + left {
            found.push(Hunk {
                before: first.before.start..last.before.end,
                after: first.after.start..last.after.end,
            });
        } else {
            found.extend_from_slice(line);
        }
    }
    found
}

/// Where `run` stands in `head` when the line or the sentences around it were moved whole:
/// they are there once, and say enough to be told from others.
fn elsewhere(after: &[&str], run: &Range<usize>, head: &[&str]) -> Option<Range<usize>> {
    let line = after[..run.start].iter().rposition(|token| *token == "\n").map_or(0, |at| at + 1);
    let end = after[run.end..].iter().position(|token| *token == "\n");
    let line = line..end.map_or(after.len(), |at| run.end + at);
    [line, around(&sentences(after), run)].into_iter().find_map(|frame| {
        let blank = |token: &&str| token.chars().all(char::is_whitespace);
        let length = after[frame.clone()].iter().rposition(|token| !blank(token))? + 1;
        let wanted = &after[frame.start..frame.start + length];
        let says_enough = wanted.iter().filter(|token| is_word(token)).count() >= MOVED;
        if !says_enough || run.end > frame.start + length {
            return None;
        }
        let mut found = head.windows(wanted.len()).enumerate().filter(|(_, some)| *some == wanted);
        let (at, _) = found.next()?;
        let place = at + (run.start - frame.start);
        found.next().is_none().then_some(place..place + run.len())
    })
}

/// `head` without the `chosen` fragments (their places in the list), those that can be
/// taken back.
pub fn undo(head: &str, fragments: &[Fragment], chosen: &[usize]) -> String {
    let head = tokens(head);
    let mut text = String::new();
    let mut at = 0;
    let can =
        |(place, it): &(usize, &Fragment)| chosen.contains(place) && it.fate == Fate::Undoable;
    let mut chosen: Vec<&Fragment> =
        fragments.iter().enumerate().filter(can).map(|(_, it)| it).collect();
    // What moved since may stand in another order.
    chosen.sort_by_key(|it| (it.place.start, it.place.end));
    for fragment in chosen {
        if fragment.place.start < at {
            continue;
        }
        text.push_str(&head[at..fragment.place.start].concat());
        text.push_str(&fragment.removed);
        at = fragment.place.end;
    }
    text.push_str(&head[at..].concat());
    text
}

fn line_before(tokens: &[&str], end: usize) -> String {
    let line = tokens[..end].iter().rposition(|token| *token == "\n").map_or(0, |at| at + 1);
    let start = end.saturating_sub(AROUND).max(line);
    let cut = if start > line { "… " } else { "" };
    format!("{cut}{}", tokens[start..end].concat())
}

fn line_after(tokens: &[&str], start: usize) -> String {
    let rest = &tokens[start..];
    let line = rest.iter().position(|token| *token == "\n").unwrap_or(rest.len());
    let end = line.min(AROUND);
    let cut = if end < line { " …" } else { "" };
    format!("{}{cut}", rest[..end].concat())
}
