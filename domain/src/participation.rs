//! One person in one workshop: the door they chose, the steps that leave no
//! other trace, and the hand they raise.
//!
//! Most steps are done by a fact of their own (a note drafted, a note
//! published); [`crate::script::Step::completed_by`] says which.

use serde::{Deserialize, Serialize};

use crate::ids::{PersonId, WorkshopId};
use crate::note::Door;
use crate::script::Step;

/// What would help.
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
pub enum HandReason {
    /// "I don't know what to write."
    Words,
    /// "I can't find the button."
    Button,
    /// "My connection."
    Connection,
    /// Anything else, or nothing said.
    Other,
}

/// What may be asked.
#[derive(Clone, Debug)]
pub enum Command {
    /// Choose a door, or another one.
    ChooseDoor {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// Which.
        door: Door,
    },
    /// Be done with a step.
    CompleteStep {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// Which.
        step: Step,
    },
    /// Ask for someone to come.
    RaiseHand {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// Why.
        reason: HandReason,
    },
    /// It is settled, says the person or the facilitator.
    LowerHand {
        /// Where.
        workshop: WorkshopId,
        /// Whose hand.
        person: PersonId,
    },
}

impl Command {
    /// Where it is asked, and whom it is about.
    pub fn place(&self) -> (&WorkshopId, &PersonId) {
        let (Self::ChooseDoor { workshop, person, .. }
        | Self::CompleteStep { workshop, person, .. }
        | Self::RaiseHand { workshop, person, .. }
        | Self::LowerHand { workshop, person }) = self;
        (workshop, person)
    }
}

/// What has happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr)]
pub enum Event {
    /// A door was chosen.
    DoorChosen {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// Which.
        door: Door,
    },
    /// A step is done.
    StepCompleted {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// Which.
        step: Step,
    },
    /// A hand is up.
    HandRaised {
        /// Where.
        workshop: WorkshopId,
        /// Whose.
        person: PersonId,
        /// Why.
        reason: HandReason,
    },
    /// It is down.
    HandLowered {
        /// Where.
        workshop: WorkshopId,
        /// Whose.
        person: PersonId,
    },
}

/// Nothing is refused here; `app::access` asks who is in the room.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {}

/// What one person has done so far in one workshop.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Participation {
    door: Option<Door>,
    steps: Vec<Step>,
    hand: bool,
}

impl Participation {
    #[expect(clippy::unnecessary_wraps, reason = "every aggregate decides with a Result")]
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        Ok(match command {
            Command::ChooseDoor { door, .. } if self.door == Some(door) => vec![],
            Command::ChooseDoor { workshop, person, door } => {
                vec![Event::DoorChosen { workshop, person, door }]
            }
            Command::CompleteStep { step, .. } if self.steps.contains(&step) => vec![],
            Command::CompleteStep { workshop, person, step } => {
                vec![Event::StepCompleted { workshop, person, step }]
            }
            Command::RaiseHand { .. } if self.hand => vec![],
            Command::RaiseHand { workshop, person, reason } => {
                vec![Event::HandRaised { workshop, person, reason }]
            }
            Command::LowerHand { .. } if !self.hand => vec![],
            Command::LowerHand { workshop, person } => {
                vec![Event::HandLowered { workshop, person }]
            }
        })
    }

    fn take_in(&mut self, event: Event) {
        match event {
            Event::DoorChosen { door, .. } => self.door = Some(door),
            Event::StepCompleted { step, .. } => self.steps.push(step),
            Event::HandRaised { .. } => self.hand = true,
            Event::HandLowered { .. } => self.hand = false,
        }
    }
}

crate::aggregate::aggregate!(Participation, "participation");
