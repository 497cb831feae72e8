//! The numbered files of `migrations/sql`, applied once each, in order.
//!
//! Three rules: a file that has been released is never edited, only added to by
//! a later one; one text serves both engines; no projection has a table here.

use crate::{Db, DbError, Tx, values};

/// One step of the schema.
struct Migration {
    number: i64,
    name: &'static str,
    sql: &'static str,
    postgres_only: &'static str,
}

/// The commons itself: log, content, identities.
const COMMONS: &[Migration] = &[
    Migration {
        number: 1,
        name: "event_store",
        sql: include_str!("../sql/0001_event_store.sql"),
        postgres_only: include_str!("../sql/0001_event_store.postgres.sql"),
    },
    Migration {
        number: 2,
        name: "content",
        sql: include_str!("../sql/0002_content.sql"),
        postgres_only: "",
    },
    Migration {
        number: 3,
        name: "identities",
        sql: include_str!("../sql/0003_identities.sql"),
        postgres_only: "",
    },
    Migration {
        number: 4,
        name: "engine",
        sql: include_str!("../sql/0004_engine.sql"),
        postgres_only: "",
    },
    Migration {
        number: 5,
        name: "content_note",
        sql: include_str!("../sql/0005_content_note.sql"),
        postgres_only: "",
    },
    Migration {
        number: 6,
        name: "workshop",
        sql: include_str!("../sql/0006_workshop.sql"),
        postgres_only: "",
    },
    Migration {
        number: 7,
        name: "own_photo",
        sql: include_str!("../sql/0007_own_photo.sql"),
        postgres_only: "",
    },
    Migration {
        number: 8,
        name: "trust",
        sql: include_str!("../sql/0008_trust.sql"),
        postgres_only: "",
    },
    Migration {
        number: 9,
        name: "letters",
        sql: include_str!("../sql/0009_letters.sql"),
        postgres_only: "",
    },
    Migration {
        number: 10,
        name: "streams_set_aside",
        sql: include_str!("../sql/0010_streams_set_aside.sql"),
        postgres_only: "",
    },
    Migration {
        number: 11,
        name: "indexes",
        sql: include_str!("../sql/0011_indexes.sql"),
        postgres_only: "",
    },
    Migration {
        number: 12,
        name: "leaving",
        sql: include_str!("../sql/0012_leaving.sql"),
        postgres_only: include_str!("../sql/0012_leaving.postgres.sql"),
    },
    Migration {
        number: 13,
        name: "mailed_codes",
        sql: include_str!("../sql/0013_mailed_codes.sql"),
        postgres_only: "",
    },
    Migration {
        number: 14,
        name: "note_invitations",
        sql: include_str!("../sql/0014_note_invitations.sql"),
        postgres_only: "",
    },
    Migration {
        number: 15,
        name: "note_readers",
        sql: include_str!("../sql/0015_note_readers.sql"),
        postgres_only: "",
    },
    Migration {
        number: 16,
        name: "people",
        sql: include_str!("../sql/0016_people.sql"),
        postgres_only: "",
    },
    Migration {
        number: 17,
        name: "communities",
        sql: include_str!("../sql/0017_communities.sql"),
        postgres_only: "",
    },
    Migration {
        number: 18,
        name: "community_visits",
        sql: include_str!("../sql/0018_community_visits.sql"),
        postgres_only: "",
    },
    Migration {
        number: 19,
        name: "files",
        sql: include_str!("../sql/0019_files.sql"),
        postgres_only: "",
    },
];

/// The keys of people, in a database of their own.
const KEYS: &[Migration] = &[
    Migration {
        number: 1,
        name: "keys",
        sql: include_str!("../sql/keys_0001.sql"),
        postgres_only: "",
    },
    Migration {
        number: 2,
        name: "erasures",
        sql: include_str!("../sql/keys_0002.sql"),
        postgres_only: "",
    },
];

/// Which of our two databases is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// The log, the content, the identities.
    Commons,
    /// The keys of people.
    Keys,
}

/// Brings `db` to the schema this program knows. Safe to run again, and safe
/// when two nodes start at once: the second waits for the first.
///
/// # Errors
/// [`DbError::Newer`] when a later program has been here already.
pub async fn migrate(db: &Db, schema: Schema, now: i64) -> Result<(), DbError> {
    let (table, migrations) = of(schema);
    prepare(db, table).await?;
    loop {
        let mut tx = db.begin().await?;
        // Row 0 is the lock: whoever updates it migrates, the others wait here.
        tx.exec(&format!("update {table} set applied_at = $1 where number = 0"), values![now])
            .await?;
        let found = applied(&mut tx, table).await?;
        let known = i64::try_from(migrations.len()).expect("few migrations");
        if found > known {
            return Err(DbError::Newer { found, known });
        }
        let Some(next) = migrations.iter().find(|migration| migration.number > found) else {
            return Ok(());
        };
        tx.batch(next.sql).await?;
        if db.is_postgres() && !next.postgres_only.is_empty() {
            tx.batch(next.postgres_only).await?;
        }
        tx.exec(
            &format!("insert into {table} (number, name, applied_at) values ($1, $2, $3)"),
            values![next.number, next.name, now],
        )
        .await?;
        tx.commit().await?;
    }
}

/// Whether this program may read `db`, without changing anything in it.
///
/// # Errors
/// [`DbError::Newer`] when a later program has been there.
pub async fn refuse_newer(db: &Db, schema: Schema) -> Result<(), DbError> {
    let (table, migrations) = of(schema);
    let row = db.row(&format!("select max(number) from {table}"), &[]).await?;
    let found = row.map_or(0, |row| row.cells().int());
    let known = i64::try_from(migrations.len()).expect("few migrations");
    if found > known { Err(DbError::Newer { found, known }) } else { Ok(()) }
}

fn of(schema: Schema) -> (&'static str, &'static [Migration]) {
    match schema {
        Schema::Commons => ("schema_migrations", COMMONS),
        Schema::Keys => ("schema_migrations_keys", KEYS),
    }
}

async fn prepare(db: &Db, table: &str) -> Result<(), DbError> {
    let make = format!(
        "create table if not exists {table} (
             number {{i64}} not null primary key, name text not null, applied_at {{i64}} not null
         ) {{strict}}"
    );
    let lock = format!(
        "insert into {table} (number, name, applied_at) values (0, 'lock', 0)
         on conflict (number) do nothing"
    );
    // Two nodes that create the same table at once: one of them is answered that the
    // name is taken, and finds the table on its second try.
    if db.exec(&make, &[]).await.is_err() {
        db.exec(&make, &[]).await?;
    }
    db.exec(&lock, &[]).await?;
    Ok(())
}

async fn applied(tx: &mut Tx, table: &str) -> Result<i64, DbError> {
    let row = tx.row(&format!("select max(number) from {table}"), &[]).await?;
    Ok(row.map_or(0, |row| row.cells().int()))
}
