//! A look asked for before publishing: one neighbour who has finished, in private.

use domain::core::ids::{NoteId, PersonId};
use domain::prose::text::{self, TextError};
use domain::workshops::peer_review::{Command, Look, Review};
use migrations::DbError;
use projections::notes::note::Note;
use projections::workshops::peer_review;
use projections::workshops::workshop::Workshop;

use crate::Failure;
use crate::access::Viewer;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::execute::Done;
use crate::workshops::Workshops;

/// The refusal: they have a note to look at already.
pub const ONE_AT_A_TIME: &str = "review-one-at-a-time";

/// The refusal: they were given as many notes as one may.
pub const ENOUGH: &str = "review-enough";

/// How many different drafts one person may be given in a workshop: enough to help, and few
/// enough that nobody reads the whole room before it publishes.
pub const TAKEN_MAX: usize = 3;

impl Workshops<'_> {
    /// Asks for a look at one's note.
    pub async fn ask_for_look(
        &self,
        note: &Note,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let workshop = note.workshop.clone().ok_or(Failure::NotFound)?;
        let (id, who) = (note.note.clone(), by.clone());
        let command = Command::Ask { workshop, note: id, by: who };
        self.review(&note.note, by, command, command_id).await
    }

    /// Whether somebody may still be given this draft, or read it once they were:
    /// those who have a duty there always, others the first [`TAKEN_MAX`] they took.
    pub async fn may_look_at(
        &self,
        viewer: &Viewer,
        workshop: &Workshop,
        note: &NoteId,
    ) -> Result<bool, DbError> {
        let Some(person) = viewer.person() else { return Ok(false) };
        let duty = self.duty(viewer, workshop).await?;
        if duty.runs || duty.helps {
            return Ok(true);
        }
        let taken = peer_review::taken(&self.primary, &workshop.workshop, person).await?;
        let place = taken.iter().position(|it| it == note);
        Ok(place.unwrap_or(taken.len()) < TAKEN_MAX)
    }

    /// Takes a note to look at, one at a time. Somebody else may have been faster.
    ///
    /// # Errors
    /// [`ONE_AT_A_TIME`] and [`ENOUGH`], for those without a duty.
    pub async fn take_look(
        &self,
        viewer: &Viewer,
        workshop: &Workshop,
        note: &NoteId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let reviewer = viewer.person().ok_or(Failure::NotFound)?;
        let duty = self.duty(viewer, workshop).await?;
        let free = duty.runs || duty.helps;
        let waiting = peer_review::waiting(&self.primary, &workshop.workshop, reviewer).await?;
        let has = |it: &peer_review::Review| it.reviewer.as_ref() == Some(reviewer);
        if !free && waiting.iter().any(|it| has(it) && it.note != *note) {
            return Err(Failure::Refused(ONE_AT_A_TIME));
        }
        if !self.may_look_at(viewer, workshop, note).await? {
            return Err(Failure::Refused(ENOUGH));
        }
        let command = Command::Pair { reviewer: reviewer.clone() };
        let done = self.review(note, reviewer, command, command_id.clone()).await?;
        // Taken together with others: what is one too many goes back, unread.
        if !self.may_look_at(viewer, workshop, note).await? {
            self.withdraw_look(note, reviewer, command_id.then("too-many")).await?;
            return Err(Failure::Refused(ENOUGH));
        }
        Ok(done)
    }

    /// Answers: how it begins, and words, often none.
    pub async fn give_look(
        &self,
        note: &NoteId,
        by: &PersonId,
        (look, words): (Look, &str),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let words = match text::line(words, text::SUMMARY_MAX) {
            Err(TextError::Blank) => None,
            other => Some(other.map_err(Failure::words)?),
        };
        let words = words.map(|words| self.line(by, &command_id.then("words"), words));
        let content = words.as_ref().map(|(_, reference)| reference.clone());
        let command = Command::Give { by: by.clone(), look, content };
        let mut envelope = Envelope::from(by, command_id);
        if let Some((content, _)) = words {
            envelope = envelope.with(content);
        }
        self.execute::<Review>(note.as_str(), command, envelope).await
    }

    /// Asks no more, or gives the note back.
    pub async fn withdraw_look(
        &self,
        note: &NoteId,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        self.review(note, by, Command::Withdraw { by: by.clone() }, command_id).await
    }

    async fn review(
        &self,
        note: &NoteId,
        by: &PersonId,
        command: Command,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let envelope = Envelope::from(by, command_id);
        self.execute::<Review>(note.as_str(), command, envelope).await
    }
}
