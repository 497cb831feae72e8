//! Replaying the whole log into new tables of a projection, beside those that answer.
//!
//! A new edition is made and the log applied to it in large batches, each with its checkpoint
//! (so that a rebuild that was killed goes on where it was), and takes the place of
//! the old one in one transaction once it has caught up. The site stays open: pages
//! read the old tables to the last moment, and those go on following the log.

use std::collections::HashMap;
use std::time::Duration;

use migrations::{DbError, values};
use projections::Projection;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::edition::{self, COLUMNS, Checkpoint, Status};
use super::log::{self, ReadError, Run, Unheard};
use super::{BATCH, Projector, apply, is_elsewhere};
use crate::engine::clock::SECOND;

/// How many events are applied at once: large enough that the tables are written far
/// less often than the log is read, small enough that who writes waits little.
const LARGE: i64 = 10_000;

/// How long the tables of a retired edition stay, for nodes still reading them.
const FAREWELL: i64 = 60 * SECOND;

/// How often a node looks for editions to build and to drop.
const ROUND: Duration = Duration::from_secs(1);

/// An edition that has not moved for this many rounds was left by whoever built it.
const ABANDONED: u32 = 5;

/// A batch that is read ahead, and what is left out of it.
type Reading = JoinHandle<Result<(Run, Unheard), ReadError>>;

/// Called with a name, a position and the head, each time a rebuild has moved.
pub type Progress<'p> = dyn FnMut(&str, i64, i64) + Send + 'p;

impl Projector {
    /// Rebuilds every projection, going on with what was begun. `progress` is given a
    /// name, a position and the head.
    ///
    /// # Errors
    /// When the database is away, or a projection met an event it cannot apply: the
    /// old tables go on answering.
    pub async fn rebuild(&self, progress: &mut Progress<'_>) -> Result<(), ReadError> {
        self.drop_retired(FAREWELL).await?;
        let all = self.checkpoints().await?;
        for projection in &self.projections {
            self.begin(projection.as_ref(), &all).await?;
        }
        self.build(progress).await
    }

    /// Makes the next edition of a projection, or lets the one that was begun go on.
    async fn begin(&self, projection: &dyn Projection, all: &[Checkpoint]) -> Result<(), DbError> {
        let (begun, next) = begun(all, projection);
        let mut tx = self.db.begin().await?;
        if let Some(begun) = begun {
            let resume = "update projections set status = $3
                where name = $1 and version = $2 and status = 'halted'";
            let to = Status::Building.word();
            tx.exec(resume, values![begun.key(), begun.version, to]).await?;
        } else {
            let now = self.clock.now();
            edition::make(&mut tx, projection, next, Status::Building, now).await?;
        }
        tx.commit().await
    }

    /// Builds every edition that is to be built, and lets each take its place.
    pub(super) async fn build(&self, progress: &mut Progress<'_>) -> Result<(), ReadError> {
        let mut next: Option<(i64, Reading)> = None;
        loop {
            let all = self.checkpoints().await?;
            let building: Vec<_> = all.iter().filter(|it| it.status == Status::Building).collect();
            let head = log::head(&self.db).await?;
            let mut promoted = false;
            for checkpoint in &building {
                progress(&checkpoint.name, checkpoint.position, head);
                if checkpoint.position + BATCH >= head {
                    promoted |= match self.promote(checkpoint, progress).await {
                        Err(ReadError::Db(error)) if is_elsewhere(&error) => {
                            return Err(error.into());
                        }
                        Ok(done) => done,
                        Err(ReadError::Torn(found)) => {
                            self.set_aside(&found).await?;
                            true
                        }
                        // Applied alone, it will say at which event it stops.
                        Err(_) => false,
                    };
                }
            }
            let Some(from) = building.iter().map(|it| it.position).min() else { break };
            if promoted {
                continue;
            }
            // While this batch is applied, the next one is read.
            let ready = match next.take() {
                Some((begins, run)) if begins == from => {
                    let run = run.await.map_err(|error| DbError::Broken(Box::new(error)))?;
                    run.ok().map(|(run, without)| (from, run, without))
                }
                _ => None,
            };
            let after = from + LARGE;
            next = Some((after, tokio::spawn(log::run(self.db.clone(), after, LARGE))));
            let moved = match self.project_together(Status::Building, LARGE, ready).await {
                Ok(last) => last.is_some(),
                Err(ReadError::Db(error)) if is_elsewhere(&error) => return Err(error.into()),
                Err(_) => self.project_each(Status::Building, LARGE).await?,
            };
            if !moved {
                self.waits_for_an_upgrade(from).await?;
                // Another node is at it.
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        self.finish_retries().await?;
        let halted = self.checkpoints().await?.into_iter().find(|it| it.status == Status::Halted);
        match halted {
            None => Ok(()),
            Some(halted) => Err(ReadError::Db(DbError::Broken(
                format!("{} cannot apply the event at {}", halted.name, halted.position + 1).into(),
            ))),
        }
    }

    /// An error when what comes after `from` was written by a later program.
    async fn waits_for_an_upgrade(&self, from: i64) -> Result<(), ReadError> {
        match log::run(self.db.clone(), from, 1).await {
            Err(ReadError::Unheard(what)) => Err(ReadError::Unheard(what)),
            Ok(_) | Err(ReadError::Db(_) | ReadError::Torn(_)) => Ok(()),
        }
    }

    /// Lets an edition that has nearly caught up take the place of the one that is
    /// served: the last events, and the change, in one transaction. Whether it did.
    async fn promote(
        &self,
        checkpoint: &Checkpoint,
        progress: &mut Progress<'_>,
    ) -> Result<bool, ReadError> {
        let Some(projection) = self.projections.iter().find(|p| checkpoint.is_of(p.as_ref()))
        else {
            return Ok(false);
        };
        let projection = projection.as_ref();
        let mut tx = self.db.begin().await?;
        let sql = format!(
            "{COLUMNS} where version = $1 and (name = $2 or name like $3) order by name {{lock}}"
        );
        let editions = format!("{}~%", checkpoint.name);
        let rows =
            tx.rows(&sql, values![checkpoint.version, checkpoint.name.as_str(), editions]).await?;
        let all = rows.iter().map(Checkpoint::read).collect::<Result<Vec<_>, _>>()?;
        let building = all.iter().find(|it| it.key() == checkpoint.key());
        let Some(building) = building.filter(|it| it.status == Status::Building) else {
            return Ok(false);
        };
        let old: Vec<_> = all.iter().filter(|it| it.status.is_served()).collect();
        let head = tx.row("select position from log_head where log = 0", &[]).await?;
        let goal = head.map_or(0, |row| row.cells().int());
        let unheard = Unheard::of(&mut tx, building.status).await?;
        let mut position = building.position;
        while position < goal {
            let rows = log::rows(&mut tx, position, LARGE.min(goal - position)).await?;
            let run = log::read_all(&rows, &unheard)?;
            apply::project(&mut tx, projection, building, &run.facts, &unheard).await?;
            position = run.last;
        }
        self.move_to(&mut tx, building, position).await?;
        let change = "update projections set status = $3, updated_at = $4
            where name = $1 and version = $2";
        let now = self.clock.now();
        for it in old {
            tx.exec(change, values![it.key(), it.version, Status::Retired.word(), now]).await?;
        }
        tx.exec(change, values![checkpoint.key(), checkpoint.version, Status::Live.word(), now])
            .await?;
        tx.commit().await?;
        progress(&checkpoint.name, position, position);
        Ok(true)
    }

    /// Drops the editions that were retired more than `after` microseconds ago.
    pub(super) async fn drop_retired(&self, after: i64) -> Result<(), DbError> {
        let old = self.clock.now() - after;
        for checkpoint in self.checkpoints().await? {
            let projection = self.projections.iter().find(|p| checkpoint.is_of(p.as_ref()));
            if let Some(projection) = projection
                && checkpoint.status == Status::Retired
                && checkpoint.updated_at <= old
            {
                let mut tx = self.db.begin().await?;
                edition::drop_one(&mut tx, projection.as_ref(), &checkpoint).await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }

    /// Builds what a new version or a rebuild left behind needs, and drops what is
    /// over, until the node ends.
    pub(super) async fn keep_building(&self, node: watch::Receiver<i64>) {
        let mut seen: HashMap<String, (i64, u32)> = HashMap::new();
        let mut first = true;
        // Until the writer of this node is gone.
        while node.has_changed().is_ok() {
            match self.round(&mut seen, first).await {
                Ok(()) => {}
                Err(error) => tracing::warn!(%error, "a rebuild waits"),
            }
            first = false;
            tokio::time::sleep(ROUND).await;
        }
    }

    async fn round(
        &self,
        seen: &mut HashMap<String, (i64, u32)>,
        first: bool,
    ) -> Result<(), ReadError> {
        self.drop_retired(FAREWELL).await?;
        let mut left = first;
        let mut any = false;
        for checkpoint in self.checkpoints().await? {
            if checkpoint.status != Status::Building {
                continue;
            }
            any = true;
            let entry = seen.entry(checkpoint.key()).or_insert((checkpoint.position, 0));
            *entry = if entry.0 == checkpoint.position {
                (entry.0, entry.1 + 1)
            } else {
                (checkpoint.position, 0)
            };
            left |= entry.1 >= ABANDONED;
        }
        if any && left {
            self.build(&mut |name, position, head| {
                tracing::info!(name, position, head, "replaying the log");
            })
            .await?;
        } else if !any && self.lists().streams.iter().any(|it| it.retried) {
            // The node that replayed them ended just before it could say so.
            self.finish_retries().await?;
        }
        Ok(())
    }

    /// Builds here and now the projections that nothing answers for.
    pub(super) async fn build_unserved(&self) -> Result<(), ReadError> {
        // A program that was repaired may get further than the one that halted.
        for checkpoint in self.checkpoints().await? {
            if checkpoint.status == Status::Halted {
                self.change(&checkpoint, Status::Building).await?;
            }
        }
        loop {
            let all = self.checkpoints_of_all().await?;
            let is_served = |p: &dyn Projection| edition::served(&all, p).is_some();
            if self.projections.iter().all(|p| is_served(p.as_ref())) {
                return Ok(());
            }
            self.build(&mut |name, position, head| {
                tracing::info!(name, position, head, "caught up before opening");
            })
            .await?;
        }
    }
}

/// The edition of `projection` that was begun, if any, and the number of the next one.
pub(super) fn begun(all: &[Checkpoint], projection: &dyn Projection) -> (Option<Checkpoint>, i64) {
    let own = || all.iter().filter(|it| it.is_of(projection));
    let is_begun = |it: &&Checkpoint| matches!(it.status, Status::Building | Status::Halted);
    let begun = own().find(is_begun).cloned();
    let next = own().map(|it| it.edition).max().unwrap_or(0) + 1;
    (begun, next)
}
