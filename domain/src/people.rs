//! A person, as the log knows them.

pub mod person;
