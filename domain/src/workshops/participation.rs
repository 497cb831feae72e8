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
pub use command::Command;
pub use decide::Participation;
pub use word::{Consent, Gesture, HandReason, Reached, Reaction};

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
    /// They said where they come from.
    Sketched {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// What they said, in the content table.
        content: ContentId,
    },
    /// A note was answered with one word.
    ReactionGiven {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// To which note.
        note: NoteId,
        /// Which word.
        reaction: Reaction,
    },
    /// They agreed to something, or no more.
    ConsentRecorded {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// To what.
        consent: Consent,
        /// Whether they agree.
        given: bool,
        /// The version of the sentence they read.
        wording: u32,
    },
    /// Someone goes to them.
    HelpClaimed {
        /// Where.
        workshop: WorkshopId,
        /// To whom.
        person: PersonId,
        /// Who goes.
        by: PersonId,
    },
    /// Whoever was going does not.
    HelpReleased {
        /// Where.
        workshop: WorkshopId,
        /// To whom.
        person: PersonId,
        /// Who was going.
        by: PersonId,
    },
    /// A hand waits after the others.
    HandPostponed {
        /// Where.
        workshop: WorkshopId,
        /// Whose.
        person: PersonId,
        /// Who says so.
        by: PersonId,
    },
    /// Someone said a kind word to them.
    Encouraged {
        /// Where.
        workshop: WorkshopId,
        /// To whom.
        person: PersonId,
        /// Who said it.
        by: PersonId,
        /// The words (title), in the content table.
        content: ContentId,
    },
    /// Someone writes for them.
    ScribeNamed {
        /// Where.
        workshop: WorkshopId,
        /// Whose words.
        person: PersonId,
        /// Whose hand.
        scribe: PersonId,
    },
    /// They go on alone: nobody writes for them any more.
    ScribeEnded {
        /// Where.
        workshop: WorkshopId,
        /// Whose words.
        person: PersonId,
        /// Whose hand it was.
        scribe: PersonId,
    },
    /// An objective was stated.
    ObjectiveStated {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// Which block, from 1.
        block: u32,
        /// The objective, in the content table.
        content: ContentId,
    },
    /// An objective was told.
    ObjectiveTold {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// Which block, from 1.
        block: u32,
        /// How far.
        reached: Reached,
    },
    /// They show their draft to whoever comes to help.
    DraftShown {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// Which note.
        note: NoteId,
    },
    /// They show it no more.
    DraftHidden {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
    },
    /// A helper proposed to go to a step.
    StepProposed {
        /// Where.
        workshop: WorkshopId,
        /// To whom.
        person: PersonId,
        /// By whom.
        by: PersonId,
        /// Which step.
        step: Step,
    },
    /// They were asked whether the wall may show their note.
    WallAsked {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// By whom.
        by: PersonId,
        /// Which note.
        note: NoteId,
    },
    /// They answered.
    WallAnswered {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// About which note.
        note: NoteId,
        /// Whether it may.
        agreed: bool,
    },
    /// They said goodbye.
    FarewellSaid {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// The word, in the content table, if they left one.
        content: Option<ContentId>,
        /// The gesture they chose, if they did.
        gesture: Option<Gesture>,
    },
}

/// Nothing is refused here; `app::access` asks who is in the room.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {}

crate::core::event_sourced::aggregate!(Participation, "participation");
