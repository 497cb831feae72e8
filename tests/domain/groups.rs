//! Communities and those in them.

pub(crate) mod community;
pub(crate) mod item;
pub(crate) mod mandate;
pub(crate) mod meeting;
pub(crate) mod membership;
