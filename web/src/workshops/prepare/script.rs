//! `/ateliers/{id}/deroule`: the items of a workshop, to be moved, hidden, reworded, timed;
//! and exercise cards put between them. Every gesture keeps the whole form.

use domain::core::ids::WorkshopId;
use domain::workshops::script::{Card, Item, Script, What};
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::core::content::{self, Content};
use projections::workshops::workshop::Workshop;
use strum::VariantArray as _;

use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Paste};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::rights::Runs;

/// The longest one item may last here, in minutes.
const LONGEST: i64 = 720;

/// The items and the words the facilitator gave them.
async fn current(visitor: &Visitor, workshop: &Workshop) -> Result<Vec<(Item, Content)>, Problem> {
    let mut found = Vec::with_capacity(workshop.script.items.len());
    for item in &workshop.script.items {
        let words = match &item.words {
            Some(id) => content::find(&visitor.site.app.db, id).await?,
            None => Content::default(),
        };
        found.push((item.clone(), words));
    }
    Ok(found)
}

/// The page.
pub async fn show(Runs { visitor, workshop, .. }: Runs) -> Answer {
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
    let id = &workshop.workshop;
    let lasts: u32 = items
        .iter()
        .filter(|(item, _)| !item.hidden)
        .fold(0, |sum: u32, (item, _)| sum.saturating_add(item.lasts()));
    let content = html! {
        p.over { a href=(address::workshop(id)) { (workshop.title) } }
        h1 { (voice.say("arrange-title")) }
        p.lead { (voice.fill("arrange-lasts", &[("time", voice.lasting(i64::from(lasts.div_ceil(60))).into())])) }
        @if visitor.query.maybe("fait").is_some() && notice.is_none() {
            p.banner role="status" { (voice.say("arrange-saved")) }
        }
        (field::notice("arrange", notice))
        (field::form(visitor, &address::script(id), html! {
            ol.items {
                @for (at, (item, words)) in items.iter().enumerate() {
                    li { (row(visitor, id, (at, items.len()), item, words)) }
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
                button type="submit" formaction=(address::script_added(id)) { (voice.say("arrange-add-button")) }
            }
            div.sticky.row {
                button.primary type="submit" { (voice.say("arrange-save")) }
                button.quiet type="submit" formaction=(address::script_reset(id)) { (voice.say("arrange-reset")) }
            }
        }))
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(voice.say("arrange-title"), content).status(status).show(visitor)
}

fn row(
    visitor: &Visitor,
    id: &WorkshopId,
    (at, count): (usize, usize),
    item: &Item,
    words: &Content,
) -> Markup {
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
                    button type="submit" formaction=(address::script_up(id, at))
                        aria-label=(voice.fill("arrange-up", &[("what", ours.as_str().into())])) { "↑" }
                }
                @if at + 1 < count {
                    button type="submit" formaction=(address::script_down(id, at))
                        aria-label=(voice.fill("arrange-down", &[("what", ours.as_str().into())])) { "↓" }
                }
                @if matches!(item.what, What::Card(_)) {
                    button.quiet type="submit" formaction=(address::script_out(id, at)) {
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
fn from_form(form: &Form) -> Items {
    let mut found = Vec::new();
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
        found.push((item, Content { title, body, summary: String::new() }));
    }
    found
}

/// The items of a script and what is said of each, in order.
type Items = Vec<(Item, Content)>;

/// `POST …/deroule`: as they are.
pub async fn arrange(runs: Runs, form: Form) -> Answer {
    keep(runs, &form, Some).await
}

/// `POST …/deroule/ajout`: with one more card, at the end.
pub async fn add(runs: Runs, form: Form) -> Answer {
    let card: Card = form.get("card").parse().map_err(|_| Problem::NotFound)?;
    keep(runs, &form, |mut items| {
        let item = Item { counts: false, ..Item::new(What::Card(card), card.usually()) };
        items.push((item, Content::default()));
        Some(items)
    })
    .await
}

/// `POST …/deroule/remise`: as the script was when it was chosen.
pub async fn reset(runs: Runs, form: Form) -> Answer {
    let script = Script::of(&runs.workshop.script.name, runs.workshop.script.version);
    let items = script.items.iter().map(|item| (item.clone(), Content::default())).collect();
    keep(runs, &form, |_| Some(items)).await
}

/// `POST …/deroule/{at}/montee`: one place earlier.
pub async fn move_up(runs: Runs, form: Form) -> Answer {
    let at: usize = runs.visitor.id("at")?;
    swap(runs, &form, at.checked_sub(1)).await
}

/// `POST …/deroule/{at}/descente`: one place later.
pub async fn move_down(runs: Runs, form: Form) -> Answer {
    let at = runs.visitor.id("at")?;
    swap(runs, &form, Some(at)).await
}

/// `POST …/deroule/{at}/retrait`: without this one.
pub async fn take_out(runs: Runs, form: Form) -> Answer {
    let at: usize = runs.visitor.id("at")?;
    keep(runs, &form, |mut items| {
        (at < items.len()).then(|| {
            items.remove(at);
            items
        })
    })
    .await
}

/// With the item at `at` and the next one in each other's place.
async fn swap(runs: Runs, form: &Form, at: Option<usize>) -> Answer {
    keep(runs, form, |mut items| {
        let (at, next) = (at?, at?.checked_add(1)?);
        (next < items.len()).then(|| {
            items.swap(at, next);
            items
        })
    })
    .await
}

/// Keeps what a form holds, once `change` was made to it; none when there is nothing to change.
async fn keep(
    Runs { visitor, person, workshop, .. }: Runs,
    form: &Form,
    change: impl FnOnce(Items) -> Option<Items>,
) -> Answer {
    let items = change(from_form(form)).ok_or(Problem::NotFound)?;
    let words: Vec<(usize, String, String)> = items
        .iter()
        .enumerate()
        .filter(|(_, (_, words))| !words.title.trim().is_empty() || !words.body.trim().is_empty())
        .map(|(at, (_, words))| (at, words.title.clone(), words.body.clone()))
        .collect();
    let arranged: Vec<Item> = items.iter().map(|(item, _)| item.clone()).collect();
    let script = (workshop.script.reference(), arranged);
    let (app, key) = (&visitor.site.app, form.command_id());
    let done =
        app.workshops().arrange_workshop(&workshop.workshop, &person, script, &words, key).await;
    match done {
        Ok(_) => Ok(go(&format!("{}?fait=1", address::script(&workshop.workshop)))),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => {
                let notice = visitor.voice.say(&key);
                Ok(page(&visitor, &workshop, &items, Some(&notice)))
            }
            other => Err(other),
        },
    }
}
