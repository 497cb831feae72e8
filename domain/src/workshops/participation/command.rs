//! What may be asked of somebody's part in a workshop.

use super::{Consent, Gesture, HandReason, Reached, Reaction};
use crate::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::notes::note::Door;
use crate::workshops::script::Step;

/// An act, in one workshop, about one person.
#[derive(Clone, Debug)]
pub struct Command {
    pub workshop: WorkshopId,
    /// Whom it is about.
    pub person: PersonId,
    /// Who does it: the person themselves, or whoever helps them or runs the room.
    pub by: PersonId,
    pub act: Act,
}

/// What is done. Words are in the content table.
#[derive(Clone, Debug)]
pub enum Act {
    /// Choose a door, or another one.
    ChooseDoor(Door),
    /// Be done with a step.
    CompleteStep(Step),
    /// Ask for someone to come.
    RaiseHand(HandReason),
    /// It is settled, says the person or whoever came.
    LowerHand,
    /// Say in a few taps where one comes from.
    Sketch(ContentId),
    /// Answer a note with one word.
    React { note: NoteId, reaction: Reaction },
    /// Agree to something, or no more.
    RecordConsent {
        consent: Consent,
        given: bool,
        /// The version of the sentence they read.
        wording: u32,
    },
    /// Say "I am going", so that two helpers do not.
    ClaimHelp,
    /// Let someone else go.
    ReleaseHelp,
    /// Come back to a hand after the others.
    PostponeHand,
    /// Say a kind word to one person, on their screen alone.
    Encourage(ContentId),
    /// Let this person write for them: what is written is theirs.
    NameScribe(PersonId),
    /// Go on alone: nobody writes for them any more.
    EndScribe,
    /// Say what one is going to write in a block, from 1.
    StateObjective { block: u32, content: ContentId },
    /// Say how far one got in it.
    TellObjective { block: u32, reached: Reached },
    /// Show one's draft to whoever comes to help, while one's hand is up.
    ShowDraft(NoteId),
    /// Show it no more.
    HideDraft,
    /// Propose to go to a step; nobody is pulled anywhere.
    ProposeStep(Step),
    /// Ask whether the wall may show a note.
    AskForWall(NoteId),
    /// Answer that.
    AnswerForWall { note: NoteId, agreed: bool },
    /// One word, and one small thing to do next; both may be left out.
    SayFarewell { content: Option<ContentId>, gesture: Option<Gesture> },
}
