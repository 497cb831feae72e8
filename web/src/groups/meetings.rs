//! Meetings of a community: announced, come to, taken note of, told.

pub mod announce;
pub mod list;
pub mod presence;
pub mod settings;
pub mod sheet;
pub mod show;

mod fields;
