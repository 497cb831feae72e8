//! A workshop: prepared by a facilitator, opened, entered, closed, told.
//!
//! Places are a rule of the room, so they are counted here, on one stream: with
//! sixty places and a hundred phones at the door, sixty get in. So are roles: who
//! may run it is decided here and nowhere else.

mod event;
mod rules;
mod settings;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::notes::note::Reason;
use crate::workshops::script::{Item, Step, What};
pub use event::Event;
pub use rules::{Workshop, check};
pub use settings::{Details, Door, Language, Mandate, Mode, Mood, Role, Scene, ScriptRef, Tone};

/// The most places one code lets in: beyond, it is a conference.
pub const MOST_PLACES: u32 = 500;

/// The longest workshop, in seconds: a day of retreat.
pub const LONGEST: u32 = 12 * 3600;

/// The most items a script can have.
pub const MOST_ITEMS: usize = 40;

/// What may be asked of a workshop.
#[derive(Clone, Debug)]
pub enum Command {
    /// Plan it.
    Prepare {
        workshop: WorkshopId,
        by: PersonId,
        /// Its name, in the content table.
        content: ContentId,
        script: ScriptRef,
        /// How many may enter.
        places: u32,
        tone: Tone,
        /// When it takes place, if known.
        on: Option<NaiveDate>,
    },
    /// Let someone in, or have them wait at the door.
    Enter { person: PersonId },
    /// Give a place to somebody who has no phone: whoever is in the room may, and those who
    /// run it even while nobody comes in by themselves.
    Seat { person: PersonId, by: PersonId },
    /// Wait at a door that is closed, or at a room that is full.
    Wait { person: PersonId },
    /// Take a role, on a link that was given.
    TakeRole { person: PersonId, role: Role },
    /// Anything only those who run it may ask.
    Run { by: PersonId, act: Act },
}

/// What those who run a workshop may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Let people in.
    Open,
    /// Let nobody in any more.
    Close,
    /// Make room for that many more.
    AddPlaces(u32),
    /// Follow this script, with these items in this order.
    Arrange(ScriptRef, Vec<Item>),
    /// Decide when, where, for whom.
    Detail(Details),
    /// Call it otherwise; the name is in the content table.
    Rename(ContentId),
    /// Speak otherwise.
    Speak(Tone),
    /// Take a role back.
    EndRole(PersonId, Role),
    /// Say what was agreed with whoever holds a role; `None` takes it back.
    Mandate(Role, Option<Mandate>),
    /// Let people in by themselves, hold them at the door, or let nobody in.
    SetDoor(Door),
    /// Let someone in who waits.
    Admit(PersonId),
    /// Send somebody out of the room, or away from its door.
    SendOut(PersonId),
    /// Take that back.
    BringBack(PersonId),
    /// Say that two phones are one person: the first goes on as the second.
    Merge(PersonId, PersonId),
    /// Begin an item, for the clock that proposes.
    StartItem(What),
    /// Give the item under way that many more seconds.
    Extend(u32),
    /// Open the steps up to this one; `None` opens them all.
    Pace(Option<Step>),
    /// Tell everyone something, in the content table.
    Announce(ContentId),
    /// Show another scene on the projected page.
    Show(Scene),
    /// Say that a passage was erased from what was said in it.
    EraseWords {
        /// The rows that held it.
        contents: Vec<ContentId>,
        reason: Reason,
    },
    /// Look at how it went with the names of those who were there: they see who did, and when.
    SeeNames,
    /// Let anyone read how it went, on a page that names nobody; or nobody else.
    ShowStory(bool),
    /// Say how it went.
    Conclude(Conclusion),
    /// Begin the synthesis, in this note.
    Synthesise(NoteId),
}

/// How it went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclusion {
    /// How many people were there, with or without a phone.
    pub present: Option<u32>,
    pub mood: Option<Mood>,
    /// In words (body), in the content table; for those who ran it.
    pub content: Option<ContentId>,
    /// When the next session begins, in microseconds since 1970, UTC.
    pub next_at: Option<i64>,
}

/// Why a workshop may say no.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// There is no such workshop.
    #[error("this workshop does not exist")]
    Missing,
    /// The id is in use.
    #[error("this workshop exists already")]
    AlreadyPrepared,
    /// It is run by someone else.
    #[error("only those who run it may do that")]
    NotItsFacilitator,
    /// Nobody can enter yet.
    #[error("the workshop is not open yet")]
    NotOpenYet,
    /// Nobody can enter any more.
    #[error("the workshop is over")]
    Over,
    /// Every place is taken.
    #[error("every place is taken")]
    Full,
    /// Whoever comes waits to be let in.
    #[error("whoever comes waits to be let in")]
    Held,
    /// Nobody comes in for the moment.
    #[error("nobody comes in for the moment")]
    Shut,
    /// They were asked to stay out.
    #[error("they were asked to stay out")]
    SentOut,
    /// A number of places that makes no sense.
    #[error("between one and five hundred places")]
    OddPlaces,
    /// No step is left, one is there twice, or it lasts more than a day.
    #[error("a script has steps, each once, and ends the same day")]
    OddScript,
    /// A step comes before the one it needs.
    #[error("a step comes before the one it needs")]
    OutOfOrder,
    /// They are not in the room.
    #[error("they are not in the room")]
    NotInTheRoom,
}

crate::core::event_sourced::aggregate!(Workshop, "workshop", snapshot: Some(4));
