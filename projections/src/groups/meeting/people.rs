//! Those who come to a meeting, or were there, and what each said that they came for.

use domain::core::ids::{CommunityId, MeetingId, PersonId};
use migrations::{Db, DbError, Row, values};

/// Somebody who comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    pub person: PersonId,
    /// Empty once erased.
    pub name: String,
    /// What they are there for; empty when they did not say.
    pub aim: String,
    /// What they did; empty when they did not say.
    pub outcome: String,
}

macro_rules! select_attendance {
    ($rest:literal) => {
        concat!(
            "select t.person, coalesce(p.name, ''), coalesce(a.body, ''), coalesce(o.body, '')
             from p_attendance t
             left join people p on p.person = t.person
             left join content a on a.content_id = t.aim
             left join content o on o.content_id = t.outcome ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Attendance, DbError> {
    let cells = row.cells();
    Ok(Attendance {
        person: cells.parsed()?,
        name: cells.text(),
        aim: cells.text(),
        outcome: cells.text(),
    })
}

/// Those who come to `meeting`, the first who said so first: `most` after the first `skipped`.
pub async fn comers(
    db: &Db,
    meeting: &MeetingId,
    (skipped, most): (i64, i64),
) -> Result<Vec<Attendance>, DbError> {
    let sql = select_attendance!("where t.meeting = $1 order by t.at, t.person limit $2 offset $3");
    db.rows(sql, values![meeting.as_str(), most, skipped]).await?.iter().map(read).collect()
}

/// What `person` said of coming to `meeting`, if they come.
pub async fn attendance(
    db: &Db,
    meeting: &MeetingId,
    person: &PersonId,
) -> Result<Option<Attendance>, DbError> {
    let sql = select_attendance!("where t.meeting = $1 and t.person = $2");
    let row = db.row(sql, values![meeting.as_str(), person.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// The meetings that are not over at `now` and that `person` comes to, the next one first, at most
/// `limit`: which, what each is called, and when it begins, in microseconds.
pub async fn next_of(
    db: &Db,
    person: &PersonId,
    now: i64,
    limit: i64,
) -> Result<Vec<(MeetingId, String, i64)>, DbError> {
    let sql = "select g.meeting, c.title, g.starts_at from p_attendance t
        join p_meeting g on g.meeting = t.meeting
        join content c on c.content_id = g.content_id
        join p_membership me on me.group_id = g.community and me.person = t.person
            and me.role = 'member'
        join p_community k on k.community = g.community and k.ended_at = 0
        where t.person = $1 and g.ends_at > $2 and g.cancelled = 0
        order by g.starts_at, g.meeting limit $3";
    let rows = db.rows(sql, values![person.as_str(), now, limit]).await?;
    rows.iter()
        .map(|row| {
            let cells = row.cells();
            Ok((cells.parsed()?, cells.text(), cells.int()))
        })
        .collect()
}

/// The meetings of `community` that are not over at `now` and that `person` comes to.
pub async fn coming_of(
    db: &Db,
    community: &CommunityId,
    person: &PersonId,
    now: i64,
) -> Result<Vec<MeetingId>, DbError> {
    let sql = "select t.meeting from p_attendance t
        join p_meeting g on g.meeting = t.meeting
        where t.person = $1 and g.community = $2 and g.ends_at > $3";
    let values = values![person.as_str(), community.as_str(), now];
    db.rows(sql, values).await?.iter().map(|row| row.cells().parsed()).collect()
}
