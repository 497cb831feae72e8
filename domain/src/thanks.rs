//! One person thanks whoever wrote one note, in a few words of their own.

use serde::{Deserialize, Serialize};

use crate::ids::{ContentId, NoteId, PersonId, WorkshopId};

/// What someone may do.
#[derive(Clone, Debug)]
pub enum Command {
    /// Say thank you.
    Give {
        /// The note one is thankful for.
        note: NoteId,
        /// Whoever wrote it.
        to: PersonId,
        /// Whoever is thankful.
        by: PersonId,
        /// The workshop it was said in, if any.
        workshop: Option<WorkshopId>,
        /// The words.
        content: ContentId,
    },
}

/// What has happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr)]
pub enum Event {
    /// Thanks were given.
    Given {
        /// For which note.
        note: NoteId,
        /// To whom.
        to: PersonId,
        /// By whom.
        by: PersonId,
        /// In which workshop.
        workshop: Option<WorkshopId>,
        /// In which words.
        content: ContentId,
    },
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

/// Whether this person has thanked for this note.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Thanks {
    given: bool,
}

impl Thanks {
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        let Command::Give { note, to, by, workshop, content } = command;
        if to == by {
            return Err(Error::ThankingOneself);
        }
        if self.given {
            return Ok(vec![]);
        }
        Ok(vec![Event::Given { note, to, by, workshop, content }])
    }

    fn take_in(&mut self, event: Event) {
        let Event::Given { .. } = event;
        self.given = true;
    }
}

crate::aggregate::aggregate!(Thanks, "thanks");
