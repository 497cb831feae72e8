//! Which block of the new text is which block of the old one, changed or moved.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::block::{Block, Shape};
use super::parted::parted;
use super::script::bounded;
use super::{empty, is_word, key};
use crate::prose::text::looks;

/// How many blocks ahead a changed block is looked for.
const AHEAD: usize = 40;

/// How many pairs of blocks are compared in one text, at most: each costs their words.
const COMPARISONS: usize = 10_000;

/// From this share of common words on, two blocks in order are one block changed.
const ALIKE: f64 = 0.4;

/// From this share on, two blocks out of order are one block moved.
const MOVED: f64 = 0.6;

/// A block of fewer words is known by its letters: one word of it is too much of it.
const MOVED_WORDS: usize = 6;

/// A block of fewer words that stands elsewhere is another block, unless it is a heading, a box, or
/// the very same item.
const MOVED_FEW: usize = 2;

/// From this share of common letters on, two short blocks out of order are one block moved.
const SPELLED_ALIKE: f64 = 0.75;

/// Longer blocks are not likened by their letters: that costs the square of their length.
const SHORT: usize = 200;

/// What became of the blocks, in reading order. Numbers are places in the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair {
    /// The very same.
    Same(usize, usize),
    /// The same block, changed where it stands.
    Changed(usize, usize),
    /// Only in the old text.
    Removed(usize),
    /// Only in the new text.
    Added(usize),
    /// It stood here, and stands elsewhere in the new text.
    Left(usize, usize),
    /// It stands here, and stood elsewhere in the old text.
    Arrived(usize, usize),
    /// Blocks from this one on, so many, are one in the new text, word for word.
    Joined(usize, usize, usize),
    /// It is several in the new text, word for word: from this one on, so many.
    Split(usize, usize, usize),
    /// Blocks from this one on, so many, are these others, so many, and some of their words are
    /// others; on one side there is one.
    Recut(usize, usize, usize, usize),
}

/// Pairs the blocks of two texts.
pub(super) fn pairs(old: &[Block], new: &[Block]) -> Vec<Pair> {
    let mut bags = Bags { old: HashMap::new(), new: HashMap::new(), left: COMPARISONS };
    let mut found = Vec::new();
    let (mut at_old, mut at_new) = (0, 0);
    let same = |found: &mut Vec<Pair>, old: Range<usize>, new: Range<usize>| {
        found.extend(old.zip(new).map(|(old, new)| Pair::Same(old, new)));
    };
    for hunk in bounded(old, new) {
        same(&mut found, at_old..hunk.before.start, at_new..hunk.after.start);
        (at_old, at_new) = (hunk.before.end, hunk.after.end);
        in_order(&mut found, old, new, hunk.before, hunk.after, &mut bags);
    }
    same(&mut found, at_old..old.len(), at_new..new.len());
    let mut found = parted(found, old, new);
    moves(&mut found, old, new, &mut bags);
    found
}

/// Puts together, in order, the blocks of a changed run that are alike.
fn in_order<'b>(
    words: &mut Vec<Pair>,
    old: &'b [Block],
    new: &'b [Block],
    gone: Range<usize>,
    come: Range<usize>,
    bags: &mut Bags<'b>,
) {
    let mut next = come.start;
    for was in gone {
        let near = next..come.end.min(next + AHEAD);
        let found = near.into_iter().find(|is| bags.similarity(old, new, was, *is) >= ALIKE);
        let Some(found) = found else {
            words.push(Pair::Removed(was));
            continue;
        };
        words.extend((next..found).map(Pair::Added));
        words.push(Pair::Changed(was, found));
        next = found + 1;
    }
    words.extend((next..come.end).map(Pair::Added));
}

/// Finds the blocks that left one place for another: those that are the same, then the
/// most alike.
fn moves<'b>(result: &mut [Pair], old: &'b [Block], new: &'b [Block], bags: &mut Bags<'b>) {
    let words = |block: &Block| block.words().iter().filter(|word| is_word(word)).count();
    // A heading goes with what stands under it, however short it is; a box with what is to do.
    let can_move = |block: &Block| {
        let is_task = block.about.checked.is_some() && words(block) > 0;
        words(block) >= MOVED_FEW || is_task || matches!(block.shape, Shape::Heading(_))
    };
    let mut gone: Vec<(usize, usize)> = Vec::new();
    let mut come: Vec<(usize, usize)> = Vec::new();
    let is_item = |block: &Block| matches!(block.shape, Shape::Item { .. }) && words(block) > 0;
    for (place, pair) in result.iter().enumerate() {
        match *pair {
            Pair::Removed(was) if can_move(&old[was]) || is_item(&old[was]) => {
                gone.push((place, was));
            }
            Pair::Added(is) if can_move(&new[is]) || is_item(&new[is]) => come.push((place, is)),
            _ => {}
        }
    }
    let mut by_text: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for (place, is) in come.iter().rev() {
        by_text.entry(new[*is].text.as_str()).or_default().push((*place, *is));
    }
    let mut taken = HashSet::new();
    gone.retain(|(place, was)| {
        let twin = by_text.get_mut(old[*was].text.as_str()).and_then(Vec::pop);
        let Some((there, is)) = twin else { return true };
        result[*place] = Pair::Left(*was, is);
        result[there] = Pair::Arrived(*was, is);
        taken.insert(is);
        false
    });
    come.retain(|(_, is)| !taken.contains(is) && can_move(&new[*is]));
    gone.retain(|(_, was)| can_move(&old[*was]));
    let is_short = |block: &Block| words(block) < MOVED_WORDS;
    // How many blocks that stayed stand before each place: with none between, nothing moved.
    let stayed: Vec<usize> = result
        .iter()
        .scan(0, |count, pair| {
            *count += usize::from(!matches!(pair, Pair::Removed(_) | Pair::Added(_)));
            Some(*count)
        })
        .collect();
    for (place, was) in gone {
        if bags.left == 0 {
            return;
        }
        let mut likeness = |there: usize, is: usize| match (is_short(&old[was]), is_short(&new[is]))
        {
            (false, false) => Some(bags.similarity(old, new, was, is)).filter(|it| *it >= MOVED),
            _ if stayed[place] == stayed[there] => None,
            _ => bags.spelling(&old[was], &new[is]).filter(|it| *it >= SPELLED_ALIKE),
        };
        let scored =
            |(at, (there, is)): (usize, &(usize, usize))| Some((at, likeness(*there, *is)?));
        let found = come.iter().enumerate().filter_map(scored);
        let best = found.max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((at, _)) = best {
            let (there, is) = come.remove(at);
            result[place] = Pair::Left(was, is);
            result[there] = Pair::Arrived(was, is);
        }
    }
}

/// What blocks are likened by, made once each.
struct Bags<'b> {
    old: HashMap<usize, Bag<'b>>,
    new: HashMap<usize, Bag<'b>>,
    left: usize,
}

/// One block: its words, sorted, and what it looks like.
struct Bag<'b> {
    words: Vec<Cow<'b, str>>,
    looks: String,
}

impl<'b> Bag<'b> {
    fn new(block: &'b Block) -> Self {
        let looks = match block.shape {
            Shape::Bare => empty::kind(&block.text),
            _ => looks(&block.text),
        };
        Self { words: bag(block), looks }
    }
}

impl<'b> Bags<'b> {
    /// The share of words two blocks have in common (Sørensen–Dice on word bags); 0 once
    /// too many were compared.
    fn similarity(&mut self, old: &'b [Block], new: &'b [Block], was: usize, is: usize) -> f64 {
        let Some(left) = self.left.checked_sub(1) else { return 0.0 };
        self.left = left;
        let was = self.old.entry(was).or_insert_with(|| Bag::new(&old[was]));
        let is = self.new.entry(is).or_insert_with(|| Bag::new(&new[is]));
        // What is told apart by signs of the same look may have its words cut otherwise.
        if was.looks == is.looks { 1.0 } else { shared(&was.words, &is.words) }
    }
}

impl Bags<'_> {
    /// The share of letters two short blocks of one kind have in common.
    fn spelling(&mut self, old: &Block, new: &Block) -> Option<f64> {
        self.left = self.left.checked_sub(1)?;
        let is_short = old.text.len().max(new.text.len()) <= SHORT;
        let is_one_kind = std::mem::discriminant(&old.shape) == std::mem::discriminant(&new.shape);
        (is_short && is_one_kind && old.shape != Shape::Bare)
            .then(|| strsim::normalized_damerau_levenshtein(&old.text, &new.text))
    }
}

fn bag(block: &Block) -> Vec<Cow<'_, str>> {
    let mut words: Vec<_> =
        block.words().into_iter().filter(|word| is_word(word)).map(folded).collect();
    words.sort_unstable();
    words
}

/// A word as it is likened to others: whether it begins a sentence does not matter.
fn folded(word: &str) -> Cow<'_, str> {
    let key = key(word);
    if key.chars().any(char::is_uppercase) { Cow::Owned(key.to_lowercase()) } else { key }
}

fn shared(a: &[Cow<'_, str>], b: &[Cow<'_, str>]) -> f64 {
    let (mut left, mut right, mut common) = (0, 0, 0_u32);
    while left < a.len() && right < b.len() {
        match a[left].cmp(&b[right]) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                left += 1;
                right += 1;
            }
        }
    }
    let total = u32::try_from(a.len() + b.len()).unwrap_or(u32::MAX);
    if total == 0 { 1.0 } else { 2.0 * f64::from(common) / f64::from(total) }
}
