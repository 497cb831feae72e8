//! Communities and those in them.

pub(crate) mod community;
pub(crate) mod membership;
