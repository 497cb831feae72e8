//! The rules: given, when, then.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests say what they are by their names")]

mod address;
mod another_text;
mod authors;
mod blame;
mod change;
mod clean;
mod corpus;
mod decode;
mod diff;
mod fold;
mod forever;
mod item;
mod lines;
mod link;
mod merge;
mod note;
mod pair;
mod participation;
mod past;
mod person;
mod reading;
mod redact;
mod report;
mod review;
mod script;
mod section;
mod sentence;
mod signal;
mod snapshot;
mod source;
mod text;
mod thanks;
mod undo;
mod upcast;
mod veil;
mod workshop;

#[path = "../house.rs"]
mod house;

use domain::ids::{ContentId, NoteId, PersonId, WorkshopId};
use domain::note::ContentRef;

fn lea() -> PersonId {
    "lea".parse().unwrap()
}

fn omar() -> PersonId {
    "omar".parse().unwrap()
}

fn a_note() -> NoteId {
    "n1".parse().unwrap()
}

fn a_workshop() -> WorkshopId {
    "w1".parse().unwrap()
}

fn a_content() -> ContentId {
    "c1".parse().unwrap()
}

/// Words that are the same when `commit` is.
fn words(commit: &str) -> ContentRef {
    ContentRef { id: a_content(), words: 3, bytes: 20, commit: commit.to_owned() }
}
