//! The revisions of a note: who, when, why, how many words.

use async_trait::async_trait;
use domain::fact::Fact;
use domain::ids::{ContentId, NoteId, PersonId};
use domain::note::{Event, RevisionKind};
use migrations::value::Kind;
use migrations::{Db, DbError, Row, Tx, values};

use crate::{Projection, Recorded};

/// One revision, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its number in the note, from 1.
    pub revision: i64,
    /// Whoever made it.
    pub by: PersonId,
    /// The name they go by; empty once erased.
    pub by_name: String,
    /// The row of its words.
    pub content: ContentId,
    /// Why, in their words; often empty.
    pub summary: String,
    /// The revision it put back, if it is a restoration.
    pub restores: Option<i64>,
    /// Words put in.
    pub added: i64,
    /// Words taken out.
    pub removed: i64,
    /// When, in microseconds.
    pub at: i64,
}

macro_rules! select_revision {
    ($rest:literal) => {
        concat!(
            "select h.revision, h.by_person, coalesce(p.name, ''), h.content_id, c.summary,
                    h.restores, h.added, h.removed, h.at
             from p_history_v1 h
             join content c on c.content_id = h.content_id
             left join people p on p.person = h.by_person ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Revision, DbError> {
    Ok(Revision {
        revision: row.int(0),
        by: row.parsed(1)?,
        by_name: row.text(2),
        content: row.parsed(3)?,
        summary: row.text(4),
        restores: row.maybe_int(5),
        added: row.int(6),
        removed: row.int(7),
        at: row.int(8),
    })
}

/// Revisions from number `from` (what was private before stays private) and
/// below `before`, the newest first.
pub async fn page(
    db: &Db,
    note: &NoteId,
    from: i64,
    before: i64,
    limit: i64,
) -> Result<Vec<Revision>, DbError> {
    let sql = select_revision!(
        "where h.note = $1 and h.revision >= $2 and h.revision < $3
         order by h.revision desc limit $4"
    );
    let rows = db.rows(sql, values![note.as_str(), from, before, limit]).await?;
    rows.iter().map(read).collect()
}

/// One revision.
pub async fn find(db: &Db, note: &NoteId, revision: i64) -> Result<Option<Revision>, DbError> {
    let sql = select_revision!("where h.note = $1 and h.revision = $2");
    let row = db.row(sql, values![note.as_str(), revision]).await?;
    row.as_ref().map(read).transpose()
}

/// The history projection.
pub struct History;

const INSERT: &str = "insert into p_history_v1
    (note, revision, by_person, content_id, restores, added, removed, at) {rows}";

const COLUMNS: [Kind; 8] =
    [Kind::Text, Kind::Int, Kind::Text, Kind::Text, Kind::Int, Kind::Int, Kind::Int, Kind::Int];

#[async_trait]
impl Projection for History {
    fn name(&self) -> &'static str {
        "history"
    }

    fn version(&self) -> i64 {
        1
    }

    fn schema(&self) -> &'static str {
        include_str!("history.sql")
    }

    fn tables(&self) -> &'static [&'static str] {
        &["p_history_v1"]
    }

    fn learns_from(&self) -> &'static [&'static str] {
        &["note"]
    }

    async fn tell(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut rows = Vec::new();
        for recorded in batch {
            let Fact::Note(event) = &recorded.fact else { continue };
            let (note, revision, by, content, restores, added, removed) = match event {
                Event::Drafted { note, by, content, .. } => {
                    (note, 1, by, content, None, content.words, 0)
                }
                Event::Revised { note, by, revision, content, kind, change, .. } => {
                    let restores = match kind {
                        RevisionKind::Edit => None,
                        RevisionKind::Restore { of } => Some(*of),
                    };
                    (note, *revision, by, content, restores, change.added, change.removed)
                }
                // The text did not change.
                Event::Published { .. } | Event::Withdrawn { .. } => continue,
            };
            rows.push(vec![
                note.as_str().into(),
                revision.into(),
                by.as_str().into(),
                content.id.as_str().into(),
                restores.into(),
                i64::from(added).into(),
                i64::from(removed).into(),
                recorded.at.into(),
            ]);
        }
        tx.many(INSERT, &COLUMNS, rows).await
    }
}
