//! Names, addresses, passwords, sessions, one-time links: never in the log.
//!
//! Whoever enters a workshop is a person at once, with an id and a session; an
//! account, claimed later, is the same person with an address and a password.

pub mod accounts;
pub mod codes;
pub mod links;
mod passwords;
pub mod phrases;
pub mod sessions;

use domain::core::ids::{PersonId, WorkshopId};
use domain::prose::text::{self};
use migrations::{Cells, DbError, values};

use crate::Failure;
use crate::engine::clock::{DAY, HOUR};
use crate::engine::secrets::hash;
use crate::people::People;
use crate::people::codes::as_phrase;

/// The refusal: this is not an e-mail address.
pub const EMAIL: &str = "account-email";

/// The refusal: the address is that of another account, or this person has one.
pub const HAS_ACCOUNT: &str = "account-has-one";

/// The refusal: the password is too short, or longer than anyone's.
pub const PASSWORD: &str = "account-password-short";

/// The refusal: the link, code, phrase or password is not the right one, or not any more.
pub const WRONG: &str = "account-wrong";

/// The shortest password.
pub const PASSWORD_MIN: usize = 10;

/// The longest password, in bytes: hashing one costs the same whatever its length, reading
/// it does not.
pub const PASSWORD_MAX: usize = 1024;

/// How long a device that signed in to an account is known, in microseconds.
pub const DEVICES: i64 = 400 * DAY;

/// How long the keys of forms are kept, in microseconds: sent again, a form does nothing twice.
pub const COMMANDS: i64 = 30 * DAY;

/// Whoever holds a session.
#[expect(clippy::struct_excessive_bools, reason = "each stands with or without the others")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Someone {
    pub person: PersonId,
    /// The name they go by.
    pub name: String,
    /// Whether they have an account.
    pub account: bool,
    /// Whether they facilitate workshops.
    pub facilitator: bool,
    /// Whether they look after the whole commons.
    pub moderator: bool,
    /// Whose hours they read, by the name of the zone; empty for those of the site.
    pub zone: String,
    /// Whether they went on with another device since this one was used.
    pub moved: bool,
    /// Whoever writes for them on this device, and in which workshop.
    pub scribe: Option<(PersonId, WorkshopId)>,
}

impl People<'_> {
    /// Gives `person` a name, making them known if they are new.
    pub async fn ensure_person(
        &self,
        person: &PersonId,
        name: &str,
        language: &str,
    ) -> Result<(), DbError> {
        let sql = "insert into people (person, name, email, password_hash, resume_hash, language,
                email_proved, account, facilitator, created_at)
            values ($1, $2, null, null, $3, $4, 0, 0, 0, $5) on conflict (person) do nothing";
        let resume = hash(&as_phrase(&self.phrase_of(person, 0)));
        let now = self.clock.now();
        self.primary.exec(sql, values![person.as_str(), name, resume, language, now]).await?;
        Ok(())
    }

    /// Goes by another name from now on; what they wrote is signed with it everywhere. In a
    /// room where somebody goes by it already, a number follows.
    pub async fn set_display_name(&self, person: &PersonId, name: &str) -> Result<(), Failure> {
        let mut name = text::line(name, text::NAME_MAX).map_err(Failure::name)?;
        for room in projections::workshops::room::entered_by(&self.db, person).await? {
            name = self.workshops().name_in_room(&room, person, &name).await?;
        }
        let sql = "select 1 from departures where person = $1";
        if self.primary.row(sql, values![person.as_str()]).await?.is_none() {
            self.exchange().rename(person, &name).await?;
        }
        // Whoever is leaving is shown nowhere, whatever they type.
        let sql = "update people set name = $2 where person = $1
            and not exists (select 1 from departures d where d.person = $1)";
        self.primary.exec(sql, values![person.as_str(), name]).await?;
        Ok(())
    }

    /// Reads the hours of `zone` from now on, by its name; those of the site when it is empty.
    pub async fn set_zone(&self, person: &PersonId, zone: &str) -> Result<(), DbError> {
        let sql = "update people set zone = $2 where person = $1";
        self.primary.exec(sql, values![person.as_str(), zone]).await?;
        Ok(())
    }

    /// Someone, by their id.
    pub async fn someone(&self, person: &PersonId) -> Result<Option<Someone>, DbError> {
        let sql =
            "select person, name, account, facilitator, moderator, zone, 0, null, null from people
            where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        row.map(|row| someone(&row.cells())).transpose()
    }

    /// Whether anybody facilitates here yet.
    pub async fn has_facilitator(&self) -> Result<bool, DbError> {
        let sql = "select 1 from people where facilitator = 1 limit 1";
        Ok(self.primary.row(sql, &[]).await?.is_some())
    }

    /// Whether `person` is in a workshop with people under fourteen: such a guest has no
    /// account here.
    pub async fn is_with_minors(&self, person: &PersonId) -> Result<bool, DbError> {
        let entered =
            projections::workshops::workshop::entered_by(&self.db, person, i64::from(i32::MAX))
                .await?;
        Ok(entered.iter().any(|workshop| workshop.live.details.minors))
    }

    /// Forgets what is past: sessions, links, codes, and idempotency keys a month old. `now`
    /// is an hour that a clock which cannot be put forward agrees with: one that jumps ahead
    /// signs nobody out for good.
    /// What was forgotten, in one word, and how many rows.
    pub async fn forget_past(&self, now: i64) -> Result<Vec<(&'static str, u64)>, DbError> {
        let mut done = vec![];
        for (what, sql, until) in [
            ("sessions", "delete from sessions where expires_at < $1", now - 7 * DAY),
            ("links", "delete from one_time_links where expires_at < $1", now),
            ("codes", "delete from mailed_codes where expires_at < $1", now),
            ("links", "delete from role_links where expires_at < $1", now),
            ("links", "delete from note_invitations where expires_at < $1", now),
            ("devices", "delete from known_devices where seen_at < $1", now - DEVICES),
            ("budgets", "delete from budgets where due_at < $1", now - HOUR),
            ("commands", "delete from commands where at < $1", now - COMMANDS),
        ] {
            done.push((what, self.primary.exec(sql, values![until]).await?));
        }
        done.push(("presence", self.workshops().forget_presence().await?));
        Ok(done)
    }
}

fn someone(cells: &Cells<'_>) -> Result<Someone, DbError> {
    Ok(Someone {
        person: cells.parsed()?,
        name: cells.text(),
        account: cells.yes(),
        facilitator: cells.yes(),
        moderator: cells.yes(),
        zone: cells.text(),
        moved: cells.yes(),
        scribe: cells.maybe().zip(cells.maybe()),
    })
}

/// An address in the form we keep it, if it is one. Real checking is sending.
fn email_address(typed: &str) -> Option<String> {
    let email = typed.trim().to_lowercase();
    let (name, host) = email.split_once('@')?;
    let odd =
        |sign: char| sign.is_whitespace() || sign.is_control() || matches!(sign, '<' | '>' | ',');
    let good = !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !host.contains('@')
        && email.len() <= 254
        && !email.contains(odd);
    good.then_some(email)
}
