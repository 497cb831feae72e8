//! What may be asked of a note.

use super::{Change, ContentRef, Door, Hiding, Reason, RevisionKind};
use crate::core::ids::{ContentId, NoteId, PersonId, SuggestionId, VariantId, WorkshopId};
use crate::notes::audience::Group;
use crate::notes::details::Details;
use crate::notes::visibility::Visibility;

/// What someone may ask of a note.
#[derive(Clone, Debug)]
pub enum Command {
    /// Begin it. The note is its writer's until it is published.
    Draft {
        /// Its own id, told in the event for those who read the log.
        note: NoteId,
        by: PersonId,
        /// The workshop it is written in, if any.
        workshop: Option<WorkshopId>,
        /// The door it came through, in a workshop.
        door: Option<Door>,
        content: ContentRef,
    },
    /// Replace its text by another, seen from revision `base`.
    Revise {
        by: PersonId,
        /// The revision they had before their eyes.
        base: i64,
        content: ContentRef,
        kind: RevisionKind,
        change: Change,
    },
    /// Let others read it; asked again, lets more or fewer people read it.
    Publish {
        /// The writer, or whoever writes it for their workshop.
        by: PersonId,
        /// Whether it is written for a workshop by its team, and `by` is of that team: asked
        /// earlier, in `app::access`.
        team: bool,
        /// How far it goes; never [`Visibility::Writer`].
        visibility: Visibility,
        /// Whether it may be shown on the projected wall.
        wall: bool,
        /// Whether the group of its workshop signs it, and not a name.
        group: bool,
        /// Where one line about it is, for those who will read it.
        summary: Option<ContentId>,
    },
    /// Make it a draft again.
    Withdraw {
        /// The writer, or whoever looks after the commons: asked earlier, in `app::access`.
        by: PersonId,
        /// Why, when it is not its writer.
        reason: Option<Reason>,
    },
    /// Say this of it, beside its text; who may was asked earlier, in `app::access`.
    Describe { by: PersonId, details: Details },
    /// Keep aside a text that could not be merged by itself.
    Park {
        /// The text kept aside.
        variant: VariantId,
        /// Whoever wrote it; nobody else reads it.
        by: PersonId,
        /// The revision they had before their eyes.
        base: i64,
        /// The revision it met.
        against: i64,
        content: ContentRef,
    },
    /// Say what became of a text kept aside.
    Settle {
        /// The text kept aside.
        variant: VariantId,
        by: PersonId,
        /// The revision it went into; `None` when it was let go.
        revision: Option<i64>,
    },
    /// Propose a text to those who may change the note.
    Suggest {
        suggestion: SuggestionId,
        /// Whoever proposes it, if they are known.
        by: Option<PersonId>,
        /// The revision they had before their eyes.
        base: i64,
        /// The whole text, as they would have it.
        content: ContentRef,
    },
    /// Take a suggestion into the text, seen from revision `base`.
    Accept {
        suggestion: SuggestionId,
        by: PersonId,
        /// The revision it was merged with.
        base: i64,
        /// The text that comes of it.
        content: ContentRef,
        /// How much it changes.
        change: Change,
    },
    /// Leave a suggestion out.
    Decline { suggestion: SuggestionId, by: PersonId },
    /// Give a revision a name, or another one; `None` takes it away.
    Name {
        revision: i64,
        by: PersonId,
        /// Where the name is.
        name: Option<ContentId>,
    },
    /// Hide parts of a revision from readers; hiding nothing shows it all again.
    Hide {
        revision: i64,
        by: PersonId,
        parts: Hiding,
        reason: Reason,
        /// When the text of the last revision is hidden: what takes its place.
        instead: Option<(i64, ContentRef, Change)>,
    },
    /// Say that a passage was erased from every text of the note.
    Erase {
        by: PersonId,
        /// The last revision they saw: `current` is its text.
        base: i64,
        /// The rows that held it.
        contents: Vec<ContentId>,
        reason: Reason,
        /// The text of the last revision, as it is now.
        current: ContentRef,
    },
    /// Say that an erased passage was put back.
    PutBack {
        by: PersonId,
        /// The last revision they saw: `current` is its text.
        base: i64,
        /// The rows that hold it again.
        contents: Vec<ContentId>,
        /// The text of the last revision, as it is now.
        current: ContentRef,
    },
    /// Write it together with `person`, from now on.
    Join {
        person: PersonId,
        /// An author, who invited them.
        by: PersonId,
    },
    /// Write it no more: of oneself alone.
    Leave { person: PersonId },
    /// Let a group read it, from the text as it is now.
    Share { by: PersonId, with: Group },
    /// Let a group read it no more.
    Unshare { by: PersonId, with: Group },
    /// Let whoever reads it with an account change it, or its authors alone.
    Open { by: PersonId, open: bool },
    /// Ask its authors to write it too: of oneself alone, who reads it.
    AskAuthorship { person: PersonId },
    /// Say yes to somebody who asked.
    GrantAuthorship { person: PersonId, by: PersonId },
    /// Say no to somebody who asked.
    DeclineAuthorship { person: PersonId, by: PersonId },
}
