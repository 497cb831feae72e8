//! May this person do that? One function for each question, and one place to
//! ask: pages, lists, streams and buttons all come here.
//!
//! What one may not see does not exist: the answer is "not found", never
//! "forbidden", so that nobody learns that there was something to find.

use domain::core::ids::{NoteId, PersonId};
use domain::notes::visibility::Visibility;
use migrations::DbError;
use projections::notes::coauthor;
use projections::notes::history::Revision;
use projections::notes::note;
use projections::notes::note::Note;
use projections::workshops::{room, workshop};

use crate::App;
use crate::engine::clock::HOUR;
use crate::people::identities::Someone;

/// How long a note can be taken back after it was published.
pub const TAKE_BACK: i64 = 48 * HOUR;

/// Whoever is asking.
#[derive(Clone, Debug, Default)]
pub struct Viewer {
    /// Who, if they are known at all.
    pub someone: Option<Someone>,
}

impl Viewer {
    /// Their id, if they are known.
    pub fn person(&self) -> Option<&PersonId> {
        self.someone.as_ref().map(|someone| &someone.person)
    }

    /// Their id as lists want it: empty for nobody.
    pub fn id(&self) -> &str {
        self.person().map_or("", PersonId::as_str)
    }

    /// Whether they have an account.
    pub fn has_account(&self) -> bool {
        self.someone.as_ref().is_some_and(|someone| someone.account)
    }

    /// Whether they facilitate workshops.
    pub fn is_facilitator(&self) -> bool {
        self.someone.as_ref().is_some_and(|someone| someone.facilitator)
    }
}

/// What someone is to one note.
#[expect(clippy::struct_excessive_bools, reason = "each stands with or without the others")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// They are one of its authors.
    pub writer: bool,
    /// They are in its workshop, as a participant or its facilitator.
    pub in_room: bool,
    /// They have an account.
    pub account: bool,
    /// They look after the commons: they may hide and erase what they may read.
    pub moderator: bool,
    /// It is the synthesis of its workshop, and they run that workshop or keep its notes:
    /// it is theirs as much as whoever's began it.
    pub team: bool,
}

impl Standing {
    /// Whether the note is theirs: they wrote it, or write it for their workshop.
    pub fn owns(self) -> bool {
        self.writer || self.team
    }
}

/// May they read it? Those it belongs to always; others once it is published as far as them.
pub fn may_read(visibility: Visibility, standing: Standing) -> bool {
    match visibility {
        Visibility::Everyone => true,
        Visibility::Workshop => standing.owns() || standing.in_room,
        Visibility::Writer => standing.owns(),
    }
}

/// May they change its text? Those it belongs to; anyone with an account who may read it.
pub fn may_revise(visibility: Visibility, standing: Standing) -> bool {
    standing.owns() || (standing.account && may_read(visibility, standing))
}

/// May they correct a sentence of it, or propose to? Anyone who may read a published note. What
/// becomes of it is for [`crate::notes::Notes::correct`] to say: from those who may change the text a slip is
/// saved at once, and the rest is proposed unless the note is theirs.
pub fn may_suggest(note: &Note, standing: Standing) -> bool {
    note.is_published() && may_read(note.visibility, standing)
}

/// May they hide parts of its revisions, and erase passages? Those who look after the
/// commons, in notes they may read themselves.
pub fn may_moderate(note: &Note, standing: Standing) -> bool {
    standing.moderator && note.is_published() && may_read(note.visibility, standing)
}

/// The first revision they may see: those it belongs to all of them; the group those since
/// it was published; everyone else those since it was offered to everyone.
pub fn first_visible(note: &Note, standing: Standing) -> i64 {
    if standing.owns() {
        1
    } else if standing.in_room {
        note.public_from
    } else {
        note.everyone_from
    }
}

/// May they see this revision?
pub fn may_see_revision(note: &Note, standing: Standing, revision: i64) -> bool {
    may_read(note.visibility, standing) && revision >= first_visible(note, standing)
}

/// A revision as they may see it: without what is hidden, and without a summary that was
/// written when they could not read the note. What its first visible revision says of itself
/// was written before it was published to them; what was said to them when it was published
/// takes its place.
pub fn as_seen(note: &Note, standing: Standing, revision: Revision) -> Revision {
    let mut revision = if may_moderate(note, standing) { revision } else { revision.masked() };
    let was_private = revision.revision <= first_visible(note, standing) && !standing.owns();
    if was_private {
        revision.summary.clear();
    }
    let is_for_them = match revision.offered_to {
        Some(Visibility::Everyone) => true,
        Some(Visibility::Workshop) => standing.owns() || standing.in_room,
        Some(Visibility::Writer) | None => false,
    };
    if is_for_them && !revision.offer.is_empty() {
        // Those it belongs to read both.
        let (own, offer) = (std::mem::take(&mut revision.summary), revision.offer.clone());
        revision.summary = if own.is_empty() { offer } else { format!("{offer} · {own}") };
    }
    if !is_for_them {
        revision.offer.clear();
    }
    revision
}

/// May they publish it, or say who reads it? Those it belongs to.
pub fn may_publish(standing: Standing) -> bool {
    standing.owns()
}

/// May they take it back? Its writer, within two days of its publication.
pub fn may_take_back(note: &Note, standing: Standing, now: i64) -> bool {
    standing.writer && note.is_published() && now - note.published_at <= TAKE_BACK
}

/// May they prepare workshops?
pub fn may_prepare(viewer: &Viewer) -> bool {
    viewer.is_facilitator()
}

impl App {
    /// A note, if `viewer` may read it, and what they are to it.
    pub async fn note_for(
        &self,
        viewer: &Viewer,
        id: &NoteId,
    ) -> Result<Option<(Note, Standing)>, DbError> {
        let Some(found) = note::find(&self.db, id).await? else { return Ok(None) };
        let standing = self.standing(viewer, &found).await?;
        Ok(may_read(found.visibility, standing).then_some((found, standing)))
    }

    /// What `viewer` is to `note`.
    pub async fn standing(&self, viewer: &Viewer, note: &Note) -> Result<Standing, DbError> {
        let mut standing = Standing {
            account: viewer.has_account(),
            moderator: viewer.is_facilitator(),
            ..Standing::default()
        };
        let Some(person) = viewer.person() else { return Ok(standing) };
        standing.writer = coauthor::writes(&self.db, note, person).await?;
        if let Some(id) = &note.workshop {
            standing.in_room = room::find(&self.db, id, person).await?.is_some();
            // A synthesis came through no door: other notes of whoever is here are asked
            // nothing more.
            if standing.in_room && note.door.is_some() {
                return Ok(standing);
            }
            if let Some(held) = workshop::find(&self.db, id).await? {
                let duty = self.workshops().duty(viewer, &held).await?;
                standing.in_room |= duty.sees;
                let is_synthesis = held.live.synthesis.as_ref() == Some(&note.note);
                standing.team = is_synthesis && (duty.runs || duty.notes);
            }
        }
        Ok(standing)
    }
}
