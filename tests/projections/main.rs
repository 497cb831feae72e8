//! What we remember: told a story, asked a question, on both databases.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests say what they are by their names")]

#[path = "../support/databases.rs"]
mod databases;
#[path = "../support/memory.rs"]
mod memory;

mod act;
mod blame;
mod history;
mod item;
mod link;
mod note;
mod outline;
mod reception;
mod review;
mod room;
mod search;
mod seen;
mod suggestion;
mod timeline;
mod variant;
mod workshop;
