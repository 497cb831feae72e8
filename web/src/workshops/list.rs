//! `/ateliers`: preparing a workshop, and running it.

use app::access;
use app::engine::execute::CommandError;
use app::workshops::WorkshopError;
use app::workshops::role::Duty;
use domain::core::ids::WorkshopId;
use domain::workshops::workshop::{Act, Error as Refusal};
use maud::html;
use poem::handler;
use poem::web::Path;
use projections::workshops::workshop::{self, Workshop};

use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go, unless_set_aside};
use crate::shell::parts::moment;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How many places one tap adds.
const MORE_PLACES: u32 = 20;

/// A workshop, and what this visitor is to it.
pub(crate) async fn duty_in(visitor: &Visitor, id: &str) -> Result<(Workshop, Duty), Problem> {
    let id: WorkshopId = id.parse().map_err(|_| Problem::NotFound)?;
    let app = &visitor.site.app;
    let found = workshop::find(&app.db, &id).await?.ok_or(Problem::NotFound)?;
    let duty = app.duty(&visitor.viewer, &found).await?;
    if duty.sees {
        // Where its console is, people may mistype its code as often as they like.
        visitor.site.doors.is_hall(&visitor.address, &found.workshop);
    }
    if duty.runs || duty.sees {
        unless_set_aside(visitor, "workshop", id.as_str())?;
    }
    Ok((found, duty))
}

/// A workshop this visitor runs; for anyone else it does not exist.
pub(crate) async fn run_by(visitor: &Visitor, id: &str) -> Result<Workshop, Problem> {
    let (found, duty) = duty_in(visitor, id).await?;
    if duty.runs { Ok(found) } else { Err(Problem::NotFound) }
}

pub(crate) fn only_facilitators(visitor: &Visitor) -> Result<(), Problem> {
    visitor.person()?;
    if access::may_prepare(&visitor.viewer) { Ok(()) } else { Err(Problem::NotFound) }
}

/// My workshops.
#[handler]
pub async fn list(visitor: Visitor) -> Answer {
    let person = visitor.person()?;
    let workshops = workshop::run_by(&visitor.site.app.db, person).await?;
    // Whoever was handed a role finds it here, account or not.
    if workshops.is_empty() {
        only_facilitators(&visitor)?;
    }
    let prepares = access::may_prepare(&visitor.viewer);
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("workshops-title")) }
        @if prepares {
            p { a.button.primary href="/ateliers/nouveau" { (voice.say("workshops-new")) } }
        }
        @if workshops.is_empty() { p.empty { (voice.say("workshops-empty")) } }
        div.cards {
            @for one in &workshops {
                article.card {
                    h2 { a href={ "/ateliers/" (one.workshop) } { (one.title) } }
                    p.by {
                        span.badge { (voice.say(&format!("stage-{}", one.stage.word()))) }
                        " · " (voice.count("workshop-entered", one.entered))
                        @if let Some(on) = &one.on { " · " (moment::date(voice, on)) }
                    }
                }
            }
        }
    };
    Ok(Page::new(voice.say("workshops-title"), content).show(&visitor))
}

async fn run(visitor: &Visitor, id: &str, form: &Form, act: Act) -> Answer {
    visitor.person()?;
    let workshop = run_by(visitor, id).await?;
    let person = visitor.person()?;
    let app = &visitor.site.app;
    let done = app.run_workshop(&workshop.workshop, person, act, form.command_id()).await;
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
    visitor.person()?;
    let workshop = run_by(&visitor, &id).await?;
    let (app, by) = (&visitor.site.app, visitor.person()?);
    app.open_workshop(&workshop, by, form.command_id()).await?;
    Ok(go(&format!("/ateliers/{}/console", workshop.workshop)))
}

/// `POST …/fermeture`.
#[handler]
pub async fn close(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    run(&visitor, &id, &form, Act::Close).await
}

/// `POST …/places`.
#[handler]
pub async fn add_places(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    run(&visitor, &id, &form, Act::AddPlaces(MORE_PLACES)).await
}
