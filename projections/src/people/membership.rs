//! Who is in which group, in which role, and who was: the other half of what one may read.
//!
//! A group is the people of a workshop, or the members of a community. A membership is a row, so
//! that a group of ten thousand costs its reader what a group of ten does.

use async_trait::async_trait;
use domain::core::ids::PersonId;
use domain::core::membership::{MEMBER, Membership};
use migrations::{Db, DbError, Tx, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// The most people of a group that are counted: more are not read.
pub const COUNTED: i64 = 1_000;

/// How many people were in `group` at `at`, in microseconds; [`COUNTED`] and one when there were
/// more.
pub async fn count_at(db: &Db, group: &str, at: i64) -> Result<i64, DbError> {
    // Somebody has four rows at most: a role each, and one more.
    let sql = "select count(*) from (select person from (
            select person from (select person from p_membership
                where group_id = $1 and since <= $2 limit $3) m
            union
            select person from (select person from p_membership_past
                where group_id = $1 and since <= $2 and until > $2 limit $3) p) u limit $4) k";
    let (read, most) = (COUNTED * 6, COUNTED + 1);
    let row = db.row(sql, values![group, at, read, most]).await?;
    Ok(row.map_or(0, |row| row.cells().int()))
}

/// Whether `person` is in `group`, in any role.
pub async fn is_in(db: &Db, group: &str, person: &PersonId) -> Result<bool, DbError> {
    let sql = "select 1 from p_membership where group_id = $1 and person = $2 limit 1";
    Ok(db.row(sql, values![group, person.as_str()]).await?.is_some())
}

/// How many came into `group` after `since`, besides `person`: at most a hundred are counted.
pub async fn joined_since(
    db: &Db,
    group: &str,
    person: &PersonId,
    since: i64,
) -> Result<i64, DbError> {
    let sql = "select count(*) from (select person from p_membership
        where group_id = $1 and role = 'member' and since > $2 and person <> $3
        order by since desc limit 100) k";
    Ok(db
        .row(sql, values![group, since, person.as_str()])
        .await?
        .map_or(0, |row| row.cells().int()))
}

/// Whether `person` was in `group` once, whatever they are to it now.
pub async fn was_in(db: &Db, group: &str, person: &PersonId) -> Result<bool, DbError> {
    let sql = "select 1 from p_membership_past where group_id = $1 and person = $2 limit 1";
    Ok(db.row(sql, values![group, person.as_str()]).await?.is_some())
}

projection! {
    /// The projection of memberships.
    pub struct Memberships = "membership" version 2 readable [1];
    tables ["p_membership", "p_membership_past", "p_membership_out"] in "membership.sql";
    hears Heard { Workshop, Community, Membership }
}

#[async_trait]
impl Projection for Memberships {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (_, recorded) in Heard::of(batch) {
            if let Some(change) = recorded.fact.membership() {
                apply(tx, change, recorded.at).await?;
            }
        }
        Ok(())
    }
}

async fn apply(tx: &mut Tx, change: Membership<'_>, at: i64) -> Result<(), DbError> {
    match change {
        Membership::Begun { group, person, role: MEMBER } => {
            // Whoever was sent out comes back by being let in alone.
            let sql = "update p_membership_out set was_in = 1 where group_id = $1 and person = $2";
            if tx.exec(sql, values![group, person.as_str()]).await? == 0 {
                begin(tx, (group, person, MEMBER), at).await?;
            }
        }
        Membership::Begun { group, person, role } => begin(tx, (group, person, role), at).await?,
        Membership::Admitted { group, person } => {
            let sql = "delete from p_membership_out where group_id = $1 and person = $2";
            tx.exec(sql, values![group, person.as_str()]).await?;
            begin(tx, (group, person, MEMBER), at).await?;
        }
        Membership::Ended { group, person, role } => end(tx, (group, person, role), at).await?,
        Membership::SentOut { group, person } => {
            let sql = "insert into p_membership_out (group_id, person, was_in)
                values ($1, $2, (select count(*) from p_membership
                    where group_id = $1 and person = $2 and role = $3))
                on conflict (group_id, person) do nothing";
            tx.exec(sql, values![group, person.as_str(), MEMBER]).await?;
            end(tx, (group, person, MEMBER), at).await?;
        }
        Membership::BroughtBack { group, person } => {
            let here = values![group, person.as_str()];
            let sql = "select was_in from p_membership_out where group_id = $1 and person = $2";
            let was_in = tx.row(sql, here).await?.is_some_and(|row| row.cells().yes());
            let sql = "delete from p_membership_out where group_id = $1 and person = $2";
            tx.exec(sql, here).await?;
            if was_in {
                begin(tx, (group, person, MEMBER), at).await?;
            }
        }
    }
    Ok(())
}

async fn begin(
    tx: &mut Tx,
    (group, person, role): (&str, &PersonId, &str),
    at: i64,
) -> Result<(), DbError> {
    let sql = "insert into p_membership (group_id, person, role, since) values ($1, $2, $3, $4)
        on conflict (group_id, person, role) do nothing";
    tx.exec(sql, values![group, person.as_str(), role, at]).await?;
    Ok(())
}

async fn end(
    tx: &mut Tx,
    (group, person, role): (&str, &PersonId, &str),
    at: i64,
) -> Result<(), DbError> {
    let here = values![group, person.as_str(), role, at];
    let sql = "insert into p_membership_past (group_id, person, role, since, until)
        select group_id, person, role, since, $4 from p_membership
            where group_id = $1 and person = $2 and role = $3
        on conflict (group_id, person, role, since) do update set until = excluded.until";
    tx.exec(sql, here).await?;
    let sql = "delete from p_membership where group_id = $1 and person = $2 and role = $3";
    tx.exec(sql, values![group, person.as_str(), role]).await?;
    Ok(())
}
