//! The Markdown of each block: what a comparison says when the words and their looks are the
//! same and what was typed is not (`*a*` and `_a_`, `-` and `+`, a break at the end of a line).

use std::borrow::Cow;
use std::ops::Range;

use super::block::Located;
use super::pair::Pair;

/// How two texts differ that are read alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silent {
    /// In their line ends and spaces alone.
    Spaces,
    /// In the signs of Markdown.
    Signs,
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
}

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str, blocks: &[Located]) -> Self {
        let lines: Vec<&str> = text.split('\n').collect();
        let mut starts: Vec<usize> = blocks.iter().map(|one| one.start.min(lines.len())).collect();
        if let Some(first) = starts.first_mut() {
            *first = 0;
        }
        Self { lines, starts }
    }

    fn run(&self, block: usize) -> Range<usize> {
        let start = self.starts[block];
        let end = self.starts.get(block + 1).copied().unwrap_or(self.lines.len());
        start..end.max(start)
    }

    /// What was typed of a block, without what stands around it: blank lines, the width of
    /// its margin, the number of a list that counts by itself.
    fn typed(&self, block: usize) -> Cow<'t, str> {
        let lines = &self.lines[self.run(block)];
        let is_blank = |line: &&&str| line.trim().is_empty();
        let head = lines.iter().take_while(is_blank).count();
        let tail = lines[head..].iter().rev().take_while(is_blank).count();
        match &lines[head..lines.len() - tail] {
            [] => Cow::Borrowed(""),
            [one] => without_number(one),
            [first, rest @ ..] => {
                Cow::Owned(format!("{}\n{}", without_number(first), rest.join("\n")))
            }
        }
    }

    /// Whether a blank line stands after a block.
    fn is_apart(&self, block: usize) -> bool {
        let lines = &self.lines[self.run(block)];
        lines.last().is_some_and(|line| line.trim().is_empty())
    }
}

/// A line from its first sign on, without the number of an item.
fn without_number(line: &str) -> Cow<'_, str> {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let is_item = (1..=9).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "));
    if is_item {
        Cow::Owned(format!("1{}", rest.trim_end_matches('\r')))
    } else {
        Cow::Borrowed(line.trim_end_matches('\r'))
    }
}

/// For the pair at `at`, the same block on both sides: what was typed then and now, when it is
/// not the same.
pub(super) fn differs(
    pairs: &[Pair],
    at: usize,
    (old, new): (&Source<'_>, &Source<'_>),
) -> Option<(String, String)> {
    let Pair::Same(was, is) = pairs[at] else { return None };
    let (then, now) = (old.typed(was), new.typed(is));
    if then != now {
        return Some((then.into_owned(), now.into_owned()));
    }
    // Two lines that were one paragraph and are two, or the other way round.
    let next = matches!(pairs.get(at + 1), Some(Pair::Same(..)));
    let (then, now) = (old.is_apart(was), new.is_apart(is));
    let shown = |text: &str, apart: bool| format!("{text}\n{}", if apart { "\n" } else { "" });
    (next && then != now).then(|| (shown(&old.typed(was), then), shown(&new.typed(is), now)))
}
