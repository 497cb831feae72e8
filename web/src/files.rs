//! Files that go with notes, meetings and workshops: seen, added, described, put away, removed.

pub mod list;
pub mod own;
pub mod rights;
pub(crate) mod section;
pub mod serve;
pub mod show;

mod fields;

use app::access::FileStanding;
use app::files::keep::Room;
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

/// The longest side of a picture in a list, in pixels.
const SIDE: u32 = 480;

/// Where one comes from, and the key of what it is called; whoever does not run a workshop is led to
/// their own corner, where its path is.
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

/// The file itself: a picture whose longest side is `side` pixels at least, or the largest there is,
/// which leads to its page; a document to save, a sound to hear. Its words stand beside it.
fn body(voice: &Voice, file: &File, side: u32) -> Markup {
    let name = called(voice, file);
    html! {
        @match file.kind {
            Kind::Picture => {
                a href=(address::file_page(&file.file)) { (picture(voice, file, side)) }
            }
            Kind::Document | Kind::Sound => {
                p {
                    a href=(address::file(&file.file)) download dir="auto" { (name) }
                    " " span.by {
                        @if file.kind == Kind::Document { (voice.say("file-document")) " · " }
                        (weight(voice, file.length))
                    }
                }
                @if file.kind == Kind::Sound {
                    audio controls preload="none" src=(address::file(&file.file)) aria-label=(name) {}
                }
            }
        }
    }
}

/// A picture, with its words for those who do not see it.
fn picture(voice: &Voice, file: &File, side: u32) -> Markup {
    html! {
        img src=(address::file_in_size(&file.file, side)) loading="lazy" alt=(spoken(voice, file));
    }
}

/// A link to the page of a file, which says of which.
fn about(voice: &Voice, file: &File, key: &str) -> Markup {
    let words = voice.say(key);
    html! {
        p.small {
            a href=(address::file_page(&file.file)) aria-label={ (words) " – " (spoken(voice, file)) } { (words) }
        }
    }
}

/// Why a file could not be taken, and what to do.
fn why(voice: &Voice, key: &str) -> String {
    format!("{} {}", voice.say(key), voice.say(&format!("{key}-help")))
}

/// How much room somebody has, in a paragraph.
fn room(voice: &Voice, room: Room) -> Markup {
    let most = weight(voice, room.most);
    html! {
        p.small {
            @if room.used == 0 { (voice.fill("file-room-none", &[("most", most.into())])) }
            @else { (voice.fill("file-room", &[("used", weight(voice, room.used).into()), ("most", most.into())])) }
        }
    }
}

/// Whether a text shows a file, or leads to it.
pub(crate) fn is_in_text(text: &str, file: &File) -> bool {
    text.contains(&address::file(&file.file))
}

/// What stands for a file in the text of a note.
pub(crate) fn mark(voice: &Voice, file: &File) -> String {
    let address = address::file(&file.file);
    match file.kind {
        Kind::Picture => format!("![{}]({address})", label(&spoken(voice, file))),
        Kind::Document | Kind::Sound => format!("[{}]({address})", label(&called(voice, file))),
    }
}
