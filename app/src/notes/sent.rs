//! Forms sent several times before an answer was seen: a phone without network, a page one
//! comes back to. Each sending is a version of its own, written from the one before.

use domain::core::ids::PersonId;
use migrations::values;
use projections::core::content::{self, Content};
use projections::notes::note::Note;

use super::Words;
use super::revise::Saved;
use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::envelope::CommandId;
use crate::notes::Notes;

/// How many earlier sendings of a form are looked for.
const SENDINGS: usize = 8;

/// What became of an earlier sending of a form.
enum Sending {
    /// It is this revision, word for word.
    Written(i64),
    /// It was put together with other words, in this revision; these were its own.
    Merged(i64, Content),
}

impl Notes<'_> {
    /// [`crate::notes::Notes::revise`], going on from the first of these earlier sendings of the same form
    /// that arrived, if any did: the last words stand in place of those sent before them,
    /// and never under them.
    ///
    /// # Errors
    /// Those of [`crate::notes::Notes::revise`].
    pub async fn revise_from(
        &self,
        (note, standing): (&Note, Standing),
        by: &PersonId,
        (base, sent): (i64, &[CommandId]),
        words: &Words,
        command_id: CommandId,
    ) -> Result<Saved, Failure> {
        let (revision, before) = match self.sending(by, sent).await? {
            // The page was read again since.
            Some(Sending::Merged(revision, before)) if revision > base => (revision, before),
            Some(Sending::Written(revision)) => {
                let base = base.max(revision);
                return self.revise(note, standing, by, base, words, command_id).await;
            }
            Some(Sending::Merged(..)) | None => {
                return self.revise(note, standing, by, base, words, command_id).await;
            }
        };
        if !access::may_revise(note, standing) {
            return Err(Failure::NotFound);
        }
        let (title, body, summary) = words.checked()?;
        let mine = Content { title, body, summary };
        let again = self.again(&command_id, &mine);
        if let Some(done) = self.done_before(by, &again.then("merged")).await? {
            return Ok(Saved::Merged(self.revision_at(done).await?));
        }
        let (content, _) = self.content_of(by, &again, &mine);
        self.keep_words(&note.note, by, &content).await?;
        self.merge_into(note, by, revision, (&before, &mine), again).await
    }

    /// The revision that one of these earlier sendings of `by` made, word for word, the first
    /// that did.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn revision_sent(
        &self,
        by: &PersonId,
        sent: &[CommandId],
    ) -> Result<Option<i64>, Failure> {
        Ok(match self.sending(by, sent).await? {
            Some(Sending::Written(revision)) => Some(revision),
            Some(Sending::Merged(..)) | None => None,
        })
    }

    async fn sending(&self, by: &PersonId, sent: &[CommandId]) -> Result<Option<Sending>, Failure> {
        for id in sent.iter().take(SENDINGS) {
            if let Some(position) = self.done_before(by, id).await? {
                match self.revision_at(position).await? {
                    0 => {}
                    revision => return Ok(Some(Sending::Written(revision))),
                }
            }
            let sql = "select command_id, position from commands
                where actor = $1 and command_id like $2";
            let like = format!("{}:%:merged", id.as_str());
            let row = self.primary.row(sql, values![by.as_str(), like]).await?;
            let Some(row) = row else { continue };
            let (key, position) = row.cells().pair();
            let Some(key) = CommandId::given(key.trim_end_matches(":merged")) else { continue };
            // The words themselves were kept before they were put together.
            let (kept, _) = self.content_of(by, &key, &Content::default());
            let words = content::find(&self.primary, &kept.id).await?;
            return Ok(Some(Sending::Merged(self.revision_at(position).await?, words)));
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
    ) -> Result<bool, Failure> {
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
