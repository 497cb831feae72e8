//! Between a reader of a note and those who write it: one thread for all of its authors, in which
//! no address is shown. Readers begin it; authors answer it, settle it or end it.

use serde::{Deserialize, Serialize};

use crate::core::closed_list::words;
use crate::core::ids::{ContentId, NoteId, PersonId};
use crate::core::traced::Traced;

/// The most messages of one conversation, before its reader sends no more; authors still answer.
pub const MESSAGES_MAX: u32 = 200;

/// The most messages that a reader sends before somebody answers.
pub const UNANSWERED_MAX: u32 = 5;

/// What someone may do. `by` is the reader, or one of the authors.
#[derive(Clone, Debug)]
pub enum Command {
    /// Write to the other side.
    Write { note: NoteId, reader: PersonId, by: PersonId, content: ContentId },
    /// Need no answer, having seen so many messages.
    Settle { note: NoteId, reader: PersonId, by: PersonId, seen: u32 },
    /// As an author, hear no more of this reader about this note.
    End { note: NoteId, reader: PersonId, by: PersonId },
}

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// A message was sent.
    MessageSent { note: NoteId, reader: PersonId, by: PersonId, content: ContentId },
    /// Whoever had something to answer needs to no more.
    Settled { note: NoteId, reader: PersonId, by: PersonId },
    /// The reader writes no more, unless an author does.
    Ended { note: NoteId, reader: PersonId, by: PersonId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::MessageSent { reader, by, .. }
            | Self::Settled { reader, by, .. }
            | Self::Ended { reader, by, .. } => vec![by, reader],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::MessageSent { content, .. } => Some(content),
            Self::Settled { .. } | Self::Ended { .. } => None,
        }
    }
}

/// Why not.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// Authors answer; they begin nothing.
    #[error("the reader has written nothing yet")]
    NotBegun,
    /// An author ended it.
    #[error("the conversation has ended")]
    Ended,
    /// The reader sent [`UNANSWERED_MAX`] messages since the last answer.
    #[error("nobody has answered yet")]
    Unanswered,
    /// It has [`MESSAGES_MAX`] messages.
    #[error("the conversation is full")]
    Full,
}

words! {
    /// Whom the last message waits for.
    Side {
        /// Those who write the note.
        Authors,
        /// The reader who began.
        Reader,
        /// Nobody.
        Nobody,
    }
}

impl Side {
    /// The side of whoever acts in the conversation of `reader`.
    pub fn of(by: &PersonId, reader: &PersonId) -> Self {
        if by == reader { Self::Reader } else { Self::Authors }
    }

    /// The side that a message from this one waits for.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Authors => Self::Reader,
            Self::Reader => Self::Authors,
            Self::Nobody => Self::Nobody,
        }
    }
}

/// A conversation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Conversation {
    messages: u32,
    unanswered: u32,
    waits_for: Side,
    ended: bool,
}

impl Default for Conversation {
    fn default() -> Self {
        Self { messages: 0, unanswered: 0, waits_for: Side::Nobody, ended: false }
    }
}

impl Conversation {
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        Ok(match command {
            Command::Write { note, reader, by, content } => {
                let side = Side::of(&by, &reader);
                if side == Side::Authors && self.messages == 0 {
                    return Err(Error::NotBegun);
                }
                if side == Side::Reader && self.ended {
                    return Err(Error::Ended);
                }
                if side == Side::Reader && self.messages >= MESSAGES_MAX {
                    return Err(Error::Full);
                }
                if side == Side::Reader && self.unanswered >= UNANSWERED_MAX {
                    return Err(Error::Unanswered);
                }
                vec![Event::MessageSent { note, reader, by, content }]
            }
            // A message that came meanwhile still waits.
            Command::Settle { note, reader, by, seen }
                if self.waits_for == Side::of(&by, &reader) && seen >= self.messages =>
            {
                vec![Event::Settled { note, reader, by }]
            }
            Command::Settle { .. } => vec![],
            Command::End { .. } if self.messages == 0 => return Err(Error::NotBegun),
            Command::End { .. } if self.ended => vec![],
            Command::End { note, reader, by } => vec![Event::Ended { note, reader, by }],
        })
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::MessageSent { reader, by, .. } => {
                let side = Side::of(&by, &reader);
                self.messages += 1;
                self.waits_for = side.other();
                self.unanswered = if side == Side::Reader { self.unanswered + 1 } else { 0 };
                // An author who writes again opens it again.
                self.ended &= side == Side::Reader;
            }
            Event::Settled { .. } => self.waits_for = Side::Nobody,
            Event::Ended { .. } => {
                self.ended = true;
                // An answer that the reader has not seen yet still waits.
                if self.waits_for == Side::Authors {
                    self.waits_for = Side::Nobody;
                }
            }
        }
    }
}

crate::core::event_sourced::aggregate!(Conversation, "conversation");
