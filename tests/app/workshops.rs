//! What is done in workshops.

pub(crate) mod entering;
pub(crate) mod photo;
