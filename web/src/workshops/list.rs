//! `/ateliers`: preparing a workshop, and running it.

use app::access;
use domain::workshops::workshop::Act;
use maud::{Markup, html};
use projections::workshops::workshop::{self, Workshop};

use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::moment;
use crate::shell::voice::Voice;
use crate::workshops::rights::Runs;

/// How many places one tap adds.
const MORE_PLACES: u32 = 20;

/// How many stories are listed.
const STORIES: i64 = 30;

/// How many workshops where one took part are listed.
const ENTERED: i64 = 60;

/// Mine, those where I took part, then those whose story anyone may read.
pub async fn list(Anyone(visitor): Anyone) -> Answer {
    let db = &visitor.site.app.db;
    // Whoever was handed a role finds it here, account or not.
    let own = match visitor.viewer.person() {
        Some(person) => workshop::run_by(db, person).await?,
        None => vec![],
    };
    let mut entered = match visitor.viewer.person() {
        Some(person) => workshop::entered_by(db, person, ENTERED).await?,
        None => vec![],
    };
    entered.retain(|workshop| own.iter().all(|it| it.workshop != workshop.workshop));
    let stories = workshop::with_story(db, STORIES).await?;
    let prepares = access::may_prepare(&visitor.viewer);
    let runs = prepares || !own.is_empty();
    let voice = &visitor.voice;
    let title = voice.say(if runs { "workshops-title" } else { "nav-workshops" });
    let content = html! {
        h1 { (title) }
        @if prepares {
            p { a.button.primary href=(address::new_workshop()) { (voice.say("workshops-new")) } }
        }
        @if runs && own.is_empty() { p.empty { (voice.say("workshops-empty")) } }
        @if !runs {
            p.lead { (voice.say("workshops-lead")) }
            p { a.button.primary href=(address::codes()) { (icon::draw(Icon::Key)) (voice.say("nav-code")) } }
        }
        div.cards {
            @for workshop in &own {
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
        @if !entered.is_empty() {
            section aria-labelledby="entered" {
                h2 #entered { (voice.say("workshops-entered")) }
                ul.plain { @for workshop in &entered {
                    li {
                        a href=(address::path(&workshop.code)) { (workshop.title) }
                        @if let Some(on) = &workshop.on { " · " (moment::date(voice, on)) }
                    }
                } }
            }
        }
        @if !stories.is_empty() {
            section aria-labelledby="told" {
                h2 #told { (voice.say("workshops-told")) }
                div.cards { @for workshop in &stories { (story_card(voice, workshop)) } }
            }
        }
    };
    Ok(Page::new(title, content).show(&visitor))
}

fn story_card(voice: &Voice, workshop: &Workshop) -> Markup {
    html! {
        article.card {
            h3 { a href=(address::story(&workshop.workshop)) { (workshop.title) } }
            p.by { (moment::day(voice, workshop.closed_at)) }
        }
    }
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
