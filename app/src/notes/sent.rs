//! Forms sent several times before an answer was seen: a phone without network, a page one
//! comes back to. Each sending is a version of its own, written from the one before.

use domain::ids::PersonId;

use super::{NoteError, Words};
use crate::App;
use crate::envelope::CommandId;
use projections::content::Content;

/// How many earlier sendings of a form are looked for.
pub const SENDINGS: usize = 8;

impl App {
    /// The revision that one of these earlier sendings of `by` made, the first that did;
    /// `None` when none of them arrived, or when it was put together with other words: then
    /// only what the form was first written from is common to both.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn revision_sent(
        &self,
        by: &PersonId,
        sent: &[CommandId],
    ) -> Result<Option<i64>, NoteError> {
        for id in sent.iter().take(SENDINGS) {
            let Some(position) = self.done_before(by, id).await? else { continue };
            let revision = self.revision_at(position).await?;
            if revision > 0 {
                return Ok(Some(revision));
            }
        }
        Ok(None)
    }

    /// Whether `words`, sent by `by` under this key, are in the note or kept aside: whoever
    /// keeps them too may let go of them.
    ///
    /// # Errors
    /// When the words would never have been taken, or the database is away.
    pub async fn has_arrived(
        &self,
        by: &PersonId,
        sent: &CommandId,
        words: &Words,
    ) -> Result<bool, NoteError> {
        let (title, body, summary) = words.checked()?;
        let again = self.again(sent, &Content { title, body, summary });
        for key in [sent.clone(), again.then("merged"), again.then("aside")] {
            if self.done_before(by, &key).await?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
