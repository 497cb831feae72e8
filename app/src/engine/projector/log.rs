//! The log, read for projections.

use std::collections::{HashMap, HashSet};

use domain::core::registry::Fact;
use migrations::{Db, DbError, Row, Tx, values};
use projections::{Projection, Recorded};

use super::edition::Status;
use crate::engine::set_aside::Torn;

/// Why an event could not be read for a projection.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The database, or the projection, refused.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The event is of an aggregate we know, in words we do not: a later program's.
    #[error("an event of a later program: {0}")]
    Unheard(String),
    /// These cannot be read, one or more of a stream that is not set aside yet.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Torn(Vec<Torn>),
}

impl ReadError {
    /// The same, for those who only open a commons.
    pub fn into_db(self) -> DbError {
        match self {
            Self::Db(error) => error,
            Self::Unheard(_) | Self::Torn(_) => DbError::Broken(Box::new(self)),
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
    "select position, aggregate_type, event_type, event_version, payload, recorded_at,
        aggregate_id, sequence
    from events where position > $1 order by position limit $2";

/// The rows after `from`, from inside a transaction.
pub async fn rows(tx: &mut Tx, from: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    tx.rows(AFTER, values![from, limit]).await
}

/// The events after `from` for editions that are being built, read outside of any
/// transaction (what is in the log never changes), and what was left out of them.
pub async fn run(db: Db, from: i64, limit: i64) -> Result<(Run, Unheard), ReadError> {
    let unheard = Unheard::read(&db.rows(UNHEARD, &[]).await?, Status::Building);
    let run = read_all(&db.rows(AFTER, values![from, limit]).await?, &unheard)?;
    Ok((run, unheard))
}

/// Rows as facts, but for those `unheard` leaves out.
///
/// # Errors
/// [`ReadError::Torn`] with every event that cannot be read, before anything else: once
/// their streams are set aside, the same rows are read again.
pub fn read_all(rows: &[Row], unheard: &Unheard) -> Result<Run, ReadError> {
    let (mut facts, mut torn, mut other) = (Vec::with_capacity(rows.len()), vec![], None);
    for row in rows.iter().filter(|row| unheard.lets(row)) {
        match read(row) {
            Ok(fact) => facts.extend(fact),
            Err(ReadError::Torn(found)) => torn.extend(found),
            Err(error) => other = other.or(Some(error)),
        }
    }
    if !torn.is_empty() {
        return Err(ReadError::Torn(torn));
    }
    match other {
        Some(error) => Err(error),
        None => Ok(Run { facts, last: rows.last().map_or(0, |row| row.cells().int()) }),
    }
}

/// One row of the log, in the order in which [`rows`] asks for it.
pub struct Entry<'r> {
    pub position: i64,
    pub kind: &'r str,
    event_type: &'r str,
    version: &'r str,
    payload: &'r str,
    at: i64,
    pub id: &'r str,
    pub sequence: i64,
}

impl<'r> Entry<'r> {
    /// The columns of `row`, borrowed.
    pub fn of(row: &'r Row) -> Self {
        let cells = row.cells();
        Self {
            position: cells.int(),
            kind: cells.str(),
            event_type: cells.str(),
            version: cells.str(),
            payload: cells.str(),
            at: cells.int(),
            id: cells.str(),
            sequence: cells.int(),
        }
    }
}

/// A row as a fact; `None` for an aggregate unknown here.
pub fn read(row: &Row) -> Result<Option<Recorded>, ReadError> {
    let Entry { position, kind, event_type, version, payload, at, id, sequence } = Entry::of(row);
    let fact = Fact::read(kind, event_type, version, payload).map_err(|error| {
        if error.is_of_a_later_program() {
            return ReadError::Unheard(error.to_string());
        }
        ReadError::Torn(vec![Torn {
            kind: kind.to_owned(),
            id: id.to_owned(),
            sequence,
            position,
            reason: error.to_string(),
        }])
    })?;
    Ok(fact.map(|fact| Recorded { position, at, fact }))
}

/// What is not applied to projections: the events an operator left out, for one projection or
/// for all, and the streams that are set aside. Read in the transaction of each batch, so
/// that a batch and what it leaves out are always the same fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unheard {
    /// Positions one projection leaves out, by name and version.
    skips: HashSet<(String, i64, i64)>,
    /// Positions all leave out.
    events: HashSet<i64>,
    /// From which position on a stream is set aside, by kind, then by id.
    streams: HashMap<String, HashMap<String, i64>>,
}

/// One question for the three lists.
const UNHEARD: &str = "select 0, name, '', version, position from projection_skips
    union all select 1, aggregate_type, aggregate_id, retried, position from streams_set_aside
    union all select 2, '', '', 0, position from events_left_out";

impl Unheard {
    /// What editions that stand at `status` leave out now. Those being built apply
    /// the streams that are tried again, which the ones that answer go on without.
    pub async fn of(tx: &mut Tx, status: Status) -> Result<Self, DbError> {
        Ok(Self::read(&tx.rows(UNHEARD, &[]).await?, status))
    }

    fn read(rows: &[Row], status: Status) -> Self {
        let mut all = Self::default();
        let retries = status.resumed() == Status::Building;
        for row in rows {
            let cells = row.cells();
            let (list, kind, id) = (cells.int(), cells.text(), cells.text());
            let (mark, position) = (cells.int(), cells.int());
            match list {
                0 => {
                    all.skips.insert((kind, mark, position));
                }
                1 if mark == 1 && retries => {}
                1 => all.set_aside(kind, id, position),
                _ => {
                    all.events.insert(position);
                }
            }
        }
        all
    }

    /// Leaves a stream out from `position` on.
    pub fn set_aside(&mut self, kind: String, id: String, position: i64) {
        let from = self.streams.entry(kind).or_default().entry(id).or_insert(position);
        *from = position.min(*from);
    }

    /// Whether this row is applied anywhere.
    pub fn lets(&self, row: &Row) -> bool {
        if self.events.is_empty() && self.streams.is_empty() {
            return true;
        }
        let Entry { position, kind, id, .. } = Entry::of(row);
        let from = self.streams.get(kind).and_then(|streams| streams.get(id));
        !self.events.contains(&position) && from.is_none_or(|from| position < *from)
    }

    /// Whether `projection` alone leaves out what is at `position`.
    pub fn is_skipped(&self, projection: &dyn Projection, position: i64) -> bool {
        !self.skips.is_empty()
            && self.skips.contains(&(
                projection.about().name.to_owned(),
                projection.about().version,
                position,
            ))
    }
}

/// The position of the last event.
pub async fn head(db: &Db) -> Result<i64, DbError> {
    let row = db.row("select position from log_head where log = 0", &[]).await?;
    Ok(row.map_or(0, |row| row.cells().int()))
}
