//! Names, addresses, passwords, sessions, one-time links: never in the log.
//!
//! Whoever enters a workshop is a person at once, with an id and a session; an
//! account, claimed later, is the same person with an address and a password.

pub mod links;

use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};
use domain::ids::PersonId;
use domain::person::{self, Person};
use domain::text::{self, TextError};
use migrations::{DbError, Row, values};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::App;
use crate::clock::DAY;
use crate::envelope::{CommandId, Envelope};
use crate::execute::CommandError;
use crate::secrets::{hash, id, token};
use crate::words::{as_phrase, phrase};

/// How long a session lives without being used.
const SESSION: i64 = 90 * DAY;

/// The shortest password.
pub const PASSWORD_MIN: usize = 10;

/// Hashing takes 19 MiB each: this many at once.
static HASHING: Semaphore = Semaphore::const_new(2);

/// Whoever holds a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Someone {
    /// Their id.
    pub person: PersonId,
    /// The name they go by.
    pub name: String,
    /// Whether they have an account.
    pub account: bool,
    /// Whether they facilitate workshops.
    pub facilitator: bool,
    /// Whether they went on with another device since this one was used.
    pub moved: bool,
    /// Whoever writes for them on this device.
    pub scribe: Option<PersonId>,
}

/// Why an account was not made or opened.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The name is blank or too long.
    #[error("the name does not fit")]
    Name(TextError),
    /// This is not an e-mail address.
    #[error("this is not an e-mail address")]
    Email,
    /// The address belongs to another account.
    #[error("this address has an account")]
    EmailTaken,
    /// The password is too short.
    #[error("the password is too short")]
    Password,
    /// The link, code, phrase or password is not the right one, or not any more.
    #[error("nothing opens with this")]
    Wrong,
    /// The person could not be recorded.
    #[error(transparent)]
    Command(#[from] CommandError<person::Error>),
    /// The database said no.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl App {
    /// Gives `person` a name, making them known if they are new.
    pub async fn welcome(
        &self,
        person: &PersonId,
        name: &str,
        language: &str,
    ) -> Result<(), DbError> {
        let sql = "insert into people (person, name, email, password_hash, resume_hash, language,
                email_proved, account, facilitator, created_at)
            values ($1, $2, null, null, $3, $4, 0, 0, 0, $5) on conflict (person) do nothing";
        let resume = hash(&as_phrase(&self.resume_phrase(person)));
        let now = self.clock.now();
        self.primary.exec(sql, values![person.as_str(), name, resume, language, now]).await?;
        Ok(())
    }

    /// Goes by another name from now on; what they wrote is signed with it everywhere.
    pub async fn go_by(&self, person: &PersonId, name: &str) -> Result<(), IdentityError> {
        let name = text::line(name, text::NAME_MAX).map_err(IdentityError::Name)?;
        let sql = "update people set name = $2 where person = $1";
        self.primary.exec(sql, values![person.as_str(), name]).await?;
        Ok(())
    }

    /// The four words with which `person` comes back on another device.
    pub fn resume_phrase(&self, person: &PersonId) -> String {
        phrase(&self.secrets.derive("resume", &[person.as_str()]))
    }

    /// Who comes back with these four words.
    pub async fn resumed_by(&self, typed: &str) -> Result<Option<PersonId>, DbError> {
        let sql = "select person from people where resume_hash = $1";
        let row = self.primary.row(sql, values![hash(&as_phrase(typed))]).await?;
        row.map(|row| row.parsed(0)).transpose()
    }

    /// Opens a session; the token goes in a cookie, and only its hash stays here.
    pub async fn open_session(&self, person: &PersonId) -> Result<String, DbError> {
        self.new_session(person, None).await
    }

    async fn new_session(
        &self,
        person: &PersonId,
        scribe: Option<&PersonId>,
    ) -> Result<String, DbError> {
        let (token, now) = (token(), self.clock.now());
        let sql = "insert into sessions (token_hash, person, created_at, expires_at, scribe)
            values ($1, $2, $3, $4, $5)";
        let scribe = scribe.map(|scribe| scribe.as_str().to_owned());
        let asked = values![hash(&token), person.as_str(), now, now + SESSION, scribe];
        self.primary.exec(sql, asked).await?;
        Ok(token)
    }

    /// Opens a session for `person`, on the device of whoever writes for them. It opens
    /// nothing once `person` has an account.
    pub async fn open_session_for(
        &self,
        person: &PersonId,
        scribe: &PersonId,
    ) -> Result<String, DbError> {
        self.new_session(person, Some(scribe)).await
    }

    /// `person` goes on with the device of this session: their others say so. `None`: with
    /// a device that has no session of theirs yet.
    pub async fn goes_on_with(
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

    /// Who holds this token.
    pub async fn holder(&self, token: &str) -> Result<Option<Someone>, DbError> {
        let sql = "select p.person, p.name, p.account, p.facilitator, s.moved_at, s.scribe,
                s.expires_at
            from sessions s join people p on p.person = s.person
            where s.token_hash = $1 and s.expires_at > $2
              and (s.scribe is null or p.account = 0)";
        let now = self.clock.now();
        let Some(row) = self.primary.row(sql, values![hash(token), now]).await? else {
            return Ok(None);
        };
        // Slides once a day, so that most pages write nothing.
        if row.int(6) < now + SESSION - DAY {
            let slide = "update sessions set expires_at = $2 where token_hash = $1";
            self.primary.exec(slide, values![hash(token), now + SESSION]).await?;
        }
        someone(&row).map(Some)
    }

    /// Someone, by their id.
    pub async fn someone(&self, person: &PersonId) -> Result<Option<Someone>, DbError> {
        let sql =
            "select person, name, account, facilitator, 0, null from people where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        row.as_ref().map(someone).transpose()
    }

    /// Whether anybody facilitates here yet.
    pub async fn has_facilitator(&self) -> Result<bool, DbError> {
        let sql = "select 1 from people where facilitator = 1 limit 1";
        Ok(self.primary.row(sql, &[]).await?.is_some())
    }

    /// Makes an account for `person`, or for someone new. Everything they did
    /// before stays theirs: it is the same id.
    pub async fn claim_account(
        &self,
        person: Option<&PersonId>,
        name: &str,
        email: &str,
        password: &str,
    ) -> Result<PersonId, IdentityError> {
        let name = text::line(name, text::NAME_MAX).map_err(IdentityError::Name)?;
        let email = email_address(email).ok_or(IdentityError::Email)?;
        if password.chars().count() < PASSWORD_MIN {
            return Err(IdentityError::Password);
        }
        let taken = "select person from people where email = $1";
        if self.primary.row(taken, values![email.as_str()]).await?.is_some() {
            return Err(IdentityError::EmailTaken);
        }
        let person = match person {
            Some(person) => person.clone(),
            None => id().parse().expect("hexadecimal is an identifier"),
        };
        let hashed = hashed(password.to_owned()).await?;
        self.welcome(&person, &name, "fr").await?;
        let sql = "update people set name = $2, email = $3, password_hash = $4, account = 1
            where person = $1 and account = 0";
        let asked = values![person.as_str(), name, email, hashed];
        match self.primary.exec(sql, asked).await {
            Ok(0) | Err(DbError::Taken(_)) => return Err(IdentityError::EmailTaken),
            Ok(_) => {}
            Err(error) => return Err(error.into()),
        }
        let command = person::Command::ClaimAccount { person: person.clone() };
        let envelope = Envelope::from(&person, CommandId::fresh());
        self.execute::<Person>(person.as_str(), command, envelope).await?;
        Ok(person)
    }

    /// Makes `person` a facilitator, with the link that allows it.
    pub async fn become_facilitator(
        &self,
        person: &PersonId,
        link: &str,
    ) -> Result<(), IdentityError> {
        if !self.use_link(link, links::Purpose::Facilitator).await? {
            return Err(IdentityError::Wrong);
        }
        self.name_facilitator(person).await
    }

    pub(crate) async fn name_facilitator(&self, person: &PersonId) -> Result<(), IdentityError> {
        let sql = "update people set facilitator = 1 where person = $1";
        self.primary.exec(sql, values![person.as_str()]).await?;
        let command = person::Command::BecomeFacilitator { person: person.clone() };
        let envelope = Envelope::from(person, CommandId::fresh());
        self.execute::<Person>(person.as_str(), command, envelope).await?;
        Ok(())
    }

    /// Who signs in with this address and this password. An unknown address takes
    /// as long as a wrong password.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<PersonId, IdentityError> {
        let email = email_address(email).unwrap_or_default();
        let sql = "select person, password_hash from people where email = $1";
        let row = self.primary.row(sql, values![email]).await?;
        let kept = row.as_ref().and_then(|row| row.maybe_text(1));
        let good = verified(password.to_owned(), kept).await?;
        match row {
            Some(row) if good => Ok(row.parsed(0)?),
            _ => Err(IdentityError::Wrong),
        }
    }

    /// Forgets what is past: sessions, links, and idempotency keys a month old.
    pub async fn forget_past(&self) -> Result<(), DbError> {
        let now = self.clock.now();
        for sql in [
            "delete from sessions where expires_at < $1",
            "delete from one_time_links where expires_at < $1",
        ] {
            self.primary.exec(sql, values![now]).await?;
        }
        self.primary.exec("delete from commands where at < $1", values![now - 30 * DAY]).await?;
        self.primary.exec("delete from role_links where expires_at < $1", values![now]).await?;
        self.forget_presence().await?;
        Ok(())
    }
}

fn someone(row: &Row) -> Result<Someone, DbError> {
    Ok(Someone {
        person: row.parsed(0)?,
        name: row.text(1),
        account: row.yes(2),
        facilitator: row.yes(3),
        moved: row.int(4) != 0,
        scribe: row.maybe_text(5).and_then(|id| id.parse().ok()),
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

async fn hashed(password: String) -> Result<String, IdentityError> {
    let _place = HASHING.acquire().await.map_err(broken)?;
    let made = spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
    });
    Ok(made.await.map_err(broken)?.map_err(|error| broken(error.to_string()))?)
}

async fn verified(password: String, kept: Option<String>) -> Result<bool, IdentityError> {
    /// What an unknown address is compared with; no password opens it.
    const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$\
                          AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let _place = HASHING.acquire().await.map_err(broken)?;
    let checked = spawn_blocking(move || {
        let known = kept.is_some();
        let kept = kept.unwrap_or_else(|| NOBODY.to_owned());
        let same = Argon2::default().verify_password(password.as_bytes(), kept.as_str()).is_ok();
        same && known
    });
    Ok(checked.await.map_err(broken)?)
}

fn broken(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> DbError {
    DbError::Broken(error.into())
}
