//! Who is in a workshop and how far they are, live. How events are applied is in `apply`.
//!
//! Each row remembers the position of the last event that touched it: a console
//! that comes back with `Last-Event-ID` is sent exactly the rows it missed.

mod apply;
mod beside;
mod participant;

use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::workshops::participation::Reaction;
use migrations::{Db, DbError, Row, values};

use crate::core::content::{self, Content};

pub use apply::Room;
pub use participant::{Block, Participant, Remembered};

/// Everyone in `workshop`, in the order they came in; the second phone of somebody
/// is not counted, nor whoever was sent out.
pub async fn present(db: &Db, workshop: &WorkshopId) -> Result<Vec<Participant>, DbError> {
    let mut people = since(db, workshop, 0).await?;
    people.retain(|it| it.merged_into.is_none() && !it.out);
    Ok(people)
}

/// Every row of `workshop` that changed after `position` (0: every one), second
/// phones too, in the order they came in.
pub async fn since(
    db: &Db,
    workshop: &WorkshopId,
    position: i64,
) -> Result<Vec<Participant>, DbError> {
    let sql = Participant::select(
        "where r.workshop = $1 and r.position > $2 order by r.entered_at, r.person",
    );
    let rows = db.rows(&sql, values![workshop.as_str(), position]).await?;
    rows.iter().map(Participant::read).collect()
}

/// Those in `workshop` who asked `scribe` to write for them.
pub async fn written_by(
    db: &Db,
    workshop: &WorkshopId,
    scribe: &PersonId,
) -> Result<Vec<Participant>, DbError> {
    let sql = Participant::select(
        "where r.workshop = $1 and r.scribe = $2 and r.merged_into is null
         order by r.entered_at, r.person",
    );
    let rows = db.rows(&sql, values![workshop.as_str(), scribe.as_str()]).await?;
    rows.iter().map(Participant::read).collect()
}

/// The names people in `workshop` go by, each with whose it is.
pub async fn names(db: &Db, workshop: &WorkshopId) -> Result<Vec<(String, String)>, DbError> {
    let sql = "select r.person, p.name from p_room r join people p on p.person = r.person
        where r.workshop = $1";
    let rows = db.rows(sql, values![workshop.as_str()]).await?;
    Ok(rows.iter().map(|row| row.cells().texts()).collect())
}

/// What those in `workshop` said of themselves in the round, in the order they came in.
pub async fn sketches(db: &Db, workshop: &WorkshopId) -> Result<Vec<Content>, DbError> {
    let sql = "select c.title, c.body, c.summary
        from p_room r join content c on c.content_id = r.sketch
        left join p_room_out o on o.workshop = r.workshop and o.person = r.person
        where r.workshop = $1 and r.merged_into is null and o.person is null
        order by r.entered_at, r.person";
    let rows = db.rows(sql, values![workshop.as_str()]).await?;
    Ok(rows.iter().map(content::read).collect())
}

/// One person in `workshop`, if they entered and were not sent out.
pub async fn find(
    db: &Db,
    workshop: &WorkshopId,
    person: &PersonId,
) -> Result<Option<Participant>, DbError> {
    let sql = Participant::select("where r.workshop = $1 and r.person = $2 and o.person is null");
    let row = db.row(&sql, values![workshop.as_str(), person.as_str()]).await?;
    row.as_ref().map(Participant::read).transpose()
}

/// Who was asked to stay out of `workshop`, with the names they go by, the last one first.
pub async fn sent_out(db: &Db, workshop: &WorkshopId) -> Result<Vec<Waiting>, DbError> {
    let sql = "select o.person, coalesce(p.name, ''), o.since
        from p_room_out o left join people p on p.person = o.person
        where o.workshop = $1 order by o.since desc, o.person";
    db.rows(sql, values![workshop.as_str()]).await?.iter().map(at_the_door).collect()
}

/// Whether `person` was asked to stay out of `workshop`.
pub async fn is_sent_out(
    db: &Db,
    workshop: &WorkshopId,
    person: &PersonId,
) -> Result<bool, DbError> {
    let sql = "select 1 from p_room_out where workshop = $1 and person = $2";
    Ok(db.row(sql, values![workshop.as_str(), person.as_str()]).await?.is_some())
}

/// How many hands went up in `workshop` before `at` and are still up.
pub async fn hands_before(db: &Db, workshop: &WorkshopId, at: i64) -> Result<i64, DbError> {
    let sql = "select count(*) from p_room
        where workshop = $1 and hand is not null and hand_at < $2";
    Ok(db.row(sql, values![workshop.as_str(), at]).await?.map_or(0, |row| row.cells().int()))
}

/// The workshops `person` entered, the last one first.
pub async fn entered_by(db: &Db, person: &PersonId) -> Result<Vec<WorkshopId>, DbError> {
    let sql = "select workshop from p_room where person = $1 order by entered_at desc";
    let rows = db.rows(sql, values![person.as_str()]).await?;
    rows.iter().map(|row| row.cells().parsed()).collect()
}

/// Whether `person` is in any room, or waits at the door of one.
pub async fn knows(db: &Db, person: &PersonId) -> Result<bool, DbError> {
    let sql = "select 1 from p_room where person = $1
        union all select 1 from p_room_waiting where person = $1";
    Ok(db.row(sql, values![person.as_str()]).await?.is_some())
}

/// Guests of workshops with people under fourteen, at most `limit`: of those that closed before
/// `closed`, and who was not there since `seen` of those that nobody closed. In microseconds.
pub async fn minors(
    db: &Db,
    (closed, seen): (i64, i64),
    limit: i64,
) -> Result<Vec<PersonId>, DbError> {
    let sql = "select distinct p.person from p_workshop w
        join (
            select workshop, person, last_at as seen from p_room
            union all select workshop, person, since as seen from p_room_waiting
        ) r on r.workshop = w.workshop
        join people p on p.person = r.person and p.account = 0
        where w.minors = 1 and (
            (w.stage = 'closed' and w.closed_at <= $1) or (w.stage <> 'closed' and r.seen <= $2
                and not exists (select 1 from p_room o where o.person = r.person and o.last_at > $2))
        )
        order by p.person limit $3";
    let rows = db.rows(sql, values![closed, seen, limit]).await?;
    rows.iter().map(|row| row.cells().parsed()).collect()
}

/// Someone at the door: they wait to be let in, or were asked to stay out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub person: PersonId,
    /// The name they go by.
    pub name: String,
    /// Since when, in microseconds.
    pub since: i64,
}

/// Who waits at the door of `workshop`, the first first.
pub async fn waiting(db: &Db, workshop: &WorkshopId) -> Result<Vec<Waiting>, DbError> {
    let sql = "select w.person, coalesce(p.name, ''), w.since
        from p_room_waiting w left join people p on p.person = w.person
        where w.workshop = $1 order by w.since, w.person";
    db.rows(sql, values![workshop.as_str()]).await?.iter().map(at_the_door).collect()
}

fn at_the_door(row: &Row) -> Result<Waiting, DbError> {
    let cells = row.cells();
    Ok(Waiting { person: cells.parsed()?, name: cells.text(), since: cells.int() })
}

/// An answer someone gave to a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reacted {
    pub person: PersonId,
    pub note: NoteId,
    pub reaction: Reaction,
}

/// The answers given to notes in `workshop`, in the order they came.
pub async fn reactions(db: &Db, workshop: &WorkshopId) -> Result<Vec<Reacted>, DbError> {
    let sql = "select person, note, reaction from p_room_reaction
        where workshop = $1 order by at, person, note";
    let rows = db.rows(sql, values![workshop.as_str()]).await?;
    let read = |row: &Row| {
        let cells = row.cells();
        let (person, note) = (cells.parsed()?, cells.parsed()?);
        Ok(Reacted { person, note, reaction: cells.parsed()? })
    };
    rows.iter().map(read).collect()
}

/// Those in `workshop` who have a published note that is not of this workshop.
pub async fn published_elsewhere(db: &Db, workshop: &WorkshopId) -> Result<Vec<PersonId>, DbError> {
    let sql = "select distinct r.person from p_room r join p_note n on n.writer = r.person
        where r.workshop = $1 and n.visibility <> 'writer'
          and (n.workshop is null or n.workshop <> $1)";
    db.rows(sql, values![workshop.as_str()]).await?.iter().map(|row| row.cells().parsed()).collect()
}
