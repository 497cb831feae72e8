//! Bytes of files, copied beside a copy of the commons, put back, and checked. A folder of copies
//! holds each object under its name: copying again copies what is new.

use std::path::{Path, PathBuf};

use migrations::{Db, DbError, private, values};

use super::Files;

use super::blobs::name_of;
use super::store::{Store, StoreError};

/// How many objects are read from the tables at once.
const PAGE: i64 = 500;

/// The migration that made the tables of files: an older commons has none.
const SINCE: i64 = 19;

/// Why a copy was not made, or not put back.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The disk said no.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// A database said no.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The store said no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What became of the objects of a commons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// How many are where they should be.
    pub count: u64,
    /// Those that are nowhere, or are not what their name says.
    pub wrong: Vec<String>,
}

/// Where the files of a copy or an export at `to` are: a folder beside it.
pub fn folder_of(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(".fichiers");
    PathBuf::from(name)
}

impl Files<'_> {
    /// Puts the objects that `folder` holds in the store ([`put_back`]).
    ///
    /// # Errors
    /// See [`CopyError`].
    pub async fn put_back(
        &self,
        folder: &Path,
        progress: impl FnMut(u64),
    ) -> Result<Copied, CopyError> {
        put_back(&self.primary, &self.store, folder, progress).await
    }

    /// Copies every object to `folder` ([`copy_out`]).
    ///
    /// # Errors
    /// See [`CopyError`].
    pub async fn copy_out(
        &self,
        folder: &Path,
        progress: impl FnMut(u64),
    ) -> Result<Copied, CopyError> {
        copy_out(&self.primary, &self.store, folder, progress).await
    }

    /// Reads every object, and says which are nowhere or not what their name says.
    ///
    /// # Errors
    /// See [`CopyError`].
    pub async fn verify(&self) -> Result<Copied, CopyError> {
        verify(&self.primary, &self.store).await
    }
}

/// The objects of the commons in `db` after `after`, with the bytes of those that wait.
async fn objects(db: &Db, after: &str) -> Result<Vec<(String, bool)>, DbError> {
    let sql = "select hash, case when bytes is null then 0 else 1 end from blobs
        where hash > $1 order by hash limit $2";
    let rows = db.rows(sql, values![after, PAGE]).await?;
    Ok(rows
        .iter()
        .map(|row| {
            let cells = row.cells();
            (cells.text(), cells.yes())
        })
        .collect())
}

async fn has_files(db: &Db) -> Result<bool, DbError> {
    let sql = "select 1 from schema_migrations where number = $1";
    Ok(db.row(sql, values![SINCE]).await?.is_some())
}

/// The bytes of an object, wherever they are; `None` when they are nowhere.
async fn bytes_of(
    db: &Db,
    store: &Store,
    hash: &str,
    waits: bool,
) -> Result<Option<Vec<u8>>, CopyError> {
    if waits {
        let sql = "select bytes from blobs where hash = $1 and bytes is not null";
        if let Some(row) = db.row(sql, values![hash]).await? {
            return Ok(Some(row.cells().bytes().to_vec()));
        }
    }
    match store.whole(hash).await {
        Ok(bytes) => Ok(Some(bytes)),
        Err(StoreError::Missing) => Ok(None),
        Err(away) => Err(away.into()),
    }
}

/// Copies every object of the commons in `db` to `folder`; those that are there already are not
/// copied again. `progress` is given how many are done.
///
/// # Errors
/// See [`CopyError`]; begun again, it goes on.
pub async fn copy_out(
    db: &Db,
    store: &Store,
    folder: &Path,
    mut progress: impl FnMut(u64),
) -> Result<Copied, CopyError> {
    let mut copied = Copied::default();
    if !has_files(db).await? {
        return Ok(copied);
    }
    let mut after = String::new();
    loop {
        let some = objects(db, &after).await?;
        let Some((last, _)) = some.last() else { return Ok(copied) };
        after.clone_from(last);
        for (hash, waits) in &some {
            let to = folder.join(hash);
            if !to.exists() {
                let Some(bytes) = bytes_of(db, store, hash, *waits).await? else {
                    // Removed since, or lost.
                    let sql = "select 1 from blobs where hash = $1 and leaving = 0";
                    if db.row(sql, values![hash.as_str()]).await?.is_some() {
                        copied.wrong.push(hash.clone());
                    }
                    continue;
                };
                private::make_folder(folder)?;
                write_whole(&to, &bytes)?;
            }
            copied.count += 1;
            progress(copied.count);
        }
    }
}

/// Under another name until it is whole.
fn write_whole(to: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    let part = to.with_extension("part");
    let mut file = private::options().create(true).write(true).truncate(true).open(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(part, to)
}

/// Puts the objects of the commons in `db` that `folder` holds in `store`; those the store has
/// already stay as they are.
///
/// # Errors
/// See [`CopyError`]; begun again, it goes on.
async fn put_back(
    db: &Db,
    store: &Store,
    folder: &Path,
    mut progress: impl FnMut(u64),
) -> Result<Copied, CopyError> {
    let mut done = Copied::default();
    let mut after = String::new();
    loop {
        let some = objects(db, &after).await?;
        let Some((last, _)) = some.last() else { return Ok(done) };
        after.clone_from(last);
        for (hash, waits) in &some {
            let from = folder.join(hash);
            if from.exists() {
                let bytes = std::fs::read(from)?;
                if name_of(&bytes) != *hash {
                    done.wrong.push(hash.clone());
                    continue;
                }
                store.put(hash, bytes).await?;
            } else if bytes_of(db, store, hash, *waits).await?.is_none() {
                done.wrong.push(hash.clone());
                continue;
            }
            done.count += 1;
            progress(done.count);
        }
    }
}

/// Reads every object of the commons in `db`, and says which are nowhere or not what their name
/// says.
///
/// # Errors
/// See [`CopyError`].
async fn verify(db: &Db, store: &Store) -> Result<Copied, CopyError> {
    let mut seen = Copied::default();
    let mut after = String::new();
    loop {
        let some = objects(db, &after).await?;
        let Some((last, _)) = some.last() else { return Ok(seen) };
        after.clone_from(last);
        for (hash, waits) in &some {
            match bytes_of(db, store, hash, *waits).await? {
                Some(bytes) if name_of(&bytes) == *hash => seen.count += 1,
                Some(_) | None => seen.wrong.push(hash.clone()),
            }
        }
    }
}
