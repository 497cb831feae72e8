//! What its authors say of a note beside its text, as pages show it.

use domain::notes::details::{Details, Licence, Spoken};
use maud::{Markup, html};
use projections::notes::note::Note;

use crate::shell::voice::Voice;

/// The name of a licence, or what is said when there is none.
pub fn licence_name(voice: &Voice, licence: Licence) -> String {
    licence.name().map_or_else(|| voice.say("licence-reserved"), str::to_owned)
}

/// The language of a note as `lang` wants it.
pub fn lang(note: &Note) -> Option<&'static str> {
    note.details.language.map(Spoken::word)
}

/// What is said of a note, on one line of its page.
pub fn line(voice: &Voice, note: &Note) -> Markup {
    let Details { status, language, licence, region } = note.details;
    let mut said = vec![];
    if let Some(status) = status {
        said.push(html! { span.badge { (voice.say(&format!("status-{}", status.word()))) } });
    }
    if let Some(licence) = licence {
        let name = licence_name(voice, licence);
        said.push(html! {
            @if let Some(to) = licence.address() { a href=(to) rel="license noreferrer" { (name) } }
            @else { (name) }
        });
    }
    if let Some(language) = language {
        said.push(html! { (voice.say(&format!("spoken-{}", language.word()))) });
    }
    if let Some(region) = region {
        said.push(html! { (region.name()) });
    }
    html! {
        @if !said.is_empty() {
            p.by { @for (at, piece) in said.iter().enumerate() {
                @if at > 0 { " · " }
                (piece)
            } }
        }
    }
}
