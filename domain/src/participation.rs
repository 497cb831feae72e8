//! One person in one workshop: the door they chose, the steps that leave no
//! other trace, the hand they raise and who comes, what they consent to.
//!
//! Most steps are done by a fact of their own (a note drafted, a note
//! published); [`crate::script::Step::completed_by`] says which.

mod decide;
mod word;

use serde::{Deserialize, Serialize};

use crate::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::note::Door;
use crate::script::Step;
pub use decide::Participation;
pub use word::{Consent, Gesture, HandReason, Reached, Reaction};

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
    /// Say in a few taps where one comes from.
    Sketch {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// What they said, in the content table.
        content: ContentId,
    },
    /// Answer a note with one word.
    React {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// To which note.
        note: NoteId,
        /// Which word.
        reaction: Reaction,
    },
    /// Agree to something, or no more.
    RecordConsent {
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
    /// Say "I am going", so that two helpers do not.
    ClaimHelp {
        /// Where.
        workshop: WorkshopId,
        /// To whom.
        person: PersonId,
        /// Who goes.
        by: PersonId,
    },
    /// Let someone else go.
    ReleaseHelp {
        /// Where.
        workshop: WorkshopId,
        /// To whom.
        person: PersonId,
        /// Who was going.
        by: PersonId,
    },
    /// Come back to a hand after the others.
    PostponeHand {
        /// Where.
        workshop: WorkshopId,
        /// Whose.
        person: PersonId,
        /// Who says so.
        by: PersonId,
    },
    /// Say a kind word to one person, on their screen alone.
    Encourage {
        /// Where.
        workshop: WorkshopId,
        /// To whom.
        person: PersonId,
        /// Who says it.
        by: PersonId,
        /// The words (title), in the content table.
        content: ContentId,
    },
    /// Write for someone: what is written is theirs.
    NameScribe {
        /// Where.
        workshop: WorkshopId,
        /// Whose words.
        person: PersonId,
        /// Whose hand.
        scribe: PersonId,
    },
    /// Say what one is going to write in a block.
    StateObjective {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// Which block, from 1.
        block: u32,
        /// The objective, in the content table.
        content: ContentId,
    },
    /// Say how far one got.
    TellObjective {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// Which block, from 1.
        block: u32,
        /// How far.
        reached: Reached,
    },
    /// One word, and one small thing to do next.
    SayFarewell {
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

impl Command {
    /// Where it is asked, and whom it is about.
    pub fn place(&self) -> (&WorkshopId, &PersonId) {
        let (Self::ChooseDoor { workshop, person, .. }
        | Self::CompleteStep { workshop, person, .. }
        | Self::RaiseHand { workshop, person, .. }
        | Self::LowerHand { workshop, person }
        | Self::Sketch { workshop, person, .. }
        | Self::React { workshop, person, .. }
        | Self::RecordConsent { workshop, person, .. }
        | Self::ClaimHelp { workshop, person, .. }
        | Self::ReleaseHelp { workshop, person, .. }
        | Self::PostponeHand { workshop, person, .. }
        | Self::Encourage { workshop, person, .. }
        | Self::NameScribe { workshop, person, .. }
        | Self::StateObjective { workshop, person, .. }
        | Self::TellObjective { workshop, person, .. }
        | Self::SayFarewell { workshop, person, .. }) = self;
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

crate::aggregate::aggregate!(Participation, "participation");
