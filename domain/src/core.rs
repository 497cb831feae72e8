//! What every wing is made of: identifiers, closed lists, how an aggregate is event-sourced,
//! events of older programs, the registry of aggregates. It knows no wing, save the registry,
//! which lists them.

pub(crate) mod closed_list;
pub mod event_sourced;
pub mod ids;
pub mod membership;
pub mod region;
pub mod registry;
pub mod traced;
pub mod upcast;
