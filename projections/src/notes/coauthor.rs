//! Who writes a note besides the first of its authors, who stands in the note itself, and who asks
//! to.

use async_trait::async_trait;
use domain::core::ids::{NoteId, PersonId};
use domain::notes::note::Event;
use migrations::{Db, DbError, Row, Tx, values};

use super::note::Note;
use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// An author of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coauthor {
    pub person: PersonId,
    /// The name they go by; empty once erased.
    pub name: String,
    /// When they joined, in microseconds.
    pub since: i64,
}

/// Those of `note`, in the order they joined.
pub async fn of_note(db: &Db, note: &NoteId) -> Result<Vec<Coauthor>, DbError> {
    let sql = "select a.person, coalesce(p.name, ''), a.since
        from p_coauthor a left join people p on p.person = a.person
        where a.note = $1 order by a.since, a.person";
    db.rows(sql, values![note.as_str()]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Coauthor, DbError> {
    let cells = row.cells();
    Ok(Coauthor { person: cells.parsed()?, name: cells.text(), since: cells.int() })
}

/// Whether `person` is one of those who write `note`, the first of them or another.
pub async fn writes(db: &Db, note: &Note, person: &PersonId) -> Result<bool, DbError> {
    // Few notes have several authors: most are asked nothing more.
    Ok(note.writer == *person || (note.others > 0 && is_one(db, &note.note, person).await?))
}

/// Whether `person` is one of them.
pub async fn is_one(db: &Db, note: &NoteId, person: &PersonId) -> Result<bool, DbError> {
    let sql = "select 1 from p_coauthor where note = $1 and person = $2";
    Ok(db.row(sql, values![note.as_str(), person.as_str()]).await?.is_some())
}

/// Those who asked to write `note` and wait, the first one first.
pub async fn asking(db: &Db, note: &NoteId) -> Result<Vec<Coauthor>, DbError> {
    let sql = "select a.person, coalesce(p.name, ''), a.since
        from p_authorship_asked a left join people p on p.person = a.person
        where a.note = $1 and a.waits = 1 order by a.since, a.person";
    db.rows(sql, values![note.as_str()]).await?.iter().map(read).collect()
}

/// Whether `person` asked to write `note`, and if so whether they wait for an answer.
pub async fn request(db: &Db, note: &NoteId, person: &PersonId) -> Result<Option<bool>, DbError> {
    let sql = "select waits from p_authorship_asked where note = $1 and person = $2";
    let row = db.row(sql, values![note.as_str(), person.as_str()]).await?;
    Ok(row.map(|row| row.cells().yes()))
}

/// The notes that `person` writes and others ask to write, with how many of them; at most `limit`.
pub async fn to_grant(
    db: &Db,
    person: &PersonId,
    limit: i64,
) -> Result<Vec<(NoteId, i64)>, DbError> {
    let sql = "select a.note, count(*) from (
            select w.note from p_note w where w.writer = $1
            union select s.note from p_coauthor s where s.person = $1) mine
        join p_authorship_asked a on a.note = mine.note and a.waits = 1
        group by a.note order by a.note limit $2";
    let rows = db.rows(sql, values![person.as_str(), limit]).await?;
    let read = |row: &Row| {
        let cells = row.cells();
        Ok((cells.parsed()?, cells.int()))
    };
    rows.iter().map(read).collect()
}

/// Whether somebody waits to be told whether they may write a note that `person` writes.
pub async fn any_to_grant(db: &Db, person: &PersonId) -> Result<bool, DbError> {
    let sql = "select 1 from (
            select w.note from p_note w where w.writer = $1
            union all select s.note from p_coauthor s where s.person = $1) mine
        join p_authorship_asked a on a.note = mine.note and a.waits = 1 limit 1";
    Ok(db.row(sql, values![person.as_str()]).await?.is_some())
}

projection! {
    /// The projection of authors who joined.
    pub struct Coauthors = "coauthor" version 2;
    tables ["p_coauthor", "p_authorship_asked"] in "coauthor.sql";
    hears Heard { Note }
}

#[async_trait]
impl Projection for Coauthors {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (Heard::Note(event), recorded) in Heard::of(batch) {
            match event {
                Event::AuthorJoined { note, person, .. } => {
                    let sql = "insert into p_coauthor (note, person, since) values ($1, $2, $3)
                        on conflict (note, person) do nothing";
                    tx.exec(sql, values![note.as_str(), person.as_str(), recorded.at]).await?;
                    let sql = "delete from p_authorship_asked where note = $1 and person = $2";
                    tx.exec(sql, values![note.as_str(), person.as_str()]).await?;
                }
                Event::AuthorshipAsked { note, person } => {
                    let sql = "insert into p_authorship_asked (note, person, since, waits)
                        values ($1, $2, $3, 1) on conflict (note, person) do nothing";
                    tx.exec(sql, values![note.as_str(), person.as_str(), recorded.at]).await?;
                }
                Event::AuthorshipDeclined { note, person, .. } => {
                    let sql = "update p_authorship_asked set waits = 0
                        where note = $1 and person = $2";
                    tx.exec(sql, values![note.as_str(), person.as_str()]).await?;
                }
                // The first of those who stay stands in the note itself.
                Event::AuthorLeft { note, person, first } => {
                    let sql = "delete from p_coauthor where note = $1 and person in ($2, $3)";
                    let values = values![note.as_str(), person.as_str(), first.as_str()];
                    tx.exec(sql, values).await?;
                }
                Event::Drafted { .. }
                | Event::Revised { .. }
                | Event::Published { .. }
                | Event::Withdrawn { .. }
                | Event::VariantParked { .. }
                | Event::VariantSettled { .. }
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
                | Event::PassageErased { .. }
                | Event::PassageRestored { .. } => {}
            }
        }
        Ok(())
    }
}
