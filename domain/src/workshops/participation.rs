//! One person in one workshop: the door they chose, the steps that leave no
//! other trace, the hand they raise and who comes, what they consent to.
//!
//! Most steps are done by a fact of their own (a note drafted, a note
//! published); [`crate::workshops::script::Step::completed_by`] says which.

mod word;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::core::traced::Traced;
use crate::notes::note::Door;
use crate::workshops::script::Step;
pub use word::{Consent, Gesture, HandReason, Reached, Reaction};

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

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::HelpClaimed { by, person, .. }
            | Self::HelpReleased { by, person, .. }
            | Self::HandPostponed { by, person, .. }
            | Self::Encouraged { by, person, .. }
            | Self::StepProposed { by, person, .. }
            | Self::WallAsked { by, person, .. } => vec![by, person],
            Self::ScribeNamed { person, scribe, .. } | Self::ScribeEnded { person, scribe, .. } => {
                vec![person, scribe]
            }
            Self::DoorChosen { person, .. }
            | Self::StepCompleted { person, .. }
            | Self::HandRaised { person, .. }
            | Self::HandLowered { person, .. }
            | Self::Sketched { person, .. }
            | Self::ReactionGiven { person, .. }
            | Self::ConsentRecorded { person, .. }
            | Self::ObjectiveStated { person, .. }
            | Self::ObjectiveTold { person, .. }
            | Self::DraftShown { person, .. }
            | Self::DraftHidden { person, .. }
            | Self::WallAnswered { person, .. }
            | Self::FarewellSaid { person, .. } => vec![person],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::Sketched { content, .. }
            | Self::Encouraged { content, .. }
            | Self::ObjectiveStated { content, .. } => Some(content),
            Self::FarewellSaid { content, .. } => content.as_ref(),
            Self::DoorChosen { .. }
            | Self::StepCompleted { .. }
            | Self::HandRaised { .. }
            | Self::HandLowered { .. }
            | Self::ReactionGiven { .. }
            | Self::ConsentRecorded { .. }
            | Self::HelpClaimed { .. }
            | Self::HelpReleased { .. }
            | Self::HandPostponed { .. }
            | Self::ScribeNamed { .. }
            | Self::ScribeEnded { .. }
            | Self::ObjectiveTold { .. }
            | Self::DraftShown { .. }
            | Self::DraftHidden { .. }
            | Self::StepProposed { .. }
            | Self::WallAsked { .. }
            | Self::WallAnswered { .. } => None,
        }
    }
}

/// Nothing is refused here; `app::access` asks who is in the room.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
pub enum Error {}

crate::core::event_sourced::aggregate!(Participation, "participation");

/// What one person has done so far in one workshop.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Participation {
    door: Option<Door>,
    steps: Vec<Step>,
    hand: bool,
    helper: Option<PersonId>,
    sketch: Option<ContentId>,
    reactions: BTreeMap<NoteId, Reaction>,
    consents: BTreeMap<Consent, (bool, u32)>,
    scribe: Option<PersonId>,
    stated: BTreeMap<u32, ContentId>,
    told: BTreeSet<u32>,
    farewell: Option<(Option<ContentId>, Option<Gesture>)>,
    shown: Option<NoteId>,
    /// Notes the wall may show, or not, and those that wait for an answer.
    walls: BTreeMap<NoteId, Option<bool>>,
}

impl Participation {
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        if self.is_done(&command.act) {
            return Ok(vec![]);
        }
        let Command { workshop, person, by, act } = command;
        Ok(vec![match act {
            Act::ChooseDoor(door) => Event::DoorChosen { workshop, person, door },
            Act::CompleteStep(step) => Event::StepCompleted { workshop, person, step },
            Act::RaiseHand(reason) => Event::HandRaised { workshop, person, reason },
            Act::LowerHand => Event::HandLowered { workshop, person },
            Act::PostponeHand => Event::HandPostponed { workshop, person, by },
            Act::ClaimHelp => Event::HelpClaimed { workshop, person, by },
            Act::ReleaseHelp => Event::HelpReleased { workshop, person, by },
            Act::Sketch(content) => Event::Sketched { workshop, person, content },
            Act::React { note, reaction } => {
                Event::ReactionGiven { workshop, person, note, reaction }
            }
            Act::RecordConsent { consent, given, wording } => {
                Event::ConsentRecorded { workshop, person, consent, given, wording }
            }
            Act::Encourage(content) => Event::Encouraged { workshop, person, by, content },
            Act::NameScribe(scribe) => Event::ScribeNamed { workshop, person, scribe },
            Act::EndScribe => match self.scribe.clone() {
                Some(scribe) => Event::ScribeEnded { workshop, person, scribe },
                None => return Ok(vec![]),
            },
            Act::StateObjective { block, content } => {
                Event::ObjectiveStated { workshop, person, block, content }
            }
            Act::TellObjective { block, reached } => {
                Event::ObjectiveTold { workshop, person, block, reached }
            }
            Act::ShowDraft(note) => Event::DraftShown { workshop, person, note },
            Act::HideDraft => Event::DraftHidden { workshop, person },
            Act::ProposeStep(step) => Event::StepProposed { workshop, person, by, step },
            Act::AskForWall(note) => Event::WallAsked { workshop, person, by, note },
            Act::AnswerForWall { note, agreed } => {
                Event::WallAnswered { workshop, person, note, agreed }
            }
            Act::SayFarewell { content, gesture } => {
                Event::FarewellSaid { workshop, person, content, gesture }
            }
        }])
    }

    /// Whether it is so already, or there is nothing for it to change.
    fn is_done(&self, act: &Act) -> bool {
        match act {
            Act::ChooseDoor(door) => self.door == Some(*door),
            Act::CompleteStep(step) => self.steps.contains(step),
            Act::RaiseHand(_) => self.hand,
            Act::LowerHand | Act::PostponeHand => !self.hand,
            // The first who says "I am going" goes.
            Act::ClaimHelp => self.helper.is_some(),
            Act::ReleaseHelp => self.helper.is_none(),
            Act::Sketch(content) => self.sketch.as_ref() == Some(content),
            Act::React { note, reaction } => self.reactions.get(note) == Some(reaction),
            // Never asked and not given: nothing happened.
            Act::RecordConsent { consent, given, wording } => match self.consents.get(consent) {
                Some(known) => *known == (*given, *wording),
                None => !given,
            },
            Act::Encourage(_) | Act::ProposeStep(_) => false,
            Act::NameScribe(scribe) => self.scribe.as_ref() == Some(scribe),
            Act::EndScribe => self.scribe.is_none(),
            Act::StateObjective { block, content } => self.stated.get(block) == Some(content),
            Act::TellObjective { block, .. } => {
                self.told.contains(block) || !self.stated.contains_key(block)
            }
            // Only while somebody is asked to come.
            Act::ShowDraft(note) => !self.hand || self.shown.as_ref() == Some(note),
            Act::HideDraft => self.shown.is_none(),
            // Asked once: whoever said no is not asked again.
            Act::AskForWall(note) => self.walls.contains_key(note),
            Act::AnswerForWall { note, .. } => self.walls.get(note) != Some(&None),
            Act::SayFarewell { content, gesture } => {
                self.farewell.as_ref() == Some(&(content.clone(), *gesture))
            }
        }
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::DoorChosen { door, .. } => self.door = Some(door),
            Event::StepCompleted { step, .. } => self.steps.push(step),
            Event::HandRaised { .. } => self.hand = true,
            Event::HandLowered { .. } => {
                self.hand = false;
                self.helper = None;
                self.shown = None;
            }
            Event::HandPostponed { .. } | Event::HelpReleased { .. } => self.helper = None,
            Event::HelpClaimed { by, .. } => self.helper = Some(by),
            Event::Sketched { content, .. } => self.sketch = Some(content),
            Event::ReactionGiven { note, reaction, .. } => {
                self.reactions.insert(note, reaction);
            }
            Event::ConsentRecorded { consent, given, wording, .. } => {
                self.consents.insert(consent, (given, wording));
            }
            Event::Encouraged { .. } | Event::StepProposed { .. } => {}
            Event::DraftShown { note, .. } => self.shown = Some(note),
            Event::DraftHidden { .. } => self.shown = None,
            Event::WallAsked { note, .. } => {
                self.walls.insert(note, None);
            }
            Event::WallAnswered { note, agreed, .. } => {
                self.walls.insert(note, Some(agreed));
            }
            Event::ScribeNamed { scribe, .. } => self.scribe = Some(scribe),
            Event::ScribeEnded { .. } => self.scribe = None,
            Event::ObjectiveStated { block, content, .. } => {
                self.stated.insert(block, content);
            }
            Event::ObjectiveTold { block, .. } => {
                self.told.insert(block);
            }
            Event::FarewellSaid { content, gesture, .. } => {
                self.farewell = Some((content, gesture));
            }
        }
    }
}
