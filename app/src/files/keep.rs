//! Adding a file, and reading it back.
//!
//! Its bytes are kept first, then what happened is written in the log, then the rows that say where
//! the bytes are: what is interrupted shows nothing, and the same form sent again goes on.

use domain::core::ids::{FileId, NoteId, PersonId};
use domain::files::file::{Command, Error, Faces, File, Kind, Of};
use domain::prose::text::{self, TextError};
use migrations::{DbError, values};
use projections::files::file;

use super::blobs::{FOR_EVER, name_of};
use super::picture::{self, SIZES};
use super::{
    COMMONS_FULL, FILE_MAX, Files, GUEST_MAX, LONG, MANY, MOST_OF_ONE, NO_ROOM, PERSON_MAX,
    TOO_LARGE, sniff,
};
use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope, NewContent};

/// The longest that is said of a file, in signs.
pub const DESCRIPTION_MAX: usize = 600;

/// A file, as a form brings it.
#[derive(Clone, Debug)]
pub struct Brought {
    /// What it is called on the device it comes from; may be blank.
    pub name: String,
    pub bytes: Vec<u8>,
    /// What is to be seen or heard in it; may be blank.
    pub description: String,
    /// Whether somebody can be recognised; `None`: nobody said. Of a picture or a sound, they are then
    /// still to be asked; a document is read.
    pub faces: Option<Faces>,
}

/// One size of a file.
struct Part {
    size: u32,
    hash: String,
    bytes: Vec<u8>,
    width: u32,
    height: u32,
}

/// What stands beside the log of one file.
#[derive(Clone, Copy)]
struct Row<'a> {
    id: &'a FileId,
    by: &'a PersonId,
    media_type: &'a str,
    source: &'a str,
}

/// How often bytes are kept again that left while we were about to say that a file has them.
const TRIES: u32 = 3;

/// One size of a file, as it is sent to whoever may see it.
#[derive(Clone, Debug)]
pub struct Served {
    pub media_type: String,
    /// The name of its bytes: the same as long as they are.
    pub hash: String,
    /// How many bytes it has.
    pub length: u64,
}

/// How much room somebody has, in bytes: what they use, and the most they may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    pub used: i64,
    pub most: i64,
}

impl Files<'_> {
    /// Adds a file to `of`, where `by` may: a form sent twice adds one.
    ///
    /// # Errors
    /// What [`sniff`] and [`picture`] refuse, [`TOO_LARGE`], [`MANY`], [`NO_ROOM`], [`COMMONS_FULL`],
    /// [`LONG`], [`super::STORE_AWAY`]; see [`Failure`].
    pub async fn add_file(
        &self,
        of: &Of,
        by: &PersonId,
        brought: Brought,
        command_id: CommandId,
    ) -> Result<FileId, Failure> {
        let id: FileId = self.derived_id("file", by.as_str(), &command_id);
        let Brought { name, bytes, description, faces } = brought;
        let source = name_of(&bytes);
        if let Some(known) = self.source_of(&id).await? {
            return if known == source { Ok(id) } else { Err(Failure::KeyReused) };
        }
        if bytes.len() > FILE_MAX {
            return Err(Failure::Refused(TOO_LARGE));
        }
        let (kind, media_type) = sniff::kind_of(&bytes)?;
        // A phone calls its photos by the hour they were taken, people by who is in them.
        let name = if kind == Kind::Picture { String::new() } else { name };
        let words = said(&name, &description)?;
        let faces = faces.unwrap_or(match kind {
            Kind::Picture | Kind::Sound => Faces::Unasked,
            Kind::Document => Faces::Nobody,
        });
        if file::count(&self.primary, of).await? >= MOST_OF_ONE {
            return Err(Failure::Refused(MANY));
        }
        let parts = self.parts_of(kind, bytes, by).await?;
        for part in &parts {
            self.keep_bytes(part.bytes.clone()).await?;
        }
        let (content, reference) =
            self.content(by.as_str(), &command_id, words.0, words.1, String::new());
        let command = Command::Attach {
            file: id.clone(),
            of: of.clone(),
            by: by.clone(),
            kind,
            faces,
            content: reference.id,
        };
        let envelope = Envelope::from(by, command_id.clone()).about(note_of(of)).with(content);
        let position = self.record::<File>(id.as_str(), command, envelope).await?;
        // The same form after the file was removed: what is gone stays gone.
        if !self.events.load::<File>(id.as_str()).await?.0.is_there() {
            return Err(Failure::Rule(Error::Gone.into()));
        }
        let row = Row { id: &id, by, media_type, source: &source };
        if let Err(refused) = self.write_rows(&row, &parts).await {
            if matches!(refused, Failure::Refused(_) | Failure::NotFound) {
                let command = Command::Remove { by: by.clone() };
                let envelope = Envelope::from(by, command_id.then("no-room"));
                self.execute::<File>(id.as_str(), command, envelope).await?;
            }
            return Err(refused);
        }
        self.projector.wait_for(position).await;
        Ok(id)
    }

    /// What is kept of a file: a picture in its sizes, anything else as it came.
    async fn parts_of(
        &self,
        kind: Kind,
        bytes: Vec<u8>,
        by: &PersonId,
    ) -> Result<Vec<Part>, Failure> {
        let part = |size, bytes: Vec<u8>, width, height| {
            let hash = name_of(&bytes);
            Part { size, hash, bytes, width, height }
        };
        if kind != Kind::Picture {
            self.has_room(by, bytes.len()).await?;
            return Ok(vec![part(0, bytes, 0, 0)]);
        }
        // What is kept is rarely more than what came.
        self.has_room(by, bytes.len().min(SIZES[0].weight)).await?;
        let sizes = picture::in_sizes(bytes, &SIZES).await?;
        self.has_room(by, sizes.iter().map(|it| it.bytes.len()).sum()).await?;
        Ok(sizes.into_iter().map(|it| part(it.side, it.bytes, it.width, it.height)).collect())
    }

    /// The hash of what was sent as this file, if it was.
    async fn source_of(&self, id: &FileId) -> Result<Option<String>, DbError> {
        let sql = "select source from files where file = $1";
        Ok(self.primary.row(sql, values![id.as_str()]).await?.map(|row| row.cells().text()))
    }

    /// How much room `person` has.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn room(&self, person: &PersonId) -> Result<Room, DbError> {
        let sql = "select coalesce(cast(sum(length) as {i64}), 0) from files where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        let used = row.map_or(0, |row| row.cells().int());
        let known = self.people().someone(person).await?;
        let most = if known.is_some_and(|it| it.account) { PERSON_MAX } else { GUEST_MAX };
        Ok(Room { used, most })
    }

    async fn has_room(&self, by: &PersonId, length: usize) -> Result<(), Failure> {
        let Room { used, most } = self.room(by).await?;
        if used + size(length) > most { Err(Failure::Refused(NO_ROOM)) } else { Ok(()) }
    }

    /// Writes where the bytes of a file are, if there is room for them still. Bytes that left since
    /// they were kept, with the last file that had them, are kept again.
    async fn write_rows(&self, row: &Row<'_>, parts: &[Part]) -> Result<(), Failure> {
        for _ in 0..TRIES {
            match self.try_to_write(row, parts).await? {
                None => return Ok(()),
                Some(at) => self.keep_bytes(parts[at].bytes.clone()).await?,
            };
        }
        Err(Failure::Busy)
    }

    /// `Some`: the bytes of the part there left meanwhile, and nothing was written.
    async fn try_to_write(&self, row: &Row<'_>, parts: &[Part]) -> Result<Option<usize>, Failure> {
        let Row { id, by, media_type, source } = *row;
        let length: i64 = parts.iter().map(|part| size(part.bytes.len())).sum();
        let most = self.room(by).await?.most;
        let mut tx = self.primary.begin().await?;
        // One at a time for a person: two that count together would both find room. Whoever was
        // erased meanwhile keeps nothing.
        let turn = "select person from people where person = $1 {lock}";
        if tx.rows(turn, values![by.as_str()]).await?.is_empty() {
            return Err(Failure::NotFound);
        }
        let sql = "insert into files (file, person, media_type, length, created_at, source)
            select $1, $2, $3, $4, $5, $7 where (
                select coalesce(cast(sum(length) as {i64}), 0) from files where person = $2)
                + $4 <= $6
            on conflict (file) do nothing";
        let now = self.clock.now();
        let values = values![id.as_str(), by.as_str(), media_type, length, now, most, source];
        if tx.exec(sql, values).await? == 0 {
            drop(tx);
            let is_there = self.source_of(id).await?.is_some();
            return if is_there { Ok(None) } else { Err(Failure::Refused(NO_ROOM)) };
        }
        let sql = "update files_total set length = length + $1
            where one = 1 and length + $1 <= $2";
        if tx.exec(sql, values![length, self.files_max]).await? == 0 {
            return Err(Failure::Refused(COMMONS_FULL));
        }
        for (at, part) in parts.iter().enumerate() {
            let sql = "insert into file_parts (file, size, hash, length, width, height)
                values ($1, $2, $3, $4, $5, $6)";
            let values = values![
                id.as_str(),
                i64::from(part.size),
                part.hash.as_str(),
                size(part.bytes.len()),
                i64::from(part.width),
                i64::from(part.height)
            ];
            tx.exec(sql, values).await?;
            let sql = "update blobs set kept_until = $2 where hash = $1 and leaving = 0";
            if tx.exec(sql, values![part.hash.as_str(), FOR_EVER]).await? == 0 {
                return Ok(Some(at));
            }
        }
        tx.commit().await?;
        Ok(None)
    }

    /// One size of a file, for whoever may see it: of a picture, the smallest whose longest side is at
    /// least `side` pixels, or the largest.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn size_of(&self, id: &FileId, side: u32) -> Result<Option<Served>, DbError> {
        let sql = "select b.media_type, p.hash, p.length from file_parts p
            join files b on b.file = p.file where p.file = $1
            order by case when p.size >= $2 then 0 else 1 end,
                case when p.size >= $2 then p.size else -p.size end limit 1";
        let row = self.db.row(sql, values![id.as_str(), i64::from(side)]).await?;
        Ok(row.map(|row| {
            let cells = row.cells();
            let (media_type, hash, length) = (cells.text(), cells.text(), cells.int());
            Served { media_type, hash, length: u64::try_from(length).unwrap_or(0) }
        }))
    }

    /// Says something else of a file.
    ///
    /// # Errors
    /// [`LONG`]; what [`File`] refuses.
    pub async fn describe_file(
        &self,
        found: &file::File,
        by: &PersonId,
        (name, description, faces): (&str, &str, Faces),
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let (title, body) = said(name, description)?;
        let (content, reference) =
            self.content(by.as_str(), &command_id, title, body, String::new());
        let command = Command::Describe { by: by.clone(), faces, content: reference.id };
        self.to_file(found, by, command, Some(content), command_id).await
    }

    /// Carries out a command on a file.
    pub(super) async fn to_file(
        &self,
        found: &file::File,
        by: &PersonId,
        command: Command,
        content: Option<NewContent>,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let mut envelope = Envelope::from(by, command_id).about(note_of(&found.of));
        if let Some(content) = content {
            envelope = envelope.with(content);
        }
        self.execute::<File>(found.file.as_str(), command, envelope).await?;
        Ok(())
    }
}

/// The name and the words of a file.
fn said(name: &str, description: &str) -> Result<(String, String), Failure> {
    // Some browsers send the folders too.
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let cut: String = name.chars().take(text::TITLE_MAX).collect();
    let blank = |done: Result<String, TextError>| match done {
        Err(TextError::Blank) => Ok(String::new()),
        other => other.map_err(|_| Failure::Refused(LONG)),
    };
    Ok((
        blank(text::line(&cut, text::TITLE_MAX))?,
        blank(text::line(description, DESCRIPTION_MAX))?,
    ))
}

/// The note that what is said of a file is about.
fn note_of(of: &Of) -> Option<NoteId> {
    match of {
        Of::Note(note) => Some(note.clone()),
        Of::Meeting(_) | Of::Workshop(_) => None,
    }
}

fn size(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
