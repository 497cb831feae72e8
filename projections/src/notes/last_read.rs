//! The last revision each reader read, under a pseudonym good for one note: only the
//! reader, who holds its key, can ask for it.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::core::ids::{NoteId, ReaderId};
use domain::core::registry::Fact;
use domain::notes::reading::Event;
use migrations::value::Kind;
use migrations::{Db, DbError, Tx, values};

use crate::{Projection, Recorded};

/// The last revision `reader` read, and when; `None` when they never did.
pub async fn last(
    db: &Db,
    note: &NoteId,
    reader: &ReaderId,
) -> Result<Option<(i64, i64)>, DbError> {
    let sql = "select revision, at from p_seen_v1 where note = $1 and reader = $2";
    let row = db.row(sql, values![note.as_str(), reader.as_str()]).await?;
    Ok(row.map(|row| (row.int(0), row.int(1))))
}

/// The projection of last readings.
pub struct Seen;

const UPSERT: &str = "insert into p_seen_v1 (note, reader, revision, at) {rows}
    on conflict (note, reader) do update set at = excluded.at,
        revision = case when excluded.revision > p_seen_v1.revision
            then excluded.revision else p_seen_v1.revision end";

#[async_trait]
impl Projection for Seen {
    fn name(&self) -> &'static str {
        "seen"
    }

    fn version(&self) -> i64 {
        1
    }

    fn schema(&self) -> &'static str {
        include_str!("last_read.sql")
    }

    fn tables(&self) -> &'static [&'static str] {
        &["p_seen_v1"]
    }

    fn subscribes_to(&self) -> &'static [&'static str] {
        &["reading"]
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut last = BTreeMap::new();
        for recorded in batch {
            let Fact::Reading(event) = &recorded.fact else { continue };
            match event {
                // Older readings do not say what was read.
                Event::Opened { note, reader, revision: Some(revision), .. }
                | Event::RevisionSeen { note, reader, revision } => {
                    let seen = last.entry((note.as_str(), reader.as_str())).or_insert((0, 0));
                    // A window left open since morning reports an older revision.
                    *seen = (seen.0.max(*revision), recorded.at);
                }
                Event::Opened { revision: None, .. }
                | Event::Liked { .. }
                | Event::Unliked { .. } => {}
            }
        }
        let rows = last.into_iter().map(|((note, reader), (revision, at))| {
            vec![note.into(), reader.into(), revision.into(), at.into()]
        });
        tx.many(UPSERT, &[Kind::Text, Kind::Text, Kind::Int, Kind::Int], rows.collect()).await
    }
}
