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

/// One tap notes time of today; folded, of another day.
pub(super) fn quick(visitor: &Visitor, mandate: &Mandate, notice: Option<&str>) -> Markup {
    let voice = &visitor.voice;
    let id = &mandate.mandate;
    let today = voice.zone.date_of(visitor.site.app.clock.now());
    let (day, minutes) = (voice.say("mandate-day"), voice.say("mandate-minutes"));
    html! {
        section.panel aria-labelledby={ "note-" (id) } {
            h2 id={ "note-" (id) } { (voice.say("mandate-note")) }
            (field::notice("time", notice))
            (field::form_in("row", visitor, &address::mandate_time(id), html! {
                input type="hidden" name="noted_on" value=(today);
                @for minutes in QUICK {
                    button type="submit" name="minutes" value=(minutes) { (voice.lasting(minutes)) }
                }
            }))
            details open[notice.is_some()] {
                summary { (voice.say("mandate-note-other")) }
                (field::form(visitor, &address::mandate_time(id), html! {
                    (Line { kind: "date", ..Line::new("noted_on", &day, &today) }.show())
                    (Line { kind: "number", ..Line::new("minutes", &minutes, "60") }.show())
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
    let today = voice.zone.date_of(visitor.site.app.clock.now());
    let content = html! {
        p.over { a href=(address::me()) { (voice.say("nav-me")) } }
        h1 { (title) }
        @if mandates.is_empty() { p.empty { (voice.say("mandates-own-none")) } }
        @for it in &mandates {
            section.panel aria-labelledby={ "m-" (it.mandate) } {
                h2 id={ "m-" (it.mandate) } {
                    a href=(address::mandate(&it.mandate)) { (voice.say(&format!("task-{}", it.task.word()))) }
                }
                (line(voice, it, true))
                @if !it.ended {
                    (field::form_in("row", &visitor, &address::mandate_time(&it.mandate), html! {
                        input type="hidden" name="noted_on" value=(today);
                        @for minutes in QUICK {
                            button type="submit" name="minutes" value=(minutes) { (voice.lasting(minutes)) }
                        }
                    }))
                }
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
    let day: Option<NaiveDate> = form.get("noted_on").trim().parse().ok();
    let minutes = form.number("minutes").and_then(|minutes| u32::try_from(minutes).ok());
    let (Some(day), Some(minutes)) = (day, minutes) else {
        return page(&sees, None, Some(&voice.say("mandate-odd-time"))).await;
    };
    let (groups, id) = (sees.visitor.site.app.groups(), &sees.mandate.mandate);
    match groups.note_time(id, &sees.person, (day, minutes), form.command_id()).await {
        Ok(_) => Ok(go_saying(&address::mandate(id), Said::Kept)),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => page(&sees, None, Some(&voice.say(&key))).await,
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
