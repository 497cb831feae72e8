//! What a facilitator decides about a workshop, besides its script.

use serde::{Deserialize, Serialize};

use crate::core::ids::{CommunityId, ContentId};
use crate::notes::visibility::Visibility;

/// Which script a workshop follows; past workshops keep the version they had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScriptRef {
    /// Its name, such as `express`.
    pub name: String,
    pub version: u32,
}

crate::core::closed_list::words! {
    /// How the workshop speaks to people in French.
    #[derive(Default)]
    Tone {
        /// With `vous`.
        #[default]
        Vous,
        /// With `tu`.
        Tu,
    }
}

crate::core::closed_list::words! {
    /// The language of what a workshop projects and prints; each phone has its own.
    #[derive(Default)]
    Language {
        /// French.
        #[default]
        French,
        /// English.
        English,
    }
}

crate::core::closed_list::words! {
    /// How people come into an open workshop.
    #[derive(Default)]
    Door {
        /// By themselves.
        #[default]
        Free,
        /// Each is let in by whoever runs it.
        Held,
        /// Nobody comes in for the moment.
        Shut,
    }
}

crate::core::closed_list::words! {
    /// Where people are.
    #[derive(Default)]
    Mode {
        /// In one room.
        #[default]
        InPerson,
        /// Each at home.
        Online,
        /// Some in the room, some not.
        Hybrid,
    }
}

crate::core::closed_list::words! {
    /// What someone looks after during a workshop.
    Role {
        /// The process: runs the console like the facilitator.
        Process,
        /// The notes: keeps the capture sheet.
        Notes,
        /// The dynamics: sees who is left alone, and goes.
        Dynamics,
        /// Technical help: answers hands.
        Help,
        /// Watches, and touches nothing.
        Observer,
    }
}

crate::core::closed_list::words! {
    /// What the projected page shows.
    #[derive(Default)]
    Scene {
        /// How to come in.
        #[default]
        Enter,
        /// Where people come from and what interests them, each in turn.
        Round,
        /// Where the room is, together.
        Together,
        /// The notes their writers put on the wall.
        Wall,
        /// Eyes up: nobody types.
        EyesUp,
        /// Two by two, a word for the notes that wait for one.
        Review,
        /// The end, and thanks.
        Thanks,
    }
}

crate::core::closed_list::words! {
    /// How it went, says whoever ran it.
    Mood {
        /// Well.
        Well,
        /// Well enough.
        Fair,
        /// It was hard.
        Hard,
    }
}

/// What was agreed with whoever holds a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// Whether it is paid.
    pub paid: bool,
    /// For how many hours.
    pub hours: Option<u32>,
    /// Who pays (title), in the content table.
    pub funder: Option<ContentId>,
}

/// When, where, for whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// When it begins, in microseconds since 1970, UTC.
    pub starts_at: Option<i64>,
    pub mode: Mode,
    /// The place (title) and the community it is for (summary).
    pub content: Option<ContentId>,
    /// How many notes the group would like to publish together.
    pub goal: Option<u32>,
    /// Who reads a note published here unless its writer says otherwise.
    pub visibility: Option<Visibility>,
    /// Whether some participants are under fourteen: nothing to reach them by is asked.
    pub minors: bool,
    /// Whether everyone in it is simulated: a rehearsal, which no figure counts.
    pub rehearsal: bool,
    /// What it projects and prints is in this language; French in those prepared before
    /// workshops had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The community it belongs to. Those that were prepared before communities say whom they are
    /// for in words alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub community: Option<CommunityId>,
}
