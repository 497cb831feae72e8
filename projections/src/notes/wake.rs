//! The wake of a note, of the notes of a workshop, of the whole commons: how many acts of each kind
//! a day. Nobody is in it, and nothing of what was done while a note was nobody's but its
//! writer's: no draft leaves a ripple.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::core::ids::{NoteId, WorkshopId};
use domain::notes::visibility::Visibility;
use domain::notes::{link, note, reading, thanks};
use migrations::value::Kind;
use migrations::{Db, DbError, Tx, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// How many microseconds a day has.
pub const DAY: i64 = 86_400_000_000;

/// The subject of what everyone may read.
const COMMONS: &str = "";

/// What an act leaves on the water.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::EnumString, strum::IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Ripple {
    /// It was shown to others.
    Published,
    /// It was changed.
    Edited,
    /// It was read.
    Read,
    /// It was liked.
    Liked,
    /// Somebody gave thanks for it.
    Thanked,
    /// It was linked to another.
    Linked,
}

/// Acts of one kind in one part of the time that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which part, from 0.
    pub part: i64,
    pub ripple: Ripple,
    pub count: i64,
}

/// A wake.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Wake {
    /// When the first act of it was, in microseconds.
    pub first: i64,
    /// The marks, the oldest first.
    pub marks: Vec<Mark>,
}

impl Wake {
    /// How many acts of a kind there are in it.
    pub fn count(&self, ripple: Ripple) -> i64 {
        self.marks.iter().filter(|mark| mark.ripple == ripple).map(|mark| mark.count).sum()
    }

    /// How many acts there are in it.
    pub fn total(&self) -> i64 {
        self.marks.iter().map(|mark| mark.count).sum()
    }
}

/// The wake of `note` until `now`, in microseconds, in so many `parts`: to its group the whole of
/// it, to others what was done while everyone could read it.
pub async fn of_note(
    db: &Db,
    note: &NoteId,
    is_group: bool,
    (now, parts): (i64, i64),
) -> Result<Wake, DbError> {
    let subject = if is_group { note.to_string() } else { in_public(note) };
    of(db, &subject, (i64::MIN, now / DAY), parts).await
}

/// The subject of what was done about a note while everyone could read it.
fn in_public(note: &NoteId) -> String {
    format!("{note} everyone")
}

/// The wake of the notes of `workshop`.
pub async fn of_workshop(
    db: &Db,
    workshop: &WorkshopId,
    now: i64,
    parts: i64,
) -> Result<Wake, DbError> {
    of(db, workshop.as_str(), (i64::MIN, now / DAY), parts).await
}

/// The wake of what everyone may read, over the last `days`.
pub async fn of_commons(db: &Db, now: i64, days: i64, parts: i64) -> Result<Wake, DbError> {
    of(db, COMMONS, (now / DAY - days, now / DAY), parts).await
}

async fn of(db: &Db, subject: &str, (from, to): (i64, i64), parts: i64) -> Result<Wake, DbError> {
    let sql = "select coalesce(min(day), $3) from p_wake where subject = $1 and day >= $2";
    let row = db.row(sql, values![subject, from, to]).await?;
    let first = row.map_or(to, |row| row.cells().int()).min(to);
    let at = "select min(first_at) from p_wake where subject = $1 and day = $2";
    let first_at = db.row(at, values![subject, first]).await?;
    let first_at = first_at.map_or(0, |row| row.cells().int());
    let sql = "select (day - $2) * $4 / ($3 - $2 + 1) as part, ripple,
            cast(sum(count) as {i64}) as acts
        from p_wake where subject = $1 and day >= $2 and day <= $3
        group by 1, 2 order by 1, 2";
    let rows = db.rows(sql, values![subject, first, to, parts]).await?;
    let marks = rows.iter().map(|row| {
        let cells = row.cells();
        Ok(Mark { part: cells.int(), ripple: cells.parsed()?, count: cells.int() })
    });
    Ok(Wake { first: first_at, marks: marks.collect::<Result<_, DbError>>()? })
}

projection! {
    /// The wake projection.
    pub struct Wakes = "wake" version 2;
    tables ["p_wake", "p_wake_note"] in "wake.sql";
    hears Heard { Note, Reading, Thanks, Link }
}

/// Where a note was written, and who may read it.
#[derive(Clone)]
struct Place {
    workshop: Option<String>,
    visibility: Visibility,
}

/// The note that an event leaves a ripple on, or changes the place of.
fn note_of<'e>(heard: &Heard<'e>) -> Option<&'e NoteId> {
    match heard {
        Heard::Note(
            note::Event::Drafted { note, .. }
            | note::Event::Published { note, .. }
            | note::Event::Withdrawn { note, .. }
            | note::Event::Revised { note, .. },
        )
        | Heard::Reading(
            reading::Event::Opened { note, .. } | reading::Event::Liked { note, .. },
        )
        | Heard::Thanks(
            thanks::Event::Given { note, .. } | thanks::Event::RevisionThanked { note, .. },
        )
        | Heard::Link(link::Event::Linked { note, .. }) => Some(note),
        Heard::Note(
            note::Event::VariantParked { .. }
            | note::Event::VariantSettled { .. }
            | note::Event::SuggestionMade { .. }
            | note::Event::SuggestionAccepted { .. }
            | note::Event::SuggestionDeclined { .. }
            | note::Event::RevisionNamed { .. }
            | note::Event::RevisionUnnamed { .. }
            | note::Event::RevisionHidden { .. }
            | note::Event::RevisionShown { .. }
            | note::Event::Shared { .. }
            | note::Event::Unshared { .. }
            | note::Event::Opened { .. }
            | note::Event::Closed { .. }
            | note::Event::Described { .. }
            | note::Event::AuthorshipAsked { .. }
            | note::Event::AuthorshipDeclined { .. }
            | note::Event::PassageErased { .. }
            | note::Event::PassageRestored { .. }
            | note::Event::AuthorJoined { .. }
            | note::Event::AuthorLeft { .. },
        )
        | Heard::Reading(reading::Event::RevisionSeen { .. } | reading::Event::Unliked { .. })
        | Heard::Link(link::Event::Unlinked { .. }) => None,
    }
}

/// Where the notes of a batch are, in one question.
async fn places(
    tx: &mut Tx,
    batch: &[Recorded],
) -> Result<BTreeMap<NoteId, Option<Place>>, DbError> {
    let mut places: BTreeMap<NoteId, Option<Place>> = BTreeMap::new();
    for note in Heard::of(batch).filter_map(|(heard, _)| note_of(&heard)) {
        if !places.contains_key(note) {
            places.insert(note.clone(), None);
        }
    }
    let keys = places.keys().map(|note| vec![note.as_str().into()]).collect();
    let sql = "select w.note, w.workshop, w.visibility
        from {keys} join p_wake_note w on w.note = k.c0";
    for row in tx.each(sql, &[Kind::Text], keys).await? {
        let cells = row.cells();
        let note = cells.parsed()?;
        let place = Place { workshop: cells.maybe_text(), visibility: cells.parsed()? };
        places.insert(note, Some(place));
    }
    Ok(places)
}

#[derive(Default)]
struct Fold {
    /// Where each note of the batch is; `None` for one whose beginning cannot be read, which
    /// leaves no ripple.
    places: BTreeMap<NoteId, Option<Place>>,
    /// How many, and when the first was, by subject, day and kind.
    acts: BTreeMap<(String, i64, &'static str), (i64, i64)>,
}

#[async_trait]
impl Projection for Wakes {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut fold = Fold { places: places(tx, batch).await?, ..Fold::default() };
        for (heard, recorded) in Heard::of(batch) {
            let at = recorded.at;
            match heard {
                Heard::Note(event) => fold.apply(event, at),
                Heard::Reading(reading::Event::Opened { note, .. }) => {
                    fold.add(note, Ripple::Read, at);
                }
                Heard::Reading(reading::Event::Liked { note, .. }) => {
                    fold.add(note, Ripple::Liked, at);
                }
                Heard::Thanks(
                    thanks::Event::Given { note, .. } | thanks::Event::RevisionThanked { note, .. },
                ) => fold.add(note, Ripple::Thanked, at),
                Heard::Link(link::Event::Linked { note, .. }) => {
                    fold.add(note, Ripple::Linked, at);
                }
                // The same reading; and what was done is not undone on the water.
                Heard::Reading(
                    reading::Event::RevisionSeen { .. } | reading::Event::Unliked { .. },
                )
                | Heard::Link(link::Event::Unlinked { .. }) => {}
            }
        }
        fold.write(tx).await
    }
}

impl Fold {
    fn apply(&mut self, event: &note::Event, at: i64) {
        use note::Event as E;
        match event {
            E::Drafted { note, workshop, .. } => {
                let workshop = workshop.as_ref().map(ToString::to_string);
                let place = Place { workshop, visibility: Visibility::Writer };
                self.places.insert(note.clone(), Some(place));
            }
            E::Published { note, visibility, .. } => {
                self.offered(note, *visibility);
                self.add(note, Ripple::Published, at);
            }
            E::Withdrawn { note, .. } => {
                self.offered(note, Visibility::Writer);
            }
            E::Revised { note, .. } => self.add(note, Ripple::Edited, at),
            E::VariantParked { .. }
            | E::VariantSettled { .. }
            | E::SuggestionMade { .. }
            | E::SuggestionAccepted { .. }
            | E::SuggestionDeclined { .. }
            | E::RevisionNamed { .. }
            | E::RevisionUnnamed { .. }
            | E::RevisionHidden { .. }
            | E::RevisionShown { .. }
            | E::Shared { .. }
            | E::Unshared { .. }
            | E::Opened { .. }
            | E::Closed { .. }
            | E::Described { .. }
            | E::AuthorshipAsked { .. }
            | E::AuthorshipDeclined { .. }
            | E::PassageErased { .. }
            | E::PassageRestored { .. }
            | E::AuthorJoined { .. }
            | E::AuthorLeft { .. } => {}
        }
    }

    /// Where `note` is, if its beginning was read.
    fn place(&mut self, note: &NoteId) -> Option<&mut Place> {
        self.places.get_mut(note)?.as_mut()
    }

    fn offered(&mut self, note: &NoteId, visibility: Visibility) {
        if let Some(place) = self.place(note) {
            place.visibility = visibility;
        }
    }

    /// An act on a note that others may read, for the note, its workshop, and the commons.
    fn add(&mut self, note: &NoteId, ripple: Ripple, at: i64) {
        let Some(Place { workshop, visibility }) = self.place(note).map(|place| place.clone())
        else {
            return;
        };
        if visibility == Visibility::Writer {
            return;
        }
        let is_public = visibility == Visibility::Everyone;
        let commons = is_public.then(|| COMMONS.to_owned());
        let public = is_public.then(|| in_public(note));
        for subject in [Some(note.to_string()), public, workshop, commons].into_iter().flatten() {
            let act = (subject, at.div_euclid(DAY), ripple.into());
            self.acts.entry(act).or_insert((0, at)).0 += 1;
        }
    }

    async fn write(self, tx: &mut Tx) -> Result<(), DbError> {
        let sql = "insert into p_wake_note (note, workshop, visibility) {rows}
            on conflict (note) do update set visibility = excluded.visibility";
        let places = self.places.into_iter().filter_map(|(note, place)| {
            let place = place?;
            let visibility = place.visibility.word().into();
            Some(vec![note.as_str().into(), place.workshop.into(), visibility])
        });
        tx.many(sql, &[Kind::Text; 3], places.collect()).await?;
        let sql = "insert into p_wake (subject, day, ripple, count, first_at) {rows}
            on conflict (subject, day, ripple) do update set count = p_wake.count + excluded.count";
        let acts = self.acts.into_iter().map(|((subject, day, ripple), (count, at))| {
            vec![subject.into(), day.into(), ripple.into(), count.into(), at.into()]
        });
        tx.many(sql, &[Kind::Text, Kind::Int, Kind::Text, Kind::Int, Kind::Int], acts.collect())
            .await
    }
}
