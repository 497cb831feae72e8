//! The last revision each reader read, under a pseudonym good for one note: only the
//! reader, who holds its key, can ask for it.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::core::ids::{NoteId, ReaderId};
use domain::notes::reading::Event;
use migrations::value::Kind;
use migrations::{Db, DbError, Tx, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// The last revision `reader` read, and when; `None` when they never did.
pub async fn last(
    db: &Db,
    note: &NoteId,
    reader: &ReaderId,
) -> Result<Option<(i64, i64)>, DbError> {
    let sql = "select revision, at from p_seen where note = $1 and reader = $2";
    let row = db.row(sql, values![note.as_str(), reader.as_str()]).await?;
    Ok(row.map(|row| {
        let cells = row.cells();
        (cells.int(), cells.int())
    }))
}

/// Which of these readers, each of one note, ever read it: the note, the last revision and when.
pub async fn of_pairs(
    db: &Db,
    pairs: &[(NoteId, ReaderId)],
) -> Result<Vec<(NoteId, i64, i64)>, DbError> {
    let sql = "select k.c0, s.revision, s.at
        from {keys} join p_seen s on s.note = k.c0 and s.reader = k.c1";
    let keys =
        pairs.iter().map(|(note, reader)| vec![note.as_str().into(), reader.as_str().into()]);
    let rows = db.each(sql, &[Kind::Text, Kind::Text], keys.collect()).await?;
    rows.iter()
        .map(|row| {
            let cells = row.cells();
            Ok((cells.parsed()?, cells.int(), cells.int()))
        })
        .collect()
}

const UPSERT: &str = "insert into p_seen (note, reader, revision, at) {rows}
    on conflict (note, reader) do update set at = excluded.at,
        revision = case when excluded.revision > p_seen.revision
            then excluded.revision else p_seen.revision end";

projection! {
    /// The projection of last readings.
    pub struct Seen = "seen" version 1;
    tables ["p_seen"] in "last_read.sql";
    hears Heard { Reading }
}

#[async_trait]
impl Projection for Seen {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut last = BTreeMap::new();
        for (Heard::Reading(event), recorded) in Heard::of(batch) {
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
