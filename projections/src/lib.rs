//! What we remember of what happened, in the shape pages ask for.
//!
//! A projection is a pair: `x.sql` (its tables, named `p_…_v<version>`) and
//! `x.rs` (how it learns, what it answers). It can always be thrown away: raise
//! its version, rename its tables, and the log is told to it again. It never
//! writes an event and never reads the clock.
//!
//! [`all`] lists them. `app::projector` moves them along the log, each batch and
//! its checkpoint in one transaction.
#![warn(clippy::wildcard_enum_match_arm)]

use async_trait::async_trait;
use domain::fact::Fact;
use migrations::{DbError, Tx};

pub mod act;
pub mod blame;
pub mod content;
pub mod history;
pub mod item;
pub mod link;
pub mod note;
pub mod reception;
pub mod review;
pub mod room;
pub mod search;
pub mod seen;
pub mod suggestion;
pub mod timeline;
pub mod variant;
pub mod workshop;

/// An event as it stands in the log.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Its place in the whole log, from 1, without gaps.
    pub position: i64,
    /// When the server recorded it, in microseconds since 1970, UTC.
    pub at: i64,
    /// What happened.
    pub fact: Fact,
}

/// Tables that follow the log.
#[async_trait]
pub trait Projection: Send + Sync {
    /// What its readers want to know, in one word.
    fn name(&self) -> &'static str;

    /// Raised whenever the tables or what they mean change.
    fn version(&self) -> i64;

    /// Its tables, with the tokens of `migrations::dialect`.
    fn schema(&self) -> &'static str;

    /// The names of its tables.
    fn tables(&self) -> &'static [&'static str];

    /// Its older versions whose tables have every column its pages ask for: they
    /// answer while this one is told the whole log.
    fn readable(&self) -> &'static [i64] {
        &[]
    }

    /// The kinds of aggregates it learns from; it is never told of others.
    fn learns_from(&self) -> &'static [&'static str];

    /// Learns a batch, in order: folds it in memory, writes it in bulk.
    ///
    /// # Errors
    /// When the database refuses; nothing of the batch is then kept.
    async fn tell(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError>;
}

/// Every projection of the commons.
pub fn all() -> Vec<Box<dyn Projection>> {
    vec![
        Box::new(note::Notes),
        Box::new(history::History),
        Box::new(reception::Reception),
        Box::new(workshop::Workshops),
        Box::new(room::Room),
        Box::new(search::Search),
        Box::new(blame::Authors),
        Box::new(variant::Variants),
        Box::new(suggestion::Suggestions),
        Box::new(seen::Seen),
        Box::new(item::Items),
        Box::new(review::Reviews),
        Box::new(timeline::Timeline),
        Box::new(act::Acts),
        Box::new(link::Links),
    ]
}
