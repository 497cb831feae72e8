//! What opens once: the link of a facilitator, a code sent by e-mail.
//!
//! Only hashes are kept. A demonstration's links open again and again.

use domain::ids::PersonId;
use migrations::{DbError, values};

use super::{IdentityError, email_address};
use crate::App;
use crate::clock::{DAY, SECOND};
use crate::secrets::{hash, token};

/// How long a one-time link of the first facilitator, or an invitation, is good.
const LINK: i64 = 7 * DAY;

/// How long a code sent by e-mail is good.
const CODE: i64 = 600 * SECOND;

/// How many wrong codes before it is worth nothing.
const CODE_TRIES: i64 = 5;

/// What a one-time link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Make whoever opens it a facilitator with an account.
    Facilitator,
    /// Sign its person in, once: a code sent by e-mail.
    SignIn,
    /// Sign its person in, again and again: the links of a demonstration.
    Visit,
}

impl Purpose {
    fn word(self) -> &'static str {
        match self {
            Self::Facilitator => "facilitator",
            Self::SignIn => "sign-in",
            Self::Visit => "visit",
        }
    }
}

impl App {
    /// Makes a one-time link; its token is returned and not kept.
    pub async fn one_time_link(
        &self,
        purpose: Purpose,
        person: Option<&PersonId>,
    ) -> Result<String, DbError> {
        let token = token();
        self.keep_link(&token, purpose, person, LINK).await?;
        Ok(token)
    }

    async fn keep_link(
        &self,
        token: &str,
        purpose: Purpose,
        person: Option<&PersonId>,
        life: i64,
    ) -> Result<(), DbError> {
        let sql = "insert into one_time_links (token_hash, purpose, person, tries, expires_at)
            values ($1, $2, $3, 0, $4)
            on conflict (token_hash) do update set expires_at = excluded.expires_at, tries = 0";
        let (person, end) = (person.map(PersonId::as_str), self.clock.now() + life);
        self.primary.exec(sql, values![hash(token), purpose.word(), person, end]).await?;
        Ok(())
    }

    /// Whether a link is still good, without using it.
    pub async fn link_is_good(&self, token: &str, purpose: Purpose) -> Result<bool, DbError> {
        let sql = "select 1 from one_time_links
            where token_hash = $1 and purpose = $2 and expires_at > $3";
        let asked = values![hash(token), purpose.word(), self.clock.now()];
        Ok(self.primary.row(sql, asked).await?.is_some())
    }

    /// Uses a link up; whether it was good. Two people at once: one of them.
    pub(super) async fn use_link(&self, token: &str, purpose: Purpose) -> Result<bool, DbError> {
        let sql = "delete from one_time_links
            where token_hash = $1 and purpose = $2 and expires_at > $3";
        let used =
            self.primary.exec(sql, values![hash(token), purpose.word(), self.clock.now()]).await?;
        Ok(used > 0)
    }

    /// Whom a demonstration's link signs in. It is not used up.
    pub async fn visitor_of(&self, token: &str) -> Result<Option<PersonId>, DbError> {
        let sql = "select person from one_time_links
            where token_hash = $1 and purpose = $2 and expires_at > $3";
        let asked = values![hash(token), Purpose::Visit.word(), self.clock.now()];
        self.primary.row(sql, asked).await?.map(|row| row.parsed(0)).transpose()
    }

    /// Makes a six-digit code for the account of `email`, to be sent there. `None`
    /// when there is no such account, which the page must not tell.
    pub async fn sign_in_code(&self, email: &str) -> Result<Option<String>, DbError> {
        let Some(email) = email_address(email) else { return Ok(None) };
        let sql = "select person from people where email = $1 and account = 1";
        let Some(row) = self.primary.row(sql, values![email.as_str()]).await? else {
            return Ok(None);
        };
        let person: PersonId = row.parsed(0)?;
        let code = format!("{:06}", rand::random_range(0..1_000_000));
        let old = "delete from one_time_links where person = $1 and purpose = $2";
        self.primary.exec(old, values![person.as_str(), Purpose::SignIn.word()]).await?;
        self.keep_link(&bound(&email, &code), Purpose::SignIn, Some(&person), CODE).await?;
        Ok(Some(code))
    }

    /// Who signs in with the code sent to `email`. Five wrong ones end it.
    pub async fn sign_in_by_code(
        &self,
        email: &str,
        code: &str,
    ) -> Result<PersonId, IdentityError> {
        let email = email_address(email).ok_or(IdentityError::Wrong)?;
        let sql = "select person from people where email = $1 and account = 1";
        let row = self.primary.row(sql, values![email.as_str()]).await?;
        let person: PersonId = row.ok_or(IdentityError::Wrong)?.parsed(0)?;
        let try_one = "update one_time_links set tries = tries + 1
            where person = $1 and purpose = $2 and tries < $3";
        let asked = values![person.as_str(), Purpose::SignIn.word(), CODE_TRIES];
        let allowed = self.primary.exec(try_one, asked).await?;
        let link = bound(&email, &code.replace([' ', '\u{a0}', '\u{202f}'], ""));
        if allowed == 0 || !self.use_link(&link, Purpose::SignIn).await? {
            return Err(IdentityError::Wrong);
        }
        self.prove_address(&person).await?;
        Ok(person)
    }

    /// The first code that comes back proves an address. A password set before that
    /// may be somebody else's, who typed this address: it is forgotten, and every
    /// session opened with it ends.
    async fn prove_address(&self, person: &PersonId) -> Result<(), DbError> {
        let sql = "update people set email_proved = 1, password_hash = null
            where person = $1 and email_proved = 0";
        if self.primary.exec(sql, values![person.as_str()]).await? > 0 {
            let sql = "delete from sessions where person = $1 or scribe = $1";
            self.primary.exec(sql, values![person.as_str()]).await?;
        }
        Ok(())
    }
}

/// A short code is only worth something together with the address it went to.
fn bound(email: &str, code: &str) -> String {
    format!("{email} {code}")
}
