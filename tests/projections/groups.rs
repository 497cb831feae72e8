//! Communities.

pub(crate) mod community;
