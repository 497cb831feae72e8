//! The log and what follows it: storing events, executing commands, moving projections, backups,
//! health. It knows no wing.

pub mod backup;
pub mod blocking;
pub mod budget;
mod bytes;
pub mod clock;
pub mod envelope;
pub mod erasures;
pub mod event_store;
pub mod execute;
pub mod failure;
pub mod hash_chain;
pub mod health;
pub mod mail;
pub mod projector;
pub mod secrets;
pub mod set_aside;
pub(crate) mod tls;
pub mod transfer;
mod words;
