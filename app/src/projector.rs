//! Moves the projections along the log.
//!
//! A batch and its checkpoints are one transaction: what a projection knows and
//! how far it has read are always the same fact. The checkpoint rows are taken
//! `for update skip locked`, so that among several nodes one at a time works,
//! and a dead one lets go with its connection.
//!
//! The usual way tells a batch to all projections at once. If that fails, each is
//! told alone, event by event, and only the one that cannot go on is stalled.

mod verify;

use std::sync::Arc;
use std::time::Duration;

use domain::fact::Fact;
use migrations::{Db, DbError, Row, Tx, values};
use projections::{Projection, Recorded};
use tokio::sync::{Mutex, watch};

use crate::clock::Clock;

/// How many events are told at once.
const BATCH: i64 = 1000;

/// How often a node looks for events that another one wrote.
const LOOK: Duration = Duration::from_millis(150);

/// How long a page waits to see what was just done.
pub const PATIENCE: Duration = Duration::from_secs(3);

/// What moves the projections of one node.
pub struct Projector {
    db: Db,
    clock: Clock,
    projections: Vec<Box<dyn Projection>>,
    /// The position up to which every projection in order has learnt.
    reached: watch::Sender<i64>,
    /// One catch-up at a time in this process.
    turn: Mutex<()>,
}

/// How far a projection has read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which.
    pub name: String,
    /// Its version.
    pub version: i64,
    /// The last position it has learnt.
    pub position: i64,
    /// `live`, or `stalled` by an event it cannot learn.
    pub status: String,
}

impl Projector {
    /// Makes the tables that are missing. What there is of older versions stays.
    pub async fn open(db: Db, clock: Clock) -> Result<Self, DbError> {
        let projector = Self {
            db,
            clock,
            projections: projections::all(),
            reached: watch::channel(0).0,
            turn: Mutex::new(()),
        };
        for projection in &projector.projections {
            projector.prepare(projection.as_ref()).await?;
        }
        Ok(projector)
    }

    async fn prepare(&self, projection: &dyn Projection) -> Result<(), DbError> {
        let key = values![projection.name(), projection.version()];
        let exists = "select position from projections where name = $1 and version = $2";
        if self.db.row(exists, key).await?.is_some() {
            return Ok(());
        }
        let mut tx = self.db.begin().await?;
        // Two nodes may come here at once: the one that inserts makes the tables.
        let insert = "insert into projections (name, version, position, status, updated_at)
            values ($1, $2, 0, 'live', $3) on conflict (name, version) do nothing";
        let now = self.clock.now();
        let made = tx.exec(insert, values![projection.name(), projection.version(), now]).await?;
        if made > 0 {
            tx.batch(projection.schema()).await?;
        }
        tx.commit().await
    }

    /// Follows the log until the program ends: woken by this node's writer, and
    /// looking now and then for what other nodes wrote.
    pub fn follow(self: Arc<Self>, mut head: watch::Receiver<i64>) {
        let following = tokio::spawn(async move {
            loop {
                let woken = tokio::time::timeout(LOOK, head.changed()).await;
                if matches!(woken, Ok(Err(_))) {
                    return;
                }
                if let Err(error) = self.catch_up().await {
                    tracing::warn!(%error, "projections wait for the database");
                    tokio::time::sleep(LOOK).await;
                }
            }
        });
        crate::end_with(following, "projector");
    }

    /// Waits until what happened at `position` is in every table, or until
    /// [`PATIENCE`] ends. Whether it is.
    pub async fn wait_for(&self, position: i64) -> bool {
        let mut reached = self.reached.subscribe();
        let wait = reached.wait_for(|reached| *reached >= position);
        tokio::time::timeout(PATIENCE, wait).await.is_ok_and(|seen| seen.is_ok())
    }

    /// A bell that rings when tables have moved; its value is the position reached.
    pub fn reached(&self) -> watch::Receiver<i64> {
        self.reached.subscribe()
    }

    /// Tells every projection what it has not learnt yet.
    ///
    /// # Errors
    /// When the database is away. An event that cannot be learnt is no error here:
    /// its projection is stalled, and says so in [`Projector::checkpoints`].
    pub async fn catch_up(&self) -> Result<i64, DbError> {
        let _turn = self.turn.lock().await;
        loop {
            let reached = self.position().await?;
            self.reached.send_if_modified(|known| {
                let moved = *known != reached;
                *known = reached;
                moved
            });
            let head = self.db.row("select position from log_head where log = 0", &[]).await?;
            if reached >= head.map_or(0, |row| row.int(0)) {
                return Ok(reached);
            }
            let moved = match self.tell_all().await {
                Ok(moved) => moved,
                Err(ReadError::Db(error)) if is_elsewhere(&error) => return Err(error),
                Err(error) => {
                    tracing::error!(%error, "a batch was refused, each projection is told alone");
                    self.tell_each().await?
                }
            };
            if !moved {
                // Another node is at it.
                return Ok(reached);
            }
        }
    }

    /// The lowest checkpoint of the projections of this program that are in order.
    async fn position(&self) -> Result<i64, DbError> {
        let checkpoints = self.checkpoints().await?;
        let live = checkpoints.iter().filter(|one| one.status == "live");
        // When none is in order, nobody waits for what will not come.
        let last = checkpoints.iter().map(|one| one.position).max();
        Ok(live.map(|one| one.position).min().or(last).unwrap_or(0))
    }

    /// How far each projection of this program has read.
    pub async fn checkpoints(&self) -> Result<Vec<Checkpoint>, DbError> {
        let sql = "select name, version, position, status from projections order by name";
        let rows = self.db.rows(sql, &[]).await?;
        let read = |row: &Row| Checkpoint {
            name: row.text(0),
            version: row.int(1),
            position: row.int(2),
            status: row.text(3),
        };
        let ours = |one: &Checkpoint| {
            let same = |p: &dyn Projection| p.name() == one.name && p.version() == one.version;
            self.projections.iter().any(|p| same(p.as_ref()))
        };
        Ok(rows.iter().map(read).filter(ours).collect())
    }

    /// One batch to all projections in order, in one transaction. Whether anything moved.
    async fn tell_all(&self) -> Result<bool, ReadError> {
        let mut tx = self.db.begin().await?;
        let sql = "select name, version, position from projections
            where status = 'live' order by name {skip}";
        let rows = tx.rows(sql, &[]).await?;
        let held: Vec<(&dyn Projection, i64)> = self
            .projections
            .iter()
            .filter_map(|p| {
                let row = rows.iter().find(|r| r.text(0) == p.name() && r.int(1) == p.version())?;
                Some((p.as_ref(), row.int(2)))
            })
            .collect();
        let Some(from) = held.iter().map(|(_, position)| *position).min() else {
            return Ok(false);
        };
        let rows = read_rows(&mut tx, from, BATCH).await?;
        let Some(last) = rows.last().map(|row| row.int(0)) else { return Ok(false) };
        let facts = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let facts: Vec<Recorded> = facts.into_iter().flatten().collect();
        for (projection, position) in held {
            let new = facts.partition_point(|recorded| recorded.position <= position);
            projection.tell(&mut tx, &facts[new..]).await?;
            self.move_checkpoint(&mut tx, projection, position.max(last)).await?;
        }
        tx.commit().await?;
        Ok(true)
    }

    /// Each projection by itself, one event a transaction, until one cannot go on.
    async fn tell_each(&self) -> Result<bool, DbError> {
        let mut moved = false;
        for projection in &self.projections {
            for _ in 0..BATCH {
                match self.tell_one(projection.as_ref()).await {
                    Ok(true) => moved = true,
                    Ok(false) => break,
                    Err(ReadError::Db(error)) if is_elsewhere(&error) => return Err(error),
                    // A later program wrote it, and a node of that program can learn
                    // it: this one waits, and stops nobody.
                    Err(ReadError::Unheard(what)) => {
                        tracing::warn!(
                            projection = projection.name(),
                            what,
                            "waits for an upgrade"
                        );
                        break;
                    }
                    Err(ReadError::Db(error)) => {
                        self.stall(projection.as_ref(), &error).await?;
                        moved = true;
                        break;
                    }
                }
            }
        }
        Ok(moved)
    }

    async fn tell_one(&self, projection: &dyn Projection) -> Result<bool, ReadError> {
        let mut tx = self.db.begin().await?;
        let sql = "select position from projections
            where name = $1 and version = $2 and status = 'live' {skip}";
        let row = tx.row(sql, values![projection.name(), projection.version()]).await?;
        let Some(row) = row else { return Ok(false) };
        let rows = read_rows(&mut tx, row.int(0), 1).await?;
        let Some(event) = rows.first() else { return Ok(false) };
        // What it does not learn from cannot stop it.
        if projection.learns_from().contains(&event.text(1).as_str())
            && let Some(recorded) = read(event)?
        {
            projection.tell(&mut tx, &[recorded]).await?;
        }
        self.move_checkpoint(&mut tx, projection, event.int(0)).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn move_checkpoint(
        &self,
        tx: &mut Tx,
        projection: &dyn Projection,
        position: i64,
    ) -> Result<(), DbError> {
        let sql = "update projections set position = $3, updated_at = $4
            where name = $1 and version = $2";
        let now = self.clock.now();
        tx.exec(sql, values![projection.name(), projection.version(), position, now]).await?;
        Ok(())
    }

    /// Stops one projection before the event it cannot learn, and keeps why.
    async fn stall(&self, projection: &dyn Projection, error: &DbError) -> Result<(), DbError> {
        let (name, version, now) = (projection.name(), projection.version(), self.clock.now());
        tracing::error!(projection = name, %error, "stalled; mend it, then `sillage rebuild`");
        let mut tx = self.db.begin().await?;
        let note = "insert into projection_failures (name, version, position, error, at)
            select name, version, position + 1, cast($3 as text), $4 from projections
            where name = $1 and version = $2
            on conflict (name, version, position) do update set error = excluded.error,
                at = excluded.at";
        tx.exec(note, values![name, version, error.to_string(), now]).await?;
        let stall = "update projections set status = 'stalled' where name = $1 and version = $2";
        tx.exec(stall, values![name, version]).await?;
        tx.commit().await
    }

    /// Forgets everything a projection knew and tells it the whole log again, in
    /// one transaction: pages read the old tables until it is done. `progress` is
    /// told the name, the position and the head.
    pub async fn rebuild(&self, mut progress: impl FnMut(&str, i64, i64)) -> Result<(), ReadError> {
        let _turn = self.turn.lock().await;
        for projection in &self.projections {
            let mut tx = self.db.begin().await?;
            let lock = "select position from projections where name = $1 and version = $2 {lock}";
            tx.row(lock, values![projection.name(), projection.version()]).await?;
            let head = tx.row("select position from log_head where log = 0", &[]).await?;
            let head = head.map_or(0, |row| row.int(0));
            let position = retell(&mut tx, projection.as_ref(), head, &mut progress).await?;
            self.move_checkpoint(&mut tx, projection.as_ref(), position).await?;
            let live = "update projections set status = 'live' where name = $1 and version = $2";
            tx.exec(live, values![projection.name(), projection.version()]).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// Every row of every table of every projection, in an order of its own: two
    /// commons that know the same say the same.
    pub async fn dump(&self) -> Result<String, DbError> {
        let mut told = String::new();
        let mut tx = self.db.begin().await?;
        for projection in &self.projections {
            for table in projection.tables() {
                let lines = rows_of(&mut tx, table).await?;
                told.push_str(&format!("{table}\n{}\n", lines.join("\n")));
            }
        }
        Ok(told)
    }
}

/// Empties the tables of a projection and tells it the log again, up to `head`, in
/// `tx`. The position reached.
async fn retell(
    tx: &mut Tx,
    projection: &dyn Projection,
    head: i64,
    progress: &mut impl FnMut(&str, i64, i64),
) -> Result<i64, ReadError> {
    for table in projection.tables() {
        tx.exec(&format!("delete from {table}"), &[]).await?;
    }
    let mut position = 0;
    while position < head {
        let rows = read_rows(tx, position, BATCH.min(head - position)).await?;
        let Some(last) = rows.last() else { break };
        position = last.int(0);
        let learnt = projection.learns_from();
        let rows = rows.iter().filter(|row| learnt.contains(&row.text(1).as_str()));
        let facts = rows.map(read).collect::<Result<Vec<_>, _>>()?;
        let facts: Vec<Recorded> = facts.into_iter().flatten().collect();
        projection.tell(tx, &facts).await?;
        progress(projection.name(), position, head);
    }
    Ok(position)
}

/// Every row of a table, as text, in an order of its own.
async fn rows_of(tx: &mut Tx, table: &str) -> Result<Vec<String>, DbError> {
    let rows = tx.rows(&format!("select * from {table}"), &[]).await?;
    let mut lines: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
    lines.sort_unstable();
    Ok(lines)
}

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

/// Whether the trouble is with the database or with another node, and not with us.
/// A key that is taken is our own trouble: a projection alone writes its tables.
fn is_elsewhere(error: &DbError) -> bool {
    error.is_away() || matches!(error, DbError::Retry(_))
}

/// Rows of the log after `from`, in order.
async fn read_rows(tx: &mut Tx, from: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    let sql = "select position, aggregate_type, payload, recorded_at from events
        where position > $1 order by position limit $2";
    tx.rows(sql, values![from, limit]).await
}

/// A row as a fact; `None` for an aggregate unknown here.
fn read(row: &Row) -> Result<Option<Recorded>, ReadError> {
    let fact = Fact::read(&row.text(1), &row.text(2)).map_err(|error| {
        if error.is_data() {
            ReadError::Unheard(error.to_string())
        } else {
            ReadError::Db(DbError::Broken(Box::new(error)))
        }
    })?;
    Ok(fact.map(|fact| Recorded { position: row.int(0), at: row.int(3), fact }))
}
