//! `/ateliers/{id}/deroule`: the items of a workshop, to be moved, hidden, reworded, timed;
//! and exercise cards put between them. Every gesture keeps the whole form.

use domain::workshops::script::{Card, Item, Script, What};
use maud::{Markup, html};
use poem::handler;
use poem::http::StatusCode;
use poem::web::Path;
use projections::core::content::{self, Content};
use projections::workshops::workshop::Workshop;
use strum::VariantArray as _;

use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Paste};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::list::run_by;

/// The longest one item may last here, in minutes.
const LONGEST: i64 = 720;

/// The items and the words the facilitator gave them.
async fn current(visitor: &Visitor, workshop: &Workshop) -> Result<Vec<(Item, Content)>, Problem> {
    let mut told = Vec::with_capacity(workshop.script.items.len());
    for item in &workshop.script.items {
        let words = match &item.words {
            Some(id) => content::find(&visitor.site.app.db, id).await?,
            None => Content::default(),
        };
        told.push((item.clone(), words));
    }
    Ok(told)
}

/// The page.
#[handler]
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let workshop = run_by(&visitor, &id).await?;
    let items = current(&visitor, &workshop).await?;
    Ok(page(&visitor, &workshop, &items, None))
}

fn page(
    visitor: &Visitor,
    workshop: &Workshop,
    items: &[(Item, Content)],
    notice: Option<&str>,
) -> poem::Response {
    let voice = &visitor.voice;
    let address = format!("/ateliers/{}", workshop.workshop);
    let lasts: u32 = items
        .iter()
        .filter(|(item, _)| !item.hidden)
        .fold(0, |sum: u32, (item, _)| sum.saturating_add(item.lasts()));
    let content = html! {
        p.over { a href=(address) { (workshop.title) } }
        h1 { (voice.say("arrange-title")) }
        p.lead { (voice.tell("arrange-lasts", &[("time", voice.lasting(i64::from(lasts.div_ceil(60))).into())])) }
        @if visitor.query.maybe("fait").is_some() && notice.is_none() {
            p.banner role="status" { (voice.say("arrange-saved")) }
        }
        (field::notice("arrange", notice))
        form novalidate method="post" action={ (address) "/deroule" } {
            (field::key(visitor))
            ol.items {
                @for (at, (item, words)) in items.iter().enumerate() {
                    li { (row(visitor, at, items.len(), item, words)) }
                }
            }
            fieldset.panel {
                legend { (voice.say("arrange-add")) }
                label for="card" { (voice.say("arrange-card")) }
                select #card name="card" {
                    @for card in Card::VARIANTS {
                        option value=(card.word()) {
                            (voice.say(&format!("card-{}", card.word()))) " ("
                            (voice.lasting(i64::from(card.usually() / 60))) ")"
                        }
                    }
                }
                button type="submit" name="gesture" value="add" { (voice.say("arrange-add-button")) }
            }
            div.sticky.row {
                button.primary type="submit" name="gesture" value="save" { (voice.say("arrange-save")) }
                button.quiet type="submit" name="gesture" value="reset" { (voice.say("arrange-reset")) }
            }
        }
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(voice.say("arrange-title"), content).status(status).show(visitor)
}

fn row(visitor: &Visitor, at: usize, count: usize, item: &Item, words: &Content) -> Markup {
    let voice = &visitor.voice;
    let ours = voice.say(&item.what.word());
    let field = |name: &str| format!("{name}-{at}");
    let minutes = item.seconds.div_ceil(60);
    html! {
        fieldset.script-item.script-aside[item.hidden] {
            legend { (if words.title.is_empty() { ours.as_str() } else { words.title.as_str() }) }
            input type="hidden" name="what" value=(item.what.word());
            input type="hidden" name=(field("seconds")) value=(item.seconds);
            input type="hidden" name=(field("counts")) value=(if item.counts { "1" } else { "0" });
            input type="hidden" name=(field("times")) value=(item.times);
            div.row {
                label for=(field("minutes")) { (voice.say("arrange-minutes")) }
                input.script-minutes id=(field("minutes")) type="number" min="0" max=(LONGEST)
                    name=(field("minutes")) value=(minutes);
                label.check {
                    input type="checkbox" name=(field("hidden")) value="1" checked[item.hidden];
                    span { (voice.say("arrange-hide")) }
                }
                @if at > 0 {
                    button type="submit" name="gesture" value={ "up-" (at) }
                        aria-label=(voice.tell("arrange-up", &[("what", ours.as_str().into())])) { "↑" }
                }
                @if at + 1 < count {
                    button type="submit" name="gesture" value={ "down-" (at) }
                        aria-label=(voice.tell("arrange-down", &[("what", ours.as_str().into())])) { "↓" }
                }
                @if matches!(item.what, What::Card(_)) {
                    button.quiet type="submit" name="gesture" value={ "out-" (at) } {
                        (voice.say("arrange-out"))
                    }
                }
            }
            details open[!words.title.is_empty() || !words.body.is_empty()] {
                summary { (voice.say("arrange-words")) }
                div.field {
                    label for=(field("title")) { (voice.say("arrange-own-title")) }
                    input id=(field("title")) type="text" name=(field("title")) value=(words.title);
                }
                (field::area_for(Paste::Words, (&field("say"), &voice.say("arrange-say"), Some(&voice.say(&format!("{}-help", item.what.word())))), &words.body, 3))
            }
        }
    }
}

/// The items as a form holds them, in the order it holds them.
fn from_form(form: &Form) -> Vec<(Item, Content)> {
    let mut told = Vec::new();
    for (at, word) in form.all("what").enumerate() {
        let Some(what) = What::of(word) else { continue };
        let field = |name: &str| form.get(&format!("{name}-{at}"));
        let number = |name: &str| field(name).parse::<u32>().ok();
        let seconds = number("seconds").unwrap_or(60);
        let minutes = number("minutes").unwrap_or(seconds.div_ceil(60));
        // Twenty seconds shown as one minute stay twenty seconds.
        let changed = minutes != seconds.div_ceil(60);
        let kept = if changed { minutes.saturating_mul(60) } else { seconds };
        let item = Item {
            counts: field("counts") != "0",
            hidden: field("hidden") == "1",
            times: number("times").unwrap_or(1),
            ..Item::new(what, kept)
        };
        let (title, body) = (field("title").to_owned(), field("say").to_owned());
        told.push((item, Content { title, body, summary: String::new() }));
    }
    told
}

/// `POST …/deroule`.
#[handler]
pub async fn arrange(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    visitor.person()?;
    let workshop = run_by(&visitor, &id).await?;
    let mut items = from_form(&form);
    let gesture = form.get("gesture");
    if let Some((way, at)) = gesture.split_once('-') {
        let at: usize = at.parse().map_err(|_| Problem::NotFound)?;
        match way {
            "up" if at > 0 && at < items.len() => items.swap(at - 1, at),
            "down" if at + 1 < items.len() => items.swap(at, at + 1),
            "out" if at < items.len() => {
                items.remove(at);
            }
            _ => return Err(Problem::NotFound),
        }
    }
    match gesture {
        "add" => {
            let card: Card = form.get("card").parse().map_err(|_| Problem::NotFound)?;
            let item = Item { counts: false, ..Item::new(What::Card(card), card.usually()) };
            items.push((item, Content::default()));
        }
        "reset" => {
            let script = Script::of(&workshop.script.name, workshop.script.version);
            items = script.items.iter().map(|item| (item.clone(), Content::default())).collect();
        }
        _ => {}
    }
    let words: Vec<(usize, String, String)> = items
        .iter()
        .enumerate()
        .filter(|(_, (_, words))| !words.title.trim().is_empty() || !words.body.trim().is_empty())
        .map(|(at, (_, words))| (at, words.title.clone(), words.body.clone()))
        .collect();
    let arranged: Vec<Item> = items.iter().map(|(item, _)| item.clone()).collect();
    let script = (workshop.script.reference(), arranged);
    let (app, by) = (&visitor.site.app, visitor.person()?);
    let done =
        app.arrange_workshop(&workshop.workshop, by, script, &words, form.command_id()).await;
    match done {
        Ok(_) => Ok(go(&format!("/ateliers/{}/deroule?fait=1", workshop.workshop))),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => {
                let notice = visitor.voice.say(&key);
                Ok(page(&visitor, &workshop, &items, Some(&notice)))
            }
            other => Err(other),
        },
    }
}
