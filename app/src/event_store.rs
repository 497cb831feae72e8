//! The event store: streams in, streams out, one dense position for each event.
//!
//! Appends go through one writer a node (`writer`), which puts whatever is
//! waiting into one transaction. Streams are loaded through postgres-es on
//! PostgreSQL and by our own statement on SQLite; both read the same table.

mod writer;

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use cqrs_es::persist::{PersistedEventRepository as _, SerializedEvent};
use cqrs_es::{Aggregate, EventEnvelope};
use migrations::{Db, DbError, values};
use postgres_es::PostgresEventRepository;
use tokio::sync::{Mutex, MutexGuard, mpsc, oneshot, watch};

use crate::envelope::{CommandId, NewContent};
use writer::Writer;

/// Streams are spread over this many turns.
const TURNS: usize = 64;

/// How many commands may wait for the writer before we say that we are busy.
const QUEUE: usize = 1000;

/// Events on their way to one stream.
#[derive(Clone, Debug)]
pub struct Commit {
    /// The kind of aggregate.
    pub aggregate_type: &'static str,
    /// Which one.
    pub aggregate_id: String,
    /// The sequence of the last event it was decided from; 0 for a new stream.
    pub expected: i64,
    /// Type, version and JSON payload of each event.
    pub events: Vec<(String, String, String)>,
    /// JSON: actor, command, correlation.
    pub metadata: String,
    /// Who asks.
    pub actor: String,
    /// Under which idempotency key.
    pub command_id: CommandId,
    /// What was asked, in a hash.
    pub request_hash: String,
    /// Words to store, even if the events are refused.
    pub contents: Vec<NewContent>,
    /// When, in microseconds.
    pub at: i64,
}

/// What became of a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is on the disk; the position of its last event.
    Done(i64),
    /// The same command had been done before, up to this position.
    Already(i64),
    /// The key was used before for something else.
    KeyReused,
    /// The stream has moved since it was loaded.
    Conflict,
}

/// Why a commit has no outcome.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Too many are waiting; nothing was kept of this one.
    #[error("too many commands are waiting to be written")]
    Busy,
    /// The database said no, or nothing.
    #[error("the log could not be written")]
    Db(#[source] Arc<DbError>),
}

type Reply = oneshot::Sender<Result<Outcome, AppendError>>;

/// The log of a commons, on either database.
#[derive(Clone)]
pub struct EventStore {
    db: Db,
    queue: mpsc::Sender<(Commit, Reply)>,
    head: watch::Receiver<i64>,
    turns: Arc<[Mutex<()>; TURNS]>,
}

impl EventStore {
    /// Starts the writer of this node.
    pub fn open(db: Db) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        let (told, head) = watch::channel(0);
        let writer = tokio::spawn(Writer::new(db.clone(), told).run(waiting));
        crate::end_with(writer, "writer");
        let turns = Arc::new([const { Mutex::const_new(()) }; TURNS]);
        Self { db, queue, head, turns }
    }

    /// The position of the last event this node has written.
    pub fn head(&self) -> watch::Receiver<i64> {
        self.head.clone()
    }

    /// Waits for one's turn at a stream. On this node, those who decide about the
    /// same stream do it one after the other, in the order they came, in place of
    /// meeting and deciding again; between nodes the sequence decides.
    pub async fn turn(&self, stream: &str) -> MutexGuard<'_, ()> {
        let mut hasher = DefaultHasher::new();
        stream.hash(&mut hasher);
        let place = usize::try_from(hasher.finish() % TURNS as u64).unwrap_or(0);
        self.turns[place].lock().await
    }

    /// Appends, and answers once it is on the disk.
    pub async fn append(&self, commit: Commit) -> Result<Outcome, AppendError> {
        let (reply, answer) = oneshot::channel();
        self.queue.try_send((commit, reply)).map_err(|_| AppendError::Busy)?;
        answer.await.unwrap_or(Err(AppendError::Busy))
    }

    /// What is known of an idempotency key: what was asked, and the position reached.
    pub async fn command(
        &self,
        actor: &str,
        command_id: &CommandId,
    ) -> Result<Option<(String, i64)>, DbError> {
        let sql = "select request_hash, position from commands
            where actor = $1 and command_id = $2";
        let row = self.db.row(sql, values![actor, command_id.as_str()]).await?;
        Ok(row.map(|row| (row.text(0), row.int(1))))
    }

    /// Loads an aggregate, and the sequence of its last event.
    ///
    /// # Errors
    /// When the database is away, or an event cannot be read back.
    pub async fn load<A: Aggregate>(&self, id: &str) -> Result<(A, i64), DbError> {
        let stream = match &self.db {
            Db::Pg(pg) if pg.is_persistent() => PostgresEventRepository::new(pg.pool().clone())
                .get_events::<A>(id)
                .await
                .map_err(|error| DbError::Away(Box::new(error)))?,
            // PgBouncer loses the named statements of postgres-es.
            Db::Pg(_) | Db::Lite(_) => self.stream(A::TYPE, id).await?,
        };
        let mut aggregate = A::default();
        let mut last = 0;
        for event in stream {
            let envelope = EventEnvelope::<A>::try_from(event)
                .map_err(|error| DbError::Broken(Box::new(error)))?;
            last = i64::try_from(envelope.sequence).unwrap_or(i64::MAX);
            aggregate.apply(envelope.payload);
        }
        Ok((aggregate, last))
    }

    async fn stream(&self, kind: &str, id: &str) -> Result<Vec<SerializedEvent>, DbError> {
        let sql = "select sequence, event_type, event_version, payload, metadata from events
            where aggregate_type = $1 and aggregate_id = $2 order by sequence";
        let json = |text: String| {
            serde_json::from_str(&text).map_err(|error| DbError::Broken(Box::new(error)))
        };
        let rows = self.db.rows(sql, values![kind, id]).await?;
        rows.iter()
            .map(|row| {
                Ok(SerializedEvent::new(
                    id.to_owned(),
                    usize::try_from(row.int(0)).unwrap_or(0),
                    kind.to_owned(),
                    row.text(1),
                    row.text(2),
                    json(row.text(3))?,
                    json(row.text(4))?,
                ))
            })
            .collect()
    }
}
