//! `/ateliers/{id}/rejouer`: the workshop as it went, moment by moment. With a script it
//! plays thirty times as fast as it was; without, `?t=` says at which second to look.
//! Names are off unless whoever ran it asks for them.

use std::collections::HashMap;

use domain::core::ids::PersonId;
use domain::workshops::script::Step;
use maud::{Markup, html};
use projections::workshops::timeline::{self, Moment};
use projections::workshops::workshop::Workshop;

use crate::shell::address;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::Answer;
use crate::shell::parts::card;
use crate::shell::visitor::Visitor;
use crate::workshops::rights::WasThere;

/// Microseconds in a second.
const SECOND: i64 = 1_000_000;

/// How many times faster than it was.
const SPEED: i64 = 30;

/// The page, for those who ran it and those who were there.
pub async fn show(WasThere { visitor, workshop, duty }: WasThere) -> Answer {
    let named = duty.sees && visitor.query.get("noms") == "oui";
    if named {
        // Those who are named see who looked: a page that cannot say so shows no names.
        visitor.site.app.workshops().see_names(&workshop.workshop, visitor.person()?).await?;
    }
    let moments = timeline::of_workshop(&visitor.site.app.db, &workshop.workshop).await?;
    let start = moments.first().map_or(0, |first| first.at);
    let lasts = moments.last().map_or(0, |last| (last.at - start) / SECOND);
    let at = visitor.query.number("t").unwrap_or(lasts).clamp(0, lasts);
    let voice = &visitor.voice;
    let here = address::replay(&workshop.workshop);
    let content = html! {
        p.over { a href=(address::workshop(&workshop.workshop)) { (workshop.title) } }
        h1 { (voice.say("replay-title")) }
        p.lead { (voice.say("replay-lead")) }
        @if moments.is_empty() {
            p.empty { (voice.say("replay-empty")) }
        } @else {
            form.replay method="get" action=(here) data-replay=(SPEED) {
                label for="t" { (voice.say("replay-at")) }
                input #t type="range" name="t" min="0" max=(lasts) step="1" value=(at)
                    aria-valuetext=(clock(at));
                output for="t" { (clock(at)) }
                @if named { input type="hidden" name="noms" value="oui"; }
                button type="button" data-play=(voice.say("replay-pause")) hidden { (voice.say("replay-play")) }
                button type="submit" { (voice.say("replay-look")) }
            }
            (matrix(&visitor, &workshop, &moments, start, at, named))
            (sentences(&visitor, &moments, start, at))
            @if duty.sees {
                p.small {
                    a href={ (here) "?noms=" (if named { "non" } else { "oui" }) } {
                        (voice.say(if named { "console-hide-names" } else { "console-show-names" }))
                    }
                }
            }
        }
    };
    Ok(Page::new(voice.say("replay-title"), content).kind(Kind::Live).edition().show(&visitor))
}

/// Minutes and seconds since the beginning.
fn clock(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// When each person did each step, in seconds since the beginning.
type Done = HashMap<Step, i64>;

fn matrix(
    visitor: &Visitor,
    workshop: &Workshop,
    moments: &[Moment],
    start: i64,
    at: i64,
    named: bool,
) -> Markup {
    let voice = &visitor.voice;
    let mut people: Vec<(&PersonId, &str, i64, Done)> = Vec::new();
    for moment in moments {
        let Some(person) = &moment.person else { continue };
        let second = (moment.at - start) / SECOND;
        if moment.moment == "entered" && !people.iter().any(|(known, ..)| *known == person) {
            people.push((person, &moment.name, second, Done::new()));
        }
        let Some(step) = moment.step() else { continue };
        if let Some((_, _, _, done)) = people.iter_mut().find(|(known, ..)| *known == person) {
            done.entry(step).or_insert(second);
        }
    }
    html! {
        div.table tabindex="0" role="region" aria-label=(voice.say("replay-title")) {
            table.matrix {
                caption.unseen { (voice.say("replay-title")) }
                thead {
                    tr {
                        th scope="col" { (voice.say("console-who")) }
                        @for step in workshop.script.steps() {
                            th scope="col" { (voice.say(&format!("step-{}", step.word()))) }
                        }
                    }
                }
                tbody {
                    @for (number, (_, name, entered, done)) in people.iter().enumerate() {
                        tr {
                            th scope="row" data-at=(entered) data-is=(if *entered <= at { "1" } else { "0" }) {
                                @if named { (card::author(voice, name)) } @else {
                                    (voice.count("console-number", i64::try_from(number + 1).unwrap_or(0)))
                                }
                            }
                            @for step in workshop.script.steps() {
                                @match done.get(&step) {
                                    Some(second) => {
                                        td data-at=(second) data-is=(if *second <= at { "1" } else { "0" }) {
                                            span.replay-on { "✓ " (clock(*second)) }
                                            span.replay-off { "○ " (voice.say("cell-not-yet")) }
                                        }
                                    }
                                    None => { td { span.pending { "○ " (voice.say("cell-not-yet")) } } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What the room did, in words: never who.
fn sentences(visitor: &Visitor, moments: &[Moment], start: i64, at: i64) -> Markup {
    let voice = &visitor.voice;
    let of_room = |moment: &&Moment| {
        matches!(
            moment.moment.as_str(),
            "opened" | "closed" | "item" | "scene" | "hand" | "published"
        ) && moment.detail != "down"
    };
    html! {
        ol.moments {
            @for moment in moments.iter().filter(of_room) {
                @let second = (moment.at - start) / SECOND;
                li data-at=(second) data-is=(if second <= at { "1" } else { "0" }) {
                    span.label { (clock(second)) } " "
                    (voice.say(&format!("moment-{}", moment.moment)))
                    @if moment.moment == "item" {
                        " " (item(visitor, &moment.detail))
                    }
                    @if moment.moment == "scene" { " " (voice.say(&format!("scene-{}", moment.detail))) }
                }
            }
        }
    }
}

fn item(visitor: &Visitor, word: &str) -> String {
    let is_step = word.parse::<Step>().is_ok();
    visitor.voice.say(&format!("{}-{word}", if is_step { "step" } else { "card" }))
}
