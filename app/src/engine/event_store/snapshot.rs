//! The state of a long stream, kept beside it so that loading stays flat.
//!
//! A cache, and treated as one: written after the commit and outside of it, read
//! only in the shape this program knows, safe to empty. (The snapshots of cqrs-es
//! 0.5 are not used: they apply each event twice.)

use domain::core::event_sourced::Stream;
use migrations::{Db, DbError, values};

/// A stream is kept again each time this many events have joined it.
pub const EVERY: i64 = 100;

/// Whether a stream that goes from `before` to `after` is to be kept.
pub fn is_due<A: Stream>(before: i64, after: i64) -> bool {
    A::SNAPSHOT.is_some() && before / EVERY < after / EVERY
}

/// The last state kept of a stream, and the sequence it stands at.
pub async fn find<A: Stream>(db: &Db, id: &str) -> Result<Option<(A, i64)>, DbError> {
    let Some(schema) = A::SNAPSHOT else { return Ok(None) };
    let sql = "select sequence, state from snapshots
        where aggregate_type = $1 and aggregate_id = $2 and schema = $3";
    let row = db.row(sql, values![A::TYPE, id, schema]).await?;
    // One that cannot be read is as good as none: the log has it all.
    Ok(row.and_then(|row| {
        let cells = row.cells();
        let sequence = cells.int();
        Some((serde_json::from_str(cells.str()).ok()?, sequence))
    }))
}

/// Keeps `state`, which stands at `sequence`; an older program's or an older state
/// never replaces a later one, nor is one kept of an event that is not in the log.
pub async fn keep<A: Stream>(db: &Db, id: &str, sequence: i64, state: &A) -> Result<(), DbError> {
    let Some(schema) = A::SNAPSHOT else { return Ok(()) };
    let state = serde_json::to_string(state).expect("aggregates are plain data");
    let sql = "insert into snapshots (aggregate_type, aggregate_id, sequence, schema, state)
        select aggregate_type, aggregate_id, sequence, cast($4 as {i64}), $5{as_json} from events
        where aggregate_type = $1 and aggregate_id = $2 and sequence = $3
        on conflict (aggregate_type, aggregate_id) do update set sequence = excluded.sequence,
            schema = excluded.schema, state = excluded.state
        where snapshots.schema < excluded.schema
            or (snapshots.schema = excluded.schema and snapshots.sequence < excluded.sequence)";
    db.exec(sql, values![A::TYPE, id, sequence, schema, state]).await?;
    Ok(())
}
