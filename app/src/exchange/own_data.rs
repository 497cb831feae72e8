//! Everything the site knows of somebody: what the log says, what stands beside it, what they read.

use std::collections::BTreeMap;

use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::core::registry::Fact;
use domain::workshops::participation::{Consent, Event};
use domain::workshops::workshop;
use migrations::{DbError, Value, values};
use projections::Recorded;
use projections::core::content::{self, Content};
use projections::notes::{last_read, note};
use projections::people::trace;

use super::Exchange;
use super::personal::{PERSONAL, Personal};

/// How many acts one page holds.
pub const PAGE: i64 = 100;

/// How many notes are looked through at once for readings.
const NOTES_AT_ONCE: i64 = 500;

/// Something they did, or that was done for them.
#[derive(Clone, Debug)]
pub struct OwnAct {
    /// Its place in the log.
    pub position: i64,
    /// When, in microseconds.
    pub at: i64,
    /// What it was done to, and what happened, as the log writes them.
    pub kind: &'static str,
    pub event: String,
    /// Whether they did it themselves.
    pub is_theirs: bool,
    /// The fields of the event.
    pub details: serde_json::Value,
    /// The note it is about, if it is about one.
    pub note: Option<NoteId>,
    /// The words they brought with it.
    pub words: Option<Content>,
}

/// A reading of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnReading {
    pub note: NoteId,
    /// The last revision they read.
    pub revision: i64,
    /// When, in microseconds.
    pub at: i64,
}

/// One table beside the log, and the rows that are theirs, each in the order of `shown`.
#[derive(Clone, Debug)]
pub struct Held {
    pub of: Personal,
    pub rows: Vec<Vec<Value>>,
}

impl Exchange<'_> {
    /// What the log says of `person` before position `before`, the last first: [`PAGE`] of it,
    /// each with the words it brought, when they are theirs.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn acts(&self, person: &PersonId, before: i64) -> Result<Vec<OwnAct>, DbError> {
        let mut acts = vec![];
        for Recorded { position, at, fact } in
            trace::of_person(&self.db, person, before, PAGE).await?
        {
            let is_theirs = fact.people().first() == Some(&person);
            let words = match fact.words().filter(|_| is_theirs) {
                Some(id) => Some(content::find(&self.db, id).await?),
                None => None,
            };
            let mut details = fields(&fact);
            // A note that a group signs is answered without a name: which author did it is not said.
            if let (false, Fact::Conversation(_), Some(named)) =
                (is_theirs, &fact, details.as_object_mut())
            {
                named.remove("by");
            }
            let note = details.get("note").and_then(|id| id.as_str()?.parse().ok());
            let (kind, event) = (fact.kind(), fact.name().to_owned());
            acts.push(OwnAct { position, at, kind, event, is_theirs, details, note, words });
        }
        Ok(acts)
    }

    /// What stands about `person` beside the log, a table each; those without a row are left
    /// out.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn held(&self, person: &PersonId) -> Result<Vec<Held>, DbError> {
        let mut all = vec![];
        for of in PERSONAL {
            let whose: Vec<_> = of.whose.iter().map(|column| format!("{column} = $1")).collect();
            let sql = format!(
                "select {} from {} where {}",
                of.shown.join(", "),
                of.table,
                whose.join(" or ")
            );
            let rows = self.primary.rows(&sql, values![person.as_str()]).await?;
            if !rows.is_empty() {
                all.push(Held {
                    of,
                    rows: rows.into_iter().map(migrations::Row::into_values).collect(),
                });
            }
        }
        Ok(all)
    }

    /// How many rows stand about `person` beside the log, a table each.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn held_counts(
        &self,
        person: &PersonId,
    ) -> Result<Vec<(&'static str, i64)>, DbError> {
        let mut all = vec![];
        for of in PERSONAL {
            let whose: Vec<_> = of.whose.iter().map(|column| format!("{column} = $1")).collect();
            let sql = format!("select count(*) from {} where {}", of.table, whose.join(" or "));
            let row = self.primary.row(&sql, values![person.as_str()]).await?;
            all.push((of.table, row.map_or(0, |row| row.cells().int())));
        }
        Ok(all)
    }

    /// What `person` agreed to in `workshop`, or no more, the first time first: what, whether they
    /// did, and when, in microseconds.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn consents(
        &self,
        person: &PersonId,
        workshop: &WorkshopId,
    ) -> Result<Vec<(Consent, bool, i64)>, DbError> {
        let sql = "select recorded_at, event_type, event_version, payload from events
            where aggregate_type = 'participation' and aggregate_id = $1
                and event_type = 'ConsentRecorded' order by sequence";
        let rows = self.db.rows(sql, values![format!("{workshop}.{person}")]).await?;
        let read = |row: &migrations::Row| {
            let cells = row.cells();
            let at = cells.int();
            match Fact::read("participation", cells.str(), cells.str(), cells.str()) {
                Ok(Some(Fact::Participation(Event::ConsentRecorded {
                    consent, given, ..
                }))) => Some((consent, given, at)),
                Ok(_) | Err(_) => None,
            }
        };
        Ok(rows.iter().filter_map(read).collect())
    }

    /// Who looked at how `workshop` went with the names of those who were there, the last first:
    /// their name (blank when it is erased), and when, in microseconds. At most [`PAGE`].
    ///
    /// # Errors
    /// When the database is away.
    pub async fn lookers(&self, workshop: &WorkshopId) -> Result<Vec<(String, i64)>, DbError> {
        let sql = "select recorded_at, payload from events
            where aggregate_type = 'workshop' and aggregate_id = $1 and event_type = 'NamesSeen'
            order by sequence desc limit $2";
        // Few people look, often: each is asked for once.
        let mut names: BTreeMap<PersonId, String> = BTreeMap::new();
        let mut lookers = vec![];
        for row in self.db.rows(sql, values![workshop.as_str(), PAGE]).await? {
            let cells = row.cells();
            let at = cells.int();
            let seen = Fact::read("workshop", "NamesSeen", "1", cells.str());
            if let Ok(Some(Fact::Workshop(workshop::Event::NamesSeen { by, .. }))) = seen {
                if !names.contains_key(&by) {
                    let name = self.people().someone(&by).await?.map(|someone| someone.name);
                    names.insert(by.clone(), name.unwrap_or_default());
                }
                lookers.push((names.get(&by).cloned().unwrap_or_default(), at));
            }
        }
        Ok(lookers)
    }

    /// Every text of `person` that is kept, the first one first: what the log holds, and what was
    /// refused and kept so that nothing is lost. All of them at once, in memory: the file they take
    /// away leaves nothing out.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn texts(&self, person: &PersonId) -> Result<Vec<(i64, Content)>, DbError> {
        let sql = "select created_at, title, body, summary from content
            where person = $1 and erased_at is null order by created_at, content_id";
        let rows = self.primary.rows(sql, values![person.as_str()]).await?;
        let read = |row: &migrations::Row| {
            let cells = row.cells();
            let at = cells.int();
            (at, Content { title: cells.text(), body: cells.text(), summary: cells.text() })
        };
        Ok(rows.iter().map(read).collect())
    }

    /// What `person` read, among the notes after `after` (a note's id, `""` for the first), the
    /// last first, and the note to go on after, if there are more. Only their key finds it: each
    /// note is asked whether the reader it would be knows it.
    ///
    /// # Errors
    /// When a database is away.
    pub async fn readings(
        &self,
        person: &PersonId,
        after: &str,
    ) -> Result<(Vec<OwnReading>, Option<NoteId>), DbError> {
        let Some(key) = self.notes().reader_key(person).await? else { return Ok((vec![], None)) };
        let ids = note::ids_after(&self.db, after, NOTES_AT_ONCE).await?;
        let pairs: Vec<_> =
            ids.iter().map(|id| (id.clone(), crate::notes::readers::pseudonym(&key, id))).collect();
        let mut found = vec![];
        for (note, revision, at) in last_read::of_pairs(&self.db, &pairs).await? {
            found.push(OwnReading { note, revision, at });
        }
        found.sort_by_key(|reading| std::cmp::Reverse(reading.at));
        let more = i64::try_from(ids.len()).is_ok_and(|count| count == NOTES_AT_ONCE);
        Ok((found, ids.last().filter(|_| more).cloned()))
    }
}

/// The fields of an event, as the log has them.
fn fields(fact: &Fact) -> serde_json::Value {
    let payload = fact.payload().ok();
    match payload.and_then(|text| serde_json::from_str(&text).ok()) {
        Some(serde_json::Value::Object(named)) => {
            named.into_iter().next().map(|(_, fields)| fields).unwrap_or_default()
        }
        Some(other) => other,
        None => serde_json::Value::Null,
    }
}
