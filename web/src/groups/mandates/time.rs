//! Hours noted for a mandate, in two taps: `/moi/mandats`, then how long.

use chrono::NaiveDate;
use domain::core::ids::TimeId;
use maud::{Markup, html};
use projections::groups::mandate::{self, Mandate};

use super::list::line;
use super::show::{Sees, page};
use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::field::{self, Line};
use crate::shell::parts::pager::Pager;
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// What one tap notes, in minutes.
const QUICK: [i64; 4] = [30, 60, 120, 180];

/// How many mandates are shown at once.
const MANY: i64 = 20;

/// Time that could not be noted, as it was typed, and why.
#[derive(Clone, Copy)]
pub(super) struct Typed<'t> {
    day: &'t str,
    minutes: &'t str,
    pub(super) why: &'t str,
}

/// Today, where this visitor is.
fn today(visitor: &Visitor) -> String {
    visitor.voice.zone.date_of(visitor.site.app.clock.now())
}

/// One tap notes time of today, while the mandate lasts.
fn taps(visitor: &Visitor, mandate: &Mandate) -> Markup {
    let today = today(visitor);
    let is_open = mandate.from.to_string() <= today
        && mandate.until.is_none_or(|until| today <= until.to_string());
    html! {
        @if is_open && !mandate.ended {
            (field::form_in("row", visitor, &address::mandate_time(&mandate.mandate), html! {
                @for minutes in QUICK {
                    button type="submit" name="minutes" value=(minutes) { (visitor.voice.lasting(minutes)) }
                }
            }))
        }
    }
}

/// One tap notes time of today; folded, of another day.
pub(super) fn quick(visitor: &Visitor, mandate: &Mandate, typed: Option<Typed<'_>>) -> Markup {
    let voice = &visitor.voice;
    let id = &mandate.mandate;
    let today = today(visitor);
    let notice = typed.map(|it| it.why);
    let (at, long) = typed.map_or((today.as_str(), "60"), |it| (it.day, it.minutes));
    let (day, minutes) = (voice.say("mandate-day"), voice.say("mandate-minutes"));
    html! {
        section.panel aria-labelledby={ "note-" (id) } {
            h2 id={ "note-" (id) } { (voice.say("mandate-note")) }
            (taps(visitor, mandate))
            details open[notice.is_some()] {
                summary { (voice.say("mandate-note-other")) }
                (field::form(visitor, &address::mandate_time(id), html! {
                    (Line { kind: "date", notice, ..Line::new("noted_on", &day, at) }.show())
                    (Line { kind: "number", ..Line::new("minutes", &minutes, long) }.show())
                    button type="submit" { (voice.say("mandate-note-button")) }
                }))
            }
        }
    }
}

/// `/moi/mandats`: one's own, each with its taps.
pub async fn own(Known { visitor, person }: Known) -> Answer {
    let voice = &visitor.voice;
    let pager = Pager::from_query(&visitor, "page", MANY);
    let db = &visitor.site.app.db;
    let mut mandates = mandate::of_person(db, &person, (pager.skipped(), MANY + 1)).await?;
    let more = pager.cut(&mut mandates);
    let title = voice.say("mandates-own");
    let content = html! {
        p.over { a href=(address::me()) { (voice.say("nav-me")) } }
        h1 { (title) }
        @if mandates.is_empty() { p.empty { (voice.say("mandates-own-none")) } }
        @for it in &mandates {
            section.panel aria-labelledby={ "m-" (it.mandate) } {
                h2 id={ "m-" (it.mandate) } {
                    a href=(address::mandate(&it.mandate)) { (voice.say(&format!("task-{}", it.task.word()))) }
                }
                p.over dir="auto" { (super::place(voice, it)) }
                (line(voice, it, true))
                (taps(&visitor, it))
            }
        }
        (pager.links(voice, &format!("{}?page=", address::own_mandates()), more))
    };
    Ok(Page::new(title, content).show(&visitor))
}

/// `POST /mandats/{mandate}/heures`.
pub async fn note(sees: Sees, form: Form) -> Answer {
    if !sees.holds() {
        return Err(Problem::NotFound);
    }
    let voice = &sees.visitor.voice;
    let today = today(&sees.visitor);
    // A tap says how long alone: it is of today, whenever its page was drawn.
    let (day, minutes) = (form.maybe("noted_on").unwrap_or(&today), form.get("minutes"));
    let refused = async |key: &str| {
        let why = voice.say(key);
        page(&sees, None, Some(Typed { day, minutes, why: &why })).await
    };
    let read: (Option<NaiveDate>, Option<u32>) =
        (day.trim().parse().ok(), minutes.trim().parse().ok());
    let (Some(on), Some(lasted)) = read else { return refused("mandate-odd-time").await };
    if on.to_string() > today {
        return refused("mandate-day-to-come").await;
    }
    let (groups, id) = (sees.visitor.site.app.groups(), &sees.mandate.mandate);
    match groups.note_time(id, &sees.person, (on, lasted), form.command_id()).await {
        Ok(_) => Ok(go_saying(&address::mandate(id), Said::Noted)),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => refused(&key).await,
            other => Err(other),
        },
    }
}

/// `POST /mandats/{mandate}/heures/retrait`.
pub async fn remove(sees: Sees, form: Form) -> Answer {
    if !sees.holds() {
        return Err(Problem::NotFound);
    }
    let time: TimeId = form.get("time").parse().map_err(|_| Problem::NotFound)?;
    let (groups, id) = (sees.visitor.site.app.groups(), &sees.mandate.mandate);
    groups.remove_time(id, &sees.person, &time, form.command_id()).await?;
    Ok(go_saying(&address::mandate(id), Said::TakenBack))
}
