use std::collections::BTreeSet;

use app::exchange::personal::{OTHERS, PERSONAL};

use crate::both;
use crate::world::World;

/// What of a row is not given to whoever it is about: hashes of secrets, and what only the program
/// counts with.
const WITHHELD: [(&str, &str); 17] = [
    ("people", "password_hash"),
    ("people", "resume_hash"),
    ("people", "resume_turn"),
    ("sessions", "token_hash"),
    ("one_time_links", "token_hash"),
    ("one_time_links", "tries"),
    ("mailed_codes", "asked_hash"),
    ("mailed_codes", "password_hash"),
    ("mailed_codes", "code_hash"),
    ("mailed_codes", "tries"),
    ("known_devices", "device_hash"),
    ("role_links", "token_hash"),
    ("note_invitations", "token_hash"),
    ("commands", "request_hash"),
    ("commands", "position"),
    ("files", "source"),
    ("files", "leaving"),
];

/// How a letter that is not sent yet is handed from one node to another.
const HANDED: [(&str, &str); 2] = [("letters", "leased_to"), ("letters", "tries")];

both! {
    /// A new table is about people, or is said not to be: nothing passes between.
    async fn every_table_says_whether_it_holds_something_about_people(world: World) {
        let db = &world.app.db;
        let sql = if db.is_postgres() {
            "select table_name::text from information_schema.tables where table_schema = 'public'"
        } else {
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
        };
        let rows = db.rows(sql, &[]).await.unwrap();
        let tables: BTreeSet<String> = rows.iter().map(|row| row.text(0)).collect();
        let known: BTreeSet<&str> = PERSONAL
            .iter()
            .map(|of| of.table)
            .chain(OTHERS.iter().map(|(table, _)| *table))
            .collect();
        assert!(tables.len() > 20);
        for table in tables.iter().filter(|table| !table.starts_with("p_")) {
            assert!(known.contains(table.as_str()), "{table} says nothing of people");
        }
        for of in PERSONAL {
            assert!(tables.contains(of.table), "{} is not a table", of.table);
        }
    }

    /// A new column about people is given to them, or is a secret: nothing passes between.
    async fn d1_every_column_about_somebody_is_given_to_them_or_is_a_secret(world: World) {
        let db = &world.app.db;
        let mut unsaid = vec![];
        for of in PERSONAL {
            let sql = if db.is_postgres() {
                "select column_name::text from information_schema.columns where table_name = $1"
            } else {
                "select name from pragma_table_info($1)"
            };
            let rows = db.rows(sql, migrations::values![of.table]).await.unwrap();
            assert!(rows.len() > 1, "{}", of.table);
            for column in rows.iter().map(|row| row.text(0)) {
                let (table, column) = (of.table, column.as_str());
                let is_said = of.whose.contains(&column) || of.shown.contains(&column);
                if !is_said && !WITHHELD.iter().chain(&HANDED).any(|known| *known == (table, column)) {
                    unsaid.push(format!("{table}.{column}"));
                }
            }
        }
        assert!(unsaid.is_empty(), "{unsaid:?}");
    }
}
