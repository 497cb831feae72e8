//! Saying that two notes go together, and that they do not.

use crate::Failure;
use crate::access::{self, Standing, Viewer};
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::execute::Done;
use crate::notes::Notes;
use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::notes::link::{Command, Link};
use projections::notes::link;
use projections::notes::note::{self, Note};

/// How many linked notes a page shows.
const SHOWN: i64 = 12;

/// How many notes one may choose from.
const OFFERED: usize = 40;

impl Notes<'_> {
    /// Says that `note` goes with `other`, both read by others already. Whoever may change
    /// `note` may say so.
    pub async fn link_notes(
        &self,
        (note, standing): (&Note, Standing),
        other: &Note,
        (by, workshop): (&PersonId, Option<WorkshopId>),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let both = note.is_shared() && other.is_shared();
        if !both || !access::may_revise(note, standing) {
            return Err(Failure::NotFound);
        }
        let (note, to) = (note.note.clone(), other.note.clone());
        let stream = Link::stream(&note, &to);
        let envelope = Envelope::from(by, command_id).in_workshop(workshop.clone());
        let command = Command::Make { note, to, by: by.clone(), workshop };
        self.execute::<Link>(&stream, command, envelope).await
    }

    /// Says that `note` does not go with `other` any more.
    pub async fn unlink_notes(
        &self,
        (note, standing): (&Note, Standing),
        other: &NoteId,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if !access::may_revise(note, standing) {
            return Err(Failure::NotFound);
        }
        let envelope = Envelope::from(by, command_id).in_workshop(note.workshop.clone());
        let stream = Link::stream(&note.note, other);
        let command = Command::Undo { note: note.note.clone(), to: other.clone(), by: by.clone() };
        self.execute::<Link>(&stream, command, envelope).await
    }

    /// The published notes that go with `note`, those `viewer` may read.
    pub async fn linked_notes(&self, viewer: &Viewer, note: &Note) -> Result<Vec<Note>, Failure> {
        Ok(note::linked_to(&self.db, &note.note, viewer.id(), SHOWN).await?)
    }

    /// The notes `viewer` may say that `note` goes with: those of its workshop, then the
    /// newest.
    pub async fn notes_to_link(&self, viewer: &Viewer, note: &Note) -> Result<Vec<Note>, Failure> {
        let most = i64::try_from(OFFERED).unwrap_or(0);
        let mut result = match &note.workshop {
            Some(workshop) => {
                note::page_of_workshop(&self.db, workshop, viewer.id(), (0, most)).await?
            }
            None => vec![],
        };
        for recent in note::newest(&self.db, viewer.id(), most).await? {
            if !result.iter().any(|known| known.note == recent.note) {
                result.push(recent);
            }
        }
        let known = link::of_note(&self.db, &note.note, most).await?;
        result.retain(|it| it.note != note.note && !known.contains(&it.note));
        result.truncate(OFFERED);
        Ok(result)
    }
}
