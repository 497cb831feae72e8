//! Finding notes by their words.
//!
//! One analyser, in Rust, feeds one inverted index: the same query finds the
//! same notes on both databases. (Their own full-text engines disagree on œ, on
//! accents and on French stems; see DECISIONS.md.) Each question is answered by an index,
//! and looks at a bounded number of rows.

mod common;
mod near;
mod term;
mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use async_trait::async_trait;
use domain::core::ids::{ContentId, NoteId};
use domain::notes::note::Event;
use domain::prose::markdown::{Headings, shown};
use domain::prose::text;
use migrations::value::Kind;
use migrations::{Db, DbError, Tx, Value, values};
pub use near::meant;

use crate::core::declare::{About, projection};
use crate::notes::note::visible_to;
use crate::{Projection, Recorded};
use words::{Reader, Wanted, cleaned};

/// How much more a word weighs in a title.
const TITLE_WEIGHT: i64 = 8;

/// The most a word weighs, however often it is said.
const WEIGHT_MAX: i64 = 4095;

/// In a rank, the place in the log of the text takes these bits; what a word weighs is above.
const PLACE_BITS: u32 = 40;

/// How many notes of a word are asked for at once.
const AT_ONCE: usize = 64;

/// How many times they are, until enough are found that may be read.
const TIMES: usize = 80;

/// The most notes that are shown, once chosen; words are read of these alone.
const SHOWN: usize = 32;

/// Fewer notes than this, and the words may be others than those that were meant.
const FEW: usize = 3;

/// A note found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub note: NoteId,
    pub title: String,
    /// Its Markdown.
    pub body: String,
    /// Who wrote it; empty once erased.
    pub writer_name: String,
    /// Whether the group of its workshop signs it, and not a name.
    pub by_group: bool,
}

/// Notes `person` may read that hold every word of `query`, the best first: those whose title
/// has them, those that say them most, the newest. At most thirty-two.
pub async fn find(db: &Db, person: &str, query: &str, limit: usize) -> Result<Vec<Found>, DbError> {
    let limit = limit.min(SHOWN);
    let wanted = Reader::new().wanted(&cleaned(query));
    let Some(rarest) = rarest_of(db, &wanted).await? else { return Ok(vec![]) };
    let others: Vec<&Wanted> = wanted.iter().filter(|word| !std::ptr::eq(*word, rarest)).collect();
    let mut chosen: Vec<(i64, String)> = Vec::new();
    let mut seen = BTreeSet::new();
    // Each way of writing the word has its own list; all are gone through side by side.
    let mut lists: Vec<(&String, i64)> = rarest.terms.iter().map(|term| (term, i64::MAX)).collect();
    for _ in 0..TIMES {
        let mut rest = Vec::new();
        for (term, below) in lists {
            let (mut notes, last) = notes_of(db, term, below).await?;
            notes.retain(|(note, _)| seen.insert(note.clone()));
            chosen.extend(readable(db, person, &others, &notes).await?);
            rest.extend(last.map(|last| (term, last)));
        }
        lists = rest;
        if lists.is_empty() || chosen.len() >= limit {
            break;
        }
    }
    chosen.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    let chosen: Vec<String> = chosen.into_iter().map(|(_, note)| note).take(limit).collect();
    read(db, person, &chosen).await
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
            // Words that no note holds together are not worth a link.
            let is_instead = !found.is_empty();
            Ok(Answer { found, is_instead, meant: meant.filter(|_| is_instead) })
        }
        None => Ok(Answer { found, meant, is_instead: false }),
    }
}

/// The word that fewest notes have; `None` when one of several has no note.
async fn rarest_of<'w>(db: &Db, wanted: &'w [Wanted]) -> Result<Option<&'w Wanted>, DbError> {
    if wanted.len() < 2 {
        return Ok(wanted.first());
    }
    let terms: Vec<&String> = wanted.iter().flat_map(|word| &word.terms).collect();
    let places: Vec<String> = (1..=terms.len()).map(|at| format!("(${at})")).collect();
    let sql = format!(
        "select k.column1, (select count(*) from
             (select 1 from p_search s where s.term = k.column1 limit 500) c)
         from (values {}) as k",
        places.join(", ")
    );
    let values: Vec<Value> = terms.iter().map(|term| Value::from(term.as_str())).collect();
    let rows = db.rows(&sql, &values).await?;
    let counts: HashMap<String, i64> = rows.iter().map(|row| row.cells().pair()).collect();
    let count = |word: &&Wanted| word.terms.iter().filter_map(|term| counts.get(term)).sum::<i64>();
    Ok(wanted.iter().min_by_key(count).filter(|word| count(word) > 0))
}

/// Notes, each with its rank for a term.
type Ranked = Vec<(String, i64)>;

/// The next notes that have a term, and the rank of the last one, if there may be more.
async fn notes_of(db: &Db, term: &str, below: i64) -> Result<(Ranked, Option<i64>), DbError> {
    let sql = format!(
        "select note, rank from p_search where term = $1 and rank < $2
         order by rank desc limit {AT_ONCE}"
    );
    let rows = db.rows(&sql, values![term, below]).await?;
    let mut notes: Ranked = rows.iter().map(|row| row.cells().pair()).collect();
    let last = notes.last().filter(|_| rows.len() == AT_ONCE).map(|(_, rank)| *rank);
    notes.dedup();
    Ok((notes, last))
}

/// Those of `notes` that `person` may read and that have the `others` words too, each with its
/// rank. Their own words are not read: many are looked at and few are shown.
async fn readable(
    db: &Db,
    person: &str,
    others: &[&Wanted],
    notes: &[(String, i64)],
) -> Result<Vec<(i64, String)>, DbError> {
    if notes.is_empty() {
        return Ok(vec![]);
    }
    let mut values: Vec<Value> = vec![person.into()];
    let mut rank = |word: &&Wanted| {
        let mut ways = String::new();
        for term in &word.terms {
            values.push(term.as_str().into());
            let place = values.len();
            ways += &format!(
                "(select s.rank from p_search s where s.note = n.note and s.term = ${place} limit 1), "
            );
        }
        format!(", coalesce({ways}-1)")
    };
    let ranks: Vec<String> = others.iter().map(&mut rank).collect();
    let places: Vec<String> = (1..=AT_ONCE).map(|at| format!("(${})", at + values.len())).collect();
    // Crossed, so that SQLite begins with these notes and not with all that are for everyone.
    let sql = format!(
        concat!(
            "select n.note{} from (values {}) as k cross join p_note n
             where n.note = k.column1 and ",
            visible_to!()
        ),
        ranks.concat(),
        places.join(", ")
    );
    // No note has an empty name.
    let padded = notes.iter().map(|(note, _)| note.as_str()).chain(std::iter::repeat(""));
    values.extend(padded.take(AT_ONCE).map(Value::from));
    let known: HashMap<&str, i64> =
        notes.iter().map(|(note, rank)| (note.as_str(), *rank)).collect();
    let mut chosen = Vec::new();
    for row in db.rows(&sql, &values).await? {
        let cells = row.cells();
        let note = cells.text();
        let mut ranks: Vec<i64> = others.iter().map(|_| cells.int()).collect();
        ranks.extend(known.get(note.as_str()));
        if ranks.iter().any(|rank| *rank < 0) {
            continue;
        }
        // Weights are added, and the newest text comes first among equals.
        let weight: i64 = ranks.iter().map(|rank| rank >> PLACE_BITS).sum();
        let place = ranks[0] & ((1 << PLACE_BITS) - 1);
        chosen.push(((weight << PLACE_BITS) | place, note));
    }
    Ok(chosen)
}

/// What the notes that were chosen say, in their order; none that `person` may no longer read.
async fn read(db: &Db, person: &str, chosen: &[String]) -> Result<Vec<Found>, DbError> {
    if chosen.is_empty() {
        return Ok(vec![]);
    }
    let places: Vec<String> = (0..SHOWN).map(|at| format!("(${})", at + 2)).collect();
    // Crossed, so that SQLite begins with the notes and not with all that are for everyone.
    let sql = format!(
        concat!(
            "select n.note, c.title, c.body, coalesce(p.name, ''), n.by_group
             from (values {}) as k cross join p_note n
             join content c on c.content_id = n.content_id
             left join people p on p.person = n.writer
             where n.note = k.column1 and ",
            visible_to!()
        ),
        places.join(", ")
    );
    let mut values: Vec<Value> = vec![person.into()];
    // No note has an empty name.
    let padded = chosen.iter().map(String::as_str).chain(std::iter::repeat("")).take(SHOWN);
    values.extend(padded.map(Value::from));
    let mut found = Vec::new();
    for row in db.rows(&sql, &values).await? {
        let at = chosen.iter().position(|note| *note == row.cells().text());
        let cells = row.cells();
        let note = Found {
            note: cells.parsed()?,
            title: cells.text(),
            body: cells.text(),
            writer_name: cells.text(),
            by_group: cells.yes(),
        };
        found.push((at, note));
    }
    found.sort_by_key(|(at, _)| *at);
    Ok(found.into_iter().map(|(_, note)| note).collect())
}

/// Where some words of a query are in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its bytes.
    pub at: Range<usize>,
    /// Which words of the query these are, one bit each.
    pub words: u8,
}

/// How many words of `query` are looked for.
pub fn looked_for(query: &str) -> usize {
    Reader::new().wanted(&cleaned(query)).len()
}

/// Where the words of `query` are in `text`, in order.
pub fn places(text: &str, query: &str) -> Vec<Place> {
    let reader = Reader::new();
    let mut wanted: HashMap<String, u8> = HashMap::new();
    for (at, word) in reader.wanted(&cleaned(query)).into_iter().enumerate() {
        for term in word.terms {
            *wanted.entry(term).or_default() |= 1 << at;
        }
    }
    let indexed = reader.indexed(text).into_iter();
    let place = |word: words::Word| Some(Place { words: *wanted.get(&word.term)?, at: word.at });
    let mut found: Vec<Place> = indexed.filter_map(place).collect();
    found.sort_by_key(|place| (place.at.start, std::cmp::Reverse(place.at.end)));
    let mut end = 0;
    found.retain(|place| {
        let apart = place.at.start >= end;
        end = end.max(place.at.end);
        apart
    });
    found
}

const INSERT: &str = "insert into p_search (note, term, word, shown, rank) {rows}";

projection! {
    /// The search projection.
    pub struct Search = "search" version 4 readable [2, 3];
    tables ["p_search"] in "search.sql";
    hears Heard { Note }
}

#[async_trait]
impl Projection for Search {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        // Only the last words of each note are searched.
        let mut last: BTreeMap<&NoteId, (&ContentId, i64)> = BTreeMap::new();
        for (Heard::Note(event), recorded) in Heard::of(batch) {
            match event {
                Event::Drafted { note, content, .. } | Event::Revised { note, content, .. } => {
                    last.insert(note, (&content.id, recorded.position));
                }
                // Its words are other ones now.
                Event::PassageErased { note, current, .. }
                | Event::PassageRestored { note, current, .. } => {
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
                | Event::RevisionShown { .. }
                | Event::Shared { .. }
                | Event::Unshared { .. }
                | Event::Opened { .. }
                | Event::Closed { .. }
                | Event::Described { .. }
                | Event::AuthorshipAsked { .. }
                | Event::AuthorshipDeclined { .. }
                | Event::AuthorJoined { .. }
                | Event::AuthorLeft { .. } => {}
            }
        }
        let mut rows = Vec::new();
        for (note, (content, place)) in last {
            tx.exec("delete from p_search where note = $1", values![note.as_str()]).await?;
            let words = crate::core::content::find_in(tx, content).await?;
            for (term, one) in terms_of(&words.title, &words.body) {
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
    // Texts of before the one door still have the hyphens nobody sees. Of a body, what its
    // readers see is found, and no sign of Markdown.
    let body = shown(&text::clean(body), Headings::Kept);
    for (said, weight) in [(&*text::clean(title), TITLE_WEIGHT), (&*body, 1)] {
        for word in reader.indexed(said) {
            let shown = words::shown(said, &word);
            let term = terms.entry(word.term).or_default();
            term.weight += weight;
            term.written.entry(word.folded).or_insert(shown);
        }
    }
    terms
}
