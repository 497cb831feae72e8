//! What may be asked of somebody's part in a workshop.

use super::{Consent, Gesture, HandReason, Reached, Reaction};
use crate::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::notes::note::Door;
use crate::workshops::script::Step;

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
    /// Go on alone: nobody writes for them any more.
    EndScribe {
        /// Where.
        workshop: WorkshopId,
        /// Whose words.
        person: PersonId,
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
    /// Show one's draft to whoever comes to help, while one's hand is up.
    ShowDraft {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// Which note.
        note: NoteId,
    },
    /// Show it no more.
    HideDraft {
        /// Where.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
    },
    /// Propose to go to a step; nobody is pulled anywhere.
    ProposeStep {
        /// Where.
        workshop: WorkshopId,
        /// To whom.
        person: PersonId,
        /// Who proposes it.
        by: PersonId,
        /// Which step.
        step: Step,
    },
    /// Ask whether the wall may show a note.
    AskForWall {
        /// Where.
        workshop: WorkshopId,
        /// Its writer.
        person: PersonId,
        /// Who asks.
        by: PersonId,
        /// Which note.
        note: NoteId,
    },
    /// Answer that.
    AnswerForWall {
        /// Where.
        workshop: WorkshopId,
        /// Its writer.
        person: PersonId,
        /// About which note.
        note: NoteId,
        /// Whether it may.
        agreed: bool,
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
