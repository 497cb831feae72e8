//! Checks a commons against its own log, and changes nothing.
//!
//! Positions and sequences without gaps, the hash chain whole, every event
//! readable (but for those an operator left out), no stream set aside, every snapshot and every table equal to the fold of the log: a
//! projection is replayed from the first event inside a transaction that is never
//! committed.

use migrations::{DbError, Row, values};
use projections::Projection;

use super::edition::{self, COLUMNS, Checkpoint, Status};
use super::log::Unheard;
use super::{Projector, ReadError, apply, log, rows_of};
use crate::engine::set_aside::Torn;

/// How many events are read at once.
const BATCH: i64 = 10_000;

impl Projector {
    /// What is wrong, a sentence each; nothing when all is well.
    ///
    /// # Errors
    /// When the database is away. An event that cannot be read is a sentence.
    pub async fn verify(&self) -> Result<Vec<String>, DbError> {
        let _turn = self.turn.lock().await;
        let (mut wrong, torn) = self.verify_log().await?;
        for set_aside in &self.remembered.look(&self.db).await?.streams {
            let (stream, position) = (set_aside.stream(), set_aside.position);
            let how = if set_aside.retried { "being replayed" } else { "set aside" };
            wrong.push(format!(
                "{stream} is {how} from the event at {position}: {}",
                set_aside.reason
            ));
        }
        for projection in &self.projections {
            match self.verify_tables(projection.as_ref(), &torn).await {
                Ok(found) => wrong.extend(found),
                Err(ReadError::Db(error)) if error.is_away() => return Err(error),
                Err(error) => wrong.push(format!("{}: {error}", projection.about().name)),
            }
        }
        Ok(wrong)
    }

    /// What is wrong with the log, and the events that cannot be read.
    async fn verify_log(&self) -> Result<(Vec<String>, Vec<Torn>), DbError> {
        let (mut wrong, mut torn) = (vec![], vec![]);
        let sql = "select count(*), coalesce(max(position), 0),
            (select position from log_head where log = 0) from events";
        if let Some(row) = self.db.row(sql, &[]).await? {
            let cells = row.cells();
            let (count, last, head) = (cells.int(), cells.int(), cells.int());
            if count != last || last != head {
                wrong.push(format!("{count} events, the last at {last}, the head at {head}"));
            }
        }
        let sql = "select aggregate_type, aggregate_id from events
            group by aggregate_type, aggregate_id
            having max(sequence) <> count(*) or min(sequence) <> 1 limit 20";
        for row in self.db.rows(sql, &[]).await? {
            let cells = row.cells();
            wrong.push(format!("stream {}/{} has a gap", cells.str(), cells.str()));
        }
        let lists = self.remembered.look(&self.db).await?;
        let mut position = 0;
        loop {
            let rows = self.db.rows(log::AFTER, values![position, BATCH]).await?;
            let Some(last) = rows.last() else { return Ok((wrong, torn)) };
            position = last.cells().int();
            for row in &rows {
                let log::Entry { position: at, kind, id, sequence, .. } = log::Entry::of(row);
                match log::read(row) {
                    Ok(_) => {}
                    // An operator knows, and has said why.
                    Err(_) if lists.leaves_out(kind, id, sequence) => {}
                    Err(ReadError::Torn(found)) => {
                        wrong.extend(found.iter().map(Torn::to_string));
                        torn.extend(found);
                    }
                    Err(error) => {
                        wrong.push(format!("the event at {at} ({kind}/{id} #{sequence}): {error}"));
                    }
                }
            }
        }
    }

    async fn verify_tables(
        &self,
        projection: &dyn Projection,
        torn: &[Torn],
    ) -> Result<Vec<String>, ReadError> {
        let mut tx = self.db.begin().await?;
        let sql = format!("{COLUMNS} where version = $1 {{lock}}");
        let rows = tx.rows(&sql, values![projection.about().version]).await?;
        let all = rows.iter().map(Checkpoint::read).collect::<Result<Vec<_>, _>>()?;
        let served = edition::served(&all, projection).filter(|it| it.is_of(projection));
        let Some(checkpoint) = served else { return Ok(vec![]) };
        let mut wrong = vec![];
        if checkpoint.status != Status::Live {
            let (name, status) = (projection.about().name, checkpoint.status.word());
            wrong.push(format!("{name} is {status} at {}", checkpoint.position));
        }
        tx.call(checkpoint.names(projection));
        let mut live = vec![];
        for table in projection.about().tables {
            live.push(rows_of(&mut tx, table).await?);
            tx.batch(&format!("delete from {table}")).await?;
        }
        let mut unheard = Unheard::of(&mut tx, checkpoint.status).await?;
        // Nothing is set aside here: what could not be read just now is passed over.
        for it in torn {
            unheard.set_aside(it.kind.clone(), it.id.clone(), it.position);
        }
        let mut position = 0;
        while position < checkpoint.position {
            let rows =
                log::rows(&mut tx, position, BATCH.min(checkpoint.position - position)).await?;
            let Some(last) = rows.last().map(|row| row.cells().int()) else { break };
            let subscribed = projection.about().subscribes_to;
            let heard = |row: &Row| subscribed.contains(&log::Entry::of(row).kind);
            let rows: Vec<_> = rows.into_iter().filter(heard).collect();
            let facts = log::read_all(&rows, &unheard)?.facts;
            apply::project(&mut tx, projection, checkpoint, &facts, &unheard).await?;
            position = last;
        }
        tx.call(checkpoint.names(projection));
        for (table, live) in projection.about().tables.iter().zip(live) {
            let result = rows_of(&mut tx, table).await?;
            let differ = live.iter().filter(|line| result.binary_search(line).is_err()).count()
                + result.iter().filter(|line| live.binary_search(line).is_err()).count();
            if differ > 0 {
                wrong.push(format!("{table} differs from the log in {differ} rows"));
            }
        }
        // Dropped without a commit: nothing of this happened.
        Ok(wrong)
    }
}
