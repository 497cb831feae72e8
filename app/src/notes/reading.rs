//! Reading and liking: by a reader, who is a pseudonym of a person or of a device
//! ([`mod@super::readers`]).

use domain::core::ids::ReaderId;
use domain::notes::reading::{Command, ReaderKind, Reading};
use projections::notes::note::Note;

use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::execute::Done;
use crate::notes::Notes;

/// How long one reading lasts, in microseconds: a page opened twice over one
/// coffee is one reading.
const WINDOW: i64 = 30 * 60 * 1_000_000;

/// Who reads a note, without saying who.
#[derive(Clone, Debug)]
pub struct Reader {
    pub id: ReaderId,
    /// Whether they have an account, are a guest, or a device alone.
    pub kind: ReaderKind,
}

impl Notes<'_> {
    /// It was read, at `revision`. With `waits`, the tables show it when this returns; a beacon
    /// does not wait: what counts is that it is kept.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn read(
        &self,
        note: &Note,
        reader: &Reader,
        (revision, waits): (i64, bool),
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let command = Command::Open {
            note: note.note.clone(),
            reader: reader.id.clone(),
            kind: reader.kind,
            window: self.clock.now() / WINDOW,
            revision,
        };
        let (stream, envelope) = of(note, reader, command_id.then("open"));
        if waits {
            self.execute::<Reading>(&stream, command, envelope).await?;
        } else {
            self.record::<Reading>(&stream, command, envelope).await?;
        }
        Ok(())
    }

    /// It is liked, or not any more.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn like(
        &self,
        note: &Note,
        reader: &Reader,
        likes: bool,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let (note_id, id) = (note.note.clone(), reader.id.clone());
        let command = if likes {
            Command::Like { note: note_id, reader: id, kind: reader.kind }
        } else {
            Command::Unlike { note: note_id, reader: id }
        };
        let (stream, envelope) = of(note, reader, command_id.then("like"));
        self.execute::<Reading>(&stream, command, envelope).await
    }
}

/// The stream between a reader and a note, and an envelope to it.
fn of(note: &Note, reader: &Reader, command_id: CommandId) -> (String, Envelope) {
    (format!("{}.{}", note.note, reader.id), Envelope::from_reader(&reader.id, command_id))
}
