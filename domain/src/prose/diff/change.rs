//! How much changed between two texts, as the log keeps it: numbers, and no word.

use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

/// How much a revision changed. What is zero is not written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Words that were not there before.
    pub added: u32,
    /// Words that are there no more.
    pub removed: u32,
    /// Whole blocks that came.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub blocks_added: u32,
    /// Whole blocks that left.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub blocks_removed: u32,
    /// Blocks whose words changed.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub blocks_changed: u32,
    /// Words replaced by another, one for one, in blocks where no other word changed.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub words: u32,
    /// Blocks that were two and are one.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub joined: u32,
    /// Blocks that were one and are two.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub split: u32,
    /// Blocks that stand elsewhere.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub moved: u32,
    /// Looks that changed, of words that did not.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub formatted: u32,
    /// Links that lead elsewhere.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub links: u32,
    /// Headings of another level.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub levels: u32,
    /// Images that are others, or that have another title.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub images: u32,
    /// Blocks that became a heading.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub headed: u32,
    /// Blocks that are a heading no more.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unheaded: u32,
    /// Links with another title that lead where they did.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub link_titles: u32,
    /// Boxes that were ticked.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub checked: u32,
    /// Boxes that are ticked no more.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unchecked: u32,
    /// 1 when the words of the title changed.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub titles: u32,
    /// Blocks of which the source changed by more than what is read.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub sources: u32,
    /// Words with a slip corrected, and blocks of which only an apostrophe or a space changed.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub typos: u32,
}

impl AddAssign for Change {
    /// What several revisions changed, one after another: each change counts where it was made.
    fn add_assign(&mut self, other: Self) {
        let Self {
            added,
            removed,
            blocks_added,
            blocks_removed,
            blocks_changed,
            words,
            joined,
            split,
            moved,
            formatted,
            links,
            levels,
            images,
            headed,
            unheaded,
            link_titles,
            checked,
            unchecked,
            titles,
            sources,
            typos,
        } = other;
        for (count, more) in [
            (&mut self.added, added),
            (&mut self.removed, removed),
            (&mut self.blocks_added, blocks_added),
            (&mut self.blocks_removed, blocks_removed),
            (&mut self.blocks_changed, blocks_changed),
            (&mut self.words, words),
            (&mut self.joined, joined),
            (&mut self.split, split),
            (&mut self.moved, moved),
            (&mut self.formatted, formatted),
            (&mut self.links, links),
            (&mut self.levels, levels),
            (&mut self.images, images),
            (&mut self.headed, headed),
            (&mut self.unheaded, unheaded),
            (&mut self.link_titles, link_titles),
            (&mut self.checked, checked),
            (&mut self.unchecked, unchecked),
            (&mut self.titles, titles),
            (&mut self.sources, sources),
            (&mut self.typos, typos),
        ] {
            *count = count.saturating_add(more);
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_zero(count: &u32) -> bool {
    *count == 0
}
