//! Lists of notes.
//!
//! Lists are filtered in the query itself (`visible_to!`), never after: a count
//! or a page size must not tell what someone may not read. A note in a list has the first
//! 4,000 signs of its Markdown in its `body`: cards show less, and fifty long notes would be
//! megabytes a page.

use domain::core::ids::{NoteId, PersonId, WorkshopId};
use migrations::{Db, DbError, Value, values};

use super::{Note, read, read_all, select_note, visible_to};

/// The condition under which note `n` is shown among those of its workshop: it is published,
/// and its writer was not asked to stay out.
macro_rules! shown_in_room {
    () => {
        "n.visibility <> 'writer' and not exists (select 1 from p_room_out x
             where x.workshop = n.workshop and x.person = n.writer)"
    };
}

/// The most notes that are asked for by name at once.
pub const AT_ONCE: usize = 64;

/// The groups `$1` is in, each once.
macro_rules! groups_of {
    () => {
        "(select distinct group_id from p_membership where person = $1)"
    };
}

/// When the `limit`-th newest of the notes of everyone was published: what a group was shown before
/// is not among the newest `limit`.
macro_rules! last_of_everyones {
    () => {
        "coalesce((select h.published_at from p_note h where h.visibility = 'everyone'
                   order by h.published_at desc limit 1 offset $3), 0)"
    };
}

/// Notes shared with `person`, the newest first, at most `limit`. Five lists, each read in the
/// order of its own index and stopped at `limit`: those everyone may read, `person`'s own, those
/// they write with others, those shared with them alone, and those of the groups they are in (as
/// in `visible_to!`); whatever the commons weighs, it reads that many of each. Of the groups, what
/// is older than the `limit`-th note of any one of them, or of everyone's, is not read: it could not
/// be among the newest. `cross join`: left to itself, SQLite looks for co-authors of every note of every workshop.
pub async fn newest(db: &Db, person: &str, limit: i64) -> Result<Vec<Note>, DbError> {
    let sql = select_note!(listed concat!(
        "join (select u.note, max(u.at) as at from (
            select * from (select e.note, e.published_at as at from p_note e
                where e.visibility = 'everyone' order by e.published_at desc, e.note limit $2) a
            union all
            select * from (select o.note, o.published_at from p_note o
                where o.writer = $1 and o.visibility = 'workshop'
                order by o.published_at desc, o.note limit $2) b
            union all
            select * from (select q.note, q.published_at from p_coauthor s
                cross join p_note q
                where s.person = $1 and q.note = s.note and q.visibility = 'workshop'
                order by q.published_at desc, q.note limit $2) d
            union all
            select * from (select f.object, f.since from p_audience f where f.group_id = $1
                order by f.since desc, f.object limit $2) e
            union all
            select * from (select g.object, g.since from ",
        groups_of!(),
        " w join p_audience g on g.group_id = w.group_id and g.since >= coalesce(
                    (select max(z.cut) from (
                        select (select y.since from p_audience y where y.group_id = x.group_id
                                and y.since >= ",
        last_of_everyones!(),
        " order by y.since desc limit 1 offset $3) as cut from ",
        groups_of!(),
        " x) z), ",
        last_of_everyones!(),
        ")
                order by g.since desc, g.object limit $2) c
            ) u group by u.note order by max(u.at) desc, u.note limit $2) top on top.note = n.note
         order by top.at desc, n.note"
    ));
    read_all(&db.rows(sql, values![person, limit, (limit - 1).max(0)]).await?)
}

/// Notes that others shared with `person` alone, the latest shared first, at most `limit`.
pub async fn shared_with(db: &Db, person: &PersonId, limit: i64) -> Result<Vec<Note>, DbError> {
    let sql = select_note!(listed
        "join (select f.object, f.since from p_audience f where f.group_id = $1
               order by f.since desc, f.object limit $2) top on top.object = n.note
         order by top.since desc, n.note");
    read_all(&db.rows(sql, values![person.as_str(), limit]).await?)
}

/// What was shared with `group` and `person` may read, the last shared first: `most` after the first
/// `skipped`.
pub async fn shared_with_group(
    db: &Db,
    person: &PersonId,
    group: &str,
    (skipped, most): (i64, i64),
) -> Result<Vec<Note>, DbError> {
    let sql = select_note!(listed concat!(
        "join (select f.object, f.since from p_audience f where f.group_id = $2
               order by f.since desc, f.object limit $3 offset $4) top on top.object = n.note
         where ",
        visible_to!(),
        " order by top.since desc, n.note"
    ));
    read_all(&db.rows(sql, values![person.as_str(), group, most, skipped]).await?)
}

/// How many notes of others were shared with `group` after `since` and `person` may read: at most a
/// hundred are looked at.
pub async fn count_shared_since(
    db: &Db,
    person: &str,
    group: &str,
    since: i64,
) -> Result<i64, DbError> {
    let sql = concat!(
        "select count(*) from (select f.object from p_audience f
             where f.group_id = $2 and f.since > $3 order by f.since desc limit 100) k
         join p_note n on n.note = k.object where n.writer <> $1 and ",
        visible_to!()
    );
    Ok(db.row(sql, values![person, group, since]).await?.map_or(0, |row| row.cells().int()))
}

/// A note that everyone may read: the first one from the mark `from` on, or the first of all. Marks
/// are drawn at random, and so is the note. Two hundred notes are looked at from a mark, in the
/// order of their key: unless nearly all of a commons is drafts, one of them is everyone's.
pub async fn at_random(db: &Db, from: &str) -> Result<Option<NoteId>, DbError> {
    for from in [from, ""] {
        let sql = "select a.note from (select note, visibility from p_note where note >= $1
                order by note limit 200) a
            where a.visibility = 'everyone' order by a.note limit 1";
        if let Some(row) = db.row(sql, values![from]).await? {
            return Ok(Some(row.cells().parsed()?));
        }
    }
    Ok(None)
}

/// What `person` wrote, alone or with others, drafts too, the newest first: `most` of them after
/// the first `skipped`. Those they write alone are read in the order of their index and no further.
pub async fn written_by(
    db: &Db,
    person: &PersonId,
    (skipped, most): (i64, i64),
) -> Result<Vec<Note>, DbError> {
    let sql = select_note!(listed
        "join (select * from (select w.note from p_note w where w.writer = $1
                   order by w.drafted_at desc, w.note desc limit $2) a
               union select s.note from p_coauthor s where s.person = $1) mine on mine.note = n.note
         order by n.drafted_at desc, n.note desc limit $3 offset $4");
    let values = values![person.as_str(), skipped.saturating_add(most), most, skipped];
    read_all(&db.rows(sql, values).await?)
}

/// Everything `person` wrote, as [`written_by`]: for what is done once, in whole.
pub async fn all_written_by(db: &Db, person: &PersonId) -> Result<Vec<Note>, DbError> {
    written_by(db, person, (0, i64::from(i32::MAX))).await
}

/// What `person` writes and nobody else reads yet, the last touched first, at most `limit`. Chosen
/// before the rest is joined: left to itself, SQLite begins with every draft of the commons.
pub async fn unshared_of(db: &Db, person: &PersonId, limit: i64) -> Result<Vec<Note>, DbError> {
    let sql = select_note!(listed
        "join (select w.note, w.modified_at as at from p_note w
                   where w.writer = $1 and w.visibility = 'writer' and w.chosen = 0 and w.by_link = 0
               union select q.note, q.modified_at from p_coauthor s cross join p_note q
                   where s.person = $1 and q.note = s.note
                     and q.visibility = 'writer' and q.chosen = 0 and q.by_link = 0
               order by 2 desc, 1 limit $2) top on top.note = n.note
         order by top.at desc, n.note");
    read_all(&db.rows(sql, values![person.as_str(), limit]).await?)
}

/// Those of `notes` that `person` may read, in no order; of more than `AT_ONCE`, the first ones.
pub async fn those(db: &Db, person: &str, notes: &[NoteId]) -> Result<Vec<Note>, DbError> {
    if notes.is_empty() {
        return Ok(vec![]);
    }
    let places: Vec<String> = (0..AT_ONCE).map(|at| format!("${}", at + 2)).collect();
    let sql = format!(
        "{} and n.note in ({})",
        select_note!(listed concat!("where ", visible_to!())),
        places.join(", ")
    );
    let mut values: Vec<Value> = vec![person.into()];
    // No note has an empty name.
    let padded = notes.iter().map(NoteId::as_str).chain(std::iter::repeat("")).take(AT_ONCE);
    values.extend(padded.map(Value::from));
    read_all(&db.rows(&sql, &values).await?)
}

/// Guests who have no session any more, wrote nothing since `before`, and left texts that nobody
/// else ever read: who, and their drafts that are not empty yet. At most `most`.
pub async fn guests_with_drafts(
    db: &Db,
    before: i64,
    most: i64,
) -> Result<Vec<(PersonId, Vec<NoteId>)>, DbError> {
    let sql = "select g.person from people g
        where g.account = 0 and g.created_at < $1
          and not exists (select 1 from sessions s where s.person = g.person)
          and not exists (select 1 from drafts l where l.person = g.person and l.saved_at >= $1)
          and not exists (select 1 from p_note m where m.writer = g.person and m.modified_at >= $1)
          and (exists (select 1 from drafts d where d.person = g.person)
               or exists (select 1 from p_note n join content c on c.content_id = n.content_id
                          where n.writer = g.person and n.visibility = 'writer'
                            and n.chosen = 0 and n.by_link = 0
                            and c.erased_at is null
                            and not exists (select 1 from p_coauthor a where a.note = n.note)))
        order by g.created_at limit $2";
    let mut found = vec![];
    for row in db.rows(sql, values![before, most]).await? {
        let person: PersonId = row.cells().parsed()?;
        let sql = "select n.note from p_note n join content c on c.content_id = n.content_id
            where n.writer = $1 and n.visibility = 'writer' and n.chosen = 0 and n.by_link = 0
              and c.erased_at is null
              and not exists (select 1 from p_coauthor a where a.note = n.note)";
        let rows = db.rows(sql, values![person.as_str()]).await?;
        let notes = rows.iter().map(|row| row.cells().parsed()).collect::<Result<_, _>>()?;
        found.push((person, notes));
    }
    Ok(found)
}

/// The ids of the notes after `after`, in order, at most `most`.
pub async fn ids_after(db: &Db, after: &str, most: i64) -> Result<Vec<NoteId>, DbError> {
    let sql = "select note from p_note where note > $1 order by note limit $2";
    let rows = db.rows(sql, values![after, most]).await?;
    rows.iter().map(|row| row.cells().parsed()).collect()
}

/// The note `person` is writing or wrote first in `workshop`.
pub async fn of_participant(
    db: &Db,
    workshop: &WorkshopId,
    person: &PersonId,
) -> Result<Option<Note>, DbError> {
    let sql = select_note!(
        "where n.workshop = $1 and n.writer = $2 order by n.drafted_at, n.note limit 1"
    );
    let row = db.row(sql, values![workshop.as_str(), person.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// How many notes of `workshop` are published.
pub async fn count_of_workshop(db: &Db, workshop: &WorkshopId) -> Result<i64, DbError> {
    let sql = concat!("select count(*) from p_note n where n.workshop = $1 and ", shown_in_room!());
    Ok(db.row(sql, values![workshop.as_str()]).await?.map_or(0, |row| row.cells().int()))
}

/// One page of the published notes of `workshop` that `person` may read, the newest
/// first: `most` of them after the first `skipped`.
pub async fn page_of_workshop(
    db: &Db,
    workshop: &WorkshopId,
    person: &str,
    (skipped, most): (i64, i64),
) -> Result<Vec<Note>, DbError> {
    let sql = select_note!(listed concat!(
        "where n.workshop = $2 and ",
        shown_in_room!(),
        " and ",
        visible_to!(),
        " order by n.published_at desc, n.note limit $4 offset $3"
    ));
    let rows = db.rows(sql, values![person, workshop.as_str(), skipped, most]).await?;
    rows.iter().map(read).collect()
}

/// The published notes of `workshop` that `person` may read, the newest first.
pub async fn of_workshop(
    db: &Db,
    workshop: &WorkshopId,
    person: &str,
) -> Result<Vec<Note>, DbError> {
    let sql = select_note!(listed concat!(
        "where n.workshop = $2 and ",
        shown_in_room!(),
        " and ",
        visible_to!(),
        " order by n.published_at desc, n.note"
    ));
    read_all(&db.rows(sql, values![person, workshop.as_str()]).await?)
}

/// The note of `workshop` that most needs an answer from `person`: the least
/// thanked, then the oldest, never their own, never one they thanked already.
pub async fn to_thank(
    db: &Db,
    workshop: &WorkshopId,
    person: &PersonId,
) -> Result<Option<Note>, DbError> {
    let sql = select_note!(concat!(
        "where n.workshop = $2 and n.writer <> $1
           and not exists (select 1 from p_coauthor o where o.note = n.note and o.person = $1) and ",
        shown_in_room!(),
        " and ",
        visible_to!(),
        " and not exists (select 1 from p_thanks g where g.note = n.note and g.by_person = $1)
          order by coalesce(t.thanks, 0), n.published_at, n.note limit 1"
    ));
    let row = db.row(sql, values![person.as_str(), workshop.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// The published notes that go with `note` and that `person` may read, the latest linked first,
/// at most `limit`.
pub async fn linked_to(
    db: &Db,
    note: &NoteId,
    person: &str,
    limit: i64,
) -> Result<Vec<Note>, DbError> {
    let sql = select_note!(listed concat!(
        "join p_link l on l.other = n.note
         where l.note = $2
           and exists (select 1 from p_audience ax where ax.object = n.note) and ",
        visible_to!(),
        " order by l.at desc, l.other limit $3"
    ));
    read_all(&db.rows(sql, values![person, note.as_str(), limit]).await?)
}
