//! What we remember of what happened, in the shape pages ask for.
//!
//! A projection is a pair: `x.sql` (its tables, named `p_…`) and `x.rs` (how events are applied to
//! them, the questions they answer). It can always be thrown away: raise its version, and the log
//! is replayed into new tables. It never writes an event and never reads the clock.
//!
//! [`all`] lists them. `app::engine::projector` moves them along the log, each batch and
//! its checkpoint in one transaction.
#![warn(clippy::wildcard_enum_match_arm)]

pub mod core;
pub mod files;
pub mod groups;
pub mod notes;
pub mod people;
pub mod workshops;

use async_trait::async_trait;
use domain::core::registry::Fact;
use migrations::{DbError, Names, Tx};

use crate::core::declare::About;

/// An event as it stands in the log.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Its place in the whole log, from 1, without gaps.
    pub position: i64,
    /// When the server recorded it, in microseconds since 1970, UTC.
    pub at: i64,
    pub fact: Fact,
}

/// Tables that follow the log.
#[async_trait]
pub trait Projection: Send + Sync {
    /// What the engine knows of it ([`core::declare`]).
    fn about(&self) -> About;

    /// Applies a batch, in order: folds it in memory, writes it in bulk.
    ///
    /// # Errors
    /// When the database refuses; nothing of the batch is then kept.
    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError>;
}

/// Every projection of the commons, wing by wing: each wing lists its own.
pub fn all() -> Vec<Box<dyn Projection>> {
    let wings = [people::all(), files::all(), notes::all(), groups::all(), workshops::all()];
    wings.into_iter().flatten().collect()
}

/// The tables of every projection, in its version of today.
pub fn names() -> Names {
    let about = all().into_iter().map(|projection| projection.about());
    Names::of(about.flat_map(|about| about.names(about.version, 1)).collect())
}
