//! Texts kept aside: they met another one, and wait for their writer.

use async_trait::async_trait;
use domain::core::ids::{ContentId, NoteId, PersonId, VariantId};
use domain::notes::note::Event;
use migrations::{Db, DbError, Row, Tx, values};

use crate::core::declare::{About, projection};
use crate::notes::note::visible_to;
use crate::{Projection, Recorded};

/// A text kept aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The note it is of.
    pub note: NoteId,
    pub variant: VariantId,
    /// Whoever wrote it; nobody else reads it.
    pub by: PersonId,
    /// The revision it was written from.
    pub base: i64,
    /// The row of its words.
    pub content: ContentId,
    /// When it was kept aside, in microseconds.
    pub at: i64,
    /// Whether its writer said what becomes of it.
    pub settled: bool,
}

const SELECT: &str =
    "select note, variant, by_person, base, content_id, at, settled from p_variant";

fn read(row: &Row) -> Result<Variant, DbError> {
    let cells = row.cells();
    Ok(Variant {
        note: cells.parsed()?,
        variant: cells.parsed()?,
        by: cells.parsed()?,
        base: cells.int(),
        content: cells.parsed()?,
        at: cells.int(),
        settled: cells.yes(),
    })
}

/// One text kept aside by `person`, settled or not.
pub async fn find(
    db: &Db,
    note: &NoteId,
    variant: &VariantId,
    person: &PersonId,
) -> Result<Option<Variant>, DbError> {
    let sql = format!("{SELECT} where note = $1 and variant = $2 and by_person = $3");
    let row = db.row(&sql, values![note.as_str(), variant.as_str(), person.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// What `person` has aside of `note` and has not settled, the newest first.
pub async fn waiting_on(db: &Db, note: &NoteId, person: &str) -> Result<Vec<Variant>, DbError> {
    let sql = format!(
        "{SELECT} where note = $1 and by_person = $2 and settled = 0 order by at desc, variant"
    );
    db.rows(&sql, values![note.as_str(), person]).await?.iter().map(read).collect()
}

/// What `person` has aside and has not settled, the newest first, at most `limit`.
pub async fn waiting(db: &Db, person: &str, limit: i64) -> Result<Vec<Variant>, DbError> {
    let sql =
        format!("{SELECT} where by_person = $1 and settled = 0 order by at desc, variant limit $2");
    db.rows(&sql, values![person, limit]).await?.iter().map(read).collect()
}

/// Whether `person` has any aside that is not settled, of a note they may still read.
pub async fn any_waiting(db: &Db, person: &PersonId) -> Result<bool, DbError> {
    let sql = concat!(
        "select 1 from p_variant v join p_note n on n.note = v.note
         where v.by_person = $1 and v.settled = 0 and ",
        visible_to!(),
        " limit 1"
    );
    Ok(db.row(sql, values![person.as_str()]).await?.is_some())
}

projection! {
    /// The projection of texts kept aside.
    pub struct Variants = "variant" version 1;
    tables ["p_variant"] in "variant.sql";
    hears Heard { Note }
}

#[async_trait]
impl Projection for Variants {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (Heard::Note(event), recorded) in Heard::of(batch) {
            match event {
                Event::VariantParked { note, variant, by, base, against, content } => {
                    let sql = "insert into p_variant
                        (note, variant, by_person, base, against, content_id, at, settled)
                        values ($1, $2, $3, $4, $5, $6, $7, 0)";
                    let (note, variant, by) = (note.as_str(), variant.as_str(), by.as_str());
                    let content = content.id.as_str();
                    let values = values![note, variant, by, *base, *against, content, recorded.at];
                    tx.exec(sql, values).await?;
                }
                Event::VariantSettled { note, variant, .. } => {
                    let sql = "update p_variant set settled = 1
                        where note = $1 and variant = $2";
                    tx.exec(sql, values![note.as_str(), variant.as_str()]).await?;
                }
                Event::Drafted { .. }
                | Event::Revised { .. }
                | Event::Published { .. }
                | Event::Withdrawn { .. }
                | Event::SuggestionMade { .. }
                | Event::SuggestionAccepted { .. }
                | Event::SuggestionDeclined { .. }
                | Event::RevisionNamed { .. }
                | Event::RevisionUnnamed { .. }
                | Event::RevisionHidden { .. }
                | Event::RevisionShown { .. }
                | Event::Shared { .. }
                | Event::Unshared { .. }
                | Event::Opened { .. }
                | Event::Closed { .. }
                | Event::Described { .. }
                | Event::AuthorshipAsked { .. }
                | Event::AuthorshipDeclined { .. }
                | Event::PassageErased { .. }
                | Event::PassageRestored { .. }
                | Event::AuthorJoined { .. }
                | Event::AuthorLeft { .. } => {}
            }
        }
        Ok(())
    }
}
