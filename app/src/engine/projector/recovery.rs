//! A projection that failed on an event: halted, reported, retried, or made by an operator to skip
//! it.

use migrations::{DbError, values};

use super::Projector;
use super::edition::{Checkpoint, Status};

/// Why a projection stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Halt {
    pub name: String,
    pub version: i64,
    /// The position of the event it fails on.
    pub position: i64,
    pub error: String,
    /// What an operator can do about it.
    pub advice: String,
}

/// Why an event was not skipped.
#[derive(Debug, thiserror::Error)]
pub enum RecoveryError {
    /// Nothing of that name is stopped.
    #[error("no projection named {0} is stopped: see /sante")]
    NotStopped(String),
    /// It is stopped elsewhere.
    #[error("{name} is stopped before the event at {stopped}, not at {asked}")]
    Elsewhere {
        name: String,
        /// The position it waits at.
        stopped: i64,
        /// The position that was asked for.
        asked: i64,
    },
    /// No stream of that name is set aside.
    #[error("no stream {0} is set aside: see /sante")]
    NotSetAside(String),
    /// There is nothing to leave out.
    #[error("every event of {0} can be read: `sillage retry` will do")]
    Readable(String),
    /// The database said no.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl Projector {
    /// Halts one edition before the event it fails on, and keeps why.
    pub(super) async fn stop(
        &self,
        checkpoint: &Checkpoint,
        error: &DbError,
    ) -> Result<(), DbError> {
        let why = why(error);
        let now = self.clock.now();
        let mut tx = self.db.begin().await?;
        let sql = "select position from projections
            where name = $1 and version = $2 and status = $3 {lock}";
        let row = tx
            .row(sql, values![checkpoint.key(), checkpoint.version, checkpoint.status.word()])
            .await?;
        // Meanwhile another node has got further, or somebody else has stopped it.
        if row.is_none_or(|row| row.cells().int() != checkpoint.position) {
            return Ok(());
        }
        let position = checkpoint.position + 1;
        tracing::error!(
            projection = checkpoint.name,
            position,
            error = why,
            advice = advice(&checkpoint.name, position),
            "stopped"
        );
        let note = "insert into projection_failures (name, version, position, error, at)
            values ($1, $2, $3, $4, $5)
            on conflict (name, version, position) do update set error = excluded.error,
                at = excluded.at";
        tx.exec(note, values![checkpoint.key(), checkpoint.version, position, why, now]).await?;
        let stop = "update projections set status = $3 where name = $1 and version = $2";
        tx.exec(
            stop,
            values![checkpoint.key(), checkpoint.version, checkpoint.status.stopped().word()],
        )
        .await?;
        tx.commit().await
    }

    /// What is stopped now, and why.
    pub async fn failures(&self) -> Result<Vec<Halt>, DbError> {
        let sql = "select f.name, f.version, f.position, f.error from projection_failures f
            join projections p on p.name = f.name and p.version = f.version
                and p.position + 1 = f.position and p.status in ('stalled', 'halted')
            order by f.name";
        let rows = self.db.rows(sql, &[]).await?;
        let result = rows.iter().map(|row| {
            let cells = row.cells();
            let name = cells.str().split('~').next().unwrap_or_default().to_owned();
            let (version, position, error) = (cells.int(), cells.int(), cells.text());
            let advice = advice(&name, position);
            Halt { name, version, position, error, advice }
        });
        Ok(result.collect())
    }

    /// Lets the projections that are stopped try again: all of them, or the one named.
    /// How many were.
    pub async fn retry(&self, name: Option<&str>) -> Result<usize, DbError> {
        let mut resumed = 0;
        for checkpoint in self.checkpoints().await? {
            let is_named = name.is_none_or(|name| name == checkpoint.name);
            if is_named && matches!(checkpoint.status, Status::Stalled | Status::Halted) {
                self.change(&checkpoint, checkpoint.status.resumed()).await?;
                resumed += 1;
            }
        }
        Ok(resumed)
    }

    /// Changes where an edition stands, unless it stands elsewhere by now.
    pub(super) async fn change(&self, checkpoint: &Checkpoint, to: Status) -> Result<(), DbError> {
        let sql = "update projections set status = $3
            where name = $1 and version = $2 and status = $4";
        let (from, to) = (checkpoint.status.word(), to.word());
        self.db.exec(sql, values![checkpoint.key(), checkpoint.version, to, from]).await?;
        Ok(())
    }

    /// Lets a stopped projection leave out, for good, the event it is stopped at, and
    /// go on. A rebuild and [`Projector::verify`] leave it out too.
    pub async fn skip(&self, name: &str, position: i64, reason: &str) -> Result<(), RecoveryError> {
        let stopped = self.checkpoints().await?.into_iter().filter(|checkpoint| {
            checkpoint.name == name && matches!(checkpoint.status, Status::Stalled | Status::Halted)
        });
        let stopped: Vec<_> = stopped.collect();
        let Some(first) = stopped.first() else {
            return Err(RecoveryError::NotStopped(name.to_owned()));
        };
        let Some(checkpoint) = stopped.iter().find(|it| it.position + 1 == position) else {
            let (name, stopped) = (name.to_owned(), first.position + 1);
            return Err(RecoveryError::Elsewhere { name, stopped, asked: position });
        };
        let mut tx = self.db.begin().await?;
        let skip = "insert into projection_skips (name, version, position, reason, at)
            values ($1, $2, $3, $4, $5) on conflict (name, version, position) do nothing";
        let now = self.clock.now();
        tx.exec(skip, values![name, checkpoint.version, position, reason, now]).await?;
        let resume = "update projections set status = $3 where name = $1 and version = $2";
        let to = checkpoint.status.resumed().word();
        tx.exec(resume, values![checkpoint.key(), checkpoint.version, to]).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// The whole chain of an error, in one line.
fn why(error: &DbError) -> String {
    let mut result = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        result = format!("{result}: {cause}");
        source = cause.source();
    }
    result
}

fn advice(name: &str, position: i64) -> String {
    format!(
        "correct the program and `sillage retry {name}`, or leave the event out with \
         `sillage skip {name} {position} --reason …`"
    )
}
