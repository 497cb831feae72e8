//! What one person has done so far in one workshop.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Command, Consent, Error, Event, Gesture, Reaction};
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
    #[expect(clippy::unnecessary_wraps, reason = "every aggregate decides with a Result")]
    pub(super) fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        use Command as C;
        Ok(match command {
            C::ChooseDoor { door, .. } if self.door == Some(door) => vec![],
            C::ChooseDoor { workshop, person, door } => {
                vec![Event::DoorChosen { workshop, person, door }]
            }
            C::CompleteStep { step, .. } if self.steps.contains(&step) => vec![],
            C::CompleteStep { workshop, person, step } => {
                vec![Event::StepCompleted { workshop, person, step }]
            }
            C::RaiseHand { .. } if self.hand => vec![],
            C::RaiseHand { workshop, person, reason } => {
                vec![Event::HandRaised { workshop, person, reason }]
            }
            C::LowerHand { .. } | C::PostponeHand { .. } if !self.hand => vec![],
            C::LowerHand { workshop, person } => vec![Event::HandLowered { workshop, person }],
            C::PostponeHand { workshop, person, by } => {
                vec![Event::HandPostponed { workshop, person, by }]
            }

            // The first who says "I am going" goes.
            C::ClaimHelp { .. } if self.helper.is_some() => vec![],
            C::ClaimHelp { workshop, person, by } => {
                vec![Event::HelpClaimed { workshop, person, by }]
            }
            C::ReleaseHelp { .. } if self.helper.is_none() => vec![],
            C::ReleaseHelp { workshop, person, by } => {
                vec![Event::HelpReleased { workshop, person, by }]
            }

            C::Sketch { content, .. } if self.sketch.as_ref() == Some(&content) => vec![],
            C::Sketch { workshop, person, content } => {
                vec![Event::Sketched { workshop, person, content }]
            }
            C::React { note, reaction, .. } if self.reactions.get(&note) == Some(&reaction) => {
                vec![]
            }
            C::React { workshop, person, note, reaction } => {
                vec![Event::ReactionGiven { workshop, person, note, reaction }]
            }
            C::RecordConsent { consent, given, wording, .. }
                if self.consents.get(&consent) == Some(&(given, wording)) =>
            {
                vec![]
            }
            // Never asked and not given: nothing happened.
            C::RecordConsent { consent, given: false, .. }
                if !self.consents.contains_key(&consent) =>
            {
                vec![]
            }
            C::RecordConsent { workshop, person, consent, given, wording } => {
                vec![Event::ConsentRecorded { workshop, person, consent, given, wording }]
            }
            C::Encourage { workshop, person, by, content } => {
                vec![Event::Encouraged { workshop, person, by, content }]
            }
            C::NameScribe { scribe, .. } if self.scribe.as_ref() == Some(&scribe) => vec![],
            C::NameScribe { workshop, person, scribe } => {
                vec![Event::ScribeNamed { workshop, person, scribe }]
            }
            C::EndScribe { workshop, person } => match self.scribe.clone() {
                None => vec![],
                Some(scribe) => vec![Event::ScribeEnded { workshop, person, scribe }],
            },
            C::StateObjective { block, content, .. }
                if self.stated.get(&block) == Some(&content) =>
            {
                vec![]
            }
            C::StateObjective { workshop, person, block, content } => {
                vec![Event::ObjectiveStated { workshop, person, block, content }]
            }
            C::TellObjective { block, .. }
                if self.told.contains(&block) || !self.stated.contains_key(&block) =>
            {
                vec![]
            }
            C::TellObjective { workshop, person, block, reached } => {
                vec![Event::ObjectiveTold { workshop, person, block, reached }]
            }
            // Only while somebody is asked to come.
            C::ShowDraft { note, .. } if !self.hand || self.shown.as_ref() == Some(&note) => {
                vec![]
            }
            C::ShowDraft { workshop, person, note } => {
                vec![Event::DraftShown { workshop, person, note }]
            }
            C::HideDraft { .. } if self.shown.is_none() => vec![],
            C::HideDraft { workshop, person } => vec![Event::DraftHidden { workshop, person }],
            C::ProposeStep { workshop, person, by, step } => {
                vec![Event::StepProposed { workshop, person, by, step }]
            }
            // Asked once: whoever said no is not asked again.
            C::AskForWall { note, .. } if self.walls.contains_key(&note) => vec![],
            C::AskForWall { workshop, person, by, note } => {
                vec![Event::WallAsked { workshop, person, by, note }]
            }
            C::AnswerForWall { note, .. } if self.walls.get(&note) != Some(&None) => vec![],
            C::AnswerForWall { workshop, person, note, agreed } => {
                vec![Event::WallAnswered { workshop, person, note, agreed }]
            }
            C::SayFarewell { content, gesture, .. }
                if self.farewell.as_ref() == Some(&(content.clone(), gesture)) =>
            {
                vec![]
            }
            C::SayFarewell { workshop, person, content, gesture } => {
                vec![Event::FarewellSaid { workshop, person, content, gesture }]
            }
        })
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
