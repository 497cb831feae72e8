//! Workshops as those who run them see them.

pub(crate) mod activity;
pub(crate) mod of_community;
pub(crate) mod peer_review;
pub(crate) mod room;
pub(crate) mod timeline;
pub(crate) mod workshop;
