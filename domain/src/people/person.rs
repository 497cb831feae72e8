//! Someone, as the log knows them: an opaque id that arrived, and what became of
//! it. Names, addresses and passwords live in the identities, where they can be
//! erased.

use serde::{Deserialize, Serialize};

use crate::core::closed_list::words;
use crate::core::ids::{ContentId, PersonId};
use crate::core::traced::Traced;

/// What may be asked.
#[derive(Clone, Debug)]
pub enum Command {
    /// Come in, without an account.
    Arrive { person: PersonId },
    /// Get an account, keeping everything done before.
    ClaimAccount { person: PersonId },
    /// Be given the keys of a workshop room.
    BecomeFacilitator { person: PersonId },
    /// Have one's name taken away from everything one wrote.
    WithdrawName { person: PersonId },
    /// Have nothing say any more what one read.
    EraseReadings { person: PersonId },
    /// Have everything about oneself erased, once the days in which it can be undone are over.
    AskErasure { person: PersonId, asked_by: Asker },
    /// Stay, after all.
    UndoErasure { person: PersonId },
    /// The days are over.
    Erase { person: PersonId },
}

words! {
    /// Who asks for somebody to be erased.
    Asker {
        /// Themselves.
        Person,
        /// Whoever looks after the site, on their behalf.
        Operator,
    }
}

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// They came.
    Arrived { person: PersonId },
    /// They have an account.
    AccountClaimed { person: PersonId },
    /// They facilitate workshops.
    FacilitatorNamed { person: PersonId },
    /// Their texts are unsigned.
    NameWithdrawn { person: PersonId },
    /// Nothing says any more what they read until now.
    ReadingsErased { person: PersonId },
    /// Everything about them is to be erased; it can still be undone.
    ErasureAsked { person: PersonId, asked_by: Asker },
    /// They stay.
    ErasureUndone { person: PersonId },
    /// Nothing is kept about them any more.
    Erased { person: PersonId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::Arrived { person }
            | Self::AccountClaimed { person }
            | Self::FacilitatorNamed { person }
            | Self::NameWithdrawn { person }
            | Self::ReadingsErased { person }
            | Self::ErasureAsked { person, .. }
            | Self::ErasureUndone { person }
            | Self::Erased { person } => vec![person],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        None
    }
}

/// Nothing is refused here; `app::access` asks who may.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
pub enum Error {}

/// What a person is so far.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Person {
    arrived: bool,
    account: bool,
    facilitator: bool,
    stay: Stay,
}

/// Whether they are leaving.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Stay {
    #[default]
    Here,
    Leaving,
    Gone,
}

impl Person {
    #[expect(clippy::unnecessary_wraps, reason = "every aggregate decides with a Result")]
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        let arrived =
            |person: &PersonId| (!self.arrived).then(|| Event::Arrived { person: person.clone() });
        Ok(match command {
            Command::Arrive { person } => arrived(&person).into_iter().collect(),
            Command::ClaimAccount { person } => {
                let claimed =
                    (!self.account).then(|| Event::AccountClaimed { person: person.clone() });
                arrived(&person).into_iter().chain(claimed).collect()
            }
            Command::BecomeFacilitator { person } => {
                let named =
                    (!self.facilitator).then(|| Event::FacilitatorNamed { person: person.clone() });
                arrived(&person).into_iter().chain(named).collect()
            }
            Command::WithdrawName { person } => vec![Event::NameWithdrawn { person }],
            Command::EraseReadings { person } => vec![Event::ReadingsErased { person }],
            Command::AskErasure { .. } if self.stay != Stay::Here => vec![],
            Command::AskErasure { person, asked_by } => {
                vec![Event::ErasureAsked { person, asked_by }]
            }
            Command::UndoErasure { .. } if self.stay != Stay::Leaving => vec![],
            Command::UndoErasure { person } => vec![Event::ErasureUndone { person }],
            Command::Erase { .. } if self.stay == Stay::Gone => vec![],
            Command::Erase { person } => vec![Event::Erased { person }],
        })
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::Arrived { .. } => self.arrived = true,
            Event::AccountClaimed { .. } => self.account = true,
            Event::FacilitatorNamed { .. } => self.facilitator = true,
            Event::NameWithdrawn { .. } | Event::ReadingsErased { .. } => {}
            Event::ErasureAsked { .. } => self.stay = Stay::Leaving,
            Event::ErasureUndone { .. } => self.stay = Stay::Here,
            Event::Erased { .. } => self.stay = Stay::Gone,
        }
    }
}

crate::core::event_sourced::aggregate!(Person, "person");
