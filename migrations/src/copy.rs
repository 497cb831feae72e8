//! A SQLite file, copied while it is in use.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::{Backup, Progress};
use rusqlite::{Connection, OpenFlags};

use crate::{DbError, private};

/// Pages copied before others may write again.
const PAGES: i32 = 500;

/// Copies `from` to `to`, whole and as it is at one moment, and checks the copy.
/// `progress` is given pages copied and pages in all.
///
/// # Errors
/// When a file cannot be read or written, or when the copy is not sound.
pub fn sqlite(from: &Path, to: &Path, mut progress: impl FnMut(i64, i64)) -> Result<(), DbError> {
    let source = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    source.busy_timeout(Duration::from_secs(10))?;
    // The moment that is copied: what others write meanwhile is not seen, and does not
    // make it begin again.
    source.execute_batch("begin")?;
    source.query_row("select count(*) from sqlite_master", [], |row| row.get::<_, i64>(0))?;
    private::make(to).map_err(|error| DbError::Away(Box::new(error)))?;
    let mut target = Connection::open(to)?;
    {
        let backup = Backup::new(&source, &mut target)?;
        loop {
            let step = backup.step(PAGES)?;
            let Progress { remaining, pagecount } = backup.progress();
            progress(i64::from(pagecount - remaining), i64::from(pagecount));
            match step {
                rusqlite::backup::StepResult::Done => break,
                rusqlite::backup::StepResult::Busy | rusqlite::backup::StepResult::Locked => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                _ => {}
            }
        }
    }
    let sound: String = target.query_row("pragma integrity_check", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(DbError::Broken(format!("the copy is not sound: {sound}").into()));
    }
    Ok(())
}
