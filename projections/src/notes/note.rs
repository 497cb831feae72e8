//! The note as its page shows it; lists of notes are in `lists`.

mod lists;

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use domain::notes::note::{Door, Event};
use domain::notes::visibility::Visibility;
use migrations::value::Kind;
use migrations::{Db, DbError, Row, Tx, Value, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};
pub use lists::{
    count_of_workshop, linked_to, newest, of_participant, of_workshop, page_of_workshop, to_thank,
    written_by,
};

/// A note, with its current words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub note: NoteId,
    pub writer: PersonId,
    /// The name they go by; empty once erased.
    pub writer_name: String,
    /// Where it was written.
    pub workshop: Option<WorkshopId>,
    pub door: Option<Door>,
    /// The row of its words.
    pub content: ContentId,
    pub title: String,
    /// Its Markdown.
    pub body: String,
    pub revision: i64,
    pub words: i64,
    /// Who may read it.
    pub visibility: Visibility,
    /// Whether the wall may show it.
    pub wall: bool,
    /// The first revision its group may read.
    pub public_from: i64,
    /// The first revision everyone may read; 0 when they may read none.
    pub everyone_from: i64,
    /// Whether the group of its workshop signs it, and not a name.
    pub by_group: bool,
    /// When it was published, in microseconds; 0 if it never was.
    pub published_at: i64,
    /// When its text last changed, in microseconds.
    pub modified_at: i64,
    pub thanks: i64,
}

impl Note {
    /// Whether anyone but its writer may read it.
    pub fn is_published(&self) -> bool {
        self.visibility != Visibility::Writer
    }
}

/// The condition under which `$1`, a person or nobody (`''`), may read note `n`.
macro_rules! visible_to {
    () => {
        "(n.visibility = 'everyone' or n.writer = $1 or (n.visibility = 'workshop' and (
             exists (select 1 from p_room m where m.workshop = n.workshop and m.person = $1
                     and not exists (select 1 from p_room_out x
                                     where x.workshop = m.workshop and x.person = m.person))
             or exists (select 1 from p_workshop f
                        where f.workshop = n.workshop and f.facilitator = $1)
             or exists (select 1 from p_workshop_role h
                        where h.workshop = n.workshop and h.person = $1))))"
    };
}
pub(crate) use visible_to;

/// Notes with all their words, or (`listed`) with the beginning of them.
macro_rules! select_note {
    ($rest:expr) => {
        select_note!(@ "c.body", $rest)
    };
    (listed $rest:expr) => {
        select_note!(@ "substr(c.body, 1, 4000)", $rest)
    };
    (@ $body:expr, $rest:expr) => {
        concat!(
            "select n.note, n.writer, coalesce(p.name, ''), n.workshop, n.door, n.content_id,
                    c.title, ", $body, ", n.revision, n.words, n.visibility, n.wall, n.public_from,
                    n.published_at, n.modified_at, coalesce(t.thanks, 0), n.everyone_from,
                    n.by_group
             from p_note n
             join content c on c.content_id = n.content_id
             left join people p on p.person = n.writer
             left join p_reception t on t.note = n.note ",
            $rest
        )
    };
}

pub(crate) use select_note;

fn read(row: &Row) -> Result<Note, DbError> {
    Ok(Note {
        note: row.parsed(0)?,
        writer: row.parsed(1)?,
        writer_name: row.text(2),
        workshop: row.maybe_text(3).and_then(|id| id.parse().ok()),
        door: row.maybe_text(4).and_then(|word| word.parse().ok()),
        content: row.parsed(5)?,
        title: row.text(6),
        body: row.text(7),
        revision: row.int(8),
        words: row.int(9),
        visibility: row.parsed(10)?,
        wall: row.yes(11),
        public_from: row.int(12),
        published_at: row.int(13),
        modified_at: row.int(14),
        thanks: row.int(15),
        everyone_from: row.int(16),
        by_group: row.yes(17),
    })
}

fn read_all(rows: &[Row]) -> Result<Vec<Note>, DbError> {
    rows.iter().map(read).collect()
}

/// One note, whoever asks; `app::access` says whether they may see it.
pub async fn find(db: &Db, note: &NoteId) -> Result<Option<Note>, DbError> {
    let row = db.row(select_note!("where n.note = $1"), values![note.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

#[derive(Default)]
struct Fold {
    rows: BTreeMap<String, Vec<Value>>,
}

const UPSERT: &str = "insert into p_note (note, writer, workshop, door, content_id, revision,
        words, visibility, wall, public_from, drafted_at, published_at, modified_at, everyone_from,
        by_group)
    {rows}
    on conflict (note) do update set content_id = excluded.content_id,
        revision = excluded.revision, words = excluded.words, visibility = excluded.visibility,
        wall = excluded.wall, public_from = excluded.public_from,
        published_at = excluded.published_at, modified_at = excluded.modified_at,
        everyone_from = excluded.everyone_from, by_group = excluded.by_group";

const COLUMNS: [Kind; 15] = [
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Int,
    Kind::Int,
    Kind::Text,
    Kind::Int,
    Kind::Int,
    Kind::Int,
    Kind::Int,
    Kind::Int,
    Kind::Int,
    Kind::Int,
];

projection! {
    /// The notes projection.
    pub struct Notes = "note" version 3 readable [2];
    tables ["p_note"] in "note.sql";
    hears Heard { Note }
}

#[async_trait]
impl Projection for Notes {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut fold = Fold::default();
        for (Heard::Note(event), recorded) in Heard::of(batch) {
            fold.apply(tx, event, recorded.at).await?;
        }
        tx.many(UPSERT, &COLUMNS, fold.rows.into_values().collect()).await
    }
}

impl Fold {
    async fn apply(&mut self, tx: &mut Tx, event: &Event, at: i64) -> Result<(), DbError> {
        match event {
            Event::Drafted { note, by, workshop, door, content } => {
                let row = vec![
                    note.as_str().into(),
                    by.as_str().into(),
                    workshop.as_ref().map(WorkshopId::as_str).into(),
                    door.map(<&'static str>::from).into(),
                    content.id.as_str().into(),
                    1.into(),
                    i64::from(content.words).into(),
                    Visibility::Writer.word().into(),
                    0.into(),
                    0.into(),
                    at.into(),
                    0.into(),
                    at.into(),
                    0.into(),
                    0.into(),
                ];
                self.rows.insert(note.to_string(), row);
            }
            Event::Revised { note, revision, content, .. } => {
                let row = self.row(tx, note).await?;
                row[4] = content.id.as_str().into();
                row[5] = (*revision).into();
                row[6] = i64::from(content.words).into();
                row[12] = at.into();
            }
            Event::Published { note, visibility, wall, revision, group, .. } => {
                let row = self.row(tx, note).await?;
                row[14] = (*group).into();
                let was_draft = row[7] == Visibility::Writer.word().into();
                row[7] = visibility.word().into();
                row[8] = (*wall).into();
                if was_draft {
                    row[9] = (*revision).into();
                }
                // Widening a note does not open what only the group could read.
                match visibility {
                    Visibility::Everyone if row[13] == Value::Int(0) => {
                        row[13] = (*revision).into();
                    }
                    Visibility::Everyone => {}
                    Visibility::Workshop | Visibility::Writer => row[13] = 0.into(),
                }
                // The date of a note is that of its first publication, for good.
                if row[11] == Value::Int(0) {
                    row[11] = at.into();
                }
            }
            Event::Withdrawn { note, .. } => {
                let row = self.row(tx, note).await?;
                row[7] = Visibility::Writer.word().into();
                row[8] = 0.into();
                row[9] = 0.into();
                row[13] = 0.into();
            }
            Event::PassageErased { note, current, .. } => {
                let row = self.row(tx, note).await?;
                row[6] = i64::from(current.words).into();
            }
            Event::VariantParked { .. }
            | Event::VariantSettled { .. }
            | Event::SuggestionMade { .. }
            | Event::SuggestionAccepted { .. }
            | Event::SuggestionDeclined { .. }
            | Event::RevisionNamed { .. }
            | Event::RevisionUnnamed { .. }
            | Event::RevisionHidden { .. }
            | Event::RevisionShown { .. } => {}
        }
        Ok(())
    }

    async fn row(&mut self, tx: &mut Tx, note: &NoteId) -> Result<&mut Vec<Value>, DbError> {
        if !self.rows.contains_key(note.as_str()) {
            let sql = "select note, writer, workshop, door, content_id, revision, words,
                visibility, wall, public_from, drafted_at, published_at, modified_at,
                everyone_from, by_group from p_note where note = $1";
            let row = tx.row(sql, values![note.as_str()]).await?;
            let row = row.ok_or_else(|| DbError::unreadable(0, note.as_str()))?;
            self.rows.insert(note.to_string(), row.into_values());
        }
        Ok(self.rows.get_mut(note.as_str()).expect("just put there"))
    }
}
