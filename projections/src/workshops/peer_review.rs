//! Looks that were asked for: whose note waits, who has it, what they answered.

use async_trait::async_trait;
use domain::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use domain::workshops::peer_review::{Event, Look};
use migrations::{Db, DbError, Row, Tx, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// A look that was asked for, and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub note: NoteId,
    pub workshop: WorkshopId,
    pub writer: PersonId,
    /// Whether it is still asked for.
    pub asked: bool,
    /// Since when, in microseconds.
    pub asked_at: i64,
    /// Whoever has the note now.
    pub reviewer: Option<PersonId>,
    /// How the last answer begins.
    pub look: Option<Look>,
    /// The name whoever answered goes by.
    pub looker: String,
    /// The words of the last answer (title); empty when there are none.
    pub words: String,
    /// Those who gave it back: they are not given it again.
    pub returned: Vec<PersonId>,
}

macro_rules! select_review {
    ($rest:literal) => {
        concat!(
            "select r.note, r.workshop, r.writer, r.asked, r.asked_at, r.reviewer, r.look,
                    coalesce(p.name, ''), coalesce(c.title, ''), r.returned
             from p_review r
             left join people p on p.person = r.looker
             left join content c on c.content_id = r.content_id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Review, DbError> {
    let cells = row.cells();
    Ok(Review {
        note: cells.parsed()?,
        workshop: cells.parsed()?,
        writer: cells.parsed()?,
        asked: cells.yes(),
        asked_at: cells.int(),
        reviewer: cells.maybe(),
        look: cells.maybe(),
        looker: cells.text(),
        words: cells.text(),
        returned: cells.text().split_whitespace().filter_map(|id| id.parse().ok()).collect(),
    })
}

/// What was asked about `note`, if anything ever was.
pub async fn find(db: &Db, note: &NoteId) -> Result<Option<Review>, DbError> {
    let row = db.row(select_review!("where r.note = $1"), values![note.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// The notes that `reviewer` has to look at, or that wait for somebody else than their
/// authors to, while whoever asked is one of them; the one they have first, then those that wait longest.
pub async fn waiting(
    db: &Db,
    workshop: &WorkshopId,
    reviewer: &PersonId,
) -> Result<Vec<Review>, DbError> {
    let sql = select_review!(
        "where r.workshop = $1 and r.asked = 1 and r.writer <> $2
           and (r.reviewer is null or r.reviewer = $2)
           and exists (select 1 from p_note n where n.note = r.note and (n.writer = r.writer
               or exists (select 1 from p_coauthor a where a.note = n.note and a.person = r.writer)))
           and not exists (select 1 from p_coauthor o where o.note = r.note and o.person = $2)
         order by case when r.reviewer = $2 then 0 else 1 end, r.asked_at, r.note"
    );
    let rows = db.rows(sql, values![workshop.as_str(), reviewer.as_str()]).await?;
    let mut reviews: Vec<Review> = rows.iter().map(read).collect::<Result<_, _>>()?;
    reviews.retain(|it| !it.returned.contains(reviewer));
    Ok(reviews)
}

/// The notes of `workshop` that `person` was ever given to look at, the first one first.
pub async fn taken(
    db: &Db,
    workshop: &WorkshopId,
    person: &PersonId,
) -> Result<Vec<NoteId>, DbError> {
    let sql = "select note from p_review_taken where workshop = $1 and person = $2
        order by position, note";
    let rows = db.rows(sql, values![workshop.as_str(), person.as_str()]).await?;
    rows.iter().map(|row| row.cells().parsed()).collect()
}

projection! {
    /// The looks projection.
    pub struct Reviews = "review" version 2;
    tables ["p_review", "p_review_taken"] in "peer_review.sql";
    hears Heard { Review }
}

#[async_trait]
impl Projection for Reviews {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (Heard::Review(event), recorded) in Heard::of(batch) {
            apply(tx, event, recorded).await?;
        }
        Ok(())
    }
}

async fn apply(tx: &mut Tx, event: &Event, recorded: &Recorded) -> Result<(), DbError> {
    let position = recorded.position;
    match event {
        Event::Asked { workshop, note, by } => {
            let sql = "insert into p_review (note, workshop, writer, asked, asked_at, reviewer,
                    look, looker, content_id, returned, position)
                values ($1, $2, $3, 1, $4, null, null, null, null, '', $5)
                on conflict (note) do update set asked = 1, asked_at = excluded.asked_at,
                    reviewer = null, position = excluded.position";
            let values =
                values![note.as_str(), workshop.as_str(), by.as_str(), recorded.at, position];
            tx.exec(sql, values).await?;
        }
        Event::Paired { note, reviewer } => {
            let sql = "update p_review set reviewer = $2, position = $3 where note = $1";
            tx.exec(sql, values![note.as_str(), reviewer.as_str(), position]).await?;
            let sql = "insert into p_review_taken (workshop, person, note, position)
                select r.workshop, $2, r.note, $3 from p_review r where r.note = $1
                on conflict (workshop, person, note) do nothing";
            tx.exec(sql, values![note.as_str(), reviewer.as_str(), position]).await?;
        }
        Event::Given { note, by, look, content } => {
            let sql = "update p_review set asked = 0, reviewer = null, look = $2, looker = $3,
                content_id = $4, position = $5 where note = $1";
            let content = content.as_ref().map(|content: &ContentId| content.as_str().to_owned());
            let values = values![note.as_str(), look.word(), by.as_str(), content, position];
            tx.exec(sql, values).await?;
        }
        Event::Withdrawn { note, .. } => {
            let sql = "update p_review set asked = 0, reviewer = null, position = $2
                where note = $1";
            tx.exec(sql, values![note.as_str(), position]).await?;
        }
        Event::Returned { note, by } => {
            let sql = "update p_review set reviewer = null, returned = returned || ' ' || $3,
                position = $2 where note = $1";
            tx.exec(sql, values![note.as_str(), position, by.as_str()]).await?;
        }
    }
    Ok(())
}
