//! The whole log as JSON lines: out of one commons, into another.
//!
//! One line says what follows, one line a text, one line an event in the order of
//! the log, one line says how many there were and the hash they end with. Names,
//! addresses, sessions and keys of people do not travel: they are in a backup.
//!
//! Both ways can be stopped at any moment and begun again: they go on.

mod files;

use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::Path;

use migrations::value::Kind;
use migrations::{DbError, Row, Value, private, values};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use self::files::Part;
use crate::App;
use crate::engine::hash_chain::{Hash, WHOLE};

/// How many lines are read or written at once.
const PAGE: i64 = 2000;

/// One line.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Line {
    /// The first one: how it is written, and how many events follow.
    Log { format: u32, events: i64 },
    /// A text.
    Content {
        id: String,
        title: String,
        body: String,
        summary: String,
        created_at: i64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// Whose words, as an opaque id; older files do not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<String>,
    },
    /// What happened.
    Event {
        position: i64,
        aggregate_type: String,
        aggregate_id: String,
        sequence: i64,
        event_type: String,
        event_version: String,
        payload: Box<RawValue>,
        metadata: Box<RawValue>,
        recorded_at: i64,
    },
    /// A file, and its sizes; their bytes are in a folder beside. Older files hold none.
    File {
        file: String,
        person: String,
        media_type: String,
        length: i64,
        created_at: i64,
        parts: Vec<Part>,
    },
    /// The last one: how many events, and the hash of the last one.
    End { events: i64, hash: String },
}

/// Why a log did not travel.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    /// The file is not one of ours, or is torn.
    #[error("line {number}: {why}")]
    Line {
        /// Which line, from 1.
        number: usize,
        /// What is wrong with it.
        why: String,
    },
    /// This commons has events of its own.
    #[error("this commons has other events than this file: import into a new one")]
    OtherLog,
    /// The file ends before its last line.
    #[error("the file stops at event {0}: export it again, it goes on where it was")]
    Short(i64),
    /// A database said no.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The disk said no.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl App {
    /// Writes the whole log to `to`. Stopped before the end, it leaves `….part` and
    /// goes on from there the next time. `progress` is given a position and the head.
    /// How many events there are.
    pub async fn export(
        &self,
        to: &Path,
        mut progress: impl FnMut(i64, i64),
    ) -> Result<i64, TransferError> {
        let mut part = to.as_os_str().to_owned();
        part.push(".part");
        let part = Path::new(&part);
        let mut begun = written(part)?;
        // Begun from another log, or from this one before it was put back: not this file.
        if begun.at > self.projector.head().await? || self.hash_at(begun.at).await? != begun.hash {
            begun = Written::default();
        }
        let Written { mut at, mut hash, text, length, head } = begun;
        // The head first: the texts of every event up to it are there by now.
        let head = match head {
            Some(head) => head,
            None => self.projector.head().await?,
        };
        let file = private::options().create(true).append(true).open(part)?;
        // What a stop left half-written is cut off.
        file.set_len(length)?;
        let mut out = BufWriter::new(file);
        if length == 0 {
            put(&mut out, &Line::Log { format: 1, events: head })?;
        }
        if at == 0 {
            self.export_texts(&mut out, text).await?;
        }
        while at < head {
            let events = self.primary.rows(WHOLE, values![at, PAGE.min(head - at)]).await?;
            if events.is_empty() {
                return Err(DbError::Broken(format!("there is no event after {at}").into()).into());
            }
            for event in &events {
                let event = flat(event);
                put(&mut out, &line_of(&event)?)?;
                hash = hash.then(&event);
                at = event.cells().int();
            }
            out.flush()?;
            progress(at, head);
        }
        self.export_files(&mut out).await?;
        put(&mut out, &Line::End { events: at, hash: hash.hex() })?;
        out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
        std::fs::rename(part, to)?;
        Ok(at)
    }

    async fn export_texts(
        &self,
        out: &mut BufWriter<File>,
        mut after: String,
    ) -> Result<(), TransferError> {
        loop {
            let sql = "select content_id, title, body, summary, created_at, note, person
                from content
                where content_id > $1 order by content_id limit $2";
            let rows = self.primary.rows(sql, values![after.as_str(), PAGE]).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = last.cells().text();
            for row in &rows {
                let cells = row.cells();
                let (id, title, body) = (cells.text(), cells.text(), cells.text());
                let (summary, created_at) = (cells.text(), cells.int());
                let (note, person) = (cells.maybe_text(), cells.maybe_text());
                put(out, &Line::Content { id, title, body, summary, created_at, note, person })?;
            }
        }
    }

    /// Reads the log in `from` into this commons, which must be new, or have been
    /// importing the same file when it was stopped. How many events there are.
    pub async fn import(
        &self,
        from: &Path,
        mut progress: impl FnMut(i64, i64),
    ) -> Result<i64, TransferError> {
        let begun = self.projector.head().await?;
        let (mut hash, mut at) = (Hash::default(), 0);
        let (mut texts, mut events): (Vec<Vec<Value>>, Vec<Vec<Value>>) = (vec![], vec![]);
        for (index, line) in BufReader::new(File::open(from)?).lines().enumerate() {
            let number = index + 1;
            let odd = |why: String| TransferError::Line { number, why };
            let line = line?;
            let line: Line = serde_json::from_str(&line).map_err(|error| odd(error.to_string()))?;
            match line {
                Line::Log { format: 1, .. } if index == 0 => {}
                Line::Log { .. } => return Err(odd("not a log this program reads".to_owned())),
                Line::Content { id, title, body, summary, created_at, note, person } => {
                    texts.push(vec![
                        id.into(),
                        title.into(),
                        body.into(),
                        summary.into(),
                        created_at.into(),
                        note.into(),
                        person.into(),
                    ]);
                }
                file @ Line::File { .. } => self.import_file(file).await?,
                Line::Event { .. } => {
                    let row = Row::from(values_of(line));
                    at += 1;
                    if row.cells().int() != at {
                        return Err(odd(format!("event {at} is missing")));
                    }
                    hash = hash.then(&row);
                    if at == begun && self.hash_at(begun).await? != hash {
                        return Err(TransferError::OtherLog);
                    }
                    if at > begun {
                        events.push(row.into_values());
                    }
                }
                Line::End { events: count, hash: last } => {
                    if count != at || hash.hex() != last || at < begun {
                        return Err(odd("it does not end with the events it announces".to_owned()));
                    }
                    self.evolve(&mut texts, &mut events).await?;
                    progress(at, at);
                    return Ok(at);
                }
            }
            if texts.len() + events.len() >= usize::try_from(PAGE).unwrap_or(1) {
                self.evolve(&mut texts, &mut events).await?;
                progress(at, 0);
            }
        }
        Err(TransferError::Short(at))
    }

    /// The hash of this log at `position`.
    async fn hash_at(&self, position: i64) -> Result<Hash, DbError> {
        let (mut hash, mut at) = (Hash::default(), 0);
        while at < position {
            let events = self.primary.rows(WHOLE, values![at, PAGE.min(position - at)]).await?;
            let Some(last) = events.last() else { break };
            at = last.cells().int();
            hash = events.iter().fold(hash, |hash, event| hash.then(&flat(event)));
        }
        Ok(hash)
    }

    async fn evolve(
        &self,
        texts: &mut Vec<Vec<Value>>,
        events: &mut Vec<Vec<Value>>,
    ) -> Result<(), DbError> {
        let mut tx = self.primary.begin().await?;
        let text = "insert into content (content_id, title, body, summary, created_at, note, person) {rows}
            on conflict (content_id) do nothing";
        let mut kinds = vec![Kind::Text; 4];
        kinds.extend([Kind::Int, Kind::Text, Kind::Text]);
        tx.many(text, &kinds, std::mem::take(texts)).await?;
        let count = i64::try_from(events.len()).expect("a page");
        if count > 0 {
            let first = events[0][0].clone();
            let head = "update log_head set position = position + $1 where log = 0
                returning position";
            let head = tx.row(head, values![count]).await?.map_or(0, |row| row.cells().int());
            if Value::Int(head - count + 1) != first {
                return Err(DbError::Broken("somebody writes into this commons".into()));
            }
            let kinds = crate::engine::event_store::EVENT_KINDS;
            tx.many(crate::engine::event_store::EVENT, &kinds, std::mem::take(events)).await?;
        }
        tx.commit().await
    }
}

/// How far an export went.
#[derive(Default)]
struct Written {
    /// The last whole event, and the hash after it.
    at: i64,
    hash: Hash,
    text: String,
    /// The length of the whole lines, in bytes.
    length: u64,
    /// How many events were announced.
    head: Option<i64>,
}

fn written(part: &Path) -> Result<Written, TransferError> {
    let mut found = Written::default();
    let Ok(file) = File::open(part) else { return Ok(found) };
    let mut lines = BufReader::new(file);
    let mut line = String::new();
    while lines.read_line(&mut line)? > 0 && line.ends_with('\n') {
        let Ok(read) = serde_json::from_str::<Line>(&line) else { break };
        match read {
            Line::Log { events, .. } => found.head = Some(events),
            Line::Content { id, .. } => found.text = id,
            Line::Event { position, .. } => {
                found.at = position;
                found.hash = found.hash.then(&Row::from(values_of(read)));
            }
            // Written again: the same file twice is one.
            Line::File { .. } => {}
            // It was about to be given its name.
            Line::End { .. } => break,
        }
        found.length += line.len() as u64;
        line.clear();
    }
    Ok(found)
}

/// An event without line breaks between the signs of its JSON: our own have none.
fn flat(event: &Row) -> Row {
    let flat = |value| match value {
        Value::Text(text) if text.contains('\n') => Value::Text(text.replace('\n', " ")),
        other => other,
    };
    Row::from(event.clone().into_values().into_iter().map(flat).collect::<Vec<_>>())
}

fn put(out: &mut BufWriter<File>, line: &Line) -> Result<(), TransferError> {
    let text = serde_json::to_string(line).map_err(std::io::Error::other)?;
    out.write_all(text.as_bytes())?;
    out.write_all(b"\n")?;
    Ok(())
}

/// A row of [`WHOLE`] as a line.
fn line_of(row: &Row) -> Result<Line, TransferError> {
    let cells = row.cells();
    let raw = || {
        RawValue::from_string(cells.text())
            .map_err(|error| TransferError::Db(DbError::Broken(Box::new(error))))
    };
    Ok(Line::Event {
        position: cells.int(),
        aggregate_type: cells.text(),
        aggregate_id: cells.text(),
        sequence: cells.int(),
        event_type: cells.text(),
        event_version: cells.text(),
        payload: raw()?,
        metadata: raw()?,
        recorded_at: cells.int(),
    })
}

/// An event line as a row of [`WHOLE`]; nothing for any other line.
fn values_of(line: Line) -> Vec<Value> {
    match line {
        Line::Event {
            position,
            aggregate_type,
            aggregate_id,
            sequence,
            event_type,
            event_version,
            payload,
            metadata,
            recorded_at,
        } => vec![
            position.into(),
            aggregate_type.into(),
            aggregate_id.into(),
            sequence.into(),
            event_type.into(),
            event_version.into(),
            payload.get().into(),
            metadata.get().into(),
            recorded_at.into(),
        ],
        Line::Log { .. } | Line::Content { .. } | Line::File { .. } | Line::End { .. } => vec![],
    }
}
