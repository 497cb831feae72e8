//! Who somebody is, and what is kept of them.

pub(crate) mod codes;
pub(crate) mod identities;
pub(crate) mod moderators;
pub(crate) mod privacy;
