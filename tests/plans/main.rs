//! No statement costs what the commons weighs: each is planned on both engines, in a commons
//! of ten thousand notes and two hundred thousand events, and a plan that reads or sorts a
//! table that grows is refused.
//!
//! `bin/test` runs this last: the other tests have by then written every statement they
//! issued in the folder `SILLAGE_STATEMENTS`. A statement of the source that none of them
//! issued is refused too: nobody knows its plan.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests say what they are by their names")]

#[path = "../support/databases.rs"]
mod databases;
mod fill;
mod postgres;
mod source;
mod sqlite;

use std::collections::BTreeMap;

use databases::{Engine, fresh};
use migrations::Db;
use migrations::schema::{Schema, migrate};

/// How many rows of a table that grows one statement may read or sort. One workshop, one
/// person, one note have fewer, by the limits of each.
const MOST_ROWS: f64 = 1000.0;

/// Tables that do not grow with the commons, and why reading them whole is right.
const SMALL: [&str; 14] = [
    // One row.
    "log_meta",
    "log_head",
    "schema_migrations",
    // One row for each version of a projection.
    "projections",
    // One row for each thing an operator has to look at, or has decided.
    "projection_failures",
    "projection_skips",
    "streams_set_aside",
    "events_left_out",
    // A fixed list of names.
    "secrets",
    "budgets",
    // Bounded by their limits and emptied as they expire.
    "one_time_links",
    "role_links",
    "note_invitations",
    "former_doors",
];

/// Statements that may read a table that grows, by what they hold, and why: each is issued
/// by a command of an operator.
const EXCEPTIONS: [(&str, &str); 2] = [
    ("group by aggregate_type, aggregate_id having", "`verify` counts every event of every stream"),
    ("select count(*), coalesce(max(position), 0)", "`verify` counts the log"),
];

/// A statement as it was issued: its text, and the kinds of its values.
type Statement = (String, String);

/// What the tests issued, or nothing outside `bin/test`.
fn issued() -> Option<Vec<Statement>> {
    let folder = std::env::var_os("SILLAGE_STATEMENTS")?;
    std::env::var_os("SILLAGE_PLANS")?;
    let mut all = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap() {
        for line in std::fs::read_to_string(file.unwrap().path()).unwrap().lines() {
            let [sql, kinds]: [String; 2] = serde_json::from_str(line).unwrap();
            // Tables of an edition are those of the version.
            let sql = source::plain(&sql);
            // A value that was once NULL has no kind: another time says it.
            let known: &mut String = all.entry(sql).or_default();
            if known.is_empty() || known.contains('n') {
                *known = kinds;
            }
        }
    }
    Some(all.into_iter().collect())
}

/// The statements of the program among those issued.
fn ours(issued: &[Statement]) -> Vec<Statement> {
    let parts = source::parts();
    let begins = |sql: &str| parts.iter().any(|part| source::begins(sql, part));
    issued.iter().filter(|(sql, _)| begins(sql)).cloned().collect()
}

#[test]
fn every_statement_of_the_source_was_issued_by_a_test() {
    let Some(issued) = issued() else { return };
    let silent: Vec<_> = source::parts()
        .into_iter()
        .filter(|part| !issued.iter().any(|(sql, _)| source::holds(sql, part)))
        .collect();
    assert!(silent.is_empty(), "{} never issued: {silent:#?}", silent.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn no_plan_reads_a_table_that_grows_on_sqlite() {
    check(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_plan_reads_a_table_that_grows_on_postgres() {
    check(Engine::Postgres).await;
}

async fn check(engine: Engine) {
    let Some(issued) = issued() else { return };
    let statements = ours(&issued);
    assert!(statements.len() > 100, "only {} statements of ours", statements.len());
    let Some(place) = fresh(engine).await else { return };
    let names = projections::names();
    let db = Db::open(&place.commons).await.unwrap().called(names.clone());
    migrate(&db, Schema::Commons, 0).await.unwrap();
    for projection in projections::all() {
        let mut tx = db.begin().await.unwrap();
        tx.batch(projection.about().schema).await.unwrap();
        tx.commit().await.unwrap();
    }
    // From here on, tables are called what the database calls them.
    let db = db.called(migrations::Names::default());
    let tables = fill::all(&db).await;
    let resolved =
        statements.iter().map(|(sql, kinds)| (names.resolve(sql).into_owned(), kinds.clone()));
    let statements: Vec<Statement> = resolved.collect();
    let refused = match engine {
        Engine::Sqlite => sqlite::refused(&place.commons, &tables, &statements),
        Engine::Postgres => postgres::refused(&db, &tables, &statements).await,
    };
    let refused: Vec<_> = refused
        .into_iter()
        .filter(|(sql, _)| !EXCEPTIONS.iter().any(|(part, _)| sql.contains(part)))
        .collect();
    for (sql, why) in &refused {
        println!("✗ {why}\n  {sql}\n");
    }
    println!("{} statements planned on {engine:?}", statements.len());
    assert!(refused.is_empty(), "{} plans refused", refused.len());
}
