//! One person thanks whoever wrote one note, in a few words of their own, or whoever
//! made one revision of it, with one tap.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::core::traced::Traced;

/// What someone may do.
#[derive(Clone, Debug)]
pub enum Command {
    /// Say thank you.
    Give {
        /// The note one is thankful for.
        note: NoteId,
        to: PersonId,
        by: PersonId,
        /// The workshop it was said in, if any.
        workshop: Option<WorkshopId>,
        content: ContentId,
    },
    /// Say thank you for one revision.
    GiveForRevision {
        note: NoteId,
        /// The revision one is thankful for.
        revision: i64,
        to: PersonId,
        by: PersonId,
    },
}

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// Thanks were given.
    Given {
        note: NoteId,
        to: PersonId,
        by: PersonId,
        workshop: Option<WorkshopId>,
        content: ContentId,
    },
    /// Thanks were given for one revision.
    RevisionThanked { note: NoteId, revision: i64, to: PersonId, by: PersonId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::Given { by, to, .. } | Self::RevisionThanked { by, to, .. } => vec![by, to],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::Given { content, .. } => Some(content),
            Self::RevisionThanked { .. } => None,
        }
    }
}

/// Why not.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// Thanks go to someone else.
    #[error("nobody thanks themselves")]
    ThankingOneself,
}

/// What this person has thanked for, in one note.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Thanks {
    given: bool,
    revisions: BTreeSet<i64>,
}

impl Thanks {
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        Ok(match command {
            Command::Give { to, by, .. } | Command::GiveForRevision { to, by, .. } if to == by => {
                return Err(Error::ThankingOneself);
            }
            Command::Give { .. } if self.given => vec![],
            Command::Give { note, to, by, workshop, content } => {
                vec![Event::Given { note, to, by, workshop, content }]
            }
            Command::GiveForRevision { revision, .. } if self.revisions.contains(&revision) => {
                vec![]
            }
            Command::GiveForRevision { note, revision, to, by } => {
                vec![Event::RevisionThanked { note, revision, to, by }]
            }
        })
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::Given { .. } => self.given = true,
            Event::RevisionThanked { revision, .. } => {
                self.revisions.insert(revision);
            }
        }
    }
}

crate::core::event_sourced::aggregate!(Thanks, "thanks");
