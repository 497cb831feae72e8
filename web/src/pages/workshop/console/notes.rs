//! The notes of the room: those nobody has answered first.

use maud::{Markup, html};
use projections::note::Note;

use super::Room;
use crate::parts::card;
use crate::parts::field;

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
        ul.plain { @for note in waiting { li { (title(room, note)) (thank(room, note)) } } }
        @if !answered.is_empty() {
            h2 { (voice.say("console-answered")) }
            ul.plain { @for note in answered { li { (title(room, note)) } } }
        }
    }
}

fn title(room: &Room, note: &Note) -> Markup {
    let voice = &room.visitor.voice;
    html! {
        a href={ "/notes/" (note.note) } { (note.title) }
        @if room.named { " — " (card::author(voice, &note.writer_name)) }
    }
}

fn thank(room: &Room, note: &Note) -> Markup {
    let voice = &room.visitor.voice;
    html! {
        form.row novalidate method="post" action={ "/notes/" (note.note) "/remerciements" } {
            (field::key(&room.visitor))
            input type="hidden" name="retour" value={ (room.address()) "/console#notes-onglet" };
            input type="text" name="words" value=(voice.say("thank-ready"))
                aria-label=(voice.tell("console-thank-words", &[("title", note.title.as_str().into())]));
            button type="submit" { (voice.say("thank-button")) }
        }
    }
}
