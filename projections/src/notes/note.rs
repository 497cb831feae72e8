//! The note as its page shows it; lists of notes are in `lists`.

mod lists;

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use domain::core::region::Region;
use domain::notes::audience::Group;
use domain::notes::details::{Details, Licence, Spoken, Status};
use domain::notes::note::{Door, Event};
use domain::notes::visibility::Visibility;
use migrations::{Db, DbError, Row, Tx, values};

use crate::core::columns::{columns, text_columns};
use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};
pub use lists::{
    all_written_by, at_random, count_of_workshop, count_shared_since, guests_with_drafts,
    ids_after, linked_to, newest, of_participant, of_workshop, page_of_workshop, shared_with,
    shared_with_group, those, to_thank, unshared_of, written_by,
};

/// A note, with its current words.
#[expect(clippy::struct_excessive_bools, reason = "each stands with or without the others")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub note: NoteId,
    /// The first of its authors.
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
    /// The first revision everyone may read; 0 when they may read none.
    pub everyone_from: i64,
    /// Whether the group of its workshop signs it, and not a name.
    pub by_group: bool,
    /// Whether its authors alone change it.
    pub closed: bool,
    /// What its authors say of it.
    pub details: Details,
    /// With how many people, workshops and communities it is shared besides.
    pub chosen: i64,
    /// How many of them are communities.
    pub communities: i64,
    /// Whether whoever has its link reads it.
    pub by_link: bool,
    /// How many people write it besides [`Self::writer`].
    pub others: i64,
    /// When it was published, in microseconds; 0 if it never was.
    pub published_at: i64,
    /// When its text last changed, in microseconds.
    pub modified_at: i64,
    pub thanks: i64,
}

impl Note {
    /// Whether it was offered to its workshop or to everyone.
    pub fn is_published(&self) -> bool {
        self.visibility != Visibility::Writer
    }

    /// The furthest it goes.
    pub fn reach(&self) -> Reach {
        match self.visibility {
            Visibility::Everyone => Reach::Everyone,
            Visibility::Workshop | Visibility::Writer if self.by_link => Reach::Link,
            Visibility::Workshop => Reach::Workshop,
            Visibility::Writer if self.communities > 0 => Reach::Community,
            Visibility::Writer if self.chosen > 0 => Reach::Chosen,
            Visibility::Writer => Reach::Authors,
        }
    }

    /// Whether anyone but its authors may read it.
    pub fn is_shared(&self) -> bool {
        self.is_published() || self.chosen > 0 || self.by_link
    }
}

/// How far a note goes, in the five words that badges and forms speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Those who write it.
    Authors,
    /// People and workshops they chose.
    Chosen,
    /// A community, at least.
    Community,
    /// The people of its workshop.
    Workshop,
    /// Whoever has the link.
    Link,
    /// Everyone.
    Everyone,
}

/// The condition under which `$1`, a person or nobody (`''`), may read note `n`.
macro_rules! visible_to {
    () => {
        "(n.visibility = 'everyone' or n.writer = $1
          or exists (select 1 from p_coauthor co where co.note = n.note and co.person = $1)
          or exists (select 1 from p_audience au where au.object = n.note
             and (au.group_id = $1
                  or exists (select 1 from p_membership me
                             where me.group_id = au.group_id and me.person = $1))))"
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
                    c.title, ", $body, ", n.revision, n.words, n.visibility, n.wall, n.published_at,
                    n.modified_at, coalesce(t.thanks, 0), n.everyone_from, n.by_group, n.closed, n.chosen, n.communities, n.by_link,
                    n.status, n.language, n.licence, n.region,
                    (select count(*) from p_coauthor co where co.note = n.note)
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
    let cells = row.cells();
    Ok(Note {
        note: cells.parsed()?,
        writer: cells.parsed()?,
        writer_name: cells.text(),
        workshop: cells.maybe(),
        door: cells.maybe(),
        content: cells.parsed()?,
        title: cells.text(),
        body: cells.text(),
        revision: cells.int(),
        words: cells.int(),
        visibility: cells.parsed()?,
        wall: cells.yes(),
        published_at: cells.int(),
        modified_at: cells.int(),
        thanks: cells.int(),
        everyone_from: cells.int(),
        by_group: cells.yes(),
        closed: cells.yes(),
        chosen: cells.int(),
        communities: cells.int(),
        by_link: cells.yes(),
        details: Details {
            status: cells.maybe(),
            language: cells.maybe(),
            licence: cells.maybe(),
            region: cells.maybe(),
        },
        others: cells.int(),
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

text_columns!(Visibility: |visibility| visibility.word());
text_columns!(Door: |door| door.into());
text_columns!(Status: |status| status.word());
text_columns!(Spoken: |language| language.word());
text_columns!(Licence: |licence| licence.word());
text_columns!(Region: |region| region.word());

columns! {
    /// A note as its table holds it. Times are in microseconds, 0 when there is none.
    pub struct Stored in "p_note"
    by { note: NoteId }
    has {
        writer: PersonId,
        workshop: Option<WorkshopId>,
        door: Option<Door>,
        content_id: ContentId,
        revision: i64,
        words: i64,
        visibility: Visibility,
        wall: bool,
        everyone_from: i64,
        drafted_at: i64,
        published_at: i64,
        modified_at: i64,
        by_group: bool,
        closed: bool,
        chosen: i64,
        communities: i64,
        by_link: bool,
        status: Option<Status>,
        language: Option<Spoken>,
        licence: Option<Licence>,
        region: Option<Region>,
    }
}

impl Stored {
    /// One group more, or less.
    fn share(&mut self, with: &Group, more: i64) {
        match with {
            Group::Link => self.by_link = more > 0,
            Group::Person(_) | Group::Workshop(_) => self.chosen += more,
            Group::Community(_) => {
                self.chosen += more;
                self.communities += more;
            }
        }
    }
}

#[derive(Default)]
struct Fold {
    rows: BTreeMap<NoteId, Stored>,
}

projection! {
    /// The notes projection.
    pub struct Notes = "note" version 6;
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
        let rows = fold.rows.values().map(Stored::values).collect();
        tx.many(&Stored::upsert(), Stored::KINDS, rows).await
    }
}

impl Fold {
    async fn apply(&mut self, tx: &mut Tx, event: &Event, at: i64) -> Result<(), DbError> {
        match event {
            Event::Drafted { note, by, workshop, door, content, closed } => {
                let row = Stored {
                    note: note.clone(),
                    writer: by.clone(),
                    workshop: workshop.clone(),
                    door: *door,
                    content_id: content.id.clone(),
                    revision: 1,
                    words: i64::from(content.words),
                    visibility: Visibility::Writer,
                    wall: false,
                    everyone_from: 0,
                    drafted_at: at,
                    published_at: 0,
                    modified_at: at,
                    by_group: false,
                    closed: *closed,
                    chosen: 0,
                    communities: 0,
                    by_link: false,
                    status: None,
                    language: None,
                    licence: None,
                    region: None,
                };
                self.rows.insert(note.clone(), row);
            }
            Event::Revised { note, revision, content, .. } => {
                let row = self.row(tx, note).await?;
                row.content_id = content.id.clone();
                row.revision = *revision;
                row.words = i64::from(content.words);
                row.modified_at = at;
            }
            Event::Published { note, visibility, wall, revision, group, .. } => {
                let row = self.row(tx, note).await?;
                (row.visibility, row.wall, row.by_group) = (*visibility, *wall, *group);
                // Widening a note does not open what only the group could read.
                match visibility {
                    Visibility::Everyone if row.everyone_from == 0 => row.everyone_from = *revision,
                    Visibility::Everyone => {}
                    Visibility::Workshop | Visibility::Writer => row.everyone_from = 0,
                }
                // The date of a note is that of its first publication, for good.
                if row.published_at == 0 {
                    row.published_at = at;
                }
            }
            Event::Withdrawn { note, .. } => {
                let row = self.row(tx, note).await?;
                (row.visibility, row.wall) = (Visibility::Writer, false);
                (row.everyone_from, row.chosen, row.communities, row.by_link) = (0, 0, 0, false);
            }
            Event::PassageErased { note, current, .. }
            | Event::PassageRestored { note, current, .. } => {
                self.row(tx, note).await?.words = i64::from(current.words);
            }
            Event::Shared { note, with, .. } => self.row(tx, note).await?.share(with, 1),
            Event::Unshared { note, with, .. } => self.row(tx, note).await?.share(with, -1),
            Event::Opened { note, .. } => self.row(tx, note).await?.closed = false,
            Event::Closed { note, .. } => self.row(tx, note).await?.closed = true,
            // Its text is what it was: `modified_at` is too.
            Event::Described { note, details, .. } => {
                let row = self.row(tx, note).await?;
                (row.status, row.language) = (details.status, details.language);
                (row.licence, row.region) = (details.licence, details.region);
            }
            // The first of its authors stands here; the others in `coauthor`.
            Event::AuthorLeft { note, first, .. } => {
                self.row(tx, note).await?.writer = first.clone();
            }
            Event::AuthorJoined { .. }
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
            | Event::RevisionShown { .. } => {}
        }
        Ok(())
    }

    async fn row(&mut self, tx: &mut Tx, note: &NoteId) -> Result<&mut Stored, DbError> {
        if !self.rows.contains_key(note) {
            let sql = format!("select {} from p_note where note = $1", Stored::select(""));
            let row = tx.row(&sql, values![note.as_str()]).await?;
            let row = row.ok_or_else(|| DbError::unreadable(0, note.as_str()))?;
            self.rows.insert(note.clone(), Stored::read(&row)?);
        }
        Ok(self.rows.get_mut(note).expect("just put there"))
    }
}
