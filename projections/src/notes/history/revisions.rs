//! The revisions of a note, as pages read them.

use domain::core::ids::{NoteId, PersonId};
use domain::notes::note::{Change, Hiding};
use migrations::{Db, DbError, Row, Value, values};

use super::{Kind, Revision};

macro_rules! select_revision {
    ($rest:expr) => {
        concat!(
            "select h.revision, h.by_person, coalesce(p.name, ''), h.from_person,
                    coalesce(f.name, ''), h.content_id, c.summary, h.kind, h.of_revision,
                    h.added, h.removed, h.blocks_added, h.blocks_removed, h.blocks_changed,
                    h.moved, h.formatted, h.links, h.levels, h.typos, h.link_titles, h.checked,
                    h.unchecked, h.titles, h.sources, h.words, h.joined, h.split, h.images,
                    h.headed, h.unheaded, h.at, coalesce(k.title, ''), h.hidden_text,
                    h.hidden_summary, h.hidden_author, h.hidden_reason, h.thanks,
                    coalesce(o.summary, ''), h.offer_to
             from p_history h
             join content c on c.content_id = h.content_id
             left join content k on k.content_id = h.name_id
             left join content o on o.content_id = h.offer_id
             left join people p on p.person = h.by_person
             left join people f on f.person = h.from_person ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Revision, DbError> {
    let cells = row.cells();
    let count = || u32::try_from(cells.int()).unwrap_or(u32::MAX);
    Ok(Revision {
        revision: cells.int(),
        by: cells.parsed()?,
        by_name: cells.text(),
        from: cells.maybe(),
        from_name: cells.text(),
        content: cells.parsed()?,
        summary: cells.text(),
        kind: cells.parsed()?,
        of: cells.int(),
        change: Change {
            added: count(),
            removed: count(),
            blocks_added: count(),
            blocks_removed: count(),
            blocks_changed: count(),
            moved: count(),
            formatted: count(),
            links: count(),
            levels: count(),
            typos: count(),
            link_titles: count(),
            checked: count(),
            unchecked: count(),
            titles: count(),
            sources: count(),
            words: count(),
            joined: count(),
            split: count(),
            images: count(),
            headed: count(),
            unheaded: count(),
        },
        at: cells.int(),
        name: cells.text(),
        hidden: Hiding { text: cells.yes(), summary: cells.yes(), author: cells.yes() },
        hidden_reason: cells.text(),
        thanks: cells.int(),
        offer: cells.text(),
        offered_to: cells.maybe(),
    })
}

/// Which revisions are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Those of this person.
    pub person: Option<PersonId>,
    /// Those made at this moment or later, in microseconds.
    pub since: Option<i64>,
    /// Those made before this moment.
    pub until: Option<i64>,
    /// Those made for this reason.
    pub kind: Option<Kind>,
    /// Those with a name.
    pub named: bool,
    /// Without those that only correct slips.
    pub without_typos: bool,
}

/// Revisions from number `from` (what was private before stays private) and
/// below `before`, the newest first.
pub async fn page(
    db: &Db,
    note: &NoteId,
    from: i64,
    before: i64,
    limit: i64,
) -> Result<Vec<Revision>, DbError> {
    filtered(db, note, (from, before), &Filter::default(), limit).await
}

/// [`page`], of those that `filter` wants.
pub async fn filtered(
    db: &Db,
    note: &NoteId,
    (from, before): (i64, i64),
    filter: &Filter,
    limit: i64,
) -> Result<Vec<Revision>, DbError> {
    let mut found = vec![note.as_str().into(), from.into(), before.into(), limit.into()];
    let mut wanted = String::new();
    let mut also = |condition: &str, value: Value| {
        found.push(value);
        wanted.push_str(&format!(" and {condition}${}", found.len()));
    };
    if let Some(person) = &filter.person {
        // Whoever asks for a person's revisions must not learn which hidden ones are theirs.
        also("h.hidden_author = 0 and h.by_person = ", person.as_str().into());
    }
    if let Some(since) = filter.since {
        also("h.at >= ", since.into());
    }
    if let Some(until) = filter.until {
        also("h.at < ", until.into());
    }
    if let Some(kind) = filter.kind {
        also("h.kind = ", <&'static str>::from(kind).into());
    }
    if filter.named {
        wanted.push_str(" and h.name_id <> ''");
    }
    if filter.without_typos {
        wanted.push_str(" and h.only_typos = 0");
    }
    let sql = format!(
        "{}{wanted} order by h.revision desc limit $4",
        select_revision!("where h.note = $1 and h.revision >= $2 and h.revision < $3")
    );
    let rows = db.rows(&sql, &found).await?;
    rows.iter().map(read).collect()
}

/// One revision.
pub async fn find(db: &Db, note: &NoteId, revision: i64) -> Result<Option<Revision>, DbError> {
    let sql = select_revision!("where h.note = $1 and h.revision = $2");
    let row = db.row(sql, values![note.as_str(), revision]).await?;
    row.as_ref().map(read).transpose()
}

/// These revisions, in no order: for pages that name a few of many.
pub async fn several(db: &Db, note: &NoteId, numbers: &[i64]) -> Result<Vec<Revision>, DbError> {
    let mut found = Vec::with_capacity(numbers.len());
    for some in numbers.chunks(100) {
        let places: Vec<String> = (0..some.len()).map(|at| format!("${}", at + 2)).collect();
        let sql = format!(
            "{}({})",
            select_revision!("where h.note = $1 and h.revision in "),
            places.join(", ")
        );
        let mut values: Vec<Value> = vec![note.as_str().into()];
        values.extend(some.iter().map(|number| Value::from(*number)));
        for row in db.rows(&sql, &values).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

/// The number of the last revision, as this projection knows it; 0 when there is none.
pub async fn last(db: &Db, note: &NoteId) -> Result<i64, DbError> {
    let sql = "select revision from p_history where note = $1 order by revision desc limit 1";
    Ok(db.row(sql, values![note.as_str()]).await?.map_or(0, |row| row.cells().int()))
}

/// The number of the last revision made before `moment`; `None` when the note was not.
pub async fn before(db: &Db, note: &NoteId, moment: i64) -> Result<Option<i64>, DbError> {
    let sql = "select revision from p_history where note = $1 and at < $2
        order by revision desc limit 1";
    Ok(db.row(sql, values![note.as_str(), moment]).await?.map(|row| row.cells().int()))
}

/// Whoever the words of the revisions after `from` and up to `to` are of, and how many
/// revisions each; people whose name is hidden there are left out.
pub async fn people_between(
    db: &Db,
    note: &NoteId,
    from: i64,
    to: i64,
) -> Result<Vec<(PersonId, String, i64)>, DbError> {
    // A name is looked up once a person, not once a revision.
    let sql = "select h.person, coalesce(p.name, ''), h.revisions
        from (select coalesce(nullif(from_person, ''), by_person) as person,
                     count(*) as revisions, min(revision) as first
              from p_history
              where note = $1 and revision > $2 and revision <= $3 and hidden_author = 0
              group by 1) h
        left join people p on p.person = h.person
        order by h.first";
    let rows = db.rows(sql, values![note.as_str(), from, to]).await?;
    rows.iter()
        .map(|row| {
            let cells = row.cells();
            Ok((cells.parsed()?, cells.text(), cells.int()))
        })
        .collect()
}

/// Whether `person` signed a revision of `note`: they made one, or its words are theirs. Who
/// put an earlier text back signed no word of it.
pub async fn signed_by(db: &Db, note: &NoteId, person: &PersonId) -> Result<bool, DbError> {
    let sql = "select 1 from p_history
        where note = $1 and (by_person = $2 or from_person = $2) and kind <> 'restore' limit 1";
    Ok(db.row(sql, values![note.as_str(), person.as_str()]).await?.is_some())
}

/// The revisions of `note` that `person` has thanked for.
pub async fn thanked_by(db: &Db, note: &NoteId, person: &str) -> Result<Vec<i64>, DbError> {
    let sql = "select revision from p_revision_thanks where note = $1 and by_person = $2
        order by revision";
    let rows = db.rows(sql, values![note.as_str(), person]).await?;
    Ok(rows.iter().map(|row| row.cells().int()).collect())
}
