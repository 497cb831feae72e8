//! Streams are loaded together when several are asked for at once.
//!
//! The same idea as the writer's: whatever queued up during the last question goes
//! into the next one. A stream asked for alone, from its beginning, is loaded by
//! postgres-es on PostgreSQL.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use cqrs_es::Aggregate;
use cqrs_es::persist::PersistedEventRepository as _;
use migrations::db::Engine;
use migrations::value::Kind;
use migrations::{Cells, Db, DbError};
use postgres_es::PostgresEventRepository;
use tokio::sync::{mpsc, oneshot};

/// The most streams in one question.
const BATCH: usize = 256;

/// How many may wait; beyond, loading waits for its turn.
const QUEUE: usize = 4096;

/// An event as it lies in the log.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its place in its stream, from 1.
    pub sequence: i64,
    pub event_type: String,
    /// The version it was written in.
    pub event_version: String,
    /// JSON.
    pub payload: String,
}

type Answer = Result<Vec<Stored>, Arc<DbError>>;

struct Request {
    kind: &'static str,
    id: String,
    after: i64,
    reply: oneshot::Sender<Answer>,
}

/// Loads streams for one node.
#[derive(Clone)]
pub struct Loader {
    db: Db,
    queue: mpsc::Sender<Request>,
    /// How many streams are being loaded.
    under_way: Arc<AtomicUsize>,
}

/// One stream being loaded, counted as long as it lasts.
struct UnderWay<'l>(&'l AtomicUsize);

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Loader {
    /// Starts it; it ends with the last of its clones.
    pub fn open(db: Db) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        crate::exit_on_panic(tokio::spawn(run(db.clone(), waiting)), "loader");
        Self { db, queue, under_way: Arc::default() }
    }

    /// The events of a stream after `after`, in order.
    pub async fn load<A: Aggregate>(&self, id: &str, after: i64) -> Answer {
        let others = self.under_way.fetch_add(1, Ordering::Relaxed);
        let _counted = UnderWay(&self.under_way);
        // With nobody else asking, the framework's own loader is as fast.
        if after == 0
            && others == 0
            && let Engine::Pg(pg) = self.db.engine()
            && pg.is_persistent()
        {
            return whole::<A>(&PostgresEventRepository::new(pg.pool().clone()), id).await;
        }
        let (reply, answer) = oneshot::channel();
        let request = Request { kind: A::TYPE, id: id.to_owned(), after, reply };
        let gone = || Arc::new(DbError::Away("the loader has ended".into()));
        self.queue.send(request).await.map_err(|_| gone())?;
        answer.await.unwrap_or_else(|_| Err(gone()))
    }
}

async fn whole<A: Aggregate>(repository: &PostgresEventRepository, id: &str) -> Answer {
    let events = repository.get_events::<A>(id).await;
    let events = events.map_err(|error| Arc::new(DbError::Away(Box::new(error))))?;
    let stored = events.into_iter().map(|event| Stored {
        sequence: i64::try_from(event.sequence).unwrap_or(i64::MAX),
        event_type: event.event_type,
        event_version: event.event_version,
        payload: event.payload.to_string(),
    });
    Ok(stored.collect())
}

async fn run(db: Db, mut waiting: mpsc::Receiver<Request>) {
    let mut batch = Vec::new();
    // One question at a time: what queues up meanwhile goes into the next one.
    while waiting.recv_many(&mut batch, BATCH).await > 0 {
        answer(&db, std::mem::take(&mut batch)).await;
    }
}

pub(super) const STREAMS: &str =
    "select e.aggregate_type, e.aggregate_id, e.sequence, e.event_type,
        e.event_version, e.payload
    from {keys} join events e on e.aggregate_type = k.c0 and e.aggregate_id = k.c1
        and e.sequence > k.c2
    order by e.aggregate_type, e.aggregate_id, e.sequence";

async fn answer(db: &Db, requests: Vec<Request>) {
    // Asked for twice, from two places: once, from the earlier one.
    let mut keys: HashMap<(&str, &str), i64> = HashMap::new();
    for request in &requests {
        let after = keys.entry((request.kind, request.id.as_str())).or_insert(request.after);
        *after = request.after.min(*after);
    }
    let rows =
        keys.into_iter().map(|((kind, id), after)| vec![kind.into(), id.into(), after.into()]);
    let kinds = [Kind::Text, Kind::Text, Kind::Int];
    let found = match db.each(STREAMS, &kinds, rows.collect()).await {
        Ok(found) => found,
        Err(error) => {
            let error = Arc::new(error);
            for request in requests {
                let _ = request.reply.send(Err(Arc::clone(&error)));
            }
            return;
        }
    };
    let mut streams: HashMap<(String, String), Vec<Stored>> = HashMap::new();
    for row in &found {
        let cells = row.cells();
        streams.entry((cells.text(), cells.text())).or_default().push(stored(&cells));
    }
    for request in requests {
        let events = streams.get(&(request.kind.to_owned(), request.id)).map(Vec::as_slice);
        let after = |event: &&Stored| event.sequence > request.after;
        let events = events.unwrap_or_default().iter().filter(after).cloned().collect();
        // Whoever asked may have gone.
        let _ = request.reply.send(Ok(events));
    }
}

fn stored(cells: &Cells<'_>) -> Stored {
    Stored {
        sequence: cells.int(),
        event_type: cells.text(),
        event_version: cells.text(),
        payload: cells.text(),
    }
}
