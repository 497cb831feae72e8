//! A synthesis, put together from the lines of a capture sheet.
//!
//! It is a note like any other from then on. Its form is the one the community already
//! gives to its syntheses: a heading a family, a heading a line that has others under it,
//! the rest as lists.

use domain::core::ids::NoteId;
use domain::groups::item::ItemKind;
use projections::groups::item::{self, Item};

use crate::notes::bring::escaped;
use crate::notes::revise::Saved;

/// The refusal: nothing was captured yet.
pub const NOTHING_CAPTURED: &str = "synthesis-nothing";

/// The families, in the order they are told, each with the kinds it holds.
pub const FAMILIES: &[(&str, &[ItemKind])] = &[
    ("learnings", &[ItemKind::Learning]),
    ("needs", &[ItemKind::Need, ItemKind::Advice]),
    ("solutions", &[ItemKind::Idea, ItemKind::Lead]),
    ("process", &[ItemKind::Stage, ItemKind::Tool, ItemKind::Brake]),
    ("testimonies", &[ItemKind::Testimony]),
    ("questions", &[ItemKind::Question]),
];

/// The words a synthesis needs besides those of the room.
pub trait Labels {
    /// The heading of a family.
    fn family(&self, family: &str) -> String;
    /// What stands before a line of this kind, such as `APPRENTISSAGE`.
    fn kind(&self, kind: ItemKind) -> String;
    /// The title of the note.
    fn title(&self, workshop: &str) -> String;
    /// The line that says where each line comes from, with a link to `address`.
    fn sources(&self, address: &str) -> String;
}

/// The body of a synthesis. `sources` is the address where each line resolves to where it
/// comes from.
pub fn body(items: &[Item], labels: &impl Labels, sources: &str) -> String {
    let outline = item::outline(items);
    let mut text = String::new();
    for (family, kinds) in FAMILIES {
        let groups = groups(&outline, kinds);
        if groups.is_empty() {
            continue;
        }
        text.push_str(&format!("## {}\n\n", labels.family(family)));
        // After a line with others under it, one alone would read as under it too: it is a
        // heading as well.
        let is_alone = |group: &&Vec<(usize, &Item)>| group.len() == 1;
        let first = groups.iter().take_while(is_alone).count();
        let label = |item: &Item| match kinds {
            [_] => String::new(),
            _ => labels.kind(item.kind),
        };
        for (_, item) in groups[..first].iter().flatten() {
            text.push_str(&format!("- {}\n", line(item, &label(item))));
        }
        if first > 0 {
            text.push('\n');
        }
        for group in &groups[first..] {
            write_group(&mut text, group, labels);
        }
    }
    if !text.is_empty() {
        text.push_str(&format!("---\n\n{}\n", labels.sources(sources)));
    }
    text
}

/// The lines of these kinds that stand on their own, each with those under it.
fn groups<'i>(outline: &[(usize, &'i Item)], kinds: &[ItemKind]) -> Vec<Vec<(usize, &'i Item)>> {
    let mut groups: Vec<Vec<(usize, &Item)>> = Vec::new();
    let mut keeping = false;
    for (depth, item) in outline {
        if *depth == 0 {
            keeping = kinds.contains(&item.kind);
            if keeping {
                groups.push(vec![]);
            }
        }
        if let Some(group) = groups.last_mut().filter(|_| keeping) {
            group.push((*depth, item));
        }
    }
    groups
}

fn write_group(text: &mut String, group: &[(usize, &Item)], labels: &impl Labels) {
    let Some(((_, first), under)) = group.split_first() else { return };
    text.push_str(&format!("### {}\n\n", line(first, &labels.kind(first.kind))));
    for (depth, item) in under {
        text.push_str(&format!("{}- {}\n", "  ".repeat(depth - 1), line(item, "")));
    }
    text.push('\n');
}

/// A line, with its label unless it begins with it already, and whose words it is when
/// they agree to be quoted.
fn line(item: &Item, label: &str) -> String {
    let words = escaped(&item.words);
    let folded = |text: &str| crate::people::codes::as_phrase(text);
    let says_it = label.is_empty() || folded(&item.words).starts_with(&folded(label));
    let words = if item.kind == ItemKind::Testimony { format!("« {words} »") } else { words };
    let words = if says_it { words } else { format!("{label} - {words}") };
    if item.of_name.is_empty() { words } else { format!("{words} — {}", escaped(&item.of_name)) }
}

/// A synthesis that was begun or brought up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synthesis {
    pub note: NoteId,
    /// How bringing it up to date went; `None` when it was begun.
    pub saved: Option<Saved>,
}
