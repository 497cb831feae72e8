//! Hands, and signs that explain themselves and go away by themselves.

use domain::workshops::help_signal::{State, Why};
use domain::workshops::script::Step;
use maud::{Markup, html};
use projections::workshops::room::Participant;

use super::Room;
use crate::shell::address;
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::{card, field};
use crate::shell::voice::Voice;

/// Microseconds in a second.
const SECOND: i64 = 1_000_000;

/// A first note without a word is told after so long, in microseconds.
const UNANSWERED: i64 = 240 * SECOND;

/// The part of the room in one step, in hundredths, from which the step itself is the
/// trouble; and how many times its time it must have lasted.
const STUCK_STEP: (usize, i64) = (30, 2);

/// Below this many people a part of the room is one or two of them.
const CROWD: usize = 5;

/// The hands, in the order they went up, with the buttons of whoever goes.
pub(super) fn hands(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    let mut up: Vec<&Participant> = room.people.iter().filter(|it| it.hand.is_some()).collect();
    up.sort_by_key(|it| it.hand_at);
    let nobody = if room.is_over() { "workshop-over" } else { "console-no-hand" };
    html! {
        @if up.is_empty() { p.empty { (voice.say(nobody)) } }
        ul.hands data-said-many=(voice.say("console-said-hands")) {
            @for participant in up {
                li data-key=(participant.person) data-said=(announcement(voice, "hand", &room.name(participant))) {
                    (icon::draw(Icon::Hand))
                    strong { (room.name(participant)) } " "
                    (voice.say(&format!("hand-{}-short", participant.hand.map_or("other", |hand| hand.word()))))
                    " · " (voice.count("console-since", (room.now - participant.hand_at).max(0) / (60 * SECOND)))
                    @if participant.shown.is_some() && room.duty.helps {
                        a href=(address::participant(&room.workshop.workshop, &participant.person)) { (voice.say("console-draft-shown")) }
                    }
                    (going(room, participant))
                    @if room.duty.helps {
                        (gesture(room, participant, "settle", "console-settled"))
                        (gesture(room, participant, "postpone", "console-postpone"))
                    }
                }
            }
        }
    }
}

/// What is read aloud, once, when somebody joins a list.
fn announcement(voice: &Voice, list: &str, name: &str) -> String {
    voice.fill(&format!("console-said-{list}"), &[("name", name.into())])
}

/// Who goes, or the button that says one does.
fn going(room: &Room, participant: &Participant) -> Markup {
    let voice = &room.visitor.voice;
    let me = room.visitor.viewer.person();
    html! {
        @match &participant.helper {
            Some(helper) if Some(helper) == me => {
                span.label { (voice.say("console-you-go")) }
                (gesture(room, participant, "release", "console-release"))
            }
            Some(helper) => {
                span.label { (voice.fill("console-goes", &[("name", helper_name(room, helper).into())])) }
            }
            None => {
                @if room.duty.helps { (gesture(room, participant, "claim", "console-claim")) }
            }
        }
    }
}

fn helper_name(room: &Room, helper: &domain::core::ids::PersonId) -> String {
    let known = room.people.iter().find(|it| it.person == *helper).map(|it| it.name.clone());
    let name = match known {
        Some(name) => name,
        None if *helper == room.workshop.facilitator => room.workshop.facilitator_name.clone(),
        None => room.visitor.voice.say("console-a-helper"),
    };
    card::author(&room.visitor.voice, &name)
}

/// One tap about one person.
fn gesture(room: &Room, participant: &Participant, word: &str, key: &str) -> Markup {
    let voice = &room.visitor.voice;
    let label = voice.fill(
        "console-about",
        &[("what", voice.say(key).into()), ("name", room.name(participant).into())],
    );
    html! {
        (field::form(&room.visitor, &address::help(&room.workshop.workshop, &participant.person), html! {
            button type="submit" name="help" value=(word) aria-label=(label) { (voice.say(key)) }
        }))
    }
}

/// Everything around the table: the door, who to join, who is away, who could help, the
/// step that is hard for many. Once it is over, only notes still wait, and whoever came late.
pub(super) fn around(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    if room.is_over() {
        return html! { (door(room)) (unanswered(room)) };
    }
    let join: Vec<(&Participant, Why)> = room
        .people
        .iter()
        .filter(|it| it.hand.is_none())
        .filter_map(|participant| match room.state(participant) {
            State::Join(why) => Some((participant, why)),
            State::Fine | State::Thinking | State::Ask(_) | State::Away => None,
        })
        .collect();
    let away: Vec<&Participant> =
        room.people.iter().filter(|it| room.state(it) == State::Away).collect();
    html! {
        (door(room))
        (stuck_step(room))
        @if !join.is_empty() {
            h3 { (voice.say("signal-join")) }
            ul.hands data-key="join" {
                @for (participant, why) in &join {
                    li data-key=(participant.person) {
                        strong { (room.name(participant)) } " "
                        (place(room, participant))
                        details { summary { (voice.say("signal-why")) } p { (reason(room, why)) } }
                        (going(room, participant))
                    }
                }
            }
        }
        (unanswered(room))
        @if !away.is_empty() {
            h3 { (voice.say("signal-away")) }
            ul.plain data-key="away" { @for participant in &away { li data-key=(participant.person) { (room.name(participant)) (unsent(room, participant)) } } }
            details { summary { (voice.say("signal-why")) } p { (voice.say("signal-why-away")) } }
        }
        (ready(room))
    }
}

fn place(room: &Room, participant: &Participant) -> Markup {
    let step = room.presence(participant).map(|presence| presence.step);
    html! { @if let Some(step) = step { "· " (room.step(step)) } }
}

fn unsent(room: &Room, participant: &Participant) -> Markup {
    let waiting = room.presence(participant).map_or(0, |presence| presence.unsent);
    html! { @if waiting > 0 { " · " (room.visitor.voice.count("signal-unsent", waiting)) } }
}

/// The rule, in words.
fn reason(room: &Room, why: &Why) -> String {
    let voice = &room.visitor.voice;
    let minutes = |seconds: i64| (seconds / 60).max(1);
    match why {
        Why::Idle(seconds) => voice.count("signal-why-idle", minutes(*seconds)),
        Why::Slow(seconds, median) => voice.fill(
            "signal-why-slow",
            &[("n", minutes(*seconds).into()), ("median", minutes(*median).into())],
        ),
        Why::Lost(flips) => voice.count("signal-why-lost", *flips),
    }
}

/// Those who wait to be let in.
fn door(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    html! {
        @if !room.waiting.is_empty() {
            h3 { (voice.say("signal-door")) }
            (super::door::admit_all(room))
            ul.hands data-key="door" {
                @for participant in &room.waiting {
                    li data-key=(participant.person) data-said=(announcement(voice, "door", &card::author(voice, &participant.name))) {
                        strong { (card::author(voice, &participant.name)) } " · "
                        (voice.count("console-since", (room.now - participant.since).max(0) / (60 * SECOND)))
                        @if room.duty.runs {
                            (field::form(&room.visitor, &address::admission(&room.workshop.workshop, &participant.person), html! {
                                button type="submit" aria-label=(voice.fill("console-about", &[
                                    ("what", voice.say("signal-admit").into()),
                                    ("name", card::author(voice, &participant.name).into()),
                                ])) { (voice.say("signal-admit")) }
                            }))
                            (super::door::out_button(&room.visitor, room.workshop.workshop.as_str(),
                                &participant.person, &card::author(voice, &participant.name)))
                        }
                    }
                }
            }
        }
    }
}

/// Notes published a while ago that nobody has answered.
fn unanswered(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    let old = |note: &&projections::notes::note::Note| {
        note.thanks == 0 && room.now - note.published_at > UNANSWERED
    };
    let count = room.notes.iter().filter(old).count();
    html! {
        @if count > 0 {
            p { a href="#notes-onglet" {
                (voice.count("signal-unanswered", i64::try_from(count).unwrap_or(0)))
            } }
        }
    }
}

/// Who has finished and answered somebody: good company for a neighbour.
fn ready(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    let has_finished = |participant: &&Participant| {
        participant.done.contains(&Step::Publish)
            && participant.done.contains(&Step::Thank)
            && participant.hand.is_none()
    };
    let names: Vec<String> =
        room.people.iter().filter(has_finished).map(|it| room.name(it)).collect();
    html! {
        @if !names.is_empty() && names.len() < room.people.len() {
            p { (voice.fill("signal-ready", &[("names", voice.list(&names).into())])) }
        }
    }
}

/// One step holds a third of the room for twice its time: the step is hard, not them.
fn stuck_step(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    let (part, times) = STUCK_STEP;
    let active = room.people.iter().filter(|participant| {
        room.workshop.script.current(&participant.done).is_some()
            && room.state(participant) != State::Away
    });
    let active: Vec<&Participant> = active.collect();
    let long = |step: Step, participant: &&&Participant| {
        let expected =
            room.workshop.script.item(step).map_or(60, domain::workshops::script::Item::lasts);
        room.workshop.script.current(&participant.done) == Some(step)
            && room.now - participant.last_at > times * i64::from(expected) * SECOND
    };
    let found = room.workshop.script.steps().find(|step| {
        let stuck = active.iter().filter(|it| long(*step, it)).count();
        active.len() >= CROWD && stuck * 100 >= part * active.len()
    });
    html! {
        @if let Some(step) = found {
            div.banner {
                p { (voice.fill("signal-step", &[("step", room.step(step).into())])) }
                @if room.duty.runs {
                    (field::form(&room.visitor, &address::scene(&room.workshop.workshop), html! {
                        button type="submit" name="scene" value="eyes-up" { (voice.say("signal-step-act")) }
                    }))
                }
            }
        }
    }
}
