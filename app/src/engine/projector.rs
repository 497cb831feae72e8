//! Moves the projections along the log.
//!
//! A batch and its checkpoints are one transaction: the tables of a projection and its position
//! never disagree. The checkpoint rows are taken `for update skip locked`, so that among several
//! nodes one at a time works, and a dead one releases them with its connection.
//!
//! Normally one batch is applied to every projection in one transaction (`apply`). When that
//! fails, each is retried alone, and only the one that fails is halted ([`recovery`]). An event
//! that cannot be read halts no projection: its stream is set aside, by all at once
//! ([`streams`]). [`rebuild`] replays the whole log into tables beside those that answer
//! ([`edition`]); `verify` compares the tables with the log.

mod apply;
pub mod edition;
pub mod log;
pub mod rebuild;
pub mod recovery;
pub mod streams;
mod verify;

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use migrations::{Db, DbError, Names, Tx};
use projections::Projection;
use tokio::sync::{Mutex, watch};

use crate::engine::clock::Clock;
use crate::engine::set_aside::Remembered;
use edition::{COLUMNS, Checkpoint, Status};
pub use log::ReadError;
use rebuild::begun;

/// How many events are in one batch.
const BATCH: i64 = 1000;

/// How often a node looks for events that another one wrote.
const LOOK: Duration = Duration::from_millis(150);

/// How often it looks while it knows that pages are behind.
const LOOK_SOON: Duration = Duration::from_millis(10);

/// How many times it does, before it takes its time again.
const SOON_AT_MOST: u32 = 100;

/// How long a page waits to see what was just done.
pub const PATIENCE: Duration = Duration::from_secs(3);

/// What moves the projections of one node.
pub struct Projector {
    db: Db,
    /// Where pages read: perhaps a replica.
    pages: Db,
    /// Which tables answer pages.
    names: Names,
    clock: Clock,
    projections: Vec<Box<dyn Projection>>,
    /// The position up to which pages show everything.
    reached: watch::Sender<i64>,
    /// How far the tables that answer had read when this node last looked, by name;
    /// `None` for those that have stopped.
    shown: RwLock<HashMap<&'static str, Option<i64>>>,
    /// What is set aside.
    remembered: Remembered,
    /// One catch-up at a time in this process.
    turn: Mutex<()>,
}

impl Projector {
    /// Makes the tables that are missing. `pages` is where pages read, under `names`.
    pub async fn open(
        db: Db,
        pages: Db,
        names: Names,
        clock: Clock,
        projections: Vec<Box<dyn Projection>>,
        remembered: Remembered,
    ) -> Result<Self, ReadError> {
        let (reached, shown, turn) = (watch::channel(0).0, RwLock::default(), Mutex::new(()));
        let projector =
            Self { db, pages, names, clock, projections, reached, shown, remembered, turn };
        projector.prepare().await?;
        Ok(projector)
    }

    /// Replays the log into the projections that no older table answers for, and catches up:
    /// from then on, pages can be served.
    pub async fn make_ready(&self) -> Result<(), ReadError> {
        self.build_unserved().await?;
        self.catch_up().await?;
        Ok(())
    }

    /// Makes the first edition of every projection this database has never seen.
    async fn prepare(&self) -> Result<(), DbError> {
        let all = self.checkpoints().await?;
        // An empty log leaves nothing to build.
        let is_new = log::head(&self.db).await? == 0;
        let status = if is_new { Status::Live } else { Status::Building };
        for projection in &self.projections {
            if !all.iter().any(|it| it.is_of(projection.as_ref())) {
                let mut tx = self.db.begin().await?;
                edition::make(&mut tx, projection.as_ref(), 1, status, self.clock.now()).await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }

    /// Follows the log until the program ends: woken by this node's writer, and
    /// looking now and then for what other nodes wrote.
    pub fn follow(self: Arc<Self>, mut head: watch::Receiver<i64>) {
        let (builder, until) = (Arc::clone(&self), head.clone());
        let building = tokio::spawn(async move { builder.keep_building(until).await });
        crate::exit_on_panic(building, "builder");
        let following = tokio::spawn(async move {
            let (mut pause, mut soon) = (LOOK, 0);
            loop {
                let woken = tokio::time::timeout(pause, head.changed()).await;
                if matches!(woken, Ok(Err(_))) {
                    return;
                }
                let known = *head.borrow_and_update();
                // Woken by the writer, there is something: no need to look first.
                pause = match self.follow_up(woken.is_ok()).await {
                    // Another node is applying them, most likely; if it lasts, it is not that.
                    Ok(reached) if reached < known && soon < SOON_AT_MOST => {
                        soon += 1;
                        LOOK_SOON
                    }
                    Ok(reached) => {
                        soon = if reached < known { soon } else { 0 };
                        LOOK
                    }
                    Err(error) => {
                        tracing::warn!(%error, "projections wait for the database");
                        tokio::time::sleep(LOOK).await;
                        LOOK
                    }
                };
            }
        });
        crate::exit_on_panic(following, "projector");
    }

    /// Waits until what happened at `position` is in every table, or until
    /// [`PATIENCE`] ends. Whether it is.
    pub async fn wait_for(&self, position: i64) -> bool {
        let mut reached = self.reached.subscribe();
        let wait = reached.wait_for(|reached| *reached >= position);
        tokio::time::timeout(PATIENCE, wait).await.is_ok_and(|seen| seen.is_ok())
    }

    /// [`Projector::wait_for`] what a visitor has seen on some node, as they say: never
    /// longer than for the last event there is.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn wait_for_seen(&self, position: i64) -> Result<bool, DbError> {
        if *self.reached.borrow() >= position {
            return Ok(true);
        }
        Ok(self.wait_for(position.min(log::head(&self.db).await?)).await)
    }

    /// Whether the tables of `name` show everything the log says now: they follow it, and
    /// have read it all when this node last looked.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn is_showing(&self, name: &str) -> Result<bool, DbError> {
        let shown = self.shown.read().unwrap_or_else(PoisonError::into_inner).get(name).copied();
        let Some(Some(position)) = shown else { return Ok(false) };
        Ok(position >= log::head(&self.db).await?)
    }

    /// A bell that rings when tables have moved; its value is the position reached.
    pub fn reached(&self) -> watch::Receiver<i64> {
        self.reached.subscribe()
    }

    /// Applies to every projection what it has not applied yet. The position that pages
    /// show.
    ///
    /// # Errors
    /// When the database is away. An event that cannot be applied is no error here:
    /// its projection is stopped, and says so in [`Projector::checkpoints`].
    pub async fn catch_up(&self) -> Result<i64, DbError> {
        self.follow_up(false).await
    }

    async fn follow_up(&self, mut woken: bool) -> Result<i64, DbError> {
        let _turn = self.turn.lock().await;
        loop {
            if !std::mem::take(&mut woken) && !self.is_behind().await? {
                return self.refresh().await;
            }
            let moved = match self.project_together(Status::Live, BATCH, None).await {
                Ok(last) => last.is_some(),
                Err(ReadError::Db(error)) if is_elsewhere(&error) => return Err(error),
                Err(error) => {
                    tracing::error!(%error, "a batch was refused, each projection is given it alone");
                    self.project_each(Status::Live, BATCH).await?
                }
            };
            let reached = self.refresh().await?;
            if !moved {
                // Another node is at it.
                return Ok(reached);
            }
        }
    }

    async fn is_behind(&self) -> Result<bool, DbError> {
        let head = log::head(&self.db).await?;
        let behind = |it: &Checkpoint| it.status == Status::Live && it.position < head;
        Ok(self.checkpoints().await?.iter().any(behind))
    }

    /// Looks which tables answer pages, and how far those have read.
    async fn refresh(&self) -> Result<i64, DbError> {
        self.look_at_replica().await;
        self.remembered.look(&self.db).await?;
        let rows = self.pages.rows(COLUMNS, &[]).await?;
        let all = rows.iter().map(Checkpoint::read).collect::<Result<Vec<_>, _>>()?;
        let (mut pairs, mut positions, mut shown) = (vec![], vec![], HashMap::new());
        for projection in &self.projections {
            let about = projection.about();
            let Some(checkpoint) = edition::served(&all, projection.as_ref()) else {
                pairs.extend(about.names(about.version, 1));
                continue;
            };
            pairs.extend(about.names(checkpoint.version, checkpoint.edition));
            // Nobody waits for tables that have stopped, nor for those of another
            // version: their own program catches them up, if it still runs.
            let follows =
                checkpoint.status == Status::Live && checkpoint.is_of(projection.as_ref());
            positions.extend(follows.then_some(checkpoint.position));
            shown.insert(about.name, follows.then_some(checkpoint.position));
        }
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = shown;
        let last = || all.iter().map(|it| it.position).max();
        let reached = positions.into_iter().min().or_else(last).unwrap_or(0);
        self.names.set(pairs);
        self.reached.send_if_modified(|known| {
            let moved = *known != reached;
            *known = reached;
            moved
        });
        Ok(reached)
    }

    /// A replica that was away answers again once it shows what pages show already.
    async fn look_at_replica(&self) {
        if self.pages.replica() != Some(false) {
            return;
        }
        let Ok(rows) = self.pages.replica_rows(COLUMNS).await else { return };
        let all = rows.iter().map(Checkpoint::read).collect::<Result<Vec<_>, _>>();
        let shown = *self.reached.borrow();
        let caught_up = all.is_ok_and(|all| {
            self.projections.iter().all(|projection| {
                let checkpoint = edition::served(&all, projection.as_ref());
                checkpoint.is_some_and(|it| it.status != Status::Live || it.position >= shown)
            })
        });
        self.pages.trust_replica(caught_up);
    }

    /// How far each edition of the projections of this program has read.
    pub async fn checkpoints(&self) -> Result<Vec<Checkpoint>, DbError> {
        let mut all = self.checkpoints_of_all().await?;
        all.retain(|it| self.projections.iter().any(|p| it.is_of(p.as_ref())));
        Ok(all)
    }

    /// The same, with those of other versions.
    async fn checkpoints_of_all(&self) -> Result<Vec<Checkpoint>, DbError> {
        let rows = self.db.rows(&format!("{COLUMNS} order by name"), &[]).await?;
        rows.iter().map(Checkpoint::read).collect()
    }

    /// The position of the last event of the log.
    pub async fn head(&self) -> Result<i64, DbError> {
        log::head(&self.db).await
    }

    /// Every row of every table that answers pages, in an order of its own: two
    /// commons that know the same say the same.
    pub async fn dump(&self) -> Result<String, DbError> {
        let all = self.checkpoints_of_all().await?;
        let mut text = String::new();
        let mut tx = self.db.begin().await?;
        for projection in &self.projections {
            if let Some(checkpoint) = edition::served(&all, projection.as_ref()) {
                tx.call(checkpoint.names(projection.as_ref()));
            }
            for table in projection.about().tables {
                let lines = rows_of(&mut tx, table).await?;
                text.push_str(&format!("{table}\n{}\n", lines.join("\n")));
            }
            tx.call_none();
        }
        Ok(text)
    }
}

/// Every row of a table, as text, in an order of its own.
async fn rows_of(tx: &mut Tx, table: &str) -> Result<Vec<String>, DbError> {
    let rows = tx.rows(&format!("select * from {table}"), &[]).await?;
    let mut lines: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
    lines.sort_unstable();
    Ok(lines)
}

/// Whether the trouble is with the database or with another node, and not with us.
/// A key that is taken is our own trouble: a projection alone writes its tables.
fn is_elsewhere(error: &DbError) -> bool {
    error.is_away() || matches!(error, DbError::Retry(_))
}
