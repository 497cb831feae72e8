//! Erasing a passage from what was said in a workshop, and from its synthesis.

use domain::core::ids::{PersonId, WorkshopId};
use domain::notes::note::Reason;
use projections::notes::note::find;
use projections::workshops::workshop;

use super::Exchange;
use crate::Failure;
use crate::engine::envelope::CommandId;

impl Exchange<'_> {
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
        Ok(self.owe_bytes().await?)
    }
}
