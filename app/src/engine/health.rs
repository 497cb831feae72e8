//! How a node is, for those who watch over it.

use migrations::DbError;

use crate::App;
use crate::engine::projector::edition::{Checkpoint, Status};
use crate::engine::projector::recovery::Halt;
use crate::engine::set_aside::SetAside;

/// What `/sante` and `/metrics` tell.
#[derive(Clone, Debug)]
pub struct Health {
    /// The position of the last event.
    pub head: i64,
    /// How far each projection has read; those being rebuilt too.
    pub projections: Vec<Checkpoint>,
    /// What stopped some of them.
    pub failures: Vec<Halt>,
    /// The streams all of them go on without.
    pub set_aside: Vec<SetAside>,
    /// Whether the replica answers pages; `None` when there is none.
    pub replica: Option<bool>,
    /// Files that wait in the database for their store.
    pub files_waiting: i64,
    /// Commands waiting for the writer of this node.
    pub waiting: usize,
}

impl Health {
    /// How much of the log `checkpoint` has applied, in whole percent; 100 only when all of it.
    pub fn percent(&self, checkpoint: &Checkpoint) -> i64 {
        if self.head == 0 { 100 } else { (checkpoint.position * 100 / self.head).min(100) }
    }

    /// Whether something asks for a hand, though pages are served.
    pub fn is_degraded(&self) -> bool {
        let odd = |it: &Checkpoint| !matches!(it.status, Status::Live | Status::Retired);
        self.projections.iter().any(odd)
            || !self.set_aside.is_empty()
            || self.replica == Some(false)
            || self.files_waiting > 0
    }
}

impl App {
    /// How this node is.
    ///
    /// # Errors
    /// When the database is away: then it is not ready.
    pub async fn health(&self) -> Result<Health, DbError> {
        Ok(Health {
            projections: self.projector.checkpoints().await?,
            head: self.projector.head().await?,
            failures: self.projector.failures().await?,
            set_aside: self.projector.streams_set_aside().await?,
            replica: self.db.replica(),
            files_waiting: self.files().waiting_count().await?,
            waiting: self.events.waiting(),
        })
    }

    /// The connections of this node to its database: open, and of those, idle.
    pub fn connections(&self) -> (u32, u32) {
        self.primary.connections()
    }
}
