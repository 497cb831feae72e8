//! A look asked for before publishing: one neighbour who has finished, in private.

use domain::ids::{NoteId, PersonId};
use domain::review::{Command, Error, Look, Review};
use domain::text::{self, TextError};
use migrations::DbError;
use projections::note::Note;

use crate::App;
use crate::envelope::{CommandId, Envelope};
use crate::execute::{CommandError, Done};

/// Why a look was not asked for or given.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// The words are too long.
    #[error("these words do not fit")]
    Words(TextError),
    /// The note is not in a workshop.
    #[error("looks are asked for in workshops")]
    NoWorkshop,
    /// The rule said no, or the log.
    #[error(transparent)]
    Command(#[from] CommandError<Error>),
    /// The database said no.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl App {
    /// Asks for a look at one's note.
    pub async fn ask_for_look(
        &self,
        note: &Note,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, ReviewError> {
        let workshop = note.workshop.clone().ok_or(ReviewError::NoWorkshop)?;
        let (id, who) = (note.note.clone(), by.clone());
        let command = Command::Ask { workshop, note: id, by: who };
        self.review(&note.note, by, command, command_id).await
    }

    /// Takes a note to look at. Somebody else may have been faster.
    pub async fn take_look(
        &self,
        note: &NoteId,
        reviewer: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, ReviewError> {
        let command = Command::Pair { reviewer: reviewer.clone() };
        self.review(note, reviewer, command, command_id).await
    }

    /// Answers: how it begins, and words, often none.
    pub async fn give_look(
        &self,
        note: &NoteId,
        by: &PersonId,
        (look, words): (Look, &str),
        command_id: CommandId,
    ) -> Result<Done, ReviewError> {
        let words = match text::line(words, text::SUMMARY_MAX) {
            Err(TextError::Blank) => None,
            other => Some(other.map_err(ReviewError::Words)?),
        };
        let words = words.map(|words| self.line(by, &command_id.then("words"), words));
        let content = words.as_ref().map(|(_, reference)| reference.clone());
        let command = Command::Give { by: by.clone(), look, content };
        let mut envelope = Envelope::from(by, command_id);
        if let Some((content, _)) = words {
            envelope = envelope.with(content);
        }
        Ok(self.execute::<Review>(note.as_str(), command, envelope).await?)
    }

    /// Asks no more, or gives the note back.
    pub async fn withdraw_look(
        &self,
        note: &NoteId,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, ReviewError> {
        self.review(note, by, Command::Withdraw { by: by.clone() }, command_id).await
    }

    async fn review(
        &self,
        note: &NoteId,
        by: &PersonId,
        command: Command,
        command_id: CommandId,
    ) -> Result<Done, ReviewError> {
        let envelope = Envelope::from(by, command_id);
        Ok(self.execute::<Review>(note.as_str(), command, envelope).await?)
    }
}
