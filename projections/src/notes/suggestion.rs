//! Texts proposed to those who may change a note.

use async_trait::async_trait;
use domain::core::ids::{ContentId, NoteId, PersonId, SuggestionId};
use domain::notes::note::Event;
use migrations::{Db, DbError, Row, Tx, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// A text proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub suggestion: SuggestionId,
    /// Whoever proposed it, if they are known.
    pub by: Option<PersonId>,
    /// The name they go by; empty when they are not known, or erased.
    pub by_name: String,
    /// The revision it was written from.
    pub base: i64,
    /// The row of its words.
    pub content: ContentId,
    /// When, in microseconds.
    pub at: i64,
    /// `waiting`, `accepted` or `declined`.
    pub answer: String,
}

const SELECT: &str =
    "select s.suggestion, s.by_person, coalesce(p.name, ''), s.base, s.content_id, s.at, s.answer
    from p_suggestion s left join people p on p.person = s.by_person";

fn read(row: &Row) -> Result<Suggestion, DbError> {
    let cells = row.cells();
    Ok(Suggestion {
        suggestion: cells.parsed()?,
        by: cells.maybe(),
        by_name: cells.text(),
        base: cells.int(),
        content: cells.parsed()?,
        at: cells.int(),
        answer: cells.text(),
    })
}

/// One of them.
pub async fn find(
    db: &Db,
    note: &NoteId,
    suggestion: &SuggestionId,
) -> Result<Option<Suggestion>, DbError> {
    let sql = format!("{SELECT} where s.note = $1 and s.suggestion = $2");
    let row = db.row(&sql, values![note.as_str(), suggestion.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// How many suggestions one page lists: what each would change is read from a whole text.
pub const PAGE: i64 = 20;

/// Which suggestions of a note are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    /// Those written from this revision or a later one.
    pub from: i64,
    /// Those written from a revision whose text is hidden, too.
    pub hidden: bool,
    /// Those of this person alone.
    pub by: Option<&'w PersonId>,
}

const WAITING: &str = "s.note = $1 and s.answer = 'waiting' and s.base >= $2
    and ($3 = '' or s.by_person = $3)
    and ($4 = 1 or not exists (select 1 from p_history h
        where h.note = s.note and h.revision = s.base and h.hidden_text = 1))";

/// Those of `note` that wait for an answer, the oldest first, without their words: one page
/// of them, after the first `skipped`.
pub async fn waiting(
    db: &Db,
    note: &NoteId,
    wanted: Wanted<'_>,
    skipped: i64,
) -> Result<Vec<Suggestion>, DbError> {
    let sql =
        format!("{SELECT} where {WAITING} order by s.at, s.suggestion limit {PAGE} offset $5");
    let by = wanted.by.map_or("", PersonId::as_str);
    let values = values![note.as_str(), wanted.from, by, wanted.hidden, skipped];
    db.rows(&sql, values).await?.iter().map(read).collect()
}

/// How many of them there are.
pub async fn count(db: &Db, note: &NoteId, wanted: Wanted<'_>) -> Result<i64, DbError> {
    let sql = format!("select count(*) from p_suggestion s where {WAITING}");
    let by = wanted.by.map_or("", PersonId::as_str);
    let row = db.row(&sql, values![note.as_str(), wanted.from, by, wanted.hidden]).await?;
    Ok(row.map_or(0, |row| row.cells().int()))
}

/// Those that wait on what a person wrote, alone or with others; hidden texts wait for nobody.
const TO_ANSWER: &str = "from (select w.note from p_note w where w.writer = $1
        union select a.note from p_coauthor a where a.person = $1) n
    join p_suggestion s on s.note = n.note
    where s.answer = 'waiting'
      and not exists (select 1 from p_history h
        where h.note = s.note and h.revision = s.base and h.hidden_text = 1)";

/// The notes `person` wrote to which changes are proposed, with how many; at most `limit`.
pub async fn to_answer(
    db: &Db,
    person: &PersonId,
    limit: i64,
) -> Result<Vec<(NoteId, i64)>, DbError> {
    let sql =
        format!("select n.note, count(*) {TO_ANSWER} group by n.note order by n.note limit $2");
    let rows = db.rows(&sql, values![person.as_str(), limit]).await?;
    let read = |row: &Row| {
        let cells = row.cells();
        Ok((cells.parsed()?, cells.int()))
    };
    rows.iter().map(read).collect()
}

/// Whether any is proposed to what `person` wrote.
pub async fn any_to_answer(db: &Db, person: &PersonId) -> Result<bool, DbError> {
    let sql = format!("select 1 {TO_ANSWER} limit 1");
    Ok(db.row(&sql, values![person.as_str()]).await?.is_some())
}

projection! {
    /// The projection of suggestions.
    pub struct Suggestions = "suggestion" version 1;
    tables ["p_suggestion"] in "suggestion.sql";
    hears Heard { Note }
}

#[async_trait]
impl Projection for Suggestions {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (Heard::Note(event), recorded) in Heard::of(batch) {
            match event {
                Event::SuggestionMade { note, suggestion, by, base, content } => {
                    let sql = "insert into p_suggestion
                        (note, suggestion, by_person, base, content_id, at, answer)
                        values ($1, $2, $3, $4, $5, $6, 'waiting')";
                    let by = by.as_ref().map_or("", |by| by.as_str());
                    let (note, suggestion) = (note.as_str(), suggestion.as_str());
                    let values =
                        values![note, suggestion, by, *base, content.id.as_str(), recorded.at];
                    tx.exec(sql, values).await?;
                }
                Event::SuggestionAccepted { note, suggestion, .. } => {
                    answer(tx, note, suggestion, "accepted").await?;
                }
                Event::SuggestionDeclined { note, suggestion, .. } => {
                    answer(tx, note, suggestion, "declined").await?;
                }
                Event::Drafted { .. }
                | Event::Revised { .. }
                | Event::Published { .. }
                | Event::Withdrawn { .. }
                | Event::VariantParked { .. }
                | Event::VariantSettled { .. }
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

async fn answer(
    tx: &mut Tx,
    note: &NoteId,
    suggestion: &SuggestionId,
    answer: &str,
) -> Result<(), DbError> {
    let sql = "update p_suggestion set answer = $3 where note = $1 and suggestion = $2";
    tx.exec(sql, values![note.as_str(), suggestion.as_str(), answer]).await?;
    Ok(())
}
