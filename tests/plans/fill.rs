//! Fills every table, whatever it is: a table that is added is filled too.

use std::collections::BTreeMap;

use migrations::value::Kind;
use migrations::{Db, Value};

use crate::SMALL;

/// How many rows.
const NOTES: i64 = 10_000;
const EVENTS: i64 = 200_000;
const OTHERS: i64 = 20_000;

/// How many different values a column of that name has; others have one a row.
const DIFFERENT: [(&str, i64); 24] = [
    ("note", NOTES),
    ("other", NOTES),
    ("workshop", 400),
    ("person", 2000),
    ("by_person", 2000),
    ("of_person", 2000),
    ("from_person", 2000),
    ("to_person", 2000),
    ("writer", 2000),
    ("actor", 2000),
    ("scribe", 2000),
    ("helper", 2000),
    ("reviewer", 2000),
    ("looker", 2000),
    ("merged_into", 2000),
    ("facilitator", 40),
    ("revision", 50),
    ("reader", 5000),
    ("term", 5000),
    ("visibility", 3),
    ("stage", 4),
    ("kind", 6),
    ("did", 12),
    ("aggregate_type", 6),
];

/// Columns that say yes or no, or how often: few values.
const FEW: [&str; 16] = [
    "email_proved",
    "account",
    "wall",
    "asked",
    "captured",
    "gone",
    "settled",
    "is_over",
    "guest",
    "likes",
    "answer",
    "role",
    "moment",
    "event_type",
    "event_version",
    "hand",
];

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Int,
    Text,
    Json,
    Blob,
}

/// Fills every table that grows; what tables there are.
pub async fn all(db: &Db) -> BTreeMap<String, Vec<(String, Shape)>> {
    let tables = tables(db).await;
    for (name, columns) in &tables {
        if SMALL.contains(&name.as_str()) || columns.iter().any(|(_, shape)| *shape == Shape::Blob)
        {
            continue;
        }
        let rows = match name.as_str() {
            "events" => EVENTS,
            name if name.starts_with("p_note_v") => NOTES,
            _ => OTHERS,
        };
        fill(db, name, columns, rows).await;
    }
    let mut tx = db.begin().await.unwrap();
    if db.is_postgres() {
        tx.batch("analyze").await.unwrap();
    }
    tx.commit().await.unwrap();
    tables
}

async fn tables(db: &Db) -> BTreeMap<String, Vec<(String, Shape)>> {
    let sql = if db.is_postgres() {
        "select table_name, column_name, data_type from information_schema.columns
         where table_schema = 'public' order by table_name, ordinal_position"
    } else {
        "select t.name, c.name, lower(c.type) from sqlite_master t join pragma_table_info(t.name) c
         where t.type = 'table' order by t.name, c.cid"
    };
    let mut tables: BTreeMap<String, Vec<(String, Shape)>> = BTreeMap::new();
    for row in db.rows(sql, &[]).await.unwrap() {
        let column = row.text(1);
        let shape = match row.text(2).as_str() {
            "bigint" | "integer" | "int" => Shape::Int,
            "json" => Shape::Json,
            "bytea" | "blob" => Shape::Blob,
            _ if column == "payload" || column == "metadata" || column == "state" => Shape::Json,
            _ => Shape::Text,
        };
        tables.entry(row.text(0)).or_default().push((column, shape));
    }
    tables
}

async fn fill(db: &Db, name: &str, columns: &[(String, Shape)], rows: i64) {
    let names: Vec<_> = columns.iter().map(|(column, _)| column.as_str()).collect();
    let sql = format!("insert into {name} ({}) {{rows}} on conflict do nothing", names.join(", "));
    // SQLite reads `values (…) on conflict` as it is; PostgreSQL takes the same.
    let kinds: Vec<_> = columns
        .iter()
        .map(|(_, shape)| match shape {
            Shape::Int => Kind::Int,
            Shape::Text | Shape::Blob => Kind::Text,
            Shape::Json => Kind::Json,
        })
        .collect();
    for from in (0..rows).step_by(10_000) {
        let batch = (from..rows.min(from + 10_000))
            .map(|row| columns.iter().enumerate().map(|(at, one)| value(one, at, row)).collect());
        let mut tx = db.begin().await.unwrap();
        tx.many(&sql, &kinds, batch.collect()).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// The value of a column in a row; columns of one row run through their values at paces of
/// their own, so that pairs of them differ.
fn value((column, shape): &(String, Shape), at: usize, row: i64) -> Value {
    let column = column.as_str();
    let different = DIFFERENT.iter().find(|(name, _)| *name == column).map(|(_, count)| *count);
    let different = different.or_else(|| FEW.contains(&column).then_some(2));
    let number = match different {
        Some(count) if at == 0 => row % count,
        Some(count) => (row * 7919 + row / count) % count,
        None => row,
    };
    match shape {
        Shape::Int => Value::Int(number + 1),
        Shape::Json => Value::Text("{}".to_owned()),
        Shape::Text | Shape::Blob => Value::Text(match (column, number) {
            ("visibility", 0) => "everyone".to_owned(),
            ("visibility", 1) => "workshop".to_owned(),
            ("visibility", _) => "writer".to_owned(),
            _ => format!("{}{number}", &column[..1]),
        }),
    }
}
