//! What changes while a workshop is prepared and run: kept as one JSON value beside
//! its row, because pages always want all of it and no query looks inside.

use std::collections::BTreeMap;

use domain::core::ids::{ContentId, NoteId};
use domain::workshops::script::{Item, Step, What};
use domain::workshops::workshop::{Conclusion, Details, Door, Event, Mandate, Role, Scene};
use serde::{Deserialize, Serialize};

/// Words said to everyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    pub content: ContentId,
    /// When, in microseconds.
    pub at: i64,
}

/// The item under way, for the clock that proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnderWay {
    pub item: What,
    /// Since when, in microseconds.
    pub since: i64,
    /// How many seconds were added to it.
    pub extra: u32,
}

/// How often what calendars hold of the next session changed: they keep the newest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// How many times it was moved, or the workshop renamed, since it was first said.
    pub changes: u32,
    /// When it last was, or was first said, in microseconds.
    pub changed_at: i64,
}

/// What was decided so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Live {
    /// The items, when they are not those of the script itself.
    pub items: Option<Vec<Item>>,
    /// When, where, for whom.
    pub details: Details,
    /// What was agreed about each role.
    pub mandates: BTreeMap<Role, Mandate>,
    /// The item under way.
    pub under_way: Option<UnderWay>,
    /// The last step that is open, when not all are.
    pub pace: Option<Step>,
    /// What was last said to everyone.
    pub announcement: Option<Announcement>,
    /// What the projected page shows.
    pub scene: Scene,
    pub conclusion: Conclusion,
    /// What calendars show of the next session.
    pub session: Session,
    /// How people come in while it is open.
    pub door: Door,
    /// Whether anyone may read how it went.
    pub story: bool,
    /// The note of its synthesis.
    pub synthesis: Option<NoteId>,
}

impl Live {
    /// Applies an event. `at` is in microseconds.
    pub(super) fn apply(&mut self, event: &Event, at: i64) {
        match event {
            Event::Arranged { items, .. } => self.items = Some(items.clone()),
            Event::Detailed { details, .. } => self.details = details.clone(),
            Event::MandateSet { role, mandate, .. } => match mandate {
                Some(mandate) => {
                    self.mandates.insert(*role, mandate.clone());
                }
                None => {
                    self.mandates.remove(role);
                }
            },
            Event::ItemStarted { item, .. } => {
                self.under_way = Some(UnderWay { item: *item, since: at, extra: 0 });
            }
            Event::ItemExtended { seconds, .. } => {
                if let Some(under_way) = &mut self.under_way {
                    under_way.extra = under_way.extra.saturating_add(*seconds);
                }
            }
            Event::PaceSet { until, .. } => self.pace = *until,
            Event::Announced { content, .. } => {
                self.announcement = Some(Announcement { content: content.clone(), at });
            }
            Event::SceneShown { scene, .. } => self.scene = *scene,
            Event::DoorSet { door, .. } => self.door = *door,
            Event::Concluded { conclusion, .. } => {
                let former = self.conclusion.next_at;
                if conclusion.next_at != former {
                    self.session.changes += u32::from(former.is_some());
                    self.session.changed_at = at;
                }
                self.conclusion = conclusion.clone();
            }
            Event::Renamed { .. } if self.conclusion.next_at.is_some() => {
                self.session.changes += 1;
                self.session.changed_at = at;
            }
            Event::StoryShown { .. } => self.story = true,
            Event::StoryHidden { .. } => self.story = false,
            Event::SynthesisBegun { note, .. } => self.synthesis = Some(note.clone()),
            Event::Prepared { .. }
            | Event::NamesSeen { .. }
            | Event::WordsErased { .. }
            | Event::Opened { .. }
            | Event::Closed { .. }
            | Event::PlacesAdded { .. }
            | Event::Entered { .. }
            | Event::Renamed { .. }
            | Event::ToneSet { .. }
            | Event::RoleTaken { .. }
            | Event::RoleEnded { .. }
            | Event::Waited { .. }
            | Event::Admitted { .. }
            | Event::SentOut { .. }
            | Event::Dismissed { .. }
            | Event::BroughtBack { .. }
            | Event::Merged { .. } => {}
        }
    }
}
