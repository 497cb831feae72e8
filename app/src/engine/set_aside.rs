//! Streams that are set aside, and events that are left out.
//!
//! An event that cannot be read hurts its own stream, and nothing else: from that event
//! on, every projection goes on without the stream, and nobody can command it, until
//! somebody has looked ([`crate::engine::projector::streams`]). Both lists are in the database, so
//! that all nodes agree; each node remembers them for its pages and its commands.

use std::collections::HashSet;
use std::sync::{Arc, PoisonError, RwLock};

use migrations::{Cells, Db, DbError, values};

/// An event that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Torn {
    /// The kind of aggregate.
    pub kind: String,
    pub id: String,
    /// Its place in its stream.
    pub sequence: i64,
    /// Its place in the log.
    pub position: i64,
    /// Why it cannot be read.
    pub reason: String,
}

impl std::fmt::Display for Torn {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { kind, id, sequence, position, reason } = self;
        write!(to, "the event at {position} ({kind}/{id} #{sequence}): {reason}")
    }
}

/// A stream that is set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The kind of aggregate.
    pub kind: String,
    pub id: String,
    /// The position of its first event that cannot be read.
    pub position: i64,
    /// Why it cannot be read.
    pub reason: String,
    /// Whether projections are being replayed with it.
    pub retried: bool,
}

/// What [`SetAside::read`] reads.
pub(crate) const COLUMNS: &str = "select aggregate_type, aggregate_id, position, reason, retried
    from streams_set_aside ";

/// The same, then what is left out, in one question: it is asked with each batch.
const BOTH: &str = "select 0, aggregate_type, aggregate_id, position, reason, retried
        from streams_set_aside
    union all select 1, aggregate_type, aggregate_id, sequence, '', 0 from events_left_out
    order by 1, 4";

impl SetAside {
    pub(crate) fn read(cells: &Cells<'_>) -> Self {
        Self {
            kind: cells.text(),
            id: cells.text(),
            position: cells.int(),
            reason: cells.text(),
            retried: cells.yes(),
        }
    }

    /// Its name, as an operator types it.
    pub fn stream(&self) -> String {
        format!("{}/{}", self.kind, self.id)
    }

    /// What an operator can do about it.
    pub fn advice(&self) -> String {
        advice(&self.kind, &self.id)
    }
}

fn advice(kind: &str, id: &str) -> String {
    format!(
        "repair the row or the program and `sillage retry`, or leave what cannot be read out \
         with `sillage skip {kind}/{id} --reason …`"
    )
}

/// Both lists, as they were at one moment.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// The streams that are set aside, in the order of the log.
    pub streams: Vec<SetAside>,
    /// Kind, id and sequence of each event left out of its own stream.
    events: HashSet<(String, String, i64)>,
}

impl Lists {
    /// Whether a stream is set aside.
    pub fn has(&self, kind: &str, id: &str) -> bool {
        self.streams.iter().any(|it| it.kind == kind && it.id == id)
    }

    /// Whether a stream is loaded without this event.
    pub fn leaves_out(&self, kind: &str, id: &str, sequence: i64) -> bool {
        !self.events.is_empty() && self.events.contains(&(kind.to_owned(), id.to_owned(), sequence))
    }
}

/// The lists as this node last saw them. Cloning it is cheap: all clones are the same one.
#[derive(Clone, Debug, Default)]
pub struct Remembered(Arc<RwLock<Arc<Lists>>>);

impl Remembered {
    /// The lists; the same `Arc` as long as they have not changed.
    pub fn lists(&self) -> Arc<Lists> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Looks what they are in the database.
    pub async fn look(&self, db: &Db) -> Result<Arc<Lists>, DbError> {
        let mut found = Lists::default();
        for row in db.rows(BOTH, &[]).await? {
            let cells = row.cells();
            if cells.int() == 0 {
                found.streams.push(SetAside::read(&cells));
            } else {
                found.events.insert((cells.text(), cells.text(), cells.int()));
            }
        }
        let known = self.lists();
        if found == *known {
            return Ok(known);
        }
        let found = Arc::new(found);
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&found);
        Ok(found)
    }

    /// Sets the streams of these events aside, and says what to do. The first event of a
    /// stream that cannot be read stays the one it is set aside from.
    pub async fn add(&self, db: &Db, torn: &[Torn], now: i64) -> Result<Arc<Lists>, DbError> {
        let mut tx = db.begin().await?;
        // A stream that was being replayed is set aside as before.
        let sql = "insert into streams_set_aside
                (aggregate_type, aggregate_id, position, reason, at) values ($1, $2, $3, $4, $5)
            on conflict (aggregate_type, aggregate_id) do update set retried = 0,
                reason = excluded.reason, at = excluded.at,
                position = case when excluded.position < streams_set_aside.position
                    then excluded.position else streams_set_aside.position end
            where excluded.position < streams_set_aside.position
                or streams_set_aside.retried = 1";
        for event in torn {
            let (kind, id) = (event.kind.as_str(), event.id.as_str());
            let reason = event.reason.as_str();
            let added = tx.exec(sql, values![kind, id, event.position, reason, now]).await?;
            if added > 0 {
                let stream = format!("{kind}/{id}");
                let advice = advice(kind, id);
                tracing::error!(stream, position = event.position, reason, advice, "set aside");
            }
        }
        tx.commit().await?;
        self.look(db).await
    }
}
