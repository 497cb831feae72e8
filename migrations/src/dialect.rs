//! The few words in which the two engines differ, written as tokens in our SQL.
//!
//! | token        | PostgreSQL              | SQLite          |
//! |--------------|-------------------------|-----------------|
//! | `$1`         | `$1`                    | `?1`            |
//! | `{i64}`      | `BIGINT`                | `INTEGER`       |
//! | `{json}`     | `JSON`                  | `TEXT`          |
//! | `{blob}`     | `BYTEA`                 | `BLOB`          |
//! | `{strict}`   | nothing                 | `STRICT`        |
//! | `{as_json}`  | `::json`                | nothing         |
//! | `{skip}`     | `for update skip locked`| nothing         |
//! | `{lock}`     | `for update`            | nothing         |
//! | `{rows}`     | `select … from unnest(…)` | `values (…)`  |
//! | `{keys}`     | `unnest(…) as k(c0, …)` | `(select … as c0, …) as k` |

use std::borrow::Cow;

use crate::value::Kind;

/// `sql` as PostgreSQL wants it.
pub fn postgres(sql: &str) -> Cow<'_, str> {
    if !sql.contains('{') {
        return Cow::Borrowed(sql);
    }
    Cow::Owned(
        sql.replace("{i64}", "BIGINT")
            .replace("{json}", "JSON")
            .replace("{blob}", "BYTEA")
            .replace("{strict}", "")
            .replace("{as_json}", "::json")
            .replace("{skip}", "for update skip locked")
            .replace("{lock}", "for update"),
    )
}

/// `sql` as SQLite wants it.
pub fn sqlite(sql: &str) -> String {
    let sql = sql
        .replace("{i64}", "INTEGER")
        .replace("{json}", "TEXT")
        .replace("{blob}", "BLOB")
        .replace("{strict}", "STRICT")
        .replace("{as_json}", "")
        .replace("{skip}", "")
        .replace("{lock}", "");
    let mut text = String::with_capacity(sql.len());
    let mut rest = sql.chars().peekable();
    while let Some(sign) = rest.next() {
        let is_place = sign == '$' && rest.peek().is_some_and(char::is_ascii_digit);
        text.push(if is_place { '?' } else { sign });
    }
    text
}

/// What `{rows}` stands for on PostgreSQL: one array a column, one plan for any size.
pub fn postgres_rows(kinds: &[Kind]) -> String {
    let columns = kinds.iter().enumerate().map(|(at, kind)| match kind {
        Kind::Json => format!("r.c{at}::json"),
        Kind::Int | Kind::Text => format!("r.c{at}"),
    });
    let arrays = kinds.iter().enumerate().map(|(at, kind)| match kind {
        Kind::Int => format!("${}::bigint[]", at + 1),
        Kind::Text | Kind::Json => format!("${}::text[]", at + 1),
    });
    let names = (0..kinds.len()).map(|at| format!("c{at}"));
    format!(
        "select {} from unnest({}) as r({})",
        columns.collect::<Vec<_>>().join(", "),
        arrays.collect::<Vec<_>>().join(", "),
        names.collect::<Vec<_>>().join(", "),
    )
}

/// What `{keys}` stands for on PostgreSQL: a table `k (c0, c1, …)` of what is asked.
pub fn postgres_keys(kinds: &[Kind]) -> String {
    let arrays = kinds.iter().enumerate().map(|(at, kind)| match kind {
        Kind::Int => format!("${}::bigint[]", at + 1),
        Kind::Text | Kind::Json => format!("${}::text[]", at + 1),
    });
    let names = (0..kinds.len()).map(|at| format!("c{at}"));
    format!(
        "unnest({}) as k({})",
        arrays.collect::<Vec<_>>().join(", "),
        names.collect::<Vec<_>>().join(", "),
    )
}

/// What `{keys}` stands for on SQLite: one row of that table, asked again for each.
pub fn sqlite_keys(kinds: &[Kind]) -> String {
    let places = (0..kinds.len()).map(|at| format!("?{} as c{at}", at + 1));
    format!("(select {}) as k", places.collect::<Vec<_>>().join(", "))
}

/// What `{rows}` stands for on SQLite: one row, repeated for each.
pub fn sqlite_rows(kinds: &[Kind]) -> String {
    let places = (1..=kinds.len()).map(|at| format!("?{at}"));
    format!("values ({})", places.collect::<Vec<_>>().join(", "))
}
