//! The hash chain of the log: what was written cannot be changed unseen.
//!
//! `h(n) = SHA-256(h(n-1) ‖ event n)`, every field of the event preceded by its
//! length, `h(0)` the hash of nothing. Runs of events are sealed a moment after
//! they are written, aside, so that the chain costs the writer nothing: a seal
//! holds the hash of its last event, and eight bytes of the hash of each, so that
//! [`App::verify_seals`] names the very event that was changed.
//!
//! Whoever can rewrite the whole database can rewrite the chain too. An operator who
//! keeps the head that `sillage verify` prints, elsewhere, can tell: `--head`.

use std::time::Duration;

use migrations::{Db, DbError, Row, values};
use sha2::{Digest as _, Sha256};
use tokio::sync::watch;

use crate::App;
use crate::engine::clock::Clock;
use crate::engine::secrets::hex;

/// The most events in one seal.
const RUN: i64 = 1000;

/// How long events wait for their seal.
const ROUND: Duration = Duration::from_secs(1);

/// The bytes of each hash that a seal keeps.
const MARK: usize = 8;

/// Everything of an event, in the order in which it is hashed.
pub(crate) const WHOLE: &str =
    "select position, aggregate_type, aggregate_id, sequence, event_type,
        event_version, payload, metadata, recorded_at
    from events where position > $1 order by position limit $2";

/// The state of the chain after some event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash after one more event, as [`WHOLE`] reads it.
    #[must_use]
    pub(crate) fn then(self, event: &Row) -> Self {
        let mut digest = Sha256::new();
        digest.update(self.0);
        for column in [0, 3, 8] {
            digest.update(event.int(column).to_be_bytes());
        }
        for column in [1, 2, 4, 5, 6, 7] {
            let text = event.str(column).unwrap_or_default();
            digest.update((text.len() as u64).to_be_bytes());
            digest.update(text);
        }
        Self(digest.finalize().into())
    }

    /// In hexadecimal.
    pub fn hex(self) -> String {
        hex(&self.0)
    }

    fn read(text: &str) -> Option<Self> {
        let pairs = text.as_bytes().chunks_exact(2);
        let bytes = pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        bytes.collect::<Option<Vec<_>>>()?.try_into().ok().map(Self)
    }
}

/// Seals every second what is written, until the last writer of this node is gone.
pub(crate) async fn run_sealing(db: Db, clock: Clock, mut head: watch::Receiver<i64>) {
    loop {
        if let Err(error) = seal(&db, &clock).await {
            tracing::warn!(%error, "the chain waits for the database");
        }
        tokio::time::sleep(ROUND).await;
        // Idle, it looks once a minute, for what other nodes wrote.
        if let Ok(Err(_)) = tokio::time::timeout(60 * ROUND, head.changed()).await {
            return;
        }
    }
}

/// Seals what is written and not sealed yet; how far the chain goes now.
async fn seal(db: &Db, clock: &Clock) -> Result<i64, DbError> {
    loop {
        let last = "select last, hash from seals order by last desc limit 1";
        let row = db.row(last, &[]).await?;
        let (from, mut hash) = match &row {
            None => (0, Hash::default()),
            Some(row) => {
                let cells = row.cells();
                let (last, hash) = (cells.int(), cells.str());
                let odd = || DbError::unreadable(1, hash);
                (last, Hash::read(hash).ok_or_else(odd)?)
            }
        };
        let events = db.rows(WHOLE, values![from, RUN]).await?;
        let Some(to) = events.last().map(|event| event.cells().int()) else { return Ok(from) };
        let mut marks = Vec::with_capacity(events.len() * MARK);
        for event in &events {
            hash = hash.then(event);
            marks.extend_from_slice(&hash.0[..MARK]);
        }
        let sql = "insert into seals (last, first, hash, marks, at) values ($1, $2, $3, $4, $5)";
        let values = values![to, from + 1, hash.hex(), marks, clock.now()];
        match db.exec(sql, values).await {
            // Another node was faster: its seal says the same, or verify will say.
            Ok(_) | Err(DbError::Taken(_)) => {}
            Err(error) => return Err(error),
        }
    }
}

/// A head of the chain, `position:hash`, as `verify` prints it.
pub fn read_head(head: &str) -> Option<(i64, &str)> {
    let (at, hash) = head.split_once(':')?;
    Hash::read(hash)?;
    Some((at.parse().ok()?, hash))
}

impl App {
    /// Seals what is written and not sealed yet; how far the chain goes now.
    pub async fn seal(&self) -> Result<i64, DbError> {
        seal(&self.primary, &self.clock).await
    }

    /// The last seal, `position:hash`, if anything is sealed yet.
    pub async fn last_seal(&self) -> Result<Option<String>, DbError> {
        let sql = "select last, hash from seals order by last desc limit 1";
        let seal = self.db.row(sql, &[]).await?;
        Ok(seal.map(|seal| {
            let cells = seal.cells();
            format!("{}:{}", cells.int(), cells.str())
        }))
    }

    /// Follows the chain from the first event: what does not agree with the seals, a
    /// sentence each, and the head of the chain, `position:hash`. `kept` is a head
    /// that was printed before and kept elsewhere.
    pub async fn verify_seals(&self, kept: Option<&str>) -> Result<(Vec<String>, String), DbError> {
        let mut wrong = vec![];
        let (mut hash, mut at) = (Hash::default(), 0);
        let mut found_kept = kept.is_none();
        let kept = kept.and_then(read_head);
        loop {
            let next = "select first, last, hash, marks from seals where last > $1
                order by last limit 1";
            let Some(seal) = self.primary.row(next, values![at]).await? else { break };
            let cells = seal.cells();
            let (first, to, closes, marks) = (cells.int(), cells.int(), cells.str(), cells.bytes());
            if first != at + 1 {
                wrong.push(format!("the events from {} to {} are not sealed", at + 1, first - 1));
                break;
            }
            let events = self.primary.rows(WHOLE, values![at, to - at]).await?;
            let mut expected = at;
            for (event, mark) in events.iter().zip(marks.chunks_exact(MARK)) {
                expected += 1;
                hash = hash.then(event);
                if event.cells().int() != expected || hash.0[..MARK] != *mark {
                    wrong.push(format!("the event at {expected} is not the one that was sealed"));
                    return Ok((wrong, format!("{expected}:{}", hash.hex())));
                }
                if let Some((position, kept)) = kept
                    && position == expected
                {
                    found_kept = hash.hex() == kept;
                }
            }
            if expected != to || hash.hex() != closes {
                wrong.push(format!("the seal of {} to {to} does not close", at + 1));
                break;
            }
            at = to;
        }
        if !found_kept {
            wrong.push("the log does not go through the head that was kept".to_owned());
        }
        Ok((wrong, format!("{at}:{}", hash.hex())))
    }
}
