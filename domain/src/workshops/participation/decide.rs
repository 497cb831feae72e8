//! What one person has done so far in one workshop.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Act, Command, Consent, Error, Event, Gesture, Reaction};
use crate::core::ids::{ContentId, NoteId, PersonId};
use crate::notes::note::Door;
use crate::workshops::script::Step;

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
    pub(super) fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
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

    pub(super) fn evolve(&mut self, event: Event) {
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
