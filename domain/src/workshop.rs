//! A workshop: prepared by a facilitator, opened, entered, closed.
//!
//! Places are a rule of the room, so they are counted here, on one stream: with
//! sixty places and a hundred phones at the door, sixty get in.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::{ContentId, PersonId, WorkshopId};

/// The most places one code lets in: beyond, it is a conference.
pub const MOST_PLACES: u32 = 500;

/// Which script a workshop follows; past workshops keep the version they had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScriptRef {
    /// Its name, such as `express`.
    pub name: String,
    /// Its version.
    pub version: u32,
}

/// How the workshop speaks to people in French.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Tone {
    /// With `vous`.
    #[default]
    Vous,
    /// With `tu`.
    Tu,
}

/// What may be asked of a workshop.
#[derive(Clone, Debug)]
pub enum Command {
    /// Plan it.
    Prepare {
        /// Its own id.
        workshop: WorkshopId,
        /// The facilitator.
        by: PersonId,
        /// Its name, in the content table.
        content: ContentId,
        /// What it follows.
        script: ScriptRef,
        /// How many may enter.
        places: u32,
        /// How it speaks.
        tone: Tone,
        /// When it takes place, if known.
        on: Option<NaiveDate>,
    },
    /// Let people in.
    Open {
        /// The facilitator.
        by: PersonId,
    },
    /// Let nobody in any more.
    Close {
        /// The facilitator.
        by: PersonId,
    },
    /// Make room.
    AddPlaces {
        /// The facilitator.
        by: PersonId,
        /// How many more.
        places: u32,
    },
    /// Come in.
    Enter {
        /// Who.
        person: PersonId,
    },
}

/// What has happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr)]
pub enum Event {
    /// It was planned.
    Prepared {
        /// The workshop.
        workshop: WorkshopId,
        /// Its facilitator.
        by: PersonId,
        /// Its name, in the content table.
        content: ContentId,
        /// What it follows.
        script: ScriptRef,
        /// How many may enter.
        places: u32,
        /// How it speaks.
        tone: Tone,
        /// When.
        on: Option<NaiveDate>,
    },
    /// Its door is open.
    Opened {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
    },
    /// Its door is closed.
    Closed {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
    },
    /// There is more room.
    PlacesAdded {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// How many more.
        places: u32,
    },
    /// Someone came in.
    Entered {
        /// The workshop.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
    },
}

/// Why a workshop may say no.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// There is no such workshop.
    #[error("this workshop does not exist")]
    Missing,
    /// The id is in use.
    #[error("this workshop exists already")]
    AlreadyPrepared,
    /// It is run by someone else.
    #[error("only its facilitator may do that")]
    NotItsFacilitator,
    /// Nobody can enter yet.
    #[error("the workshop is not open yet")]
    NotOpenYet,
    /// Nobody can enter any more.
    #[error("the workshop is over")]
    Over,
    /// Every place is taken.
    #[error("every place is taken")]
    Full,
    /// A number of places that makes no sense.
    #[error("between one and five hundred places")]
    OddPlaces,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Stage {
    #[default]
    Prepared,
    Open,
    Closed,
}

/// Just enough to answer the next command.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Workshop {
    id: Option<WorkshopId>,
    facilitator: Option<PersonId>,
    stage: Stage,
    places: u32,
    people: BTreeSet<PersonId>,
}

impl Workshop {
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        let (Some(facilitator), Some(id)) = (&self.facilitator, &self.id) else {
            return match command {
                Command::Prepare { places, .. } if !(1..=MOST_PLACES).contains(&places) => {
                    Err(Error::OddPlaces)
                }
                Command::Prepare { workshop, by, content, script, places, tone, on } => {
                    Ok(vec![Event::Prepared { workshop, by, content, script, places, tone, on }])
                }
                Command::Open { .. }
                | Command::Close { .. }
                | Command::AddPlaces { .. }
                | Command::Enter { .. } => Err(Error::Missing),
            };
        };
        let workshop = id.clone();
        match command {
            Command::Prepare { .. } => Err(Error::AlreadyPrepared),

            Command::Open { by } | Command::Close { by } | Command::AddPlaces { by, .. }
                if by != *facilitator =>
            {
                Err(Error::NotItsFacilitator)
            }
            Command::Open { .. } if self.stage == Stage::Open => Ok(vec![]),
            Command::Open { by } => Ok(vec![Event::Opened { workshop, by }]),
            Command::Close { .. } if self.stage != Stage::Open => Ok(vec![]),
            Command::Close { by } => Ok(vec![Event::Closed { workshop, by }]),
            Command::AddPlaces { places, .. }
                if places == 0 || self.places.saturating_add(places) > MOST_PLACES =>
            {
                Err(Error::OddPlaces)
            }
            Command::AddPlaces { by, places } => {
                Ok(vec![Event::PlacesAdded { workshop, by, places }])
            }

            Command::Enter { person } if self.people.contains(&person) => Ok(vec![]),
            Command::Enter { .. } if self.stage == Stage::Prepared => Err(Error::NotOpenYet),
            Command::Enter { .. } if self.stage == Stage::Closed => Err(Error::Over),
            Command::Enter { .. } if self.people.len() >= self.places as usize => Err(Error::Full),
            Command::Enter { person } => Ok(vec![Event::Entered { workshop, person }]),
        }
    }

    fn take_in(&mut self, event: Event) {
        match event {
            Event::Prepared { workshop, by, places, .. } => {
                self.id = Some(workshop);
                self.facilitator = Some(by);
                self.places = places;
            }
            Event::Opened { .. } => self.stage = Stage::Open,
            Event::Closed { .. } => self.stage = Stage::Closed,
            Event::PlacesAdded { places, .. } => self.places += places,
            Event::Entered { person, .. } => {
                self.people.insert(person);
            }
        }
    }
}

crate::aggregate::aggregate!(Workshop, "workshop", snapshot: Some(1));
