//! The objects of the store, each once whatever has it: claimed before they are written, let go of
//! when nothing has them any more. Those that the store could not take wait in the database, so that
//! nothing somebody sent is lost.
//!
//! A row of `blobs` says until when its object is kept for somebody who is writing it; for ever once
//! a file has it (`FOR_EVER`). Removing is in three steps (the row says so, the object goes, the row
//! goes), so that whoever sends the same bytes meanwhile waits, and what is interrupted is taken up.

use std::time::Duration;

use futures_util::stream::{self, BoxStream};
use futures_util::{StreamExt as _, TryStreamExt as _};
use hyper::body::Bytes;
use migrations::{DbError, values};
use sha2::{Digest as _, Sha256};

use super::store::StoreError;
use super::{Files, STORE_AWAY};
use crate::Failure;
use crate::engine::clock::{HOUR, SECOND};
use crate::engine::secrets::hex;

/// Bytes as they come.
pub type Flow = BoxStream<'static, Result<Bytes, std::io::Error>>;

/// How long an object that nothing has is kept for whoever is writing it.
const CLAIM: i64 = HOUR;

/// Until when an object is kept that a file has.
pub(super) const FOR_EVER: i64 = i64::MAX;

/// The most bytes that wait for the store.
const WAITING_MAX: i64 = 128 * 1024 * 1024;

/// The most objects that wait for it.
const WAITING_MOST: i64 = 10_000;

/// How long whoever removes an object alone may: far more than one operation of the store takes.
const TAKEN_UP: i64 = 5 * 60 * SECOND;

/// How many objects one round of the task looks at.
const ROUND: i64 = 50;

/// How many objects may be refused by the store in one round.
const FAILURES: u32 = 3;

/// How often one looks whether an object that is being removed has gone, and how long one waits.
const LOOKS: u32 = 40;
const PAUSE: Duration = Duration::from_millis(250);

/// The name of an object: the SHA-256 of its bytes, in hexadecimal.
pub fn name_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

impl Files<'_> {
    /// Keeps `bytes`, for [`CLAIM`] as long as no file has them: in the store, or in the database
    /// while it is away. Their name.
    ///
    /// # Errors
    /// [`STORE_AWAY`] when too much waits already; [`Failure::Busy`] when the same bytes are being
    /// removed, and that does not end.
    pub(super) async fn keep_bytes(&self, bytes: Vec<u8>) -> Result<String, Failure> {
        let hash = name_of(&bytes);
        self.claim(&hash, i64::try_from(bytes.len()).unwrap_or(i64::MAX)).await?;
        let Err(error) = self.store.put(&hash, bytes.clone()).await else { return Ok(hash) };
        tracing::warn!(%error, "a file waits in the database");
        metrics::counter!("sillage_files_waiting_total").increment(1);
        let sql = "update blobs set bytes = $2 where hash = $1 and (
            select coalesce(cast(sum(w.length) as {i64}), 0)
                + case when count(*) >= $5 then $4 else 0 end
            from (select length from blobs where bytes is not null and hash <> $1
                order by hash limit $5) w) + $3 <= $4";
        let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        let values = values![hash.as_str(), bytes, length, WAITING_MAX, WAITING_MOST];
        if self.primary.exec(sql, values).await? == 0 {
            return Err(Failure::Refused(STORE_AWAY));
        }
        Ok(hash)
    }

    /// Has the object of this name kept for us, once it is not being removed.
    async fn claim(&self, hash: &str, length: i64) -> Result<(), Failure> {
        let sql = "insert into blobs (hash, length, kept_until, leaving) values ($1, $2, $3, 0)
            on conflict (hash) do update set kept_until =
                case when blobs.kept_until > $3 then blobs.kept_until else $3 end
            where blobs.leaving = 0";
        for _ in 0..LOOKS {
            let until = self.clock.now() + CLAIM;
            if self.primary.exec(sql, values![hash, length, until]).await? > 0 {
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(Failure::Busy)
    }

    /// The bytes of an object between two places, wherever it is, read as they are asked for.
    ///
    /// # Errors
    /// [`Failure::NotFound`]; [`Failure::Busy`] while the store is away.
    pub async fn bytes(
        &self,
        hash: &str,
        range: Option<std::ops::Range<u64>>,
    ) -> Result<Flow, Failure> {
        // What waits is looked for first: it is there and nowhere else.
        if let Some(bytes) = self.waiting(hash).await? {
            let all = bytes.len();
            let (from, to) = match range {
                Some(range) => (within(range.start, all), within(range.end, all)),
                None => (0, all),
            };
            let part = Bytes::from(bytes).slice(from.min(to)..to);
            return Ok(stream::once(async { Ok(part) }).boxed());
        }
        match self.store.get(hash, range).await {
            Ok(found) => Ok(found.into_stream().map_err(std::io::Error::other).boxed()),
            Err(StoreError::Missing) => Err(Failure::NotFound),
            Err(error @ StoreError::Away(_)) => {
                tracing::warn!(%error, "a file could not be read");
                Err(Failure::Busy)
            }
        }
    }

    async fn waiting(&self, hash: &str) -> Result<Option<Vec<u8>>, DbError> {
        let sql = "select bytes from blobs where hash = $1 and bytes is not null";
        let row = self.primary.row(sql, values![hash]).await?;
        Ok(row.map(|row| row.cells().bytes().to_vec()))
    }

    /// How many objects wait for the store; a thousand are counted.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn waiting_count(&self) -> Result<i64, DbError> {
        let sql = "select count(*) from (
            select hash from blobs where bytes is not null order by hash limit 1000) w";
        Ok(self.primary.row(sql, &[]).await?.map_or(0, |row| row.cells().int()))
    }

    /// Puts what waits in the store, and removes from it what nothing has. How many objects.
    ///
    /// # Errors
    /// When the database is away; what the store refuses is tried again at the next round.
    pub async fn tidy(&self) -> Result<u64, Failure> {
        self.finish_removals().await?;
        Ok(self.move_waiting().await? + self.remove_unused().await?)
    }

    async fn move_waiting(&self) -> Result<u64, Failure> {
        let sql = "select hash from blobs where bytes is not null and leaving = 0
            order by hash limit $1";
        let (mut count, mut failed) = (0, 0);
        for row in self.primary.rows(sql, values![ROUND]).await? {
            let hash = row.cells().text();
            let Some(bytes) = self.waiting(&hash).await? else { continue };
            if let Err(error) = self.store.put(&hash, bytes).await {
                tracing::warn!(%error, "a file still waits in the database");
                failed += 1;
                // One that is too large for the line keeps no other from going.
                if failed < FAILURES {
                    continue;
                }
                break;
            }
            let sql = "update blobs set bytes = null where hash = $1 and leaving = 0";
            if self.primary.exec(sql, values![hash.as_str()]).await? == 0 {
                // Removed while it was on its way.
                if let Err(error) = self.store.delete(&hash).await {
                    tracing::error!(%error, hash, "an object was removed and is still in the store");
                }
                continue;
            }
            count += 1;
        }
        if count > 0 {
            self.owe_bytes().await?;
        }
        Ok(count)
    }

    async fn remove_unused(&self) -> Result<u64, Failure> {
        let now = self.clock.now();
        let sql = "select hash, leaving, kept_until from blobs where kept_until <= $1
            order by kept_until, hash limit $2";
        let mut count = 0;
        for row in self.primary.rows(sql, values![now, ROUND]).await? {
            let cells = row.cells();
            let (hash, is_leaving, since) = (cells.text(), cells.yes(), cells.int());
            let is_ours = if is_leaving {
                since <= now - TAKEN_UP && self.takes_up(&hash, since, now).await?
            } else {
                self.starts_to_leave(&hash, now).await?
            };
            count += u64::from(is_ours && self.leaves(&hash).await?);
        }
        Ok(count)
    }

    /// Removes these objects, if nothing has them; what the store does not remove now is removed by
    /// [`Files::tidy`].
    pub(super) async fn remove_these(&self, hashes: &[String]) -> Result<(), Failure> {
        let now = self.clock.now();
        for hash in hashes {
            if self.starts_to_leave(hash, now).await? {
                self.leaves(hash).await?;
            }
        }
        Ok(())
    }

    /// Whether a removal that stopped at `since` is ours to end.
    async fn takes_up(&self, hash: &str, since: i64, now: i64) -> Result<bool, DbError> {
        let sql = "update blobs set kept_until = $3
            where hash = $1 and leaving = 1 and kept_until = $2";
        Ok(self.primary.exec(sql, values![hash, since, now]).await? > 0)
    }

    /// Removes an object that leaves by us; whether the store did. If it did not, it stays as it is
    /// for [`TAKEN_UP`]: a removal that is late must meet nothing new.
    async fn leaves(&self, hash: &str) -> Result<bool, Failure> {
        if let Err(error) = self.store.delete(hash).await {
            tracing::warn!(%error, "an object could not be removed yet");
            return Ok(false);
        }
        let sql = "delete from blobs where hash = $1 and leaving = 1";
        self.primary.exec(sql, values![hash]).await?;
        Ok(true)
    }

    /// Whether an object that nothing has begins to leave, by us.
    async fn starts_to_leave(&self, hash: &str, now: i64) -> Result<bool, DbError> {
        let sql = "update blobs set leaving = 1, kept_until = $2
            where hash = $1 and leaving = 0 and kept_until <= $2
              and not exists (select 1 from file_parts p where p.hash = blobs.hash)";
        if self.primary.exec(sql, values![hash, now]).await? > 0 {
            return Ok(true);
        }
        // Something has it after all.
        let sql = "update blobs set kept_until = $2 where hash = $1 and leaving = 0
            and exists (select 1 from file_parts p where p.hash = blobs.hash)";
        self.primary.exec(sql, values![hash, FOR_EVER]).await?;
        Ok(false)
    }
}

fn within(place: u64, all: usize) -> usize {
    usize::try_from(place).unwrap_or(all).min(all)
}
