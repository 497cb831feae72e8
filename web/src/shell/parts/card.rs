//! A note in a list.

use maud::{Markup, html};
use projections::notes::note::{Note, Reach};

use crate::shell::address;
use crate::shell::markdown;
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::moment;
use crate::shell::voice::Voice;
use domain::prose::text::isolated;

/// How much of a note its card shows.
const EXCERPT: usize = 160;

/// What a card stands under, so that headings follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Under {
    /// The title of the page.
    Title,
    /// A section of the page.
    Section,
}

/// The title of a card, which opens it.
pub fn title(under: Under, address: &str, title: &str) -> Markup {
    html! {
        @match under {
            Under::Title => { h2 dir="auto" { a href=(address) { (title) } } }
            Under::Section => { h3 dir="auto" { a href=(address) { (title) } } }
        }
    }
}

/// The card of a note.
pub fn note(voice: &Voice, note: &Note, under: Under) -> Markup {
    html! {
        article.card {
            (title(under, &address::note(&note.note), &note.title))
            @if !note.body.is_empty() { p dir="auto" { (markdown::excerpt(&note.body, EXCERPT)) } }
            p.by {
                (signature(voice, note))
                @if note.is_published() {
                    " · " (moment::day(voice, note.published_at))
                }
                " · " (badge(voice, note))
                @if let Some(status) = note.details.status {
                    " · " (voice.say(&format!("status-{}", status.word())))
                }
            }
        }
    }
}

/// The name someone goes by, as it may stand in a sentence, or what stands for it once it is
/// erased.
pub fn author(voice: &Voice, name: &str) -> String {
    if name.is_empty() { voice.say("person-erased") } else { isolated(name).into_owned() }
}

/// Who signs a note: its first author and how many others, or the group.
pub fn signature(voice: &Voice, note: &Note) -> String {
    let first = signed(voice, note.by_group, &note.writer_name);
    if note.by_group || note.others == 0 {
        return first;
    }
    let others = [
        ("name", first.into()),
        ("n", note.others.into()),
        ("count", voice.number(note.others).into()),
    ];
    voice.fill("signed-with-others", &others)
}

/// The same, from its parts.
pub fn signed(voice: &Voice, by_group: bool, name: &str) -> String {
    if by_group { voice.say("signed-by-group") } else { author(voice, name) }
}

/// Who may read a note, in words.
pub fn badge(voice: &Voice, note: &Note) -> Markup {
    let (icon, key) = match note.reach() {
        Reach::Everyone => (Icon::World, "visibility-everyone"),
        Reach::Link => (Icon::Key, "visibility-link"),
        Reach::Workshop => (Icon::Group, "visibility-workshop"),
        Reach::Community => (Icon::Boats, "visibility-community"),
        Reach::Chosen => (Icon::Group, "visibility-chosen"),
        Reach::Authors if note.others > 0 => (Icon::Lock, "visibility-authors"),
        Reach::Authors => (Icon::Lock, "visibility-writer"),
    };
    html! { span.badge { (icon::draw(icon)) (voice.say(key)) } }
}
