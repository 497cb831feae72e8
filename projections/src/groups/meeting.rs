//! Meetings of communities: when and where, who comes, the note that tells what was said.

use async_trait::async_trait;
use domain::core::ids::{CommunityId, MeetingId, NoteId, PersonId};
use domain::groups::meeting::{Event, Kind, Moment, PEOPLE_MAX};
use migrations::{Db, DbError, Row, Tx, values};

mod people;

pub use self::people::{Attendance, attendance, comers, coming_of, next_of};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// A meeting, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub meeting: MeetingId,
    pub community: CommunityId,
    pub kind: Kind,
    /// In microseconds, UTC.
    pub starts_at: i64,
    /// In microseconds, UTC.
    pub ends_at: i64,
    /// The time zone it was announced in.
    pub zone: String,
    /// How many may come; 0: as many as there may ever be.
    pub places: i64,
    /// The first meeting of its series: itself, when it is.
    pub series: MeetingId,
    /// What it is called; empty once erased.
    pub title: String,
    /// What it is about, in Markdown.
    pub about: String,
    /// Where it is, or the address it opens at, in a line.
    pub place: String,
    /// Whoever announced it.
    pub by: PersonId,
    /// The note that tells what was said.
    pub note: Option<NoteId>,
    pub cancelled: bool,
    /// How many come.
    pub people: i64,
    /// How many times it was changed since it was announced.
    pub changes: i64,
    /// When it was last, in microseconds.
    pub changed_at: i64,
}

impl Meeting {
    /// Whether it is over at `now`.
    pub fn is_over(&self, now: i64) -> bool {
        self.ends_at <= now
    }

    /// Whether nobody else may come.
    pub fn is_full(&self) -> bool {
        let most = i64::try_from(PEOPLE_MAX).unwrap_or(i64::MAX);
        self.people >= if self.places > 0 { self.places } else { most }
    }
}

/// What a community lives without a message: how many meetings it held since a moment, and when the
/// last one ended, in microseconds (0: none ever was).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pulse {
    pub held: i64,
    pub last_at: i64,
}

/// Meetings `g`, with their words.
macro_rules! select_meeting {
    ($rest:expr) => {
        concat!(
            "select g.meeting, g.community, g.kind, g.starts_at, g.ends_at, g.zone, g.places,
                    g.series, c.title, c.body, c.summary, g.by_person, g.note, g.cancelled,
                    g.people, g.changes, g.changed_at
             from p_meeting g join content c on c.content_id = g.content_id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Meeting, DbError> {
    let cells = row.cells();
    Ok(Meeting {
        meeting: cells.parsed()?,
        community: cells.parsed()?,
        kind: cells.parsed()?,
        starts_at: cells.int(),
        ends_at: cells.int(),
        zone: cells.text(),
        places: cells.int(),
        series: cells.parsed()?,
        title: cells.text(),
        about: cells.text(),
        place: cells.text(),
        by: cells.parsed()?,
        note: cells.maybe(),
        cancelled: cells.yes(),
        people: cells.int(),
        changes: cells.int(),
        changed_at: cells.int(),
    })
}

/// The meeting of this id.
pub async fn find(db: &Db, meeting: &MeetingId) -> Result<Option<Meeting>, DbError> {
    let sql = select_meeting!("where g.meeting = $1");
    db.row(sql, values![meeting.as_str()]).await?.as_ref().map(read).transpose()
}

/// Those of `community` that are not over at `now`, the next one first: `most` after the first
/// `skipped`. Those that are not held are among them: whoever meant to come looks there.
pub async fn to_come(
    db: &Db,
    community: &CommunityId,
    now: i64,
    (skipped, most): (i64, i64),
) -> Result<Vec<Meeting>, DbError> {
    let sql = select_meeting!(
        "where g.community = $1 and g.ends_at > $2
         order by g.ends_at, g.meeting limit $3 offset $4"
    );
    let values = values![community.as_str(), now, most, skipped];
    db.rows(sql, values).await?.iter().map(read).collect()
}

/// Those of `community` that are over at `now`, the last one first: `most` after the first
/// `skipped`.
pub async fn held(
    db: &Db,
    community: &CommunityId,
    now: i64,
    (skipped, most): (i64, i64),
) -> Result<Vec<Meeting>, DbError> {
    let sql = select_meeting!(
        "where g.community = $1 and g.ends_at <= $2 and g.cancelled = 0
         order by g.ends_at desc, g.meeting desc limit $3 offset $4"
    );
    let values = values![community.as_str(), now, most, skipped];
    db.rows(sql, values).await?.iter().map(read).collect()
}

/// Those of `community` that ended after `from` and not after `until`, the last one first, at most
/// `limit`.
pub async fn held_between(
    db: &Db,
    community: &CommunityId,
    (from, until): (i64, i64),
    limit: i64,
) -> Result<Vec<Meeting>, DbError> {
    let sql = select_meeting!(
        "where g.community = $1 and g.ends_at > $2 and g.ends_at <= $3 and g.cancelled = 0
         order by g.ends_at desc, g.meeting desc limit $4"
    );
    let values = values![community.as_str(), from, until, limit];
    db.rows(sql, values).await?.iter().map(read).collect()
}

/// How many of `community` are not over at `now` and are held.
pub async fn count_to_come(db: &Db, community: &CommunityId, now: i64) -> Result<i64, DbError> {
    let sql = "select count(*) from p_meeting where community = $1 and ends_at > $2
        and cancelled = 0";
    let row = db.row(sql, values![community.as_str(), now]).await?;
    Ok(row.map_or(0, |row| row.cells().int()))
}

/// How many of `community` `person` announced after `since`.
pub async fn announced_by(
    db: &Db,
    community: &CommunityId,
    person: &PersonId,
    since: i64,
) -> Result<i64, DbError> {
    let sql = "select count(*) from p_meeting
        where community = $1 and announced_at > $2 and by_person = $3";
    let row = db.row(sql, values![community.as_str(), since, person.as_str()]).await?;
    Ok(row.map_or(0, |row| row.cells().int()))
}

/// How many of `community` were announced after `since`, by others than `person`, and are held: at
/// most a hundred are looked at.
pub async fn announced_since(
    db: &Db,
    community: &CommunityId,
    person: &PersonId,
    since: i64,
) -> Result<i64, DbError> {
    let sql = "select count(*) from (select by_person, cancelled from p_meeting
        where community = $1 and announced_at > $2 order by announced_at desc limit 100) k
        where k.cancelled = 0 and k.by_person <> $3";
    let row = db.row(sql, values![community.as_str(), since, person.as_str()]).await?;
    Ok(row.map_or(0, |row| row.cells().int()))
}

/// What `community` held between `since` and `now`.
pub async fn pulse(
    db: &Db,
    community: &CommunityId,
    (since, now): (i64, i64),
) -> Result<Pulse, DbError> {
    let sql = "select count(*), coalesce(max(ends_at), 0) from p_meeting
        where community = $1 and ends_at > $2 and ends_at <= $3 and cancelled = 0";
    let row = db.row(sql, values![community.as_str(), since, now]).await?;
    Ok(row.map_or_else(Pulse::default, |row| {
        let cells = row.cells();
        Pulse { held: cells.int(), last_at: cells.int() }
    }))
}

/// The meetings of the series of `meeting` just before it and just after it.
pub async fn siblings(
    db: &Db,
    meeting: &Meeting,
) -> Result<(Option<Meeting>, Option<Meeting>), DbError> {
    let values = values![meeting.series.as_str(), meeting.starts_at, meeting.meeting.as_str()];
    let before = select_meeting!(
        "where g.series = $1 and (g.starts_at, g.meeting) < ($2, $3)
         order by g.starts_at desc, g.meeting desc limit 1"
    );
    let before = db.row(before, values).await?.as_ref().map(read).transpose()?;
    let after = select_meeting!(
        "where g.series = $1 and (g.starts_at, g.meeting) > ($2, $3)
         order by g.starts_at, g.meeting limit 1"
    );
    let after = db.row(after, values).await?.as_ref().map(read).transpose()?;
    Ok((before, after))
}

/// The meeting that this note tells of.
pub async fn of_note(db: &Db, note: &NoteId) -> Result<Option<Meeting>, DbError> {
    let sql = select_meeting!("where g.note = $1 order by g.meeting limit 1");
    db.row(sql, values![note.as_str()]).await?.as_ref().map(read).transpose()
}

projection! {
    /// The projection of meetings.
    pub struct Meetings = "meeting" version 1;
    tables ["p_meeting", "p_attendance"] in "meeting.sql";
    hears Heard { Meeting }
}

#[async_trait]
impl Projection for Meetings {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (Heard::Meeting(event), recorded) in Heard::of(batch) {
            apply(tx, event, recorded.at).await?;
        }
        Ok(())
    }
}

async fn apply(tx: &mut Tx, event: &Event, at: i64) -> Result<(), DbError> {
    match event {
        Event::Announced { meeting, community, by, kind, hours, places, series, content } => {
            let sql = "insert into p_meeting (meeting, community, kind, starts_at, ends_at, zone,
                    places, series, content_id, by_person, note, cancelled, people, changes,
                    changed_at, announced_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null, 0, 0, 0, $11, $11)
                on conflict (meeting) do nothing";
            let values = values![
                meeting.as_str(),
                community.as_str(),
                kind.word(),
                hours.starts_at,
                hours.ends_at,
                hours.zone.to_string(),
                i64::from(places.unwrap_or(0)),
                series.as_ref().unwrap_or(meeting).as_str(),
                content.as_str(),
                by.as_str(),
                at
            ];
            tx.exec(sql, values).await?;
        }
        Event::Described { meeting, content, .. } => {
            let sql = "update p_meeting set content_id = $2, changes = changes + 1,
                changed_at = $3 where meeting = $1";
            tx.exec(sql, values![meeting.as_str(), content.as_str(), at]).await?;
        }
        Event::Moved { meeting, hours, .. } => {
            let sql = "update p_meeting set starts_at = $2, ends_at = $3, zone = $4,
                changes = changes + 1, changed_at = $5 where meeting = $1";
            let zone = hours.zone.to_string();
            let values = values![meeting.as_str(), hours.starts_at, hours.ends_at, zone, at];
            tx.exec(sql, values).await?;
        }
        Event::PlacesSet { meeting, places, .. } => {
            let sql = "update p_meeting set places = $2 where meeting = $1";
            tx.exec(sql, values![meeting.as_str(), i64::from(places.unwrap_or(0))]).await?;
        }
        Event::Cancelled { meeting, .. } | Event::Restored { meeting, .. } => {
            let sql = "update p_meeting set cancelled = $2, changes = changes + 1,
                changed_at = $3 where meeting = $1";
            let cancelled = matches!(event, Event::Cancelled { .. });
            tx.exec(sql, values![meeting.as_str(), cancelled, at]).await?;
        }
        Event::SignedUp { meeting, person } => {
            let sql = "insert into p_attendance (meeting, person, at) values ($1, $2, $3)
                on conflict (meeting, person) do nothing";
            tx.exec(sql, values![meeting.as_str(), person.as_str(), at]).await?;
            count(tx, meeting, 1).await?;
        }
        Event::SignedOff { meeting, person } => {
            let sql = "delete from p_attendance where meeting = $1 and person = $2";
            tx.exec(sql, values![meeting.as_str(), person.as_str()]).await?;
            count(tx, meeting, -1).await?;
        }
        Event::AimSaid { meeting, person, moment, content } => {
            let sql = match moment {
                Moment::Start => {
                    "update p_attendance set aim = $3 where meeting = $1 and person = $2"
                }
                Moment::End => {
                    "update p_attendance set outcome = $3 where meeting = $1 and person = $2"
                }
            };
            let values = values![meeting.as_str(), person.as_str(), content.as_str()];
            tx.exec(sql, values).await?;
        }
        Event::Synthesised { meeting, note, .. } => {
            let sql = "update p_meeting set note = $2 where meeting = $1";
            tx.exec(sql, values![meeting.as_str(), note.as_str()]).await?;
        }
        // Words are read where they stand.
        Event::WordsErased { .. } => {}
    }
    Ok(())
}

async fn count(tx: &mut Tx, meeting: &MeetingId, more: i64) -> Result<(), DbError> {
    let sql = "update p_meeting set people = people + $2 where meeting = $1";
    tx.exec(sql, values![meeting.as_str(), more]).await?;
    Ok(())
}
