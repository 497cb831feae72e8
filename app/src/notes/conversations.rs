//! Writing to those who write a note, without anybody seeing an address: one thread a reader, for
//! all of its authors.

use domain::core::ids::PersonId;
use domain::notes::conversation::{Command, Conversation};
use domain::prose::text;
use projections::notes::note::Note;
use projections::notes::{audience, coauthor};

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
    /// Whether `reader` and the authors of `note` may write to one another: they read it as
    /// themselves or with a group (whoever only has its link would not find the answer) and are
    /// none of them, somebody is there on each side, and nobody is in a workshop with people under
    /// fourteen.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn may_converse(&self, note: &Note, reader: &PersonId) -> Result<bool, Failure> {
        if !note.is_shared() {
            return Ok(false);
        }
        let opened =
            audience::opened_to(&self.db, &note.note, note.workshop.as_ref(), reader).await?;
        let is_there = self.people().someone(reader).await?.is_some_and(|it| !it.name.is_empty());
        if opened.first == 0 || !is_there || self.people().is_with_minors(reader).await? {
            return Ok(false);
        }
        let others = coauthor::of_note(&self.db, &note.note).await?;
        let first = (&note.writer, &note.writer_name);
        let authors = std::iter::once(first).chain(others.iter().map(|it| (&it.person, &it.name)));
        let mut somebody = false;
        for (author, name) in authors {
            if author == reader || self.people().is_with_minors(author).await? {
                return Ok(false);
            }
            somebody |= !name.is_empty();
        }
        Ok(somebody)
    }

    /// Sends `words` in the conversation of `reader` about `note`: as that reader, or as an author
    /// who answers.
    ///
    /// # Errors
    /// [`Failure::NotFound`] for anybody else, or when they may not converse; [`BLANK`],
    /// [`TOO_LONG`]; what [`Conversation`] refuses.
    pub async fn send_message(
        &self,
        note: &Note,
        standing: Standing,
        (reader, by): (&PersonId, &PersonId),
        words: &str,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if (by != reader && !standing.writer) || !self.may_converse(note, reader).await? {
            return Err(Failure::NotFound);
        }
        let words = text::body(words).map_err(|_| Failure::Refused(TOO_LONG))?;
        let words = words.trim_end_matches('\n').to_owned();
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

    /// Says that `by`, who saw `seen` messages, needs to answer no more.
    ///
    /// # Errors
    /// [`Failure::NotFound`] unless they have a part in it.
    pub async fn settle_conversation(
        &self,
        note: &Note,
        standing: Standing,
        (reader, by, seen): (&PersonId, &PersonId, u32),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if by != reader && !standing.writer {
            return Err(Failure::NotFound);
        }
        let (note_id, reader_id, by_id) = (note.note.clone(), reader.clone(), by.clone());
        let command = Command::Settle { note: note_id, reader: reader_id, by: by_id, seen };
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
