//! Plans of SQLite.

use std::collections::{BTreeMap, HashMap};

use regex_lite::Regex;
use rusqlite::Connection;

use crate::fill::Shape;
use crate::{MOST_ROWS, SMALL, Statement};

/// The statements whose plan is refused, and why.
pub fn refused(
    path: &str,
    tables: &BTreeMap<String, Vec<(String, Shape)>>,
    statements: &[Statement],
) -> Vec<(String, String)> {
    let connection = Connection::open(path).unwrap();
    // Plans first: ours are made without statistics, as on a site.
    let plans: Vec<_> = statements
        .iter()
        .filter_map(|(sql, kinds)| Some((sql, plan(&connection, sql, kinds, tables)?)))
        .collect();
    connection.execute_batch("analyze").unwrap();
    let rows = statistics(&connection);
    plans
        .into_iter()
        .filter_map(|(sql, plan)| Some((sql.clone(), judge(sql, &plan, tables, &rows)?)))
        .collect()
}

/// A line of a plan, and which line it stands under.
struct Step {
    under: i64,
    line: String,
}

/// The lines of a plan; nothing for what has none (a table of a test, a definition).
fn plan(
    connection: &Connection,
    sql: &str,
    kinds: &str,
    tables: &BTreeMap<String, Vec<(String, Shape)>>,
) -> Option<Vec<Step>> {
    if !names_known_tables(sql, tables) {
        return None;
    }
    let kinds: Vec<_> = kinds
        .chars()
        .map(|kind| match kind {
            'i' => migrations::value::Kind::Int,
            'j' => migrations::value::Kind::Json,
            _ => migrations::value::Kind::Text,
        })
        .collect();
    let sql = migrations::dialect::sqlite(sql)
        .replace("{rows}", &migrations::dialect::sqlite_rows(&kinds))
        .replace("{keys}", &migrations::dialect::sqlite_keys(&kinds));
    let mut statement = connection
        .prepare(&format!("explain query plan {sql}"))
        .unwrap_or_else(|error| panic!("{error}: {sql}"));
    let mut found = statement.raw_query();
    let mut lines = vec![];
    while let Some(row) = found.next().unwrap() {
        lines.push(Step { under: row.get(1).unwrap(), line: row.get(3).unwrap() });
    }
    Some(lines)
}

/// Whether every table a statement names is one of the program's.
pub fn names_known_tables(sql: &str, tables: &BTreeMap<String, Vec<(String, Shape)>>) -> bool {
    let named = Regex::new(r"(?:from|join|into|update) (\w+)").unwrap();
    let own = Regex::new(r"(?:with|,) (\w+)(?: \([^)]*\))? as \(").unwrap();
    let own: Vec<_> = own.captures_iter(sql).map(|one| one[1].to_owned()).collect();
    named.captures_iter(sql).all(|one| {
        let name = &one[1];
        tables.contains_key(name)
            || own.iter().any(|own| own == name)
            || ["select", "unnest", "of", "set", "skip"].contains(&name)
    })
}

/// For each index, how many rows share its first column, its first two, …
fn statistics(connection: &Connection) -> HashMap<String, Vec<f64>> {
    let mut statement =
        connection.prepare("select coalesce(idx, tbl), stat from sqlite_stat1").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?))).unwrap();
    rows.map(|row| {
        let (name, stat) = row.unwrap();
        (name, stat.split(' ').filter_map(|number| number.parse().ok()).collect())
    })
    .collect()
}

/// Why a plan is refused, if it is.
fn judge(
    sql: &str,
    plan: &[Step],
    tables: &BTreeMap<String, Vec<(String, Shape)>>,
    rows: &HashMap<String, Vec<f64>>,
) -> Option<String> {
    let line = Regex::new(
        r"^(SCAN|SEARCH) (\w+)(?: USING (?:COVERING )?(?:INDEX (\w+)|INTEGER PRIMARY KEY|PRIMARY KEY))?(?: \((.*)\))?",
    )
    .unwrap();
    let has_limit = Regex::new(r"\blimit\b").unwrap().is_match(sql);
    for step in plan {
        let Some(found) = line.captures(&step.line) else { continue };
        let table = table(sql, &found[2], tables);
        let Some(table) = table.filter(|table| !SMALL.contains(&table.as_str())) else { continue };
        if step.line.contains("AUTOMATIC") {
            return Some(format!("an index of {table} is made for the occasion: {}", step.line));
        }
        let index = found.get(3).map(|index| index.as_str());
        let columns = found.get(4).map_or(0, |terms| terms.as_str().matches("=?").count());
        // Read in order and stopped by its limit, an index costs what it answers; so does a
        // range whose every row is deleted.
        let sorts = plan.iter().any(|one| {
            one.under == step.under && one.line.starts_with("USE TEMP B-TREE FOR ORDER")
        });
        let is_emptied = &found[1] == "SEARCH" && sql.starts_with("delete");
        // Without an index it is read in the order of its key, when an order is asked for.
        let is_ordered = index.is_some() || sql.contains("order by");
        if is_ordered && ((has_limit && !sorts) || is_emptied) {
            continue;
        }
        let count = match (&found[1], index.and_then(|index| rows.get(index))) {
            ("SCAN", _) => f64::INFINITY,
            // A whole key.
            (_, None) => 1.0,
            (_, Some(stat)) => stat.get(columns).copied().unwrap_or(1.0),
        };
        if count > MOST_ROWS {
            return Some(format!("{count} rows of {table} are read: {}", step.line));
        }
    }
    None
}

/// The table that a name of a plan stands for: itself, or what the statement calls so.
fn table(sql: &str, name: &str, tables: &BTreeMap<String, Vec<(String, Shape)>>) -> Option<String> {
    if tables.contains_key(name) {
        return Some(name.to_owned());
    }
    let called = Regex::new(r"(?:from|join|into|update) (\w+) (?:as )?(\w+)").unwrap();
    let mut found = called.captures_iter(sql).filter(|one| &one[2] == name);
    found.find(|one| tables.contains_key(&one[1])).map(|one| one[1].to_owned())
}
