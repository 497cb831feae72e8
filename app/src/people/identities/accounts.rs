//! Accounts: begun by a guest or by somebody new, signed in to, changed by their person.
//!
//! Without a mail server nothing proves an address: it is what its person types to sign in,
//! and somebody else may have typed it before. None of them learns of the other, and their
//! passwords tell them apart.

use domain::core::ids::PersonId;
use domain::people::person::{self, Person};
use domain::prose::text;
use migrations::{DbError, Row, values};

use super::{email_address, links, passwords};
use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::secrets::id;
use crate::people::People;

/// How many accounts of one address a password is compared with: the one that proved it,
/// then the oldest.
const SAME_LOGIN: i64 = 20;

/// How somebody signs in, as their own page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The address they type; empty when they have none.
    pub login: String,
    /// Whether a code sent there came back.
    pub proved: bool,
    /// Whether they have a password.
    pub password: bool,
}

impl People<'_> {
    /// Makes an account for `person`, or for someone new, whose address is not proved.
    /// Everything they did before stays theirs: it is the same id.
    ///
    /// # Errors
    /// What does not fit; [`HAS_ACCOUNT`](crate::people::identities::HAS_ACCOUNT) when they have one.
    pub async fn claim_account(
        &self,
        person: Option<&PersonId>,
        name: &str,
        email: &str,
        password: &str,
    ) -> Result<PersonId, Failure> {
        let name = text::line(name, text::NAME_MAX).map_err(Failure::name)?;
        let login =
            email_address(email).ok_or(Failure::Refused(crate::people::identities::EMAIL))?;
        let hashed = self.hashed(&login, password).await?;
        self.make_account(person, (&name, &login, Some(&hashed)), false).await
    }

    /// Makes an account of what was checked before. `proved`: a code sent to the address
    /// came back.
    pub(crate) async fn make_account(
        &self,
        person: Option<&PersonId>,
        (name, login, hashed): (&str, &str, Option<&str>),
        proved: bool,
    ) -> Result<PersonId, Failure> {
        let person = match person {
            Some(person) => person.clone(),
            None => id().parse().expect("hexadecimal is an identifier"),
        };
        self.ensure_person(&person, name, "fr").await?;
        self.exchange().rename(&person, name).await?;
        let sql = "update people set name = $2, login = $3, password_hash = $4, account = 1,
                email = case when $5 = 1 then $3 else null end, email_proved = $5
            where person = $1 and account = 0";
        let hashed = hashed.map(str::to_owned);
        let values = values![person.as_str(), name, login, hashed, proved];
        match self.primary.exec(sql, values).await {
            Ok(0) | Err(DbError::Taken(_)) => {
                return Err(Failure::Refused(crate::people::identities::HAS_ACCOUNT));
            }
            done => done?,
        };
        let command = person::Command::ClaimAccount { person: person.clone() };
        let envelope = Envelope::from(&person, CommandId::fresh());
        self.execute::<Person>(person.as_str(), command, envelope).await?;
        Ok(person)
    }

    /// Makes `person` a facilitator, with the link that allows it.
    pub async fn become_facilitator(&self, person: &PersonId, link: &str) -> Result<(), Failure> {
        if !self.use_link(link, links::Purpose::Facilitator).await? {
            return Err(Failure::Refused(crate::people::identities::WRONG));
        }
        self.name_facilitator(person).await?;
        // Whoever is first looks after the commons too: somebody has to.
        if self.moderators().await?.is_empty() {
            self.name_moderator(person, None).await?;
        }
        Ok(())
    }

    pub(crate) async fn name_facilitator(&self, person: &PersonId) -> Result<(), Failure> {
        let sql = "update people set facilitator = 1 where person = $1";
        self.primary.exec(sql, values![person.as_str()]).await?;
        let command = person::Command::BecomeFacilitator { person: person.clone() };
        let envelope = Envelope::from(person, CommandId::fresh());
        self.execute::<Person>(person.as_str(), command, envelope).await?;
        Ok(())
    }

    /// Whose account has this address, proved first; the oldest one of several.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn person_of_address(&self, email: &str) -> Result<Option<PersonId>, DbError> {
        let Some(login) = email_address(email) else { return Ok(None) };
        let sql = "select person from people where login = $1 and account = 1
            order by email_proved desc, created_at, person limit 1";
        let row = self.primary.row(sql, values![login]).await?;
        row.map(|row| row.cells().parsed()).transpose()
    }

    /// Who signs in with this address and this password. An unknown address takes
    /// as long as a wrong password.
    ///
    /// # Errors
    /// [`WRONG`](crate::people::identities::WRONG) when nobody does.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<PersonId, Failure> {
        let login = email_address(email).unwrap_or_default();
        let sql = "select password_hash, person from people where login = $1 and account = 1
            order by email_proved desc, created_at, person limit $2";
        let rows = self.primary.rows(sql, values![login.as_str(), SAME_LOGIN]).await?;
        let kept = rows.iter().map(|row| row.cells().maybe_text()).collect();
        let opened = self.opened(&login, password, kept).await?;
        match opened.and_then(|at| rows.get(at)) {
            Some(row) => {
                let cells = row.cells();
                cells.skip(1);
                Ok(cells.parsed()?)
            }
            None => Err(Failure::Refused(crate::people::identities::WRONG)),
        }
    }

    /// How `person` signs in.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn account_of(&self, person: &PersonId) -> Result<Account, DbError> {
        let sql = "select coalesce(login, ''), email_proved, password_hash is not null
            from people where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        let read = |row: Row| {
            let cells = row.cells();
            Account { login: cells.text(), proved: cells.yes(), password: cells.yes() }
        };
        Ok(row.map(read).unwrap_or_default())
    }

    /// Sets a password, or changes it. Whoever has one says it first.
    ///
    /// # Errors
    /// [`WRONG`](crate::people::identities::WRONG) when the one they had is not that.
    pub async fn set_password(
        &self,
        person: &PersonId,
        current: &str,
        new: &str,
    ) -> Result<(), Failure> {
        if !passwords::fits(new) {
            return Err(Failure::Refused(crate::people::identities::PASSWORD));
        }
        let account = self.account_of(person).await?;
        if account.password && !self.has_password(person, current).await? {
            return Err(Failure::Refused(crate::people::identities::WRONG));
        }
        let hashed = self.hashed(&account.login, new).await?;
        let sql = "update people set password_hash = $2 where person = $1 and account = 1";
        self.primary.exec(sql, values![person.as_str(), hashed]).await?;
        Ok(())
    }

    /// Changes the address `person` types to sign in, where no mail server can prove one.
    /// The password is asked, and its hash is that of the new address.
    ///
    /// # Errors
    /// [`WRONG`](crate::people::identities::WRONG) when the password is not the one.
    pub async fn change_login(
        &self,
        person: &PersonId,
        email: &str,
        password: &str,
    ) -> Result<(), Failure> {
        let login =
            email_address(email).ok_or(Failure::Refused(crate::people::identities::EMAIL))?;
        if !self.has_password(person, password).await? {
            return Err(Failure::Refused(crate::people::identities::WRONG));
        }
        let hashed = self.hashed(&login, password).await?;
        let sql = "update people set login = $2, email = null, email_proved = 0,
                password_hash = $3
            where person = $1 and account = 1";
        self.primary.exec(sql, values![person.as_str(), login, hashed]).await?;
        Ok(())
    }
}
