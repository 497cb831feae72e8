//! What changed, in a few numbers: what a page says in one sentence, and what the log
//! keeps of a revision.

use super::block::Shape;
use super::page::{Comparison, Fate, Mark, Row};
use super::{count, tokens};
use crate::note::Change;

/// Counts what changed in `comparison`. Words that only stand elsewhere are not counted.
pub fn summary(comparison: &Comparison) -> Change {
    let mut change = Change::default();
    for row in &comparison.rows {
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
            Fate::Added => change.blocks_added += u32::from(row.shape != Shape::Rule),
            Fate::Removed => change.blocks_removed += u32::from(row.shape != Shape::Rule),
            Fate::Arrived(_) => {
                change.moved += 1;
                inside(row, &mut change);
            }
            Fate::Changed => {
                inside(row, &mut change);
            }
        }
    }
    change
}

fn inside(row: &Row, change: &mut Change) {
    let has = |wanted: fn(&Mark) -> bool| row.pieces.iter().any(|piece| wanted(&piece.mark));
    let words = has(|mark| matches!(mark, Mark::Added | Mark::Removed));
    change.blocks_changed += u32::from(words);
    change.links += u32::from(has(|mark| matches!(mark, Mark::Relinked(_))));
    let level =
        matches!((row.was, row.shape), (Some(Shape::Heading(_)), _) | (Some(_), Shape::Heading(_)));
    change.levels += u32::from(level);
    if words {
        return;
    }
    let mended = row.pieces.iter().filter(|piece| matches!(piece.mark, Mark::Mended(_))).count();
    change.typos += u32::try_from(mended).unwrap_or(u32::MAX);
    let formatted = has(|mark| matches!(mark, Mark::Formatted(_)))
        || (row.was.is_some() && !level)
        || has(|mark| matches!(mark, Mark::Respaced(_)));
    change.formatted += u32::from(formatted);
}

impl Change {
    /// Whether slips of the keyboard, apostrophes and spaces are all that changed.
    pub fn is_only_typos(&self) -> bool {
        self.typos > 0
            && self.blocks_added + self.blocks_removed + self.blocks_changed == 0
            && self.moved + self.links + self.levels == 0
    }
}
