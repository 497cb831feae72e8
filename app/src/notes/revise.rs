//! Changing the text of a note: saving, merging with what others saved meanwhile,
//! keeping a text aside when only its writer can say what becomes of it, restoring.

use domain::core::ids::{NoteId, PersonId, VariantId};
use domain::core::registry::Fact;
use domain::core::registry::Refusal;
use domain::notes::note::{self, Change, Command, RevisionKind};
use domain::prose::diff::{page, summary};
use domain::prose::merge::{Merge, merge};
use domain::prose::text;
use migrations::{DbError, values};
use projections::core::content::{self, Content};
use projections::notes::history::{self, Filter};
use projections::notes::note::Note;

use super::Words;
use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::blocking::aside;
use crate::engine::envelope::{CommandId, Envelope, NewContent};
use crate::notes::Notes;

/// How many times a text is merged again when the note moved meanwhile; then it is kept
/// aside.
pub(super) const TRIES: u32 = 20;

/// What became of a text that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is the text of the note already: nothing happened.
    Unchanged,
    /// It is this revision.
    Written(i64),
    /// It was put together with what others had saved: this revision.
    Merged(i64),
    /// It is kept aside until its writer has looked.
    Aside(VariantId),
}

/// A title and a body put together from two sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// What became of the title; `None` when both sides changed it, not alike.
    pub title: Option<String>,
    /// What became of the body.
    pub body: Merge,
}

impl Joined {
    /// Puts `head` and `mine` together, both written from `base`.
    pub fn of(base: &Content, head: &Content, mine: &Content) -> Self {
        let title = if mine.title == base.title || mine.title == head.title {
            Some(head.title.clone())
        } else if head.title == base.title {
            Some(mine.title.clone())
        } else {
            None
        };
        Self { title, body: merge(&base.body, &head.body, &mine.body) }
    }

    /// The words, when nobody needs to look.
    pub fn settled(&self) -> Option<(String, String)> {
        if self.body.is_close {
            return None;
        }
        Some((self.title.clone()?, self.body.text()?))
    }
}

/// How much changed from one text to the other.
pub fn change(old: &Content, new: &Content) -> Change {
    let body = summary::summary(&page::compare(&old.body, &new.body));
    summary::with_title(body, &old.title, &new.title)
}

impl Notes<'_> {
    /// Saves `words` as the text of `note`, seen from revision `base`. Whatever becomes of
    /// them, they are on the disk when this returns.
    ///
    /// # Errors
    /// When they do not fit, or are not theirs to write; nothing was stored then.
    pub async fn revise(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        base: i64,
        words: &Words,
        command_id: CommandId,
    ) -> Result<Saved, Failure> {
        self.save(note, standing, by, base, words, RevisionKind::Edit, command_id).await
    }

    /// [`crate::notes::Notes::revise`], for another reason.
    #[expect(clippy::too_many_arguments, reason = "a save is all of this")]
    pub(super) async fn save(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        base: i64,
        words: &Words,
        kind: RevisionKind,
        command_id: CommandId,
    ) -> Result<Saved, Failure> {
        let allowed = access::may_revise(note, standing) && base >= access::first_visible(standing);
        if !allowed {
            return Err(Failure::NotFound);
        }
        // A title that was emptied is no other title: the note keeps its own.
        let is_untitled = words.title.trim().is_empty() && !words.body.trim().is_empty();
        let titled = is_untitled.then(|| Words { title: note.title.clone(), ..words.clone() });
        let (title, body, summary) = titled.as_ref().unwrap_or(words).checked()?;
        let mine = Content { title, body, summary };
        let before = match self.words_for(note, standing, base).await {
            // Saved a moment ago, on a node whose tables are still behind.
            Err(Failure::NotFound) => {
                self.head_of(&note.note).await?;
                self.words_for(note, standing, base).await
            }
            found => found,
        };
        // What they wrote from was hidden since: what becomes of a text put together with it
        // would tell whether a sentence is in it. Their words are kept aside, for them.
        let before = match before {
            Err(Failure::Refused(crate::notes::HIDDEN)) => None,
            found => Some(found?),
        };
        // The same form again, after its first sending was merged.
        let again = self.again(&command_id, &mine);
        if let Some(done) = self.done_before(by, &again.then("merged")).await? {
            return Ok(Saved::Merged(self.revision_at(done).await?));
        }
        if self.done_before(by, &again.then("aside")).await?.is_some() {
            return Ok(Saved::Aside(self.variant_of(by, &again)));
        }
        let Some(before) = before else {
            // Parking says where words are; it does not carry them.
            let (content, _) = self.content_of(by, &again, &mine);
            self.keep_words(&note.note, by, &content).await?;
            return self.park(note, by, (base, note.revision), &mine, &again).await;
        };
        let (old, new) = (before.clone(), mine.clone());
        let change = aside(move || change(&old, &new)).await?;
        let write = Write { note, by, base, words: &mine, kind, change };
        match self.write(&write, command_id.clone()).await {
            Err(Failure::Rule(Refusal::Note(note::Error::Stale))) => {}
            done => return Ok(written(done?, base)),
        }
        // Somebody was faster. Whatever is decided next, these words are safe.
        let (content, _) = self.content_of(by, &again, &mine);
        self.keep_words(&note.note, by, &content).await?;
        self.merge_into(note, by, base, (&before, &mine), again).await
    }

    /// Puts a text together with what the note says now; keeps it aside when somebody
    /// should look.
    pub(super) async fn merge_into(
        &self,
        note: &Note,
        by: &PersonId,
        base: i64,
        (before, mine): (&Content, &Content),
        command_id: CommandId,
    ) -> Result<Saved, Failure> {
        let mut against = base;
        for _ in 0..TRIES {
            // Tables that are behind for long say nothing to merge with.
            let Ok((head, latest)) = self.head_of(&note.note).await else { break };
            against = head;
            let (base_text, head_text, mine_text) = (before.clone(), latest.clone(), mine.clone());
            let joined = aside(move || Joined::of(&base_text, &head_text, &mine_text)).await?;
            let settled = joined.settled().filter(|(_, body)| body.len() <= text::BODY_MAX);
            let Some((title, body)) = settled else { break };
            let words = Content { title, body, summary: mine.summary.clone() };
            let (old, new) = (latest, words.clone());
            let change = aside(move || change(&old, &new)).await?;
            let kind = RevisionKind::Merge { of: base };
            let write = Write { note, by, base: head, words: &words, kind, change };
            match self.write(&write, command_id.then("merged")).await {
                Err(Failure::Rule(Refusal::Note(note::Error::Stale))) => {}
                done => {
                    return Ok(match written(done?, head) {
                        Saved::Written(revision) => Saved::Merged(revision),
                        other => other,
                    });
                }
            }
        }
        self.park(note, by, (base, against), mine, &command_id).await
    }

    /// The key of what follows when a form meets another text: the same form with other
    /// words (sent again after going back) is another command.
    pub(super) fn again(&self, command_id: &CommandId, mine: &Content) -> CommandId {
        command_id.then(&self.secrets.mark("words", &[&mine.title, &mine.body])[..16])
    }

    /// Puts the text of an earlier revision back, as seen from revision `base`.
    pub async fn restore(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        (of, base): (i64, i64),
        command_id: CommandId,
    ) -> Result<Saved, Failure> {
        let allowed = access::may_revise(note, standing) && access::may_see_revision(standing, of);
        if !allowed {
            return Err(Failure::NotFound);
        }
        let old = self.words_for(note, standing, of).await?;
        let words = Words { title: old.title, body: old.body, summary: String::new() };
        let kind = RevisionKind::Restore { of };
        self.save(note, standing, by, base, &words, kind, command_id).await
    }

    /// Appends a revision; the number it was decided from says what it became.
    pub(super) async fn write(
        &self,
        write: &Write<'_>,
        command_id: CommandId,
    ) -> Result<bool, Failure> {
        // The same form may be decided again from another text: its words are other words,
        // in a row of their own, whatever became of the first ones.
        let row = command_id.then(&format!("from-{}", write.base));
        let (content, reference) = self.content_of(write.by, &row, write.words);
        let command = Command::Revise {
            by: write.by.clone(),
            base: write.base,
            content: reference,
            kind: write.kind.clone(),
            change: write.change,
        };
        let envelope = Envelope::from(write.by, command_id)
            .in_workshop(write.note.workshop.clone())
            .with(content);
        let note = write.note.note.as_str();
        let done = self.execute::<note::Note>(note, command, envelope).await?;
        Ok(done.position > 0)
    }

    pub(super) fn content_of(
        &self,
        by: &PersonId,
        command_id: &CommandId,
        words: &Content,
    ) -> (NewContent, note::ContentRef) {
        let Content { title, body, summary } = words.clone();
        self.content(by.as_str(), command_id, title, body, summary)
    }

    pub(super) async fn keep_words(
        &self,
        note: &NoteId,
        by: &PersonId,
        words: &NewContent,
    ) -> Result<(), DbError> {
        let sql = "insert into content (content_id, title, body, summary, created_at, note, person)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (content_id) do nothing";
        let NewContent { id, title, body, summary } = words;
        let (title, body, summary) = (title.as_str(), body.as_str(), summary.as_str());
        let (note, by) = (note.as_str(), by.as_str());
        let values = values![id.as_str(), title, body, summary, self.clock.now(), note, by];
        self.primary.exec(sql, values).await?;
        Ok(())
    }

    /// Where a command of `by` led, if it was carried out before.
    pub(crate) async fn done_before(
        &self,
        by: &PersonId,
        command_id: &CommandId,
    ) -> Result<Option<i64>, Failure> {
        let known = self.events.command(by.as_str(), command_id).await;
        let known = known.map_err(Failure::from)?;
        Ok(known.map(|(_, position)| position))
    }

    /// The revision that the event at `position` made; 0 when it made none.
    pub(super) async fn revision_at(&self, position: i64) -> Result<i64, Failure> {
        let sql = "select aggregate_type, event_type, event_version, payload from events
            where position = $1";
        let row = self.primary.row(sql, values![position]).await?;
        let Some(row) = row else { return Ok(0) };
        let cells = row.cells();
        let fact = Fact::read(&cells.text(), &cells.text(), &cells.text(), &cells.text());
        Ok(match fact {
            Ok(Some(Fact::Note(note::Event::Revised { revision, .. }))) => revision,
            Ok(_) | Err(_) => 0,
        })
    }

    /// The last revision of `note`, as the log has it by now, and its words.
    ///
    /// # Errors
    /// [`Failure::Busy`] when the tables do not show it in time.
    pub(super) async fn head_of(&self, note: &NoteId) -> Result<(i64, Content), Failure> {
        let reached = self.projector.head().await?;
        if !self.projector.wait_for(reached).await {
            return Err(Failure::Busy);
        }
        let last = history::last(&self.db, note).await?;
        Ok((last, self.words_of(note, last).await?))
    }

    /// The words of one revision, whoever asks.
    pub(crate) async fn words_of(&self, note: &NoteId, revision: i64) -> Result<Content, Failure> {
        let found = history::find(&self.db, note, revision).await?;
        let found = found.ok_or(Failure::NotFound)?;
        Ok(content::find(&self.db, &found.content).await?)
    }

    /// The text that one written from revision `base` is put together with, for someone who
    /// may not read that revision any more: the last one before it that they may read, or what
    /// the note says now.
    pub async fn base_for(
        &self,
        note: &Note,
        standing: Standing,
        base: i64,
    ) -> Result<Content, Failure> {
        match self.words_for(note, standing, base).await {
            Err(Failure::Refused(crate::notes::HIDDEN) | Failure::NotFound) => {}
            found => return found,
        }
        let span = (access::first_visible(standing), base);
        let before = history::filtered(&self.db, &note.note, span, &Filter::default(), 50).await?;
        match before.iter().find(|it| !it.hidden.text) {
            Some(before) => self.words_for(note, standing, before.revision).await,
            None => Ok(current(note)),
        }
    }

    /// The words of one revision, for someone who may read them.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when they may not know of it, [`HIDDEN`](crate::notes::HIDDEN) when
    /// its text is hidden from them.
    pub async fn words_for(
        &self,
        note: &Note,
        standing: Standing,
        revision: i64,
    ) -> Result<Content, Failure> {
        if !access::may_see_revision(standing, revision) {
            return Err(Failure::NotFound);
        }
        let found = history::find(&self.db, &note.note, revision).await?;
        let found = found.ok_or(Failure::NotFound)?;
        if found.hidden.text && !access::may_moderate(note, standing) {
            return Err(Failure::Refused(crate::notes::HIDDEN));
        }
        let mut words = content::find(&self.db, &found.content).await?;
        words.summary = access::as_seen(note, standing, found).summary;
        Ok(words)
    }
}

/// A revision about to be appended.
pub(super) struct Write<'w> {
    pub(super) note: &'w Note,
    pub(super) by: &'w PersonId,
    pub(super) base: i64,
    pub(super) words: &'w Content,
    pub(super) kind: RevisionKind,
    pub(super) change: Change,
}

/// What a note says now, as its page shows it.
pub fn current(note: &Note) -> Content {
    let (title, body) = (note.title.clone(), note.body.clone());
    Content { title, body, summary: String::new() }
}

pub(super) fn written(happened: bool, base: i64) -> Saved {
    if happened { Saved::Written(base + 1) } else { Saved::Unchanged }
}
