//! Who comes back, by themselves: acts outside any workshop they entered.
//!
//! Only people with an account can be followed; the return of others is unknown, which
//! is not the same as none. Whoever claimed an account after the window began would
//! count as followed because they came back: they are left out of both.

use std::collections::{BTreeSet, HashMap};

use super::{Did, Participant, Room};
use crate::core::closed_list::words;
use crate::core::ids::{PersonId, WorkshopId};

words! {
    /// A window after the end, and what counts as coming back in it.
    Return {
        /// A gesture, in the seven days that follow.
        WeekGesture,
        /// A contribution, from the eighth day to the thirtieth.
        MonthContribution,
        /// A contribution, from the sixtieth day to the ninetieth.
        QuarterContribution,
    }
}

impl Return {
    /// The first day and the day after the last, counted from the day of the end, which
    /// is 0.
    pub fn days(self) -> (u32, u32) {
        match self {
            Self::WeekGesture => (1, 8),
            Self::MonthContribution => (8, 31),
            Self::QuarterContribution => (60, 91),
        }
    }

    fn counts(self, did: Did) -> bool {
        match self {
            Self::WeekGesture => is_gesture(did),
            Self::MonthContribution | Self::QuarterContribution => is_contribution(did),
        }
    }
}

/// Whether it is an act one does for the commons, however light.
pub fn is_gesture(did: Did) -> bool {
    match did {
        Did::Thanked | Did::Reacted | Did::Linked => true,
        Did::Opened
        | Did::Closed
        | Did::Waited
        | Did::Entered
        | Did::Merged
        | Did::Reread
        | Did::Withdrew
        | Did::Claimed
        | Did::Drafted
        | Did::Wrote
        | Did::Revised
        | Did::Published
        | Did::Looked
        | Did::Suggested => is_contribution(did),
    }
}

/// Whether it adds words to the commons. A draft is nobody's but its writer's.
pub fn is_contribution(did: Did) -> bool {
    match did {
        Did::Revised | Did::Published | Did::Looked | Did::Suggested => true,
        Did::Opened
        | Did::Closed
        | Did::Waited
        | Did::Entered
        | Did::Merged
        | Did::Drafted
        | Did::Wrote
        | Did::Reread
        | Did::Withdrew
        | Did::Thanked
        | Did::Reacted
        | Did::Linked
        | Did::Claimed => false,
    }
}

/// How many could be followed, and how many of them came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Back {
    /// People who had an account when the window began.
    pub followed: usize,
    /// Those of them who acted in it.
    pub back: usize,
}

/// Who came back between `from` and `until`, in microseconds, the second left out.
pub fn back(room: &Room, which: Return, from: i64, until: i64) -> Back {
    let followed: Vec<&Participant> =
        room.people.iter().filter(|it| it.claimed.is_some_and(|claimed| claimed < from)).collect();
    let mut entered: HashMap<(&PersonId, &WorkshopId), i64> = HashMap::new();
    for act in room.acts.iter().filter(|act| act.did == Did::Entered) {
        if let (Some(person), Some(workshop)) = (&act.person, &act.workshop) {
            entered.entry((person, workshop)).or_insert(act.at);
        }
    }
    // Whoever enters later was not there yet: what is final stays what it is.
    let in_a_workshop = |person: &PersonId, at: i64| {
        room.windows.iter().any(|(workshop, open, close)| {
            (*open..=*close).contains(&at)
                && entered.get(&(person, workshop)).is_some_and(|since| *since <= at)
        })
    };
    let came: BTreeSet<&PersonId> = room
        .acts
        .iter()
        .filter(|act| (from..until).contains(&act.at) && which.counts(act.did))
        .filter_map(|act| Some((act.person.as_ref()?, act.at)))
        .filter(|(person, at)| !in_a_workshop(person, *at))
        .map(|(person, _)| person)
        .collect();
    let back = followed.iter().filter(|it| came.contains(&it.person)).count();
    Back { followed: followed.len(), back }
}
