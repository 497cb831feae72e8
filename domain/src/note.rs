//! A note: one piece of knowledge, written by someone, offered to others.
//!
//! It starts as a draft only its writer sees, is published to a workshop or to
//! everyone, and may be revised for ever after. The events *are* the history.
//! They hold no word of the note: [`ContentRef`] points to the content table, so
//! that a passage can be erased without touching the log.
//!
//! Who may revise someone else's note depends on where it lives; that question
//! is asked earlier, in `app::access`, and so is "within 48 hours".

use serde::{Deserialize, Serialize};

use crate::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::visibility::Visibility;

/// Words in the content table, and what the log may know of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentRef {
    /// The row that holds them.
    pub id: ContentId,
    /// How many words, as French counts them.
    pub words: u32,
    /// How many bytes of UTF-8.
    pub bytes: u32,
    /// HMAC-SHA256 of title and body under a key of this site, in hexadecimal:
    /// two equal texts are known to be equal, and nothing else is.
    pub commit: String,
}

/// Which of the four doors of a workshop a note came through.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Door {
    /// Tell something one has learnt.
    Tell,
    /// Bring something that exists already.
    Transpose,
    /// Take notes for the group.
    Capture,
    /// Read first; writing can come later, or not.
    Observe,
}

/// Why a revision was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RevisionKind {
    /// Someone changed the text.
    Edit,
    /// The text of an earlier revision was put back.
    Restore {
        /// The revision put back.
        of: i64,
    },
}

/// How many words a revision put in and took out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Words that were not there before.
    pub added: u32,
    /// Words that are there no more.
    pub removed: u32,
}

/// What someone may ask of a note.
#[derive(Clone, Debug)]
pub enum Command {
    /// Begin it. The note is its writer's until it is published.
    Draft {
        /// Its own id, told in the event for those who read the log.
        note: NoteId,
        /// The writer.
        by: PersonId,
        /// The workshop it is written in, if any.
        workshop: Option<WorkshopId>,
        /// The door it came through, in a workshop.
        door: Option<Door>,
        /// Its first words.
        content: ContentRef,
    },
    /// Replace its text by another, seen from revision `base`.
    Revise {
        /// Whoever changed it.
        by: PersonId,
        /// The revision they had before their eyes.
        base: i64,
        /// The new text.
        content: ContentRef,
        /// Why.
        kind: RevisionKind,
        /// How much.
        change: Change,
    },
    /// Let others read it; asked again, lets more or fewer people read it.
    Publish {
        /// The writer.
        by: PersonId,
        /// How far it goes; never [`Visibility::Writer`].
        visibility: Visibility,
        /// Whether it may be shown on the projected wall.
        wall: bool,
    },
    /// Make it a draft again.
    Withdraw {
        /// The writer.
        by: PersonId,
    },
}

/// What has happened to a note. Names and fields are written for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr)]
pub enum Event {
    /// It began: revision 1.
    Drafted {
        /// The note.
        note: NoteId,
        /// The writer.
        by: PersonId,
        /// Where it was written.
        workshop: Option<WorkshopId>,
        /// How it came.
        door: Option<Door>,
        /// Its words.
        content: ContentRef,
    },
    /// Its text was replaced.
    Revised {
        /// The note.
        note: NoteId,
        /// Who did it.
        by: PersonId,
        /// The number of this revision; the first is 1.
        revision: i64,
        /// The revision it was made from.
        base: i64,
        /// The new text.
        content: ContentRef,
        /// Why.
        kind: RevisionKind,
        /// How much.
        change: Change,
    },
    /// It can be read by others.
    Published {
        /// The note.
        note: NoteId,
        /// The writer.
        by: PersonId,
        /// By whom it can be read.
        visibility: Visibility,
        /// Whether the wall may show it.
        wall: bool,
        /// The revision that was published.
        revision: i64,
    },
    /// It is a draft again.
    Withdrawn {
        /// The note.
        note: NoteId,
        /// The writer.
        by: PersonId,
    },
}

/// Why a note may say no.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// There is no such note.
    #[error("this note does not exist")]
    Missing,
    /// The id is in use.
    #[error("this note exists already")]
    AlreadyDrafted,
    /// Only the writer publishes and takes back.
    #[error("only its writer may publish a note or take it back")]
    NotItsWriter,
    /// The text changed since it was read.
    #[error("the note has changed since it was read")]
    Stale,
    /// Publishing to oneself means nothing.
    #[error("a published note is read by others")]
    ForNobody,
    /// A note without a workshop cannot be published to its workshop.
    #[error("this note belongs to no workshop")]
    NoWorkshop,
}

/// Just enough memory to answer the next command; pages read projections.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Note {
    id: Option<NoteId>,
    writer: Option<PersonId>,
    in_workshop: bool,
    revision: i64,
    commit: String,
    published: Option<(Visibility, bool)>,
}

impl Note {
    /// Asking for what is already so is not a mistake: it yields no event.
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        let (Some(writer), Some(id)) = (&self.writer, &self.id) else {
            return match command {
                Command::Draft { note, by, workshop, door, content } => {
                    Ok(vec![Event::Drafted { note, by, workshop, door, content }])
                }
                Command::Revise { .. } | Command::Publish { .. } | Command::Withdraw { .. } => {
                    Err(Error::Missing)
                }
            };
        };
        let note = id.clone();
        match command {
            Command::Draft { .. } => Err(Error::AlreadyDrafted),

            Command::Revise { content, .. } if content.commit == self.commit => Ok(vec![]),
            Command::Revise { base, .. } if base != self.revision => Err(Error::Stale),
            Command::Revise { by, base, content, kind, change } => {
                let revision = self.revision + 1;
                Ok(vec![Event::Revised { note, by, revision, base, content, kind, change }])
            }

            Command::Publish { by, .. } if by != *writer => Err(Error::NotItsWriter),
            Command::Publish { visibility: Visibility::Writer, .. } => Err(Error::ForNobody),
            Command::Publish { visibility: Visibility::Workshop, .. } if !self.in_workshop => {
                Err(Error::NoWorkshop)
            }
            Command::Publish { visibility, wall, .. }
                if self.published == Some((visibility, wall)) =>
            {
                Ok(vec![])
            }
            Command::Publish { by, visibility, wall } => {
                let revision = self.revision;
                Ok(vec![Event::Published { note, by, visibility, wall, revision }])
            }

            Command::Withdraw { by } if by != *writer => Err(Error::NotItsWriter),
            Command::Withdraw { .. } if self.published.is_none() => Ok(vec![]),
            Command::Withdraw { by } => Ok(vec![Event::Withdrawn { note, by }]),
        }
    }

    fn take_in(&mut self, event: Event) {
        match event {
            Event::Drafted { note, by, workshop, content, .. } => {
                self.id = Some(note);
                self.writer = Some(by);
                self.in_workshop = workshop.is_some();
                self.revision = 1;
                self.commit = content.commit;
            }
            Event::Revised { revision, content, .. } => {
                self.revision = revision;
                self.commit = content.commit;
            }
            Event::Published { visibility, wall, .. } => self.published = Some((visibility, wall)),
            Event::Withdrawn { .. } => self.published = None,
        }
    }
}

crate::aggregate::aggregate!(Note, "note", snapshot: Some(1));
