//! Paragraphs that were put together, or parted, and whose words changed besides.

use std::ops::Range;

use super::block::{Block, Shape, Styles, Token};
use super::inside::inside;
use super::is_word;
use super::page::{Fate, Mark, Parted, Row, put, whole};
use super::pair::Pair;
use super::script::{By, Hunk, hunks};

/// The most blocks that are one in the other text.
const PARTS: usize = 20;

/// From this share of its words on, in tenths, a block is a part of one that changed.
const PART: usize = 6;

/// `run`, with the blocks that came or left beside one that changed put with it, when most of
/// their words are the ones that it lost or gained.
pub(super) fn recut(run: Vec<Pair>, old: &[Block], new: &[Block]) -> Vec<Pair> {
    let mut found: Vec<Pair> = Vec::with_capacity(run.len());
    let mut rest = run.into_iter().peekable();
    while let Some(pair) = rest.next() {
        let Pair::Changed(was, is) = pair else {
            found.push(pair);
            continue;
        };
        let (mut olds, mut news) = (was..was + 1, is..is + 1);
        // What became of a block stands on one side only: it was put together, or parted.
        while olds.len().max(news.len()) < PARTS {
            match found.last() {
                Some(Pair::Added(at))
                    if olds.len() == 1
                        && *at + 1 == news.start
                        && is_part(&new[*at], &new[news.clone()], &old[was], true) =>
                {
                    news.start = *at;
                }
                Some(Pair::Removed(at))
                    if news.len() == 1
                        && *at + 1 == olds.start
                        && is_part(&old[*at], &old[olds.clone()], &new[is], true) =>
                {
                    olds.start = *at;
                }
                _ => break,
            }
            found.pop();
        }
        while olds.len().max(news.len()) < PARTS {
            match rest.peek() {
                Some(Pair::Added(at))
                    if olds.len() == 1
                        && *at == news.end
                        && is_part(&new[*at], &new[news.clone()], &old[was], false) =>
                {
                    news.end += 1;
                }
                Some(Pair::Removed(at))
                    if news.len() == 1
                        && *at == olds.end
                        && is_part(&old[*at], &old[olds.clone()], &new[is], false) =>
                {
                    olds.end += 1;
                }
                _ => break,
            }
            rest.next();
        }
        found.push(if olds.len() + news.len() > 2 {
            Pair::Recut(olds.start, olds.len(), news.start, news.len())
        } else {
            pair
        });
    }
    found
}

/// Whether most words of a block are kept, in their place, when it is with `others`, the parts of
/// `whole` known so far: before them when it `leads`.
fn is_part(part: &Block, others: &[Block], whole: &Block, leads: bool) -> bool {
    let stands_alike = |it: &Block| it.shape == whole.shape && it.about == whole.about;
    if whole.shape == Shape::Row || !stands_alike(part) || !others.iter().all(stands_alike) {
        return false;
    }
    let (mine, other_words) = (spoken(part), others.iter().flat_map(spoken));
    let count = mine.len();
    if count == 0 {
        return false;
    }
    let (several, at): (Vec<&str>, usize) = if leads {
        (mine.into_iter().chain(other_words).collect(), 0)
    } else {
        let other_words: Vec<&str> = other_words.collect();
        let at = other_words.len();
        (other_words.into_iter().chain(mine).collect(), at)
    };
    let whole = spoken(whole);
    let lost = |several: &[&str], of: Range<usize>| -> usize {
        let lost = |hunk: &Hunk| {
            hunk.before.end.min(of.end).saturating_sub(hunk.before.start.max(of.start))
        };
        hunks(several, &whole, By::Key).iter().map(lost).sum()
    };
    if (count - lost(&several, at..at + count)) * 10 < count * PART {
        return false;
    }
    // Its words are not those of the parts known so far.
    let alone: Vec<&str> = others.iter().flat_map(spoken).collect();
    let range = if leads { count..several.len() } else { 0..at };
    lost(&several, range) <= lost(&alone, 0..alone.len())
}

fn spoken(block: &Block) -> Vec<&str> {
    block.words().into_iter().filter(|word| is_word(word)).collect()
}

/// The rows of a [`Pair::Recut`]: those of the new text, with what came and left in them; `None`
/// when a change stands across two of them.
pub(super) fn rows(old: &[Block], new: &[Block], styles: &Styles) -> Option<Vec<Row>> {
    let (was, _) = joined(old);
    let (is, starts) = joined(new);
    let pieces = inside(Fate::Changed, &was, &is, styles).pieces;
    let parted = if new.len() > 1 { Parted::Split } else { Parted::Joined };
    let mut rows: Vec<Row> = new
        .iter()
        .map(|block| Row { pieces: vec![], ..whole(Fate::Same, block, &Mark::Same) })
        .collect();
    let (mut at, mut row) = (0, 0);
    for piece in pieces {
        if piece.mark == Mark::Removed {
            put(&mut rows[row].pieces, piece.mark, &piece.text, piece.style);
            continue;
        }
        let end = at + piece.text.len();
        let mut text = piece.text.as_str();
        while let Some(joint) = starts.get(row + 1).map(|start| start - 1).filter(|it| *it < end) {
            let (before, after) = text.split_at(joint - at);
            let is_alone = before.is_empty() && after.len() == 1;
            if !is_alone && matches!(piece.mark, Mark::Corrected(_) | Mark::Respaced(_)) {
                return None;
            }
            if !before.is_empty() {
                put(&mut rows[row].pieces, piece.mark.clone(), before, piece.style);
            }
            (text, at, row) = (&after[1..], joint + 1, row + 1);
        }
        if !text.is_empty() {
            put(&mut rows[row].pieces, piece.mark.clone(), text, piece.style);
        }
        at = end;
    }
    for (at, row) in rows.iter_mut().enumerate() {
        let is_same = row.pieces.iter().all(|piece| piece.mark == Mark::Same);
        row.fate = if at == 0 || !is_same { Fate::Changed } else { Fate::Same };
        row.parted = if at == 0 { vec![parted] } else { vec![] };
    }
    Some(rows)
}

/// Blocks as one, a space between two of them, and where each begins.
fn joined(blocks: &[Block]) -> (Block, Vec<usize>) {
    let mut all = Block { text: String::new(), tokens: vec![], ..blocks[0].clone() };
    let mut starts = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 {
            let end = all.text.len();
            all.text.push(' ');
            all.tokens.push(Token { range: end..end + 1, style: 0 });
        }
        let start = all.text.len();
        starts.push(start);
        all.text.push_str(&block.text);
        let moved = |range: &Range<usize>| range.start + start..range.end + start;
        let tokens = block.tokens.iter();
        all.tokens.extend(tokens.map(|it| Token { range: moved(&it.range), ..it.clone() }));
    }
    (all, starts)
}
