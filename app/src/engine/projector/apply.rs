//! Applying batches of events to projections, and finding the one event that one of them fails
//! on.

use std::panic::AssertUnwindSafe;
use std::time::Instant;

use futures_util::FutureExt as _;
use migrations::value::Kind;
use migrations::{DbError, Tx, values};
use projections::{Projection, Recorded};

use super::edition::{COLUMNS, Checkpoint, Status};
use super::log::{self, ReadError, Run, Unheard};
use super::{Projector, is_elsewhere};

/// How far several editions have read, in one statement.
const MOVE: &str = "insert into projections (name, version, position, status, updated_at) {rows}
    on conflict (name, version) do update set position = excluded.position,
        updated_at = excluded.updated_at";

/// A projection, and the edition of it that this transaction holds.
type Held<'p> = (&'p dyn Projection, Checkpoint);

/// Where a run of events begins, and what is left out of it.
pub(super) type Ready = (i64, Run, Unheard);

impl Projector {
    /// Applies one batch to every edition that stands at `status`, in one transaction: `ready` if
    /// it begins where they are, else read here. The last position applied; `None` when there is
    /// nothing to apply, or when another node holds the checkpoints. A stream in which an event
    /// cannot be read is set aside, and the batch is applied without it.
    pub(super) async fn project_together(
        &self,
        status: Status,
        limit: i64,
        mut ready: Option<Ready>,
    ) -> Result<Option<i64>, ReadError> {
        loop {
            match self.try_together(status, limit, ready.take()).await {
                Err(ReadError::Torn(found)) => self.set_aside(&found).await?,
                result => return result,
            }
        }
    }

    async fn try_together(
        &self,
        status: Status,
        limit: i64,
        ready: Option<Ready>,
    ) -> Result<Option<i64>, ReadError> {
        let begun = Instant::now();
        let mut tx = self.db.begin().await?;
        let result = self.project_in(&mut tx, status, limit, ready).await;
        if let Ok(Some((from, last))) = result {
            tx.commit().await?;
            let took = begun.elapsed().as_secs_f64();
            let labels = [("status", status.word())];
            metrics::histogram!("sillage_projection_seconds", &labels).record(took);
            let size = u32::try_from(last - from).unwrap_or(u32::MAX);
            metrics::histogram!("sillage_projection_size").record(f64::from(size));
            return Ok(Some(last));
        }
        // Waited for: the next attempt, perhaps on each alone, must find the checkpoints free.
        tx.rollback().await?;
        result.map(|_| None)
    }

    /// The positions it was applied from and to, if there was anything to apply.
    async fn project_in(
        &self,
        tx: &mut Tx,
        status: Status,
        limit: i64,
        ready: Option<Ready>,
    ) -> Result<Option<(i64, i64)>, ReadError> {
        let held = self.hold(tx, status).await?;
        let Some(from) = held.iter().map(|(_, it)| it.position).min() else { return Ok(None) };
        let unheard = Unheard::of(tx, status).await?;
        let run = match ready {
            // Unless something was set aside, or taken back, since it was read.
            Some((begins, run, without)) if begins == from && without == unheard => run,
            _ => log::read_all(&log::rows(tx, from, limit).await?, &unheard)?,
        };
        if run.last == 0 {
            return Ok(None);
        }
        let mut moved = vec![];
        for (projection, checkpoint) in held.iter().filter(|(_, it)| it.position < run.last) {
            let new = run.facts.partition_point(|fact| fact.position <= checkpoint.position);
            project(tx, *projection, checkpoint, &run.facts[new..], &unheard).await?;
            let (status, now) = (checkpoint.status.word().into(), self.clock.now().into());
            moved.push(vec![
                checkpoint.key().into(),
                checkpoint.version.into(),
                run.last.into(),
                status,
                now,
            ]);
        }
        tx.many(MOVE, &[Kind::Text, Kind::Int, Kind::Int, Kind::Text, Kind::Int], moved).await?;
        Ok(Some((from, run.last)))
    }

    /// Each edition that stands at `status` by itself. Whether any moved.
    pub(super) async fn project_each(&self, status: Status, limit: i64) -> Result<bool, DbError> {
        let mut moved = false;
        for checkpoint in self.checkpoints().await?.iter().filter(|it| it.status == status) {
            if let Some(projection) = self.projections.iter().find(|p| checkpoint.is_of(p.as_ref()))
            {
                moved |= self.project_alone(projection.as_ref(), checkpoint, limit).await?;
            }
        }
        Ok(moved)
    }

    /// One edition by itself. A batch it fails on is halved until one event is left: there it is
    /// halted, alone, with the reason.
    async fn project_alone(
        &self,
        projection: &dyn Projection,
        checkpoint: &Checkpoint,
        limit: i64,
    ) -> Result<bool, DbError> {
        let (mut size, mut applied) = (limit, 0);
        let mut checkpoint = checkpoint.clone();
        while applied < limit {
            match self.try_alone(projection, &checkpoint, size).await {
                Ok(0) => break,
                Ok(count) => {
                    applied += count;
                    checkpoint.position += count;
                }
                Err(ReadError::Db(error)) if is_elsewhere(&error) => return Err(error),
                Err(ReadError::Torn(found)) => self.set_aside(&found).await?,
                Err(_) if size > 1 => size /= 2,
                // A later program wrote it, and a node of that program can apply it: this one waits,
                // and halts no projection.
                Err(ReadError::Unheard(what)) => {
                    tracing::warn!(projection = checkpoint.key(), what, "waits for an upgrade");
                    break;
                }
                Err(ReadError::Db(error)) => {
                    self.stop(&checkpoint, &error).await?;
                    return Ok(true);
                }
            }
        }
        Ok(applied > 0)
    }

    /// Applies `size` events to it; how many there were.
    async fn try_alone(
        &self,
        projection: &dyn Projection,
        checkpoint: &Checkpoint,
        size: i64,
    ) -> Result<i64, ReadError> {
        let mut tx = self.db.begin().await?;
        let result = self.project_one_in(&mut tx, projection, checkpoint, size).await;
        if matches!(result, Ok(1..)) {
            tx.commit().await?;
        } else {
            tx.rollback().await?;
        }
        result
    }

    async fn project_one_in(
        &self,
        tx: &mut Tx,
        projection: &dyn Projection,
        checkpoint: &Checkpoint,
        size: i64,
    ) -> Result<i64, ReadError> {
        let held = self.hold(tx, checkpoint.status).await?;
        // Only from where it was: another node may have got further meanwhile.
        let is_it = |held: &Checkpoint| {
            held.key() == checkpoint.key() && held.position == checkpoint.position
        };
        let Some((_, checkpoint)) = held.into_iter().find(|(_, held)| is_it(held)) else {
            return Ok(0);
        };
        let mut rows = log::rows(tx, checkpoint.position, size).await?;
        let Some(last) = rows.last().map(|row| row.cells().int()) else { return Ok(0) };
        // Events it does not subscribe to, or skips, cannot halt it: they are not even read.
        let unheard = Unheard::of(tx, checkpoint.status).await?;
        let subscribed = projection.about().subscribes_to;
        rows.retain(|row| {
            let entry = log::Entry::of(row);
            subscribed.contains(&entry.kind) && !unheard.is_skipped(projection, entry.position)
        });
        let facts = log::read_all(&rows, &unheard)?.facts;
        project(tx, projection, &checkpoint, &facts, &unheard).await?;
        self.move_to(tx, &checkpoint, last).await?;
        Ok(last - checkpoint.position)
    }

    /// Takes the editions that stand at `status` and that no other node holds.
    async fn hold(&self, tx: &mut Tx, status: Status) -> Result<Vec<Held<'_>>, DbError> {
        let sql = format!("{COLUMNS} where status = $1 order by name {{skip}}");
        let rows = tx.rows(&sql, values![status.word()]).await?;
        let all = rows.iter().map(Checkpoint::read).collect::<Result<Vec<_>, _>>()?;
        let held = all.into_iter().filter_map(|checkpoint| {
            let projection = self.projections.iter().find(|p| checkpoint.is_of(p.as_ref()))?;
            Some((projection.as_ref(), checkpoint))
        });
        Ok(held.collect())
    }

    /// Writes how far an edition has read, in the transaction that made it so.
    pub(super) async fn move_to(
        &self,
        tx: &mut Tx,
        checkpoint: &Checkpoint,
        position: i64,
    ) -> Result<(), DbError> {
        let sql = "update projections set position = $3, updated_at = $4
            where name = $1 and version = $2";
        tx.exec(sql, values![checkpoint.key(), checkpoint.version, position, self.clock.now()])
            .await?;
        Ok(())
    }
}

/// Applies to one edition those of `facts` that it subscribes to and does not skip. A panic of a
/// projection is an error of it.
pub(super) async fn project(
    tx: &mut Tx,
    projection: &dyn Projection,
    checkpoint: &Checkpoint,
    facts: &[Recorded],
    unheard: &Unheard,
) -> Result<(), DbError> {
    let subscribed = projection.about().subscribes_to;
    let is_wanted = |fact: &Recorded| {
        subscribed.contains(&fact.fact.kind()) && !unheard.is_skipped(projection, fact.position)
    };
    let kept: Vec<Recorded>;
    let facts = if facts.iter().all(is_wanted) {
        facts
    } else {
        kept = facts.iter().filter(|fact| is_wanted(fact)).cloned().collect();
        &kept
    };
    tx.call(checkpoint.names(projection));
    let result = AssertUnwindSafe(projection.project(tx, facts)).catch_unwind().await;
    tx.call_none();
    result.unwrap_or_else(|_| Err(DbError::Broken("it panicked".into())))
}
