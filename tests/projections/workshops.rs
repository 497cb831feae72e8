//! Workshops as those who run them see them.

pub(crate) mod activity;
pub(crate) mod item;
pub(crate) mod outline;
pub(crate) mod peer_review;
pub(crate) mod room;
pub(crate) mod timeline;
pub(crate) mod workshop;
