//! Workshop scripts are data: a name, a version, steps in order.
//!
//! The files are in `domain/scripts`. A new version is a new file: past
//! workshops keep the script they were run with. A [`Step`] says what its panel
//! is (in `web`) and which fact completes it (here); the engine knows neither.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::fact::Fact;
use crate::ids::{PersonId, WorkshopId};
use crate::workshop::ScriptRef;
use crate::{note, participation, thanks};

/// One step of a guided path. Stored by its name.
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
pub enum Step {
    /// Choose how to begin.
    Door,
    /// One sentence.
    Idea,
    /// The text.
    Draft,
    /// Look at what it will be.
    Look,
    /// Offer it, to the group or to everyone.
    Publish,
    /// Thank one note nobody has answered yet.
    Thank,
}

impl Step {
    /// The word in tables and texts.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// Which step `fact` completes, for whom, and where.
    pub fn completed_by(fact: &Fact) -> Option<(WorkshopId, PersonId, Self)> {
        match fact {
            Fact::Participation(participation::Event::DoorChosen { workshop, person, .. }) => {
                Some((workshop.clone(), person.clone(), Self::Door))
            }
            Fact::Participation(participation::Event::StepCompleted { workshop, person, step }) => {
                Some((workshop.clone(), person.clone(), *step))
            }
            Fact::Note(note::Event::Drafted { workshop: Some(workshop), by, .. }) => {
                Some((workshop.clone(), by.clone(), Self::Idea))
            }
            Fact::Thanks(thanks::Event::Given { workshop: Some(workshop), by, .. }) => {
                Some((workshop.clone(), by.clone(), Self::Thank))
            }
            // A publication does not say its workshop: `room` knows where the note was written.
            Fact::Note(
                note::Event::Drafted { .. }
                | note::Event::Revised { .. }
                | note::Event::Published { .. }
                | note::Event::Withdrawn { .. }
                | note::Event::VariantParked { .. }
                | note::Event::VariantSettled { .. }
                | note::Event::SuggestionMade { .. }
                | note::Event::SuggestionAccepted { .. }
                | note::Event::SuggestionDeclined { .. }
                | note::Event::RevisionNamed { .. }
                | note::Event::RevisionUnnamed { .. }
                | note::Event::RevisionHidden { .. }
                | note::Event::RevisionShown { .. }
                | note::Event::PassageErased { .. },
            )
            | Fact::Participation(
                participation::Event::HandRaised { .. } | participation::Event::HandLowered { .. },
            )
            | Fact::Thanks(
                thanks::Event::Given { workshop: None, .. } | thanks::Event::RevisionThanked { .. },
            )
            | Fact::Reading(_)
            | Fact::Workshop(_)
            | Fact::Person(_) => None,
        }
    }
}

/// A step in its place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ScriptStep {
    /// Which one.
    pub step: Step,
    /// How long it is expected to take, in seconds; a proposal, never a limit.
    pub seconds: u32,
}

/// What a workshop walks people through.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Script {
    /// Its name, such as `express`.
    pub name: String,
    /// Its version; a released one never changes.
    pub version: u32,
    /// Its steps, in order.
    pub steps: Vec<ScriptStep>,
}

/// Every script ever released, the newest version of each name last.
static SCRIPTS: LazyLock<Vec<Script>> = LazyLock::new(|| {
    [include_str!("../scripts/express-1.json")]
        .iter()
        .map(|text| serde_json::from_str(text).expect("the scripts we ship are well formed"))
        .collect()
});

impl Script {
    /// The script a new workshop follows unless told otherwise.
    pub fn express() -> &'static Self {
        SCRIPTS.iter().rfind(|script| script.name == "express").expect("express is shipped")
    }

    /// The script a workshop was prepared with; the newest express if it is one
    /// this program has never heard of.
    pub fn of(name: &str, version: u32) -> &'static Self {
        SCRIPTS
            .iter()
            .find(|script| script.name == name && script.version == version)
            .unwrap_or_else(|| Self::express())
    }

    /// How a workshop refers to it.
    pub fn reference(&self) -> ScriptRef {
        ScriptRef { name: self.name.clone(), version: self.version }
    }

    /// Where `step` is, from 0; the door is step 0 and is not counted.
    pub fn place(&self, step: Step) -> Option<usize> {
        self.steps.iter().position(|one| one.step == step)
    }

    /// The steps people count: all but the door.
    pub fn counted(&self) -> usize {
        self.steps.len().saturating_sub(1)
    }

    /// The step after `step`, if there is one.
    pub fn after(&self, step: Step) -> Option<Step> {
        self.steps.get(self.place(step)? + 1).map(|one| one.step)
    }

    /// The step before `step`, if there is one.
    pub fn before(&self, step: Step) -> Option<Step> {
        let place = self.place(step)?.checked_sub(1)?;
        self.steps.get(place).map(|one| one.step)
    }

    /// Where someone is who has done `done`: the first step after the last one done.
    pub fn current(&self, done: &[Step]) -> Option<Step> {
        let last = self.steps.iter().rposition(|one| done.contains(&one.step));
        let next = last.map_or(0, |place| place + 1);
        self.steps.get(next).map(|one| one.step)
    }
}
