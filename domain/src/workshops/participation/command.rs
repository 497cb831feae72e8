//! What may be asked of somebody's part in a workshop.

use super::{Consent, Gesture, HandReason, Reached, Reaction};
use crate::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::notes::note::Door;
use crate::workshops::script::Step;

/// What may be asked.
#[derive(Clone, Debug)]
pub enum Command {
    /// Choose a door, or another one.
    ChooseDoor { workshop: WorkshopId, person: PersonId, door: Door },
    /// Be done with a step.
    CompleteStep { workshop: WorkshopId, person: PersonId, step: Step },
    /// Ask for someone to come.
    RaiseHand { workshop: WorkshopId, person: PersonId, reason: HandReason },
    /// It is settled, says the person or the facilitator.
    LowerHand { workshop: WorkshopId, person: PersonId },
    /// Say in a few taps where one comes from.
    Sketch {
        workshop: WorkshopId,
        person: PersonId,
        /// What they said, in the content table.
        content: ContentId,
    },
    /// Answer a note with one word.
    React { workshop: WorkshopId, person: PersonId, note: NoteId, reaction: Reaction },
    /// Agree to something, or no more.
    RecordConsent {
        workshop: WorkshopId,
        person: PersonId,
        consent: Consent,
        given: bool,
        /// The version of the sentence they read.
        wording: u32,
    },
    /// Say "I am going", so that two helpers do not.
    ClaimHelp { workshop: WorkshopId, person: PersonId, by: PersonId },
    /// Let someone else go.
    ReleaseHelp { workshop: WorkshopId, person: PersonId, by: PersonId },
    /// Come back to a hand after the others.
    PostponeHand { workshop: WorkshopId, person: PersonId, by: PersonId },
    /// Say a kind word to one person, on their screen alone.
    Encourage {
        workshop: WorkshopId,
        person: PersonId,
        by: PersonId,
        /// The words (title), in the content table.
        content: ContentId,
    },
    /// Write for someone: what is written is theirs.
    NameScribe { workshop: WorkshopId, person: PersonId, scribe: PersonId },
    /// Go on alone: nobody writes for them any more.
    EndScribe { workshop: WorkshopId, person: PersonId },
    /// Say what one is going to write in a block.
    StateObjective {
        workshop: WorkshopId,
        person: PersonId,
        /// Which block, from 1.
        block: u32,
        /// The objective, in the content table.
        content: ContentId,
    },
    /// Say how far one got.
    TellObjective {
        workshop: WorkshopId,
        person: PersonId,
        /// Which block, from 1.
        block: u32,
        reached: Reached,
    },
    /// Show one's draft to whoever comes to help, while one's hand is up.
    ShowDraft { workshop: WorkshopId, person: PersonId, note: NoteId },
    /// Show it no more.
    HideDraft { workshop: WorkshopId, person: PersonId },
    /// Propose to go to a step; nobody is pulled anywhere.
    ProposeStep { workshop: WorkshopId, person: PersonId, by: PersonId, step: Step },
    /// Ask whether the wall may show a note.
    AskForWall { workshop: WorkshopId, person: PersonId, by: PersonId, note: NoteId },
    /// Answer that.
    AnswerForWall { workshop: WorkshopId, person: PersonId, note: NoteId, agreed: bool },
    /// One word, and one small thing to do next.
    SayFarewell {
        workshop: WorkshopId,
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
        | Self::EndScribe { workshop, person }
        | Self::StateObjective { workshop, person, .. }
        | Self::TellObjective { workshop, person, .. }
        | Self::ShowDraft { workshop, person, .. }
        | Self::HideDraft { workshop, person }
        | Self::ProposeStep { workshop, person, .. }
        | Self::AskForWall { workshop, person, .. }
        | Self::AnswerForWall { workshop, person, .. }
        | Self::SayFarewell { workshop, person, .. }) = self;
        (workshop, person)
    }
}
