//! What opens once: the link of a facilitator, or of a moderator.
//!
//! Only hashes are kept. A demonstration's links open again and again.

use domain::core::ids::PersonId;
use migrations::{DbError, values};

use crate::engine::clock::DAY;
use crate::engine::secrets::{hash, token};
use crate::people::People;

/// How long a one-time link of the first facilitator, or an invitation, is good.
const LINK: i64 = 7 * DAY;

/// What a one-time link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Make whoever opens it a facilitator with an account.
    Facilitator,
    /// Make whoever opens it a moderator with an account.
    Moderator,
    /// Sign its person in, again and again: the links of a demonstration.
    Visit,
}

impl Purpose {
    fn word(self) -> &'static str {
        match self {
            Self::Facilitator => "facilitator",
            Self::Moderator => "moderator",
            Self::Visit => "visit",
        }
    }
}

impl People<'_> {
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

    /// Whether a link to become a facilitator was made and is still good: it need not be
    /// made again at each start.
    pub async fn awaits_facilitator(&self) -> Result<bool, DbError> {
        let sql = "select 1 from one_time_links where purpose = $1 and expires_at > $2 limit 1";
        let values = values![Purpose::Facilitator.word(), self.clock.now()];
        Ok(self.primary.row(sql, values).await?.is_some())
    }

    /// Whether a link is still good, without using it.
    pub async fn link_is_good(&self, token: &str, purpose: Purpose) -> Result<bool, DbError> {
        let sql = "select 1 from one_time_links
            where token_hash = $1 and purpose = $2 and expires_at > $3";
        let values = values![hash(token), purpose.word(), self.clock.now()];
        Ok(self.primary.row(sql, values).await?.is_some())
    }

    /// Who made a link, if somebody of the site did.
    pub(crate) async fn maker_of(&self, token: &str) -> Result<Option<PersonId>, DbError> {
        let sql = "select person from one_time_links where token_hash = $1 and person is not null";
        let row = self.primary.row(sql, values![hash(token)]).await?;
        row.map(|row| row.cells().parsed()).transpose()
    }

    /// Uses a link up; whether it was good. Two people at once: one of them.
    pub(crate) async fn use_link(&self, token: &str, purpose: Purpose) -> Result<bool, DbError> {
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
        let values = values![hash(token), Purpose::Visit.word(), self.clock.now()];
        self.primary.row(sql, values).await?.map(|row| row.cells().parsed()).transpose()
    }
}
