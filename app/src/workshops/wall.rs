//! The projected wall shows a note when its writer ticked the box; a facilitator may ask
//! for one that would do the room good, once.

use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::workshops::participation::{self, Command};
use projections::notes::note::Note;
use projections::workshops::room;

use crate::engine::envelope::CommandId;
use crate::engine::execute::{CommandError, Done};
use crate::workshops::Workshops;

impl Workshops<'_> {
    /// Asks whoever wrote `note` whether the wall may show it. `None` when nobody is to be
    /// asked: they are not in the room, another question waits, or the wall shows it already.
    pub async fn ask_for_wall(
        &self,
        id: &WorkshopId,
        note: &Note,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Option<Done>, CommandError<participation::Error>> {
        let here = note.workshop.as_ref() == Some(id) && note.is_published() && !note.wall;
        let writer = room::find(&self.db, id, &note.writer).await?;
        // One question at a time.
        if !here || writer.is_none_or(|one| one.wall_asked.is_some()) {
            return Ok(None);
        }
        let command = Command::AskForWall {
            workshop: id.clone(),
            person: note.writer.clone(),
            by: by.clone(),
            note: note.note.clone(),
        };
        self.take_part_as(by, command, command_id).await.map(Some)
    }

    /// Keeps what they answered about the note they were asked for.
    pub async fn answer_for_wall(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        (note, agreed): (&NoteId, bool),
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person, note) = (id.clone(), person.clone(), note.clone());
        let command = Command::AnswerForWall { workshop, person: person.clone(), note, agreed };
        self.take_part_as(&person, command, command_id).await
    }
}
