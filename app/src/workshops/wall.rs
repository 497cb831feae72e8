//! The projected wall shows a note when its writer ticked the box; a facilitator may ask
//! for one that would do the room good, once.

use domain::core::ids::{PersonId, WorkshopId};
use domain::workshops::participation::Act;
use projections::notes::note::Note;
use projections::workshops::room;

use crate::Failure;
use crate::engine::envelope::CommandId;
use crate::engine::execute::Done;
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
    ) -> Result<Option<Done>, Failure> {
        let here = note.workshop.as_ref() == Some(id) && note.is_published() && !note.wall;
        let writer = room::find(&self.db, id, &note.writer).await?;
        // One question at a time.
        if !here || writer.is_none_or(|it| it.wall_asked.is_some()) {
            return Ok(None);
        }
        let act = Act::AskForWall(note.note.clone());
        self.take_part((id, &note.writer), by, act, command_id).await.map(Some)
    }
}
