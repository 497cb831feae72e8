//! Who carries it out, on both databases.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests say what they are by their names")]

#[path = "../support/databases.rs"]
mod databases;
#[path = "../support/torn.rs"]
mod torn;
#[path = "../support/world.rs"]
mod world;

mod access;
mod bring;
mod entity;
mod envelope;
mod erase;
mod event_store;
mod execute;
mod fold;
mod identities;
mod keep;
mod names;
mod notes;
mod past;
mod paste;
mod photo;
mod privacy;
mod projector;
mod rebuild;
mod revise;
mod schema;
mod set_aside;
mod suggest;
mod undo;
mod words;
mod workshops;
