//! A file that goes with a note, a meeting or a workshop. Its bytes, its name and what is said of
//! it stand beside the log, where they can be erased; who may add one is asked by `app`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::core::closed_list::words;
use crate::core::event_sourced::unless;
use crate::core::ids::{ContentId, FileId, MeetingId, NoteId, PersonId, WorkshopId};
use crate::core::traced::Traced;

/// The most people who ask for one file to be put away: it is for the first already.
pub const OBJECTIONS_MAX: usize = 200;

words! {
    /// What it is, as its bytes say.
    Kind {
        /// Something to see, kept as JPEG.
        Picture,
        /// Pages, kept as PDF.
        Document,
        /// Something to hear, kept as it came.
        Sound,
    }
}

words! {
    /// Whether somebody can be recognised in it, and agrees.
    Faces {
        /// Nobody is.
        Nobody,
        /// Those who are agree to be shown.
        Agreed,
        /// They were not asked yet: those who keep it see it, and nobody else.
        Unasked,
    }
}

/// What it goes with. In the log it is one field, named after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Of {
    /// A note.
    Note(NoteId),
    /// A meeting of a community.
    Meeting(MeetingId),
    /// A workshop.
    Workshop(WorkshopId),
}

impl Of {
    /// The id of what it goes with.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Note(note) => note.as_str(),
            Self::Meeting(meeting) => meeting.as_str(),
            Self::Workshop(workshop) => workshop.as_str(),
        }
    }
}

/// What may be asked of a file.
#[derive(Clone, Debug)]
pub enum Command {
    /// Add it. `content`: its name (title) and what is to be seen or heard in it (body).
    Attach { file: FileId, of: Of, by: PersonId, kind: Kind, faces: Faces, content: ContentId },
    /// Say something else of it.
    Describe { by: PersonId, faces: Faces, content: ContentId },
    /// Ask that it be put away: one is in it, and does not agree.
    Object { person: PersonId },
    /// Agree after all.
    Withdraw { person: PersonId },
    /// Let it be shown again, for those who look after what it goes with.
    Settle { by: PersonId },
    /// Remove it for good.
    Remove { by: PersonId },
}

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// It was added.
    Attached {
        file: FileId,
        #[serde(flatten)]
        of: Of,
        by: PersonId,
        kind: Kind,
        faces: Faces,
        content: ContentId,
    },
    /// Something else is said of it.
    Described { file: FileId, by: PersonId, faces: Faces, content: ContentId },
    /// Somebody asked that it be put away.
    Objected { file: FileId, person: PersonId },
    /// They agree after all.
    ObjectionWithdrawn { file: FileId, person: PersonId },
    /// Those who look after it let it be shown again.
    Settled { file: FileId, by: PersonId },
    /// It was removed for good.
    Removed { file: FileId, by: PersonId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::Attached { by, .. }
            | Self::Described { by, .. }
            | Self::Settled { by, .. }
            | Self::Removed { by, .. } => vec![by],
            Self::Objected { person, .. } | Self::ObjectionWithdrawn { person, .. } => {
                vec![person]
            }
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::Attached { content, .. } | Self::Described { content, .. } => Some(content),
            Self::Objected { .. }
            | Self::ObjectionWithdrawn { .. }
            | Self::Settled { .. }
            | Self::Removed { .. } => None,
        }
    }
}

/// Why not.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// It was added already.
    #[error("the file was added already")]
    Exists,
    /// There is none.
    #[error("there is no such file")]
    NotAdded,
    /// It was removed.
    #[error("the file was removed")]
    Gone,
    /// [`OBJECTIONS_MAX`] people asked already.
    #[error("as many people as may have asked that it be put away")]
    Enough,
}

/// A file, as rules see it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct File {
    id: Option<FileId>,
    objections: BTreeSet<PersonId>,
    removed: bool,
}

impl File {
    /// Whether it was added, and not removed since.
    pub fn is_there(&self) -> bool {
        self.id.is_some() && !self.removed
    }

    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        let Some(file) = self.id.clone() else {
            return match command {
                Command::Attach { file, of, by, kind, faces, content } => {
                    Ok(vec![Event::Attached { file, of, by, kind, faces, content }])
                }
                Command::Describe { .. }
                | Command::Object { .. }
                | Command::Withdraw { .. }
                | Command::Settle { .. }
                | Command::Remove { .. } => Err(Error::NotAdded),
            };
        };
        if self.removed {
            return match command {
                // Asked twice, it is done once.
                Command::Remove { .. } => Ok(vec![]),
                Command::Attach { .. }
                | Command::Describe { .. }
                | Command::Object { .. }
                | Command::Withdraw { .. }
                | Command::Settle { .. } => Err(Error::Gone),
            };
        }
        Ok(match command {
            Command::Attach { .. } => return Err(Error::Exists),
            Command::Describe { by, faces, content } => {
                vec![Event::Described { file, by, faces, content }]
            }
            Command::Object { person } => {
                let has_asked = self.objections.contains(&person);
                if !has_asked && self.objections.len() >= OBJECTIONS_MAX {
                    return Err(Error::Enough);
                }
                unless(has_asked, Event::Objected { file, person })
            }
            Command::Withdraw { person } => {
                let has_not = !self.objections.contains(&person);
                unless(has_not, Event::ObjectionWithdrawn { file, person })
            }
            Command::Settle { by } => {
                unless(self.objections.is_empty(), Event::Settled { file, by })
            }
            Command::Remove { by } => vec![Event::Removed { file, by }],
        })
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::Attached { file, .. } => self.id = Some(file),
            Event::Described { .. } => {}
            Event::Objected { person, .. } => {
                self.objections.insert(person);
            }
            Event::ObjectionWithdrawn { person, .. } => {
                self.objections.remove(&person);
            }
            Event::Settled { .. } => self.objections.clear(),
            Event::Removed { .. } => self.removed = true,
        }
    }
}

crate::core::event_sourced::aggregate!(File, "file");
