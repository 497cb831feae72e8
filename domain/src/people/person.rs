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
    /// Look after the commons: `by` another who does, or whoever runs the site.
    NameModerator { person: PersonId, by: Option<PersonId> },
    /// Look after it no more.
    DismissModerator { person: PersonId, by: Option<PersonId> },
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
    /// They look after the commons: named `by` another who does, or by whoever runs the site.
    ModeratorNamed { person: PersonId, by: Option<PersonId> },
    /// They look after it no more.
    ModeratorDismissed { person: PersonId, by: Option<PersonId> },
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
            Self::ModeratorNamed { person, by } | Self::ModeratorDismissed { person, by } => {
                std::iter::once(person).chain(by).collect()
            }
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
#[expect(clippy::struct_excessive_bools, reason = "each stands with or without the others")]
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Person {
    arrived: bool,
    account: bool,
    facilitator: bool,
    #[serde(default)]
    moderator: bool,
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
            Command::NameModerator { person, by } => {
                let named =
                    (!self.moderator).then(|| Event::ModeratorNamed { person: person.clone(), by });
                arrived(&person).into_iter().chain(named).collect()
            }
            // Whoever looked after it since before this was said is dismissed all the same.
            Command::DismissModerator { person, by } => {
                vec![Event::ModeratorDismissed { person, by }]
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
            Event::ModeratorNamed { .. } => self.moderator = true,
            Event::ModeratorDismissed { .. } => self.moderator = false,
            Event::NameWithdrawn { .. } | Event::ReadingsErased { .. } => {}
            Event::ErasureAsked { .. } => self.stay = Stay::Leaving,
            Event::ErasureUndone { .. } => self.stay = Stay::Here,
            Event::Erased { .. } => self.stay = Stay::Gone,
        }
    }
}

crate::core::event_sourced::aggregate!(Person, "person");
