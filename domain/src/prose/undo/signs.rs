//! Signs that come in pairs: a passage with one has the other, so that undoing it tears nothing.

use std::ops::Range;

use crate::prose::diff::is_word;
use crate::prose::diff::script::Hunk;

/// The most passages in which what opens and what closes are looked for.
const HALVES: usize = 16;

/// How many tokens are looked at before a sign, and among those like it.
const BEFORE: usize = 256;

/// What opens and what closes (`[` and `](address)`, signs before and after some words) is one
/// passage: undone one without the other, they would tear the text. Those of one block are looked
/// at, up to `HALVES` passages; a fence of code may be closed anywhere after it.
pub(super) fn whole_signs(made: &[Hunk], before: &[&str], after: &[&str]) -> Vec<Hunk> {
    let mut hunks: Vec<Hunk> = Vec::with_capacity(made.len());
    let mut rest = made;
    while let Some(first) = rest.first() {
        let tears = |count: &usize| {
            let last = &rest[count - 1];
            open(before, first.before.start..last.before.end)
                != open(after, first.after.start..last.after.end)
        };
        let has_fence =
            |tokens: &[&str], run: &Range<usize>| run.clone().any(|at| fence(tokens, at));
        let is_fence = has_fence(before, &first.before) || has_fence(after, &first.after);
        let in_block = |at: usize| {
            let between = &after[rest[at - 1].after.end..rest[at].after.start];
            is_fence || !between.windows(2).any(|two| two == ["\n", "\n"])
        };
        let within = (1..rest.len().min(HALVES)).take_while(|at| in_block(*at)).count() + 1;
        // What opens and is never closed is no pair.
        let count = (1..=within).find(|count| !tears(count)).unwrap_or(1);
        let last = &rest[count - 1];
        hunks.push(Hunk {
            before: first.before.start..last.before.end,
            after: first.after.start..last.after.end,
        });
        rest = &rest[count..];
    }
    hunks
}

/// How many of each sign `run` opens that it does not close: brackets, then those around words.
fn open(tokens: &[&str], run: Range<usize>) -> [i32; 8] {
    let mut result = [0; 8];
    let mut at = run.start;
    while at < run.end {
        let sign = tokens[at];
        // Signs that follow one another are looked at once: there may be a hundred thousand.
        let same = tokens[at..run.end].iter().take_while(|token| **token == sign).count();
        let count = i32::try_from(same).unwrap_or(i32::MAX);
        match sign {
            _ if fence(tokens, at) => result[7] = 1 - result[7],
            "[" => result[0] += count,
            "]" => result[0] -= count,
            "(" => result[1] += count,
            ")" => result[1] -= count,
            "*" => result[2] += count * way(tokens, at, at + same),
            "_" => result[3] += count * way(tokens, at, at + same),
            "~" => result[4] += count * way(tokens, at, at + same),
            "`" => result[5] += count * way(tokens, at, at + same),
            "<" => result[6] += count,
            // What begins a quotation, or ends an arrow, closes nothing.
            ">" if at > 0 && is_word(tokens[at - 1]) => result[6] -= count,
            _ => {}
        }
        at += same;
    }
    result
}

/// Whether the sign at `at` is the first of a fence of code.
fn fence(tokens: &[&str], at: usize) -> bool {
    let three = |sign: &str| tokens[at..].len() > 2 && tokens[at..at + 3] == [sign; 3];
    let is_end = |at: Option<usize>| at.is_none_or(|at| tokens[at] == "\n");
    let before = at.checked_sub(1);
    let is_first =
        is_end(before) || (tokens[at - 1].trim().is_empty() && is_end(at.checked_sub(2)));
    is_first && (three("`") || three("~"))
}

/// Whether the signs from `from` to `to`, all the same, open (1) or close (-1), by what stands on
/// each side of them (as `CommonMark`'s "flanking runs"); where both could be, every other one of
/// those before, up to `BEFORE` tokens of the line, opens.
fn way(tokens: &[&str], from: usize, to: usize) -> i32 {
    let sign = tokens[from];
    // A passage may begin or end among them.
    let is_same = |token: &&&str| **token == sign;
    let start = from - tokens[..from].iter().rev().take(BEFORE).take_while(is_same).count();
    let end = to + tokens[to..].iter().take(BEFORE).take_while(is_same).count();
    let is_blank = |token: Option<&&str>| token.is_none_or(|token| token.trim().is_empty());
    let is_outside = |token: Option<&&str>| token.is_none_or(|token| !is_word(token));
    let (previous, next) = (start.checked_sub(1).and_then(|at| tokens.get(at)), tokens.get(end));
    let opens = !is_blank(next) && is_outside(previous);
    let closes = !is_blank(previous) && is_outside(next);
    match (opens, closes) {
        (true, false) => 1,
        (false, true) => -1,
        (false, false) if sign == "_" || is_blank(previous) => 0,
        _ => {
            let line = &tokens[start.saturating_sub(BEFORE)..start];
            let line = line.rsplit(|token| *token == "\n").next().unwrap_or_default();
            let runs = line.chunk_by(|it, other| it == other).filter(|run| run[0] == sign);
            if runs.count() % 2 == 0 { 1 } else { -1 }
        }
    }
}
