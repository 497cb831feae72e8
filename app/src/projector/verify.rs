//! Checks a commons against its own log, and changes nothing.
//!
//! Positions and sequences without gaps, the hash chain whole, every event
//! readable, every snapshot and every table equal to the fold of the log: a
//! projection is told everything again inside a transaction that is never
//! committed.

use migrations::{DbError, values};
use projections::Projection;

use super::edition::{self, COLUMNS, Checkpoint, Status};
use super::{Projector, ReadError, log, rows_of, tell};

/// How many events are read at once.
const BATCH: i64 = 10_000;

impl Projector {
    /// What is wrong, a sentence each; nothing when all is well.
    ///
    /// # Errors
    /// When the database is away. An event that cannot be read is a sentence.
    pub async fn verify(&self) -> Result<Vec<String>, DbError> {
        let _turn = self.turn.lock().await;
        let mut wrong = self.verify_log().await?;
        for projection in &self.projections {
            match self.verify_tables(projection.as_ref()).await {
                Ok(found) => wrong.extend(found),
                Err(ReadError::Db(error)) if error.is_away() => return Err(error),
                Err(error) => wrong.push(format!("{}: {error}", projection.name())),
            }
        }
        Ok(wrong)
    }

    async fn verify_log(&self) -> Result<Vec<String>, DbError> {
        let mut wrong = vec![];
        let sql = "select count(*), coalesce(max(position), 0),
            (select position from log_head where log = 0) from events";
        if let Some(row) = self.db.row(sql, &[]).await?
            && (row.int(0) != row.int(1) || row.int(1) != row.int(2))
        {
            let (count, last, head) = (row.int(0), row.int(1), row.int(2));
            wrong.push(format!("{count} events, the last at {last}, the head at {head}"));
        }
        let sql = "select aggregate_type, aggregate_id from events
            group by aggregate_type, aggregate_id
            having max(sequence) <> count(*) or min(sequence) <> 1 limit 20";
        for row in self.db.rows(sql, &[]).await? {
            wrong.push(format!("stream {}/{} has a gap", row.text(0), row.text(1)));
        }
        let mut position = 0;
        loop {
            let rows = self.db.rows(log::AFTER, values![position, BATCH]).await?;
            let Some(last) = rows.last() else { return Ok(wrong) };
            position = last.int(0);
            for row in &rows {
                if let Err(error) = log::read(row) {
                    wrong.push(format!("the event at {}: {error}", row.int(0)));
                }
            }
        }
    }

    async fn verify_tables(&self, projection: &dyn Projection) -> Result<Vec<String>, ReadError> {
        let mut tx = self.db.begin().await?;
        let sql = format!("{COLUMNS} where version = $1 {{lock}}");
        let rows = tx.rows(&sql, values![projection.version()]).await?;
        let all = rows.iter().map(Checkpoint::read).collect::<Result<Vec<_>, _>>()?;
        let served = edition::served(&all, projection).filter(|one| one.is_of(projection));
        let Some(one) = served else { return Ok(vec![]) };
        let mut wrong = vec![];
        if one.status != Status::Live {
            let (name, status) = (projection.name(), one.status.word());
            wrong.push(format!("{name} is {status} at {}", one.position));
        }
        tx.call(one.names(projection));
        let mut live = vec![];
        for table in projection.tables() {
            live.push(rows_of(&mut tx, table).await?);
            tx.batch(&format!("delete from {table}")).await?;
        }
        let skips = tell::skips(&mut tx).await?;
        let mut position = 0;
        while position < one.position {
            let rows = log::rows(&mut tx, position, BATCH.min(one.position - position)).await?;
            let Some(last) = rows.last().map(|row| row.int(0)) else { break };
            let learnt = projection.learns_from();
            let rows: Vec<_> =
                rows.into_iter().filter(|row| learnt.contains(&row.text(1).as_str())).collect();
            tell::teach(&mut tx, projection, one, &log::read_all(&rows)?.facts, &skips).await?;
            position = last;
        }
        tx.call(one.names(projection));
        for (table, live) in projection.tables().iter().zip(live) {
            let told = rows_of(&mut tx, table).await?;
            let differ = live.iter().filter(|line| told.binary_search(line).is_err()).count()
                + told.iter().filter(|line| live.binary_search(line).is_err()).count();
            if differ > 0 {
                wrong.push(format!("{table} differs from the log in {differ} rows"));
            }
        }
        // Dropped without a commit: nothing of this happened.
        Ok(wrong)
    }
}
