//! What may happen in a commons, and why not. No database, no web, no clock.
//!
//! Each folder is a wing, and has the same name in every crate. [`core`] is what all are made of
//! (and [`core::registry`] lists every aggregate), [`prose`] is about texts, whoever wrote them.
//! Then [`files`], [`notes`] (begin with [`notes::note`]: the longest aggregate, and the pattern of all
//! others), [`groups`] (communities), [`workshops`] (the guided path is [`workshops::script`]) and
//! [`people`]. A wing uses
//! those below it, and `tests/house.rs` holds which they are.

#![allow(clippy::needless_pass_by_value, reason = "aggregates take commands and events whole")]

pub mod core;
pub mod files;
pub mod groups;
pub mod notes;
pub mod people;
pub mod prose;
pub mod workshops;
