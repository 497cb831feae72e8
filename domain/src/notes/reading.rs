//! One reader and one note: opened, liked, unliked.
//!
//! A stream is one pair, so a note liked ten thousand times never slows the one
//! who corrects a comma, and a like can only be counted once. The reader is a
//! pseudonym good for this note alone (see `app::notes::readers`): two of its streams
//! cannot be put together to say what somebody reads.

use serde::{Deserialize, Serialize};

use crate::core::closed_list::words;
use crate::core::ids::{ContentId, NoteId, PersonId, ReaderId};
use crate::core::traced::Traced;

words! {
    /// What a reader is to this commons, when they act.
    ReaderKind {
        /// Someone with an account.
        Account,
        /// A guest of a workshop.
        Guest,
        /// A device that was given a signed cookie, and nothing else.
        Device,
    }
}

/// What a reader may do with a note.
#[derive(Clone, Debug)]
pub enum Command {
    /// Read it. `window` is the half hour it happens in, counted from 1970, so
    /// that a page opened twice over one coffee is one reading.
    Open {
        note: NoteId,
        /// Who, for this note.
        reader: ReaderId,
        /// What they are to us.
        kind: ReaderKind,
        /// Which half hour.
        window: i64,
        /// The revision that was read.
        revision: i64,
    },
    /// Like it.
    Like {
        note: NoteId,
        /// Who, for this note.
        reader: ReaderId,
        /// What they are to us.
        kind: ReaderKind,
    },
    /// Like it no more.
    Unlike {
        note: NoteId,
        /// Who, for this note.
        reader: ReaderId,
    },
}

/// What has happened between a reader and a note.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// It was read.
    Opened {
        note: NoteId,
        reader: ReaderId,
        /// What they were to us then.
        kind: ReaderKind,
        /// In which half hour.
        window: i64,
        /// Whether this reader had never opened it before.
        first: bool,
        /// The revision that was read; older events do not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        revision: Option<i64>,
    },
    /// A later revision was before the same eyes, within the half hour of a reading: it is
    /// no other reading.
    RevisionSeen { note: NoteId, reader: ReaderId, revision: i64 },
    /// It is liked.
    Liked {
        note: NoteId,
        reader: ReaderId,
        /// What they were to us then.
        kind: ReaderKind,
    },
    /// It is liked no more.
    Unliked { note: NoteId, reader: ReaderId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        // A reader is a pseudonym: nothing here says of whom.
        vec![]
    }

    fn words(&self) -> Option<&ContentId> {
        None
    }
}

/// A reader is never told no; the type is asked for by the framework.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
pub enum Error {}

/// What we remember between two acts of one reader on one note.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Reading {
    last_window: Option<i64>,
    last_revision: i64,
    likes: bool,
}

impl Reading {
    #[expect(clippy::unnecessary_wraps, reason = "every aggregate decides with a Result")]
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        Ok(match command {
            Command::Open { note, reader, window, revision, .. }
                if self.last_window.is_some_and(|last| window <= last) =>
            {
                let is_later = revision > self.last_revision;
                if is_later { vec![Event::RevisionSeen { note, reader, revision }] } else { vec![] }
            }
            Command::Open { note, reader, kind, window, revision } => {
                let first = self.last_window.is_none();
                let revision = Some(revision);
                vec![Event::Opened { note, reader, kind, window, first, revision }]
            }
            Command::Like { .. } if self.likes => vec![],
            Command::Like { note, reader, kind } => vec![Event::Liked { note, reader, kind }],
            Command::Unlike { .. } if !self.likes => vec![],
            Command::Unlike { note, reader } => vec![Event::Unliked { note, reader }],
        })
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::Opened { window, revision, .. } => {
                self.last_window = Some(window);
                self.last_revision = revision.unwrap_or_default().max(self.last_revision);
            }
            Event::RevisionSeen { revision, .. } => self.last_revision = revision,
            Event::Liked { .. } => self.likes = true,
            Event::Unliked { .. } => self.likes = false,
        }
    }
}

crate::core::event_sourced::aggregate!(Reading, "reading");
