//! Erasing a passage from what was said in a workshop: lines of the sheet, announcements,
//! introductions, objectives, kind words, the place, the memo.

use domain::core::ids::{ContentId, PersonId, WorkshopId};
use domain::groups::mandate::Within;
use domain::notes::note::Reason;
use domain::workshops::workshop::Act;
use migrations::{DbError, Value};
use projections::core::content::{self, Content};
use projections::groups::{item, mandate};
use projections::workshops::room;

use crate::Failure;
use crate::engine::envelope::{CommandId, NewContent, Rewrite};
use crate::groups::mandates::MOST;
use crate::notes::erase::without;
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
        let mut found = vec![];
        for id in self.words_said(workshop).await? {
            let words = content::find(&self.primary, &id).await?;
            if without(&words, passage).is_some() {
                found.push((id, words));
            }
        }
        Ok(found)
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
        let mut tx = self.primary.begin().await?;
        for (id, words) in &found {
            let Some(left) = without(words, passage) else { continue };
            let new = |words: Content| {
                let Content { title, body, summary } = words;
                NewContent { id: id.clone(), title, body, summary }
            };
            let rewrite = Rewrite { words: new(left), instead_of: new(words.clone()) };
            rewrite.carry_out(&mut tx, self.clock.now()).await?;
        }
        tx.commit().await?;
        let contents: Vec<_> = found.into_iter().map(|(id, _)| id).collect();
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
        self.words_of_streams(streams).await
    }
}
