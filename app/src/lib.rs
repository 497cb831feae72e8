//! Who carries it out: the engine, what is done to notes and in workshops, who is asking.
//!
//! Read [`engine::execute`] first: a command, from the request to the tables that show it. Then
//! [`engine::event_store`] (how events are appended and loaded) and [`engine::projector`] (how
//! projections follow them). [`access`] answers who may see and do what; [`notes`], [`groups`],
//! [`workshops`] and [`people`] carry out what pages ask. Nothing here writes HTML.

pub mod access;
mod app;
pub mod demo;
pub mod engine;
pub mod exchange;
pub mod files;
pub mod generate;
pub mod groups;
pub mod notes;
pub mod people;
pub mod workshops;

pub(crate) use app::exit_on_panic;
pub use app::{App, Settings};
pub use engine::failure::Failure;
