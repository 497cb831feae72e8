//! The evening on one line: what began when, hands that went up, notes that left. Nobody is named;
//! it is for those who ran the room, who saw it.

use std::collections::{HashMap, HashSet};

use domain::workshops::script::Step;
use maud::{Markup, html};
use projections::workshops::timeline::{self, Moment};
use projections::workshops::workshop::Workshop;

use crate::shell::parts::moment;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// The drawing, in its own units.
const WIDTH: i64 = 1000;
const LINE: i64 = 56;

/// How many hands and notes are drawn at most: beyond, they cover one another.
const MARKS: usize = 240;

/// What was under way from a moment on, and what happened until the next.
struct Part {
    at: i64,
    title: String,
    hands: i64,
    notes: i64,
}

/// The section, as it was before `as_of`, in microseconds; nothing when the room was never closed
/// by then.
pub(super) async fn section(
    visitor: &Visitor,
    workshop: &Workshop,
    as_of: i64,
) -> Result<Markup, Problem> {
    let mut moments = timeline::of_workshop(&visitor.site.app.db, &workshop.workshop).await?;
    moments.retain(|it| it.at < as_of);
    let voice = &visitor.voice;
    let of = |what: &str| moments.iter().filter(|it| it.moment == what).map(|it| it.at).collect();
    let (opened, closed): (Vec<i64>, Vec<i64>) = (of("opened"), of("closed"));
    let (Some(start), Some(end)) = (opened.first().copied(), closed.last().copied()) else {
        return Ok(html! {});
    };
    let inside = moments.iter().filter(|it| (start..=end).contains(&it.at)).collect();
    let inside = left_once(inside);
    let parts = parts(voice, &inside, start);
    Ok(html! {
        section aria-labelledby="evening" {
            h2 #evening { (voice.say("report-evening")) }
            (draw(&inside, start, end))
            p.small aria-hidden="true" {
                span.key-hand { (voice.say("report-evening-hand")) } " "
                span.key-note { (voice.say("report-evening-note")) }
            }
            (moment::whose(voice))
            ol.evening {
                @for part in &parts {
                    li {
                        span.evening-hour { (moment::short_hour(voice, part.at)) } " "
                        strong { (part.title) }
                        @if part.hands > 0 { " · " (voice.count("report-evening-hands", part.hands)) }
                        @if part.notes > 0 { " · " (voice.count("report-evening-notes", part.notes)) }
                    }
                }
                li { span.evening-hour { (moment::short_hour(voice, end)) } " " (voice.say("moment-closed")) }
            }
        }
    })
}

/// Without the publications that are no first one (a note that is widened, or shown on the wall, is
/// published again), nor those that were taken back by the end.
fn left_once(inside: Vec<&Moment>) -> Vec<&Moment> {
    let mut last = HashMap::new();
    for moment in &inside {
        if matches!(moment.moment.as_str(), "published" | "withdrawn") {
            last.insert(moment.person.clone(), moment.moment == "published");
        }
    }
    let mut seen = HashSet::new();
    let stays = |moment: &&Moment| {
        moment.moment != "published"
            || (last.get(&moment.person) == Some(&true) && seen.insert(moment.person.clone()))
    };
    inside.into_iter().filter(stays).collect()
}

fn is_hand(moment: &Moment) -> bool {
    moment.moment == "hand" && moment.detail == "up"
}

/// What the evening was made of, in order.
fn parts(voice: &Voice, inside: &[&Moment], start: i64) -> Vec<Part> {
    let part = |at: i64, title: String| Part { at, title, hands: 0, notes: 0 };
    let mut parts = vec![part(start, voice.say("moment-opened"))];
    for moment in inside {
        match moment.moment.as_str() {
            "item" => {
                let kind = if moment.detail.parse::<Step>().is_ok() { "step" } else { "card" };
                parts.push(part(moment.at, voice.say(&format!("{kind}-{}", moment.detail))));
            }
            "published" => parts.last_mut().expect("one is there").notes += 1,
            "hand" if is_hand(moment) => parts.last_mut().expect("one is there").hands += 1,
            _ => {}
        }
    }
    parts
}

/// The drawing; what it says is in the list beneath.
fn draw(inside: &[&Moment], start: i64, end: i64) -> Markup {
    let across = |at: i64| 10 + (at - start) * (WIDTH - 20) / (end - start).max(1);
    let begun = |what: &'static str| inside.iter().filter(move |it| it.moment == what);
    html! {
        svg.evening-line viewBox={ "0 0 " (WIDTH) " 90" } aria-hidden="true" focusable="false" {
            path.evening-water d={ "M10 " (LINE) "H" (WIDTH - 10) } {}
            @for item in begun("item") {
                path.evening-item d={ "M" (across(item.at)) " " (LINE - 14) "v28" } {}
            }
            @for hand in inside.iter().filter(|it| is_hand(it)).take(MARKS) {
                path.evening-hand d={ "M" (across(hand.at) - 9) " " (LINE - 22) "h18l-9-16z" } {}
            }
            @for note in begun("published").take(MARKS) {
                circle.evening-note cx=(across(note.at)) cy=(LINE + 20) r="9" {}
            }
        }
    }
}
