//! Files that go with notes, meetings and workshops: seen, added, described, put away, removed.

pub mod list;
pub mod own;
pub mod rights;
pub(crate) mod section;
pub mod serve;
pub mod show;

mod fields;

use app::access::FileStanding;
use domain::files::file::{Kind, Of};
use domain::prose::markdown::label;
use maud::{Markup, html};
use projections::files::file::File;

use crate::shell::address;
use crate::shell::voice::Voice;

/// The list of what goes with `of`.
pub(crate) fn list_of(of: &Of) -> String {
    match of {
        Of::Note(id) => address::note_files(id),
        Of::Meeting(id) => address::meeting_files(id),
        Of::Workshop(id) => address::workshop_files(id),
    }
}

/// Where one comes from, and the key of what it is called; whoever does not run a workshop comes
/// from their own corner.
fn home_of(of: &Of, standing: FileStanding) -> (String, &'static str) {
    match of {
        Of::Note(id) => (address::note(id), "files-of-note"),
        Of::Meeting(id) => (address::meeting(id), "files-of-meeting"),
        Of::Workshop(id) if standing.adds => (address::workshop(id), "files-of-workshop"),
        Of::Workshop(_) => (address::me().to_owned(), "nav-me"),
    }
}

/// What a file is called: by whoever added it, or after what it is.
fn called(voice: &Voice, file: &File) -> String {
    if file.title.is_empty() {
        voice.say(&format!("file-a-{}", file.kind.word()))
    } else {
        file.title.clone()
    }
}

/// How much it weighs, in words.
fn weight(voice: &Voice, bytes: i64) -> String {
    const KILO: i64 = 1024;
    if bytes < KILO * KILO {
        voice.count("file-kilobytes", (bytes / KILO).max(1))
    } else {
        voice.count("file-megabytes", (bytes + KILO * KILO / 2) / (KILO * KILO))
    }
}

/// What is said of a picture to whoever does not see it.
fn spoken(voice: &Voice, file: &File) -> String {
    if file.description.is_empty() { called(voice, file) } else { file.description.clone() }
}

/// The file itself: a picture of `side` pixels at least, a document to open, a sound to hear.
fn body(voice: &Voice, file: &File, side: u32) -> Markup {
    let name = called(voice, file);
    html! {
        @match file.kind {
            Kind::Picture => {
                a href=(address::file_page(&file.file)) {
                    img src=(address::file_in_size(&file.file, side)) loading="lazy" alt=(spoken(voice, file));
                }
            }
            Kind::Document => {
                p {
                    a href=(address::file(&file.file)) download dir="auto" { (name) }
                    " " span.by { (voice.say("file-document")) " · " (weight(voice, file.length)) }
                }
            }
            Kind::Sound => {
                p dir="auto" { (name) " " span.by { (weight(voice, file.length)) } }
                audio controls preload="none" src=(address::file(&file.file)) aria-label=(spoken(voice, file)) {}
            }
        }
    }
}

/// What stands for a file in the text of a note.
pub(crate) fn mark(voice: &Voice, file: &File) -> String {
    let (words, address) = (label(&spoken(voice, file)), address::file(&file.file));
    match file.kind {
        Kind::Picture => format!("![{words}]({address})"),
        Kind::Document | Kind::Sound => format!("[{words}]({address})"),
    }
}
