//! A person, as the log knows them.

pub(crate) mod person;
