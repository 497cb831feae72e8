//! The ledger of erasures: what was erased and when, without a word of it. A copy that is put
//! back was made before some of them, and is made to forget the same things again. It stands in
//! the database of keys, which no copy of the log holds, and can be copied as JSON lines.

use std::collections::HashSet;
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

/// What a line is that undoes another one: its subject is the erasure that does not hold any more.
const UNDONE: &str = "undone";

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

    /// Records that an erasure was undone. It is a line of its own: a copy of the ledger that was
    /// made before knows nothing of it, and adding that copy brings nothing back.
    ///
    /// # Errors
    /// When the database of keys is away.
    pub(crate) async fn record_undone(&self, erasure: &str) -> Result<(), DbError> {
        self.record_erasure(&Erasure {
            erasure: format!("{UNDONE}-{erasure}"),
            what: UNDONE.to_owned(),
            subject: erasure.to_owned(),
            detail: String::new(),
            at: self.clock.now(),
        })
        .await
    }

    /// Every erasure that was not undone, the first one first.
    ///
    /// # Errors
    /// When the database of keys is away.
    pub async fn erasures(&self) -> Result<Vec<Erasure>, DbError> {
        Ok(self.erasures_and_undone().await?.0)
    }

    /// Every erasure that stands, and those that were undone since.
    ///
    /// # Errors
    /// When the database of keys is away.
    pub(crate) async fn erasures_and_undone(
        &self,
    ) -> Result<(Vec<Erasure>, Vec<Erasure>), DbError> {
        let all = self.ledger().await?;
        let undone: HashSet<String> = all
            .iter()
            .filter(|line| line.what == UNDONE)
            .map(|line| line.subject.clone())
            .collect();
        let erasures = all.into_iter().filter(|line| line.what != UNDONE);
        Ok(erasures.partition(|line| !undone.contains(&line.erasure)))
    }

    /// Every line of the ledger, the first one first.
    async fn ledger(&self) -> Result<Vec<Erasure>, DbError> {
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

    /// Writes the ledger to `to`, a JSON line each, over an older one. How many lines.
    ///
    /// # Errors
    /// When the database or the disk says no.
    pub async fn export_erasures(&self, to: &Path) -> Result<usize, TransferError> {
        let all = self.ledger().await?;
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
