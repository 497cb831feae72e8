//! Whom a note is shared with, besides those it was published to: people and workshops its authors
//! choose, and whoever has its link. Nobody is made a member of anything by it.

use domain::core::ids::{CommunityId, NoteId, PersonId, WorkshopId};
use domain::notes::audience::{Group, LINK};
use domain::notes::note::{self, Command};
use migrations::{DbError, values};
use projections::groups::community;
use projections::notes::audience::{self, Reader};
use projections::notes::coauthor::{self, Coauthor};
use projections::notes::note::Note;
use projections::people::membership;

use crate::Failure;
use crate::access::Standing;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::execute::Done;
use crate::engine::secrets::{hash, token};
use crate::notes::Notes;

/// The most people, and the most workshops, that are proposed to share with.
pub const PROPOSED: i64 = 40;

/// The most links to notes that one browser holds; the oldest is let go.
pub const LINKS_HELD: usize = 12;

/// A group that may read a note, as its authors see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    pub reader: Reader,
    /// How many people it counts, when it is a workshop or a community; on a day of before, those of
    /// more than [`membership::COUNTED`] are not.
    pub people: i64,
    /// Whether it is as it was on a day of before.
    pub is_past: bool,
}

/// Who could read a note at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadersAt {
    pub groups: Vec<Audience>,
    /// Those who wrote it then, besides the first.
    pub others: Vec<Coauthor>,
}

/// Whom a note may be shared with: the name or the title of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposed {
    pub people: Vec<(PersonId, String)>,
    pub workshops: Vec<(WorkshopId, String)>,
    pub communities: Vec<(CommunityId, String)>,
}

/// How many hexadecimal signs the secret of a link has: 128 bits.
pub const SECRET: usize = 32;

/// What stands for a link in a form: it opens nothing.
pub fn link_mark(secret: &str) -> String {
    hash(secret)[..16].to_owned()
}

impl Notes<'_> {
    /// Whom `person` may share `note` with, at most [`PROPOSED`] of each: those who signed notes
    /// that they may read in the workshops they are in, these workshops, and the communities they
    /// are in. Nobody is found here who did not sign something `person` reads.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn proposed_readers(
        &self,
        note: &Note,
        person: &PersonId,
    ) -> Result<Proposed, DbError> {
        let people = audience::signers_near(&self.db, &note.note, person, PROPOSED).await?;
        let mut workshops = audience::workshops_of(&self.db, &note.note, person, PROPOSED).await?;
        // Its own workshop reads it by its publication.
        workshops.retain(|(workshop, _)| note.workshop.as_ref() != Some(workshop));
        let communities = audience::communities_of(&self.db, &note.note, person, PROPOSED).await?;
        Ok(Proposed { people, workshops, communities })
    }

    /// Lets somebody, or a workshop, read `note` from now on: one of those that were proposed.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when it is not theirs to share, or was not proposed; when it is shared
    /// with as many groups as it may.
    pub async fn share(
        &self,
        note: &Note,
        standing: Standing,
        (by, with): (&PersonId, Group),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if !standing.writer {
            return Err(Failure::NotFound);
        }
        let was_proposed = match &with {
            Group::Link => false,
            Group::Person(person) => {
                let proposed = self.proposed_readers(note, by).await?;
                proposed.people.iter().any(|(known, _)| known == person)
            }
            Group::Workshop(workshop) => {
                let proposed = self.proposed_readers(note, by).await?;
                proposed.workshops.iter().any(|(known, _)| known == workshop)
            }
            Group::Community(community) => {
                let proposed = self.proposed_readers(note, by).await?;
                proposed.communities.iter().any(|(known, _)| known == community)
            }
        };
        // Sent twice, it is shared already.
        let stands = audience::first_of(&self.primary, &note.note, with.as_str()).await? > 0;
        if !was_proposed && !stands {
            return Err(Failure::NotFound);
        }
        self.shared(&note.note, by, with, command_id).await
    }

    /// Lets a group read a note, whoever it is.
    pub(crate) async fn shared(
        &self,
        note: &NoteId,
        by: &PersonId,
        with: Group,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let command = Command::Share { by: by.clone(), with };
        let envelope = Envelope::from(by, command_id);
        self.execute::<note::Note>(note.as_str(), command, envelope).await
    }

    /// Whom `note` is shared with besides those it was published to, as forms write them.
    ///
    /// # Errors
    /// When the database is away.
    pub(crate) async fn shared_with(&self, note: &Note) -> Result<Vec<String>, DbError> {
        let now = audience::of_note_at(&self.primary, &note.note, i64::MAX).await?;
        let group = |reader: &Reader| reader.as_group(note).map(|with| with.to_string());
        Ok(now.iter().filter_map(group).collect())
    }

    /// Lets a group read it no more; a link opens nothing from then on.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when it is not theirs to share.
    pub async fn unshare(
        &self,
        note: &Note,
        standing: Standing,
        (by, with): (&PersonId, Group),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if !standing.writer {
            return Err(Failure::NotFound);
        }
        if with == Group::Link {
            let sql = "delete from note_links where note = $1";
            self.primary.exec(sql, values![note.note.as_str()]).await?;
        }
        let command = Command::Unshare { by: by.clone(), with };
        let envelope = Envelope::from(by, command_id);
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await
    }

    /// Makes a link that lets whoever has it read `note`, or another one in place of the one there
    /// was, which opens nothing any more. `seen` is the mark of the link its form was shown with
    /// ([`link_mark`]; empty without one): a form sent again changes nothing more.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when it is not theirs to share; when it is shared with as many groups
    /// as it may.
    pub async fn make_link(
        &self,
        note: &Note,
        standing: Standing,
        (by, seen): (&PersonId, &str),
        command_id: CommandId,
    ) -> Result<(), Failure> {
        if !standing.writer {
            return Err(Failure::NotFound);
        }
        let id = note.note.as_str();
        let stands = audience::first_of(&self.primary, &note.note, LINK).await? > 0;
        let sql = "select token from note_links where note = $1";
        let row = self.primary.row(sql, values![id]).await?;
        let now = row.filter(|_| stands).map(|row| row.cells().text());
        if now.as_deref().map_or_else(String::new, link_mark) != seen {
            return Ok(());
        }
        // What opened it before it was private again opens nothing.
        let sql = "insert into note_links (note, token) values ($1, $2)
            on conflict (note) do update set token = excluded.token";
        self.primary.exec(sql, values![id, &token()[..SECRET]]).await?;
        self.shared(&note.note, by, Group::Link, command_id).await?;
        Ok(())
    }

    /// The secret of the link of `note`, while whoever has it may read it.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn link_of(&self, note: &Note) -> Result<Option<String>, DbError> {
        if !note.by_link {
            return Ok(None);
        }
        let sql = "select token from note_links where note = $1";
        let row = self.db.row(sql, values![note.note.as_str()]).await?;
        Ok(row.map(|row| row.cells().text()))
    }

    /// The note that a link opens, if it opens one.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn note_of_link(&self, secret: &str) -> Result<Option<NoteId>, DbError> {
        let sql = "select note from note_links where token = $1";
        let Some(row) = self.db.row(sql, values![secret]).await? else { return Ok(None) };
        let note = row.cells().parsed()?;
        let stands = audience::first_of(&self.db, &note, LINK).await? > 0;
        Ok(stands.then_some(note))
    }

    /// The first revision of `note` that one of these links opens; 0 when none does.
    pub(crate) async fn first_by_link(
        &self,
        note: &Note,
        links: &[String],
    ) -> Result<i64, DbError> {
        let Some(secret) = self.link_of(note).await? else { return Ok(0) };
        // Compared as hashes: how long it takes says nothing of how much was right.
        if !links.iter().any(|held| hash(held) == hash(&secret)) {
            return Ok(0);
        }
        audience::first_of(&self.db, &note.note, LINK).await
    }

    /// Who could read `note` at `at`, in microseconds; today with the moment that is now.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn readers_at(&self, note: &Note, at: i64) -> Result<ReadersAt, DbError> {
        let mut groups = vec![];
        for reader in audience::of_note_at(&self.db, &note.note, at).await? {
            let is_now = at >= self.clock.now();
            let people = match reader.group.parse() {
                // Those of today are counted already, however many.
                Ok(id) if reader.is_community && is_now => {
                    community::find(&self.db, &id).await?.map_or(0, |it| it.members)
                }
                Ok(_) if reader.is_workshop || reader.is_community => {
                    membership::count_at(&self.db, &reader.group, at).await?
                }
                Ok(_) | Err(_) => 0,
            };
            groups.push(Audience { reader, people, is_past: !is_now });
        }
        let mut others = coauthor::of_note(&self.db, &note.note).await?;
        others.retain(|other| other.since <= at);
        Ok(ReadersAt { groups, others })
    }
}
