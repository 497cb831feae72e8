//! Who carries it out, on both databases.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests say what they are by their names")]

#[path = "../support/databases.rs"]
mod databases;
mod engine;
mod exchange;
mod files;
mod notes;
#[path = "../support/objects.rs"]
mod objects;
mod people;
#[path = "../support/torn.rs"]
mod torn;
mod workshops;
#[path = "../support/world.rs"]
mod world;

mod access;
mod generate;
