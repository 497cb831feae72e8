//! What is done to notes.

pub(crate) mod bring;
pub(crate) mod erase;
mod fetch;
pub(crate) mod fold;
pub(crate) mod moderation;
pub(crate) mod paste;
pub(crate) mod publishing;
pub(crate) mod revise;
pub(crate) mod suggest;
pub(crate) mod undo;
