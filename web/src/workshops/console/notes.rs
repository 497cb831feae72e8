//! The notes of the room: those nobody has answered first.

use maud::{Markup, html};
use projections::notes::note::Note;

use super::Room;
use crate::shell::address;
use crate::shell::parts::{card, field};

/// The notes, and one tap to answer those that wait.
pub(super) fn feed(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    let (waiting, answered): (Vec<&Note>, Vec<&Note>) =
        room.notes.iter().partition(|note| note.thanks == 0);
    html! {
        h2 #notes-title { (voice.say("console-waiting")) }
        @if room.notes.is_empty() {
            p.empty { (voice.say("console-no-note")) }
        } @else if waiting.is_empty() {
            p.empty { (voice.say("console-all-answered")) }
        }
        ul.plain data-key="waiting" { @for note in waiting { li data-key=(note.note) { (title(room, note)) (thank(room, note)) (for_wall(room, note)) } } }
        @if !answered.is_empty() {
            h2 { (voice.say("console-answered")) }
            ul.plain data-key="answered" { @for note in answered { li data-key=(note.note) { (title(room, note)) (for_wall(room, note)) } } }
        }
    }
}

fn title(room: &Room, note: &Note) -> Markup {
    let voice = &room.visitor.voice;
    html! {
        a href=(address::note(&note.note)) { (note.title) }
        @if room.filter.named { " — " (card::signature(voice, note)) }
    }
}

/// Asks the writer whether the wall may show it; once, and only for what it does not show.
fn for_wall(room: &Room, note: &Note) -> Markup {
    let voice = &room.visitor.voice;
    let writer = room.people.iter().find(|it| it.person == note.writer);
    let is_asked = writer.is_some_and(|it| it.wall_asked.as_ref() == Some(&note.note));
    let declined = writer.is_some_and(|it| it.wall_declined.as_ref() == Some(&note.note));
    let label = voice.fill(
        "console-about",
        &[("what", voice.say("console-wall-ask").into()), ("name", note.title.as_str().into())],
    );
    html! {
        @if note.wall {
            span.small { (voice.say("console-on-wall")) }
        } @else if is_asked {
            span.small { (voice.say("console-wall-asked")) }
        } @else if declined {
            span.small { (voice.say("console-wall-declined")) }
        } @else if writer.is_some_and(|it| it.wall_asked.is_none()) && room.duty.runs {
            (field::form(&room.visitor, &address::wall_asked(&room.workshop.workshop), html! {
                input type="hidden" name="note" value=(note.note);
                button.quiet type="submit" aria-label=(label) { (voice.say("console-wall-ask")) }
            }))
        }
    }
}

fn thank(room: &Room, note: &Note) -> Markup {
    let voice = &room.visitor.voice;
    html! {
        (field::form_in("row", &room.visitor, &address::note_thanks(&note.note), html! {
            input type="hidden" name="retour" value={ (address::console(&room.workshop.workshop)) "#notes-onglet" };
            input type="text" name="words" value=(voice.say("thank-ready"))
                aria-label=(voice.fill("console-thank-words", &[("title", note.title.as_str().into())]));
            button type="submit" { (voice.say("thank-button")) }
        }))
    }
}
