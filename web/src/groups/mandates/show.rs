//! `/mandats/{mandate}`: what was agreed, the hours noted for it; changed by whoever gives mandates
//! there, ended by them or by whoever holds it.

use domain::core::ids::PersonId;
use domain::groups::mandate::Within;
use maud::{Markup, html};
use poem::http::StatusCode;
use poem::{FromRequest, Request, RequestBody};
use projections::groups::community::Place;
use projections::groups::mandate::{self, Mandate};
use projections::workshops::workshop;

use super::Ground;
use super::fields::{Refused, Written};
use super::list::line;
use super::time::{self, Typed};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::handler::Rights;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::pager::Pager;
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::parts::{card, field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How many entries of time are shown at once.
const MANY: i64 = 60;

/// They may know of the mandate at this address: they hold it, or are in what it is for.
pub struct Sees {
    pub(super) visitor: Visitor,
    pub(super) person: PersonId,
    pub(super) mandate: Mandate,
    /// Whether they give mandates there.
    gives: bool,
    /// Whether they are in what it is for; whoever holds it sees it, wherever they are now.
    is_in: bool,
}

impl Sees {
    /// Whether it is theirs.
    pub(super) fn holds(&self) -> bool {
        self.mandate.person == self.person
    }
}

impl<'a> FromRequest<'a> for Sees {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let visitor = Visitor::from_request(req, body).await?;
        let person = visitor.person()?.clone();
        let app = visitor.site.app.clone();
        let found = mandate::find(&app.db, &visitor.id("mandate")?).await;
        let mandate = found.map_err(Problem::from)?.ok_or(Problem::NotFound)?;
        let (is_in, gives) = match &mandate.within {
            Within::Community(id) => {
                let seen = app.groups().seen_by(id, Some(&person)).await;
                let place = seen.map_err(Problem::from)?.map_or(Place::Outside, |(_, it)| it);
                (place >= Place::Member, place == Place::Steward)
            }
            Within::Workshop(id) => {
                match workshop::find(&app.db, id).await.map_err(Problem::from)? {
                    Some(found) => {
                        let duty = app.workshops().duty(&visitor.viewer, &found).await;
                        let runs = duty.map_err(Problem::from)?.runs;
                        (runs, runs)
                    }
                    None => (false, false),
                }
            }
        };
        if !is_in && mandate.person != person {
            return Err(Problem::NotFound.into());
        }
        Ok(Self { visitor, person, mandate, gives, is_in })
    }
}

impl Rights for Sees {}

/// The page.
pub async fn show(sees: Sees) -> Answer {
    page(&sees, None, None).await
}

/// `written` and `notice`: what could not be agreed upon; `time`: hours that could not be noted.
pub(super) async fn page(
    sees: &Sees,
    refused: Option<(&Written, Refused<'_>)>,
    time: Option<Typed<'_>>,
) -> Answer {
    let Sees { visitor, mandate, gives, is_in, .. } = sees;
    let voice = &visitor.voice;
    let title = super::place(voice, mandate);
    let ground = Ground {
        visitor,
        within: mandate.within.clone(),
        title: &title,
        gives: *gives,
        is_open: false,
    };
    let id = &mandate.mandate;
    let own = Written::of(voice, mandate);
    let (written, why) = refused.map_or((&own, None), |(written, why)| (written, Some(why)));
    let who = card::author(voice, &mandate.name);
    let heading = format!("{who} — {}", voice.say(&format!("task-{}", mandate.task.word())));
    let can_end = *gives || sees.holds();
    let content = html! {
        p.over {
            @if *is_in { a dir="auto" href=(ground.list()) { (ground.title) } }
            @else { a href=(address::own_mandates()) { (voice.say("mandates-own")) } " · " bdi { (ground.title) } }
        }
        h1 { (heading) }
        (line(voice, mandate, *gives || sees.holds()))
        @if sees.holds() && !mandate.ended { (time::quick(visitor, mandate, time)) }
        @else if let Some(typed) = time { (field::notice("time", Some(typed.why))) }
        (entries(sees).await?)
        @if *gives {
            details.panel open[why.is_some()] {
                summary { (voice.say("mandate-change")) }
                (field::form(visitor, &address::mandate(id), html! {
                    (written.show(voice, why))
                    button type="submit" { (voice.say("mandate-keep")) }
                }))
            }
        }
        @if mandate.ended {
            @if *gives {
                (field::form(visitor, &address::mandate_again(id), html! {
                    button type="submit" { (voice.say("mandate-again")) }
                }))
            }
        } @else if can_end {
            details.panel {
                summary { (voice.say("mandate-end")) }
                (field::form(visitor, &address::mandate_end(id), html! {
                    p { (voice.say("mandate-end-help")) }
                    button type="submit" { (voice.say("mandate-end")) }
                }))
            }
        }
    };
    let is_refused = why.is_some() || time.is_some();
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(Page::new(heading, content).status(status).show(visitor))
}

/// The time that was noted, which whoever holds the mandate may take back.
async fn entries(sees: &Sees) -> Result<Markup, Problem> {
    let Sees { visitor, mandate, .. } = sees;
    let (voice, id) = (&visitor.voice, &mandate.mandate);
    let pager = Pager::from_query(visitor, "page", MANY);
    let db = &visitor.site.app.db;
    let mut times = mandate::times(db, id, (pager.skipped(), MANY + 1)).await?;
    let more = pager.cut(&mut times);
    Ok(html! {
        section aria-labelledby="times" {
            h2 #times { (voice.say("mandate-times")) }
            @if times.is_empty() { p.empty { (voice.say("mandate-times-none")) } }
            ul.plain { @for entry in &times {
                li.row {
                    span { (moment::date(voice, &entry.on.to_string())) " · " (voice.lasting(entry.minutes)) }
                    @if sees.holds() {
                        (field::form(visitor, &address::mandate_time_out(id), html! {
                            input type="hidden" name="time" value=(entry.time);
                            button.quiet type="submit" { (voice.say("mandate-time-out")) }
                        }))
                    }
                }
            } }
            (pager.links(voice, &format!("{}?page=", address::mandate(id)), more))
        }
    })
}

/// `POST`: agrees upon something else.
pub async fn change(sees: Sees, form: Form) -> Answer {
    if !sees.gives {
        return Err(Problem::NotFound);
    }
    let written = Written::from(&form);
    let agreement = match written.read() {
        Ok(agreement) => agreement,
        Err(why) => return page(&sees, Some((&written, why)), None).await,
    };
    let (groups, id) = (sees.visitor.site.app.groups(), &sees.mandate.mandate);
    match groups.change_mandate(id, &sees.person, &agreement, form.command_id()).await {
        Ok(_) => Ok(go_saying(&address::mandate(id), Said::Kept)),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => {
                let why = (Written::field_of(&key), key.as_str());
                page(&sees, Some((&written, why)), None).await
            }
            other => Err(other),
        },
    }
}

async fn ended(sees: Sees, goes_on: bool, form: &Form) -> Answer {
    // Whoever holds it may end it; going on is for those who give mandates there.
    if !sees.gives && (goes_on || !sees.holds()) {
        return Err(Problem::NotFound);
    }
    let (groups, id) = (sees.visitor.site.app.groups(), &sees.mandate.mandate);
    groups.end_mandate(id, &sees.person, goes_on, form.command_id()).await?;
    Ok(go(&address::mandate(id)))
}

/// `POST …/fin`.
pub async fn end(sees: Sees, form: Form) -> Answer {
    ended(sees, false, &form).await
}

/// `POST …/reprise`.
pub async fn resume(sees: Sees, form: Form) -> Answer {
    ended(sees, true, &form).await
}
