//! `/ateliers/{id}`: a workshop at a glance, before, during and after; and its kit.

use domain::workshops::script::What;
use maud::{Markup, html};
use poem::http::header;
use poem::web::Path;
use poem::{IntoResponse as _, Response, handler};
use projections::core::content;
use projections::workshops::workshop::{Stage, Workshop};

use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;
use crate::shell::parts::moment;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::list::{duty_in, run_by};

/// The page.
#[handler]
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let (workshop, duty) = duty_in(&visitor, &id).await?;
    if !duty.sees {
        return Err(Problem::NotFound);
    }
    let voice = &visitor.voice;
    let address = format!("/ateliers/{}", workshop.workshop);
    let link = |to: &str, key: &str| html! { li { a.button href={ (address) (to) } { (voice.say(key)) } } };
    let content = html! {
        p.over { a href="/ateliers" { (voice.say("workshops-title")) } }
        h1 { (workshop.title) }
        (facts(&visitor, &workshop).await?)
        p {
            a.button.primary href={ (address) "/console" } {
                (voice.say(if workshop.stage == Stage::Open { "overview-run" } else { "overview-console" }))
            }
        }
        @if duty.runs {
            section aria-labelledby="before" {
                h2 #before { (voice.say("overview-before")) }
                ul.links {
                    (link("/deroule", "arrange-title"))
                    (link("/roles", "roles-title"))
                    (link("/feuille", "sheet-title"))
                    li {
                        form novalidate method="post" action={ (address) "/repetition" } {
                            (field::key(&visitor))
                            button type="submit" { (voice.say("overview-rehearse")) }
                        }
                    }
                }
                p.small { (voice.say("overview-rehearse-help")) }
            }
        }
        section aria-labelledby="during" {
            h2 #during { (voice.say("overview-during")) }
            ul.links {
                @if duty.notes { (link("/releve", "sheet-capture")) }
                li {
                    a.button href={ "/a/" (workshop.code) "/ecran?cle=" (workshop.screen_secret) } {
                        (voice.say("console-screen"))
                    }
                }
            }
        }
        section aria-labelledby="after" {
            h2 #after { (voice.say("overview-after")) }
            ul.links {
                @if let Some(note) = &workshop.live.synthesis {
                    li { a.button href={ "/notes/" (note) } { (voice.say("overview-synthesis")) } }
                }
                @if duty.runs {
                    (link("/suivi", "follow-title"))
                    (link("/trousse", "kit-take"))
                    li {
                        a.button href={ "/ateliers/nouveau?copie=" (workshop.workshop) } {
                            (voice.say("overview-copy"))
                        }
                    }
                }
                (link("/bilan", "report-title"))
                (link("/rejouer", "replay-title"))
            }
        }
        section aria-labelledby="items" {
            h2 #items { (voice.say("overview-items")) }
            (items(&visitor, &workshop).await?)
        }
    };
    Ok(Page::new(workshop.title.clone(), content).show(&visitor))
}

async fn facts(visitor: &Visitor, workshop: &Workshop) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let details = &workshop.live.details;
    let words = match &details.content {
        Some(id) => content::find(&visitor.site.app.db, id).await?,
        None => content::Content::default(),
    };
    let minutes = i64::from(workshop.script.lasts().div_ceil(60));
    Ok(html! {
        ul.facts {
            li { span.badge { (voice.say(&format!("stage-{}", workshop.stage.word()))) } }
            li { (voice.say(&format!("script-{}", workshop.script.name))) ", " (voice.lasting(minutes)) }
            @if let Some(at) = details.starts_at {
                li { (moment::moment(voice, at)) }
            } @else if let Some(on) = &workshop.on {
                li { (moment::date(voice, on)) }
            }
            li { (voice.say(&format!("plan-mode-{}", details.mode.word()))) }
            @if !words.title.is_empty() { li { (words.title) } }
            @if !words.summary.is_empty() { li { (words.summary) } }
            li { (voice.count("plan-count-places", workshop.places)) }
            @if let Some(goal) = details.goal { li { (voice.count("plan-count-goal", i64::from(goal))) } }
            @if details.rehearsal { li { (voice.say("overview-is-rehearsal")) } }
        }
    })
}

/// The items, in order, each with its time.
pub(super) async fn items(visitor: &Visitor, workshop: &Workshop) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let mut told = Vec::new();
    for item in workshop.script.shown() {
        let own = match &item.words {
            Some(id) => content::find(&visitor.site.app.db, id).await?.title,
            None => String::new(),
        };
        let title = if own.is_empty() { voice.say(&item.what.word()) } else { own };
        told.push((title, item));
    }
    Ok(html! {
        ol.plan {
            @for (title, item) in &told {
                // A step has the number people see on their phones; an exercise of the whole
                // room has none.
                @let number = item.step().and_then(|step| workshop.script.number(step));
                li.whole-room[number.is_none()] value=[number] {
                    strong { (title) } " "
                    @if item.seconds >= 60 {
                        (voice.lasting(i64::from(item.lasts().div_ceil(60))))
                    }
                    @if matches!(item.what, What::Card(_)) { " · " (voice.say("overview-card")) }
                }
            }
        }
    })
}

/// `/ateliers/{id}/trousse`: the kit, as a file.
#[handler]
pub async fn kit(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let workshop = run_by(&visitor, &id).await?;
    let kit = visitor.site.app.kit_of(&workshop).await?;
    let response = Response::builder()
        .header(header::CONTENT_TYPE, "application/json; charset=utf-8")
        .header(header::CONTENT_DISPOSITION, "attachment; filename=\"trousse-atelier.json\"")
        .body(kit.written());
    Ok(response.into_response())
}

/// `POST …/repetition`: a copy, with simulated people in it.
#[handler]
pub async fn rehearse(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    visitor.person()?;
    let workshop = run_by(&visitor, &id).await?;
    let title =
        visitor.voice.tell("overview-rehearsal-of", &[("title", workshop.title.as_str().into())]);
    let (app, by) = (&visitor.site.app, visitor.person()?);
    let copy = app.rehearse_workshop(&workshop, by, &title, form.command_id()).await?;
    Ok(go(&format!("/ateliers/{copy}/console")))
}
