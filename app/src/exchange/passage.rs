//! Erasing a passage wherever it is: in a note and all that was said of it, and in the workshop it
//! was written in.

use domain::core::ids::{PersonId, WorkshopId};
use domain::notes::note::Reason;
use projections::notes::note::{Note, find};
use projections::workshops::workshop;

use super::Exchange;
use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::envelope::CommandId;

impl Exchange<'_> {
    /// Erases `passage` from every text about `note`, unsaved ones too, and from what was said in
    /// its workshop: lines it was made from, words that quote it. Asked again, it makes sure that
    /// the files have forgotten it.
    ///
    /// # Errors
    /// [`Failure::Busy`] when the note changes faster than it can be looked through; what was
    /// found until then is erased.
    pub async fn erase_passage(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        what: (&str, Reason),
        key: CommandId,
    ) -> Result<(), Failure> {
        if !access::may_moderate(note, standing) {
            return Err(Failure::NotFound);
        }
        let outcome = self.notes().erase_everywhere(note, by, what, key.clone()).await;
        if let Some(place) = &note.workshop {
            self.workshops().erase_words(place, by, what, key.then("said")).await?;
        }
        self.let_go_of_bytes().await?;
        outcome
    }

    /// Erases `passage` from what was said in `workshop`, and from its synthesis.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn erase_in_workshop(
        &self,
        place: &WorkshopId,
        by: &PersonId,
        what: (&str, Reason),
        key: CommandId,
    ) -> Result<(), Failure> {
        self.workshops().erase_words(place, by, what, key.then("said")).await?;
        let found = workshop::find(&self.db, place).await?;
        if let Some(synthesis) = found.and_then(|found| found.live.synthesis)
            && let Some(note) = find(&self.db, &synthesis).await?
        {
            self.notes().erase_everywhere(&note, by, what, key).await?;
        }
        self.let_go_of_bytes().await
    }
}
