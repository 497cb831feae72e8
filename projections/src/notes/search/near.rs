//! “Did you mean”: words close to those of a query that no note has.

use std::collections::BTreeMap;

use migrations::{Db, DbError, Value, values};

use super::common::Common;
use super::words::{QUERY_WORDS, Reader, Wanted, Word, cleaned, slips};
use crate::notes::note::visible_to;

/// Shorter words have too many neighbours; longer ones cost too much.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=20;

/// The shortest term that is looked for with a slip, in bytes.
const TERM: usize = 6;

/// The most words of one query that are looked for again.
const MENDED_MAX: usize = 3;

/// How many notes of a word are looked at, to know whether one may be read.
const LOOKED_AT: usize = 200;

/// Questions are asked with a multiple of this many words, so that few plans are made.
const AT_ONCE: usize = 256;

/// How many times more notes must have a word, to be meant in place of one that some have.
const RATHER: i64 = 5;

/// `query` with the words that `person` most likely meant in place of those that no note they
/// may read has; `None` when nothing is better.
pub async fn meant(db: &Db, person: &str, query: &str) -> Result<Option<String>, DbError> {
    let query = &*cleaned(query);
    let reader = Reader::new();
    let wanted = reader.wanted(query);
    let terms: Vec<String> = wanted.iter().flat_map(|it| it.terms.iter().cloned()).collect();
    let known = counts(db, person, By::Term, &terms).await?;
    let count = |it: &Wanted| it.terms.iter().filter_map(|term| known.get(term)).sum::<i64>();
    let rare = |it: &&Wanted| count(it) * RATHER < 20;
    if wanted.iter().any(|it| count(it) == 0) {
        let words: Vec<Word> = reader.words(query).into_iter().take(2 * QUERY_WORDS).collect();
        if let Some(joined) = joined(db, person, (query, &words)).await? {
            return Ok(Some(joined));
        }
    }
    let mut corrected = query.to_owned();
    let mut changed = false;
    // From the last, so that the places of those before stay what they are.
    for word in wanted.iter().rev().filter(rare).take(MENDED_MAX) {
        let Some((shown, notes)) = closest(db, person, &word.word).await? else { continue };
        if notes > count(word) * RATHER {
            corrected.replace_range(word.word.at.clone(), &shown);
            changed = true;
        }
    }
    Ok(changed.then_some(corrected))
}

/// The word, one slip away, that most notes have; or the two words it is made of.
async fn closest(db: &Db, person: &str, word: &Word) -> Result<Option<(String, i64)>, DbError> {
    if !LENGTHS.contains(&word.folded.chars().count())
        || !word.folded.chars().all(char::is_alphabetic)
    {
        return Ok(None);
    }
    let mut words = slips(&word.folded);
    words.retain(|word| Common::of(word) == Common::No);
    let near = counts(db, person, By::Word, &words).await?;
    if let Some((best, notes)) = most(&near, &word.folded) {
        return Ok(shown(db, person, By::Word, best).await?.map(|shown| (shown, notes)));
    }
    // A short term is too close to those of other words.
    let terms = if word.term.len() < TERM { vec![] } else { slips(&word.term) };
    let near = counts(db, person, By::Term, &terms).await?;
    if let Some((best, notes)) = most(&near, &word.term) {
        return Ok(shown(db, person, By::Term, best).await?.map(|shown| (shown, notes)));
    }
    let letters: Vec<char> = word.folded.chars().collect();
    let cuts = (2..letters.len().saturating_sub(1)).map(|at| {
        let (before, after) = letters.split_at(at);
        (before.iter().collect::<String>(), after.iter().collect::<String>())
    });
    // `laplace` is not `la place`, and `parterre` may be `par terre`.
    let says = |half: &str| Common::of(half) != Common::Always;
    let cuts: Vec<(String, String)> = cuts.filter(|(a, b)| says(a) && says(b)).collect();
    let halves: Vec<String> = cuts.iter().flat_map(|(a, b)| [a.clone(), b.clone()]).collect();
    let near = counts(db, person, By::Word, &halves).await?;
    let of = |half: &str| near.get(half).copied().unwrap_or(0);
    let best = cuts.iter().max_by_key(|(a, b)| of(a).min(of(b)));
    let Some((before, after)) = best.filter(|(a, b)| of(a).min(of(b)) > 0) else { return Ok(None) };
    let first = shown(db, person, By::Word, before).await?;
    let second = shown(db, person, By::Word, after).await?;
    let notes = of(before).min(of(after));
    Ok(first.zip(second).map(|(first, second)| (format!("{first} {second}"), notes)))
}

/// Two words of the query that notes write in word.
async fn joined(
    db: &Db,
    person: &str,
    (query, words): (&str, &[Word]),
) -> Result<Option<String>, DbError> {
    let whole = |pair: &[Word]| format!("{}{}", pair[0].folded, pair[1].folded);
    let wholes: Vec<String> = words.windows(2).map(whole).collect();
    let near = counts(db, person, By::Word, &wholes).await?;
    let has = |pair: &&[Word]| near.get(&whole(pair)).is_some_and(|notes| *notes > 0);
    let Some(pair) = words.windows(2).find(has) else { return Ok(None) };
    let Some(shown) = shown(db, person, By::Word, &whole(pair)).await? else { return Ok(None) };
    let at = pair[0].at.start..pair[1].at.end;
    let mut corrected = query.to_owned();
    corrected.replace_range(at, &shown);
    Ok((corrected != query).then_some(corrected))
}

/// The most found; of those, the one that begins as `word` does.
fn most<'a>(near: &'a BTreeMap<String, i64>, word: &str) -> Option<(&'a str, i64)> {
    let begins = |other: &str| other.chars().next() == word.chars().next();
    let found = near.iter().filter(|(other, notes)| **notes > 0 && other.as_str() != word);
    let best = found.max_by_key(|(other, notes)| (begins(other), **notes));
    best.map(|(other, notes)| (other.as_str(), *notes))
}

#[derive(Clone, Copy)]
enum By {
    Term,
    Word,
}

impl By {
    fn column(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Word => "word",
        }
    }
}

/// How many notes that `person` may read have each of these words, of [`LOOKED_AT`].
async fn counts(
    db: &Db,
    person: &str,
    by: By,
    words: &[String],
) -> Result<BTreeMap<String, i64>, DbError> {
    let mut found = BTreeMap::new();
    let Some(last) = words.last() else { return Ok(found) };
    let size = words.len().next_multiple_of(AT_ONCE);
    let places: Vec<String> = (0..size).map(|at| format!("(${})", at + 2)).collect();
    // A scalar question for each word: an index answers it, whatever the others are.
    let sql = format!(
        concat!(
            "select k.column1, (select count(distinct n.note)
                 from (select s.note from p_search s where s.{} = k.column1 limit {}) a
                 join p_note n on n.note = a.note where ",
            visible_to!(),
            ") from (values {}) as k"
        ),
        by.column(),
        LOOKED_AT,
        places.join(", ")
    );
    let padded = words.iter().chain(std::iter::repeat(last)).take(size);
    let mut values: Vec<Value> = vec![person.into()];
    values.extend(padded.map(|word| Value::from(word.as_str())));
    for row in db.rows(&sql, &values).await? {
        let (word, count) = row.cells().pair();
        if count > 0 {
            found.insert(word, count);
        }
    }
    Ok(found)
}

/// How a note that `person` may read writes this word.
async fn shown(db: &Db, person: &str, by: By, word: &str) -> Result<Option<String>, DbError> {
    let sql = format!(
        concat!(
            "select a.shown from (select s.note, s.shown from p_search s where s.{} = $2 limit {}) a
             join p_note n on n.note = a.note where ",
            visible_to!(),
            " order by a.shown limit 1"
        ),
        by.column(),
        LOOKED_AT
    );
    Ok(db.row(&sql, values![person, word]).await?.map(|row| row.cells().text()))
}
