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
mod room;
pub mod veil;

use crate::core::closed_list::words;
use crate::core::ids::{NoteId, PersonId, WorkshopId};
use crate::notes::visibility::Visibility;
pub use room::{Participant, Room};

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
    pub did: Did,
    /// Who; nobody for a workshop that opens or closes.
    pub person: Option<PersonId>,
    /// Where, when it is said.
    pub workshop: Option<WorkshopId>,
    pub note: Option<NoteId>,
    /// Whom a second phone belonged to; whose note was thanked for.
    pub other: Option<PersonId>,
    /// How many words a draft has; zero for anything else.
    pub words: i64,
    /// By whom a published note can be read.
    pub visibility: Option<Visibility>,
}

/// The first quarter, the middle and the third quarter of sorted `times`.
pub fn quartiles(times: &[i64]) -> Option<(i64, i64, i64)> {
    let at = |quarter: usize| times.get((times.len().checked_sub(1)? * quarter) / 4).copied();
    Some((at(1)?, at(2)?, at(3)?))
}
