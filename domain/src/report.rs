//! What participation was in a workshop: arithmetic over acts, and nothing else.
//!
//! Every figure is a function of the acts recorded before a moment, so what a report
//! said on any day can be said again. A figure whose window is still open has no value
//! yet: it is neither zero nor everyone. Figures about few people are veiled by
//! [`veil`]; who comes back is in [`back`].
//!
//! The funnel follows the Growth team of Wikimedia (activation) and Kaplan and Meier
//! (1958) for the time to a first note: whoever has not published is not left out.

pub mod back;
pub mod figures;
pub mod veil;

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{NoteId, PersonId, WorkshopId};
use crate::visibility::Visibility;
use crate::words::words;

/// The version of these definitions, told with every figure that leaves the site.
pub const DEFINITIONS: u32 = 1;

/// How many words make a draft that holds together.
pub const DRAFT_WORDS: i64 = 20;

/// How many acts before a workshop make somebody a regular.
pub const REGULAR_ACTS: usize = 50;

/// Microseconds in a day.
pub const DAY: i64 = 86_400_000_000;

words! {
    /// What one did, as far as figures go.
    Did {
        /// A workshop opened.
        Opened,
        /// A workshop closed.
        Closed,
        /// They came to a door that was closed.
        Waited,
        /// They entered.
        Entered,
        /// They were somebody else all along, on another phone.
        Merged,
        /// They began a note.
        Drafted,
        /// They wrote on a draft nobody else can read.
        Wrote,
        /// They wrote on a note others can read.
        Revised,
        /// They read their draft again.
        Reread,
        /// They published.
        Published,
        /// They took a note back.
        Withdrew,
        /// They thanked someone for a note.
        Thanked,
        /// They answered a note with one word.
        Reacted,
        /// They read somebody's draft and answered.
        Looked,
        /// They said that two notes go together.
        Linked,
        /// They proposed a text.
        Suggested,
        /// They have an account.
        Claimed,
    }
}

words! {
    /// Who somebody was to the commons when they entered.
    Segment {
        /// They had never published.
        First,
        /// They had.
        Returning,
        /// They had acted many times.
        Regular,
    }
}

words! {
    /// How far one went, in order; whoever went further went through what comes before.
    Stage {
        /// They entered.
        Entered,
        /// They had an idea.
        Idea,
        /// They had a draft that holds together.
        Draft,
        /// They read it again.
        Reread,
        /// They published.
        Published,
        /// Somebody else answered their note.
        Answered,
    }
}

/// Something somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// When it was recorded, in microseconds since 1970, UTC.
    pub at: i64,
    /// What.
    pub did: Did,
    /// Who; nobody for a workshop that opens or closes.
    pub person: Option<PersonId>,
    /// Where, when it is said.
    pub workshop: Option<WorkshopId>,
    /// On which note.
    pub note: Option<NoteId>,
    /// Whom a second phone belonged to; whose note was thanked for.
    pub other: Option<PersonId>,
    /// How many words a draft has; zero for anything else.
    pub words: i64,
    /// By whom a published note can be read.
    pub visibility: Option<Visibility>,
}

/// One person of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct One {
    /// Who.
    pub person: PersonId,
    /// Who they were when they entered.
    pub segment: Segment,
    /// When they came, in microseconds.
    pub since: i64,
    /// When each stage was first reached, before the end of the workshop.
    pub reached: BTreeMap<Stage, i64>,
    /// Whether everyone could read their note at the end, and not the group alone.
    pub everyone: bool,
    /// The first note they published here, and when.
    pub first: Option<(NoteId, i64)>,
    /// When they claimed an account, if they did.
    pub claimed: Option<i64>,
    /// When others answered a note they wrote here, in order.
    pub answers: Vec<i64>,
    /// When they took their first note back, if it stayed so for a day or more.
    pub withdrawn: Option<i64>,
}

impl One {
    /// Whether they went at least as far as `stage` before the end.
    pub fn went(&self, stage: Stage) -> bool {
        self.reached.keys().any(|reached| *reached >= stage)
    }
}

/// A workshop and the acts that make its figures.
#[derive(Clone, Debug)]
pub struct Room {
    /// When it last closed, in microseconds; `None` while it is open.
    pub end: Option<i64>,
    /// Those who entered, each once.
    pub people: Vec<One>,
    /// What the same people did, anywhere.
    pub acts: Vec<Act>,
    /// When workshops these people entered were open: where, from, until.
    pub windows: Vec<(WorkshopId, i64, i64)>,
}

impl Room {
    /// The room of `workshop`, from the acts recorded before `until`. `acts` holds
    /// those of the workshop, those of the people who entered it, those on notes they
    /// wrote there, and the openings of every workshop they entered, in log order.
    pub fn of(workshop: &WorkshopId, acts: &[Act], until: i64) -> Self {
        let merged = merged(workshop, acts, until);
        let acts: Vec<Act> = acts
            .iter()
            .filter(|act| act.at < until)
            .map(|act| {
                let mut act = act.clone();
                if let Some(person) = &act.person {
                    act.person = Some(merged.get(person).unwrap_or(person).clone());
                }
                act
            })
            .collect();
        let windows = windows(&acts, until);
        let end = windows
            .iter()
            .rfind(|(one, ..)| one == workshop)
            .and_then(|(_, _, end)| (*end < until).then_some(*end));
        let mut people: BTreeMap<PersonId, i64> = BTreeMap::new();
        let entered: BTreeSet<&PersonId> = doors(&acts, workshop, Did::Entered).collect();
        for act in acts.iter().filter(|act| act.workshop.as_ref() == Some(workshop)) {
            if let (Did::Waited | Did::Entered, Some(person)) = (act.did, &act.person)
                && entered.contains(person)
            {
                people.entry(person.clone()).or_insert(act.at);
            }
        }
        let people = people
            .into_iter()
            .map(|(person, since)| one(&person, since, workshop, &acts, end.unwrap_or(until)))
            .collect();
        Self { end, people, acts, windows }
    }

    /// How many went at least as far as `stage`.
    pub fn reached(&self, stage: Stage) -> usize {
        self.people.iter().filter(|one| one.went(stage)).count()
    }

    /// How long those who reached `stage` took since the stage they reached before it, in
    /// microseconds, from the shortest.
    pub fn times(&self, stage: Stage) -> Vec<i64> {
        let time = |one: &One| {
            let at = *one.reached.get(&stage)?;
            let (_, before) = one.reached.range(..stage).next_back()?;
            (at >= *before).then_some(at - before)
        };
        let mut times: Vec<i64> = self.people.iter().filter_map(time).collect();
        times.sort_unstable();
        times
    }

    /// How long it took half of those who entered to publish, in microseconds; `None`
    /// when half of them did not. Kaplan and Meier's estimate of the time to the first
    /// note: those who had not published by the end count until then.
    pub fn time_to_first_note(&self) -> Option<i64> {
        let end = self.end?;
        let mut told: Vec<(i64, bool)> = self
            .people
            .iter()
            .map(|one| match one.reached.get(&Stage::Published) {
                Some(at) => (at - one.since, true),
                None => (end - one.since, false),
            })
            .collect();
        // At the same instant, notes come before whoever is not seen any longer.
        told.sort_unstable_by_key(|(time, published)| (*time, !published));
        let mut left = told.len();
        let mut without = 1.0_f64;
        for (time, published) in told {
            if published {
                #[expect(clippy::cast_precision_loss, reason = "a room holds five hundred")]
                let at_risk = left as f64;
                without *= 1.0 - 1.0 / at_risk;
                if without <= 0.5 + f64::EPSILON {
                    return Some(time);
                }
            }
            left -= 1;
        }
        None
    }
}

/// The first quarter, the middle and the third quarter of sorted `times`.
pub fn quartiles(times: &[i64]) -> Option<(i64, i64, i64)> {
    let at = |quarter: usize| times.get((times.len().checked_sub(1)? * quarter) / 4).copied();
    Some((at(1)?, at(2)?, at(3)?))
}

/// Whom each second phone of `workshop` belongs to, followed to the end.
fn merged(workshop: &WorkshopId, acts: &[Act], until: i64) -> BTreeMap<PersonId, PersonId> {
    let mut merged: BTreeMap<PersonId, PersonId> = BTreeMap::new();
    for act in acts.iter().filter(|act| act.at < until && act.did == Did::Merged) {
        if act.workshop.as_ref() == Some(workshop)
            && let (Some(person), Some(into)) = (&act.person, &act.other)
        {
            for known in merged.values_mut().filter(|known| *known == person) {
                *known = into.clone();
            }
            merged.insert(person.clone(), into.clone());
        }
    }
    merged
}

fn doors<'a>(
    acts: &'a [Act],
    workshop: &'a WorkshopId,
    did: Did,
) -> impl Iterator<Item = &'a PersonId> {
    acts.iter()
        .filter(move |act| act.did == did && act.workshop.as_ref() == Some(workshop))
        .filter_map(|act| act.person.as_ref())
}

/// When each workshop was open. One that opened again within its day is open from the
/// first opening to the last closing.
fn windows(acts: &[Act], until: i64) -> Vec<(WorkshopId, i64, i64)> {
    let mut windows: Vec<(WorkshopId, i64, i64)> = Vec::new();
    for act in acts {
        let Some(workshop) = &act.workshop else { continue };
        let known = windows.iter().position(|(known, ..)| known == workshop);
        match (act.did, known) {
            (Did::Opened, None) => windows.push((workshop.clone(), act.at, until)),
            (Did::Opened, Some(at)) => windows[at].2 = until,
            (Did::Closed, Some(at)) => windows[at].2 = act.at,
            _ => {}
        }
    }
    windows
}

fn one(person: &PersonId, since: i64, workshop: &WorkshopId, acts: &[Act], end: i64) -> One {
    let theirs = || acts.iter().filter(|act| act.person.as_ref() == Some(person));
    let here: BTreeSet<&NoteId> = theirs()
        .filter(|act| act.did == Did::Drafted && act.workshop.as_ref() == Some(workshop))
        .filter_map(|act| act.note.as_ref())
        .collect();
    let mut one = One {
        person: person.clone(),
        segment: segment(theirs(), since),
        since,
        reached: BTreeMap::from([(Stage::Entered, since)]),
        everyone: false,
        first: None,
        claimed: theirs().find(|act| act.did == Did::Claimed).map(|act| act.at),
        answers: Vec::new(),
        withdrawn: None,
    };
    for act in acts {
        let on_theirs = act.note.as_ref().is_some_and(|note| here.contains(note));
        let by_them = act.person.as_ref() == Some(person);
        let stage = match act.did {
            Did::Drafted if by_them && on_theirs => Some(Stage::Idea),
            Did::Reread if by_them && act.workshop.as_ref() == Some(workshop) => {
                Some(Stage::Reread)
            }
            Did::Published if by_them && on_theirs => {
                publish(&mut one, act, end);
                Some(Stage::Published)
            }
            Did::Withdrew if by_them && on_theirs => {
                one.withdrawn = Some(act.at);
                None
            }
            Did::Thanked | Did::Reacted if on_theirs && !by_them => {
                one.answers.push(act.at);
                Some(Stage::Answered)
            }
            _ => None,
        };
        let holds = matches!(act.did, Did::Drafted | Did::Wrote | Did::Revised)
            && on_theirs
            && act.words >= DRAFT_WORDS;
        for stage in stage.into_iter().chain(holds.then_some(Stage::Draft)) {
            if act.at <= end {
                one.reached.entry(stage).or_insert(act.at);
            }
        }
    }
    one
}

/// Taken back and published again is published: what counts is where it stays.
fn publish(one: &mut One, act: &Act, end: i64) {
    if one.first.is_none()
        && let Some(note) = &act.note
    {
        one.first = Some((note.clone(), act.at));
    }
    one.withdrawn = None;
    if act.at <= end {
        one.everyone |= act.visibility == Some(Visibility::Everyone);
    }
}

fn segment<'a>(theirs: impl Iterator<Item = &'a Act>, since: i64) -> Segment {
    let mut published = false;
    let mut acts = 0;
    for act in theirs.filter(|act| act.at < since) {
        published |= act.did == Did::Published;
        acts += usize::from(back::is_gesture(act.did));
    }
    match (published, acts) {
        (_, REGULAR_ACTS..) => Segment::Regular,
        (true, _) => Segment::Returning,
        (false, _) => Segment::First,
    }
}
