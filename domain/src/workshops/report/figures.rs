//! The figures of one workshop as they may be told on a given day.

use std::collections::BTreeSet;

use super::back::{self, Return};
use super::veil::{Eyes, Shown, Veil, did_in_parts, is_small, parts};
use super::{Act, DAY, Did, Room, Segment, Stage, quartiles};
use crate::core::ids::{PersonId, WorkshopId};
use strum::VariantArray as _;

/// A figure that has a value once its window is closed, and not before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Final<T> {
    /// It will be known at this instant, in microseconds since 1970, UTC.
    At(i64),
    /// It is this, and will not change.
    Is(T),
}

/// One step of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub stage: Stage,
    /// How many went at least that far.
    pub count: Shown,
    /// How long it took since the step before, in microseconds: the first quarter, the
    /// middle, the third quarter; told of five people or more.
    pub times: Option<(i64, i64, i64)>,
}

/// Who came back, in one window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Returned {
    /// People with an account, whose return can be known.
    pub followed: Shown,
    /// Those of them who came back.
    pub back: Shown,
    /// People without an account: whether they came back is unknown.
    pub unknown: Shown,
}

/// The figures of one workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// When it ended, in microseconds.
    pub end: i64,
    pub entered: Shown,
    /// How many were who, when the three may be told apart.
    pub segments: Vec<(Segment, Shown)>,
    /// How far they went.
    pub funnel: Vec<Row>,
    /// Where most people stopped, among the steps after entering.
    pub steepest: Option<Stage>,
    /// How many of each segment published, in the order of `segments`, when that may be
    /// told.
    pub published: Option<Vec<usize>>,
    /// How many of those who published did so for everyone.
    pub everyone: Shown,
    /// The time to a first note, in microseconds; `None` when half did not publish, or
    /// too few did.
    pub first_note: Option<i64>,
    /// First notes answered within a day.
    pub answered: Final<Shown>,
    /// First notes still published two days after the end.
    pub kept: Final<Shown>,
    pub returns: Vec<(Return, Final<Returned>)>,
}

impl Report {
    /// What may be told to `eyes` of what happened before `now`, if the workshop ended by then. `day`
    /// gives the first instant of the day that is so many days after the one of the end, as
    /// the people of the place count days.
    pub fn of(
        workshop: &WorkshopId,
        acts: &[Act],
        (now, eyes): (i64, Eyes),
        day: impl Fn(i64, u32) -> i64,
    ) -> Option<Self> {
        let room = Room::of(workshop, acts, now);
        let end = room.end?;
        // Opened again since: what was told then was not the end.
        let again = |act: &Act| {
            act.did == Did::Opened && act.at >= now && act.workshop.as_ref() == Some(workshop)
        };
        if acts.iter().any(again) {
            return None;
        }
        let (mut veil, entered) = Veil::over(room.people.len(), eyes);
        // What matters most is shown first: what follows makes room for it.
        let order = [Stage::Published, Stage::Answered, Stage::Idea, Stage::Draft, Stage::Reread];
        let mut found = vec![(Stage::Entered, entered)];
        found.extend(order.map(|stage| (stage, veil.show(room.reached(stage)))));
        let count = |stage: Stage| {
            found.iter().find(|(it, _)| *it == stage).map_or(Shown::Kept, |(_, count)| *count)
        };
        let funnel = Stage::VARIANTS
            .iter()
            .map(|stage| Row {
                stage: *stage,
                count: count(*stage),
                times: times(&room, *stage, eyes),
            })
            .collect();
        let published = count(Stage::Published);
        let answered = final_at(end + DAY, now, || veil.show(answered_in_a_day(&room)));
        let kept = final_at(end + 2 * DAY, now, || {
            veil.show(still_published(&Room::of(workshop, acts, end + 2 * DAY)))
        });
        let (segments, of_segments) = by_segment(&room, entered, published, eyes);
        Some(Self {
            end,
            entered,
            segments,
            funnel,
            steepest: steepest(&room, eyes),
            published: of_segments,
            everyone: everyone(&room, published, eyes),
            first_note: (room.reached(Stage::Published) >= eyes.smallest())
                .then(|| room.time_to_first_note())
                .flatten(),
            answered,
            kept,
            returns: returns(&room, end, (now, eyes), day),
        })
    }

    /// How many went at least as far as `stage`.
    pub fn reached(&self, stage: Stage) -> Shown {
        self.funnel.iter().find(|row| row.stage == stage).map_or(Shown::Kept, |row| row.count)
    }
}

fn final_at<T>(at: i64, now: i64, value: impl FnOnce() -> T) -> Final<T> {
    if now <= at { Final::At(at) } else { Final::Is(value()) }
}

fn times(room: &Room, stage: Stage, eyes: Eyes) -> Option<(i64, i64, i64)> {
    let times = room.times(stage);
    (times.len() >= eyes.smallest()).then(|| quartiles(&times)).flatten()
}

fn answered_in_a_day(room: &Room) -> usize {
    let quick = |participant: &&super::Participant| {
        let (Some((_, published)), Some(answer)) =
            (&participant.first, participant.answers.first())
        else {
            return false;
        };
        participant.went(Stage::Published) && *answer < published + DAY
    };
    room.people.iter().filter(quick).count()
}

fn still_published(room: &Room) -> usize {
    room.people.iter().filter(|it| it.went(Stage::Published) && it.withdrawn.is_none()).count()
}

fn everyone(room: &Room, published: Shown, eyes: Eyes) -> Shown {
    let Some(published) = published.exact() else { return Shown::Kept };
    let to_everyone = room.people.iter().filter(|it| it.everyone).count();
    Veil::over(published, eyes).0.show(to_everyone)
}

fn steepest(room: &Room, eyes: Eyes) -> Option<Stage> {
    if room.people.len() < eyes.smallest() {
        return None;
    }
    let lost = |pair: &[Stage]| room.reached(pair[0]) - room.reached(pair[1]);
    // Being answered is not in the hands of whoever wrote.
    let own = &Stage::VARIANTS[..Stage::VARIANTS.len() - 1];
    let (most, stage) =
        own.windows(2).map(|pair| (lost(pair), pair[1])).rev().max_by_key(|it| it.0)?;
    (most > 0).then_some(stage)
}

type Parts = (Vec<(Segment, Shown)>, Option<Vec<usize>>);

fn by_segment(room: &Room, entered: Shown, published: Shown, eyes: Eyes) -> Parts {
    if entered.exact().is_none() {
        return (vec![], None);
    }
    let counts: Vec<(usize, usize)> = Segment::VARIANTS
        .iter()
        .map(|segment| {
            let people = room.people.iter().filter(|it| it.segment == *segment);
            (people.clone().count(), people.filter(|it| it.went(Stage::Published)).count())
        })
        .collect();
    let sizes: Vec<usize> = counts.iter().map(|(size, _)| *size).collect();
    let shown = parts(&sizes, eyes);
    let whole = shown.iter().all(|it| it.exact().is_some()) && published.exact().is_some();
    let did = whole.then(|| did_in_parts(&counts, eyes)).flatten();
    (Segment::VARIANTS.iter().copied().zip(shown).collect(), did)
}

/// Those who are followed in one window hold those of the window before; those who came
/// back are held by them, and one window says nothing of another's.
fn returns(
    room: &Room,
    end: i64,
    (now, eyes): (i64, Eyes),
    day: impl Fn(i64, u32) -> i64,
) -> Vec<(Return, Final<Returned>)> {
    let everyone = room.people.len();
    let mut followed_before = Veil::over(everyone, eyes).0;
    let mut both = followed_before.clone();
    let mut list = Vec::new();
    for which in Return::VARIANTS {
        let (first, after) = which.days();
        // A day more, so that what arrives late from a phone is in.
        let value = final_at(day(end, after + 1), now, || {
            let found = back::back(room, *which, day(end, first), day(end, after));
            let followed = match both.show(found.followed) {
                Shown::Exactly(_) => followed_before.show(found.followed),
                veiled => veiled,
            };
            let back = followed_before.clone().show(found.back);
            if let Some(back) = back.exact() {
                both.show(back);
            }
            let unknown = match followed {
                Shown::Exactly(followed) => Shown::Exactly(everyone - followed),
                Shown::Few | Shown::Under(_) | Shown::Over(_) | Shown::Kept => Shown::Kept,
            };
            Returned { followed, back, unknown }
        });
        list.push((*which, value));
    }
    list
}

/// How many different people entered several workshops, and how many published in one at
/// least: each counted once. Both are told, or neither: when no row, no part of the rows
/// in the order of `rooms`, and not the one taken from the other, leaves a small group.
/// `rows` are the two numbers of each room as they are shown.
pub fn totals(rooms: &[Room], rows: &[(Shown, Shown)]) -> (Shown, Shown) {
    let kept = (Shown::Kept, Shown::Kept);
    let mut safe = true;
    let mut total = |stage: Stage, shown: &dyn Fn(&(Shown, Shown)) -> Shown| {
        let mut people: BTreeSet<&PersonId> = BTreeSet::new();
        let (mut sum, mut sizes) = (0, Vec::new());
        for (room, row) in rooms.iter().zip(rows) {
            let before = people.len();
            let went = room.people.iter().filter(|it| it.went(stage));
            people.extend(went.map(|it| &it.person));
            safe &= !is_small(people.len() - before);
            safe &= shown(row).exact().is_some();
            sizes.push(shown(row).exact().unwrap_or(0));
            sum += shown(row).exact().unwrap_or(0);
        }
        let once = people.len();
        // Nor when one of them is told no more.
        safe &= (0..rooms.len()).all(|left_out| {
            let others = rooms.iter().enumerate().filter(|(at, _)| *at != left_out);
            let went = others.flat_map(|(_, room)| room.people.iter().filter(|it| it.went(stage)));
            let others: BTreeSet<&PersonId> = went.map(|it| &it.person).collect();
            !is_small(once - others.len())
        });
        safe &= !is_small(sum - once.min(sum)) && !is_small(once);
        safe &= sizes.iter().all(|size| !is_small(once - (*size).min(once)));
        once
    };
    let entered = total(Stage::Entered, &|row| row.0);
    let published = total(Stage::Published, &|row| row.1);
    if !safe || is_small(entered - published) {
        return kept;
    }
    (Shown::Exactly(entered), Shown::Exactly(published))
}
