//! Sessions: 256 bits in a cookie, whose hash alone is kept.

use domain::core::ids::{PersonId, WorkshopId};
use migrations::{DbError, values};
use projections::workshops::{room, workshop};

use super::{Someone, someone};
use crate::engine::clock::DAY;
use crate::engine::secrets::{hash, token};
use crate::people::People;

/// How long a session lives without being used.
pub const SESSION: i64 = 90 * DAY;

/// How long a session of somebody who writes for another outlives the end of the workshop.
const SCRIBE: i64 = DAY;

/// How much of the hash of a token names its session on a page.
const NAME: usize = 16;

/// A session, as its person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What names it, in the forms of its person's page.
    pub name: String,
    /// When it was opened, in microseconds.
    pub since: i64,
    /// The day it was last used, in microseconds.
    pub used: i64,
    /// The kind of device, in one word: `phone`, `computer`; empty when unknown.
    pub device: String,
    /// Whether it is the one that asks.
    pub here: bool,
}

impl People<'_> {
    /// Opens a session; the token goes in a cookie, and only its hash stays here.
    pub async fn open_session(&self, person: &PersonId) -> Result<String, DbError> {
        self.open_session_on(person, "").await
    }

    /// The same, on a kind of device (`phone`, `computer`, or nothing).
    pub async fn open_session_on(
        &self,
        person: &PersonId,
        device: &str,
    ) -> Result<String, DbError> {
        let (token, now) = (token(), self.clock.now());
        let sql = "insert into sessions (token_hash, person, created_at, expires_at, device)
            values ($1, $2, $3, $4, $5)";
        let values = values![hash(&token), person.as_str(), now, now + SESSION, device];
        self.primary.exec(sql, values).await?;
        Ok(token)
    }

    /// Opens a session for `person`, on the device of whoever writes for them in `workshop`.
    /// It opens nothing once `person` has an account, named somebody else, or goes on alone,
    /// nor a day after the end.
    pub async fn open_session_for(
        &self,
        person: &PersonId,
        scribe: &PersonId,
        workshop: &WorkshopId,
    ) -> Result<String, DbError> {
        let (token, now) = (token(), self.clock.now());
        let sql = "insert into sessions
                (token_hash, person, created_at, expires_at, scribe, workshop)
            values ($1, $2, $3, $4, $5, $6)";
        let (who, whose) = (scribe.as_str(), person.as_str());
        let values = values![hash(&token), whose, now, now + SCRIBE * 2, who, workshop.as_str()];
        self.primary.exec(sql, values).await?;
        Ok(token)
    }

    /// `person` goes on with the device of this session: their others say so. `None`: with
    /// a device that has no session of theirs yet.
    pub async fn move_session(
        &self,
        person: &PersonId,
        token: Option<&str>,
    ) -> Result<(), DbError> {
        let here = token.map(hash).unwrap_or_default();
        let sql = "update sessions set moved_at = case when token_hash = $2 then 0 else $3 end
            where person = $1";
        self.primary.exec(sql, values![person.as_str(), here, self.clock.now()]).await?;
        Ok(())
    }

    /// Closes one session.
    pub async fn close_session(&self, token: &str) -> Result<(), DbError> {
        let sql = "delete from sessions where token_hash = $1";
        self.primary.exec(sql, values![hash(token)]).await?;
        Ok(())
    }

    /// The sessions of `person`, the last used first; `token` is that of whoever asks.
    pub async fn sessions_of(
        &self,
        person: &PersonId,
        token: &str,
    ) -> Result<Vec<Session>, DbError> {
        let sql = "select token_hash, created_at, expires_at, device from sessions
            where person = $1 and scribe is null and expires_at > $2
            order by expires_at desc, token_hash limit 50";
        let rows = self.primary.rows(sql, values![person.as_str(), self.clock.now()]).await?;
        let here = hash(token);
        let read = rows.iter().map(|row| {
            let cells = row.cells();
            let (token, since, until) = (cells.text(), cells.int(), cells.int());
            Session {
                name: token.chars().take(NAME).collect(),
                since,
                used: (until - SESSION).max(since),
                device: cells.text(),
                here: token == here,
            }
        });
        Ok(read.collect())
    }

    /// Ends the session of `person` called `name`; all but that of `token` without a name.
    pub async fn end_sessions(
        &self,
        person: &PersonId,
        name: Option<&str>,
        token: &str,
    ) -> Result<(), DbError> {
        let sql = "delete from sessions where person = $1 and token_hash <> $2
            and ($3 = '' or substr(token_hash, 1, 16) = $3)";
        let name = name.unwrap_or_default();
        self.primary.exec(sql, values![person.as_str(), hash(token), name]).await?;
        Ok(())
    }

    /// Ends the sessions of those who write for `person` in `workshop`.
    pub async fn end_scribes(
        &self,
        person: &PersonId,
        workshop: &WorkshopId,
    ) -> Result<(), DbError> {
        let sql = "delete from sessions
            where person = $1 and workshop = $2 and scribe is not null";
        self.primary.exec(sql, values![person.as_str(), workshop.as_str()]).await?;
        Ok(())
    }

    /// Who holds this token.
    pub async fn person_for_session(&self, token: &str) -> Result<Option<Someone>, DbError> {
        let sql = "select p.person, p.name, p.account, p.facilitator, p.moderator, p.zone, s.moved_at, s.scribe,
                s.workshop, s.expires_at
            from sessions s join people p on p.person = s.person
            where s.token_hash = $1 and s.expires_at > $2
              and (s.scribe is null or p.account = 0)";
        let now = self.clock.now();
        let Some(row) = self.primary.row(sql, values![hash(token), now]).await? else {
            return Ok(None);
        };
        let cells = row.cells();
        let holder = someone(&cells)?;
        if let Some((scribe, place)) = &holder.scribe {
            let still = self.still_writes(&holder.person, scribe, place).await?;
            return Ok(still.then_some(holder));
        }
        // Slides once a day, so that most pages write nothing.
        if cells.int() < now + SESSION - DAY {
            let slide = "update sessions set expires_at = $2 where token_hash = $1";
            self.primary.exec(slide, values![hash(token), now + SESSION]).await?;
        }
        Ok(Some(holder))
    }

    /// Whether `scribe` is whom `person` wants to write for them, in a workshop that is not
    /// over since a day.
    async fn still_writes(
        &self,
        person: &PersonId,
        scribe: &PersonId,
        place: &WorkshopId,
    ) -> Result<bool, DbError> {
        let named = room::find(&self.db, place, person).await?;
        let named = named.is_some_and(|it| it.scribe.as_ref() == Some(scribe));
        let found = workshop::find(&self.db, place).await?;
        let is_over = found.is_none_or(|found| {
            found.stage == workshop::Stage::Closed && found.closed_at + SCRIBE < self.clock.now()
        });
        Ok(named && !is_over)
    }

    /// Remembers that `device` (a secret of it) has signed in to the account of `person`.
    pub async fn know_device(&self, person: &PersonId, device: &str) -> Result<(), DbError> {
        let sql = "insert into known_devices (person, device_hash, seen_at) values ($1, $2, $3)
            on conflict (person, device_hash) do update set seen_at = excluded.seen_at";
        self.primary.exec(sql, values![person.as_str(), hash(device), self.clock.now()]).await?;
        let sql = "delete from known_devices where person = $1 and device_hash not in (
            select device_hash from known_devices where person = $1
            order by seen_at desc, device_hash limit 20)";
        self.primary.exec(sql, values![person.as_str()]).await?;
        Ok(())
    }

    /// Whether `device` has signed in before to an account that signs in as `email`.
    pub async fn is_known_device(&self, email: &str, device: &str) -> Result<bool, DbError> {
        let sql = "select 1 from known_devices d join people p on p.person = d.person
            where p.login = $1 and d.device_hash = $2 limit 1";
        let login = super::email_address(email).unwrap_or_default();
        Ok(self.primary.row(sql, values![login, hash(device)]).await?.is_some())
    }
}
