//! Whom each note is shared with: a set of groups, each with the first revision it may read, and
//! until when it was. Its authors read it whatever this says.

use std::str::FromStr;

use async_trait::async_trait;
use domain::core::ids::{CommunityId, NoteId, PersonId, WorkshopId};
use domain::core::membership::FACILITATOR;
use domain::notes::audience::{EVERYONE, Group, LINK};
use domain::notes::note::Event;
use domain::notes::visibility::Visibility;
use migrations::{Cells, Db, DbError, Row, Tx, values};

use super::note::Note;
use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// A group that may read a note, or could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// A workshop, a community, a person, [`EVERYONE`] or `domain::notes::audience::LINK`.
    pub group: String,
    /// The name of the person it is, if it is one who has a name.
    pub name: String,
    /// Whether it is a workshop.
    pub is_workshop: bool,
    /// Whether it is a community.
    pub is_community: bool,
    /// The title of the workshop, or the name of the community, that it is, if it has one; a
    /// community that is entered by a link alone is named nowhere.
    pub title: String,
    /// Since when, in microseconds.
    pub since: i64,
}

impl Reader {
    /// Whom its authors shared `note` with; `None` for those it was published to.
    pub fn as_group(&self, note: &Note) -> Option<Group> {
        let is_home = note.workshop.as_ref().is_some_and(|it| it.as_str() == self.group);
        match self.group.as_str() {
            EVERYONE => None,
            _ if is_home => None,
            LINK => Some(Group::Link),
            id if self.is_workshop => id.parse().ok().map(Group::Workshop),
            id if self.is_community => id.parse().ok().map(Group::Community),
            id => id.parse().ok().map(Group::Person),
        }
    }
}

/// What the groups of one reader open of one note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// The first revision they may read; 0 when they may read none.
    pub first: i64,
    /// Whether they are in the group of the workshop it was written in.
    pub is_home: bool,
    /// Whether they run one of the workshops that it is shared with. (Anybody begins a community:
    /// looking after one gives no right over what is shared with it.)
    pub is_steward: bool,
}

/// What `note`, written in `workshop`, opens to `person`.
pub async fn opened_to(
    db: &Db,
    note: &NoteId,
    workshop: Option<&WorkshopId>,
    person: &PersonId,
) -> Result<Opened, DbError> {
    let sql = "select
        (select min(au.first_revision) from p_audience au where au.object = $1
            and (au.group_id = 'everyone' or au.group_id = $2
                 or exists (select 1 from p_membership me
                            where me.group_id = au.group_id and me.person = $2))),
        (select count(*) from p_membership mh where mh.group_id = $3 and mh.person = $2),
        (select count(*) from p_audience ag join p_membership ms on ms.group_id = ag.group_id
            where ag.object = $1 and ms.person = $2 and ms.role = $4)";
    let workshop = workshop.map_or("", WorkshopId::as_str);
    let row = db.row(sql, values![note.as_str(), person.as_str(), workshop, FACILITATOR]).await?;
    Ok(row.map_or_else(Opened::default, |row| {
        let cells = row.cells();
        Opened { first: cells.int(), is_home: cells.int() > 0, is_steward: cells.int() > 0 }
    }))
}

/// The first revision of `note` that `group` may read; 0 when it may read none.
pub async fn first_of(db: &Db, note: &NoteId, group: &str) -> Result<i64, DbError> {
    let sql = "select first_revision from p_audience where object = $1 and group_id = $2";
    let row = db.row(sql, values![note.as_str(), group]).await?;
    Ok(row.map_or(0, |row| row.cells().int()))
}

/// A community that a note is shared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    pub community: CommunityId,
    pub name: String,
    /// Whether whoever looks is in it.
    pub is_in: bool,
}

/// The communities that `note` is shared with and `person` may know of: those they are in, and of a
/// note that everyone reads (`public`), those that are not entered by a link alone. At most `most`,
/// the first it was shared with first.
pub async fn communities_known(
    db: &Db,
    note: &NoteId,
    (person, public): (&str, bool),
    most: i64,
) -> Result<Vec<Shared>, DbError> {
    let sql = "select s.community, s.name, s.is_in from (
            select k.community, coalesce(d.title, '') as name, k.admission, au.since,
                case when exists (select 1 from p_membership me
                    where me.group_id = au.group_id and me.person = $2) then 1 else 0 end as is_in
            from p_audience au
            join p_community k on k.community = au.group_id
            left join content d on d.content_id = k.about
            where au.object = $1) s
        where s.is_in = 1 or ($3 = 1 and s.admission <> 'by-link')
        order by s.since, s.community limit $4";
    let rows = db.rows(sql, values![note.as_str(), person, public, most]).await?;
    rows.iter()
        .map(|row| {
            let cells = row.cells();
            Ok(Shared { community: cells.parsed()?, name: cells.text(), is_in: cells.yes() })
        })
        .collect()
}

/// The groups that could read `note` at `at`, in microseconds, the first one shared with first.
pub async fn of_note_at(db: &Db, note: &NoteId, at: i64) -> Result<Vec<Reader>, DbError> {
    let sql = "select g.group_id, coalesce(p.name, ''),
            case when w.workshop is null then 0 else 1 end,
            case when k.community is null then 0 else 1 end,
            coalesce(c.title, case when k.admission <> 'by-link' then d.title end, ''), g.since from (
            select group_id, since from p_audience where object = $1 and since <= $2
            union
            select group_id, since from p_audience_past
                where object = $1 and since <= $2 and until > $2) g
        left join people p on p.person = g.group_id
        left join p_workshop w on w.workshop = g.group_id
        left join content c on c.content_id = w.content_id
        left join p_community k on k.community = g.group_id
        left join content d on d.content_id = k.about
        order by g.since, g.group_id";
    let rows = db.rows(sql, values![note.as_str(), at]).await?;
    Ok(rows.iter().map(|row| reader(&row.cells())).collect())
}

/// A change in whom a note is shared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whom, as it was.
    pub reader: Reader,
    /// Whether they could read it from then on; or no more.
    pub opened: bool,
}

/// The changes in whom `note` is shared with, the last one first, at most `most`; `every` one, or
/// those that everyone could see. When is the `since` of each.
pub async fn changes_of(
    db: &Db,
    note: &NoteId,
    every: bool,
    most: i64,
) -> Result<Vec<Change>, DbError> {
    let sql = "select g.group_id, coalesce(p.name, ''),
            case when w.workshop is null then 0 else 1 end,
            case when k.community is null then 0 else 1 end,
            coalesce(c.title, case when k.admission <> 'by-link' then d.title end, ''), g.at, g.opened from (
            select group_id, since as at, 1 as opened from p_audience where object = $1
            union all
            select group_id, since, 1 from p_audience_past where object = $1
            union all
            select group_id, until, 0 from p_audience_past where object = $1) g
        left join people p on p.person = g.group_id
        left join p_workshop w on w.workshop = g.group_id
        left join content c on c.content_id = w.content_id
        left join p_community k on k.community = g.group_id
        left join content d on d.content_id = k.about
        where $2 = 1 or g.group_id = 'everyone'
        order by g.at desc, g.opened, g.group_id limit $3";
    let read = |row: &Row| {
        let cells = row.cells();
        Ok(Change { reader: reader(&cells), opened: cells.yes() })
    };
    db.rows(sql, values![note.as_str(), every, most]).await?.iter().map(read).collect()
}

fn reader(cells: &Cells<'_>) -> Reader {
    Reader {
        group: cells.text(),
        name: cells.text(),
        is_workshop: cells.yes(),
        is_community: cells.yes(),
        title: cells.text(),
        since: cells.int(),
    }
}

/// Those who signed notes in the workshops `person` is in, with the names they go by, whom `note`
/// is not shared with yet; at most `most`.
pub async fn signers_near(
    db: &Db,
    note: &NoteId,
    person: &PersonId,
    most: i64,
) -> Result<Vec<(PersonId, String)>, DbError> {
    let sql = "select distinct q.writer, p.name from
            (select distinct group_id from p_membership where person = $1) w
        join p_note q on q.workshop = w.group_id and q.visibility <> 'writer' and q.by_group = 0
        join people p on p.person = q.writer and p.name <> ''
        where q.writer <> $1 and not exists (select 1 from p_audience b
                                             where b.object = $2 and b.group_id = q.writer)
        order by p.name, q.writer limit $3";
    named(&db.rows(sql, values![person.as_str(), note.as_str(), most]).await?)
}

/// The workshops `person` is in, the latest prepared first, that `note` is not shared with yet; at
/// most `most`.
pub async fn workshops_of(
    db: &Db,
    note: &NoteId,
    person: &PersonId,
    most: i64,
) -> Result<Vec<(WorkshopId, String)>, DbError> {
    let sql = "select v.workshop, c.title from
            (select distinct group_id from p_membership where person = $1) w
        join p_workshop v on v.workshop = w.group_id
        join content c on c.content_id = v.content_id
        where not exists (select 1 from p_audience b
                          where b.object = $2 and b.group_id = v.workshop)
        order by v.prepared_at desc, v.workshop limit $3";
    named(&db.rows(sql, values![person.as_str(), note.as_str(), most]).await?)
}

/// The communities that `note` is shared with and `person` is in, at most `most`.
pub async fn own_communities(
    db: &Db,
    note: &NoteId,
    person: &PersonId,
    most: i64,
) -> Result<Vec<CommunityId>, DbError> {
    let sql = "select k.community from p_audience b
        join p_membership me on me.group_id = b.group_id and me.person = $2
            and me.role = 'member'
        join p_community k on k.community = b.group_id
        where b.object = $1 limit $3";
    let rows = db.rows(sql, values![note.as_str(), person.as_str(), most]).await?;
    rows.iter().map(|row| row.cells().parsed()).collect()
}

/// The communities `person` is in that go on, the last they came into first, that `note` is not
/// shared with yet; at most `most`.
pub async fn communities_of(
    db: &Db,
    note: &NoteId,
    person: &PersonId,
    most: i64,
) -> Result<Vec<(CommunityId, String)>, DbError> {
    let sql = "select k.community, d.title from p_membership me
        join p_community k on k.community = me.group_id and k.ended_at = 0
        join content d on d.content_id = k.about
        where me.person = $1 and me.role = 'member'
            and not exists (select 1 from p_audience b
                            where b.object = $2 and b.group_id = k.community)
        order by me.since desc, k.community limit $3";
    named(&db.rows(sql, values![person.as_str(), note.as_str(), most]).await?)
}

/// Ids, each with a name.
fn named<I: FromStr>(rows: &[Row]) -> Result<Vec<(I, String)>, DbError> {
    let read = |row: &Row| {
        let cells = row.cells();
        Ok((cells.parsed()?, cells.text()))
    };
    rows.iter().map(read).collect()
}

projection! {
    /// The projection of audiences.
    pub struct Audiences = "audience" version 1;
    tables ["p_audience", "p_audience_past", "p_audience_home"] in "audience.sql";
    hears Heard { Note }
}

#[async_trait]
impl Projection for Audiences {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (Heard::Note(event), recorded) in Heard::of(batch) {
            apply(tx, event, recorded.at).await?;
        }
        Ok(())
    }
}

async fn apply(tx: &mut Tx, event: &Event, at: i64) -> Result<(), DbError> {
    match event {
        Event::Drafted { note, workshop: Some(workshop), .. } => {
            let sql = "insert into p_audience_home (object, workshop) values ($1, $2)
                on conflict (object) do nothing";
            tx.exec(sql, values![note.as_str(), workshop.as_str()]).await?;
        }
        // Whatever is for everyone is for the room too: what it could read stays open to it when
        // the note is narrowed again.
        Event::Published { note, visibility, revision, .. } => {
            let home = "select workshop from p_audience_home where object = $1";
            if let Some(row) = tx.row(home, values![note.as_str()]).await? {
                open(tx, note, row.cells().str(), (*revision, at)).await?;
            }
            match visibility {
                Visibility::Everyone => open(tx, note, EVERYONE, (*revision, at)).await?,
                Visibility::Workshop | Visibility::Writer => close(tx, note, EVERYONE, at).await?,
            }
        }
        // Making it private hides its past too.
        Event::Withdrawn { note, .. } => {
            let sql = "select group_id from p_audience where object = $1";
            for row in tx.rows(sql, values![note.as_str()]).await? {
                close(tx, note, row.cells().str(), at).await?;
            }
        }
        Event::Shared { note, with, revision, .. } => {
            open(tx, note, with.as_str(), (*revision, at)).await?;
        }
        Event::Unshared { note, with, .. } => close(tx, note, with.as_str(), at).await?,
        Event::Drafted { .. }
        | Event::Revised { .. }
        | Event::AuthorJoined { .. }
        | Event::AuthorLeft { .. }
        | Event::Opened { .. }
        | Event::Closed { .. }
        | Event::Described { .. }
        | Event::AuthorshipAsked { .. }
        | Event::AuthorshipDeclined { .. }
        | Event::VariantParked { .. }
        | Event::VariantSettled { .. }
        | Event::SuggestionMade { .. }
        | Event::SuggestionAccepted { .. }
        | Event::SuggestionDeclined { .. }
        | Event::RevisionNamed { .. }
        | Event::RevisionUnnamed { .. }
        | Event::RevisionHidden { .. }
        | Event::RevisionShown { .. }
        | Event::PassageErased { .. }
        | Event::PassageRestored { .. } => {}
    }
    Ok(())
}

/// `group` may read `note` from `revision` on, unless it could already.
async fn open(
    tx: &mut Tx,
    note: &NoteId,
    group: &str,
    (revision, at): (i64, i64),
) -> Result<(), DbError> {
    let sql = "insert into p_audience (object, group_id, first_revision, since)
        values ($1, $2, $3, $4) on conflict (object, group_id) do nothing";
    tx.exec(sql, values![note.as_str(), group, revision, at]).await?;
    Ok(())
}

/// `group` may read `note` no more, if it could.
async fn close(tx: &mut Tx, note: &NoteId, group: &str, at: i64) -> Result<(), DbError> {
    let sql = "insert into p_audience_past (object, group_id, since, until)
        select object, group_id, since, $3 from p_audience where object = $1 and group_id = $2
        on conflict (object, group_id, since) do update set until = excluded.until";
    tx.exec(sql, values![note.as_str(), group, at]).await?;
    let sql = "delete from p_audience where object = $1 and group_id = $2";
    tx.exec(sql, values![note.as_str(), group]).await?;
    Ok(())
}
