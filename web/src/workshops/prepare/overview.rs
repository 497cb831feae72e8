//! `/ateliers/{id}`: a workshop at a glance, before, during and after; and its kit.

use domain::workshops::script::What;
use maud::{Markup, html};
use poem::http::header;
use poem::{IntoResponse as _, Response};
use projections::core::content;
use projections::workshops::workshop::{Stage, Workshop};

use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::rights::{Runs, Sees};

/// The page.
pub async fn show(Sees { visitor, workshop, duty, .. }: Sees) -> Answer {
    let voice = &visitor.voice;
    let id = &workshop.workshop;
    let link = |to: &str, key: &str| html! { li { a.button href=(to) { (voice.say(key)) } } };
    let content = html! {
        p.over { a href=(address::workshops()) { (voice.say("workshops-title")) } }
        h1 { (workshop.title) }
        (facts(&visitor, &workshop).await?)
        p {
            a.button.primary href=(address::console(&workshop.workshop)) {
                (voice.say(if workshop.stage == Stage::Open { "overview-run" } else { "overview-console" }))
            }
        }
        @if duty.runs {
            section aria-labelledby="before" {
                h2 #before { (voice.say("overview-before")) }
                ul.links {
                    (link(&address::script(id), "arrange-title"))
                    (link(&address::roles(id), "roles-title"))
                    (link(&address::poster(id), "poster-title"))
                    (link(&address::printout(id), "sheet-title"))
                    li {
                        (field::form(&visitor, &address::rehearsal(&workshop.workshop), html! {
                            button type="submit" { (voice.say("overview-rehearse")) }
                        }))
                    }
                }
                p.small { (voice.say("overview-rehearse-help")) }
            }
        }
        section aria-labelledby="during" {
            h2 #during { (voice.say("overview-during")) }
            ul.links {
                @if duty.notes {
                    (link(&address::sheet(id), "sheet-capture"))
                    (link(&address::workshop_files(id), "files-title"))
                }
                li {
                    a.button href={ (address::screen(&workshop.code)) "?cle=" (workshop.screen_secret) } {
                        (voice.say("console-screen"))
                    }
                }
            }
        }
        section aria-labelledby="after" {
            h2 #after { (voice.say("overview-after")) }
            ul.links {
                @if let Some(note) = &workshop.live.synthesis {
                    li { a.button href=(address::note(note)) { (voice.say("overview-synthesis")) } }
                }
                @if duty.runs {
                    (link(&address::newsletter(id), "follow-title"))
                    (link(&address::room_mandates(id), "mandates-title"))
                    (link(&address::kit(id), "kit-take"))
                    li {
                        a.button href={ (address::new_workshop()) "?copie=" (workshop.workshop) } {
                            (voice.say("overview-copy"))
                        }
                    }
                }
                (link(&address::report(id), "report-title"))
                (link(&address::replay(id), "replay-title"))
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
    let group = match &details.community {
        Some(id) => {
            let groups = visitor.site.app.groups();
            groups.seen_by(id, visitor.viewer.person()).await?.map(|(group, _)| group)
        }
        None => None,
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
            @if let Some(group) = &group {
                li { a dir="auto" href=(address::community(&group.community)) { (crate::groups::list::name(voice, group)) } }
            }
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
    let mut found = Vec::new();
    for item in workshop.script.shown() {
        let own = match &item.words {
            Some(id) => content::find(&visitor.site.app.db, id).await?.title,
            None => String::new(),
        };
        let title = if own.is_empty() { voice.say(&item.what.word()) } else { own };
        found.push((title, item));
    }
    Ok(html! {
        ol.plan {
            @for (title, item) in &found {
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
pub async fn kit(Runs { visitor, workshop, .. }: Runs) -> Answer {
    let kit = visitor.site.app.workshops().kit_of(&workshop).await?;
    let response = Response::builder()
        .header(header::CONTENT_TYPE, "application/json; charset=utf-8")
        .header(header::CONTENT_DISPOSITION, "attachment; filename=\"trousse-atelier.json\"")
        .body(kit.written());
    Ok(response.into_response())
}

/// `POST …/repetition`: a copy, with simulated people in it.
pub async fn rehearse(Runs { visitor, workshop, .. }: Runs, form: Form) -> Answer {
    let title =
        visitor.voice.fill("overview-rehearsal-of", &[("title", workshop.title.as_str().into())]);
    let (app, by) = (&visitor.site.app, visitor.person()?);
    let copy = app.workshops().rehearse_workshop(&workshop, by, &title, form.command_id()).await?;
    Ok(go(&address::console(&copy)))
}
