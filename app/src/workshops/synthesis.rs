//! The synthesis of a workshop, put together from the lines of its capture sheet.
//!
//! It is a note like any other from then on. Its form is the one the community already
//! gives to its syntheses: a heading a family, a heading a line that has others under it,
//! the rest as lists.

use domain::core::ids::{NoteId, PersonId};
use domain::notes::note::{self, Command};
use domain::workshops::item::ItemKind;
use domain::workshops::workshop::Act;
use projections::workshops::item::{self, Item};
use projections::workshops::workshop::Workshop;

use crate::Failure;
use crate::access::Viewer;
use crate::engine::envelope::{CommandId, Envelope};
use crate::notes::Words;
use crate::notes::bring::escaped;
use crate::notes::revise::Saved;
use crate::workshops::Workshops;

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

impl Workshops<'_> {
    /// Begins the synthesis of a workshop, or brings it up to date with the lines
    /// captured since: what was edited in the note meanwhile is merged, never lost.
    pub async fn synthesise(
        &self,
        workshop: &Workshop,
        viewer: &Viewer,
        labels: &impl Labels,
        command_id: CommandId,
    ) -> Result<Synthesis, Failure> {
        let by = viewer.person().ok_or(Failure::NotFound)?;
        let items = item::of_workshop(&self.db, &workshop.workshop).await?;
        let sources = format!("/ateliers/{}/sources", workshop.workshop);
        let words = Words {
            title: labels.title(&workshop.title),
            body: body(&items, labels, &sources),
            summary: String::new(),
        };
        if words.body.is_empty() {
            return Err(Failure::Refused(NOTHING_CAPTURED));
        }
        let known = match &workshop.live.synthesis {
            Some(note) => projections::notes::note::find(&self.db, note).await?,
            None => None,
        };
        if let Some(known) = known {
            let standing = self.standing(viewer, &known).await?;
            let words = Words { title: known.title.clone(), ..words };
            // From the first text: what both the room and the editors changed is merged.
            let saved = self.notes().revise(&known, standing, by, 1, &words, command_id).await?;
            return Ok(Synthesis { note: known.note, saved: Some(saved) });
        }
        let note = self.draft_synthesis(workshop, by, words, command_id.clone()).await?;
        let act = Act::Synthesise(note.clone());
        self.run_workshop(&workshop.workshop, by, act, command_id.then("synthesis")).await?;
        Ok(Synthesis { note, saved: None })
    }

    async fn draft_synthesis(
        &self,
        workshop: &Workshop,
        by: &PersonId,
        words: Words,
        command_id: CommandId,
    ) -> Result<NoteId, Failure> {
        let note: NoteId = self.derived_id("note", by.as_str(), &command_id);
        let (content, reference) =
            self.content(by.as_str(), &command_id, words.title, words.body, words.summary);
        let command = Command::Draft {
            note: note.clone(),
            by: by.clone(),
            workshop: Some(workshop.workshop.clone()),
            // No door: it is nobody's first note.
            door: None,
            content: reference,
        };
        let envelope = Envelope::from(by, command_id)
            .in_workshop(Some(workshop.workshop.clone()))
            .with(content);
        self.execute::<note::Note>(note.as_str(), command, envelope).await?;
        Ok(note)
    }
}

/// A synthesis that was begun or brought up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synthesis {
    pub note: NoteId,
    /// How bringing it up to date went; `None` when it was begun.
    pub saved: Option<Saved>,
}
