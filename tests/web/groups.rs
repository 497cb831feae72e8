//! Communities, as their pages show them.

pub(crate) mod community;
pub(crate) mod mandates;
pub(crate) mod meetings;
pub(crate) mod members;
pub(crate) mod room;
mod rows;
pub(crate) mod sheet;
