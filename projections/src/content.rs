//! Reading back the words that events point to.

use domain::ids::ContentId;
use migrations::{Db, DbError, Tx, values};

/// Words someone wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// One line.
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

fn read(row: &migrations::Row) -> Content {
    Content { title: row.text(0), body: row.text(1), summary: row.text(2) }
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

/// What `person` was writing in `note`, if they left without saving.
pub async fn unsaved(db: &Db, note: &str, person: &str) -> Result<Option<Unsaved>, DbError> {
    let sql = "select title, body, base, saved_at from drafts where note = $1 and person = $2";
    let row = db.row(sql, values![note, person]).await?;
    Ok(row.map(|row| Unsaved {
        title: row.text(0),
        body: row.text(1),
        base: row.int(2),
        saved_at: row.int(3),
    }))
}
