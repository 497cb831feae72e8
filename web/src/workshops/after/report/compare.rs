//! `/ateliers/comparer`: the workshops one runs, side by side at the same age, by date and
//! never by score.

use app::access;
use domain::workshops::report::figures::{Final, Report, totals};
use domain::workshops::report::veil::{Eyes, Shown};
use domain::workshops::report::{Room, Segment, Stage};
use maud::{Markup, html};
use projections::workshops::activity;
use projections::workshops::workshop::{self, Workshop};

use super::{days, misses, say};
use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::problem::Problem;
use crate::shell::voice::Voice;

/// How many workshops, the last ones.
const MOST: usize = 24;

/// The page.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let app = &visitor.site.app;
    let mut workshops = workshop::run_by(&app.db, &person).await?;
    if workshops.is_empty() && !access::may_prepare(&visitor.viewer) {
        return Err(Problem::NotFound);
    }
    workshops.retain(|it| !it.live.details.rehearsal);
    workshops.truncate(MOST);
    let now = app.clock.now() + 1;
    let mut found: Vec<(Workshop, Report, Room)> = vec![];
    for workshop in workshops {
        let acts = activity::of_workshop(&app.db, &workshop.workshop).await?;
        if let Some(report) =
            Report::of(&workshop.workshop, &acts, (now, Eyes::Others), days(visitor.voice.zone))
        {
            let room = Room::of(&workshop.workshop, &acts, now);
            found.push((workshop, report, room));
        }
    }
    found.sort_by_key(|(_, report, _)| report.end);
    let rooms: Vec<Room> = found.iter().map(|(.., room)| room.clone()).collect();
    let reports: Vec<(Workshop, Report)> =
        found.into_iter().map(|(it, report, _)| (it, report)).collect();
    let voice = &visitor.voice;
    let title = voice.say("compare-workshops-title");
    let content = html! {
        p.over { a href=(address::workshops()) { (voice.say("workshops-title")) } }
        h1 { (title) }
        p.lead { (voice.say("compare-workshops-lead")) }
        (misses(&visitor))
        @if reports.is_empty() {
            p.empty { (voice.say("compare-workshops-empty")) }
        } @else {
            (table(voice, &reports, &rooms))
            @if reports.len() > 1 { p.small { (voice.say("compare-workshops-help")) } }
            p.small { (voice.say("report-small-groups")) }
            p.small { a href=(address::definitions()) { (voice.say("report-definition")) } }
        }
    };
    Ok(Page::new(title, content).show(&visitor))
}

fn table(voice: &Voice, words: &[(Workshop, Report)], rooms: &[Room]) -> Markup {
    let heads = [
        "report-entered",
        "compare-workshops-first",
        "report-stage-published",
        "compare-workshops-answered",
        "compare-workshops-week",
        "compare-workshops-month",
    ];
    let shown = |report: &Report| (report.entered, report.reached(Stage::Published));
    let rows: Vec<(Shown, Shown)> = words.iter().map(|(_, report)| shown(report)).collect();
    let (entered, published) = totals(rooms, &rows);
    html! {
        div.table tabindex="0" role="region" aria-label=(voice.say("compare-workshops-title")) { table.report.wide {
            thead { tr {
                th scope="col" { (voice.say("compare-workshops-one")) }
                @for head in heads { th scope="col" { (voice.say(head)) } }
            } }
            tbody {
                @for (workshop, report) in words.iter().rev() { (row(voice, workshop, report)) }
            }
            @if words.len() > 1 {
                tfoot { tr {
                    th scope="row" { (voice.say("compare-workshops-total")) }
                    td { (say(voice, entered)) }
                    td {}
                    td { (say(voice, published)) }
                    td {} td {} td {}
                } }
            }
        } }
    }
}

fn row(voice: &Voice, workshop: &Workshop, report: &Report) -> Markup {
    let first = report.segments.iter().find(|(segment, _)| *segment == Segment::First);
    let back = |at: usize| {
        html! {
            @match report.returns.get(at).map(|(_, figure)| *figure) {
                Some(Final::Is(counts)) if counts.followed == Shown::Exactly(0) => {
                    (voice.say("compare-workshops-unknown"))
                }
                Some(Final::Is(counts)) => (voice.fill("report-back", &[
                    ("back", say(voice, counts.back).into()),
                    ("followed", say(voice, counts.followed).into()),
                ])),
                Some(Final::At(at)) => (super::value(voice, Final::At(at))),
                None => {}
            }
        }
    };
    html! {
        tr {
            th scope="row" {
                a href=(address::report(&workshop.workshop)) { (workshop.title) }
                br;
                span.small {
                    (voice.day(report.end)) " · "
                    (voice.say(&format!("script-{}", workshop.script.name)))
                }
            }
            td { (say(voice, report.entered)) }
            td { (say(voice, first.map_or(Shown::Kept, |(_, shown)| *shown))) }
            td { (say(voice, report.reached(Stage::Published))) }
            td { (super::value(voice, report.answered)) }
            td { (back(0)) }
            td { (back(1)) }
        }
    }
}
