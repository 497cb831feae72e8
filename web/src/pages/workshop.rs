//! `/ateliers`: preparing a workshop, and running it.

pub mod console;
pub mod screen;

use app::access;
use app::execute::CommandError;
use app::workshops::{Plan, WorkshopError};
use chrono::NaiveDate;
use domain::ids::WorkshopId;
use domain::workshop::{Command, Error as Refusal, Tone};
use maud::html;
use poem::http::StatusCode;
use poem::web::Path;
use poem::{Response, handler};
use projections::workshop::{self, Workshop};

use crate::form::Form;
use crate::layout::Page;
use crate::pages::{Answer, go};
use crate::parts::field::{self, Line};
use crate::problem::Problem;
use crate::visitor::Visitor;

/// How many places a new workshop has unless told otherwise.
const PLACES: u32 = 40;

/// How many places one tap adds.
const MORE_PLACES: u32 = 20;

/// A workshop this visitor runs; for anyone else it does not exist.
pub(crate) async fn run_by(visitor: &Visitor, id: &str) -> Result<Workshop, Problem> {
    let id: WorkshopId = id.parse().map_err(|_| Problem::NotFound)?;
    let found = workshop::find(&visitor.site.app.db, &id).await?.ok_or(Problem::NotFound)?;
    if access::may_run(&found, &visitor.viewer) { Ok(found) } else { Err(Problem::NotFound) }
}

fn only_facilitators(visitor: &Visitor) -> Result<(), Problem> {
    visitor.person()?;
    if access::may_prepare(&visitor.viewer) { Ok(()) } else { Err(Problem::NotFound) }
}

/// My workshops.
#[handler]
pub async fn list(visitor: Visitor) -> Answer {
    only_facilitators(&visitor)?;
    let person = visitor.person()?;
    let workshops = workshop::run_by(&visitor.site.app.db, person).await?;
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("workshops-title")) }
        p { a.button.primary href="/ateliers/nouveau" { (voice.say("workshops-new")) } }
        @if workshops.is_empty() { p.empty { (voice.say("workshops-empty")) } }
        div.cards {
            @for one in &workshops {
                article.card {
                    h2 { a href={ "/ateliers/" (one.workshop) "/console" } { (one.title) } }
                    p.by {
                        span.badge { (voice.say(&format!("stage-{}", one.stage.word()))) }
                        " · " (voice.count("workshop-entered", one.entered))
                        @if let Some(on) = &one.on { " · " time datetime=(on) { (on) } }
                    }
                }
            }
        }
    };
    Ok(Page::new(voice.say("workshops-title"), content).show(&visitor))
}

/// A new workshop, on one page.
#[handler]
pub async fn new(visitor: Visitor) -> Answer {
    only_facilitators(&visitor)?;
    Ok(form_page(&visitor, &Form::default(), None))
}

fn form_page(visitor: &Visitor, form: &Form, notice: Option<&str>) -> Response {
    let voice = &visitor.voice;
    let labels = ["plan-name", "plan-on", "plan-places"].map(|key| voice.say(key));
    let (name_help, places_help) = (voice.say("plan-name-help"), voice.say("plan-places-help"));
    let places = form.maybe("places").map_or_else(|| PLACES.to_string(), str::to_owned);
    let name = Line { help: Some(&name_help), ..Line::new("title", &labels[0], form.get("title")) };
    let on = Line { kind: "date", optional: true, ..Line::new("on", &labels[1], form.get("on")) };
    let places = Line {
        kind: "number",
        help: Some(&places_help),
        ..Line::new("places", &labels[2], &places)
    };
    let familiar = form.get("tone") == "tu";
    let content = html! {
        h1 { (voice.say("plan-title")) }
        p.lead { (voice.say("plan-lead")) }
        (field::notice("plan", notice))
        form novalidate method="post" action="/ateliers" {
            (field::key(visitor))
            (name.show())
            (on.show())
            (places.show())
            fieldset.choices {
                legend { (voice.say("plan-tone")) }
                label.choice { input type="radio" name="tone" value="vous" checked[!familiar]; span { (voice.say("plan-vous")) } }
                label.choice { input type="radio" name="tone" value="tu" checked[familiar]; span { (voice.say("plan-tu")) } }
            }
            button.primary type="submit" { (voice.say("plan-button")) }
        }
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(voice.say("plan-title"), content).status(status).show(visitor)
}

/// `POST /ateliers`.
#[handler]
pub async fn create(visitor: Visitor, form: Form) -> Answer {
    only_facilitators(&visitor)?;
    let plan = Plan {
        title: form.get("title").to_owned(),
        places: form.number("places").and_then(|places| u32::try_from(places).ok()).unwrap_or(0),
        tone: if form.get("tone") == "tu" { Tone::Tu } else { Tone::Vous },
        on: NaiveDate::parse_from_str(form.get("on"), "%Y-%m-%d").ok(),
    };
    let person = visitor.person()?;
    match visitor.site.app.prepare_workshop(person, &plan, form.command_id()).await {
        Ok(id) => Ok(go(&format!("/ateliers/{id}/console"))),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => {
                let notice = visitor.voice.say(&key);
                Ok(form_page(&visitor, &form, Some(&notice)))
            }
            other => Err(other),
        },
    }
}

async fn run(visitor: &Visitor, id: &str, form: &Form, command: Command) -> Answer {
    let workshop = run_by(visitor, id).await?;
    let person = visitor.person()?;
    let app = &visitor.site.app;
    let done = app.run_workshop(&workshop.workshop, person, command, form.command_id()).await;
    match done {
        Ok(_) => Ok(go(&format!("/ateliers/{}/console", workshop.workshop))),
        Err(WorkshopError::Command(CommandError::ByRule(reason))) => {
            Err(Problem::Refused(format!("workshop-{}", <&str>::from(Refusal::clone(&reason)))))
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST …/ouverture`.
#[handler]
pub async fn open(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let by = visitor.person()?.clone();
    run(&visitor, &id, &form, Command::Open { by }).await
}

/// `POST …/fermeture`.
#[handler]
pub async fn close(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let by = visitor.person()?.clone();
    run(&visitor, &id, &form, Command::Close { by }).await
}

/// `POST …/places`.
#[handler]
pub async fn add_places(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let by = visitor.person()?.clone();
    run(&visitor, &id, &form, Command::AddPlaces { by, places: MORE_PLACES }).await
}
