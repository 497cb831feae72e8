//! Notes as their readers see them.

pub(crate) mod blame;
pub(crate) mod coauthor;
pub(crate) mod conversation;
pub(crate) mod history;
pub(crate) mod last_read;
pub(crate) mod link;
mod moderation;
pub(crate) mod note;
pub(crate) mod reception;
pub(crate) mod search;
pub(crate) mod suggestion;
pub(crate) mod variant;
mod wake;
