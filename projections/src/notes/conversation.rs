//! Conversations between readers of notes and those who write them.

use async_trait::async_trait;
use domain::core::ids::{NoteId, PersonId};
use domain::notes::conversation::{Event, Side};
use migrations::{Db, DbError, Row, Tx, values};

use crate::core::declare::{About, projection};
use crate::notes::note::visible_to;
use crate::{Projection, Recorded};

/// A conversation, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversation {
    pub note: NoteId,
    /// What the note is called.
    pub title: String,
    /// Who began it.
    pub reader: PersonId,
    /// The name they go by; empty once erased.
    pub reader_name: String,
    /// How many messages it has.
    pub messages: i64,
    /// Whom the last message waits for.
    pub waits: Side,
    /// Whether an author ended it.
    pub ended: bool,
    /// When the last message was sent, in microseconds.
    pub last_at: i64,
}

/// A message of a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub by: PersonId,
    /// The name they go by; empty once erased.
    pub name: String,
    /// Empty once erased.
    pub words: String,
    /// In microseconds.
    pub at: i64,
}

/// Conversations `v` with their notes `n`.
macro_rules! select_conversation {
    ($rest:expr) => {
        concat!(
            "select v.note, c.title, v.reader, coalesce(p.name, ''), v.messages, v.waits, v.ended,
                    v.last_at
             from p_conversation v
             join p_note n on n.note = v.note
             join content c on c.content_id = n.content_id
             left join people p on p.person = v.reader ",
            $rest
        )
    };
}

/// Those that `$1` has a part in, as `mine`: what they began, and what others began about the notes
/// they write. Nothing waits from whoever left.
macro_rules! mine {
    (waiting) => {
        mine!(@ " and r.waits = 'reader'", " and a.waits = 'authors' and exists (
                  select 1 from people e where e.person = a.reader and e.name <> '')")
    };
    () => {
        mine!(@ "", "")
    };
    (@ $theirs:literal, $others:literal) => {
        concat!(
            "(select r.note, r.reader from p_conversation r where r.reader = $1",
            $theirs,
            " union
              select a.note, a.reader from (
                  select w.note from p_note w where w.writer = $1
                  union select s.note from p_coauthor s where s.person = $1) k
              join p_conversation a on a.note = k.note
              where a.reader <> $1",
            $others,
            ") mine"
        )
    };
}

fn read(row: &Row) -> Result<Conversation, DbError> {
    let cells = row.cells();
    Ok(Conversation {
        note: cells.parsed()?,
        title: cells.text(),
        reader: cells.parsed()?,
        reader_name: cells.text(),
        messages: cells.int(),
        waits: cells.parsed()?,
        ended: cells.yes(),
        last_at: cells.int(),
    })
}

/// The conversation that `reader` began about `note`.
pub async fn find(
    db: &Db,
    note: &NoteId,
    reader: &PersonId,
) -> Result<Option<Conversation>, DbError> {
    let sql = select_conversation!("where v.note = $1 and v.reader = $2");
    let row = db.row(sql, values![note.as_str(), reader.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// Those about `note`, the last written to first, at most `limit`.
pub async fn of_note(db: &Db, note: &NoteId, limit: i64) -> Result<Vec<Conversation>, DbError> {
    let sql = select_conversation!("where v.note = $1 order by v.last_at desc, v.reader limit $2");
    db.rows(sql, values![note.as_str(), limit]).await?.iter().map(read).collect()
}

/// Those that `person` has a part in, about notes they may read, the last written to first, at
/// most `limit`.
pub async fn of_person(
    db: &Db,
    person: &PersonId,
    limit: i64,
) -> Result<Vec<Conversation>, DbError> {
    let sql = select_conversation!(concat!(
        "join ",
        mine!(),
        " on mine.note = v.note and mine.reader = v.reader where ",
        visible_to!(),
        " order by v.last_at desc, v.note, v.reader limit $2"
    ));
    db.rows(sql, values![person.as_str(), limit]).await?.iter().map(read).collect()
}

/// Those in which a message waits for `person`, the oldest first, at most `limit`.
pub async fn waiting(db: &Db, person: &PersonId, limit: i64) -> Result<Vec<Conversation>, DbError> {
    let sql = select_conversation!(concat!(
        "join ",
        mine!(waiting),
        " on mine.note = v.note and mine.reader = v.reader where ",
        visible_to!(),
        " order by v.last_at, v.note, v.reader limit $2"
    ));
    db.rows(sql, values![person.as_str(), limit]).await?.iter().map(read).collect()
}

/// Whether a message waits for `person`, about a note they may read.
pub async fn any_waiting(db: &Db, person: &PersonId) -> Result<bool, DbError> {
    let sql = concat!(
        "select 1 from ",
        mine!(waiting),
        " join p_note n on n.note = mine.note where ",
        visible_to!(),
        " limit 1"
    );
    Ok(db.row(sql, values![person.as_str()]).await?.is_some())
}

/// The messages of the conversation that `reader` began about `note`, the first one first.
pub async fn messages(db: &Db, note: &NoteId, reader: &PersonId) -> Result<Vec<Message>, DbError> {
    let sql = "select m.by_person, coalesce(p.name, ''), coalesce(c.body, ''), m.at
        from p_message m
        left join content c on c.content_id = m.content_id
        left join people p on p.person = m.by_person
        where m.note = $1 and m.reader = $2 order by m.number";
    let rows = db.rows(sql, values![note.as_str(), reader.as_str()]).await?;
    let read = |row: &Row| {
        let cells = row.cells();
        let (by, name) = (cells.parsed()?, cells.text());
        Ok(Message { by, name, words: cells.text(), at: cells.int() })
    };
    rows.iter().map(read).collect()
}

projection! {
    /// The projection of conversations.
    pub struct Conversations = "conversation" version 1;
    tables ["p_conversation", "p_message"] in "conversation.sql";
    hears Heard { Conversation }
}

#[async_trait]
impl Projection for Conversations {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (Heard::Conversation(event), recorded) in Heard::of(batch) {
            apply(tx, event, recorded.at).await?;
        }
        Ok(())
    }
}

async fn apply(tx: &mut Tx, event: &Event, at: i64) -> Result<(), DbError> {
    match event {
        Event::MessageSent { note, reader, by, content } => {
            let side = Side::of(by, reader);
            let sql = "insert into p_conversation (note, reader, messages, waits, ended, last_at)
                values ($1, $2, 1, $3, 0, $4)
                on conflict (note, reader) do update set messages = p_conversation.messages + 1,
                    waits = excluded.waits, ended = 0, last_at = excluded.last_at";
            let waits = side.other().word();
            tx.exec(sql, values![note.as_str(), reader.as_str(), waits, at]).await?;
            let sql = "insert into p_message (note, reader, number, by_person, content_id, at)
                select v.note, v.reader, v.messages, $3, $4, $5 from p_conversation v
                where v.note = $1 and v.reader = $2";
            let (by, content) = (by.as_str(), content.as_str());
            tx.exec(sql, values![note.as_str(), reader.as_str(), by, content, at]).await?;
        }
        Event::Settled { note, reader, .. } => {
            let sql = "update p_conversation set waits = 'nobody' where note = $1 and reader = $2";
            tx.exec(sql, values![note.as_str(), reader.as_str()]).await?;
        }
        Event::Ended { note, reader, .. } => {
            let sql = "update p_conversation set ended = 1,
                    waits = case when waits = 'authors' then 'nobody' else waits end
                where note = $1 and reader = $2";
            tx.exec(sql, values![note.as_str(), reader.as_str()]).await?;
        }
    }
    Ok(())
}
