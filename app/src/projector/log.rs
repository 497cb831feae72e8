//! The log, as projections are told it.

use std::collections::HashSet;

use domain::fact::Fact;
use migrations::{Db, DbError, Row, Tx, values};
use projections::{Projection, Recorded};

/// Why a projection could not be told of an event.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The database, or the projection, refused.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The event is of an aggregate we know, in words we do not: a later program's.
    #[error("an event of a later program: {0}")]
    Unheard(String),
}

impl ReadError {
    /// The same, for those who only open a commons.
    pub fn into_db(self) -> DbError {
        match self {
            Self::Db(error) => error,
            Self::Unheard(_) => DbError::Broken(Box::new(self)),
        }
    }
}

/// A run of events, in order.
#[derive(Default)]
pub struct Run {
    /// Those this program knows.
    pub facts: Vec<Recorded>,
    /// The position of the last event read, known or not; 0 when there was none.
    pub last: i64,
}

pub(super) const AFTER: &str =
    "select position, aggregate_type, event_type, event_version, payload, recorded_at
    from events where position > $1 order by position limit $2";

/// The rows after `from`, from inside a transaction.
pub async fn rows(tx: &mut Tx, from: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    tx.rows(AFTER, values![from, limit]).await
}

/// The events after `from`, read outside of any transaction: what is in the log
/// never changes.
pub async fn run(db: Db, from: i64, limit: i64) -> Result<Run, ReadError> {
    read_all(&db.rows(AFTER, values![from, limit]).await?)
}

/// Rows as facts.
pub fn read_all(rows: &[Row]) -> Result<Run, ReadError> {
    let facts = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let last = rows.last().map_or(0, |row| row.int(0));
    Ok(Run { facts: facts.into_iter().flatten().collect(), last })
}

/// A row as a fact; `None` for an aggregate unknown here.
pub fn read(row: &Row) -> Result<Option<Recorded>, ReadError> {
    let [kind, event_type, version, payload] =
        [1, 2, 3, 4].map(|column| row.str(column).unwrap_or_default());
    let fact = Fact::read(kind, event_type, version, payload).map_err(|error| {
        if error.is_of_a_later_program() {
            ReadError::Unheard(error.to_string())
        } else {
            ReadError::Db(DbError::Broken(Box::new(error)))
        }
    })?;
    Ok(fact.map(|fact| Recorded { position: row.int(0), at: row.int(5), fact }))
}

/// The positions an operator told `projection` to leave out, in either of its
/// editions.
pub async fn skips(tx: &mut Tx, projection: &dyn Projection) -> Result<HashSet<i64>, DbError> {
    let sql = "select position from projection_skips where name = $1 and version = $2";
    let rows = tx.rows(sql, values![projection.name(), projection.version()]).await?;
    Ok(rows.iter().map(|row| row.int(0)).collect())
}

/// The position of the last event.
pub async fn head(db: &Db) -> Result<i64, DbError> {
    let row = db.row("select position from log_head where log = 0", &[]).await?;
    Ok(row.map_or(0, |row| row.int(0)))
}
