//! What it looks like: asked for a page, heard an answer.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests say what they are by their names")]

#[path = "../support/cut.rs"]
mod cut;
#[path = "../support/databases.rs"]
mod databases;
mod exchange;
mod files;
mod groups;
mod notes;
mod people;
#[path = "../support/post.rs"]
mod post;
#[path = "../support/running.rs"]
mod running;
mod shell;
#[path = "../support/site.rs"]
mod site;
mod stories;
#[path = "../support/torn.rs"]
mod torn;
mod workshops;
#[path = "../support/world.rs"]
mod world;
