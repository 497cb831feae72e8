//! The small tables beside the room: who waits at its door, who was sent out, answers to notes.

use domain::core::ids::{NoteId, PersonId, WorkshopId};
use migrations::{DbError, Tx, values};

pub(super) async fn wait(
    tx: &mut Tx,
    workshop: &WorkshopId,
    person: &PersonId,
    at: i64,
) -> Result<(), DbError> {
    let sql = "insert into p_room_waiting (workshop, person, since) values ($1, $2, $3)
        on conflict (workshop, person) do nothing";
    tx.exec(sql, values![workshop.as_str(), person.as_str(), at]).await?;
    Ok(())
}

/// Since when they waited, if they did.
pub(super) async fn stop_waiting(
    tx: &mut Tx,
    workshop: &WorkshopId,
    person: &PersonId,
) -> Result<Option<i64>, DbError> {
    let here = values![workshop.as_str(), person.as_str()];
    let sql = "select since from p_room_waiting where workshop = $1 and person = $2";
    let since = tx.row(sql, here).await?.map(|row| row.cells().int());
    if since.is_some() {
        let sql = "delete from p_room_waiting where workshop = $1 and person = $2";
        tx.exec(sql, here).await?;
    }
    Ok(since)
}

/// Says that they were values to stay out.
pub(super) async fn send_out(
    tx: &mut Tx,
    workshop: &WorkshopId,
    person: &PersonId,
    at: i64,
) -> Result<(), DbError> {
    let sql = "insert into p_room_out (workshop, person, since) values ($1, $2, $3)
        on conflict (workshop, person) do nothing";
    tx.exec(sql, values![workshop.as_str(), person.as_str(), at]).await?;
    Ok(())
}

/// Says that they are not any more.
pub(super) async fn bring_back(
    tx: &mut Tx,
    workshop: &WorkshopId,
    person: &PersonId,
) -> Result<(), DbError> {
    let sql = "delete from p_room_out where workshop = $1 and person = $2";
    tx.exec(sql, values![workshop.as_str(), person.as_str()]).await?;
    Ok(())
}

pub(super) async fn react(
    tx: &mut Tx,
    (workshop, person, note): (&WorkshopId, &PersonId, &NoteId),
    reaction: &str,
    at: i64,
) -> Result<(), DbError> {
    let sql = "insert into p_room_reaction (workshop, person, note, reaction, at)
        values ($1, $2, $3, $4, $5)
        on conflict (workshop, person, note) do update set reaction = excluded.reaction";
    let values = values![workshop.as_str(), person.as_str(), note.as_str(), reaction, at];
    tx.exec(sql, values).await?;
    Ok(())
}
