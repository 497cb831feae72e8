//! Those in a community, those who look after it, those who ask to come in.

use domain::core::ids::{CommunityId, PersonId};
use domain::core::membership::{MEMBER, STEWARD};
use migrations::{Db, DbError, Row, values};

/// Somebody in a community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub person: PersonId,
    /// Empty once erased.
    pub name: String,
    pub steward: bool,
    /// Since when, in microseconds.
    pub since: i64,
}

/// Somebody who asks to come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub person: PersonId,
    /// Empty once erased.
    pub name: String,
    /// Empty when they wrote none.
    pub words: String,
    /// In microseconds.
    pub at: i64,
}

/// Where somebody stands towards a community.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Outside of it.
    #[default]
    Outside,
    /// They ask to come in.
    Asking,
    /// In it.
    Member,
    /// Looking after it.
    Steward,
}

/// Where `person` stands towards `community`.
pub async fn place_of(
    db: &Db,
    community: &CommunityId,
    person: &PersonId,
) -> Result<Place, DbError> {
    let sql = "select role from p_membership where group_id = $1 and person = $2
        union all select 'asking' from p_join_request where community = $1 and person = $2";
    let rows = db.rows(sql, values![community.as_str(), person.as_str()]).await?;
    let place = |row: &Row| match row.cells().text().as_str() {
        STEWARD => Place::Steward,
        MEMBER => Place::Member,
        "asking" => Place::Asking,
        _ => Place::Outside,
    };
    Ok(rows.iter().map(place).max().unwrap_or_default())
}

fn read_member(row: &Row) -> Result<Member, DbError> {
    let cells = row.cells();
    Ok(Member {
        person: cells.parsed()?,
        name: cells.text(),
        steward: cells.yes(),
        since: cells.int(),
    })
}

/// The name `person` goes by; empty once erased.
pub async fn member_name(db: &Db, person: &PersonId) -> Result<String, DbError> {
    let sql = "select name from people where person = $1";
    let row = db.row(sql, values![person.as_str()]).await?;
    Ok(row.map(|row| row.cells().text()).unwrap_or_default())
}

/// Those in it, the last who came first: `most` after the first `skipped`.
pub async fn members(
    db: &Db,
    community: &CommunityId,
    (skipped, most): (i64, i64),
) -> Result<Vec<Member>, DbError> {
    let sql = "select me.person, coalesce(p.name, ''),
                (select count(*) from p_membership s where s.group_id = me.group_id
                    and s.person = me.person and s.role = 'steward'), me.since
        from p_membership me left join people p on p.person = me.person
        where me.group_id = $1 and me.role = 'member'
        order by me.since desc, me.person desc limit $2 offset $3";
    let rows = db.rows(sql, values![community.as_str(), most, skipped]).await?;
    rows.iter().map(read_member).collect()
}

/// Those who look after it, the first who did first.
pub async fn stewards(db: &Db, community: &CommunityId) -> Result<Vec<Member>, DbError> {
    let sql = "select me.person, coalesce(p.name, ''), 1, me.since
        from p_membership me left join people p on p.person = me.person
        where me.group_id = $1 and me.role = 'steward' order by me.since, me.person";
    db.rows(sql, values![community.as_str()]).await?.iter().map(read_member).collect()
}

/// Every community that `person` is in, or looks after, and those they ask to come into: for what
/// is done once, in whole.
pub async fn all_of_person(db: &Db, person: &PersonId) -> Result<Vec<CommunityId>, DbError> {
    let sql = "select g.community from p_membership me
            join p_community g on g.community = me.group_id where me.person = $1
        union select r.community from p_join_request r where r.person = $1 order by 1";
    let rows = db.rows(sql, values![person.as_str()]).await?;
    rows.iter().map(|row| row.cells().parsed()).collect()
}

/// Who has been in it longest, besides `person` and those whose name was erased.
pub async fn longest_in(
    db: &Db,
    community: &CommunityId,
    person: &PersonId,
) -> Result<Option<PersonId>, DbError> {
    let sql = "select me.person from p_membership me
        join people p on p.person = me.person and p.name <> ''
        where me.group_id = $1 and me.role = 'member' and me.person <> $2
        order by me.since, me.person limit 1";
    let row = db.row(sql, values![community.as_str(), person.as_str()]).await?;
    row.map(|row| row.cells().parsed()).transpose()
}

/// Those who ask to come in, the first first, at most `limit`.
pub async fn requests(
    db: &Db,
    community: &CommunityId,
    limit: i64,
) -> Result<Vec<Request>, DbError> {
    let sql = "select r.person, coalesce(p.name, ''), coalesce(c.body, ''), r.at
        from p_join_request r
        left join people p on p.person = r.person
        left join content c on c.content_id = r.content_id
        where r.community = $1 order by r.at, r.person limit $2";
    let rows = db.rows(sql, values![community.as_str(), limit]).await?;
    let read = |row: &Row| {
        let cells = row.cells();
        let (person, name) = (cells.parsed()?, cells.text());
        Ok(Request { person, name, words: cells.text(), at: cells.int() })
    };
    rows.iter().map(read).collect()
}

/// How many ask to come in, counted up to `most`.
pub async fn requests_waiting(db: &Db, community: &CommunityId, most: i64) -> Result<i64, DbError> {
    let sql = "select count(*) from (select 1 from p_join_request where community = $1 limit $2) k";
    let row = db.row(sql, values![community.as_str(), most]).await?;
    Ok(row.map_or(0, |row| row.cells().int()))
}

/// How many communities that go on `person` looks after.
pub async fn stewarded(db: &Db, person: &PersonId) -> Result<i64, DbError> {
    let sql = "select count(*) from p_membership me
        join p_community g on g.community = me.group_id and g.ended_at = 0
        where me.person = $1 and me.role = 'steward'";
    Ok(db.row(sql, values![person.as_str()]).await?.map_or(0, |row| row.cells().int()))
}

/// The communities that `person` looks after and somebody asks to come into, at most `limit`: each
/// with how many ask.
pub async fn waiting(
    db: &Db,
    person: &PersonId,
    limit: i64,
) -> Result<Vec<(CommunityId, String, i64)>, DbError> {
    let sql = "select g.community, a.title, (select count(*) from p_join_request r
                where r.community = g.community)
        from p_membership me
        join p_community g on g.community = me.group_id
        join content a on a.content_id = g.about
        where me.person = $1 and me.role = 'steward' and exists
            (select 1 from p_join_request k where k.community = me.group_id)
        order by g.community limit $2";
    let rows = db.rows(sql, values![person.as_str(), limit]).await?;
    let read = |row: &Row| {
        let cells = row.cells();
        Ok((cells.parsed()?, cells.text(), cells.int()))
    };
    rows.iter().map(read).collect()
}

/// Whether somebody asks to come into a community that `person` looks after.
pub async fn any_waiting(db: &Db, person: &PersonId) -> Result<bool, DbError> {
    let sql = "select 1 from p_membership me
        join p_join_request r on r.community = me.group_id
        where me.person = $1 and me.role = 'steward' limit 1";
    Ok(db.row(sql, values![person.as_str()]).await?.is_some())
}
