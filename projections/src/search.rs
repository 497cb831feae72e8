//! Finding notes by their words.
//!
//! One analyser, in Rust, feeds one inverted index: the same query finds the
//! same notes on both databases. (Their own full-text engines disagree on œ, on
//! accents and on French stems; see DECISIONS.md.)

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use domain::fact::Fact;
use domain::ids::{ContentId, NoteId};
use domain::note::Event;
use frostem::{Algorithm, Stemmer};
use migrations::value::Kind;
use migrations::{Db, DbError, Tx, Value, values};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::note::visible_to;
use crate::{Projection, Recorded};

/// How much more a word weighs in a title.
const TITLE_WEIGHT: i64 = 8;

/// The most words of a query that are looked at.
const QUERY_WORDS: usize = 8;

/// The longest run of letters that is still a word worth finding.
const LONGEST_TERM: usize = 60;

/// Words too common to tell two notes apart, folded.
const COMMON: [&str; 40] = [
    "a", "au", "aux", "avec", "ce", "ces", "dans", "de", "des", "du", "elle", "en", "et", "il",
    "ils", "je", "la", "le", "les", "leur", "mais", "ne", "nous", "on", "ou", "par", "pas", "pour",
    "que", "qui", "sa", "se", "ses", "son", "sur", "un", "une", "vous", "l", "d",
];

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

/// Notes `person` may read that hold every word of `query`, the best first.
pub async fn find(db: &Db, person: &str, query: &str, limit: i64) -> Result<Vec<Found>, DbError> {
    let terms: BTreeSet<String> = terms(query).take(QUERY_WORDS).collect();
    if terms.is_empty() {
        return Ok(vec![]);
    }
    let places: Vec<String> = (0..terms.len()).map(|at| format!("${}", at + 4)).collect();
    let sql = format!(
        concat!(
            "select n.note, c.title, c.body, coalesce(p.name, ''), n.by_group
             from (select note, cast(sum(weight) as {{i64}}) as weight from p_search_v1
                   where term in ({}) group by note having count(*) = $3) s
             join p_note_v3 n on n.note = s.note
             join content c on c.content_id = n.content_id
             left join people p on p.person = n.writer
             where ",
            visible_to!(),
            " order by s.weight desc, n.published_at desc, n.note limit $2"
        ),
        places.join(", ")
    );
    let count = i64::try_from(terms.len()).expect("few words");
    let mut asked: Vec<Value> = vec![person.into(), limit.into(), count.into()];
    asked.extend(terms.into_iter().map(Value::from));
    let rows = db.rows(&sql, &asked).await?;
    rows.iter()
        .map(|row| {
            Ok(Found {
                note: row.parsed(0)?,
                title: row.text(1),
                body: row.text(2),
                writer_name: row.text(3),
                by_group: row.yes(4),
            })
        })
        .collect()
}

/// The terms of a text: folded (`Œuvre` → `oeuvre`), then stemmed.
fn terms(text: &str) -> impl Iterator<Item = String> + '_ {
    let stemmer = Stemmer::new(Algorithm::French);
    domain::diff::tokens(text)
        .into_iter()
        .filter(|token| domain::diff::is_word(token))
        .map(|token| fold(token.trim_end_matches(['\'', '’'])))
        .filter(|word| word.len() <= LONGEST_TERM && !COMMON.contains(&word.as_str()))
        .map(move |word| stemmer.stem(&word).into_owned())
}

fn fold(word: &str) -> String {
    word.to_lowercase()
        .replace('œ', "oe")
        .replace('æ', "ae")
        .nfd()
        .filter(|sign| !is_combining_mark(*sign))
        .filter(|sign| !matches!(sign, '·' | '\u{a0}' | '\u{202f}'))
        .collect()
}

/// The search projection.
pub struct Search;

const INSERT: &str = "insert into p_search_v1 (term, note, weight) {rows}";

#[async_trait]
impl Projection for Search {
    fn name(&self) -> &'static str {
        "search"
    }

    fn version(&self) -> i64 {
        1
    }

    fn schema(&self) -> &'static str {
        include_str!("search.sql")
    }

    fn tables(&self) -> &'static [&'static str] {
        &["p_search_v1"]
    }

    fn learns_from(&self) -> &'static [&'static str] {
        &["note"]
    }

    async fn tell(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        // Only the last words of each note are searched.
        let mut last: BTreeMap<&NoteId, &ContentId> = BTreeMap::new();
        for recorded in batch {
            let Fact::Note(event) = &recorded.fact else { continue };
            match event {
                Event::Drafted { note, content, .. } | Event::Revised { note, content, .. } => {
                    last.insert(note, &content.id);
                }
                // Its words are other ones now.
                Event::PassageErased { note, current, .. } => {
                    last.insert(note, &current.id);
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
        for (note, content) in last {
            tx.exec("delete from p_search_v1 where note = $1", values![note.as_str()]).await?;
            let words = crate::content::find_in(tx, content).await?;
            let mut weights: BTreeMap<String, i64> = BTreeMap::new();
            for term in terms(&words.title) {
                *weights.entry(term).or_default() += TITLE_WEIGHT;
            }
            for term in terms(&words.body) {
                *weights.entry(term).or_default() += 1;
            }
            rows.extend(
                weights
                    .into_iter()
                    .map(|(term, weight)| vec![term.into(), note.as_str().into(), weight.into()]),
            );
        }
        tx.many(INSERT, &[Kind::Text, Kind::Text, Kind::Int], rows).await
    }
}
