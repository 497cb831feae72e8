//! Journeys through many pages, as people make them.

pub(crate) mod afterwards;
pub(crate) mod browser;
pub(crate) mod evening;
pub(crate) mod first_note;
pub(crate) mod stumbles;
pub(crate) mod wifi;
