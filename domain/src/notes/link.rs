//! Two notes that go together. A link has no direction: whoever reads one is shown the
//! other, if they may read it.

use serde::{Deserialize, Serialize};

use crate::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::core::traced::Traced;

/// What may be asked.
#[derive(Clone, Debug)]
pub enum Command {
    /// Say that they go together.
    Make {
        note: NoteId,
        to: NoteId,
        by: PersonId,
        /// The workshop it was said in, if any.
        workshop: Option<WorkshopId>,
    },
    /// Say that they do not.
    Undo { note: NoteId, to: NoteId, by: PersonId },
}

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// They go together.
    Linked { note: NoteId, to: NoteId, by: PersonId, workshop: Option<WorkshopId> },
    /// They do not, any more.
    Unlinked { note: NoteId, to: NoteId, by: PersonId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::Linked { by, .. } | Self::Unlinked { by, .. } => vec![by],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        None
    }
}

/// Why not.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// A note goes with another one.
    #[error("a note goes with another one")]
    ToItself,
}

/// Whether two notes go together.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Link {
    linked: bool,
}

impl Link {
    /// The stream of two notes: the same whichever is named first.
    pub fn stream(note: &NoteId, other: &NoteId) -> String {
        let (first, last) = if note <= other { (note, other) } else { (other, note) };
        format!("{first}.{last}")
    }

    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        Ok(match command {
            Command::Make { note, to, .. } if note == to => return Err(Error::ToItself),
            Command::Make { .. } if self.linked => vec![],
            Command::Make { note, to, by, workshop } => {
                vec![Event::Linked { note, to, by, workshop }]
            }
            Command::Undo { .. } if !self.linked => vec![],
            Command::Undo { note, to, by } => vec![Event::Unlinked { note, to, by }],
        })
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::Linked { .. } => self.linked = true,
            Event::Unlinked { .. } => self.linked = false,
        }
    }
}

crate::core::event_sourced::aggregate!(Link, "link");
