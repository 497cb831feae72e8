//! Erasing a passage is nobody's whim: whoever owns the note decides alone, others are two. What was
//! there is kept sealed for seven days, in which it can be put back; then it is gone.

use domain::core::ids::{ContentId, ErasureId, NoteId, PersonId};
use domain::groups::item::Sheet;
use domain::notes::moderation::{Command, Moderation};
use domain::notes::note::Reason;
use domain::prose::redact::cuts;
use migrations::values;
use projections::core::content::{self, Content};
use projections::groups::meeting;
use projections::notes::moderation::{self, Erasure};
use projections::notes::note::Note;
use serde::{Deserialize, Serialize};

use super::Exchange;
use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::clock::DAY;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::erasures;
use crate::engine::secrets::hash;
use crate::notes::erase::without;

/// How long what was erased is kept sealed, in microseconds.
pub const SEALED: i64 = 7 * DAY;

/// A passage, in the ledger.
pub(super) const PASSAGE: &str = "passage";

/// A passage of what was said in a workshop or at a meeting, in the ledger.
pub(super) const SAID: &str = "said";

/// The refusal: nothing holds this passage.
pub const NOTHING: &str = "erase-nothing";

/// A text that an erasure touched, in the ledger: where, never what.
#[derive(Serialize, Deserialize)]
pub(super) struct Cut {
    pub(super) id: String,
    /// What is left of it: SHA-256 of its title, body and summary. It says nothing of the words
    /// that went, and means the same in another commons.
    pub(super) left: String,
    /// The words that went from its title, body and summary, in bytes.
    pub(super) cuts: [Vec<(usize, usize)>; 3],
}

/// What the ledger holds of a passage.
#[derive(Serialize, Deserialize)]
pub(super) struct Detail {
    pub(super) by: PersonId,
    pub(super) texts: Vec<Cut>,
}

/// What a text is, in hexadecimal.
pub(super) fn mark_of(words: &Content) -> String {
    let Content { title, body, summary } = words;
    hash(&format!("{title}\u{0}{body}\u{0}{summary}"))
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
        let done = self.notes().done_before(by, &command_id).await?.is_some();
        if !done && !self.notes().holds(&note.note, passage).await? {
            return Err(Failure::Refused(NOTHING));
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
        let found = moderation::find(&self.primary, &note.note, erasure).await?;
        self.let_go(&found.ok_or(Failure::NotFound)?, by, command_id).await
    }

    pub(super) async fn let_go(
        &self,
        erasure: &Erasure,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let command = Command::DropErasure { erasure: erasure.erasure.clone(), by: by.clone() };
        let envelope = Envelope::from(by, command_id);
        self.execute::<Moderation>(erasure.note.as_str(), command, envelope).await?;
        self.forget_passage(erasure).await
    }

    /// The passage that `erasure` is about, while it is kept.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn passage_of(&self, erasure: &Erasure) -> Result<String, Failure> {
        Ok(content::find(&self.primary, &erasure.passage).await?.body)
    }

    /// Seals the texts that hold the passage, and erases it from them. Begun again, it goes on.
    pub(super) async fn carry_out_erasure(
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
        let said_in = self.said_in(note, &found).await?;
        if let Some(sheet) = &said_in {
            held.extend(self.find_said(sheet, &passage).await?);
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
        let entry = (PASSAGE, note.note.as_str(), id.as_str());
        self.record_passage(entry, by, &passage, &held).await?;
        let key = CommandId::fresh();
        self.notes().erase_everywhere(note, by, (&passage, reason), key.clone()).await?;
        if let Some(sheet) = &said_in {
            self.erase_said(sheet, by, (&passage, reason), key.then("said")).await?;
        }
        Ok(())
    }

    /// The workshop or the meeting an erasure reaches into: what was said there is not torn by one
    /// person who owns a note of it, only where two people agreed.
    async fn said_in(&self, note: &Note, erasure: &Erasure) -> Result<Option<Sheet>, Failure> {
        if erasure.agreed_by.as_ref().is_none_or(|agreed| *agreed == erasure.by) {
            return Ok(None);
        }
        if let Some(workshop) = &note.workshop {
            return Ok(Some(Sheet::from(workshop)));
        }
        let meeting = meeting::of_note(&self.primary, &note.note).await?;
        Ok(meeting.map(|it| Sheet::Meeting(it.meeting)))
    }

    /// Writes in the ledger where a passage is, before it goes: what kind of erasure it is, of what,
    /// and its own id.
    pub(super) async fn record_passage(
        &self,
        (what, subject, id): (&str, &str, &str),
        by: &PersonId,
        passage: &str,
        held: &[(ContentId, Content)],
    ) -> Result<(), Failure> {
        let places = |text: &str| {
            cuts(text, passage).into_iter().map(|range| (range.start, range.end)).collect()
        };
        let texts = held.iter().filter_map(|(id, words)| {
            let left = mark_of(&without(words, passage)?);
            let cuts = [places(&words.title), places(&words.body), places(&words.summary)];
            Some(Cut { id: id.to_string(), left, cuts })
        });
        let detail = Detail { by: by.clone(), texts: texts.collect() };
        let detail = serde_json::to_string(&detail).map_err(|_| Failure::Busy)?;
        let entry = erasures::Erasure {
            erasure: id.to_owned(),
            what: what.to_owned(),
            subject: subject.to_owned(),
            detail,
            at: self.clock.now(),
        };
        Ok(self.record_erasure(&entry).await?)
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
