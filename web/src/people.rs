//! Pages about oneself: the account, one's own page.

pub mod account;
pub mod me;
pub mod moderators;
