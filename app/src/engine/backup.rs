//! A copy of a commons, taken while it is open, and put back.
//!
//! SQLite: its own online backup. PostgreSQL: `pg_dump` and `pg_restore`, whose
//! archive any tool reads. The keys of people are another database and another
//! file: kept together, a backup would bring back what was erased.

use std::path::Path;
use std::process::Command;

use migrations::schema::{Schema, refuse_newer};
use migrations::{Db, DbError, copy};

/// Why a copy was not made, or not put back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Nothing is overwritten.
    #[error("{0} exists already: move it away first")]
    Exists(String),
    /// There is nothing to put back.
    #[error("{0} is not there")]
    Missing(String),
    /// The tools of PostgreSQL are not installed, or refused.
    #[error("{tool}: {why}")]
    Tool {
        /// The program that was started.
        tool: &'static str,
        why: String,
    },
    /// A database said no.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The disk said no.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// Copies the database at `address` to the file `to`, as it is at one moment.
/// `progress` is given pages copied and pages in all (SQLite only).
pub async fn backup(
    address: &str,
    to: &Path,
    progress: impl FnMut(i64, i64) + Send + 'static,
) -> Result<(), BackupError> {
    refuse_to_overwrite(to)?;
    if address.starts_with("postgres") {
        let part = to.with_extension("part");
        migrations::private::make(&part)?;
        let file = format!("--file={}", part.to_string_lossy());
        tool("pg_dump", vec!["--format=custom".into(), file, plain(address)]).await?;
        return Ok(std::fs::rename(part, to)?);
    }
    let address = address.trim_start_matches("sqlite://");
    let from = Path::new(address).to_owned();
    if !from.exists() {
        return Err(BackupError::Missing(address.to_owned()));
    }
    // Under another name until it is whole: what bears the name is a backup.
    let part = to.with_extension("part");
    let (source, target) = (from, part.clone());
    crate::engine::blocking::aside(move || copy::sqlite(&source, &target, progress)).await??;
    std::fs::rename(part, to)?;
    Ok(())
}

/// Puts the copy `from` back as the database at `address`, which must be new (a file
/// that is not there, an empty PostgreSQL database).
pub async fn restore(from: &Path, address: &str, schema: Schema) -> Result<(), BackupError> {
    if !from.exists() {
        return Err(BackupError::Missing(from.to_string_lossy().into_owned()));
    }
    if address.starts_with("postgres") {
        let db = Db::open(address).await?;
        let sql = "select count(*) from information_schema.tables where table_schema = 'public'";
        if db.row(sql, &[]).await?.is_some_and(|row| row.cells().int() > 0) {
            return Err(BackupError::Exists("the database".to_owned()));
        }
        let from = from.to_string_lossy().into_owned();
        // Whole or not at all: a log without its keys would open, and lose its promises.
        let args = vec![
            "--no-owner".into(),
            "--single-transaction".into(),
            format!("--dbname={}", plain(address)),
            from,
        ];
        tool("pg_restore", args).await?;
        return Ok(refuse_newer(&db, schema).await?);
    }
    let address = address.trim_start_matches("sqlite://");
    let to = Path::new(address);
    // What SQLite left beside an old file would be read into the new one.
    for end in ["", "-wal", "-shm", "-journal"] {
        refuse_to_overwrite(Path::new(&format!("{address}{end}")))?;
    }
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let part = to.with_extension("part");
    let (source, target) = (from.to_owned(), part.clone());
    crate::engine::blocking::aside(move || copy::sqlite(&source, &target, |_, _| {})).await??;
    let copied = Db::open(&part.to_string_lossy()).await?;
    refuse_newer(&copied, schema).await?;
    drop(copied);
    std::fs::rename(part, to)?;
    Ok(())
}

fn refuse_to_overwrite(path: &Path) -> Result<(), BackupError> {
    if path.exists() {
        return Err(BackupError::Exists(path.to_string_lossy().into_owned()));
    }
    Ok(())
}

/// The address without the option that only we know.
fn plain(address: &str) -> String {
    address
        .replace("?pgbouncer=true&", "?")
        .replace("&pgbouncer=true", "")
        .replace("?pgbouncer=true", "")
}

async fn tool(tool: &'static str, args: Vec<String>) -> Result<(), BackupError> {
    let result =
        crate::engine::blocking::aside(move || Command::new(tool).args(args).output()).await?;
    let why = match result {
        Ok(done) if done.status.success() => return Ok(()),
        Ok(done) => String::from_utf8_lossy(&done.stderr).trim().to_owned(),
        Err(error) => format!("{error}; install the client tools of PostgreSQL"),
    };
    Err(BackupError::Tool { tool, why })
}
