//! Erasing a passage from what was said in a workshop, and from its synthesis.

use domain::core::ids::{PersonId, WorkshopId};
use domain::notes::note::Reason;
use projections::core::content;
use projections::notes::note::find;
use projections::workshops::workshop;

use super::Exchange;
use super::erasure::{NOTHING, SAID};
use crate::Failure;
use crate::engine::envelope::CommandId;
use crate::notes::erase::without;

impl Exchange<'_> {
    /// Erases `passage` from what was said in `workshop`, and from its synthesis.
    ///
    /// # Errors
    /// [`NOTHING`] when nothing holds it; see [`Failure`].
    pub async fn erase_in_workshop(
        &self,
        place: &WorkshopId,
        by: &PersonId,
        what: (&str, Reason),
        key: CommandId,
    ) -> Result<(), Failure> {
        let found = workshop::find(&self.db, place).await?;
        let synthesis = match found.and_then(|found| found.live.synthesis) {
            Some(id) => find(&self.db, &id).await?,
            None => None,
        };
        let mut held = self.workshops().find_words(place, what.0).await?;
        if let Some(note) = &synthesis {
            for (id, _, words) in content::about(&self.primary, &note.note).await? {
                if without(&words, what.0).is_some() {
                    held.push((id, words));
                }
            }
        }
        if held.is_empty() {
            return Err(Failure::Refused(NOTHING));
        }
        let id = self.secrets.mark("erasure", &[SAID, place.as_str(), key.as_str()]);
        self.record_passage((SAID, place.as_str(), &id), by, what.0, &held).await?;
        self.workshops().erase_words(place, by, what, key.then("said")).await?;
        if let Some(note) = &synthesis {
            self.notes().erase_everywhere(note, by, what, key).await?;
        }
        Ok(self.owe_bytes().await?)
    }
}
