//! The synthesis of a workshop: a note like any other from then on.

use domain::core::ids::{NoteId, PersonId};
use domain::notes::note::{self, Command};
use domain::workshops::workshop::Act;
use projections::groups::item;
use projections::workshops::workshop::Workshop;

use crate::Failure;
use crate::access::Viewer;
use crate::engine::envelope::{CommandId, Envelope};
use crate::groups::synthesis::{Labels, NOTHING_CAPTURED, Synthesis, body};
use crate::notes::Words;
use crate::workshops::Workshops;

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
