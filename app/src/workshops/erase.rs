//! Erasing a passage from what was said in a workshop: lines of the sheet, announcements,
//! introductions, objectives, kind words, the place, the memo, what its files show.

use domain::core::ids::{ContentId, PersonId, WorkshopId};
use domain::files::file::Of;
use domain::groups::mandate::Within;
use domain::notes::note::Reason;
use domain::workshops::workshop::Act;
use migrations::{DbError, Value};
use projections::core::content::Content;
use projections::files::file;
use projections::groups::{item, mandate};
use projections::workshops::room;

use crate::Failure;
use crate::engine::envelope::CommandId;
use crate::files::MOST_OF_ONE;
use crate::groups::mandates::MOST;
use crate::workshops::Workshops;

impl Workshops<'_> {
    /// What was said in `workshop` that holds `passage`, in the words it was said in.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn find_words(
        &self,
        workshop: &WorkshopId,
        passage: &str,
    ) -> Result<Vec<(ContentId, Content)>, DbError> {
        let said = self.words_said(workshop).await?;
        self.notes().that_hold(said, passage).await
    }

    /// Erases `passage` from it; how many texts held it. Bytes are let go of by whoever calls.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn erase_words(
        &self,
        workshop: &WorkshopId,
        by: &PersonId,
        (passage, reason): (&str, Reason),
        key: CommandId,
    ) -> Result<usize, Failure> {
        let found = self.find_words(workshop, passage).await?;
        let contents = self.notes().cut_from(found, passage).await?;
        let count = contents.len();
        let act = Act::EraseWords { contents, reason };
        self.run_workshop(workshop, by, act, key).await?;
        Ok(count)
    }

    /// The rows of everything that was said in `workshop`, older wordings too.
    async fn words_said(&self, workshop: &WorkshopId) -> Result<Vec<ContentId>, DbError> {
        let mut streams: Vec<Vec<Value>> = vec![vec!["workshop".into(), workshop.as_str().into()]];
        for participant in room::since(&self.primary, workshop, 0).await? {
            let stream = format!("{workshop}.{}", participant.remembered.person);
            streams.push(vec!["participation".into(), stream.into()]);
        }
        for line in item::of_workshop(&self.primary, workshop).await? {
            streams.push(vec!["item".into(), line.item.as_str().into()]);
        }
        for it in
            mandate::of_group(&self.primary, &Within::Workshop(workshop.clone()), (0, MOST)).await?
        {
            streams.push(vec!["mandate".into(), it.mandate.as_str().into()]);
        }
        let of = Of::Workshop(workshop.clone());
        for it in file::of_one(&self.primary, &of, MOST_OF_ONE).await? {
            streams.push(vec!["file".into(), it.file.as_str().into()]);
        }
        self.words_of_streams(streams).await
    }
}
