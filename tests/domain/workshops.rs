//! A workshop and those who take part.

pub(crate) mod help_signal;
pub(crate) mod pairing;
pub(crate) mod participation;
pub(crate) mod peer_review;
pub(crate) mod report;
pub(crate) mod room;
pub(crate) mod rules;
pub(crate) mod script;
pub(crate) mod suppression;
pub(crate) mod workshop;
