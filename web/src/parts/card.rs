//! A note in a list.

use maud::{Markup, html};
use projections::note::Note;

use crate::markdown;
use crate::parts::icon::{self, Icon};
use crate::voice::{Voice, machine_time};
use domain::visibility::Visibility;

/// How much of a note its card shows.
const EXCERPT: usize = 160;

/// The card of a note; `heading` is its level, 2 or 3.
pub fn note(voice: &Voice, note: &Note) -> Markup {
    html! {
        article.card {
            h3 { a href={ "/notes/" (note.note) } { (note.title) } }
            @if !note.body.is_empty() { p { (markdown::excerpt(&note.body, EXCERPT)) } }
            p.by {
                (author(voice, &note.writer_name))
                @if note.is_published() {
                    " · " time datetime=(machine_time(note.published_at)) {
                        (voice.day(note.published_at))
                    }
                }
                " · " (badge(voice, note.visibility))
            }
        }
    }
}

/// The name someone goes by, or what stands for it once it is erased.
pub fn author(voice: &Voice, name: &str) -> String {
    if name.is_empty() { voice.say("person-erased") } else { name.to_owned() }
}

/// Who may read a note, in words.
pub fn badge(voice: &Voice, visibility: Visibility) -> Markup {
    let icon = match visibility {
        Visibility::Everyone => Icon::World,
        Visibility::Workshop => Icon::Group,
        Visibility::Writer => Icon::Lock,
    };
    html! {
        span.badge { (icon::draw(icon)) (voice.say(&format!("visibility-{}", visibility.word()))) }
    }
}
