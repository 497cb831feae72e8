//! Pages of workshops.

pub(crate) mod console;
pub(crate) mod ends;
pub(crate) mod help;
pub(crate) mod newsletter;
pub(crate) mod peer_review;
pub(crate) mod report;
pub(crate) mod room;
pub(crate) mod screen;
pub(crate) mod sheet;
pub(crate) mod story;
pub(crate) mod synthesis;
pub(crate) mod upload;
pub(crate) mod workshop;
