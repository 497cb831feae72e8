//! The people of one workshop, each once, and how far they went: acts folded up to a moment.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Act, DRAFT_WORDS, Did, REGULAR_ACTS, Segment, Stage, back};
use crate::core::ids::{NoteId, PersonId, WorkshopId};
use crate::notes::visibility::Visibility;

/// One person of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
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
    /// When others answered that first note, in order.
    pub answers: Vec<i64>,
    /// When they took that first note back, unless they published it again.
    pub withdrawn: Option<i64>,
}

impl Participant {
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
    pub people: Vec<Participant>,
    /// What the same people did, anywhere.
    pub acts: Vec<Act>,
    /// When workshops these people entered were open: where, from, until.
    pub windows: Vec<(WorkshopId, i64, i64)>,
}

impl Room {
    /// The room of `workshop`, from the acts recorded before `until`. `acts` holds
    /// those of the workshop, those of the people who entered it, those on notes they
    /// wrote there, and the openings of every workshop they entered, in log order.
    ///
    /// Who is in it is settled at its end: whoever is admitted or found to have had two
    /// phones later changes no figure that was told.
    pub fn of(workshop: &WorkshopId, acts: &[Act], until: i64) -> Self {
        let known: Vec<&Act> = acts.iter().filter(|act| act.at < until).collect();
        let windows = windows(&known, until);
        let end = windows
            .iter()
            .rfind(|(it, ..)| it == workshop)
            .and_then(|(_, _, end)| (*end < until).then_some(*end));
        let settled = end.unwrap_or(until);
        let merged = merged(workshop, &known, settled);
        let whole = |act: &&Act| {
            let mut act = (*act).clone();
            if let Some(person) = &act.person {
                act.person = Some(merged.get(person).unwrap_or(person).clone());
            }
            act
        };
        let acts: Vec<Act> = known.iter().map(whole).collect();
        let people = present(&acts, workshop, settled);
        let (of_person, on_notes) = (by_person(&acts), by_note(&acts));
        let people = people
            .into_iter()
            .map(|(person, since)| {
                let own = of_person.get(&person).map_or(&[][..], Vec::as_slice);
                participant_of(&person, since, workshop, (own, &on_notes), settled)
            })
            .collect();
        Self { end, people, acts, windows }
    }

    /// How many went at least as far as `stage`.
    pub fn reached(&self, stage: Stage) -> usize {
        self.people.iter().filter(|it| it.went(stage)).count()
    }

    /// How long those who reached `stage` took since the stage they reached before it, in
    /// microseconds, from the shortest.
    pub fn times(&self, stage: Stage) -> Vec<i64> {
        let time = |participant: &Participant| {
            let at = *participant.reached.get(&stage)?;
            let (_, before) = participant.reached.range(..stage).next_back()?;
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
        let mut result: Vec<(i64, bool)> = self
            .people
            .iter()
            .map(|participant| match participant.reached.get(&Stage::Published) {
                Some(at) => (at - participant.since, true),
                None => (end - participant.since, false),
            })
            .collect();
        // At the same instant, notes come before whoever is not seen any longer.
        result.sort_unstable_by_key(|(time, published)| (*time, !published));
        let mut left = result.len();
        let mut without = 1.0_f64;
        for (time, published) in result {
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

/// Whom each second phone of `workshop` was known to belong to at `settled`, followed to
/// the end.
fn merged(workshop: &WorkshopId, acts: &[&Act], settled: i64) -> BTreeMap<PersonId, PersonId> {
    let mut merged: BTreeMap<PersonId, PersonId> = BTreeMap::new();
    for act in acts.iter().filter(|act| act.at <= settled && act.did == Did::Merged) {
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

/// Those who had entered `workshop` at `settled`, and since when they were there.
fn present(acts: &[Act], workshop: &WorkshopId, settled: i64) -> BTreeMap<PersonId, i64> {
    let here: Vec<&Act> = acts
        .iter()
        .filter(|act| act.at <= settled && act.workshop.as_ref() == Some(workshop))
        .collect();
    let entered: BTreeSet<&PersonId> = here
        .iter()
        .filter(|act| act.did == Did::Entered)
        .filter_map(|act| act.person.as_ref())
        .collect();
    let mut people: BTreeMap<PersonId, i64> = BTreeMap::new();
    for act in here {
        if let (Did::Waited | Did::Entered, Some(person)) = (act.did, &act.person)
            && entered.contains(person)
        {
            people.entry(person.clone()).or_insert(act.at);
        }
    }
    people
}

/// When each workshop was open. One that opened again within its day is open from the
/// first opening to the last closing.
fn windows(acts: &[&Act], until: i64) -> Vec<(WorkshopId, i64, i64)> {
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

/// The acts of each person, in order.
fn by_person(acts: &[Act]) -> HashMap<&PersonId, Vec<&Act>> {
    let mut found: HashMap<&PersonId, Vec<&Act>> = HashMap::new();
    for act in acts {
        if let Some(person) = &act.person {
            found.entry(person).or_default().push(act);
        }
    }
    found
}

type OnNotes<'a> = HashMap<&'a NoteId, Vec<&'a Act>>;

/// The acts on each note, in order.
fn by_note(acts: &[Act]) -> OnNotes<'_> {
    let mut found: OnNotes<'_> = HashMap::new();
    for act in acts {
        if let Some(note) = &act.note {
            found.entry(note).or_default().push(act);
        }
    }
    found
}

fn participant_of(
    person: &PersonId,
    since: i64,
    workshop: &WorkshopId,
    (own, on_notes): (&[&Act], &OnNotes<'_>),
    end: i64,
) -> Participant {
    let is_here = |act: &Act| act.workshop.as_ref() == Some(workshop);
    let here: BTreeSet<&NoteId> = own
        .iter()
        .filter(|act| act.did == Did::Drafted && is_here(act))
        .filter_map(|act| act.note.as_ref())
        .collect();
    let mut participant = Participant {
        person: person.clone(),
        segment: segment(own, since),
        since,
        reached: BTreeMap::from([(Stage::Entered, since)]),
        everyone: false,
        first: None,
        claimed: own.iter().find(|act| act.did == Did::Claimed).map(|act| act.at),
        answers: Vec::new(),
        withdrawn: None,
    };
    let reach = |participant: &mut Participant, stage: Stage, at: i64| {
        if at <= end {
            let first = participant.reached.entry(stage).or_insert(at);
            *first = at.min(*first);
        }
    };
    for act in own {
        let on_own = act.note.as_ref().is_some_and(|note| here.contains(note));
        match act.did {
            Did::Drafted if on_own => reach(&mut participant, Stage::Idea, act.at),
            Did::Reread if is_here(act) => reach(&mut participant, Stage::Reread, act.at),
            Did::Published if on_own => {
                publish(&mut participant, act);
                reach(&mut participant, Stage::Published, act.at);
            }
            Did::Withdrew if is_first(&participant, act) => participant.withdrawn = Some(act.at),
            _ => {}
        }
    }
    for act in here.iter().filter_map(|note| on_notes.get(*note)).flatten() {
        let by_them = act.person.as_ref() == Some(person);
        match act.did {
            Did::Thanked | Did::Reacted if !by_them => {
                if is_first(&participant, act) {
                    participant.answers.push(act.at);
                }
                reach(&mut participant, Stage::Answered, act.at);
            }
            Did::Drafted | Did::Wrote | Did::Revised if act.words >= DRAFT_WORDS => {
                reach(&mut participant, Stage::Draft, act.at);
            }
            _ => {}
        }
    }
    participant.answers.sort_unstable();
    participant.everyone = here.iter().any(|note| {
        let mut result = on_notes.get(*note).into_iter().flatten().filter(|act| act.at <= end);
        let last = result.rfind(|act| matches!(act.did, Did::Published | Did::Withdrew));
        last.is_some_and(|act| act.visibility == Some(Visibility::Everyone))
    });
    participant
}

/// Whether it is on the first note they published here.
fn is_first(participant: &Participant, act: &Act) -> bool {
    participant.first.as_ref().map(|(note, _)| note) == act.note.as_ref()
}

/// Taken back and published again is published: what counts is where it stays.
fn publish(participant: &mut Participant, act: &Act) {
    if participant.first.is_none()
        && let Some(note) = &act.note
    {
        participant.first = Some((note.clone(), act.at));
    }
    if is_first(participant, act) {
        participant.withdrawn = None;
    }
}

fn segment(own: &[&Act], since: i64) -> Segment {
    let mut published = false;
    let mut acts = 0;
    for act in own.iter().filter(|act| act.at < since) {
        published |= act.did == Did::Published;
        acts += usize::from(back::is_gesture(act.did));
    }
    match (published, acts) {
        (_, REGULAR_ACTS..) => Segment::Regular,
        (true, _) => Segment::Returning,
        (false, _) => Segment::First,
    }
}
