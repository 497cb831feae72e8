use std::collections::BTreeSet;

use app::exchange::personal::{OTHERS, PERSONAL};

use crate::both;
use crate::world::World;

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
}
