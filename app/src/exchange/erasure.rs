//! Erasing a passage is nobody's whim: whoever owns the note decides alone, others are two. What was
//! there is kept sealed for seven days, in which it can be put back; then it is gone.

use domain::core::ids::{ErasureId, NoteId, PersonId};
use domain::notes::moderation::{Command, Moderation};
use domain::notes::note::{self, Reason};
use domain::prose::redact::cuts;
use migrations::values;
use projections::core::content::{self, Content};
use projections::notes::history;
use projections::notes::moderation::{self, Erasure};
use projections::notes::note::{Note, find};
use serde::{Deserialize, Serialize};

use super::Exchange;
use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::clock::DAY;
use crate::engine::envelope::{CommandId, Envelope, NewContent, Rewrite};
use crate::engine::erasures;
use crate::notes::erase::without;

/// How long what was erased is kept sealed, in microseconds.
pub const SEALED: i64 = 7 * DAY;

/// A passage, in the ledger.
pub(super) const PASSAGE: &str = "passage";

/// The refusal: nothing holds this passage.
pub const NOTHING: &str = "erase-nothing";

/// A text that an erasure touched, in the ledger: where, never what.
#[derive(Serialize, Deserialize)]
pub(super) struct Cut {
    pub(super) id: String,
    /// What it was, as only this site can tell: HMAC of its title, body and summary.
    pub(super) before: String,
    /// The words that went from its title, body and summary, in bytes.
    pub(super) cuts: [Vec<(usize, usize)>; 3],
}

/// What the ledger holds of a passage.
#[derive(Serialize, Deserialize)]
pub(super) struct Detail {
    pub(super) by: PersonId,
    pub(super) texts: Vec<Cut>,
}

/// Whether they may ask for a passage to be erased, agree, or put it back.
pub fn may_erase(note: &Note, standing: Standing) -> bool {
    standing.owns() || access::may_moderate(note, standing)
}

impl Exchange<'_> {
    /// Asks for `passage` to be erased from every text about `note`. Whoever owns the note needs
    /// nobody: it is done at once.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when they may not; see [`Failure`].
    pub async fn propose_erasure(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        (passage, reason): (&str, Reason),
        command_id: CommandId,
    ) -> Result<ErasureId, Failure> {
        if !may_erase(note, standing) {
            return Err(Failure::NotFound);
        }
        let erasure: ErasureId = self.derived_id("erasure", by.as_str(), &command_id);
        let blank = String::new;
        let key = command_id.then("passage");
        let (content, reference) =
            self.content(by.as_str(), &key, blank(), passage.to_owned(), blank());
        let command = Command::ProposeErasure {
            note: note.note.clone(),
            erasure: erasure.clone(),
            by: by.clone(),
            owns: standing.owns(),
            reason,
            passage: reference.id,
        };
        let envelope = Envelope::from(by, command_id).with(content);
        self.execute::<Moderation>(note.note.as_str(), command, envelope).await?;
        if standing.owns() {
            self.carry_out_erasure(note, by, &erasure).await?;
        }
        Ok(erasure)
    }

    /// Agrees to an erasure, and carries it out.
    ///
    /// # Errors
    /// [`Failure::Rule`] when whoever asked agrees with themselves; see [`Failure`].
    pub async fn agree_to_erasure(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        erasure: &ErasureId,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        if !may_erase(note, standing) {
            return Err(Failure::NotFound);
        }
        let owns = standing.owns();
        let command = Command::AgreeToErasure { erasure: erasure.clone(), by: by.clone(), owns };
        let envelope = Envelope::from(by, command_id);
        self.execute::<Moderation>(note.note.as_str(), command, envelope).await?;
        self.carry_out_erasure(note, by, erasure).await
    }

    /// Lets the passage be.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn drop_erasure(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        erasure: &ErasureId,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        if !may_erase(note, standing) {
            return Err(Failure::NotFound);
        }
        let command = Command::DropErasure { erasure: erasure.clone(), by: by.clone() };
        let envelope = Envelope::from(by, command_id);
        self.execute::<Moderation>(note.note.as_str(), command, envelope).await?;
        let found = moderation::find(&self.primary, &note.note, erasure).await?;
        if let Some(found) = found {
            self.forget_passage(&found).await?;
        }
        Ok(())
    }

    /// The passage that `erasure` is about, while it is kept.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn passage_of(&self, erasure: &Erasure) -> Result<String, Failure> {
        Ok(content::find(&self.primary, &erasure.passage).await?.body)
    }

    /// Seals the texts that hold the passage, and erases it from them. Begun again, it goes on.
    async fn carry_out_erasure(
        &self,
        note: &Note,
        by: &PersonId,
        id: &ErasureId,
    ) -> Result<(), Failure> {
        let Some(found) = moderation::find(&self.primary, &note.note, id).await? else {
            return Err(Failure::Busy);
        };
        let passage = self.passage_of(&found).await?;
        let reason: Reason = found.reason.parse().unwrap_or(Reason::Personal);
        let mut held = vec![];
        for (id, _, words) in content::about(&self.primary, &note.note).await? {
            if id != found.passage && without(&words, &passage).is_some() {
                held.push((id, words));
            }
        }
        if let Some(place) = &note.workshop {
            held.extend(self.workshops().find_words(place, &passage).await?);
        }
        let mut tx = self.primary.begin().await?;
        for (content, words) in &held {
            let sql = "insert into sealed (erasure, content_id, title, body, summary, sealed_at)
                values ($1, $2, $3, $4, $5, $6) on conflict (erasure, content_id) do nothing";
            let (title, body) = (words.title.as_str(), words.body.as_str());
            let summary = words.summary.as_str();
            let (id, content, now) = (id.as_str(), content.as_str(), self.clock.now());
            tx.exec(sql, values![id, content, title, body, summary, now]).await?;
        }
        tx.commit().await?;
        self.record_passage(note, by, id, &passage, &held).await?;
        let key = CommandId::fresh();
        self.notes().erase_everywhere(note, by, (&passage, reason), key.clone()).await?;
        if let Some(place) = &note.workshop {
            self.workshops().erase_words(place, by, (&passage, reason), key.then("said")).await?;
        }
        Ok(())
    }

    async fn record_passage(
        &self,
        note: &Note,
        by: &PersonId,
        id: &ErasureId,
        passage: &str,
        held: &[(domain::core::ids::ContentId, Content)],
    ) -> Result<(), Failure> {
        let places = |text: &str| {
            cuts(text, passage).into_iter().map(|range| (range.start, range.end)).collect()
        };
        let texts = held.iter().map(|(id, words)| Cut {
            id: id.to_string(),
            before: self.mark_of(words),
            cuts: [places(&words.title), places(&words.body), places(&words.summary)],
        });
        let detail = Detail { by: by.clone(), texts: texts.collect() };
        let detail = serde_json::to_string(&detail).map_err(|_| Failure::Busy)?;
        let entry = erasures::Erasure {
            erasure: id.to_string(),
            what: PASSAGE.to_owned(),
            subject: note.note.to_string(),
            detail,
            at: self.clock.now(),
        };
        Ok(self.record_erasure(&entry).await?)
    }

    /// What a text is, as only this site can tell.
    pub(super) fn mark_of(&self, words: &Content) -> String {
        let Content { title, body, summary } = words;
        self.secrets.mark("erased-text", &[title, body, summary])
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
        if !may_erase(note, standing) {
            return Err(Failure::NotFound);
        }
        let passage = self.passage_of(&found).await?;
        let sql = "select content_id, title, body, summary from sealed where erasure = $1";
        let mut rewrites = vec![];
        for row in self.primary.rows(sql, values![id.as_str()]).await? {
            let cells = row.cells();
            let content: domain::core::ids::ContentId = cells.parsed()?;
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
        self.put_back(note, by, rewrites, &command_id).await?;
        let command = Command::UndoErasure { erasure: id.clone(), by: by.clone() };
        let envelope = Envelope::from(by, command_id.then("undo"));
        self.execute::<Moderation>(note.note.as_str(), command, envelope).await?;
        self.keys.exec("delete from erasures where erasure = $1", values![id.as_str()]).await?;
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
    async fn forget_passage(&self, erasure: &Erasure) -> Result<(), Failure> {
        let sql = "delete from sealed where erasure = $1";
        self.primary.exec(sql, values![erasure.erasure.as_str()]).await?;
        let sql = "update content set title = '', body = '', summary = '', erased_at = $2
            where content_id = $1";
        let now = self.clock.now();
        self.primary.exec(sql, values![erasure.passage.as_str(), now]).await?;
        Ok(self.owe_bytes().await?)
    }

    /// Ends the erasures whose seven days are over; how many.
    ///
    /// # Errors
    /// See [`Failure`]; the next round goes on.
    pub async fn finish_erasures(&self) -> Result<usize, Failure> {
        let due = moderation::erasures_sealed(&self.primary, self.clock.now() - SEALED).await?;
        for erasure in &due {
            self.forget_passage(erasure).await?;
            let command = Command::FinishErasure { erasure: erasure.erasure.clone() };
            let envelope = Envelope::from(&erasure.by, CommandId::fresh());
            self.execute::<Moderation>(erasure.note.as_str(), command, envelope).await?;
        }
        if self.owes_bytes().await? {
            self.let_go_of_bytes().await?;
        }
        Ok(due.len())
    }

    /// The revisions of `note` that hold `passage`, each with what goes of its text: shown to
    /// whoever decides.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn what_goes(
        &self,
        note: &NoteId,
        passage: &str,
    ) -> Result<Vec<(i64, Content)>, Failure> {
        let mut found = vec![];
        for (_, revision, words) in content::about(&self.db, note).await? {
            if let Some(revision) = revision
                && without(&words, passage).is_some()
            {
                found.push((revision, words));
            }
        }
        Ok(found)
    }
}
