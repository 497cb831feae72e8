//! A look asked for before publishing: one neighbour, in private, never a gate.
//!
//! One stream a note in one workshop. Whoever wrote the note asks; somebody who
//! has published is given it; they answer with one of three beginnings. Until
//! the writer asks, nobody reads a draft; once answered, the right to read ends.

use serde::{Deserialize, Serialize};

use crate::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::core::traced::Traced;

crate::core::closed_list::words! {
    /// How a look begins.
    Look {
        /// "I understood this: …"
        Understood,
        /// "I should like to know more about …"
        More,
        /// "To be kept as it is!"
        Keep,
    }
}

/// What may be asked.
#[derive(Clone, Debug)]
pub enum Command {
    /// Ask for a look.
    Ask { workshop: WorkshopId, note: NoteId, by: PersonId },
    /// Give the note to someone who has finished.
    Pair { reviewer: PersonId },
    /// Answer.
    Give {
        by: PersonId,
        look: Look,
        /// In which words (title), in the content table, if any.
        content: Option<ContentId>,
    },
    /// Ask no more, or give the note back.
    Withdraw { by: PersonId },
}

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// A look was asked for.
    Asked { workshop: WorkshopId, note: NoteId, by: PersonId },
    /// Somebody was given the note to read.
    Paired { note: NoteId, reviewer: PersonId },
    /// They answered.
    Given { note: NoteId, by: PersonId, look: Look, content: Option<ContentId> },
    /// It is asked for no more.
    Withdrawn { note: NoteId, by: PersonId },
    /// Whoever had the note gave it back: somebody else may have it.
    Returned { note: NoteId, by: PersonId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::Asked { by, .. }
            | Self::Paired { reviewer: by, .. }
            | Self::Given { by, .. }
            | Self::Withdrawn { by, .. }
            | Self::Returned { by, .. } => vec![by],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::Given { content, .. } => content.as_ref(),
            Self::Asked { .. }
            | Self::Paired { .. }
            | Self::Withdrawn { .. }
            | Self::Returned { .. } => None,
        }
    }
}

/// Why not.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// Nobody asked, or no more.
    #[error("no look is asked for")]
    NotAsked,
    /// Somebody else has it.
    #[error("somebody else is reading it")]
    Taken,
    /// One does not look at one's own note for somebody else.
    #[error("one's own note")]
    OnesOwn,
}

/// Just enough to answer the next command.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Review {
    note: Option<NoteId>,
    writer: Option<PersonId>,
    asked: bool,
    reviewer: Option<PersonId>,
    /// Whoever gave it back is not given it again.
    returned: Vec<PersonId>,
}

impl Review {
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        match command {
            Command::Ask { .. } if self.asked => Ok(vec![]),
            Command::Ask { workshop, note, by } => Ok(vec![Event::Asked { workshop, note, by }]),
            Command::Pair { .. } | Command::Give { .. } | Command::Withdraw { .. }
                if !self.asked =>
            {
                Err(Error::NotAsked)
            }
            Command::Pair { reviewer } => self.pair(reviewer),
            Command::Give { by, .. } if self.reviewer.as_ref() != Some(&by) => Err(Error::Taken),
            Command::Give { by, look, content } => {
                Ok(vec![Event::Given { note: self.note()?, by, look, content }])
            }
            Command::Withdraw { by } if self.writer.as_ref() == Some(&by) => {
                Ok(vec![Event::Withdrawn { note: self.note()?, by }])
            }
            Command::Withdraw { by } if self.reviewer.as_ref() == Some(&by) => {
                Ok(vec![Event::Returned { note: self.note()?, by }])
            }
            Command::Withdraw { .. } => Err(Error::Taken),
        }
    }

    fn pair(&self, reviewer: PersonId) -> Result<Vec<Event>, Error> {
        if self.writer.as_ref() == Some(&reviewer) {
            return Err(Error::OnesOwn);
        }
        match &self.reviewer {
            Some(known) if *known == reviewer => Ok(vec![]),
            Some(_) => Err(Error::Taken),
            None if self.returned.contains(&reviewer) => Err(Error::Taken),
            None => Ok(vec![Event::Paired { note: self.note()?, reviewer }]),
        }
    }

    fn note(&self) -> Result<NoteId, Error> {
        self.note.clone().ok_or(Error::NotAsked)
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::Asked { note, by, .. } => {
                self.note = Some(note);
                self.writer = Some(by);
                self.asked = true;
                self.reviewer = None;
            }
            Event::Paired { reviewer, .. } => self.reviewer = Some(reviewer),
            Event::Given { .. } | Event::Withdrawn { .. } => {
                self.asked = false;
                self.reviewer = None;
            }
            Event::Returned { by, .. } => {
                self.reviewer = None;
                self.returned.push(by);
            }
        }
    }
}

crate::core::event_sourced::aggregate!(Review, "review");
