//! The event store: streams in, streams out, one dense position for each event.
//!
//! Appends go through one writer a node (`writer`), which puts whatever is
//! waiting into one transaction. Streams are loaded by the [`loader`], from their
//! [`snapshot`] when they are long, and remembered by their [`entity`] while they
//! are in use.

pub mod entity;
pub mod loader;
pub mod snapshot;
mod writer;

use std::sync::Arc;

use domain::core::event_sourced::Stream;
use domain::core::registry;
use migrations::{Db, DbError, values};
use tokio::sync::{mpsc, oneshot, watch};

use crate::engine::envelope::{CommandId, NewContent, Rewrite};
use crate::engine::set_aside::{Remembered, Torn};
use entity::{Chain, Entities, Entity};
use loader::Loader;
use writer::Writer;
pub(crate) use writer::{EVENT, EVENT_KINDS};

/// How many commands may wait for the writer before we say that we are busy.
const QUEUE: usize = 1000;

/// Events on their way to one stream.
#[derive(Clone, Debug)]
pub struct Commit {
    /// The kind of aggregate.
    pub aggregate_type: &'static str,
    pub aggregate_id: String,
    /// The sequence of the last event it was decided from; 0 for a new stream.
    pub expected: i64,
    /// Type, version and JSON payload of each event.
    pub events: Vec<(String, String, String)>,
    /// JSON: actor, command, correlation.
    pub metadata: String,
    pub actor: String,
    /// Under which idempotency key.
    pub command_id: CommandId,
    /// What was asked, in a hash.
    pub request_hash: String,
    /// The id of the note the words are about, if they are about one.
    pub about: Option<String>,
    /// Words to store, even if the events are refused.
    pub contents: Vec<NewContent>,
    /// Words to put in place of others, only if the events are written.
    pub rewrites: Vec<Rewrite>,
    /// When, in microseconds.
    pub at: i64,
    /// What it was decided after.
    pub chain: Chain,
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
    /// The stream is set aside.
    SetAside,
}

/// Why a stream could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// This event of it cannot be read.
    #[error("{0}")]
    Torn(Torn),
    /// The database said no, or an event is a later program's.
    #[error(transparent)]
    Db(#[from] Arc<DbError>),
}

impl From<DbError> for LoadError {
    fn from(error: DbError) -> Self {
        Self::Db(Arc::new(error))
    }
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

/// What the hot path asks of the log, and of which table: an index must answer.
pub const ASKED: [(&str, &str); 3] =
    [("c", writer::DONE_BEFORE), ("e", writer::HEADS), ("e", loader::STREAMS)];

/// The answer to a commit that was handed over, once it has one.
pub struct Waiting(oneshot::Receiver<Result<Outcome, AppendError>>);

impl Waiting {
    /// Waits for it: what it says is on the disk.
    pub async fn outcome(self) -> Result<Outcome, AppendError> {
        self.0.await.unwrap_or(Err(AppendError::Busy))
    }
}

/// The log of a commons, on either database.
#[derive(Clone)]
pub struct EventStore {
    db: Db,
    queue: mpsc::Sender<(Commit, Reply)>,
    head: watch::Receiver<i64>,
    entities: Entities,
    loader: Loader,
    remembered: Remembered,
}

impl EventStore {
    /// Starts the writer and the loader of this node.
    pub fn open(db: Db, remembered: Remembered) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        let (sender, head) = watch::channel(0);
        let writer = tokio::spawn(Writer::new(db.clone(), sender).run(waiting));
        crate::exit_on_panic(writer, "writer");
        let loader = Loader::open(db.clone());
        Self { db, queue, head, entities: Entities::default(), loader, remembered }
    }

    /// The position of the last event this node has written.
    pub fn head(&self) -> watch::Receiver<i64> {
        self.head.clone()
    }

    /// How many commits wait for the writer.
    pub fn waiting(&self) -> usize {
        QUEUE - self.queue.capacity()
    }

    /// A stream as this node knows it.
    pub(crate) fn entity<A: Stream + 'static>(&self, id: &str) -> Arc<Entity<A>> {
        self.entities.of(id)
    }

    /// Hands a commit to the writer, in the order of the calls.
    ///
    /// # Errors
    /// [`AppendError::Busy`] when too many wait already: nothing was kept of it.
    pub fn hand_over(&self, commit: Commit) -> Result<Waiting, AppendError> {
        let (reply, answer) = oneshot::channel();
        self.queue.try_send((commit, reply)).map_err(|_| AppendError::Busy)?;
        Ok(Waiting(answer))
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
        Ok(row.map(|row| row.cells().pair()))
    }

    /// Loads an aggregate from the log, without the events an operator left out, and the
    /// sequence of its last event.
    ///
    /// # Errors
    /// When the database is away, or an event cannot be read back.
    pub async fn load<A: Stream>(&self, id: &str) -> Result<(A, i64), LoadError> {
        let (mut aggregate, mut last) =
            snapshot::find::<A>(&self.db, id).await?.unwrap_or_default();
        let mut lists = self.remembered.lists();
        for stored in self.loader.load::<A>(id, last).await? {
            last = stored.sequence;
            if lists.leaves_out(A::TYPE, id, last) {
                continue;
            }
            let event =
                registry::event::<A>(&stored.event_type, &stored.event_version, &stored.payload);
            match event {
                Ok(event) => aggregate.apply(event),
                Err(error) if error.is_of_a_later_program() => {
                    return Err(DbError::Broken(Box::new(error)).into());
                }
                Err(error) => {
                    // Perhaps it was left out a moment ago, on another node.
                    lists = self.remembered.look(&self.db).await?;
                    if !lists.leaves_out(A::TYPE, id, last) {
                        return Err(LoadError::Torn(self.torn::<A>(id, last, &error).await?));
                    }
                }
            }
        }
        Ok((aggregate, last))
    }

    async fn torn<A: Stream>(
        &self,
        id: &str,
        sequence: i64,
        error: &registry::FactError,
    ) -> Result<Torn, DbError> {
        let sql = "select position from events
            where aggregate_type = $1 and aggregate_id = $2 and sequence = $3";
        let row = self.db.row(sql, values![A::TYPE, id, sequence]).await?;
        let position = row.map_or(0, |row| row.cells().int());
        let (kind, id, reason) = (A::TYPE.to_owned(), id.to_owned(), error.to_string());
        Ok(Torn { kind, id, sequence, position, reason })
    }

    /// Keeps a snapshot, aside: nobody waits for it, and losing it loses nothing.
    pub(crate) fn keep<A: Stream + 'static>(&self, id: &str, sequence: i64, state: A) {
        let (db, id) = (self.db.clone(), id.to_owned());
        tokio::spawn(async move {
            if let Err(error) = snapshot::keep(&db, &id, sequence, &state).await {
                tracing::warn!(%error, "a snapshot was not kept");
            }
        });
    }
}
