//! The ledger of erasures: what was erased and when, without a word of it. A copy that is put
//! back was made before some of them, and is made to forget the same things again. It stands in
//! the database of keys, which no copy of the log holds, and can be copied as JSON lines.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;

use migrations::{DbError, private, values};
use serde::{Deserialize, Serialize};

use crate::App;
use crate::engine::transfer::TransferError;

/// One erasure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Its own id: recorded twice, it is one.
    pub erasure: String,
    /// What kind of erasure it is, in one word.
    pub what: String,
    /// The opaque id of whom or what it is about.
    pub subject: String,
    /// What is needed to do it again, as JSON: opaque ids and numbers, never words.
    pub detail: String,
    /// When, in microseconds.
    pub at: i64,
}

impl App {
    /// Records an erasure, before it is carried out: one that was interrupted is carried out
    /// when the ledger is replayed.
    ///
    /// # Errors
    /// When the database of keys is away.
    pub(crate) async fn record_erasure(&self, erasure: &Erasure) -> Result<(), DbError> {
        let sql = "insert into erasures (erasure, what, subject, detail, at)
            values ($1, $2, $3, $4, $5) on conflict (erasure) do nothing";
        let Erasure { erasure, what, subject, detail, at } = erasure;
        let values =
            values![erasure.as_str(), what.as_str(), subject.as_str(), detail.as_str(), *at];
        self.keys.exec(sql, values).await?;
        Ok(())
    }

    /// Every erasure, the first one first.
    ///
    /// # Errors
    /// When the database of keys is away.
    pub async fn erasures(&self) -> Result<Vec<Erasure>, DbError> {
        let sql = "select erasure, what, subject, detail, at from erasures order by at, erasure";
        let rows = self.keys.rows(sql, &[]).await?;
        let read = |row: &migrations::Row| {
            let cells = row.cells();
            Erasure {
                erasure: cells.text(),
                what: cells.text(),
                subject: cells.text(),
                detail: cells.text(),
                at: cells.int(),
            }
        };
        Ok(rows.iter().map(read).collect())
    }

    /// Writes the ledger to `to`, a JSON line each, over an older one. How many there are.
    ///
    /// # Errors
    /// When the database or the disk says no.
    pub async fn export_erasures(&self, to: &Path) -> Result<usize, TransferError> {
        let all = self.erasures().await?;
        let part = to.with_extension("part");
        let mut file = private::options().create(true).write(true).truncate(true).open(&part)?;
        for erasure in &all {
            let line = serde_json::to_string(erasure).map_err(std::io::Error::other)?;
            writeln!(file, "{line}")?;
        }
        file.sync_all()?;
        std::fs::rename(part, to)?;
        Ok(all.len())
    }

    /// Adds the ledger in `from` to this one; what is in both is there once.
    ///
    /// # Errors
    /// [`TransferError::Line`] when it is not one of ours.
    pub async fn import_erasures(&self, from: &Path) -> Result<(), TransferError> {
        for (index, line) in BufReader::new(std::fs::File::open(from)?).lines().enumerate() {
            let odd = |error: serde_json::Error| TransferError::Line {
                number: index + 1,
                why: error.to_string(),
            };
            let erasure: Erasure = serde_json::from_str(&line?).map_err(odd)?;
            self.record_erasure(&erasure).await?;
        }
        Ok(())
    }
}
