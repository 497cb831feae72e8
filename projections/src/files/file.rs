//! Files: what each goes with, what it is, what is said of it, and who asked that it be put away.
//! Where its bytes are is beside the log (`app::files`).

use async_trait::async_trait;
use domain::core::ids::{FileId, PersonId};
use domain::files::file::{Event, Faces, Kind, Of};
use migrations::{Db, DbError, Row, Tx, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

/// The kinds of what a file goes with, in one word.
const NOTE: &str = "note";
const MEETING: &str = "meeting";
const WORKSHOP: &str = "workshop";

/// A file whose bytes are there, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub file: FileId,
    pub of: Of,
    /// Who added it.
    pub person: PersonId,
    /// The name they go by; empty once erased.
    pub name: String,
    pub kind: Kind,
    pub faces: Faces,
    /// When it was added, in microseconds.
    pub at: i64,
    /// How many people asked that it be put away.
    pub objections: i64,
    /// What it is called.
    pub title: String,
    /// What is to be seen or heard in it; empty when nobody said.
    pub description: String,
    /// What it is, as `image/jpeg`.
    pub media_type: String,
    /// What it takes, in bytes, in all its sizes.
    pub length: i64,
}

impl File {
    /// Whether it is put away: seen by those who keep it alone.
    pub fn is_put_away(&self) -> bool {
        self.objections > 0 || self.faces == Faces::Unasked
    }
}

/// Files `f` whose bytes are there, with their words.
macro_rules! select_file {
    ($rest:expr) => {
        concat!(
            "select f.file, f.of_kind, f.of_id, f.person, coalesce(p.name, ''), f.kind, f.faces,
                    f.at, f.objections, c.title, c.body, b.media_type, b.length
             from p_file f
             join files b on b.file = f.file
             join content c on c.content_id = f.content_id
             left join people p on p.person = f.person ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<File, DbError> {
    let cells = row.cells();
    Ok(File {
        file: cells.parsed()?,
        of: match cells.str() {
            NOTE => Of::Note(cells.parsed()?),
            MEETING => Of::Meeting(cells.parsed()?),
            _ => Of::Workshop(cells.parsed()?),
        },
        person: cells.parsed()?,
        name: cells.text(),
        kind: cells.parsed()?,
        faces: cells.parsed()?,
        at: cells.int(),
        objections: cells.int(),
        title: cells.text(),
        description: cells.text(),
        media_type: cells.text(),
        length: cells.int(),
    })
}

/// The file of this id.
pub async fn find(db: &Db, file: &FileId) -> Result<Option<File>, DbError> {
    let sql = select_file!("where f.file = $1");
    db.row(sql, values![file.as_str()]).await?.as_ref().map(read).transpose()
}

/// Those of one note, meeting or workshop, the first first, at most `most`.
pub async fn of_one(db: &Db, of: &Of, most: i64) -> Result<Vec<File>, DbError> {
    let sql = select_file!("where f.of_id = $1 order by f.at, f.file limit $2");
    db.rows(sql, values![of.as_str(), most]).await?.iter().map(read).collect()
}

/// How many go with one note, meeting or workshop, whose bytes are there.
pub async fn count(db: &Db, of: &Of) -> Result<i64, DbError> {
    let sql = "select count(*) from p_file f join files b on b.file = f.file where f.of_id = $1";
    Ok(db.row(sql, values![of.as_str()]).await?.map_or(0, |row| row.cells().int()))
}

/// Those that `person` added, the last first: `most` after the first `skipped`.
pub async fn of_person(
    db: &Db,
    person: &PersonId,
    (skipped, most): (i64, i64),
) -> Result<Vec<File>, DbError> {
    let sql = select_file!("where f.person = $1 order by f.at desc, f.file limit $2 offset $3");
    db.rows(sql, values![person.as_str(), most, skipped]).await?.iter().map(read).collect()
}

/// Whether `person` asked that `file` be put away.
pub async fn objects(db: &Db, file: &FileId, person: &PersonId) -> Result<bool, DbError> {
    let sql = "select 1 from p_file_objection where file = $1 and person = $2";
    Ok(db.row(sql, values![file.as_str(), person.as_str()]).await?.is_some())
}

/// Those of one note, meeting or workshop that `person` asked to put away.
pub async fn objected_by(db: &Db, of: &Of, person: &PersonId) -> Result<Vec<FileId>, DbError> {
    let sql = "select f.file from p_file f
        join p_file_objection o on o.file = f.file and o.person = $2 where f.of_id = $1";
    let rows = db.rows(sql, values![of.as_str(), person.as_str()]).await?;
    rows.iter().map(|row| row.cells().parsed()).collect()
}

projection! {
    /// The projection of files.
    pub struct Files = "file" version 1;
    tables ["p_file", "p_file_objection"] in "file.sql";
    hears Heard { File }
}

#[async_trait]
impl Projection for Files {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (Heard::File(event), recorded) in Heard::of(batch) {
            apply(tx, event, recorded.at).await?;
        }
        Ok(())
    }
}

async fn apply(tx: &mut Tx, event: &Event, at: i64) -> Result<(), DbError> {
    match event {
        Event::Attached { file, of, by, kind, faces, content } => {
            let sql = "insert into p_file (file, of_kind, of_id, person, kind, faces, content_id,
                    objections, at)
                values ($1, $2, $3, $4, $5, $6, $7, 0, $8) on conflict (file) do nothing";
            let of_kind = match of {
                Of::Note(_) => NOTE,
                Of::Meeting(_) => MEETING,
                Of::Workshop(_) => WORKSHOP,
            };
            let values = values![
                file.as_str(),
                of_kind,
                of.as_str(),
                by.as_str(),
                kind.word(),
                faces.word(),
                content.as_str(),
                at
            ];
            tx.exec(sql, values).await?;
        }
        Event::Described { file, faces, content, .. } => {
            let sql = "update p_file set faces = $2, content_id = $3 where file = $1";
            tx.exec(sql, values![file.as_str(), faces.word(), content.as_str()]).await?;
        }
        Event::Objected { file, person } => {
            let sql = "insert into p_file_objection (file, person) values ($1, $2)
                on conflict (file, person) do nothing";
            tx.exec(sql, values![file.as_str(), person.as_str()]).await?;
            recount(tx, file).await?;
        }
        Event::ObjectionWithdrawn { file, person } => {
            let sql = "delete from p_file_objection where file = $1 and person = $2";
            tx.exec(sql, values![file.as_str(), person.as_str()]).await?;
            recount(tx, file).await?;
        }
        Event::Settled { file, .. } => {
            forget_objections(tx, file).await?;
            recount(tx, file).await?;
        }
        Event::Removed { file, .. } => {
            forget_objections(tx, file).await?;
            let sql = "delete from p_file where file = $1";
            tx.exec(sql, values![file.as_str()]).await?;
        }
    }
    Ok(())
}

async fn forget_objections(tx: &mut Tx, file: &FileId) -> Result<(), DbError> {
    let sql = "delete from p_file_objection where file = $1";
    tx.exec(sql, values![file.as_str()]).await?;
    Ok(())
}

async fn recount(tx: &mut Tx, file: &FileId) -> Result<(), DbError> {
    let sql = "update p_file set objections = (select count(*) from p_file_objection o
        where o.file = p_file.file) where file = $1";
    tx.exec(sql, values![file.as_str()]).await?;
    Ok(())
}
