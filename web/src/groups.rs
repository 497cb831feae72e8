//! Communities: found, joined, looked after, left, ended; their meetings; the capture sheets of
//! meetings and workshops.

pub mod found;
pub mod home;
pub mod invitation;
pub mod list;
pub mod mandates;
pub mod meetings;
pub mod members;
pub mod rights;
pub mod settings;
pub(crate) mod sheet;
