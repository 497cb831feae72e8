//! One line of what a room says: the capture sheet of a workshop or of a meeting is made of these,
//! and so is the canvas of a sub-group. The synthesis is generated from them.
//!
//! Each item is a stream of its own, so that two note keepers never collide. Its
//! place is where it was captured, under another item or not.

use serde::{Deserialize, Serialize};

use crate::core::ids::{ContentId, ItemId, MeetingId, NoteId, PersonId, PhotoId, WorkshopId};
use crate::core::traced::Traced;

crate::core::closed_list::words! {
    /// What an item is.
    ItemKind {
        /// Something the group learnt.
        Learning,
        /// Something someone needs.
        Need,
        /// Something one could do.
        Idea,
        /// A way that seems to lead somewhere.
        Lead,
        /// Something someone recommends.
        Advice,
        /// A question that stays open.
        Question,
        /// What someone lived, in their words.
        Testimony,
        /// One stage of a process (canvas).
        Stage,
        /// A tool it is done with (canvas).
        Tool,
        /// What slows it down (canvas).
        Brake,
    }
}

/// The sheet a line stands on. In the log it is one field, named after what the sheet belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sheet {
    /// That of a workshop.
    Workshop(WorkshopId),
    /// That of a meeting.
    Meeting(MeetingId),
}

impl Sheet {
    /// The id of what it belongs to.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Workshop(workshop) => workshop.as_str(),
            Self::Meeting(meeting) => meeting.as_str(),
        }
    }

    /// The workshop it belongs to, if it does to one.
    pub fn workshop(&self) -> Option<&WorkshopId> {
        match self {
            Self::Workshop(workshop) => Some(workshop),
            Self::Meeting(_) => None,
        }
    }
}

impl From<&WorkshopId> for Sheet {
    fn from(workshop: &WorkshopId) -> Self {
        Self::Workshop(workshop.clone())
    }
}

/// Where an item comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// It was said in the room.
    Said,
    /// A note.
    Note(NoteId),
    /// The answer someone gave to a note.
    Reaction { person: PersonId, note: NoteId },
    /// A photo, of a flipchart or a page.
    Photo(PhotoId),
    /// What someone said of themselves in the round.
    Round(PersonId),
    /// The canvas of a sub-group, by the number of its choice card.
    Canvas(u32),
}

/// What may be asked of an item.
#[derive(Clone, Debug)]
pub enum Command {
    /// Write it down.
    Capture {
        item: ItemId,
        /// The sheet it stands on.
        sheet: Sheet,
        /// Whoever wrote it down.
        by: PersonId,
        kind: ItemKind,
        /// The item it stands under, if any.
        under: Option<ItemId>,
        /// Where it comes from.
        source: Source,
        /// Its words (body), in the content table.
        content: ContentId,
    },
    /// Say it otherwise.
    Reword { by: PersonId, content: ContentId },
    /// Say that it is something else.
    Retype { by: PersonId, kind: ItemKind },
    /// Say whose words these are; `None`: the room's.
    Attribute { by: PersonId, to: Option<PersonId> },
    /// Say where it comes from.
    Link { by: PersonId, source: Source },
    /// Make it one with another, which keeps its words.
    MergeInto { by: PersonId, into: ItemId },
    /// Leave it out.
    Drop { by: PersonId },
    /// Take it back in.
    Restore { by: PersonId },
}

/// What has happened to an item.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// It was written down.
    Captured {
        item: ItemId,
        #[serde(flatten)]
        sheet: Sheet,
        by: PersonId,
        kind: ItemKind,
        under: Option<ItemId>,
        /// Where it comes from.
        source: Source,
        content: ContentId,
    },
    /// It is said otherwise.
    Reworded { item: ItemId, by: PersonId, content: ContentId },
    /// It is something else.
    Retyped { item: ItemId, by: PersonId, kind: ItemKind },
    /// Whose words these are was said.
    Attributed { item: ItemId, by: PersonId, to: Option<PersonId> },
    /// Where it comes from was said.
    Linked { item: ItemId, by: PersonId, source: Source },
    /// It became one with another.
    MergedInto { item: ItemId, by: PersonId, into: ItemId },
    /// It was left out.
    Dropped { item: ItemId, by: PersonId },
    /// It was taken back in.
    Restored { item: ItemId, by: PersonId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::Attributed { by, to, .. } => std::iter::once(by).chain(to).collect(),
            Self::Captured { by, .. }
            | Self::Reworded { by, .. }
            | Self::Retyped { by, .. }
            | Self::Linked { by, .. }
            | Self::MergedInto { by, .. }
            | Self::Dropped { by, .. }
            | Self::Restored { by, .. } => vec![by],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::Captured { content, .. } | Self::Reworded { content, .. } => Some(content),
            Self::Retyped { .. }
            | Self::Attributed { .. }
            | Self::Linked { .. }
            | Self::MergedInto { .. }
            | Self::Dropped { .. }
            | Self::Restored { .. } => None,
        }
    }
}

/// Why an item may say no.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// There is no such item.
    #[error("this item does not exist")]
    Missing,
    /// The id is in use.
    #[error("this item exists already")]
    AlreadyCaptured,
    /// An item cannot be one with itself, nor stand under itself.
    #[error("an item is not its own other")]
    Itself,
}

/// Just enough to answer the next command.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Item {
    id: Option<ItemId>,
    kind: Option<ItemKind>,
    content: Option<ContentId>,
    to: Option<PersonId>,
    source: Option<Source>,
    gone: bool,
}

impl Item {
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        let Some(id) = &self.id else {
            return match command {
                Command::Capture { item, under, .. } if under.as_ref() == Some(&item) => {
                    Err(Error::Itself)
                }
                Command::Capture { item, sheet, by, kind, under, source, content } => {
                    Ok(vec![Event::Captured { item, sheet, by, kind, under, source, content }])
                }
                Command::Reword { .. }
                | Command::Retype { .. }
                | Command::Attribute { .. }
                | Command::Link { .. }
                | Command::MergeInto { .. }
                | Command::Drop { .. }
                | Command::Restore { .. } => Err(Error::Missing),
            };
        };
        let item = id.clone();
        Ok(match command {
            Command::Capture { .. } => return Err(Error::AlreadyCaptured),
            Command::Reword { content, .. } if self.content.as_ref() == Some(&content) => vec![],
            Command::Reword { by, content } => vec![Event::Reworded { item, by, content }],
            Command::Retype { kind, .. } if self.kind == Some(kind) => vec![],
            Command::Retype { by, kind } => vec![Event::Retyped { item, by, kind }],
            Command::Attribute { to, .. } if self.to == to => vec![],
            Command::Attribute { by, to } => vec![Event::Attributed { item, by, to }],
            Command::Link { source, .. } if self.source.as_ref() == Some(&source) => vec![],
            Command::Link { by, source } => vec![Event::Linked { item, by, source }],
            Command::MergeInto { into, .. } if into == item => return Err(Error::Itself),
            Command::MergeInto { .. } | Command::Drop { .. } if self.gone => vec![],
            Command::MergeInto { by, into } => vec![Event::MergedInto { item, by, into }],
            Command::Drop { by } => vec![Event::Dropped { item, by }],
            Command::Restore { .. } if !self.gone => vec![],
            Command::Restore { by } => vec![Event::Restored { item, by }],
        })
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::Captured { item, kind, source, content, .. } => {
                self.id = Some(item);
                self.kind = Some(kind);
                self.source = Some(source);
                self.content = Some(content);
            }
            Event::Reworded { content, .. } => self.content = Some(content),
            Event::Retyped { kind, .. } => self.kind = Some(kind),
            Event::Attributed { to, .. } => self.to = to,
            Event::Linked { source, .. } => self.source = Some(source),
            Event::MergedInto { .. } | Event::Dropped { .. } => self.gone = true,
            Event::Restored { .. } => self.gone = false,
        }
    }
}

crate::core::event_sourced::aggregate!(Item, "item");
