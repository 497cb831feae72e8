//! What somebody says is wrong with a note, what became of it, and what whoever wrote a hidden
//! version answers.

use domain::core::ids::{NoteId, PersonId, ReportId};
use domain::notes::moderation::{Command, Moderation, Outcome};
use domain::notes::note::Reason;
use domain::prose::text;
use projections::notes::history;
use projections::notes::note::Note;

use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::secrets::id;
use crate::notes::Notes;

/// The longest answer to a hiding, in signs people see.
pub const ANSWER_MAX: usize = 500;

impl Notes<'_> {
    /// Says that something is wrong with a note. Said by somebody known, it waits once.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when nobody else reads it; see [`Failure`].
    pub async fn report(
        &self,
        note: &Note,
        by: Option<&PersonId>,
        reason: Reason,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        if !note.is_published() {
            return Err(Failure::NotFound);
        }
        let actor = by.map_or_else(id, ToString::to_string);
        let report: ReportId = self.derived_id("report", &actor, &command_id);
        let (note_id, by) = (note.note.clone(), by.cloned());
        let command = Command::Report { note: note_id, report, by: by.clone(), reason };
        let envelope = match &by {
            Some(person) => Envelope::from(person, command_id),
            // Nobody known: the id is of this report alone.
            None => Envelope::from_nobody(actor, command_id),
        };
        self.execute::<Moderation>(note.note.as_str(), command, envelope).await?;
        Ok(())
    }

    /// Says what became of a report; whoever made it sees it.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn answer_report(
        &self,
        (note, report): (&NoteId, &ReportId),
        by: &PersonId,
        outcome: Outcome,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let command = Command::AnswerReport { report: report.clone(), by: by.clone(), outcome };
        let envelope = Envelope::from(by, command_id);
        self.execute::<Moderation>(note.as_str(), command, envelope).await?;
        Ok(())
    }

    /// Answers whoever hid a version: only whoever made it may.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when it is not hidden, or not theirs; what does not fit.
    pub async fn answer_hiding(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        (revision, words): (i64, &str),
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let found = history::find(&self.db, &note.note, revision).await?;
        let found = found.ok_or(Failure::NotFound)?;
        let is_hidden = found.hidden.text || found.hidden.summary || found.hidden.author;
        let is_own = found.author() == by || (standing.owns() && found.by == *by);
        if !is_hidden || !is_own || !access::may_read(standing) {
            return Err(Failure::NotFound);
        }
        let words = text::line(words, ANSWER_MAX).map_err(Failure::words)?;
        let blank = String::new;
        let (content, reference) =
            self.content(by.as_str(), &command_id.then("words"), blank(), words, blank());
        let (note_id, by_whom) = (note.note.clone(), by.clone());
        let command =
            Command::AnswerHiding { note: note_id, revision, by: by_whom, content: reference.id };
        let envelope = Envelope::from(by, command_id).with(content);
        self.execute::<Moderation>(note.note.as_str(), command, envelope).await?;
        Ok(())
    }
}
