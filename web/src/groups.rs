//! Communities: found, joined, looked after, left, ended.

pub mod found;
pub mod home;
pub mod invitation;
pub mod list;
pub mod members;
pub mod rights;
pub mod settings;
