//! What happens in a workshop.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Conclusion, Details, Door, Mandate, Role, Scene, ScriptRef, Tone};
use crate::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use crate::core::membership::{FACILITATOR, MEMBER, Membership};
use crate::core::traced::Traced;
use crate::notes::note::Reason;
use crate::workshops::script::{Item, Step, What};

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// It was planned.
    Prepared {
        workshop: WorkshopId,
        by: PersonId,
        /// Its name, in the content table.
        content: ContentId,
        script: ScriptRef,
        /// How many may enter.
        places: u32,
        tone: Tone,
        on: Option<NaiveDate>,
    },
    /// Its door is open.
    Opened { workshop: WorkshopId, by: PersonId },
    /// Its door is closed.
    Closed { workshop: WorkshopId, by: PersonId },
    /// There is more room.
    PlacesAdded { workshop: WorkshopId, by: PersonId, places: u32 },
    /// Someone came in.
    Entered { workshop: WorkshopId, person: PersonId },
    /// Its items were put in order, hidden, reworded.
    Arranged {
        workshop: WorkshopId,
        by: PersonId,
        /// The script they come from.
        script: ScriptRef,
        /// All of them, hidden ones too.
        items: Vec<Item>,
    },
    /// When, where and for whom was decided.
    Detailed { workshop: WorkshopId, by: PersonId, details: Details },
    /// It has another name.
    Renamed { workshop: WorkshopId, by: PersonId, content: ContentId },
    /// It speaks otherwise.
    ToneSet { workshop: WorkshopId, by: PersonId, tone: Tone },
    /// Someone took a role.
    RoleTaken { workshop: WorkshopId, person: PersonId, role: Role },
    /// Someone holds a role no more.
    RoleEnded { workshop: WorkshopId, by: PersonId, person: PersonId, role: Role },
    /// What was agreed about a role.
    MandateSet {
        workshop: WorkshopId,
        by: PersonId,
        role: Role,
        /// What; `None` takes it back.
        mandate: Option<Mandate>,
    },
    /// Someone waits at the door.
    Waited { workshop: WorkshopId, person: PersonId },
    /// Someone who waited was let in: they were there since they came to the door.
    Admitted { workshop: WorkshopId, by: PersonId, person: PersonId },
    /// It was decided how people come in while it is open.
    DoorSet { workshop: WorkshopId, by: PersonId, door: Door },
    /// Someone who was in was sent out.
    SentOut { workshop: WorkshopId, by: PersonId, person: PersonId },
    /// Someone who waited at the door was sent away.
    Dismissed { workshop: WorkshopId, by: PersonId, person: PersonId },
    /// Someone who had been sent out is in again, with everything they did.
    BroughtBack { workshop: WorkshopId, by: PersonId, person: PersonId },
    /// Two phones were one person.
    Merged {
        workshop: WorkshopId,
        by: PersonId,
        /// Who is no more.
        person: PersonId,
        into: PersonId,
    },
    /// An item began.
    ItemStarted { workshop: WorkshopId, by: PersonId, item: What },
    /// The item under way got more time.
    ItemExtended { workshop: WorkshopId, by: PersonId, seconds: u32 },
    /// Steps are open up to this one.
    PaceSet {
        workshop: WorkshopId,
        by: PersonId,
        /// The last step that is open; `None`: all are.
        until: Option<Step>,
    },
    /// Everyone was told something.
    Announced { workshop: WorkshopId, by: PersonId, content: ContentId },
    /// The projected page shows something else.
    SceneShown { workshop: WorkshopId, by: PersonId, scene: Scene },
    /// A passage was erased from what was said in it: *that* it was, never *what*.
    WordsErased {
        workshop: WorkshopId,
        by: PersonId,
        /// The rows that held it.
        contents: Vec<ContentId>,
        reason: Reason,
    },
    /// Somebody looked at how it went, with the names of those who were there.
    NamesSeen { workshop: WorkshopId, by: PersonId },
    /// Anyone may read how it went, on a page that names nobody.
    StoryShown { workshop: WorkshopId, by: PersonId },
    /// Nobody else may any more.
    StoryHidden { workshop: WorkshopId, by: PersonId },
    /// How it went was said.
    Concluded { workshop: WorkshopId, by: PersonId, conclusion: Conclusion },
    /// Its synthesis was begun.
    SynthesisBegun { workshop: WorkshopId, by: PersonId, note: NoteId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::Entered { person, .. }
            | Self::Waited { person, .. }
            | Self::RoleTaken { person, .. } => vec![person],
            Self::RoleEnded { by, person, .. }
            | Self::Admitted { by, person, .. }
            | Self::SentOut { by, person, .. }
            | Self::Dismissed { by, person, .. }
            | Self::BroughtBack { by, person, .. } => vec![by, person],
            Self::Merged { by, person, into, .. } => vec![by, person, into],
            Self::Prepared { by, .. }
            | Self::Opened { by, .. }
            | Self::Closed { by, .. }
            | Self::PlacesAdded { by, .. }
            | Self::Arranged { by, .. }
            | Self::Detailed { by, .. }
            | Self::Renamed { by, .. }
            | Self::ToneSet { by, .. }
            | Self::MandateSet { by, .. }
            | Self::DoorSet { by, .. }
            | Self::ItemStarted { by, .. }
            | Self::ItemExtended { by, .. }
            | Self::PaceSet { by, .. }
            | Self::Announced { by, .. }
            | Self::SceneShown { by, .. }
            | Self::NamesSeen { by, .. }
            | Self::StoryShown { by, .. }
            | Self::StoryHidden { by, .. }
            | Self::WordsErased { by, .. }
            | Self::Concluded { by, .. }
            | Self::SynthesisBegun { by, .. } => vec![by],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::Prepared { content, .. }
            | Self::Renamed { content, .. }
            | Self::Announced { content, .. } => Some(content),
            Self::Detailed { details, .. } => details.content.as_ref(),
            Self::Concluded { conclusion, .. } => conclusion.content.as_ref(),
            Self::Entered { .. }
            | Self::Waited { .. }
            | Self::RoleTaken { .. }
            | Self::RoleEnded { .. }
            | Self::Admitted { .. }
            | Self::SentOut { .. }
            | Self::Dismissed { .. }
            | Self::BroughtBack { .. }
            | Self::Merged { .. }
            | Self::Opened { .. }
            | Self::Closed { .. }
            | Self::PlacesAdded { .. }
            | Self::Arranged { .. }
            | Self::ToneSet { .. }
            | Self::MandateSet { .. }
            | Self::DoorSet { .. }
            | Self::ItemStarted { .. }
            | Self::ItemExtended { .. }
            | Self::PaceSet { .. }
            | Self::SceneShown { .. }
            | Self::NamesSeen { .. }
            | Self::StoryShown { .. }
            | Self::StoryHidden { .. }
            | Self::WordsErased { .. }
            | Self::SynthesisBegun { .. } => None,
        }
    }

    fn membership(&self) -> Option<Membership<'_>> {
        match self {
            Self::Prepared { workshop, by, .. } => {
                let (group, role) = (workshop.as_str(), FACILITATOR);
                Some(Membership::Begun { group, person: by, role })
            }
            Self::Entered { workshop, person } => {
                Some(Membership::Begun { group: workshop.as_str(), person, role: MEMBER })
            }
            Self::RoleTaken { workshop, person, role } => {
                Some(Membership::Begun { group: workshop.as_str(), person, role: role.word() })
            }
            Self::RoleEnded { workshop, person, role, .. } => {
                Some(Membership::Ended { group: workshop.as_str(), person, role: role.word() })
            }
            Self::Admitted { workshop, person, .. } => {
                Some(Membership::Admitted { group: workshop.as_str(), person })
            }
            Self::SentOut { workshop, person, .. } | Self::Dismissed { workshop, person, .. } => {
                Some(Membership::SentOut { group: workshop.as_str(), person })
            }
            Self::BroughtBack { workshop, person, .. } => {
                Some(Membership::BroughtBack { group: workshop.as_str(), person })
            }
            // Two phones of one person: whoever is no more goes on reading what they could.
            Self::Merged { .. }
            | Self::Opened { .. }
            | Self::Closed { .. }
            | Self::PlacesAdded { .. }
            | Self::Arranged { .. }
            | Self::Detailed { .. }
            | Self::Renamed { .. }
            | Self::ToneSet { .. }
            | Self::MandateSet { .. }
            | Self::Waited { .. }
            | Self::DoorSet { .. }
            | Self::ItemStarted { .. }
            | Self::ItemExtended { .. }
            | Self::PaceSet { .. }
            | Self::Announced { .. }
            | Self::SceneShown { .. }
            | Self::WordsErased { .. }
            | Self::NamesSeen { .. }
            | Self::StoryShown { .. }
            | Self::StoryHidden { .. }
            | Self::Concluded { .. }
            | Self::SynthesisBegun { .. } => None,
        }
    }
}
