//! Adding a file, and reading it back.
//!
//! Its bytes are kept first, then what happened is written in the log, then the rows that say where
//! the bytes are: what is interrupted shows nothing, and the same form sent again goes on.

use domain::core::ids::{FileId, NoteId, PersonId};
use domain::files::file::{Command, Faces, File, Kind, Of};
use domain::prose::text::{self, TextError};
use migrations::{DbError, values};
use projections::files::file;

use super::blobs::FOR_EVER;
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
    length: usize,
    width: u32,
    height: u32,
}

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
    /// [`LONG`]; see [`Failure`].
    pub async fn add_file(
        &self,
        of: &Of,
        by: &PersonId,
        brought: Brought,
        command_id: CommandId,
    ) -> Result<FileId, Failure> {
        let id: FileId = self.derived_id("file", by.as_str(), &command_id);
        if self.has_rows(&id).await? {
            return Ok(id);
        }
        let Brought { name, bytes, description, faces } = brought;
        if bytes.len() > FILE_MAX {
            return Err(Failure::Refused(TOO_LARGE));
        }
        let (kind, media_type) = sniff::kind_of(&bytes)?;
        let words = said(&name, &description)?;
        let faces = faces.unwrap_or(match kind {
            Kind::Picture | Kind::Sound => Faces::Unasked,
            Kind::Document => Faces::Nobody,
        });
        if file::count(&self.primary, of).await? >= MOST_OF_ONE {
            return Err(Failure::Refused(MANY));
        }
        let parts = match kind {
            Kind::Picture => self.pictures(bytes, by).await?,
            Kind::Document | Kind::Sound => {
                let length = bytes.len();
                self.has_room(by, length).await?;
                let hash = self.keep_bytes(bytes).await?;
                vec![Part { size: 0, hash, length, width: 0, height: 0 }]
            }
        };
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
        if let Err(refused) = self.write_rows(&id, by, media_type, &parts).await {
            if let Failure::Refused(_) = refused {
                let command = Command::Remove { by: by.clone() };
                let envelope = Envelope::from(by, command_id.then("no-room"));
                self.execute::<File>(id.as_str(), command, envelope).await?;
            }
            return Err(refused);
        }
        self.projector.wait_for(position).await;
        Ok(id)
    }

    /// Keeps a picture in its sizes.
    async fn pictures(&self, bytes: Vec<u8>, by: &PersonId) -> Result<Vec<Part>, Failure> {
        // What is kept is rarely more than what came.
        self.has_room(by, bytes.len().min(SIZES[0].weight)).await?;
        let sizes = picture::in_sizes(bytes, &SIZES).await?;
        self.has_room(by, sizes.iter().map(|it| it.bytes.len()).sum()).await?;
        let mut parts = vec![];
        for it in sizes {
            let length = it.bytes.len();
            let hash = self.keep_bytes(it.bytes).await?;
            parts.push(Part { size: it.side, hash, length, width: it.width, height: it.height });
        }
        Ok(parts)
    }

    async fn has_rows(&self, id: &FileId) -> Result<bool, DbError> {
        let sql = "select 1 from files where file = $1";
        Ok(self.primary.row(sql, values![id.as_str()]).await?.is_some())
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

    /// Writes where the bytes of a file are, if there is room for them still.
    async fn write_rows(
        &self,
        id: &FileId,
        by: &PersonId,
        media_type: &str,
        parts: &[Part],
    ) -> Result<(), Failure> {
        let length: i64 = parts.iter().map(|part| size(part.length)).sum();
        let most = self.room(by).await?.most;
        let mut tx = self.primary.begin().await?;
        // One at a time for a person: two that count together would both find room.
        let turn = "select person from people where person = $1 {lock}";
        tx.rows(turn, values![by.as_str()]).await?;
        let sql = "insert into files (file, person, media_type, length, created_at)
            select $1, $2, $3, $4, $5 where (
                select coalesce(cast(sum(length) as {i64}), 0) from files where person = $2) + $4 <= $6
            on conflict (file) do nothing";
        let now = self.clock.now();
        let values = values![id.as_str(), by.as_str(), media_type, length, now, most];
        if tx.exec(sql, values).await? == 0 {
            drop(tx);
            let is_there = self.has_rows(id).await?;
            return if is_there { Ok(()) } else { Err(Failure::Refused(NO_ROOM)) };
        }
        let sql = "update files_total set length = length + $1
            where one = 1 and length + $1 <= $2";
        if tx.exec(sql, values![length, self.files_max]).await? == 0 {
            return Err(Failure::Refused(COMMONS_FULL));
        }
        for part in parts {
            let sql = "insert into file_parts (file, size, hash, length, width, height)
                values ($1, $2, $3, $4, $5, $6)";
            let values = values![
                id.as_str(),
                i64::from(part.size),
                part.hash.as_str(),
                size(part.length),
                i64::from(part.width),
                i64::from(part.height)
            ];
            tx.exec(sql, values).await?;
            let sql = "update blobs set kept_until = $2 where hash = $1 and leaving = 0";
            // It left while we were long about it: whoever sends it again brings it back.
            if tx.exec(sql, values![part.hash.as_str(), FOR_EVER]).await? == 0 {
                return Err(Failure::Busy);
            }
        }
        Ok(tx.commit().await?)
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
