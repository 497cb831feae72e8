//! What happens in a workshop.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Conclusion, Details, Door, Mandate, Role, Scene, ScriptRef, Tone};
use crate::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::workshops::script::{Item, Step, What};

/// What has happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr)]
pub enum Event {
    /// It was planned.
    Prepared {
        /// The workshop.
        workshop: WorkshopId,
        /// Its facilitator.
        by: PersonId,
        /// Its name, in the content table.
        content: ContentId,
        /// What it follows.
        script: ScriptRef,
        /// How many may enter.
        places: u32,
        /// How it speaks.
        tone: Tone,
        /// When.
        on: Option<NaiveDate>,
    },
    /// Its door is open.
    Opened {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
    },
    /// Its door is closed.
    Closed {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
    },
    /// There is more room.
    PlacesAdded {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// How many more.
        places: u32,
    },
    /// Someone came in.
    Entered {
        /// The workshop.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
    },
    /// Its items were put in order, hidden, reworded.
    Arranged {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// The script they come from.
        script: ScriptRef,
        /// All of them, hidden ones too.
        items: Vec<Item>,
    },
    /// When, where and for whom was decided.
    Detailed {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// What.
        details: Details,
    },
    /// It has another name.
    Renamed {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// The name.
        content: ContentId,
    },
    /// It speaks otherwise.
    ToneSet {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// How.
        tone: Tone,
    },
    /// Someone took a role.
    RoleTaken {
        /// The workshop.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
        /// Which.
        role: Role,
    },
    /// Someone holds a role no more.
    RoleEnded {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// Whose.
        person: PersonId,
        /// Which.
        role: Role,
    },
    /// What was agreed about a role.
    MandateSet {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// Which role.
        role: Role,
        /// What; `None` takes it back.
        mandate: Option<Mandate>,
    },
    /// Someone waits at the door.
    Waited {
        /// The workshop.
        workshop: WorkshopId,
        /// Who.
        person: PersonId,
    },
    /// Someone who waited was let in: they were there since they came to the door.
    Admitted {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// Who.
        person: PersonId,
    },
    /// It was decided how people come in while it is open.
    DoorSet {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// How.
        door: Door,
    },
    /// Someone who was in was sent out.
    SentOut {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// Who.
        person: PersonId,
    },
    /// Someone who waited at the door was sent away.
    Dismissed {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// Who.
        person: PersonId,
    },
    /// Someone who had been sent out is in again, with everything they did.
    BroughtBack {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// Who.
        person: PersonId,
    },
    /// Two phones were one person.
    Merged {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// Who is no more.
        person: PersonId,
        /// Whom they were.
        into: PersonId,
    },
    /// An item began.
    ItemStarted {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// Which.
        item: What,
    },
    /// The item under way got more time.
    ItemExtended {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// How much more.
        seconds: u32,
    },
    /// Steps are open up to this one.
    PaceSet {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// The last step that is open; `None`: all are.
        until: Option<Step>,
    },
    /// Everyone was told something.
    Announced {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// The words (title).
        content: ContentId,
    },
    /// The projected page shows something else.
    SceneShown {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// What.
        scene: Scene,
    },
    /// How it went was said.
    Concluded {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// How.
        conclusion: Conclusion,
    },
    /// Its synthesis was begun.
    SynthesisBegun {
        /// The workshop.
        workshop: WorkshopId,
        /// By whom.
        by: PersonId,
        /// The note.
        note: NoteId,
    },
}
