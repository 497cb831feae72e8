//! What is done in workshops.

pub(crate) mod photo;
pub(crate) mod workshops;
