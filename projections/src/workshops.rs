//! Workshops as those who run them see them: the room, the capture sheet, peer review, the replay,
//! activity for figures.

pub mod activity;
pub mod item;
pub mod peer_review;
pub mod room;
pub mod timeline;
pub mod workshop;
