//! The rules: given, when, then.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests say what they are by their names")]

mod core;
mod files;
mod groups;
#[path = "../house.rs"]
mod house;
mod notes;
mod people;
mod prose;
mod workshops;

use domain::core::ids::{CommunityId, ContentId, NoteId, PersonId, WorkshopId};
use domain::notes::note::ContentRef;

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

fn a_community() -> CommunityId {
    "g1".parse().unwrap()
}

fn a_content() -> ContentId {
    "c1".parse().unwrap()
}

/// Words that are the same when `commit` is.
fn words(commit: &str) -> ContentRef {
    ContentRef { id: a_content(), words: 3, bytes: 20, commit: commit.to_owned() }
}
