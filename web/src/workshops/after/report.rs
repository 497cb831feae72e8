//! `/ateliers/{id}/bilan`: what participation was, as far as it is known on a given day. Nobody is
//! named in it. Whoever runs the workshop, who saw its room, reads its figures as they are; for
//! everyone else, and in files, small groups are veiled.

pub mod compare;
pub mod definitions;
mod evening;
pub mod export;
mod handed;
mod stream;

use domain::core::ids::WorkshopId;
use domain::workshops::report::figures::{Final, Report, Returned};
use domain::workshops::report::veil::{Eyes, Shown};
use domain::workshops::report::{Segment, Stage};
use maud::{Markup, html};
use projections::notes::wake;
use projections::workshops::activity;
use projections::workshops::workshop::{Stage as Phase, Workshop};

use crate::shell::address;
use crate::shell::hours::Zone;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::button;
use crate::shell::parts::table::Separator;
use crate::shell::parts::{field, moment, wake as drawn};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;
use crate::workshops::console::actions::asked_again;
use crate::workshops::rights::Sees;

/// Microseconds in a minute.
const MINUTE: i64 = 60_000_000;

/// How many people are a dot each at most.
const DOTS: usize = 40;

/// The page.
pub async fn show(Sees { visitor, workshop, duty, .. }: Sees) -> Answer {
    let voice = &visitor.voice;
    let now = visitor.site.app.clock.now();
    let mut day = visitor.query.get("au");
    let (mut as_of, mut notice) = match until(visitor.voice.zone, day, now) {
        Some(at) => (at, None),
        None => (now + 1, Some(voice.say("report-no-such-day"))),
    };
    // What is handed to others says what others are told, whoever opened it.
    let runs = duty.runs && visitor.query.get("remise") != "1";
    let eyes = if runs { Eyes::Runs } else { Eyes::Others };
    let mut report = of(&visitor, &workshop.workshop, (as_of, eyes)).await?;
    if report.is_none() && as_of <= now {
        notice = Some(voice.say("report-not-ended"));
        as_of = now + 1;
        report = of(&visitor, &workshop.workshop, (as_of, eyes)).await?;
    }
    if notice.is_some() {
        // What is shown is of today, and so are its links.
        day = "";
        if report.is_some() {
            notice = notice.map(|notice| format!("{notice} {}", voice.say("report-here-is-today")));
        }
    }
    let result = report.as_ref().is_some_and(is_told);
    let status = asked_again(notice.as_deref());
    let content = html! {
        p.over { a href=(address::workshop(&workshop.workshop)) { (workshop.title) } }
        h1 { (voice.say("report-title")) }
        p.lead { (workshop.title) @if let Some(at) = workshop.live.details.starts_at { " · " (moment::moment(voice, at)) } }
        @if runs {
            p.unprinted { a.button href=(handed::address_of(&workshop, day)) { (voice.say("report-to-hand")) } }
        } @else { (button::print(voice)) }
        (field::notice("report", notice.as_deref()))
        (misses(&visitor))
        @match &report {
            None => p.empty { (voice.say("report-open")) },
            Some(report) => {
                p.report-first { (sentence(voice, report)) }
                @if runs { p.small { (voice.say("report-real")) } }
                (handed::in_the_room(voice, (&workshop, report.entered), eyes))
                @if day.is_empty() {
                    p.small { (moment::sentence(voice, "report-fresh", &[], now)) }
                } @else { (as_it_was(&visitor, &workshop, report, (day, runs))) }
            }
        }
        @if runs && day.is_empty() && workshop.stage != Phase::Prepared {
            p.unprinted { a.button href=(address::closing(&workshop.workshop)) { (voice.say("report-to-do")) } }
        }
        @if let Some(report) = &report {
            @if runs && result && day.is_empty() { (of_notes(&visitor, &workshop).await?) }
            @if result {
                (stream::section(voice, report, eyes))
                @if runs { (evening::section(&visitor, &workshop, as_of).await?) }
                (segments(voice, report))
                @if report.reached(Stage::Published) != Shown::Exactly(0) { (answers(voice, report)) }
                (returns(voice, report))
            }
            @if day.is_empty() { (as_it_was(&visitor, &workshop, report, (day, runs))) }
            (elsewhere(voice, &workshop, day))
        }
    };
    Ok(Page::new(voice.say("report-title"), content).status(status).show(&visitor))
}

/// The wake of what was written there, until today.
async fn of_notes(visitor: &Visitor, workshop: &Workshop) -> Result<Markup, Problem> {
    let (app, voice) = (&visitor.site.app, &visitor.voice);
    let now = app.clock.now();
    let wake = wake::of_workshop(&app.db, &workshop.workshop, now, drawn::PARTS).await?;
    Ok(html! {
        @if !wake.marks.is_empty() {
            section aria-labelledby="wake-title" {
                h2 #wake-title { (voice.say("report-wake")) }
                (drawn::show(voice, &wake))
            }
        }
    })
}

/// What the figures say when acts may be missing from them.
fn missed(visitor: &Visitor) -> Option<String> {
    let misses = visitor.site.app.projector.misses("act");
    misses.then(|| visitor.voice.say("report-misses"))
}

/// The same, on a page.
pub(super) fn misses(visitor: &Visitor) -> Markup {
    html! { @if let Some(text) = missed(visitor) { p.banner role="status" { (text) } } }
}

/// Whether so many people entered that anything more can be told.
fn is_told(report: &Report) -> bool {
    report.entered.exact().is_some_and(|entered| entered > 0)
}

/// The figures of a workshop at a moment, for some eyes.
pub(super) async fn of(
    visitor: &Visitor,
    workshop: &WorkshopId,
    at: (i64, Eyes),
) -> Result<Option<Report>, Problem> {
    let acts = activity::of_workshop(&visitor.site.app.db, workshop).await?;
    Ok(Report::of(workshop, &acts, at, days(visitor.voice.zone)))
}

/// How days are counted: the first instant of the day that is so many after the one an
/// instant is in, here.
pub(super) fn days(zone: Zone) -> impl Fn(i64, u32) -> i64 {
    move |at, days| zone.start_of_day(&zone.date_of(at), u64::from(days)).unwrap_or(at)
}

/// Before when acts count: the end of the day `text`, or just after now; `None` when it is
/// no day, or one to come.
pub(super) fn until(zone: Zone, text: &str, now: i64) -> Option<i64> {
    if text.is_empty() {
        return Some(now + 1);
    }
    let first = zone.start_of_day(text, 0)?;
    (first <= now).then(|| zone.start_of_day(text, 1).map_or(now, |end| end.min(now + 1)))
}

/// A count as it may be told, in words.
pub(super) fn say(voice: &Voice, shown: Shown) -> String {
    let number = |count: usize| voice.number(i64::try_from(count).unwrap_or(0));
    match shown {
        Shown::Exactly(count) => number(count),
        Shown::Few => voice.say("report-few"),
        Shown::Under(count) => voice.fill("report-under", &[("count", number(count).into())]),
        Shown::Over(count) => voice.fill("report-over", &[("count", number(count).into())]),
        Shown::Kept => voice.say("report-kept"),
    }
}

fn minutes(voice: &Voice, micros: i64) -> String {
    let minutes = (micros + MINUTE / 2) / MINUTE;
    if minutes == 0 { voice.say("report-under-a-minute") } else { voice.lasting(minutes) }
}

fn sentence(voice: &Voice, report: &Report) -> String {
    let published = report.reached(Stage::Published);
    match (report.entered, published) {
        (Shown::Exactly(0), _) => voice.say("report-nobody"),
        (_, Shown::Exactly(0)) => {
            voice.fill("report-no-note", &[("entered", say(voice, report.entered).into())])
        }
        (_, Shown::Kept) => voice.say("report-too-small"),
        (entered, published) => {
            let mut result = voice.fill(
                "report-sentence",
                &[
                    ("entered", say(voice, entered).into()),
                    ("published", say(voice, published).into()),
                    (
                        "n",
                        published
                            .exact()
                            .map_or(2, |count| i64::try_from(count).unwrap_or(2))
                            .into(),
                    ),
                ],
            );
            if let Some(time) = report.first_note {
                let time = minutes(voice, time.max(MINUTE));
                result += &voice.fill("report-sentence-time", &[("time", time.into())]);
            }
            if let Final::Is(answered) = report.answered
                && !matches!(answered, Shown::Kept | Shown::Exactly(0))
            {
                let told_answered = say(voice, answered);
                result += &if answered == published && answered.exact().is_some() {
                    voice.say("report-sentence-all-answered")
                } else {
                    voice.fill("report-sentence-answered", &[("answered", told_answered.into())])
                };
            }
            result + "."
        }
    }
}

fn as_it_was(
    visitor: &Visitor,
    workshop: &Workshop,
    report: &Report,
    (text, runs): (&str, bool),
) -> Markup {
    let voice = &visitor.voice;
    let here = address::report(&workshop.workshop);
    let now = visitor.site.app.clock.now();
    html! {
        form.day method="get" action=(here) {
            div.field {
                label for="au" { (voice.say("report-as-of")) }
                input #au type="date" name="au" value=(text) min=(voice.zone.date_of(report.end)) max=(voice.zone.date_of(now));
            }
            // As handed to others, it stays so on another day.
            @if !runs { input type="hidden" name="remise" value="1"; }
            button type="submit" { (voice.say("report-look")) }
            @if !text.is_empty() { a href=(here) { (voice.say("report-today")) } }
        }
    }
}

/// A table that scrolls by itself on a phone, with the keyboard too.
fn table(voice: &Voice, title: &str, rows: &Markup) -> Markup {
    let title = voice.fill("report-table", &[("title", voice.say(title).into())]);
    html! {
        div.table tabindex="0" role="region" aria-label=(title) {
            table.report { (rows) }
        }
    }
}

fn about(voice: &Voice, measure: &str) -> Markup {
    let title = voice.say(&format!("definition-{measure}"));
    html! {
        p.small {
            a href={ (address::definitions()) "#" (measure) } {
                (voice.fill("report-definition-of", &[("title", title.into())]))
            }
        }
    }
}

fn segments(voice: &Voice, report: &Report) -> Markup {
    let of_everyone = report.reached(Stage::Published);
    // Nobody published nothing; everyone published what everyone did.
    let published = |at: usize, shown: Shown| match (&report.published, shown) {
        (_, Shown::Exactly(0)) => Shown::Exactly(0),
        (Some(all), _) => all.get(at).map_or(Shown::Kept, |count| Shown::Exactly(*count)),
        (None, _) if shown == report.entered => of_everyone,
        (None, _) => Shown::Kept,
    };
    let line = |at: usize, segment: Segment, shown: Shown| {
        html! {
            tr {
                th scope="row" { (voice.say(&format!("report-segment-{}", segment.word()))) }
                td {
                    (say(voice, shown))
                    @if let Some(count) = shown.exact().filter(|count| *count > 0) {
                        (dots(count.min(DOTS)))
                    }
                }
                td { (say(voice, published(at, shown))) }
            }
        }
    };
    html! {
        section aria-labelledby="who" {
            h2 #who { (voice.say("report-who")) }
            @if report.segments.is_empty() {
                p { (voice.say("report-too-small")) }
            } @else {
                (table(voice, "report-who", &html! {
                    thead { tr {
                        th scope="col" { (voice.say("report-they-were")) }
                        th scope="col" { (voice.say("report-people")) }
                        th scope="col" { (voice.say("report-stage-published")) }
                    } }
                    tbody {
                        @for (at, (segment, shown)) in report.segments.iter().enumerate() {
                            (line(at, *segment, *shown))
                        }
                    }
                }))
            }
            (about(voice, "segments"))
        }
    }
}

/// As many dots: the number beside them says it.
fn dots(count: usize) -> Markup {
    html! {
        svg.came-dots viewBox={ "0 0 " (count * 12) " 12" } width=(count * 12) height="12" aria-hidden="true" focusable="false" {
            @for at in 0..count { circle cx=(at * 12 + 6) cy="6" r="4" {} }
        }
    }
}

fn value(voice: &Voice, value: Final<Shown>) -> Markup {
    html! {
        @match value {
            Final::Is(shown) => (say(voice, shown)),
            Final::At(at) => span.pending {
                (moment::told_day(voice, "report-pending", &[], at))
            },
        }
    }
}

fn answers(voice: &Voice, report: &Report) -> Markup {
    let published = say(voice, report.reached(Stage::Published));
    html! {
        section aria-labelledby="answers" {
            h2 #answers { (voice.say("report-answers")) }
            p { (voice.fill("report-of-published", &[("count", published.into())])) }
            dl.figures {
                dt { (voice.say("report-answered")) } dd { (value(voice, report.answered)) }
                dt { (voice.say("report-still")) } dd { (value(voice, report.kept)) }
            }
            (about(voice, "answers"))
        }
    }
}

fn returns(voice: &Voice, report: &Report) -> Markup {
    let cell = |counts: &Returned| {
        let unknown = !matches!(counts.unknown, Shown::Kept | Shown::Exactly(0));
        html! {
            @if counts.followed != Shown::Exactly(0) {
                (voice.fill("report-back", &[
                    ("back", say(voice, counts.back).into()),
                    ("followed", say(voice, counts.followed).into()),
                ]))
                br;
            }
            @if unknown {
                span.small { (voice.fill("report-unknown", &[("count", say(voice, counts.unknown).into())])) }
            }
        }
    };
    html! {
        section aria-labelledby="back" {
            h2 #back { (voice.say("report-returns")) }
            p { (voice.say("report-returns-help")) }
            dl.figures.returns {
                @for (which, figure) in &report.returns {
                    div.return.return-awaited[matches!(figure, Final::At(_))] {
                        dt { (voice.say(&format!("report-{}", which.word()))) }
                        dd {
                            @match figure {
                                Final::Is(figure) => (cell(figure)),
                                Final::At(at) => (value(voice, Final::At(*at))),
                            }
                        }
                    }
                }
            }
            (about(voice, "returns"))
        }
    }
}

fn elsewhere(voice: &Voice, workshop: &Workshop, text: &str) -> Markup {
    let day = if text.is_empty() { String::new() } else { format!("?au={text}") };
    let sheet = Separator::named(voice, if text.is_empty() { '?' } else { '&' });
    html! {
        section.unprinted aria-labelledby="more" {
            h2 #more { (voice.say("report-more")) }
            ul.links {
                li { a.button href={ (address::report_csv(&workshop.workshop)) (day) (sheet) } { (voice.say("report-csv")) } }
                li { a.button href={ (address::report_json(&workshop.workshop)) (day) } { (voice.say("report-json")) } }
                li { a.button href=(address::wall(&workshop.code)) { (voice.say("report-notes")) } }
                li { a.button href=(address::compared_workshops()) { (voice.say("compare-workshops-title")) } }
            }
        }
    }
}
