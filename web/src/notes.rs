//! Pages about notes: reading, writing, history, comparing, authors, moderation, links, search.

pub mod archive;
pub mod authors;
pub mod banner;
pub mod boxes;
pub mod compare;
pub mod erasure;
pub mod feed;
pub mod film;
pub mod gestures;
pub mod history;
pub mod home;
pub mod link;
pub mod moderate;
pub mod new;
pub mod publish;
pub mod reading;
pub mod report;
pub mod rights;
pub mod search;
pub mod show;
pub mod typo;
pub mod undo;
pub mod unsaved;
pub mod variant;
pub mod version;
pub mod write;
