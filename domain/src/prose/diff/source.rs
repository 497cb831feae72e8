//! The Markdown of each block: what a comparison says when what was typed changed in another way
//! than what is read (`*a*` and `_a_`, `-` and `+`, a break at the end of a line).

use std::borrow::Cow;
use std::ops::Range;

use super::block::{Block, Shape, Styles};
use super::page::Parted;
use super::pair::Pair;
use super::read::Located;
use super::{exact, plainly};

/// How two texts differ that are read alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silent {
    /// In their line ends and spaces alone.
    Spaces,
    /// In the signs of Markdown.
    Signs,
    /// In spaces and line ends that nobody sees, beside what is shown.
    Beside,
}

impl Silent {
    /// How `old` and `new` differ, when nothing of it is seen; `None` when they do not.
    pub fn of(old: &str, new: &str) -> Option<Self> {
        if old == new {
            return None;
        }
        let signs =
            |text: &str| text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
        Some(if signs(old) == signs(new) { Self::Spaces } else { Self::Signs })
    }
}

/// The lines of a text, and which of them each block takes.
pub(super) struct Source<'t> {
    lines: Vec<&'t str>,
    starts: Vec<usize>,
    shown: Vec<Option<usize>>,
    shapes: Vec<Shape>,
}

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str, blocks: &[Located]) -> Self {
        let lines: Vec<&str> = text.split('\n').collect();
        let mut starts: Vec<usize> = blocks.iter().map(|it| it.start.min(lines.len())).collect();
        if let Some(first) = starts.first_mut() {
            *first = 0;
        }
        let shown = blocks.iter().map(|it| it.number).collect();
        let shapes = blocks.iter().map(|it| it.block.shape).collect();
        Self { lines, starts, shown, shapes }
    }

    fn run(&self, block: usize) -> Range<usize> {
        let start = self.starts[block];
        let end = self.starts.get(block + 1).copied().unwrap_or(self.lines.len());
        start..end.max(start)
    }

    /// The blank lines before a block, its lines, the blank lines after it.
    fn parts(&self, block: usize) -> [&[&'t str]; 3] {
        let lines = &self.lines[self.run(block)];
        let is_blank = |line: &&&str| line.trim().is_empty();
        let head = lines.iter().take_while(is_blank).count();
        let tail = lines[head..].iter().rev().take_while(is_blank).count();
        let end = lines.len() - tail;
        [&lines[..head], &lines[head..end], &lines[end..]]
    }

    /// What was typed of a block, without what stands around it: blank lines, the width of
    /// its margin, the number of a list that counts by itself.
    fn typed(&self, block: usize) -> Cow<'t, str> {
        let counts = matches!(self.shapes[block], Shape::Item { numbered: true, .. });
        let first_of = |line| if counts { without_number(line) } else { from_first(line) };
        match self.parts(block)[1] {
            [] => Cow::Borrowed(""),
            [line] => first_of(line),
            [first, rest @ ..] => Cow::Owned(format!("{}\n{}", first_of(first), rest.join("\n"))),
        }
    }

    /// How many blank lines that are seen stand after a block: one parts two paragraphs, as many
    /// as were typed part two lines of code.
    fn apart(&self, block: usize) -> usize {
        let blank = self.parts(block)[2].len();
        let is_code = |at: usize| self.shapes.get(at) == Some(&Shape::Code);
        if is_code(block) && is_code(block + 1) { blank } else { blank.min(1) }
    }

    /// How far the number typed before an item is from the one that is shown.
    fn miscounted(&self, block: usize) -> Option<i64> {
        let shown = i64::try_from(self.shown[block]?).ok()?;
        let line = self.parts(block)[1].first()?;
        let (_, number, _) = numbered(line)?;
        Some(number - shown)
    }

    fn margin(&self, block: usize) -> &'t str {
        let line = self.parts(block)[1].first().copied().unwrap_or_default();
        &line[..line.len() - line.trim_start().len()]
    }
}

fn from_first(line: &str) -> Cow<'_, str> {
    Cow::Borrowed(line.trim_start().trim_end_matches('\r'))
}

/// A line from its first sign on, without the number of an item.
fn without_number(line: &str) -> Cow<'_, str> {
    match numbered(line) {
        Some((before, _, rest)) => {
            Cow::Owned(format!("{}1{}", before.trim_start(), rest.trim_end_matches('\r')))
        }
        None => from_first(line),
    }
}

/// What stands before the number of an item, the number, what stands after it; `None` when there
/// is none, or when there are two.
fn numbered(line: &str) -> Option<(&str, i64, &str)> {
    let rest = line.trim_start_matches([' ', '\t', '>']);
    let before = &line[..line.len() - rest.len()];
    let number = number_of(rest)?;
    let rest = &rest[number.len()..];
    let inner = rest[1..].trim_start();
    let is_list =
        number_of(inner).is_some() || ["- ", "* ", "+ "].iter().any(|item| inner.starts_with(item));
    let number = number.parse().ok().filter(|_| !is_list)?;
    Some((before, number, rest))
}

/// The number of the item that a line begins, if it does.
fn number_of(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    let is_item = (1..=9).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "));
    is_item.then_some(number)
}

/// For the pair at `at`, the same block on both sides: what was typed then and now, when it is
/// not the same; when the block itself changed, only if that is more than what is read of it.
pub(super) fn differs(
    pairs: &[Pair],
    at: usize,
    (old, new): (&Source<'_>, &Source<'_>),
    blocks: (&[Block], &[Block]),
    styles: &Styles,
) -> Option<(String, String)> {
    let (was, is) = kept(pairs[at])?;
    let (mut then, mut now) = (old.typed(was), new.typed(is));
    // What came or left after the last line of some code took its fence along.
    let is_code = blocks.0[was].shape == Shape::Code && blocks.1[is].shape == Shape::Code;
    let takes_fence = match pairs.get(at + 1) {
        Some(Pair::Added(next)) => blocks.1[*next].shape == Shape::Code,
        Some(Pair::Removed(next)) => blocks.0[*next].shape == Shape::Code,
        _ => false,
    };
    if is_code && takes_fence {
        (then, now) = (without_fence(then), without_fence(now));
    }
    let is_same = matches!(pairs[at], Pair::Same(..));
    if then != now && (is_same || !is_read((&blocks.0[was], &blocks.1[is]), (&then, &now), styles))
    {
        return Some((then.into_owned(), now.into_owned()));
    }
    let counted = old.miscounted(was).zip(new.miscounted(is));
    if counted.is_some_and(|(then, now)| then != now) {
        let line = |source: &Source<'_>, block| from_first(source.parts(block)[1][0]).into_owned();
        let (then, now) = (line(old, was), line(new, is));
        // What came before it counts it otherwise: the line is as it was typed.
        if then != now {
            return Some((then, now));
        }
    }
    // Two lines that were one paragraph and are two, or the other way round.
    let follow = pairs.get(at + 1).copied().and_then(kept) == Some((was + 1, is + 1));
    let (after, before) = (old.apart(was), new.apart(is));
    let shown = |text: &str, apart: usize| format!("{text}\n{}", "\n".repeat(apart));
    (follow && after != before).then(|| (shown(&then, after), shown(&now, before)))
}

/// Lines of code without the fence that ends them.
fn without_fence(typed: Cow<'_, str>) -> Cow<'_, str> {
    let is_fence =
        |line: &str| ["```", "~~~"].iter().any(|fence| line.trim_start().starts_with(fence));
    match typed.rsplit_once('\n').filter(|(_, last)| is_fence(last)) {
        Some((rest, _)) => Cow::Owned(rest.to_owned()),
        None => typed,
    }
}

/// What became of the place between the pair at `at` and the next, two lines of words: a blank
/// line came there, or left.
pub(super) fn between(
    pairs: &[Pair],
    at: usize,
    (old, new): (&Source<'_>, &Source<'_>),
    blocks: (&[Block], &[Block]),
) -> Option<Parted> {
    let (was, is) = ends(pairs[at])?;
    let next = pairs.get(at + 1).copied().and_then(begins);
    let are_lines = |blocks: &[Block], at: usize| {
        let is_line = |block: &Block| matches!(block.shape, Shape::Paragraph | Shape::Quote);
        blocks[at..].iter().take(2).all(is_line)
    };
    if next != Some((was + 1, is + 1)) || !are_lines(blocks.0, was) || !are_lines(blocks.1, is) {
        return None;
    }
    match (old.apart(was), new.apart(is)) {
        (0, 1..) => Some(Parted::Split),
        (1.., 0) => Some(Parted::Joined),
        _ => None,
    }
}

/// Whether what nobody sees around the pair at `at` changed: blank lines and
/// margins.
pub(super) fn is_loose(
    pairs: &[Pair],
    at: usize,
    (old, new): (&Source<'_>, &Source<'_>),
    blocks: (&[Block], &[Block]),
) -> bool {
    let Some((was, is)) = kept(pairs[at]) else { return false };
    let (then, now) = (old.parts(was), new.parts(is));
    // Code that is between two fences, and was in a margin: its source is shown.
    let is_other_code = blocks.1[is].shape == Shape::Code && old.typed(was) != new.typed(is);
    let stands_alike = blocks.0[was].shape == blocks.1[is].shape
        && blocks.0[was].about.inside == blocks.1[is].about.inside
        && blocks.0[was].about.quotes == blocks.1[is].about.quotes
        && !is_other_code;
    let next = pairs.get(at + 1).copied().and_then(kept);
    let is_last = (was + 1, is + 1) == (blocks.0.len(), blocks.1.len());
    let follow = is_last || next == Some((was + 1, is + 1));
    (was == 0 && is == 0 && then[0] != now[0])
        || (follow && then[2] != now[2] && old.apart(was) == new.apart(is))
        || (stands_alike && margin(old, was, &blocks.0[was]) != margin(new, is, &blocks.1[is]))
}

/// What stands before the words of a block and is not of them: spaces that begin a line of code
/// are shown with it.
fn margin<'t>(source: &Source<'t>, at: usize, block: &Block) -> &'t str {
    let margin = source.margin(at);
    let text = block.text.as_str();
    margin.strip_suffix(&text[..text.len() - text.trim_start().len()]).unwrap_or(margin)
}

/// The blocks that a pair begins with.
fn begins(pair: Pair) -> Option<(usize, usize)> {
    match pair {
        Pair::Joined(was, _, is) | Pair::Split(was, is, _) | Pair::Recut(was, _, is, _) => {
            Some((was, is))
        }
        Pair::Same(..)
        | Pair::Changed(..)
        | Pair::Arrived(..)
        | Pair::Removed(_)
        | Pair::Added(_)
        | Pair::Left(..) => kept(pair),
    }
}

/// The blocks that a pair ends with.
fn ends(pair: Pair) -> Option<(usize, usize)> {
    match pair {
        Pair::Joined(was, olds, is) => Some((was + olds - 1, is)),
        Pair::Split(was, is, news) => Some((was, is + news - 1)),
        Pair::Recut(was, olds, is, news) => Some((was + olds - 1, is + news - 1)),
        Pair::Same(..)
        | Pair::Changed(..)
        | Pair::Arrived(..)
        | Pair::Removed(_)
        | Pair::Added(_)
        | Pair::Left(..) => kept(pair),
    }
}

fn kept(pair: Pair) -> Option<(usize, usize)> {
    match pair {
        Pair::Same(was, is) | Pair::Changed(was, is) | Pair::Arrived(was, is) => Some((was, is)),
        Pair::Removed(_)
        | Pair::Added(_)
        | Pair::Left(..)
        | Pair::Joined(..)
        | Pair::Split(..)
        | Pair::Recut(..) => None,
    }
}

/// Whether all that was typed otherwise is read otherwise. Both blocks are written again in one
/// way: when that changes by the very words and signs by which the source did, nothing of it is
/// hidden. (When in doubt the source is shown: too much is never false.)
fn is_read((old, new): (&Block, &Block), (then, now): (&str, &str), styles: &Styles) -> bool {
    // Under a row that says how columns stand, what says it is said in words.
    let aligned = old.about.columns != new.about.columns;
    let without_second = |text: &str| {
        let lines: Vec<&str> = text.split('\n').collect();
        lines.iter().enumerate().filter(|(at, _)| *at != 1).map(|(_, line)| *line).collect()
    };
    let cut =
        |text: &str| -> String { if aligned { without_second(text) } else { text.to_owned() } };
    let (then, now) = (cut(then), cut(now));
    let made = exact(&then, &now);
    let typed: Vec<_> = made.iter().filter(|piece| piece.is_change()).collect();
    let bullet = [then.as_str(), now.as_str()].into_iter().find_map(bullet).unwrap_or('-');
    [('*', false), ('_', false), ('*', true), ('_', true)].into_iter().any(|(sign, around)| {
        let written = |block, typed| {
            plainly::written(block, styles, plainly::Manner { sign, bullet, around, typed })
        };
        let made = exact(&written(old, &then), &written(new, &now));
        made.iter().filter(|piece| piece.is_change()).eq(typed.iter().copied())
    })
}

fn bullet(text: &str) -> Option<char> {
    text.trim_start_matches([' ', '>']).chars().next().filter(|sign| "-*+".contains(*sign))
}
