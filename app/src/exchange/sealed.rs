//! What is kept of an erasure for seven days: put back by those who decided, or forgotten for good.

use domain::core::ids::{ContentId, ErasureId, PersonId};
use domain::notes::moderation::{Command, Moderation};
use domain::notes::note;
use migrations::values;
use projections::core::content::{self, Content};
use projections::notes::history;
use projections::notes::moderation::{self, Erasure};
use projections::notes::note::{Note, find};

use super::Exchange;
use super::erasure::{SEALED, may_erase};
use crate::Failure;
use crate::access::Standing;
use crate::engine::clock::DAY;
use crate::engine::envelope::{CommandId, Envelope, NewContent, Rewrite};
use crate::notes::erase::without;

/// How long an erasure waits for a second person, in microseconds.
const WAITING: i64 = 30 * DAY;

/// The refusal: only those who decided an erasure undo it.
pub const NOT_YOURS: &str = "erase-not-yours";

/// The refusal: the texts were changed since by another erasure.
pub const CHANGED: &str = "erase-changed";

impl Exchange<'_> {
    /// Whether an erasure that was agreed to was not carried out, or not to its end.
    async fn is_left_undone(&self, erasure: &Erasure) -> Result<bool, Failure> {
        let passage = self.passage_of(erasure).await?;
        if passage.is_empty() {
            return Ok(false);
        }
        let sql = "select s.content_id from sealed s join content c on c.content_id = s.content_id
            where s.erasure = $1 and s.title = c.title and s.body = c.body
              and s.summary = c.summary limit 1";
        let row = self.primary.row(sql, values![erasure.erasure.as_str()]).await?;
        if row.is_some() {
            return Ok(true);
        }
        let sql = "select 1 from sealed where erasure = $1 limit 1";
        let begun = self.primary.row(sql, values![erasure.erasure.as_str()]).await?;
        Ok(begun.is_none() && !self.what_goes(&erasure.note, &passage).await?.is_empty())
    }

    /// Puts back what was erased, while it is kept: the texts that nobody changed since.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when they may not, or it is too late; see [`Failure`].
    pub async fn undo_erasure(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        id: &ErasureId,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let found = moderation::find(&self.primary, &note.note, id).await?;
        let found = found.filter(|it| it.stage == "sealed").ok_or(Failure::NotFound)?;
        // Those who decided, and nobody else: what an author erased is not put back by others.
        if found.by != *by && found.agreed_by.as_ref() != Some(by) {
            return Err(Failure::Refused(NOT_YOURS));
        }
        if !may_erase(note, standing) {
            return Err(Failure::NotFound);
        }
        let passage = self.passage_of(&found).await?;
        let sql = "select content_id, title, body, summary from sealed where erasure = $1";
        let mut rewrites = vec![];
        for row in self.primary.rows(sql, values![id.as_str()]).await? {
            let cells = row.cells();
            let content: ContentId = cells.parsed()?;
            let was = Content { title: cells.text(), body: cells.text(), summary: cells.text() };
            let now = content::find(&self.primary, &content).await?;
            if without(&was, &passage).is_some_and(|left| left == now) {
                let new = |words: Content| {
                    let Content { title, body, summary } = words;
                    NewContent { id: content.clone(), title, body, summary }
                };
                rewrites.push(Rewrite { words: new(was), instead_of: new(now) });
            }
        }
        // Changed since, by another erasure: what is kept stays kept.
        if rewrites.is_empty() {
            return Err(Failure::Refused(CHANGED));
        }
        self.put_back(note, by, rewrites, &command_id).await?;
        let command = Command::UndoErasure { erasure: id.clone(), by: by.clone() };
        let envelope = Envelope::from(by, command_id.then("undo"));
        self.execute::<Moderation>(note.note.as_str(), command, envelope).await?;
        self.record_undone(id.as_str()).await?;
        self.forget_passage(&found).await
    }

    /// Writes texts back, in the breath of the event that says so.
    async fn put_back(
        &self,
        note: &Note,
        by: &PersonId,
        rewrites: Vec<Rewrite>,
        key: &CommandId,
    ) -> Result<(), Failure> {
        let now = find(&self.primary, &note.note).await?.ok_or(Failure::NotFound)?;
        let last = history::find(&self.primary, &note.note, now.revision).await?;
        let last = last.ok_or(Failure::NotFound)?.content;
        let mut words = content::find(&self.primary, &last).await?;
        if let Some(rewrite) = rewrites.iter().find(|rewrite| rewrite.words.id == last) {
            let NewContent { title, body, summary, .. } = rewrite.words.clone();
            words = Content { title, body, summary };
        }
        let (_, mut current) =
            self.content(by.as_str(), key, words.title, words.body, words.summary);
        current.id = last;
        let contents = rewrites.iter().map(|rewrite| rewrite.words.id.clone()).collect();
        let base = now.revision;
        let command = note::Command::PutBack { by: by.clone(), base, contents, current };
        let envelope = Envelope::from(by, key.then("back"))
            .in_workshop(note.workshop.clone())
            .rewriting(rewrites);
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await?;
        Ok(())
    }

    /// Forgets what an erasure kept: its passage and the sealed texts.
    pub(super) async fn forget_passage(&self, erasure: &Erasure) -> Result<(), Failure> {
        let sql = "delete from sealed where erasure = $1";
        self.primary.exec(sql, values![erasure.erasure.as_str()]).await?;
        let sql = "update content set title = '', body = '', summary = '', erased_at = $2
            where content_id = $1";
        let now = self.clock.now();
        self.primary.exec(sql, values![erasure.passage.as_str(), now]).await?;
        Ok(self.owe_bytes().await?)
    }

    /// Carries out an erasure that was decided, if something kept it from being.
    async fn go_on_erasing(&self, erasure: &Erasure) -> Result<(), Failure> {
        if self.is_left_undone(erasure).await?
            && let Some(note) = find(&self.primary, &erasure.note).await?
        {
            let by = erasure.agreed_by.as_ref().unwrap_or(&erasure.by);
            self.carry_out_erasure(&note, by, &erasure.erasure).await?;
        }
        Ok(())
    }

    /// Ends the erasures whose seven days are over; how many.
    ///
    /// Those that were agreed to and not carried out are carried out first; those that nobody
    /// decided for a month are let be.
    ///
    /// # Errors
    /// See [`Failure`]; the next round goes on.
    pub async fn finish_erasures(&self, now: i64) -> Result<u64, Failure> {
        for erasure in moderation::erasures_sealed(&self.primary, i64::MAX).await? {
            // One that fails is tried again at the next round, and keeps no other from ending.
            if let Err(error) = self.go_on_erasing(&erasure).await {
                tracing::warn!(%error, "an erasure is tried again later");
            }
        }
        for erasure in moderation::erasures_waiting_since(&self.primary, now - WAITING).await? {
            self.let_go(&erasure, &erasure.by, CommandId::fresh()).await?;
        }
        let due = moderation::erasures_sealed(&self.primary, now - SEALED).await?;
        for erasure in &due {
            self.forget_passage(erasure).await?;
            let command = Command::FinishErasure { erasure: erasure.erasure.clone() };
            let envelope = Envelope::from(&erasure.by, CommandId::fresh());
            self.execute::<Moderation>(erasure.note.as_str(), command, envelope).await?;
        }
        Ok(due.len() as u64)
    }
}
