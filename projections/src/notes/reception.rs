//! How a note was received: read, liked, thanked for.
//!
//! Counts only, save for thanks, which are signed by those who give them. Who
//! read what is a pseudonym nobody can join with another (`app::notes::readers`).

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::core::ids::{NoteId, PersonId};
use domain::notes::reading::{Event, ReaderKind};
use domain::notes::thanks;
use migrations::value::Kind;
use migrations::{Db, DbError, Tx, Value, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// The figures of one note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub readers: i64,
    /// Readings, a half hour apart.
    pub reads: i64,
    pub likes: i64,
    /// Those of them given without an account.
    pub likes_guests: i64,
    pub thanks: i64,
}

/// Thanks someone gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thanks {
    pub by: PersonId,
    /// The name they go by; empty once erased.
    pub by_name: String,
    pub words: String,
    /// When, in microseconds.
    pub at: i64,
}

/// The figures of `note`.
pub async fn of(db: &Db, note: &NoteId) -> Result<Figures, DbError> {
    let sql = "select readers, reads, likes, likes_guests, thanks
        from p_reception where note = $1";
    let row = db.row(sql, values![note.as_str()]).await?;
    Ok(row.map_or_else(Figures::default, |row| {
        let cells = row.cells();
        Figures {
            readers: cells.int(),
            reads: cells.int(),
            likes: cells.int(),
            likes_guests: cells.int(),
            thanks: cells.int(),
        }
    }))
}

/// Whether `reader` likes `note` now.
pub async fn likes(db: &Db, note: &NoteId, reader: &str) -> Result<bool, DbError> {
    let sql = "select likes from p_liking where note = $1 and reader = $2";
    Ok(db.row(sql, values![note.as_str(), reader]).await?.is_some_and(|row| row.cells().yes()))
}

/// The thanks given for `note`, the first one first.
pub async fn thanks(db: &Db, note: &NoteId) -> Result<Vec<Thanks>, DbError> {
    let sql = "select t.by_person, coalesce(p.name, ''), c.body, t.at
        from p_thanks t join content c on c.content_id = t.content_id
        left join people p on p.person = t.by_person
        where t.note = $1 order by t.at, t.by_person";
    let rows = db.rows(sql, values![note.as_str()]).await?;
    rows.iter()
        .map(|row| {
            let cells = row.cells();
            Ok(Thanks {
                by: cells.parsed()?,
                by_name: cells.text(),
                words: cells.text(),
                at: cells.int(),
            })
        })
        .collect()
}

#[derive(Default)]
struct Fold {
    figures: BTreeMap<String, Figures>,
    likings: BTreeMap<(String, String), (bool, bool)>,
    thanks: Vec<Vec<Value>>,
}

const ADD: &str =
    "insert into p_reception (note, readers, reads, likes, likes_guests, thanks) {rows}
    on conflict (note) do update set readers = p_reception.readers + excluded.readers,
        reads = p_reception.reads + excluded.reads,
        likes = p_reception.likes + excluded.likes,
        likes_guests = p_reception.likes_guests + excluded.likes_guests,
        thanks = p_reception.thanks + excluded.thanks";

const LIKING: &str = "insert into p_liking (note, reader, guest, likes) {rows}
    on conflict (note, reader) do update set guest = excluded.guest, likes = excluded.likes";

const THANK: &str = "insert into p_thanks (note, by_person, to_person, content_id, at) {rows}";

projection! {
    /// The reception projection.
    pub struct Reception = "reception" version 1;
    tables ["p_reception", "p_liking", "p_thanks"] in "reception.sql";
    hears Heard { Reading, Thanks }
}

#[async_trait]
impl Projection for Reception {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut fold = Fold::default();
        for (heard, recorded) in Heard::of(batch) {
            match heard {
                Heard::Reading(event) => fold.apply(tx, event).await?,
                Heard::Thanks(thanks::Event::Given { note, to, by, content, .. }) => {
                    fold.of(note).thanks += 1;
                    fold.thanks.push(vec![
                        note.as_str().into(),
                        by.as_str().into(),
                        to.as_str().into(),
                        content.as_str().into(),
                        recorded.at.into(),
                    ]);
                }
                // Thanks for a revision are shown in its history.
                Heard::Thanks(thanks::Event::RevisionThanked { .. }) => {}
            }
        }
        fold.write(tx).await
    }
}

impl Fold {
    fn of(&mut self, note: &NoteId) -> &mut Figures {
        self.figures.entry(note.to_string()).or_default()
    }

    async fn apply(&mut self, tx: &mut Tx, event: &Event) -> Result<(), DbError> {
        match event {
            Event::Opened { note, first, .. } => {
                let figures = self.of(note);
                figures.reads += 1;
                figures.readers += i64::from(*first);
            }
            // The reading it belongs to is counted already.
            Event::RevisionSeen { .. } => {}
            Event::Liked { note, reader, kind } => {
                let guest = *kind != ReaderKind::Account;
                let figures = self.of(note);
                figures.likes += 1;
                figures.likes_guests += i64::from(guest);
                self.likings.insert((note.to_string(), reader.to_string()), (guest, true));
            }
            Event::Unliked { note, reader } => {
                // What the like was counted as is what must be taken back.
                let key = (note.to_string(), reader.to_string());
                let guest = match self.likings.get(&key) {
                    Some((guest, _)) => *guest,
                    None => was_guest(tx, &key).await?,
                };
                let figures = self.of(note);
                figures.likes -= 1;
                figures.likes_guests -= i64::from(guest);
                self.likings.insert(key, (guest, false));
            }
        }
        Ok(())
    }

    async fn write(self, tx: &mut Tx) -> Result<(), DbError> {
        let figures = self.figures.into_iter().map(|(note, f)| {
            let counts = [f.readers, f.reads, f.likes, f.likes_guests, f.thanks];
            std::iter::once(note.into()).chain(counts.map(Value::from)).collect()
        });
        let mut kinds = [Kind::Int; 6];
        kinds[0] = Kind::Text;
        tx.many(ADD, &kinds, figures.collect()).await?;

        let likings = self.likings.into_iter().map(|((note, reader), (guest, likes))| {
            vec![note.into(), reader.into(), guest.into(), likes.into()]
        });
        let kinds = [Kind::Text, Kind::Text, Kind::Int, Kind::Int];
        tx.many(LIKING, &kinds, likings.collect()).await?;

        let kinds = [Kind::Text, Kind::Text, Kind::Text, Kind::Text, Kind::Int];
        tx.many(THANK, &kinds, self.thanks).await
    }
}

async fn was_guest(tx: &mut Tx, (note, reader): &(String, String)) -> Result<bool, DbError> {
    let sql = "select guest from p_liking where note = $1 and reader = $2";
    Ok(tx
        .row(sql, values![note.as_str(), reader.as_str()])
        .await?
        .is_some_and(|row| row.cells().yes()))
}
