//! The path of a workshop as a stream that narrows from step to step: its width is how many went
//! that far. Where a number is veiled the stream is hatched, from the least it may be to the most.

use domain::workshops::report::figures::{Report, Row};
use domain::workshops::report::veil::{Eyes, SMALLEST, Shown};
use maud::{Markup, html};

use super::{about, minutes, say};
use crate::shell::voice::Voice;

/// The drawing, in its own units: a step is so wide, and everyone so high.
const STEP: usize = 100;
const HEIGHT: usize = 120;

/// The least and the most that a count may be, among `most` people.
fn range(shown: Shown, most: usize) -> (usize, usize) {
    match shown {
        Shown::Exactly(count) => (count, count),
        Shown::Few => (1, SMALLEST - 1),
        Shown::Under(count) => ((count + 1).saturating_sub(SMALLEST), count.saturating_sub(1)),
        Shown::Over(count) => (count + 1, count + SMALLEST - 1),
        Shown::Kept => (0, most),
    }
}

/// The path, drawn and told.
pub(super) fn section(voice: &Voice, report: &Report, eyes: Eyes) -> Markup {
    html! {
        section aria-labelledby="path" {
            h2 #path { (voice.say("report-path")) }
            div.stream-frame {
                (draw(report))
                ol.stream-steps { @for row in &report.funnel { (step(voice, report, row)) } }
            }
            @if eyes == Eyes::Others { p.small { (voice.say("report-small-groups")) } }
            @if let Some(stage) = report.steepest {
                @let stage = voice.say(&format!("report-stage-{}", stage.word()));
                p { (voice.fill("report-steepest", &[("stage", stage.into())])) }
            }
            p { (voice.fill("report-everyone", &[("count", say(voice, report.everyone).into())])) }
            (about(voice, "funnel"))
        }
    }
}

/// A step of the stream: how many, what, and how long it took since the one before.
fn step(voice: &Voice, report: &Report, row: &Row) -> Markup {
    let of = report.entered.exact().unwrap_or(0);
    html! {
        li {
            strong { (say(voice, row.count)) } " "
            span.stream-what { (voice.say(&format!("report-stage-{}", row.stage.word()))) }
            @if let Some(count) = row.count.exact().filter(|_| of > 0) {
                svg.bar viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" {
                    rect width=(100 * count / of) height="4" {}
                }
            }
            @if let Some((first, middle, third)) = row.times {
                span.stream-after {
                    (voice.fill("report-after", &[("time", minutes(voice, middle).into())]))
                    @let (first, third) = (minutes(voice, first), minutes(voice, third));
                    @if first != third {
                        br;
                        (voice.fill("report-between", &[
                            ("first", first.into()), ("third", third.into()),
                        ]))
                    }
                }
            }
        }
    }
}

/// The drawing; what it says is in the list beneath.
fn draw(report: &Report) -> Markup {
    let everyone = report.entered.exact().unwrap_or(SMALLEST).max(1);
    let mut most = everyone;
    let levels: Vec<(usize, usize)> = report
        .funnel
        .iter()
        .map(|row| {
            let (least, up_to) = range(row.count, most);
            // Nobody reaches a step without the one before.
            most = up_to.min(most);
            (least.min(most), most)
        })
        .collect();
    let width = STEP * levels.len();
    let sure: Vec<usize> = levels.iter().map(|(least, _)| *least).collect();
    let may_be: Vec<usize> = levels.iter().map(|(_, most)| *most).collect();
    html! {
        svg.stream viewBox={ "0 0 " (width) " " (HEIGHT) } aria-hidden="true" focusable="false" preserveAspectRatio="none" {
            defs { pattern #veiled width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                rect.stream-veil width="8" height="8" {} line.stream-hatch x1="0" y1="0" x2="0" y2="8" {}
            } }
            @if sure != may_be { path.stream-may-be d=(band(&may_be, everyone)) fill="url(#veiled)" {} }
            path.stream-sure d=(band(&sure, everyone)) {}
        }
    }
}

/// A band around the middle, through the middle of each step.
fn band(counts: &[usize], everyone: usize) -> String {
    let half = |count: usize| (HEIGHT / 2 - 4) * count / everyone;
    let middle = HEIGHT / 2;
    let at = |place: usize| STEP / 2 + place * STEP;
    let edge =
        |up: bool, count: usize| if up { middle - half(count) } else { middle + half(count) };
    let side = |up: bool, places: &mut dyn Iterator<Item = usize>| {
        let mut path = String::new();
        let mut before: Option<usize> = None;
        for place in places {
            let (x, y) = (at(place), edge(up, counts[place]));
            path += &match before {
                None => format!("L{x} {y}"),
                Some(last) => {
                    let bend = usize::midpoint(at(last), x);
                    format!("C{bend} {} {bend} {y} {x} {y}", edge(up, counts[last]))
                }
            };
            before = Some(place);
        }
        path
    };
    let (Some(first), Some(last)) = (counts.first(), counts.last()) else { return String::new() };
    let width = STEP * counts.len();
    let there = side(true, &mut (0..counts.len()));
    let back = side(false, &mut (0..counts.len()).rev());
    format!(
        "M0 {}{there}L{width} {}L{width} {}{back}L0 {}z",
        edge(true, *first),
        edge(true, *last),
        edge(false, *last),
        edge(false, *first)
    )
}
