//! The stream as this node last knew it: the coalescing actor of a hot stream.
//!
//! A hundred phones at one door must not load and meet a hundred times. Each
//! stream in use has one [`Entity`] on the node: its state, and the sequence that
//! state stands at, *including what is still on its way to the disk*. Commands take
//! their turn, are decided from that state, and hand their events to the writer at
//! once, without waiting for one another; the writer puts them into one
//! transaction.
//!
//! Two rules keep that true:
//!
//! * **A chain is cut as a whole.** If one commit of a chain is not written, what
//!   was decided after it is refused by the writer too ([`Chain`]), and decided
//!   again from the log.
//! * **A refusal is never said from memory.** Another node may have moved the
//!   stream: before saying no, or "nothing to do", the log is read.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::core::event_sourced::Stream;
use quick_cache::sync::Cache;
use tokio::sync::{Mutex, OwnedRwLockReadGuard, RwLock};

use crate::engine::set_aside::Lists;

/// How many streams a node remembers. Forgetting one costs its next command a load.
const REMEMBERED: usize = 4096;

/// What links commits that were decided one after another from memory.
#[derive(Clone, Debug, Default)]
pub struct Chain(Arc<AtomicBool>);

impl Chain {
    /// Says that a commit of this chain was not written.
    pub fn cut(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether one was not.
    pub fn is_cut(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// A state, the sequence it stands at, the chain that leads there, and what it was loaded
/// without.
pub struct Known<A> {
    pub(crate) state: A,
    pub(crate) sequence: i64,
    pub(crate) chain: Chain,
    /// What was left out when it was loaded.
    pub(crate) lists: Arc<Lists>,
}

/// One stream on this node.
pub struct Entity<A> {
    /// Whoever holds it decides next. Empty while someone decides, so that a
    /// request given up half-way leaves nothing half-applied behind.
    pub(crate) known: Mutex<Option<Known<A>>>,
    flights: Arc<RwLock<()>>,
}

impl<A> Default for Entity<A> {
    fn default() -> Self {
        Self { known: Mutex::new(None), flights: Arc::default() }
    }
}

impl<A> Entity<A> {
    /// Held by a commit from its decision to its answer.
    pub(crate) async fn begin_write(&self) -> OwnedRwLockReadGuard<()> {
        Arc::clone(&self.flights).read_owned().await
    }

    /// Waits until every commit under way has its answer.
    pub(crate) async fn wait_for_writes(&self) {
        drop(self.flights.write().await);
    }
}

/// The kind and the id of a stream.
type Key = (&'static str, String);

/// An `Arc<Entity<A>>`, whatever `A` is.
type Anyone = Arc<dyn Any + Send + Sync>;

/// The streams in use on this node.
#[derive(Clone)]
pub struct Entities(Arc<Cache<Key, Anyone>>);

impl Default for Entities {
    fn default() -> Self {
        Self(Arc::new(Cache::new(REMEMBERED)))
    }
}

impl Entities {
    /// The one of this stream. Two of the same stream, should one be forgotten while
    /// in use, meet at the log like two nodes.
    pub(crate) fn of<A: Stream + 'static>(&self, id: &str) -> Arc<Entity<A>> {
        let key = (A::TYPE, id.to_owned());
        let make = || Ok::<_, std::convert::Infallible>(Arc::new(Entity::<A>::default()) as _);
        let Ok(found): Result<Anyone, _> = self.0.get_or_insert_with(&key, make);
        found.downcast().expect("a kind of aggregate is one type")
    }
}
