//! Writing to those who write a note, without anybody seeing an address: one thread a reader, for
//! all of its authors.

use domain::core::ids::PersonId;
use domain::notes::conversation::{Command, Conversation};
use domain::prose::text;
use projections::notes::coauthor;
use projections::notes::note::Note;

use crate::Failure;
use crate::access::Standing;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::execute::Done;
use crate::notes::Notes;

/// The most characters of a message.
pub const MESSAGE_MAX: usize = 4000;

/// The refusal: it says nothing.
pub const BLANK: &str = "message-blank";

/// The refusal: it is longer than [`MESSAGE_MAX`].
pub const TOO_LONG: &str = "message-too-long";

impl Notes<'_> {
    /// Whether `person` may write to the authors of `note`: they read it and are none of them, one
    /// of those who write it is still there, and none of them is in a workshop with people under
    /// fourteen, nor is `person`.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn may_contact(
        &self,
        note: &Note,
        standing: Standing,
        person: &PersonId,
    ) -> Result<bool, Failure> {
        if standing.owns() || !note.is_shared() || self.people().is_with_minors(person).await? {
            return Ok(false);
        }
        let others = coauthor::of_note(&self.db, &note.note).await?;
        let mut is_there = false;
        let first = (&note.writer, &note.writer_name);
        for (author, name) in
            std::iter::once(first).chain(others.iter().map(|it| (&it.person, &it.name)))
        {
            is_there |= !name.is_empty();
            if self.people().is_with_minors(author).await? {
                return Ok(false);
            }
        }
        Ok(is_there)
    }

    /// Sends `words` in the conversation of `reader` about `note`: as that reader, or as an author
    /// who answers.
    ///
    /// # Errors
    /// [`Failure::NotFound`] for anybody else, or when they may not contact its authors; [`BLANK`],
    /// [`TOO_LONG`]; what [`Conversation`] refuses.
    pub async fn send_message(
        &self,
        note: &Note,
        standing: Standing,
        (reader, by): (&PersonId, &PersonId),
        words: &str,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let may = if by == reader {
            self.may_contact(note, standing, by).await?
        } else {
            standing.writer
        };
        if !may {
            return Err(Failure::NotFound);
        }
        let words = text::body(words).map_err(|_| Failure::Refused(TOO_LONG))?;
        if words.is_empty() {
            return Err(Failure::Refused(BLANK));
        }
        if words.chars().count() > MESSAGE_MAX {
            return Err(Failure::Refused(TOO_LONG));
        }
        let (content, reference) =
            self.content(by.as_str(), &command_id, String::new(), words, String::new());
        let command = Command::Write {
            note: note.note.clone(),
            reader: reader.clone(),
            by: by.clone(),
            content: reference.id,
        };
        let envelope = Envelope::from(by, command_id).with(content);
        self.execute::<Conversation>(&stream(note, reader), command, envelope).await
    }

    /// Says that `by` needs to answer no more.
    ///
    /// # Errors
    /// [`Failure::NotFound`] unless they have a part in it.
    pub async fn settle_conversation(
        &self,
        note: &Note,
        standing: Standing,
        (reader, by): (&PersonId, &PersonId),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if by != reader && !standing.writer {
            return Err(Failure::NotFound);
        }
        let (note_id, reader_id, by_id) = (note.note.clone(), reader.clone(), by.clone());
        let command = Command::Settle { note: note_id, reader: reader_id, by: by_id };
        let envelope = Envelope::from(by, command_id);
        self.execute::<Conversation>(&stream(note, reader), command, envelope).await
    }

    /// Ends it, for all the authors: the reader writes no more, unless one of them does.
    ///
    /// # Errors
    /// [`Failure::NotFound`] unless `by` is an author.
    pub async fn end_conversation(
        &self,
        note: &Note,
        standing: Standing,
        (reader, by): (&PersonId, &PersonId),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if by == reader || !standing.writer {
            return Err(Failure::NotFound);
        }
        let (note_id, reader_id, by_id) = (note.note.clone(), reader.clone(), by.clone());
        let command = Command::End { note: note_id, reader: reader_id, by: by_id };
        let envelope = Envelope::from(by, command_id);
        self.execute::<Conversation>(&stream(note, reader), command, envelope).await
    }
}

fn stream(note: &Note, reader: &PersonId) -> String {
    format!("{}.{reader}", note.note)
}
