//! Finding notes by their words.
//!
//! One analyser, in Rust, feeds one inverted index: the same query finds the
//! same notes on both databases. (Their own full-text engines disagree on œ, on
//! accents and on French stems; see DECISIONS.md.) Each question is answered by an index,
//! and looks at a bounded number of rows.

mod near;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use async_trait::async_trait;
use domain::fact::Fact;
use domain::ids::{ContentId, NoteId};
use domain::note::Event;
use domain::text;
use migrations::value::Kind;
use migrations::{Db, DbError, Tx, Value, values};
pub use near::meant;

use crate::note::visible_to;
use crate::{Projection, Recorded};
use words::{Reader, asked};

/// How much more a word weighs in a title.
const TITLE_WEIGHT: i64 = 8;

/// The most a word weighs, however often it is said.
const WEIGHT_MAX: i64 = 4095;

/// In a rank, the place in the log of the text takes these bits; what a word weighs is above.
const PLACE_BITS: u32 = 40;

/// The most words of a query that are looked at.
const QUERY_WORDS: usize = 8;

/// How many notes of a word are asked for at once.
const AT_ONCE: usize = 128;

/// How many times they are, until enough are found that may be read.
const TIMES: usize = 40;

/// Fewer notes than this, and the words may be others than those that were meant.
const FEW: usize = 3;

/// A note found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its id.
    pub note: NoteId,
    /// Its title.
    pub title: String,
    /// Its Markdown.
    pub body: String,
    /// Who wrote it; empty once erased.
    pub writer_name: String,
    /// Whether the group of its workshop signs it, and not a name.
    pub by_group: bool,
}

/// Notes `person` may read that hold every word of `query`, the best first: those whose title
/// has them, those that say them most, the newest.
pub async fn find(db: &Db, person: &str, query: &str, limit: usize) -> Result<Vec<Found>, DbError> {
    let mut terms: Vec<String> = Reader::new()
        .words(&asked(query))
        .into_iter()
        .take(QUERY_WORDS)
        .map(|word| word.term)
        .collect();
    terms.sort();
    terms.dedup();
    let Some(rarest) = rarest_of(db, &terms).await? else { return Ok(vec![]) };
    let mut found: Vec<(i64, Found)> = Vec::new();
    let mut below = i64::MAX;
    for _ in 0..TIMES {
        let (notes, last) = notes_of(db, &rarest, below).await?;
        found.extend(readable(db, person, &terms, &notes).await?);
        match last {
            Some(last) if found.len() < limit => below = last,
            _ => break,
        }
    }
    found.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    Ok(found.into_iter().map(|(_, note)| note).take(limit).collect())
}

/// What was found, for which words.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The notes found, the best first.
    pub found: Vec<Found>,
    /// The words that were most likely meant, if few notes have those of the query.
    pub meant: Option<String>,
    /// Whether `found` is what was found for `meant`, as nothing was for the query.
    pub is_instead: bool,
}

/// What `person` may read of what they look for, or else of what they most likely meant.
pub async fn ask(db: &Db, person: &str, query: &str, limit: usize) -> Result<Answer, DbError> {
    let found = find(db, person, query, limit).await?;
    let meant = match found.len() {
        FEW.. => None,
        _ => meant(db, person, query).await?,
    };
    match meant.as_deref().filter(|_| found.is_empty()) {
        Some(words) => {
            let found = find(db, person, words, limit).await?;
            Ok(Answer { is_instead: !found.is_empty(), found, meant })
        }
        None => Ok(Answer { found, meant, is_instead: false }),
    }
}

/// The term that fewest notes have; `None` when one of them has no note.
async fn rarest_of(db: &Db, terms: &[String]) -> Result<Option<String>, DbError> {
    if terms.is_empty() {
        return Ok(None);
    }
    let places: Vec<String> = (1..=terms.len()).map(|at| format!("(${at})")).collect();
    let sql = format!(
        "select k.column1, (select count(*) from
             (select 1 from p_search_v2 s where s.term = k.column1 limit 500) c)
         from (values {}) as k",
        places.join(", ")
    );
    let asked: Vec<Value> = terms.iter().map(|term| Value::from(term.as_str())).collect();
    let rows = db.rows(&sql, &asked).await?;
    let rarest = rows.iter().min_by_key(|row| row.int(1)).filter(|row| row.int(1) > 0);
    Ok(rarest.map(|row| row.text(0)))
}

/// The next notes that have a term, and the rank of the last one, if there may be more.
async fn notes_of(db: &Db, term: &str, below: i64) -> Result<(Vec<String>, Option<i64>), DbError> {
    let sql = format!(
        "select note, rank from p_search_v2 where term = $1 and rank < $2
         order by rank desc limit {AT_ONCE}"
    );
    let rows = db.rows(&sql, values![term, below]).await?;
    let last = rows.last().filter(|_| rows.len() == AT_ONCE).map(|row| row.int(1));
    let mut notes: Vec<String> = rows.iter().map(|row| row.text(0)).collect();
    notes.dedup();
    Ok((notes, last))
}

/// Those of `notes` that `person` may read and that have every term, each with its rank.
async fn readable(
    db: &Db,
    person: &str,
    terms: &[String],
    notes: &[String],
) -> Result<Vec<(i64, Found)>, DbError> {
    let Some(last) = notes.last() else { return Ok(vec![]) };
    let rank = |at: usize| {
        let place = at + 2;
        format!(
            "coalesce((select s.rank from p_search_v2 s where s.note = n.note and s.term = ${place} limit 1), -1)"
        )
    };
    let ranks: Vec<String> = (0..terms.len()).map(rank).collect();
    let places: Vec<String> = (0..AT_ONCE).map(|at| format!("${}", at + 2 + terms.len())).collect();
    let sql = format!(
        concat!(
            "select n.note, c.title, c.body, coalesce(p.name, ''), n.by_group, {}
             from p_note_v3 n
             join content c on c.content_id = n.content_id
             left join people p on p.person = n.writer
             where n.note in ({}) and ",
            visible_to!()
        ),
        ranks.join(", "),
        places.join(", ")
    );
    let mut asked: Vec<Value> = vec![person.into()];
    asked.extend(terms.iter().map(|term| Value::from(term.as_str())));
    let padded = notes.iter().chain(std::iter::repeat(last)).take(AT_ONCE);
    asked.extend(padded.map(|note| Value::from(note.as_str())));
    let mut found = Vec::new();
    for row in db.rows(&sql, &asked).await? {
        let ranks: Vec<i64> = (0..terms.len()).map(|at| row.int(5 + at)).collect();
        if ranks.iter().any(|rank| *rank < 0) {
            continue;
        }
        // Weights are added, and the newest text comes first among equals.
        let weight: i64 = ranks.iter().map(|rank| rank >> PLACE_BITS).sum();
        let place = ranks[0] & ((1 << PLACE_BITS) - 1);
        let note = Found {
            note: row.parsed(0)?,
            title: row.text(1),
            body: row.text(2),
            writer_name: row.text(3),
            by_group: row.yes(4),
        };
        found.push(((weight << PLACE_BITS) | place, note));
    }
    Ok(found)
}

/// Where the words of `query` are in `text`, in bytes, in order.
pub fn marks(text: &str, query: &str) -> Vec<Range<usize>> {
    let reader = Reader::new();
    let wanted: Vec<String> =
        reader.with_compounds(&asked(query)).into_iter().map(|(_, word)| word.term).collect();
    let mut found: Vec<Range<usize>> = reader
        .with_compounds(text)
        .into_iter()
        .filter(|(_, word)| wanted.contains(&word.term))
        .map(|(_, word)| word.at)
        .collect();
    found.sort_by_key(|at| (at.start, std::cmp::Reverse(at.end)));
    let mut end = 0;
    found.retain(|at| {
        let apart = at.start >= end;
        end = end.max(at.end);
        apart
    });
    found
}

/// The search projection.
pub struct Search;

const INSERT: &str = "insert into p_search_v2 (note, term, word, shown, rank) {rows}";

#[async_trait]
impl Projection for Search {
    fn name(&self) -> &'static str {
        "search"
    }

    fn version(&self) -> i64 {
        2
    }

    fn schema(&self) -> &'static str {
        include_str!("search.sql")
    }

    fn tables(&self) -> &'static [&'static str] {
        &["p_search_v2"]
    }

    fn learns_from(&self) -> &'static [&'static str] {
        &["note"]
    }

    async fn tell(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        // Only the last words of each note are searched.
        let mut last: BTreeMap<&NoteId, (&ContentId, i64)> = BTreeMap::new();
        for recorded in batch {
            let Fact::Note(event) = &recorded.fact else { continue };
            match event {
                Event::Drafted { note, content, .. } | Event::Revised { note, content, .. } => {
                    last.insert(note, (&content.id, recorded.position));
                }
                // Its words are other ones now.
                Event::PassageErased { note, current, .. } => {
                    last.insert(note, (&current.id, recorded.position));
                }
                Event::Published { .. }
                | Event::Withdrawn { .. }
                | Event::VariantParked { .. }
                | Event::VariantSettled { .. }
                | Event::SuggestionMade { .. }
                | Event::SuggestionAccepted { .. }
                | Event::SuggestionDeclined { .. }
                | Event::RevisionNamed { .. }
                | Event::RevisionUnnamed { .. }
                | Event::RevisionHidden { .. }
                | Event::RevisionShown { .. } => {}
            }
        }
        let mut rows = Vec::new();
        for (note, (content, place)) in last {
            tx.exec("delete from p_search_v2 where note = $1", values![note.as_str()]).await?;
            let said = crate::content::find_in(tx, content).await?;
            for (term, one) in terms_of(&said.title, &said.body) {
                let rank = (one.weight.min(WEIGHT_MAX) << PLACE_BITS) | place;
                rows.extend(one.written.into_iter().map(|(word, shown)| {
                    let term = term.as_str();
                    vec![note.as_str().into(), term.into(), word.into(), shown.into(), rank.into()]
                }));
            }
        }
        tx.many(INSERT, &[Kind::Text, Kind::Text, Kind::Text, Kind::Text, Kind::Int], rows).await
    }
}

/// What a text says of one term.
#[derive(Default)]
struct Said {
    weight: i64,
    /// The words it is written with, folded, and how each is shown.
    written: BTreeMap<String, String>,
}

fn terms_of(title: &str, body: &str) -> BTreeMap<String, Said> {
    let reader = Reader::new();
    let mut terms: BTreeMap<String, Said> = BTreeMap::new();
    for (said, weight) in [(title, TITLE_WEIGHT), (body, 1)] {
        // Texts of before the one door still have the hyphens nobody sees.
        for (shown, word) in reader.with_compounds(&text::clean(said)) {
            let one = terms.entry(word.term).or_default();
            one.weight += weight;
            one.written.entry(word.folded).or_insert(shown);
        }
    }
    terms
}
