//! What it looks like: pages, addresses, words.
//!
//! Begin with [`shell::routes`]: every address of the site. [`shell`] is what pages stand on;
//! [`notes`], [`workshops`] and [`people`] hold the pages. A page asks `app` to change things and
//! `projections` to read them; it never writes SQL and never sees an event.

#![allow(clippy::unused_async, reason = "every handler has one shape")]

pub mod exchange;
pub mod files;
pub mod groups;
pub mod notes;
pub mod people;
pub mod rehearse;
pub mod shell;
pub mod workshops;
