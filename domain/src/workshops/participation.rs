//! One person in one workshop: the door they chose, the steps that leave no
//! other trace, the hand they raise and who comes, what they consent to.
//!
//! Most steps are done by a fact of their own (a note drafted, a note
//! published); [`crate::workshops::script::Step::completed_by`] says which.

mod command;
mod decide;
mod word;

use serde::{Deserialize, Serialize};

use crate::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::notes::note::Door;
use crate::workshops::script::Step;
pub use command::{Act, Command};
pub use decide::Participation;
pub use word::{Consent, Gesture, HandReason, Reached, Reaction};

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// A door was chosen.
    DoorChosen { workshop: WorkshopId, person: PersonId, door: Door },
    /// A step is done.
    StepCompleted { workshop: WorkshopId, person: PersonId, step: Step },
    /// A hand is up.
    HandRaised { workshop: WorkshopId, person: PersonId, reason: HandReason },
    /// It is down.
    HandLowered { workshop: WorkshopId, person: PersonId },
    /// They said where they come from.
    Sketched {
        workshop: WorkshopId,
        person: PersonId,
        /// What they said, in the content table.
        content: ContentId,
    },
    /// A note was answered with one word.
    ReactionGiven { workshop: WorkshopId, person: PersonId, note: NoteId, reaction: Reaction },
    /// They agreed to something, or no more.
    ConsentRecorded {
        workshop: WorkshopId,
        person: PersonId,
        consent: Consent,
        given: bool,
        /// The version of the sentence they read.
        wording: u32,
    },
    /// Someone goes to them.
    HelpClaimed { workshop: WorkshopId, person: PersonId, by: PersonId },
    /// Whoever was going does not.
    HelpReleased { workshop: WorkshopId, person: PersonId, by: PersonId },
    /// A hand waits after the others.
    HandPostponed { workshop: WorkshopId, person: PersonId, by: PersonId },
    /// Someone said a kind word to them.
    Encouraged {
        workshop: WorkshopId,
        person: PersonId,
        by: PersonId,
        /// The words (title), in the content table.
        content: ContentId,
    },
    /// Someone writes for them.
    ScribeNamed { workshop: WorkshopId, person: PersonId, scribe: PersonId },
    /// They go on alone: nobody writes for them any more.
    ScribeEnded {
        workshop: WorkshopId,
        person: PersonId,
        /// Whose hand it was.
        scribe: PersonId,
    },
    /// An objective was stated.
    ObjectiveStated {
        workshop: WorkshopId,
        person: PersonId,
        /// Which block, from 1.
        block: u32,
        /// The objective, in the content table.
        content: ContentId,
    },
    /// An objective was told.
    ObjectiveTold {
        workshop: WorkshopId,
        person: PersonId,
        /// Which block, from 1.
        block: u32,
        reached: Reached,
    },
    /// They show their draft to whoever comes to help.
    DraftShown { workshop: WorkshopId, person: PersonId, note: NoteId },
    /// They show it no more.
    DraftHidden { workshop: WorkshopId, person: PersonId },
    /// A helper proposed to go to a step.
    StepProposed { workshop: WorkshopId, person: PersonId, by: PersonId, step: Step },
    /// They were asked whether the wall may show their note.
    WallAsked { workshop: WorkshopId, person: PersonId, by: PersonId, note: NoteId },
    /// They answered.
    WallAnswered { workshop: WorkshopId, person: PersonId, note: NoteId, agreed: bool },
    /// They said goodbye.
    FarewellSaid {
        workshop: WorkshopId,
        person: PersonId,
        /// The word, in the content table, if they left one.
        content: Option<ContentId>,
        /// The gesture they chose, if they did.
        gesture: Option<Gesture>,
    },
}

/// Nothing is refused here; `app::access` asks who is in the room.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
pub enum Error {}

crate::core::event_sourced::aggregate!(Participation, "participation");
