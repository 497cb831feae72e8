//! What we remember: told a story, asked a question, on both databases.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests say what they are by their names")]

#[path = "../support/databases.rs"]
mod databases;
mod files;
mod groups;
#[path = "../support/memory.rs"]
mod memory;
mod notes;
mod people;
mod workshops;
