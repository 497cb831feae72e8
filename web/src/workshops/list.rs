//! `/ateliers`: preparing a workshop, and running it.

use app::access;
use domain::workshops::workshop::Act;
use maud::html;
use projections::workshops::workshop::{self};

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::moment;
use crate::shell::problem::Problem;
use crate::workshops::rights::Runs;

/// How many places one tap adds.
const MORE_PLACES: u32 = 20;

/// My workshops.
pub async fn list(Known { visitor, person }: Known) -> Answer {
    let workshops = workshop::run_by(&visitor.site.app.db, &person).await?;
    // Whoever was handed a role finds it here, account or not.
    let prepares = access::may_prepare(&visitor.viewer);
    if workshops.is_empty() && !prepares {
        return Err(Problem::NotFound);
    }
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("workshops-title")) }
        @if prepares {
            p { a.button.primary href=(address::new_workshop()) { (voice.say("workshops-new")) } }
        }
        @if workshops.is_empty() { p.empty { (voice.say("workshops-empty")) } }
        div.cards {
            @for workshop in &workshops {
                article.card {
                    h2 { a href=(address::workshop(&workshop.workshop)) { (workshop.title) } }
                    p.by {
                        span.badge { (voice.say(&format!("stage-{}", workshop.stage.word()))) }
                        " · " (voice.count("workshop-entered", workshop.entered))
                        @if let Some(on) = &workshop.on { " · " (moment::date(voice, on)) }
                    }
                }
            }
        }
    };
    Ok(Page::new(voice.say("workshops-title"), content).show(&visitor))
}

async fn run(runs: Runs, form: &Form, act: Act) -> Answer {
    runs.run(act, form.command_id()).await?;
    Ok(go(&address::console(&runs.workshop.workshop)))
}

/// `POST …/ouverture`.
pub async fn open(Runs { visitor, person, workshop, .. }: Runs, form: Form) -> Answer {
    visitor.site.app.workshops().open_workshop(&workshop, &person, form.command_id()).await?;
    Ok(go(&address::console(&workshop.workshop)))
}

/// `POST …/fermeture`.
pub async fn close(runs: Runs, form: Form) -> Answer {
    run(runs, &form, Act::Close).await
}

/// `POST …/places`.
pub async fn add_places(runs: Runs, form: Form) -> Answer {
    run(runs, &form, Act::AddPlaces(MORE_PLACES)).await
}
