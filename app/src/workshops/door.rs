//! The ways into a workshop: a code to say aloud, a longer secret in the link. Both can be
//! changed while people are in: those who are keep what they have, everybody else needs the
//! new ones at once.

use domain::core::ids::WorkshopId;
use migrations::{DbError, values};

use super::CODE_TRIES;
use crate::engine::secrets::id;
use crate::people::codes::code;
use crate::workshops::Workshops;

/// How many former codes and links of one workshop are remembered, for those inside.
const FORMER: i64 = 20;

impl Workshops<'_> {
    /// Whether `code` is a way, of now or of before, into `workshop`.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn is_door_of(&self, code: &str, workshop: &WorkshopId) -> Result<bool, DbError> {
        let Some(found) = projections::workshops::workshop::find(&self.db, workshop).await? else {
            return Ok(false);
        };
        Ok(code == found.code
            || code == found.link_secret
            || self.formerly_behind(code).await?.as_ref() == Some(workshop))
    }

    /// Makes the door of a workshop, once.
    pub(crate) async fn make_door(&self, workshop: &WorkshopId) -> Result<(), DbError> {
        let sql = "insert into workshop_doors (workshop, code, link_secret, screen_secret)
            values ($1, $2, $3, $4) on conflict (workshop) do nothing";
        let mut tries = 0;
        loop {
            let values = values![workshop.as_str(), code(), id(), id()];
            match self.primary.exec(sql, values).await {
                Err(DbError::Taken(_)) if tries < CODE_TRIES => tries += 1,
                other => return other.map(|_| ()),
            }
        }
    }

    /// Gives a workshop another code and another link. The former ones open nothing from
    /// now on, to anybody who is not in already.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn renew_door(&self, workshop: &WorkshopId) -> Result<(), DbError> {
        let mut tries = 0;
        loop {
            match self.try_renewing(workshop).await {
                Err(DbError::Taken(_)) if tries < CODE_TRIES => tries += 1,
                other => return other,
            }
        }
    }

    async fn try_renewing(&self, workshop: &WorkshopId) -> Result<(), DbError> {
        let mut tx = self.primary.begin().await?;
        let keep = "insert into former_doors (secret, workshop, until)
            select code, workshop, $2 from workshop_doors where workshop = $1
            union all select link_secret, workshop, $2 from workshop_doors where workshop = $1";
        tx.exec(keep, values![workshop.as_str(), self.clock.now()]).await?;
        let renew = "update workshop_doors set code = $2, link_secret = $3 where workshop = $1";
        tx.exec(renew, values![workshop.as_str(), code(), id()]).await?;
        let forget = "delete from former_doors where workshop = $1 and secret not in (
            select secret from former_doors where workshop = $1 order by until desc, secret
            limit $2)";
        tx.exec(forget, values![workshop.as_str(), FORMER]).await?;
        tx.commit().await
    }

    /// The workshop that a former code or link opened: for those who are in it, whose pages
    /// still bear it.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn formerly_behind(&self, secret: &str) -> Result<Option<WorkshopId>, DbError> {
        let sql = "select workshop from former_doors where secret = $1";
        let row = self.primary.row(sql, values![secret]).await?;
        row.map(|row| row.cells().parsed()).transpose()
    }
}
