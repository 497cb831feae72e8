//! An event that cannot be read: what a disk, or a hand, did to one row of the log.

#![allow(dead_code, reason = "each crate's tests use their own part of it")]

use migrations::values;

use crate::world::World;

/// What a torn row holds. PostgreSQL keeps only JSON there: it is of a shape nobody wrote.
pub fn torn(world: &World) -> &'static str {
    if world.app.db.is_postgres() { r#"{"Nothing":1}"# } else { r#"{"bad""# }
}

/// Tears the event at `position`; what it said before.
pub async fn tear(world: &World, position: i64) -> String {
    let sql = "select payload from events where position = $1";
    let row = world.app.db.row(sql, values![position]).await.unwrap().unwrap();
    repair(world, position, torn(world)).await;
    row.text(0)
}

/// Puts `payload` in the row at `position`.
pub async fn repair(world: &World, position: i64, payload: &str) {
    let sql = "update events set payload = $1{as_json} where position = $2";
    assert_eq!(world.app.db.exec(sql, values![payload, position]).await.unwrap(), 1);
}

/// Adds an event to a stream, whatever it is; its position.
pub async fn add(world: &World, kind: &str, id: &str, name: &str, payload: &str) -> i64 {
    let mut tx = world.app.db.begin().await.unwrap();
    let sql = "update log_head set position = position + 1 where log = 0 returning position";
    let position = tx.row(sql, &[]).await.unwrap().unwrap().int(0);
    let sql = "insert into events (position, aggregate_type, aggregate_id, sequence, event_type,
            event_version, payload, metadata, recorded_at)
        select $1, $2, $3, coalesce(max(sequence), 0) + 1, $4, '1', $5{as_json}, $6{as_json}, 0
        from events where aggregate_type = $2 and aggregate_id = $3";
    tx.exec(sql, values![position, kind, id, name, payload, "{}"]).await.unwrap();
    tx.commit().await.unwrap();
    position
}

/// The positions of the events of a stream.
pub async fn positions(world: &World, kind: &str, id: &str) -> Vec<i64> {
    let sql = "select position from events where aggregate_type = $1 and aggregate_id = $2
        order by sequence";
    let rows = world.app.db.rows(sql, values![kind, id]).await.unwrap();
    rows.iter().map(|row| row.int(0)).collect()
}
