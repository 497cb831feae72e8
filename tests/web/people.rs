//! Pages about oneself, and letters.

pub(crate) mod letters;
pub(crate) mod mail;
pub(crate) mod me;
pub(crate) mod moderators;
