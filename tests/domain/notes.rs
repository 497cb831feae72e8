//! A note and the acts around it.

pub(crate) mod audience;
pub(crate) mod coauthor;
pub(crate) mod conversation;
pub(crate) mod hiding;
pub(crate) mod link;
pub(crate) mod moderation;
pub(crate) mod note;
pub(crate) mod reading;
pub(crate) mod rules;
pub(crate) mod thanks;
pub(crate) mod variant;
