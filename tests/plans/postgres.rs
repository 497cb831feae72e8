//! Plans of PostgreSQL.

use std::collections::BTreeMap;

use migrations::value::Kind;
use migrations::{Db, dialect};
use serde_json::Value;

use crate::fill::Shape;
use crate::sqlite::names_known_tables;
use crate::{MOST_ROWS, SMALL, Statement};

/// The statements whose plan is refused, and why.
pub async fn refused(
    db: &Db,
    tables: &BTreeMap<String, Vec<(String, Shape)>>,
    statements: &[Statement],
) -> Vec<(String, String)> {
    let mut refused = vec![];
    for (sql, kinds) in statements.iter().filter(|(sql, _)| names_known_tables(sql, tables)) {
        let mut told = vec![];
        // A range whose every row is deleted costs what it deletes.
        judge(&plan(db, sql, kinds).await, sql.starts_with("delete"), &mut told);
        refused.extend(told.into_iter().map(|why| (sql.clone(), why)));
    }
    refused
}

/// The plan a statement has whatever its values are, as a statement kept by name has.
async fn plan(db: &Db, sql: &str, kinds: &str) -> Value {
    let columns: Vec<_> = kinds
        .chars()
        .map(|kind| match kind {
            'i' => Kind::Int,
            'j' => Kind::Json,
            _ => Kind::Text,
        })
        .collect();
    let is_list = sql.contains("{rows}") || sql.contains("{keys}");
    let text = dialect::postgres(sql)
        .replace("{rows}", &dialect::postgres_rows(&columns))
        .replace("{keys}", &dialect::postgres_keys(&columns));
    let types = kinds.chars().map(|kind| match (kind, is_list) {
        ('i', true) => "bigint[]",
        (_, true) => "text[]",
        ('i', false) => "bigint",
        ('r', false) => "double precision",
        ('b', false) => "bytea",
        (_, false) => "text",
    });
    let types = types.collect::<Vec<_>>();
    let nulls = vec!["null"; types.len()].join(", ");
    let (prepared, asked) = if types.is_empty() {
        (format!("prepare planned as {text}"), "planned".to_owned())
    } else {
        (format!("prepare planned ({}) as {text}", types.join(", ")), format!("planned ({nulls})"))
    };
    let mut tx = db.begin().await.unwrap();
    tx.batch("set local plan_cache_mode = force_generic_plan").await.unwrap();
    tx.batch(&prepared).await.unwrap_or_else(|error| panic!("{error}: {prepared}"));
    let found = tx.rows(&format!("explain (format json) execute {asked}"), &[]).await.unwrap();
    tx.batch("deallocate planned").await.unwrap();
    tx.rollback().await.unwrap();
    let found: Value = serde_json::from_str(&found[0].text(0)).unwrap();
    found[0]["Plan"].clone()
}

/// Looks at a node and at what stands under it. `stops`: whoever asks stops asking as soon as
/// it has enough.
fn judge(node: &Value, stops: bool, refused: &mut Vec<String>) {
    let kind = node["Node Type"].as_str().unwrap_or_default();
    let rows = node["Plan Rows"].as_f64().unwrap_or_default();
    let table = node["Relation Name"].as_str().filter(|table| !SMALL.contains(table));
    if let Some(table) = table {
        if kind == "Seq Scan" {
            refused.push(format!("{table} is scanned"));
        } else if rows > MOST_ROWS && !stops {
            refused.push(format!("{rows} rows of {table} are read by {kind}"));
        }
    }
    let under = node["Plans"].as_array().map(Vec::as_slice).unwrap_or_default();
    if kind == "Sort" && under.iter().any(|one| one["Plan Rows"].as_f64() > Some(MOST_ROWS)) {
        refused.push(format!("{rows} rows are sorted by {}", node["Sort Key"]));
    }
    // What reads all of its input before it answers.
    let whole = ["Sort", "Aggregate", "Hash", "HashAggregate", "Materialize", "WindowAgg", "SetOp"];
    let stops = (stops || kind == "Limit") && !whole.contains(&kind);
    for one in under {
        judge(one, stops, refused);
    }
}
