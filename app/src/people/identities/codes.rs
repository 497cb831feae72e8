//! Codes sent by e-mail: eight digits, for ten minutes, worth something only together with
//! the browser that asked (whose secret the page keeps) and the address they went to.
//!
//! Whoever asks is answered the same for an address that has an account and for one that has
//! none, in the same time: a row is written either way, and the letter alone tells.

use domain::core::ids::PersonId;
use domain::prose::text;
use migrations::{DbError, Row, values};

use super::email_address;
use crate::Failure;
use crate::engine::budget::{CODES_OF_ACCOUNT, CODES_OF_KNOWN_DEVICE, CODES_SENT};
use crate::engine::clock::SECOND;
use crate::engine::secrets::{hash, token};
use crate::people::People;
use crate::people::codes::as_digits;

/// How long a code is good, in microseconds.
const LIFE: i64 = 600 * SECOND;

/// How many wrong ones before it is worth nothing.
const TRIES: i64 = 5;

/// What a code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
enum Purpose {
    SignIn,
    Claim,
    Address,
}

/// A letter to send, once the page has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letter {
    /// This code.
    Code { to: String, code: String },
    /// Somebody began an account with an address that has one: how to sign in.
    HasAccount { to: String },
}

/// A code that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRequest {
    /// The secret of the browser that asked; the page keeps it.
    pub secret: String,
    /// What to send, if anything.
    pub letter: Option<Letter>,
}

/// What a row of `mailed_codes` holds.
struct Kept<'r> {
    purpose: Purpose,
    person: Option<&'r PersonId>,
    name: &'r str,
    login: &'r str,
    password: Option<String>,
    code: Option<&'r str>,
}

impl People<'_> {
    /// Asks for a code to sign in to the account of `email`. `known`: the device has signed
    /// in to it before. What has no account, or had too many codes, is answered the same.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn ask_sign_in_code(&self, email: &str, known: bool) -> Result<CodeRequest, DbError> {
        let login = email_address(email).unwrap_or_default();
        let sql = "select person from people where login = $1 and account = 1
            order by email_proved desc, created_at, person limit 1";
        let row = self.primary.row(sql, values![login.as_str()]).await?;
        let person: Option<PersonId> = row.map(|row| row.cells().parsed()).transpose()?;
        let whose = self.secrets.mark("budget", &[&login]);
        let budget = if known { CODES_OF_KNOWN_DEVICE } else { CODES_OF_ACCOUNT };
        let allowed = self.spend(budget, &whose).await? && self.spend(CODES_SENT, "").await?;
        let code = fresh();
        let sent = allowed && person.is_some();
        let kept = Kept {
            purpose: Purpose::SignIn,
            person: person.as_ref(),
            name: "",
            login: &login,
            password: None,
            code: sent.then_some(code.as_str()),
        };
        let secret = self.keep_code(&kept).await?;
        Ok(CodeRequest { secret, letter: sent.then_some(Letter::Code { to: login, code }) })
    }

    /// Begins an account for `person`, or for somebody new: a letter goes to the address, and
    /// the account is made once its code comes back. An address that has an account gets
    /// another letter.
    ///
    /// # Errors
    /// What does not fit; [`Failure::TooMany`] when the site has sent too many letters.
    pub async fn ask_for_account(
        &self,
        person: Option<&PersonId>,
        name: &str,
        email: &str,
        password: &str,
    ) -> Result<CodeRequest, Failure> {
        let name = text::line(name, text::NAME_MAX).map_err(Failure::name)?;
        let login =
            email_address(email).ok_or(Failure::Refused(crate::people::identities::EMAIL))?;
        let password = self.hashed(&login, password).await?;
        if !self.spend(CODES_SENT, "").await? {
            return Err(Failure::TooMany);
        }
        let is_taken = self.is_proved(&login).await?;
        let code = fresh();
        let kept = Kept {
            purpose: Purpose::Claim,
            person,
            name: &name,
            login: &login,
            password: Some(password),
            code: (!is_taken).then_some(code.as_str()),
        };
        let secret = self.keep_code(&kept).await?;
        let to = login;
        let letter = if is_taken { Letter::HasAccount { to } } else { Letter::Code { to, code } };
        Ok(CodeRequest { secret, letter: Some(letter) })
    }

    /// Asks for a code to a new address of `person`, which becomes theirs once it comes back.
    ///
    /// # Errors
    /// [`EMAIL`](crate::people::identities::EMAIL), [`Failure::TooMany`].
    pub async fn ask_for_address(
        &self,
        person: &PersonId,
        email: &str,
    ) -> Result<CodeRequest, Failure> {
        let login =
            email_address(email).ok_or(Failure::Refused(crate::people::identities::EMAIL))?;
        let whose = self.secrets.mark("budget", &["address", person.as_str()]);
        let allowed =
            self.spend(CODES_OF_ACCOUNT, &whose).await? && self.spend(CODES_SENT, "").await?;
        if !allowed {
            return Err(Failure::TooMany);
        }
        let is_taken = self.is_proved(&login).await?;
        let code = fresh();
        let kept = Kept {
            purpose: Purpose::Address,
            person: Some(person),
            name: "",
            login: &login,
            password: None,
            code: (!is_taken).then_some(code.as_str()),
        };
        let secret = self.keep_code(&kept).await?;
        let to = login;
        let letter = if is_taken { Letter::HasAccount { to } } else { Letter::Code { to, code } };
        Ok(CodeRequest { secret, letter: Some(letter) })
    }

    async fn is_proved(&self, login: &str) -> Result<bool, DbError> {
        let sql = "select 1 from people where email = $1";
        Ok(self.primary.row(sql, values![login]).await?.is_some())
    }

    async fn keep_code(&self, kept: &Kept<'_>) -> Result<String, DbError> {
        let secret = token();
        let purpose: &'static str = kept.purpose.into();
        let sql = "insert into mailed_codes (asked_hash, purpose, person, name, login,
                password_hash, code_hash, tries, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, 0, $8)";
        let values = values![
            hash(&secret),
            purpose,
            kept.person.map(|person| person.as_str().to_owned()),
            kept.name,
            kept.login,
            kept.password.clone(),
            kept.code.map(|code| bound(&secret, code)),
            self.clock.now() + LIFE
        ];
        self.primary.exec(sql, values).await?;
        Ok(secret)
    }

    /// What a code that came back does: signs somebody in, makes their account, gives them
    /// the address. Five wrong ones end it.
    ///
    /// # Errors
    /// [`WRONG`](crate::people::identities::WRONG);
    /// [`HAS_ACCOUNT`](crate::people::identities::HAS_ACCOUNT) when the address has become
    /// somebody else's meanwhile.
    pub async fn use_code(&self, secret: &str, typed: &str) -> Result<PersonId, Failure> {
        let secret_hash = hash(secret);
        let count = "update mailed_codes set tries = tries + 1
            where asked_hash = $1 and tries < $2 and expires_at > $3";
        let counted = values![secret_hash.as_str(), TRIES, self.clock.now()];
        let allowed = self.primary.exec(count, counted).await?;
        let code = as_digits(typed);
        let find = "select purpose, person, name, login, password_hash from mailed_codes
            where asked_hash = $1 and code_hash = $2";
        let found = values![secret_hash.as_str(), bound(secret, &code)];
        let row = self.primary.row(find, found).await?.filter(|_| allowed > 0);
        let row = row.ok_or(Failure::Refused(crate::people::identities::WRONG))?;
        // Once: of two who send it together, one.
        let used = "delete from mailed_codes where asked_hash = $1";
        if self.primary.exec(used, values![secret_hash]).await? == 0 {
            return Err(Failure::Refused(crate::people::identities::WRONG));
        }
        self.carry_out(&row).await
    }

    async fn carry_out(&self, row: &Row) -> Result<PersonId, Failure> {
        let cells = row.cells();
        let purpose: Purpose =
            cells.maybe().ok_or(Failure::Refused(crate::people::identities::WRONG))?;
        let person: Option<PersonId> = cells.maybe();
        let (name, login, password) = (cells.text(), cells.text(), cells.maybe_text());
        match (purpose, person) {
            (Purpose::SignIn | Purpose::Address, None) => {
                Err(Failure::Refused(crate::people::identities::WRONG))
            }
            (Purpose::SignIn, Some(person)) => {
                self.prove_address(&person, &login).await?;
                Ok(person)
            }
            (Purpose::Address, Some(person)) => {
                self.give_address(&person, &login).await?;
                Ok(person)
            }
            (Purpose::Claim, person) => {
                let words = (name.as_str(), login.as_str(), password.as_deref());
                let person = self.make_account(person.as_ref(), words, true).await?;
                self.renew_phrase(&person).await?;
                Ok(person)
            }
        }
    }

    /// The first code that comes back proves an address. A password set before that may be
    /// somebody else's, who typed this address: it is forgotten, every session opened with
    /// it ends, and other words are drawn to come back with.
    async fn prove_address(&self, person: &PersonId, login: &str) -> Result<(), Failure> {
        let sql = "update people set email = $2, email_proved = 1, password_hash = null
            where person = $1 and login = $2 and email_proved = 0";
        let proved = match self.primary.exec(sql, values![person.as_str(), login]).await {
            Err(DbError::Taken(_)) => {
                return Err(Failure::Refused(crate::people::identities::HAS_ACCOUNT));
            }
            other => other?,
        };
        if proved > 0 {
            let sql = "delete from sessions where person = $1 or scribe = $1";
            self.primary.exec(sql, values![person.as_str()]).await?;
            self.renew_phrase(person).await?;
        }
        Ok(())
    }

    /// A new address is that of `person`, who keeps their password and their sessions.
    async fn give_address(&self, person: &PersonId, login: &str) -> Result<(), Failure> {
        let sql = "update people set email = $2, login = $2, email_proved = 1
            where person = $1 and account = 1";
        match self.primary.exec(sql, values![person.as_str(), login]).await {
            Err(DbError::Taken(_)) => {
                return Err(Failure::Refused(crate::people::identities::HAS_ACCOUNT));
            }
            other => other?,
        };
        self.renew_phrase(person).await?;
        Ok(())
    }
}

/// Eight digits.
fn fresh() -> String {
    format!("{:08}", rand::random_range(0..100_000_000))
}

/// A code is only worth something together with the secret of who asked.
fn bound(secret: &str, code: &str) -> String {
    hash(&format!("{secret} {code}"))
}
