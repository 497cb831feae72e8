//! Paragraphs that were put together, or parted, without another word.

use super::block::{Block, Shape};
use super::is_space;
use super::pair::Pair;
use super::recut::recut;

/// The most pairs of blocks likened in one run of changes, each by its first words.
const PAIRS: usize = 10_000;

/// The most blocks that are one in the other text.
const PARTS: usize = 20;

/// `pairs`, with what was only put together or parted said so.
pub(super) fn parted(pairs: Vec<Pair>, old: &[Block], new: &[Block]) -> Vec<Pair> {
    let is_same = |pair: &Pair| matches!(pair, Pair::Same(..));
    let mut found = Vec::with_capacity(pairs.len());
    for run in pairs.chunk_by(|it, other| is_same(it) == is_same(other)) {
        if run.iter().any(is_same) {
            found.extend_from_slice(run);
        } else {
            found.extend(recut(in_run(run.to_vec(), old, new), old, new));
        }
    }
    found
}

fn in_run(mut run: Vec<Pair>, old: &[Block], new: &[Block]) -> Vec<Pair> {
    let olds: Vec<usize> = run.iter().filter_map(|pair| ends(*pair).0).collect();
    let news: Vec<usize> = run.iter().filter_map(|pair| ends(*pair).1).collect();
    if olds.len() * news.len() > PAIRS || olds.len() == news.len() && olds.len() < 2 {
        return run;
    }
    let mut taken = 0;
    for was in &olds {
        for is in news.iter().filter(|is| **is >= taken) {
            let (gone, come) = if let Some(count) = parts(&old[*was..], &new[*is]) {
                (*was..was + count, *is..is + 1)
            } else if let Some(count) = parts(&new[*is..], &old[*was]) {
                (*was..was + 1, *is..is + count)
            } else {
                continue;
            };
            if !gone.clone().all(|at| olds.contains(&at))
                || !come.clone().all(|at| news.contains(&at))
            {
                continue;
            }
            let pair = if come.len() == 1 {
                Pair::Joined(*was, gone.len(), *is)
            } else {
                Pair::Split(*was, *is, come.len())
            };
            taken = come.end;
            run = put(&run, pair, |at| gone.contains(&at), |at| come.contains(&at), *is);
            break;
        }
    }
    run
}

/// `run` with `pair` where the new block numbered `first` stood; what was paired with these
/// blocks came or left.
fn put(
    run: &[Pair],
    pair: Pair,
    gone: impl Fn(usize) -> bool,
    come: impl Fn(usize) -> bool,
    first: usize,
) -> Vec<Pair> {
    let mut found = Vec::with_capacity(run.len() + 1);
    for known in run {
        let (was, is) = ends(*known);
        let left = was.filter(|at| !gone(*at));
        let right = is.filter(|at| !come(*at));
        if matches!(known, Pair::Joined(..) | Pair::Split(..)) || (left, right) == (was, is) {
            found.push(*known);
        } else {
            found.extend(left.map(Pair::Removed));
            found.extend(right.map(Pair::Added));
        }
        if is == Some(first) {
            found.push(pair);
        }
    }
    found
}

/// The blocks of a pair in the old text and in the new one.
fn ends(pair: Pair) -> (Option<usize>, Option<usize>) {
    match pair {
        Pair::Changed(was, is) => (Some(was), Some(is)),
        Pair::Removed(was) => (Some(was), None),
        Pair::Added(is) => (None, Some(is)),
        Pair::Same(..)
        | Pair::Left(..)
        | Pair::Arrived(..)
        | Pair::Joined(..)
        | Pair::Split(..)
        | Pair::Recut(..) => (None, None),
    }
}

/// How many of the first blocks of `several` are `block`, word for word and look for look.
fn parts(several: &[Block], block: &Block) -> Option<usize> {
    let mut whole = words(block).peekable();
    for (count, part) in several.iter().enumerate().take(PARTS) {
        // (Two rows of a table are never one.)
        let stands_alike =
            part.shape == block.shape && part.about == block.about && block.shape != Shape::Row;
        let mut part = words(part).peekable();
        part.peek()?;
        // Nearly all are told apart by their first word.
        if !stands_alike || !part.all(|word| whole.next() == Some(word)) {
            return None;
        }
        if whole.peek().is_none() {
            return (count > 0).then_some(count + 1);
        }
    }
    None
}

/// The words and signs of a block, each with the number of its look.
fn words(block: &Block) -> impl Iterator<Item = (&str, usize)> {
    let all = block.tokens.iter().map(|token| (&block.text[token.range.clone()], token.style));
    all.filter(|(text, _)| !is_space(text))
}
