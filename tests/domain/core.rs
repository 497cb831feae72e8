//! What every wing is made of: events for ever, events of older programs, snapshots.

pub(crate) mod forever;
pub(crate) mod registry;
pub(crate) mod snapshot;
pub(crate) mod upcast;
