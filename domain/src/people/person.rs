//! Someone, as the log knows them: an opaque id that arrived, and what became of
//! it. Names, addresses and passwords live in the identities, where they can be
//! erased.

use serde::{Deserialize, Serialize};

use crate::core::ids::PersonId;

/// What may be asked.
#[derive(Clone, Debug)]
pub enum Command {
    /// Come in, without an account.
    Arrive { person: PersonId },
    /// Get an account, keeping everything done before.
    ClaimAccount { person: PersonId },
    /// Be given the keys of a workshop room.
    BecomeFacilitator { person: PersonId },
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
        })
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::Arrived { .. } => self.arrived = true,
            Event::AccountClaimed { .. } => self.account = true,
            Event::FacilitatorNamed { .. } => self.facilitator = true,
        }
    }
}

crate::core::event_sourced::aggregate!(Person, "person");
