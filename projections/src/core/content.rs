//! Reading back the words that events point to.

use std::collections::HashSet;

use domain::core::ids::{ContentId, NoteId, PersonId};
use migrations::{Cells, Db, DbError, Tx, values};

/// The tables of projections whose rows hold words of the content table.
pub const COPIES: [&str; 2] = ["p_search", "p_cemetery"];

/// Words someone wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    pub title: String,
    /// Markdown.
    pub body: String,
    /// Why it was changed, in the words of whoever changed it; often empty.
    pub summary: String,
}

const FIND: &str = "select title, body, summary from content where content_id = $1";

/// The words of `id`; empty ones once they are erased.
pub async fn find(db: &Db, id: &ContentId) -> Result<Content, DbError> {
    Ok(db.row(FIND, values![id.as_str()]).await?.map(|row| read(&row)).unwrap_or_default())
}

/// The same, for a projection that is learning.
pub(crate) async fn find_in(tx: &mut Tx, id: &ContentId) -> Result<Content, DbError> {
    Ok(tx.row(FIND, values![id.as_str()]).await?.map(|row| read(&row)).unwrap_or_default())
}

/// The words of a row that holds these three alone.
pub(crate) fn read(row: &migrations::Row) -> Content {
    let cells = row.cells();
    Content { title: cells.text(), body: cells.text(), summary: cells.text() }
}

/// What someone was writing and has not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// The title so far.
    pub title: String,
    /// The body so far.
    pub body: String,
    /// The revision they began from.
    pub base: i64,
    /// When it was last kept, in microseconds.
    pub saved_at: i64,
}

impl Unsaved {
    fn read(cells: &Cells<'_>) -> Self {
        Self { title: cells.text(), body: cells.text(), base: cells.int(), saved_at: cells.int() }
    }
}

/// What `person` was writing in `note`, if they left without saving.
pub async fn unsaved(db: &Db, note: &str, person: &str) -> Result<Option<Unsaved>, DbError> {
    let sql = "select title, body, base, saved_at from drafts where note = $1 and person = $2";
    let row = db.row(sql, values![note, person]).await?;
    Ok(row.map(|row| Unsaved::read(&row.cells())))
}

/// The notes that `person` is changing and has not saved, the last one first.
pub async fn unsaved_of(db: &Db, person: &PersonId, limit: i64) -> Result<Vec<NoteId>, DbError> {
    let sql = "select note from drafts where person = $1 order by saved_at desc, note limit $2";
    let rows = db.rows(sql, values![person.as_str(), limit]).await?;
    rows.iter().map(|row| row.cells().parsed()).collect()
}

/// Every text that was ever sent about `note`: its row, the revision it is (if it is one),
/// its words.
pub async fn about(
    db: &Db,
    note: &NoteId,
) -> Result<Vec<(ContentId, Option<i64>, Content)>, DbError> {
    // Texts older than the column `note` are found by what points to them.
    let sql = "select c.content_id, h.revision, c.title, c.body, c.summary
        from (select content_id from content where note = $1
              union select content_id from p_history where note = $1
              union select name_id from p_history where note = $1
              union select offer_id from p_history where note = $1
              union select content_id from p_thanks where note = $1
              union select content_id from p_review where note = $1
              union select content_id from p_hiding_answer where note = $1) k
        join content c on c.content_id = k.content_id
        left join p_history h on h.note = $1 and h.content_id = k.content_id
        order by h.revision, c.content_id";
    let rows = db.rows(sql, values![note.as_str()]).await?;
    let read = |row: &migrations::Row| {
        let cells = row.cells();
        let (id, revision) = (cells.parsed()?, cells.maybe_int());
        let words = Content { title: cells.text(), body: cells.text(), summary: cells.text() };
        Ok((id, revision, words))
    };
    rows.iter().map(read).collect()
}

/// Which of the texts about `note` answer it: words of thanks, and of the last look it was given.
/// They are of those who gave them.
pub async fn answers_about(db: &Db, note: &NoteId) -> Result<HashSet<ContentId>, DbError> {
    let sql = "select content_id from p_thanks where note = $1 and content_id is not null
        union select content_id from p_review where note = $1 and content_id is not null";
    let rows = db.rows(sql, values![note.as_str()]).await?;
    rows.iter().map(|row| row.cells().parsed()).collect()
}

/// What everybody was writing in `note` and has not saved: whose, and what.
pub async fn all_unsaved(db: &Db, note: &NoteId) -> Result<Vec<(String, Unsaved)>, DbError> {
    let sql = "select person, title, body, base, saved_at from drafts where note = $1";
    let rows = db.rows(sql, values![note.as_str()]).await?;
    let read = |row: &migrations::Row| {
        let cells = row.cells();
        (cells.text(), Unsaved::read(&cells))
    };
    Ok(rows.iter().map(read).collect())
}
