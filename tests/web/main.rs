//! What it looks like: asked for a page, heard an answer.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests say what they are by their names")]

#[path = "../support/cut.rs"]
mod cut;
#[path = "../support/databases.rs"]
mod databases;
#[path = "../support/post.rs"]
mod post;
#[path = "../support/running.rs"]
mod running;
#[path = "../support/site.rs"]
mod site;
#[path = "../support/torn.rs"]
mod torn;
#[path = "../support/world.rs"]
mod world;

mod about;
mod abuse;
mod afterwards;
mod boxes;
mod browser;
mod compared;
mod copied;
mod door;
mod editor;
mod ends;
mod evening;
mod files;
mod first_note;
mod guard;
mod hard;
mod help;
mod history;
mod hours;
mod letters;
mod link;
mod live;
mod looks;
mod mail;
mod markdown;
mod matter;
mod metrics;
mod news;
mod once;
mod paste;
mod program;
mod reader;
mod refusals;
mod report;
mod room;
mod routes;
mod search;
mod set_aside;
mod sheet;
mod sign;
mod size;
mod sound;
mod suggest;
mod summaries;
mod synthesis;
mod texts;
mod told;
mod typography;
mod wifi;
mod withdrawn;
mod words;
mod workshop;
