//! Pages about notes.

pub(crate) mod about;
pub(crate) mod audience;
pub(crate) mod boxes;
pub(crate) mod coauthors;
pub(crate) mod compared;
pub(crate) mod conversations;
pub(crate) mod details;
pub(crate) mod editor;
pub(crate) mod hard;
pub(crate) mod history;
pub(crate) mod link;
pub(crate) mod new;
pub(crate) mod once;
pub(crate) mod paste;
pub(crate) mod reading;
mod reference;
mod report;
pub(crate) mod search;
pub(crate) mod sign;
pub(crate) mod suggest;
pub(crate) mod summaries;
pub(crate) mod told;
pub(crate) mod withdrawn;
pub(crate) mod words;
