//! Writing with others: an author invites by a link that serves once; whoever takes it is an author
//! too, until they leave. The last one stays.

use domain::core::ids::{NoteId, PersonId};
use domain::core::registry::Refusal;
use domain::notes::audience::Group;
use domain::notes::note::{self, AUTHORS_MAX, Command};
use domain::prose::text;
use migrations::{DbError, values};
use projections::notes::coauthor;
use projections::notes::note::Note;

use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::clock::DAY;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::execute::Done;
use crate::engine::secrets::hash;
use crate::notes::Notes;

/// How long an invitation waits to be taken, in microseconds.
pub const INVITATION: i64 = 14 * DAY;

/// The most invitations of one note that wait at once.
const INVITATIONS_MAX: i64 = 20;

/// What an invitation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// Writing the note too.
    Writing,
    /// Reading it.
    Reading,
}

/// An invitation that is still good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub note: NoteId,
    /// The author who made it.
    pub by: PersonId,
    pub what: For,
}

/// The refusal: as many invitations wait as a note may have.
pub const MANY_INVITATIONS: &str = "invitation-many";

impl Notes<'_> {
    /// A link that makes whoever takes it an author of `note`, or one of its readers; its token is
    /// returned and not kept. A form sent twice makes one link.
    ///
    /// # Errors
    /// [`Failure::NotFound`] unless `by` is an author; [`MANY_INVITATIONS`].
    pub async fn invite(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        what: For,
        command_id: &CommandId,
    ) -> Result<String, Failure> {
        if !standing.writer {
            return Err(Failure::NotFound);
        }
        let token = self.secrets.mark("invitation", &[by.as_str(), command_id.as_str()]);
        let known = "select 1 from note_invitations where token_hash = $1";
        if self.primary.row(known, values![hash(&token)]).await?.is_some() {
            return Ok(token);
        }
        let sql = "insert into note_invitations (token_hash, note, by_person, expires_at, reads)
            select $1, $2, $3, $4, $7 where (select count(*) from note_invitations
                where note = $2 and taken_by is null and expires_at > $5) < $6";
        let (now, reads) = (self.clock.now(), i64::from(what == For::Reading));
        let (id, by) = (note.note.as_str(), by.as_str());
        let values = values![hash(&token), id, by, now + INVITATION, now, INVITATIONS_MAX, reads];
        if self.primary.exec(sql, values).await? == 0 {
            return Err(Failure::Refused(MANY_INVITATIONS));
        }
        Ok(token)
    }

    /// The invitations of `note` that wait, the first to end first: what names each, what it is
    /// for, and until when it waits, in microseconds.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn waiting_invitations(
        &self,
        note: &NoteId,
    ) -> Result<Vec<(String, For, i64)>, DbError> {
        let sql = "select token_hash, reads, expires_at from note_invitations
            where note = $1 and taken_by is null and expires_at > $2 order by expires_at, token_hash";
        let rows = self.primary.rows(sql, values![note.as_str(), self.clock.now()]).await?;
        let read = |row: &migrations::Row| {
            let cells = row.cells();
            let (mark, reads) = (cells.text(), cells.yes());
            (mark, if reads { For::Reading } else { For::Writing }, cells.int())
        };
        Ok(rows.iter().map(read).collect())
    }

    /// Takes back an invitation of `note` that waits.
    ///
    /// # Errors
    /// [`Failure::NotFound`] unless the note is theirs.
    pub async fn uninvite(
        &self,
        note: &Note,
        standing: Standing,
        mark: &str,
    ) -> Result<(), Failure> {
        if !standing.writer {
            return Err(Failure::NotFound);
        }
        let sql = "delete from note_invitations
            where token_hash = $1 and note = $2 and taken_by is null";
        self.primary.exec(sql, values![mark, note.note.as_str()]).await?;
        Ok(())
    }

    /// What an invitation is to, and who made it, if it is still good for `person`.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn invitation(
        &self,
        token: &str,
        person: Option<&PersonId>,
    ) -> Result<Option<Invitation>, DbError> {
        let sql = "select note, by_person, reads from note_invitations
            where token_hash = $1 and expires_at > $2 and (taken_by is null or taken_by = $3)";
        let person = person.map_or("", PersonId::as_str);
        let row = self.primary.row(sql, values![hash(token), self.clock.now(), person]).await?;
        row.map(|row| {
            let cells = row.cells();
            let (note, by) = (cells.parsed()?, cells.parsed()?);
            let what = if cells.yes() { For::Reading } else { For::Writing };
            Ok(Invitation { note, by, what })
        })
        .transpose()
    }

    /// Takes an invitation. Nobody yet: a person is made for them, called `name`. `None` when it
    /// is good no more: it was taken, it is too old, or whoever made it is no author now.
    ///
    /// # Errors
    /// When `name` does not fit; when the note has as many authors as it may.
    pub async fn take_invitation(
        &self,
        token: &str,
        person: Option<&PersonId>,
        (name, language): (&str, &str),
        command_id: CommandId,
    ) -> Result<Option<(NoteId, PersonId)>, Failure> {
        let known = match person {
            Some(person) => person.clone(),
            None => self.derived_id("person", token, &command_id),
        };
        let invitation = self.invitation(token, Some(&known)).await?;
        let Some(Invitation { note: id, by, what }) = invitation else { return Ok(None) };
        let Some(found) = projections::notes::note::find(&self.primary, &id).await? else {
            return Ok(None);
        };
        // An author who opens it takes it from nobody.
        if coauthor::writes(&self.primary, &found, &known).await? {
            return Ok(Some((id, known)));
        }
        // Nobody is made known for an invitation that opens nothing.
        if !coauthor::writes(&self.primary, &found, &by).await? {
            return Ok(None);
        }
        let is_full = usize::try_from(found.others + 1).is_ok_and(|authors| authors >= AUTHORS_MAX);
        if what == For::Writing && is_full {
            return Err(Failure::Rule(note::Error::ManyAuthors.into()));
        }
        let name = match person {
            Some(_) => String::new(),
            None => text::line(name, text::NAME_MAX).map_err(Failure::name)?,
        };
        // Taken before it is given: of two people who open one link at once, one joins. If this is
        // lost half-way, the link goes on opening for whoever took it.
        let take = "update note_invitations set taken_by = $2
            where token_hash = $1 and (taken_by is null or taken_by = $2)";
        if self.primary.exec(take, values![hash(token), known.as_str()]).await? == 0 {
            return Ok(None);
        }
        if !name.is_empty() {
            self.people().ensure_person(&known, &name, language).await?;
        }
        let command = match what {
            For::Writing => Command::Join { person: known.clone(), by },
            For::Reading => Command::Share { by, with: Group::Person(known.clone()) },
        };
        let envelope = Envelope::from(&known, command_id);
        match self.execute::<note::Note>(id.as_str(), command, envelope).await {
            // It stays with whoever took it, so that a form sent twice leads to the same note.
            Ok(_) => Ok(Some((id, known))),
            // Whoever invited them is no author any more: it opens nothing.
            Err(Failure::Rule(Refusal::Note(note::Error::NotItsWriter))) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Asks those who write `note` to write it too.
    ///
    /// # Errors
    /// [`Failure::NotFound`] for whoever may not read it; when too many ask already.
    pub async fn ask_authorship(
        &self,
        note: &Note,
        standing: Standing,
        person: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if !access::may_read(standing) {
            return Err(Failure::NotFound);
        }
        let command = Command::AskAuthorship { person: person.clone() };
        let envelope = Envelope::from(person, command_id);
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await
    }

    /// Answers somebody who asked to write `note`: the first answer stands.
    ///
    /// # Errors
    /// When it is not theirs, when nobody waits for this answer, when it has as many authors as it
    /// may.
    pub async fn answer_authorship(
        &self,
        note: &Note,
        by: &PersonId,
        (person, grants): (&PersonId, bool),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let (person, of) = (person.clone(), by.clone());
        let command = if grants {
            Command::GrantAuthorship { person, by: of }
        } else {
            Command::DeclineAuthorship { person, by: of }
        };
        let envelope = Envelope::from(by, command_id);
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await
    }

    /// Lets whoever reads `note` with an account change it, or its authors alone.
    ///
    /// # Errors
    /// When it is not theirs.
    pub async fn set_open(
        &self,
        note: &Note,
        by: &PersonId,
        open: bool,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let command = Command::Open { by: by.clone(), open };
        let envelope = Envelope::from(by, command_id);
        self.execute::<note::Note>(note.note.as_str(), command, envelope).await
    }

    /// Writes it no more; what `person` wrote stays, and what they invited others by opens nothing.
    ///
    /// # Errors
    /// When they are the last author.
    pub async fn leave(
        &self,
        note: &NoteId,
        person: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let command = Command::Leave { person: person.clone() };
        let envelope = Envelope::from(person, command_id);
        let done = self.execute::<note::Note>(note.as_str(), command, envelope).await?;
        let sql = "delete from note_invitations
            where note = $1 and (by_person = $2 or taken_by = $2)";
        self.primary.exec(sql, values![note.as_str(), person.as_str()]).await?;
        Ok(done)
    }
}
