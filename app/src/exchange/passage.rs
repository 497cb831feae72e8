//! Erasing a passage from what was said in a workshop or at a meeting, and from its synthesis.

use domain::core::ids::{ContentId, PersonId};
use domain::groups::item::Sheet;
use domain::notes::note::Reason;
use migrations::DbError;
use projections::core::content::{self, Content};
use projections::groups::meeting;
use projections::notes::note::{Note, find};
use projections::workshops::workshop;

use super::Exchange;
use super::erasure::{NOTHING, SAID};
use crate::Failure;
use crate::engine::envelope::CommandId;
use crate::notes::erase::without;

impl Exchange<'_> {
    /// What was said where `sheet` is that holds `passage`, in the words it was said in.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn find_said(
        &self,
        sheet: &Sheet,
        passage: &str,
    ) -> Result<Vec<(ContentId, Content)>, DbError> {
        match sheet {
            Sheet::Workshop(workshop) => self.workshops().find_words(workshop, passage).await,
            Sheet::Meeting(meeting) => self.groups().find_words(meeting, passage).await,
        }
    }

    /// Erases `passage` from it, and from its synthesis.
    ///
    /// # Errors
    /// [`NOTHING`] when nothing holds it; see [`Failure`].
    pub async fn erase_passage_said(
        &self,
        sheet: &Sheet,
        by: &PersonId,
        what: (&str, Reason),
        key: CommandId,
    ) -> Result<(), Failure> {
        let synthesis = self.synthesis_of(sheet).await?;
        let mut held = self.find_said(sheet, what.0).await?;
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
        let id = self.secrets.mark("erasure", &[SAID, sheet.as_str(), key.as_str()]);
        self.record_passage((SAID, sheet.as_str(), &id), by, what.0, &held).await?;
        self.erase_said(sheet, by, what, key.then("said")).await?;
        if let Some(note) = &synthesis {
            self.notes().erase_everywhere(note, by, what, key).await?;
        }
        Ok(self.owe_bytes().await?)
    }

    /// The same, without the ledger and without the synthesis; how many texts held it.
    pub(super) async fn erase_said(
        &self,
        sheet: &Sheet,
        by: &PersonId,
        what: (&str, Reason),
        key: CommandId,
    ) -> Result<usize, Failure> {
        match sheet {
            Sheet::Workshop(workshop) => {
                self.workshops().erase_words(workshop, by, what, key).await
            }
            Sheet::Meeting(meeting) => self.groups().erase_words(meeting, by, what, key).await,
        }
    }

    async fn synthesis_of(&self, sheet: &Sheet) -> Result<Option<Note>, DbError> {
        let note = match sheet {
            Sheet::Workshop(id) => {
                workshop::find(&self.db, id).await?.and_then(|found| found.live.synthesis)
            }
            Sheet::Meeting(id) => meeting::find(&self.db, id).await?.and_then(|found| found.note),
        };
        match note {
            Some(id) => find(&self.db, &id).await,
            None => Ok(None),
        }
    }
}
