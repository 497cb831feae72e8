//! The room as rows of cells: people, and the steps they have done. Words are for ears.

use domain::workshops::help_signal::State;
use domain::workshops::script::Step;
use maud::{Markup, html};
use projections::workshops::room::Participant;
use projections::workshops::workshop::Stage;

use super::{Room, filter};
use crate::shell::address;
use crate::shell::parts::icon::{self, Icon};

/// Up to so many people, one sees everyone at once.
const FEW: usize = 5;

/// Microseconds in a minute.
const MINUTE: i64 = 60_000_000;

/// Everyone in the room: those who may need something first, then as they came in.
pub(super) fn matrix(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    let shown = room.people.iter().filter(|it| room.filter.shows(it));
    let mut people: Vec<&Participant> = shown.collect();
    if !room.filter.by_arrival {
        people.sort_by_key(|it| need(room, it));
    }
    html! {
        @if room.people.len() > FEW || !room.filter.is_plain() { (filter::choices(room)) }
        div.table tabindex="0" role="group" aria-label=(voice.say("console-room")) {
            table.room-cells {
                caption.unseen { (voice.say("console-room")) }
                thead { (head(room)) }
                tbody #rows { @for participant in &people { (row(room, participant)) } }
            }
        }
        p.small {
            a href={ (address::console(&room.workshop.workshop)) "?" (room.filter.with_names(!room.filter.named).query()) "#salle" } {
                (voice.say(if room.filter.named { "console-hide-names" } else { "console-show-names" }))
            }
        }
    }
}

/// What comes first in the table; no figure of a person is ever compared.
fn need(room: &Room, participant: &Participant) -> u8 {
    match (participant.hand.is_some(), room.state(participant)) {
        (true, _) => 0,
        (false, State::Join(_)) => 1,
        (false, State::Away) => 2,
        (false, State::Fine | State::Thinking | State::Ask(_)) => 3,
    }
}

/// What there is to do while nobody came in yet, before any of the tabs.
pub(super) fn nobody(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    if !room.people.is_empty() || room.is_over() {
        return html! {};
    }
    let url = format!("{}{}", room.visitor.site.hosting.public_url, address::codes());
    html! {
        div.empty #nobody {
            p { (voice.say("console-nobody")) }
            ol {
                @if room.workshop.stage == Stage::Prepared { li { (voice.say("console-nobody-0")) } }
                li { (voice.say("console-nobody-1")) }
                li { (voice.say("console-nobody-2")) " " strong { (url) } ", " (super::spoken(&room.workshop.code)) }
                li { (voice.say("console-nobody-3")) }
            }
        }
    }
}

fn head(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    html! {
        tr {
            th scope="col" { (voice.say("console-who")) }
            @for step in room.workshop.script.steps() { th scope="col" { (room.step(step)) } }
        }
    }
}

/// One person. The second phone of somebody is a row to be taken away.
pub(super) fn row(room: &Room, participant: &Participant) -> Markup {
    let voice = &room.visitor.voice;
    let here = room.workshop.script.current(&participant.done);
    let gone =
        participant.merged_into.is_some() || participant.out || !room.filter.shows(participant);
    html! {
        tr id={ "p-" (participant.person) } data-person=(participant.person) data-gone=[gone.then_some("1")] {
            th scope="row" {
                a href=(address::participant(&room.workshop.workshop, &participant.person)) { (room.name(participant)) }
                @if let Some(reason) = participant.hand {
                    span.row-hand { (icon::draw(Icon::Hand)) (voice.say(&format!("hand-{}-short", reason.word()))) }
                }
            }
            @for step in room.workshop.script.steps() { (cell(room, participant, step, here)) }
        }
    }
}

fn cell(room: &Room, participant: &Participant, step: Step, here: Option<Step>) -> Markup {
    let voice = &room.visitor.voice;
    if participant.done.contains(&step) {
        return html! { td { span.cell.cell-done { span.unseen { (voice.say("cell-done")) } } } };
    }
    if here != Some(step) || room.is_over() {
        return html! { td { span.cell { span.unseen { (voice.say("cell-not-yet")) } } } };
    }
    let minutes = (room.now - participant.last_at).max(0) / MINUTE;
    html! {
        td.is-here {
            span.cell-where { (room.step(step)) " " }
            span.cell.cell-here {
                @match room.state(participant) {
                    State::Thinking => { "… " span.unseen { (voice.say("cell-thinking")) } }
                    State::Away => { "⟂ " span.unseen { (voice.say("cell-away")) } }
                    State::Fine | State::Ask(_) | State::Join(_) => (voice.count("cell-here", minutes)),
                }
            }
        }
    }
}
