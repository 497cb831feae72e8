//! Notes that were taken back by whoever looks after the commons.

use domain::core::ids::{NoteId, PersonId};
use migrations::{Db, DbError, Row, values};

/// A note that was taken back by whoever looks after the commons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    pub note: NoteId,
    /// When, in microseconds.
    pub at: i64,
    /// Why, in one word.
    pub reason: String,
    /// Whether it was published again since.
    pub is_over: bool,
}

fn withdrawal(row: &Row) -> Result<Withdrawal, DbError> {
    let cells = row.cells();
    Ok(Withdrawal {
        note: cells.parsed()?,
        at: cells.int(),
        reason: cells.text(),
        is_over: cells.yes(),
    })
}

/// The times `note` was taken back by others than those it belongs to, the last one first.
pub async fn withdrawals(db: &Db, note: &NoteId) -> Result<Vec<Withdrawal>, DbError> {
    let sql = "select note, at, reason, is_over from p_withdrawal where note = $1
        order by at desc";
    db.rows(sql, values![note.as_str()]).await?.iter().map(withdrawal).collect()
}

/// The notes `person` wrote that were taken back so, and are not published again.
pub async fn withdrawn_of(
    db: &Db,
    person: &PersonId,
    limit: i64,
) -> Result<Vec<Withdrawal>, DbError> {
    let sql = "select w.note, w.at, w.reason, w.is_over from p_withdrawal w
        join p_note n on n.note = w.note
        where n.writer = $1 and w.is_over = 0 order by w.at desc, w.note limit $2";
    db.rows(sql, values![person.as_str(), limit]).await?.iter().map(withdrawal).collect()
}
