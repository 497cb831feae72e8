//! May this person do that? One function for each question, and one place to
//! ask: pages, lists, streams and buttons all come here.
//!
//! What one may not see does not exist: the answer is "not found", never
//! "forbidden", so that nobody learns that there was something to find.

mod files;

pub use files::FileStanding;

use domain::core::ids::{NoteId, PersonId};
use domain::notes::visibility::Visibility;
use migrations::DbError;
use projections::groups::{community, meeting};
use projections::notes::audience;
use projections::notes::coauthor;
use projections::notes::history::Revision;
use projections::notes::note;
use projections::notes::note::Note;
use projections::workshops::workshop;

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
    /// The links to notes that their browser holds ([`mod@crate::notes::audience`]).
    pub links: Vec<String>,
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

    /// Whether they look after the whole commons.
    pub fn is_moderator(&self) -> bool {
        self.someone.as_ref().is_some_and(|someone| someone.moderator)
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
    /// The first revision that one of their groups may read; 0 when none may. Everyone is a group,
    /// a person alone is one, and so is whoever has the link.
    pub first: i64,
    /// They have an account.
    pub account: bool,
    /// They look after it: everyone reads it and they look after the commons, or it is shared with
    /// a group that they look after. They may hide and erase in it, if they may read it.
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

/// May they read it? Those it belongs to always; others once one of their groups may.
pub fn may_read(standing: Standing) -> bool {
    standing.owns() || standing.first > 0
}

/// May they change its text? Those it belongs to; when it is open, anyone with an account who may
/// read it.
pub fn may_revise(note: &Note, standing: Standing) -> bool {
    standing.owns() || (!note.closed && standing.account && may_read(standing))
}

/// May they correct a sentence of it, or propose to? Anyone who may read a published note. What
/// becomes of it is for [`crate::notes::Notes::correct`] to say: from those who may change the text a slip is
/// saved at once, and the rest is proposed unless the note is theirs.
pub fn may_suggest(note: &Note, standing: Standing) -> bool {
    note.is_shared() && may_read(standing)
}

/// May they hide parts of its revisions, and erase passages? Those who look after it, if they may
/// read it themselves.
pub fn may_moderate(note: &Note, standing: Standing) -> bool {
    standing.moderator && note.is_shared() && may_read(standing)
}

/// The first revision they may see: those it belongs to all of them; others those since the first
/// of their groups could read it. Sharing with a second group opens the note for that group from
/// that moment on.
pub fn first_visible(standing: Standing) -> i64 {
    if standing.owns() { 1 } else { standing.first }
}

/// May they see this revision?
pub fn may_see_revision(standing: Standing, revision: i64) -> bool {
    may_read(standing) && revision >= first_visible(standing)
}

/// A revision as they may see it: without what is hidden, and without a summary that was
/// written when they could not read the note. What its first visible revision says of itself
/// was written before it was published to them; what was said to them when it was published
/// takes its place.
pub fn as_seen(note: &Note, standing: Standing, revision: Revision) -> Revision {
    let mut revision = if may_moderate(note, standing) { revision } else { revision.masked() };
    let was_private = revision.revision <= first_visible(standing) && !standing.owns();
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

/// May they say its status, language, licence and region? Those it belongs to.
pub fn may_describe(standing: Standing) -> bool {
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
        Ok(may_read(standing).then_some((found, standing)))
    }

    /// What `viewer` is to `note`.
    pub async fn standing(&self, viewer: &Viewer, note: &Note) -> Result<Standing, DbError> {
        let mut standing = Standing {
            account: viewer.has_account(),
            moderator: viewer.is_moderator() && note.everyone_from > 0,
            ..Standing::default()
        };
        standing.first = note.everyone_from;
        if note.by_link && !viewer.links.is_empty() {
            let by_link = self.notes().first_by_link(note, &viewer.links).await?;
            standing.first = least(standing.first, by_link);
        }
        let Some(person) = viewer.person() else { return Ok(standing) };
        standing.writer = coauthor::writes(&self.db, note, person).await?;
        let (id, workshop) = (&note.note, note.workshop.as_ref());
        let opened = audience::opened_to(&self.db, id, workshop, person).await?;
        standing.first = least(standing.first, opened.first);
        standing.in_room = opened.is_home;
        standing.moderator |= opened.is_steward;
        // A synthesis came through no door: it is asked of no other note whose it is.
        if let Some(workshop) = workshop.filter(|_| note.door.is_none())
            && let Some(held) = workshop::find(&self.db, workshop).await?
            && held.live.synthesis.as_ref() == Some(&note.note)
        {
            let duty = self.workshops().duty(viewer, &held).await?;
            standing.team = duty.runs || duty.notes;
        }
        // That of a meeting is its community's: whoever is in it no more writes it no more.
        if workshop.is_none()
            && (standing.writer || note.communities > 0)
            && let Some(held) = meeting::of_note(&self.db, id).await?
        {
            let place = community::place_of(&self.db, &held.community, person).await?;
            let is_in = place >= community::Place::Member;
            standing.writer &= is_in;
            standing.team = is_in && (place == community::Place::Steward || held.by == *person);
        }
        Ok(standing)
    }
}

/// The least of two first revisions, of which 0 is none.
fn least(one: i64, other: i64) -> i64 {
    if one == 0 || other == 0 { one.max(other) } else { one.min(other) }
}
