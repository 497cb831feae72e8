//! Bytes of files, copied beside a copy of the commons, put back, and checked. A folder of copies
//! holds each object under its name: copying again copies what is new.

use std::collections::HashSet;
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
    /// Puts the objects that `folder` holds in the store.
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

    /// Copies every object to `folder`: see [`copy_out`].
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

/// The objects that files of the commons in `db` have, after `after`, and whether each waits.
async fn objects(db: &Db, after: &str) -> Result<Vec<(String, bool)>, DbError> {
    let sql = "select p.hash, case when b.bytes is null then 0 else 1 end
        from (select distinct hash from file_parts where hash > $1 order by hash limit $2) p
        left join blobs b on b.hash = p.hash order by p.hash";
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
    let (mut after, mut seen) = (String::new(), HashSet::new());
    loop {
        let some = objects(db, &after).await?;
        let Some((last, _)) = some.last() else {
            forget_others(folder, &seen)?;
            return Ok(copied);
        };
        after.clone_from(last);
        seen.extend(some.iter().map(|(hash, _)| hash.clone()));
        for (hash, waits) in &some {
            let to = folder.join(hash);
            if !to.exists() {
                let Some(bytes) = bytes_of(db, store, hash, *waits).await? else {
                    if is_had(db, hash).await? {
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

/// Whether a file still has this object: what was removed since is not lost.
async fn is_had(db: &Db, hash: &str) -> Result<bool, DbError> {
    let sql = "select 1 from file_parts where hash = $1 limit 1";
    Ok(db.row(sql, values![hash]).await?.is_some())
}

/// Deletes from a folder of copies what no file has any more.
fn forget_others(folder: &Path, had: &HashSet<String>) -> std::io::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_object = name.len() == 64 && name.bytes().all(|sign| sign.is_ascii_hexdigit());
        if is_object && !had.contains(&name) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
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
                Some(_) => seen.wrong.push(hash.clone()),
                None if is_had(db, hash).await? => seen.wrong.push(hash.clone()),
                None => {}
            }
        }
    }
}
