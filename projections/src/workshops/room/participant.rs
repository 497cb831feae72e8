//! One person in one workshop: what is known of them, and what each gesture changes of it.

use std::collections::BTreeMap;
use std::ops::Deref;

use domain::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use domain::notes::note::Door;
use domain::workshops::participation::{Consent, Event, Gesture, HandReason, Reached};
use domain::workshops::script::Step;
use migrations::value::Kind;
use migrations::{DbError, Row, Value};
use serde::{Deserialize, Serialize};

use crate::core::columns::{Column, columns, text_columns};

text_columns!(HandReason, Gesture, Step: |word| word.into());

/// One block of writing: what was meant, and how far it went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The objective, in the content table.
    pub stated: Option<ContentId>,
    /// How far it was reached.
    pub reached: Option<Reached>,
}

columns! {
    /// What the room remembers of one person. Times are in microseconds, 0 when there is none.
    pub struct Remembered in "p_room"
    by { workshop: WorkshopId, person: PersonId }
    has blank {
        /// The door they chose.
        door: Option<Door>,
        /// The steps they have done, in the order they did them.
        done: Vec<Step>,
        /// The note they write here.
        note: Option<NoteId>,
        /// Why their hand is up, if it is.
        hand: Option<HandReason>,
        /// Since when.
        hand_at: i64,
        entered_at: i64,
        /// When they last moved on.
        last_at: i64,
        /// The position of the last event that touched this row.
        position: i64,
        /// Who said "I am going".
        helper: Option<PersonId>,
        /// Whether they agree to be quoted by the name they go by.
        quote: bool,
        /// Whether they want news of their note.
        news: bool,
        /// Who writes for them.
        scribe: Option<PersonId>,
        /// Whom they were all along, when they had two phones.
        merged_into: Option<PersonId>,
        /// What they said in the round, in the content table.
        sketch: Option<ContentId>,
        /// The word they left, in the content table.
        farewell: Option<ContentId>,
        /// The gesture they chose.
        gesture: Option<Gesture>,
        /// Their blocks of writing, by number.
        blocks: BTreeMap<u32, Block>,
        /// The last kind word said to them, in the content table.
        word: Option<ContentId>,
        word_at: i64,
        /// The draft they show to whoever comes to help.
        shown: Option<NoteId>,
        /// The step somebody proposed.
        proposed: Option<Step>,
        proposed_at: i64,
        /// The note the wall would like to show, if they agree.
        wall_asked: Option<NoteId>,
        /// The note its writer keeps off the wall.
        wall_declined: Option<NoteId>,
    }
}

/// In the order they were done, a space between two.
impl Column for Vec<Step> {
    const KIND: Kind = Kind::Text;

    fn read(row: &Row, at: usize) -> Result<Self, DbError> {
        Ok(row.text(at).split_whitespace().filter_map(|word| word.parse().ok()).collect())
    }

    fn value(&self) -> Value {
        self.iter().map(|step| step.word()).collect::<Vec<_>>().join(" ").into()
    }
}

/// In JSON.
impl Column for BTreeMap<u32, Block> {
    const KIND: Kind = Kind::Text;

    fn read(row: &Row, at: usize) -> Result<Self, DbError> {
        Ok(serde_json::from_str(&row.text(at)).unwrap_or_default())
    }

    fn value(&self) -> Value {
        serde_json::to_string(self).expect("plain data, which always serialises").into()
    }
}

/// What the room remembers of one person, and what it is shown with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    pub remembered: Remembered,
    /// The name they go by; empty once erased.
    pub name: String,
    /// Whether they were asked to stay out.
    pub out: bool,
}

impl Deref for Participant {
    type Target = Remembered;

    fn deref(&self) -> &Remembered {
        &self.remembered
    }
}

impl Participant {
    /// The statement that reads some of them; `rest` says which, of `r`, and in which order.
    pub(super) fn select(rest: &str) -> String {
        let columns = Remembered::select("r.");
        format!(
            "select {columns}, coalesce(p.name, ''), case when o.person is null then 0 else 1 end
             from p_room r left join people p on p.person = r.person
             left join p_room_out o on o.workshop = r.workshop and o.person = r.person {rest}"
        )
    }

    pub(super) fn read(row: &Row) -> Result<Self, DbError> {
        let after = Remembered::KINDS.len();
        let remembered = Remembered::read(row)?;
        Ok(Self { remembered, name: row.text(after), out: row.yes(after + 1) })
    }
}

impl Remembered {
    /// What someone's own gesture changes. `at` is in microseconds.
    pub(super) fn take_part(&mut self, event: &Event, at: i64) {
        use Event as E;
        match event {
            E::DoorChosen { door, .. } => self.door = Some(*door),
            E::HandRaised { reason, .. } => {
                self.hand = Some(*reason);
                self.hand_at = at;
            }
            E::HandLowered { .. } => {
                self.hand = None;
                self.helper = None;
                self.shown = None;
            }
            // After all those that are up.
            E::HandPostponed { .. } => {
                self.hand_at = at;
                self.helper = None;
            }
            E::HelpClaimed { by, .. } => self.helper = Some(by.clone()),
            E::HelpReleased { .. } => self.helper = None,
            E::Sketched { content, .. } => self.sketch = Some(content.clone()),
            E::ConsentRecorded { consent, given, .. } => match consent {
                Consent::Quote => self.quote = *given,
                Consent::News => self.news = *given,
            },
            E::Encouraged { content, .. } => {
                self.word = Some(content.clone());
                self.word_at = at;
            }
            E::DraftShown { note, .. } => self.shown = Some(note.clone()),
            E::DraftHidden { .. } => self.shown = None,
            E::StepProposed { step, .. } => {
                self.proposed = Some(*step);
                self.proposed_at = at;
            }
            E::WallAsked { note, .. } => self.wall_asked = Some(note.clone()),
            E::WallAnswered { note, agreed, .. } => {
                self.wall_asked = None;
                if !agreed {
                    self.wall_declined = Some(note.clone());
                }
            }
            E::ScribeNamed { scribe, .. } => self.scribe = Some(scribe.clone()),
            E::ScribeEnded { .. } => self.scribe = None,
            E::ObjectiveStated { block, content, .. } => {
                self.blocks.entry(*block).or_default().stated = Some(content.clone());
            }
            E::ObjectiveTold { block, reached, .. } => {
                self.blocks.entry(*block).or_default().reached = Some(*reached);
            }
            E::FarewellSaid { content, gesture, .. } => {
                self.farewell.clone_from(content);
                self.gesture = *gesture;
            }
            // `completed_by` has spoken.
            E::StepCompleted { .. } | E::ReactionGiven { .. } => {}
        }
    }
}
