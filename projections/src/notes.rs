//! Notes as their readers see them: lists, history, who wrote what, reception, search, texts kept
//! aside, suggestions, links.

pub mod blame;
pub mod history;
pub mod last_read;
pub mod link;
pub mod note;
pub mod reception;
pub mod search;
pub mod suggestion;
pub mod variant;
