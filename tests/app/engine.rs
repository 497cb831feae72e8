//! The log and what follows it.

pub(crate) mod before;
pub(crate) mod entity;
pub(crate) mod envelope;
pub(crate) mod event_store;
pub(crate) mod execute;
pub(crate) mod maintenance;
pub(crate) mod names;
pub(crate) mod projector;
pub(crate) mod rebuild;
pub(crate) mod schema;
pub(crate) mod set_aside;
