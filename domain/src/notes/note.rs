//! A note: one piece of knowledge, written by someone, offered to others.
//!
//! It starts as a draft only its writer sees, is published to a workshop or to
//! everyone, and may be revised for ever after. The events *are* the history.
//! They hold no word of the note: [`ContentRef`] points to the content table, so
//! that a passage can be erased without touching the log.
//!
//! Who may revise someone else's note depends on where it lives; that question
//! is asked earlier, in `app::access`, and so is "within 48 hours".

mod asked;
mod revision;
mod rules;

use serde::{Deserialize, Serialize};

use crate::core::closed_list::words;
use crate::core::ids::{ContentId, NoteId, PersonId, SuggestionId, VariantId, WorkshopId};
use crate::core::traced::Traced;
use crate::notes::audience::Group;
use crate::notes::details::Details;
use crate::notes::visibility::Visibility;
pub use crate::prose::diff::Change;
pub use asked::Command;
pub use revision::{ContentRef, Hiding, Reason, RevisionKind};
pub use rules::{AUTHORS_MAX, Note};

words! {
    /// Which of the four doors of a workshop a note came through.
    Door {
        /// Tell something one has learnt.
        Tell,
        /// Bring something that exists already.
        Transpose,
        /// Take notes for the group.
        Capture,
        /// Read first; writing can come later, or not.
        Observe,
        /// Tell it aloud: somebody else writes it down.
        Dictate,
        /// Add to a note that exists.
        Complete,
    }
}

/// What has happened to a note. Names and fields are written for ever.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// It began: revision 1.
    Drafted {
        note: NoteId,
        by: PersonId,
        /// Where it was written.
        workshop: Option<WorkshopId>,
        door: Option<Door>,
        content: ContentRef,
        /// Whether its authors alone change it; older events do not say, and began notes that
        /// anyone with an account changes.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        closed: bool,
    },
    /// Its text was replaced.
    Revised {
        note: NoteId,
        by: PersonId,
        /// The number of this revision; the first is 1.
        revision: i64,
        /// The revision it was made from.
        base: i64,
        content: ContentRef,
        kind: RevisionKind,
        change: Change,
    },
    /// It can be read by others.
    Published {
        note: NoteId,
        /// The writer, or whoever writes it for their workshop.
        by: PersonId,
        /// By whom it can be read.
        visibility: Visibility,
        /// Whether the wall may show it.
        wall: bool,
        /// The revision that was published.
        revision: i64,
        /// Whether the group of its workshop signs it; older events do not say.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        group: bool,
        /// Why, in one line written for those who may read it from now on; older events, and
        /// those without one, do not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        summary: Option<ContentId>,
    },
    /// It is a draft again.
    Withdrawn {
        note: NoteId,
        /// The writer, or whoever looks after the commons.
        by: PersonId,
        /// Why, when it was not its writer; older events do not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Reason>,
    },
    /// A text that met another one was kept aside.
    VariantParked {
        note: NoteId,
        /// The text kept aside.
        variant: VariantId,
        by: PersonId,
        /// The revision it was written from.
        base: i64,
        /// The revision it met.
        against: i64,
        content: ContentRef,
    },
    /// What became of it.
    VariantSettled {
        note: NoteId,
        /// The text kept aside.
        variant: VariantId,
        by: PersonId,
        /// The revision it went into, if it did.
        revision: Option<i64>,
    },
    /// Somebody proposed a text.
    SuggestionMade {
        note: NoteId,
        suggestion: SuggestionId,
        /// Whoever proposed it, if they are known.
        by: Option<PersonId>,
        /// The revision it was written from.
        base: i64,
        /// The whole text, as they would have it.
        content: ContentRef,
    },
    /// It was taken into the text, by the revision that follows this event.
    SuggestionAccepted {
        note: NoteId,
        suggestion: SuggestionId,
        by: PersonId,
        /// The revision it became.
        revision: i64,
    },
    /// It was left out.
    SuggestionDeclined { note: NoteId, suggestion: SuggestionId, by: PersonId },
    /// A revision has a name.
    RevisionNamed {
        note: NoteId,
        revision: i64,
        by: PersonId,
        /// Where the name is.
        name: ContentId,
    },
    /// It has none any more.
    RevisionUnnamed {
        note: NoteId,
        revision: i64,
        /// Whoever took the name away.
        by: PersonId,
    },
    /// Parts of a revision are hidden from readers.
    RevisionHidden { note: NoteId, revision: i64, by: PersonId, parts: Hiding, reason: Reason },
    /// They are shown again.
    RevisionShown {
        note: NoteId,
        revision: i64,
        /// Whoever shows it again.
        by: PersonId,
    },
    /// A passage was erased from every text of the note: *that* it was, never *what*.
    PassageErased {
        note: NoteId,
        by: PersonId,
        /// The rows that held it.
        contents: Vec<ContentId>,
        reason: Reason,
        /// The text of the last revision, as it is now.
        current: ContentRef,
    },
    /// An erased passage was put back while it was kept.
    PassageRestored {
        note: NoteId,
        by: PersonId,
        /// The rows that hold it again.
        contents: Vec<ContentId>,
        /// The text of the last revision, as it is now.
        current: ContentRef,
    },
    /// Somebody writes it too, from now on.
    AuthorJoined {
        note: NoteId,
        person: PersonId,
        /// The author who invited them.
        by: PersonId,
    },
    /// An author writes it no more; what they wrote stays.
    AuthorLeft {
        note: NoteId,
        person: PersonId,
        /// Who is the first of those who stay.
        first: PersonId,
    },
    /// A group may read it from now on, from that revision.
    Shared {
        note: NoteId,
        by: PersonId,
        with: Group,
        /// The first revision it may read.
        revision: i64,
    },
    /// A group may read it no more, unless by another of its groups.
    Unshared { note: NoteId, by: PersonId, with: Group },
    /// Whoever reads it with an account may change it.
    Opened { note: NoteId, by: PersonId },
    /// Its authors alone change it; others propose.
    Closed { note: NoteId, by: PersonId },
    /// Its authors said this of it, beside its text; it takes the place of what they said before.
    Described { note: NoteId, by: PersonId, details: Details },
    /// A reader asked to write it too.
    AuthorshipAsked { note: NoteId, person: PersonId },
    /// An author said no; the reader is not told who.
    AuthorshipDeclined { note: NoteId, person: PersonId, by: PersonId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::SuggestionMade { by, .. } => by.iter().collect(),
            Self::Drafted { by, .. }
            | Self::Revised { by, .. }
            | Self::Published { by, .. }
            | Self::Withdrawn { by, .. }
            | Self::VariantParked { by, .. }
            | Self::VariantSettled { by, .. }
            | Self::SuggestionAccepted { by, .. }
            | Self::SuggestionDeclined { by, .. }
            | Self::RevisionNamed { by, .. }
            | Self::RevisionUnnamed { by, .. }
            | Self::RevisionHidden { by, .. }
            | Self::RevisionShown { by, .. }
            | Self::PassageErased { by, .. }
            | Self::PassageRestored { by, .. }
            | Self::Opened { by, .. }
            | Self::Described { by, .. }
            | Self::Closed { by, .. } => vec![by],
            Self::Shared { by, with, .. } | Self::Unshared { by, with, .. } => {
                std::iter::once(by).chain(with.person()).collect()
            }
            Self::AuthorshipAsked { person, .. } => vec![person],
            Self::AuthorJoined { person, by, .. } | Self::AuthorshipDeclined { person, by, .. } => {
                vec![person, by]
            }
            Self::AuthorLeft { person, first, .. } => vec![person, first],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::Drafted { content, .. }
            | Self::Revised { content, .. }
            | Self::VariantParked { content, .. }
            | Self::SuggestionMade { content, .. } => Some(&content.id),
            Self::Published { summary, .. } => summary.as_ref(),
            Self::RevisionNamed { name, .. } => Some(name),
            Self::Withdrawn { .. }
            | Self::VariantSettled { .. }
            | Self::SuggestionAccepted { .. }
            | Self::SuggestionDeclined { .. }
            | Self::RevisionUnnamed { .. }
            | Self::RevisionHidden { .. }
            | Self::RevisionShown { .. }
            | Self::PassageErased { .. }
            | Self::PassageRestored { .. }
            | Self::AuthorJoined { .. }
            | Self::AuthorLeft { .. }
            | Self::Shared { .. }
            | Self::Unshared { .. }
            | Self::Opened { .. }
            | Self::Described { .. }
            | Self::Closed { .. }
            | Self::AuthorshipAsked { .. }
            | Self::AuthorshipDeclined { .. } => None,
        }
    }
}

/// Why a note may say no.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// There is no such note.
    #[error("this note does not exist")]
    Missing,
    /// The id is in use.
    #[error("this note exists already")]
    AlreadyDrafted,
    /// Only those it belongs to publish and take back.
    #[error("only its authors may publish a note, take it back, or invite others")]
    NotItsWriter,
    /// The last author answers for the note.
    #[error("the last author of a note stays")]
    LastAuthor,
    /// As many groups read it as one note may have.
    #[error("as many groups read this note as it may have")]
    ManyGroups,
    /// They do not wait for an answer: they were answered, or never asked.
    #[error("nobody waits for this answer any more")]
    NotAsked,
    /// As many people ask to write it as anyone can answer.
    #[error("too many people ask to write this note")]
    ManyAsk,
    /// As many people write it as one note may have.
    #[error("as many people write this note as it may have")]
    ManyAuthors,
    /// The text changed since it was read.
    #[error("the note has changed since it was read")]
    Stale,
    /// Publishing to oneself means nothing.
    #[error("a published note is read by others")]
    ForNobody,
    /// A note without a workshop cannot be published to its workshop.
    #[error("this note belongs to no workshop")]
    NoWorkshop,
    /// There is no such revision.
    #[error("this note has no such revision")]
    NoSuchRevision,
    /// The suggestion was answered, or never made.
    #[error("this suggestion is not waiting any more")]
    NotWaiting,
    /// As many suggestions wait as anyone can answer.
    #[error("too many suggestions wait on this note")]
    Crowded,
    /// As many suggestions of one person wait as one may leave.
    #[error("too many suggestions of one person wait on this note")]
    CrowdedByOne,
    /// As many suggestions of people nobody knows wait as a note may hold.
    #[error("too many suggestions of visitors wait on this note")]
    CrowdedByVisitors,
    /// The text kept aside is somebody else's, or was settled.
    #[error("no such text is kept aside")]
    NotAside,
    /// The first revision has nothing before it to take its place.
    #[error("the only text of a note cannot be hidden")]
    OnlyText,
}

crate::core::event_sourced::aggregate!(Note, "note", snapshot: Some(6));
