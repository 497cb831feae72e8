//! Which events name somebody, in order: what they may see, take away and erase. Readings are not
//! here: their readers are pseudonyms, and nothing in the log says of whom.

use async_trait::async_trait;
use domain::core::ids::PersonId;
use domain::core::registry::Fact;
use migrations::value::Kind;
use migrations::{Db, DbError, Tx, Value, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// The events that name `person` before position `before`, the last first, at most `most`. One
/// that cannot be read any more is passed over.
pub async fn of_person(
    db: &Db,
    person: &PersonId,
    before: i64,
    most: i64,
) -> Result<Vec<Recorded>, DbError> {
    let sql = "select e.position, e.recorded_at, e.aggregate_type, e.event_type, e.event_version,
            e.payload
        from p_trace t join events e on e.position = t.position
        where t.person = $1 and t.position < $2 order by t.position desc limit $3";
    let rows = db.rows(sql, values![person.as_str(), before, most]).await?;
    let read = |row: &migrations::Row| {
        let cells = row.cells();
        let (position, at) = (cells.int(), cells.int());
        let fact = Fact::read(cells.str(), cells.str(), cells.str(), cells.str());
        Some(Recorded { position, at, fact: fact.ok().flatten()? })
    };
    Ok(rows.iter().filter_map(read).collect())
}

/// How many events name `person`.
pub async fn count(db: &Db, person: &PersonId) -> Result<i64, DbError> {
    let sql = "select count(*) from p_trace where person = $1";
    Ok(db.row(sql, values![person.as_str()]).await?.map_or(0, |row| row.cells().int()))
}

projection! {
    /// The projection of traces.
    pub struct Traces = "trace" version 1;
    tables ["p_trace"] in "trace.sql";
    hears Heard {
        Note, Thanks, Conversation, Workshop, Participation, Item, Review, Link, Moderation, Person,
        Community, Meeting, Mandate, Membership, File
    }
}

#[async_trait]
impl Projection for Traces {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut rows: Vec<Vec<Value>> = vec![];
        for (_, recorded) in Heard::of(batch) {
            for person in recorded.fact.people() {
                rows.push(vec![person.as_str().into(), recorded.position.into()]);
            }
        }
        let sql = "insert into p_trace (person, position) {rows}
            on conflict (person, position) do nothing";
        tx.many(sql, &[Kind::Text, Kind::Int], rows).await
    }
}
