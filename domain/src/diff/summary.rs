//! What changed, in a few numbers: what a page says in one sentence, and what the log
//! keeps of a revision.

use super::about::Difference;
use super::block::{Shape, Styles};
use super::page::{Comparison, Fate, Mark, Row};
use super::{Piece, count, tokens, words};
use crate::note::Change;

/// Counts what changed in `comparison`. Words that only stand elsewhere are not counted.
pub fn summary(comparison: &Comparison) -> Change {
    let mut change = Change::default();
    for row in &comparison.rows {
        // What shows no word has none to count.
        if row.shape == Shape::Bare && row.was.is_none() {
            change.sources += u32::from(row.fate != Fate::Same);
            continue;
        }
        for piece in &row.pieces {
            let words = |text: &str| count(&tokens(text));
            match &piece.mark {
                Mark::Added => change.added += words(&piece.text),
                Mark::Removed => change.removed += words(&piece.text),
                Mark::Mended(old) => {
                    change.added += words(&piece.text);
                    change.removed += words(old);
                }
                Mark::Same | Mark::Formatted(_) | Mark::Relinked(_) | Mark::Respaced(_) => {}
            }
        }
        match row.fate {
            Fate::Same | Fate::Left(_) => {}
            // A line across the page is no paragraph.
            Fate::Added | Fate::Removed if row.shape == Shape::Rule => change.formatted += 1,
            Fate::Added => change.blocks_added += 1,
            Fate::Removed => change.blocks_removed += 1,
            Fate::Arrived(_) => {
                change.moved += 1;
                inside(row, &comparison.styles, &mut change);
            }
            Fate::Changed => {
                inside(row, &comparison.styles, &mut change);
            }
        }
    }
    change.sources += u32::from(comparison.silent.is_some());
    change
}

/// `change` of a text, and what changed of its title besides.
#[must_use]
pub fn with_title(change: Change, old: &str, new: &str) -> Change {
    let title = super::change(old, new);
    let is_other = words(old, new).iter().any(Piece::is_change);
    // Another apostrophe, another space: no word of it.
    let respelled = old != new && !is_other;
    Change {
        added: change.added + title.added,
        removed: change.removed + title.removed,
        titles: change.titles + u32::from(is_other),
        typos: change.typos + u32::from(respelled),
        ..change
    }
}

fn inside(row: &Row, styles: &Styles, change: &mut Change) {
    let has = |wanted: fn(&Mark) -> bool| row.pieces.iter().any(|piece| wanted(&piece.mark));
    let words = has(|mark| matches!(mark, Mark::Added | Mark::Removed));
    change.blocks_changed += u32::from(words);
    let address = |at: usize| &styles.get(at).link;
    let relinked = |elsewhere: bool| {
        row.pieces.iter().any(|piece| match piece.mark {
            Mark::Relinked(was) => (address(was) != address(piece.style)) == elsewhere,
            _ => false,
        })
    };
    change.links += u32::from(relinked(true));
    change.link_titles += u32::from(relinked(false));
    let told = row.had.as_ref().map(|had| row.about.since(had)).unwrap_or_default();
    let is = |one: Difference| u32::from(told.contains(&one));
    change.checked += is(Difference::Checked);
    change.unchecked += is(Difference::Unchecked);
    let level =
        matches!((row.was, row.shape), (Some(Shape::Heading(_)), _) | (Some(_), Shape::Heading(_)));
    change.levels += u32::from(level);
    change.sources += u32::from(row.source.is_some());
    if words {
        return;
    }
    let mended = row.pieces.iter().filter(|piece| matches!(piece.mark, Mark::Mended(_))).count();
    let respaced = has(|mark| matches!(mark, Mark::Respaced(_)));
    change.typos += u32::try_from(mended.max(usize::from(respaced))).unwrap_or(u32::MAX);
    let formatted = has(|mark| matches!(mark, Mark::Formatted(_)))
        || (row.was.is_some() && !level)
        || told.iter().any(|one| !matches!(one, Difference::Checked | Difference::Unchecked));
    change.formatted += u32::from(formatted);
}

impl Change {
    /// Whether slips of the keyboard, apostrophes and spaces are all that changed.
    pub fn is_only_typos(&self) -> bool {
        self.typos > 0
            && self.blocks_added + self.blocks_removed + self.blocks_changed == 0
            && self.moved + self.links + self.link_titles + self.levels == 0
            && self.checked + self.unchecked == 0
            && self.formatted + self.titles + self.sources == 0
    }

    /// Whether boxes that were ticked, or are no more, are all that changed.
    pub fn is_only_boxes(&self) -> bool {
        let boxes = Self { checked: self.checked, unchecked: self.unchecked, ..Self::default() };
        *self == boxes && boxes != Self::default()
    }
}
