//! What a workshop remembers, and how it answers.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Act, Command, Details, Error, Event, LONGEST, MOST_ITEMS, MOST_PLACES};
use super::{Conclusion, Door, Mandate, Role, Scene, ScriptRef, Tone};
use crate::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::workshops::script::{Item, Step, What};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Stage {
    #[default]
    Prepared,
    Open,
    Closed,
}

/// Just enough to answer the next command.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Workshop {
    id: Option<WorkshopId>,
    facilitator: Option<PersonId>,
    stage: Stage,
    places: u32,
    people: BTreeSet<PersonId>,
    waiting: BTreeSet<PersonId>,
    merged: BTreeMap<PersonId, PersonId>,
    /// Who was asked to stay out, and whether they were in.
    out: BTreeMap<PersonId, bool>,
    door: Door,
    roles: BTreeSet<(PersonId, Role)>,
    mandates: BTreeMap<Role, Mandate>,
    arranged: Option<(ScriptRef, Vec<Item>)>,
    details: Details,
    name: Option<ContentId>,
    tone: Tone,
    item: Option<What>,
    pace: Option<Step>,
    scene: Scene,
    conclusion: Conclusion,
    synthesis: Option<NoteId>,
    /// Whether anyone may read how it went.
    story: bool,
}

impl Workshop {
    /// Whether someone has come in, under this name or the one they were joined to.
    pub fn has(&self, person: &PersonId) -> bool {
        self.people.contains(person) || self.merged.contains_key(person)
    }

    pub(super) fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        let (Some(facilitator), Some(id)) = (&self.facilitator, &self.id) else {
            return match command {
                Command::Prepare { places, .. } if !(1..=MOST_PLACES).contains(&places) => {
                    Err(Error::OddPlaces)
                }
                Command::Prepare { workshop, by, content, script, places, tone, on } => {
                    Ok(vec![Event::Prepared { workshop, by, content, script, places, tone, on }])
                }
                Command::Enter { .. }
                | Command::Seat { .. }
                | Command::Wait { .. }
                | Command::TakeRole { .. }
                | Command::Run { .. } => Err(Error::Missing),
            };
        };
        let workshop = id.clone();
        match command {
            Command::Prepare { .. } => Err(Error::AlreadyPrepared),

            Command::Enter { person } | Command::Seat { person, .. } if self.has(&person) => {
                Ok(vec![])
            }
            Command::Enter { person } | Command::Wait { person }
                if self.out.contains_key(&person) =>
            {
                Err(Error::SentOut)
            }
            Command::Enter { .. } | Command::Seat { .. } | Command::Wait { .. }
                if self.stage == Stage::Prepared =>
            {
                Err(Error::NotOpenYet)
            }
            Command::Enter { .. } | Command::Seat { .. } if self.stage == Stage::Closed => {
                Err(Error::Over)
            }
            Command::Seat { by, .. } if !self.may_seat(facilitator, &by) => {
                Err(Error::NotInTheRoom)
            }
            Command::Enter { .. } | Command::Wait { .. } if self.is_shut() => Err(Error::Shut),
            Command::Enter { .. } | Command::Seat { .. } if self.is_full() => Err(Error::Full),
            Command::Enter { .. } if self.door == Door::Held => Err(Error::Held),
            Command::Enter { person } | Command::Seat { person, .. } => {
                Ok(vec![Event::Entered { workshop, person }])
            }

            Command::Wait { person }
                if self.waiting.contains(&person) || self.people.contains(&person) =>
            {
                Ok(vec![])
            }
            // A queue that grows without end helps nobody.
            Command::Wait { .. } if self.waiting.len() >= MOST_PLACES as usize => Err(Error::Full),
            Command::Wait { person } => Ok(vec![Event::Waited { workshop, person }]),

            Command::TakeRole { person, role }
                if person == *facilitator || self.roles.contains(&(person.clone(), role)) =>
            {
                Ok(vec![])
            }
            Command::TakeRole { person, role } => {
                Ok(vec![Event::RoleTaken { workshop, person, role }])
            }

            Command::Run { by, act } if !self.may(facilitator, &by, &act) => {
                Err(Error::NotItsFacilitator)
            }
            Command::Run { by, act } => self.run(workshop, by, act),
        }
    }

    /// Whoever runs it may do everything; whoever keeps the notes makes the synthesis.
    fn may(&self, facilitator: &PersonId, by: &PersonId, act: &Act) -> bool {
        let holds = |role| self.roles.contains(&(by.clone(), role));
        by == facilitator
            || holds(Role::Process)
            // Who may erase is asked earlier, in `app::access`: those who look after the commons.
            || matches!(act, Act::EraseWords { .. })
            || (matches!(act, Act::Synthesise(_)) && holds(Role::Notes))
            || (matches!(act, Act::SeeNames) && self.roles.iter().any(|(holder, _)| holder == by))
    }

    /// Those who run it, or hold a role; anyone in the room while people come in freely.
    fn may_seat(&self, facilitator: &PersonId, by: &PersonId) -> bool {
        by == facilitator
            || self.roles.iter().any(|(holder, _)| holder == by)
            || (self.people.contains(by) && self.door == Door::Free)
    }

    /// Whether nobody comes in for the moment: once it is over, the door says that instead.
    fn is_shut(&self) -> bool {
        self.stage == Stage::Open && self.door == Door::Shut
    }

    fn is_full(&self) -> bool {
        self.people.len() >= self.places as usize
    }

    fn run(&self, workshop: WorkshopId, by: PersonId, act: Act) -> Result<Vec<Event>, Error> {
        Ok(match act {
            Act::Open if self.stage == Stage::Open => vec![],
            Act::Open => self.opened(workshop, by),
            Act::Close if self.stage != Stage::Open => vec![],
            Act::Close => self.closed(workshop, by),
            Act::AddPlaces(places)
                if places == 0 || self.places.saturating_add(places) > MOST_PLACES =>
            {
                return Err(Error::OddPlaces);
            }
            Act::AddPlaces(places) => vec![Event::PlacesAdded { workshop, by, places }],

            Act::Arrange(script, items) => {
                check(&items)?;
                if self.arranged.as_ref() == Some(&(script.clone(), items.clone())) {
                    return Ok(vec![]);
                }
                vec![Event::Arranged { workshop, by, script, items }]
            }
            Act::Detail(details) if details == self.details => vec![],
            Act::Detail(details) => vec![Event::Detailed { workshop, by, details }],
            Act::Rename(content) if Some(&content) == self.name.as_ref() => vec![],
            Act::Rename(content) => vec![Event::Renamed { workshop, by, content }],
            Act::Speak(tone) if tone == self.tone => vec![],
            Act::Speak(tone) => vec![Event::ToneSet { workshop, by, tone }],

            Act::EndRole(person, role) if !self.roles.contains(&(person.clone(), role)) => vec![],
            Act::EndRole(person, role) => vec![Event::RoleEnded { workshop, by, person, role }],
            Act::Mandate(role, mandate) if self.mandates.get(&role) == mandate.as_ref() => vec![],
            Act::Mandate(role, mandate) => vec![Event::MandateSet { workshop, by, role, mandate }],

            Act::SetDoor(door) if door == self.door => vec![],
            Act::SetDoor(door) => vec![Event::DoorSet { workshop, by, door }],
            Act::SendOut(person) if self.out.contains_key(&person) => vec![],
            Act::SendOut(person) if self.people.contains(&person) => {
                vec![Event::SentOut { workshop, by, person }]
            }
            Act::SendOut(person) if self.waiting.contains(&person) => {
                vec![Event::Dismissed { workshop, by, person }]
            }
            Act::SendOut(_) => return Err(Error::NotInTheRoom),
            Act::BringBack(person) => match self.out.get(&person) {
                None => vec![],
                Some(_) if self.is_full() => return Err(Error::Full),
                Some(true) => vec![Event::BroughtBack { workshop, by, person }],
                Some(false) => vec![Event::Admitted { workshop, by, person }],
            },
            Act::Admit(person) if self.people.contains(&person) => vec![],
            Act::Admit(person) if !self.waiting.contains(&person) => {
                return Err(Error::NotInTheRoom);
            }
            Act::Admit(_) if self.is_full() => return Err(Error::Full),
            Act::Admit(person) => vec![Event::Admitted { workshop, by, person }],
            Act::Merge(person, into) if self.merged.get(&person) == Some(&into) => vec![],
            Act::Merge(person, into)
                if person == into
                    || !self.people.contains(&person)
                    || !self.people.contains(&into) =>
            {
                return Err(Error::NotInTheRoom);
            }
            Act::Merge(person, into) => vec![Event::Merged { workshop, by, person, into }],

            // Its clock and its pace ended with it: a console left open changes nothing.
            Act::StartItem(_) | Act::Extend(_) | Act::Pace(_) if self.stage == Stage::Closed => {
                vec![]
            }
            Act::Announce(_) if self.stage == Stage::Closed => return Err(Error::Over),
            Act::StartItem(item) if self.item == Some(item) => vec![],
            Act::StartItem(item) => vec![Event::ItemStarted { workshop, by, item }],
            Act::Extend(seconds) if seconds == 0 || self.item.is_none() => vec![],
            Act::Extend(seconds) => {
                vec![Event::ItemExtended { workshop, by, seconds: seconds.min(LONGEST) }]
            }
            Act::Pace(until) if until == self.pace => vec![],
            Act::Pace(until) => vec![Event::PaceSet { workshop, by, until }],
            Act::Announce(content) => vec![Event::Announced { workshop, by, content }],
            Act::EraseWords { contents, .. } if contents.is_empty() => vec![],
            Act::EraseWords { contents, reason } => {
                vec![Event::WordsErased { workshop, by, contents, reason }]
            }
            Act::SeeNames => vec![Event::NamesSeen { workshop, by }],
            Act::ShowStory(shown) if shown == self.story => vec![],
            Act::ShowStory(true) => vec![Event::StoryShown { workshop, by }],
            Act::ShowStory(false) => vec![Event::StoryHidden { workshop, by }],
            Act::Show(scene) if scene == self.scene => vec![],
            Act::Show(scene) => vec![Event::SceneShown { workshop, by, scene }],

            Act::Conclude(conclusion) if conclusion == self.conclusion => vec![],
            Act::Conclude(conclusion) => vec![Event::Concluded { workshop, by, conclusion }],
            Act::Synthesise(note) if self.synthesis.as_ref() == Some(&note) => vec![],
            Act::Synthesise(note) => vec![Event::SynthesisBegun { workshop, by, note }],
        })
    }

    /// The end is on the wall as soon as it is said.
    fn closed(&self, workshop: WorkshopId, by: PersonId) -> Vec<Event> {
        let scene = Scene::Thanks;
        let shown = Event::SceneShown { workshop: workshop.clone(), by: by.clone(), scene };
        let closed = Event::Closed { workshop, by };
        if self.scene == scene { vec![closed] } else { vec![closed, shown] }
    }

    /// Opened again, its wall says how to come in again.
    fn opened(&self, workshop: WorkshopId, by: PersonId) -> Vec<Event> {
        let scene = Scene::Enter;
        let again = self.stage == Stage::Closed && self.scene == Scene::Thanks;
        let shown = Event::SceneShown { workshop: workshop.clone(), by: by.clone(), scene };
        let opened = Event::Opened { workshop, by };
        if again { vec![opened, shown] } else { vec![opened] }
    }

    pub(super) fn evolve(&mut self, event: Event) {
        match event {
            Event::Prepared { workshop, by, content, places, tone, .. } => {
                self.id = Some(workshop);
                self.facilitator = Some(by);
                self.name = Some(content);
                self.places = places;
                self.tone = tone;
            }
            Event::Opened { .. } => self.stage = Stage::Open,
            Event::StoryShown { .. } => self.story = true,
            Event::StoryHidden { .. } => self.story = false,
            Event::Closed { .. } => self.stage = Stage::Closed,
            Event::PlacesAdded { places, .. } => self.places += places,
            Event::Entered { person, .. } | Event::Admitted { person, .. } => {
                self.waiting.remove(&person);
                self.out.remove(&person);
                self.people.insert(person);
            }
            Event::DoorSet { door, .. } => self.door = door,
            Event::SentOut { person, .. } => {
                self.people.remove(&person);
                self.out.insert(person, true);
            }
            Event::Dismissed { person, .. } => {
                self.waiting.remove(&person);
                self.out.insert(person, false);
            }
            Event::BroughtBack { person, .. } => {
                self.out.remove(&person);
                self.people.insert(person);
            }
            Event::Arranged { script, items, .. } => self.arranged = Some((script, items)),
            Event::Detailed { details, .. } => self.details = details,
            Event::Renamed { content, .. } => self.name = Some(content),
            Event::ToneSet { tone, .. } => self.tone = tone,
            Event::RoleTaken { person, role, .. } => {
                self.roles.insert((person, role));
            }
            Event::RoleEnded { person, role, .. } => {
                self.roles.remove(&(person, role));
            }
            Event::MandateSet { role, mandate, .. } => match mandate {
                Some(mandate) => {
                    self.mandates.insert(role, mandate);
                }
                None => {
                    self.mandates.remove(&role);
                }
            },
            Event::Waited { person, .. } => {
                self.waiting.insert(person);
            }
            Event::Merged { person, into, .. } => {
                self.people.remove(&person);
                self.merged.insert(person, into);
            }
            Event::ItemStarted { item, .. } => self.item = Some(item),
            Event::ItemExtended { .. }
            | Event::Announced { .. }
            | Event::NamesSeen { .. }
            | Event::WordsErased { .. } => {}
            Event::PaceSet { until, .. } => self.pace = until,
            Event::SceneShown { scene, .. } => self.scene = scene,
            Event::Concluded { conclusion, .. } => self.conclusion = conclusion,
            Event::SynthesisBegun { note, .. } => self.synthesis = Some(note),
        }
    }
}

/// Each step once, after the one it needs, and the whole in a day. A card may come
/// as often as one likes.
///
/// # Errors
/// [`Error::OddScript`] and [`Error::OutOfOrder`].
pub fn check(items: &[Item]) -> Result<(), Error> {
    let steps: Vec<Step> = items.iter().filter_map(Item::step).collect();
    let distinct: std::collections::HashSet<Step> = steps.iter().copied().collect();
    let lasts = items.iter().filter(|item| !item.hidden).map(Item::lasts);
    let lasts = lasts.fold(0, u32::saturating_add);
    let odd = steps.is_empty()
        || distinct.len() < steps.len()
        || items.len() > MOST_ITEMS
        || lasts > LONGEST
        || items.iter().any(|item| item.times == 0);
    if odd {
        return Err(Error::OddScript);
    }
    let misplaced = |(at, step): (usize, &Step)| {
        step.needs().is_some_and(|needed| !steps[..at].contains(&needed))
    };
    if steps.iter().enumerate().any(misplaced) { Err(Error::OutOfOrder) } else { Ok(()) }
}
