//! `/ateliers/{id}/releve/{item}`: one line of the capture sheet: its words, what it is,
//! whose words they are, where it comes from; merged with another, left out, taken back.

use app::workshops::items::Change;
use domain::core::ids::{ItemId, NoteId, PersonId};
use domain::workshops::item::{ItemKind, Source};
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::notes::note;
use projections::workshops::item::{self, Item, Tree};
use projections::workshops::room;
use projections::workshops::workshop::Workshop;

use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::markdown::fragment;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{card, field};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::path::gather::KINDS;
use crate::workshops::rights::Keeps;

async fn found(visitor: &Visitor, workshop: &Workshop, item: &str) -> Result<Item, Problem> {
    let item: ItemId = item.parse().map_err(|_| Problem::NotFound)?;
    let found = item::find(&visitor.site.app.db, &workshop.workshop, &item).await?;
    found.ok_or(Problem::NotFound)
}

/// The page.
pub async fn show(Keeps { visitor, workshop, .. }: Keeps) -> Answer {
    let item = found(&visitor, &workshop, visitor.part("item")).await?;
    page(&visitor, &workshop, &item, None).await
}

async fn page(
    visitor: &Visitor,
    workshop: &Workshop,
    item: &Item,
    refused: Option<(&str, &str)>,
) -> Answer {
    let voice = &visitor.voice;
    let address = address::sheet(&workshop.workshop);
    let here = address::item(&workshop.workshop, &item.item);
    let (notice, words) = refused.map_or((None, item.words.as_str()), |(why, it)| (Some(why), it));
    let content = html! {
        p.over { a href={ (address) "?ligne=" (item.item) "#i-" (item.item) } { (voice.say("sheet-capture")) } }
        h1 { (fragment(&item.words, 80)) }
        @if item.gone { p.banner { (voice.say("line-gone")) } }
        (field::notice("words", notice))
        (field::form(visitor, &here, html! {
            (field::area_for(field::Paste::Words, ("words", &voice.say("line-words"), None), words, 3))
            (kinds(visitor, item))
            (people(visitor, workshop, item).await?)
            (notes(visitor, workshop, item).await?)
            button.primary type="submit" { (voice.say("line-save")) }
        }))
        (others(visitor, workshop, item).await?)
        @let (to, label) = if item.gone {
            (address::item_restored(&workshop.workshop, &item.item), "line-restore")
        } else {
            (address::item_dropped(&workshop.workshop, &item.item), "line-drop")
        };
        (field::form(visitor, &to, html! {
            button type="submit" { (voice.say(label)) }
        }))
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(Page::new(voice.say("line-title"), content).status(status).show(visitor))
}

fn kinds(visitor: &Visitor, item: &Item) -> Markup {
    let voice = &visitor.voice;
    html! {
        fieldset.chips {
            legend { (voice.say("capture-kind")) }
            @for kind in KINDS.into_iter().chain([ItemKind::Stage, ItemKind::Tool, ItemKind::Brake]) {
                label.chip {
                    input type="radio" name="kind" value=(kind.word()) checked[kind == item.kind];
                    span { (voice.say(&format!("item-{}", kind.word()))) }
                }
            }
        }
    }
}

/// Whose words: the room's, or someone's. A name is only shown in the synthesis when its
/// owner agrees to be quoted.
async fn people(visitor: &Visitor, workshop: &Workshop, item: &Item) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let people = room::present(&visitor.site.app.db, &workshop.workshop).await?;
    Ok(html! {
        div.field {
            label for="of" { (voice.say("line-of")) }
            p.help #of-help { (voice.say("line-of-help")) }
            select #of name="of" aria-describedby="of-help" {
                option value="" selected[item.of.is_none()] { (voice.say("line-of-nobody")) }
                @for person in &people {
                    option value=(person.person) selected[item.of.as_ref() == Some(&person.person)] {
                        (card::author(voice, &person.name))
                        @if person.quote { " (" (voice.say("line-agrees")) ")" }
                    }
                }
            }
        }
    })
}

/// The note a line comes from.
async fn notes(visitor: &Visitor, workshop: &Workshop, item: &Item) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let db = &visitor.site.app.db;
    let notes = note::of_workshop(db, &workshop.workshop, visitor.viewer.id()).await?;
    let linked = match &item.source {
        Source::Note(id) => Some(id),
        Source::Said
        | Source::Reaction { .. }
        | Source::Photo(_)
        | Source::Round(_)
        | Source::Canvas(_) => None,
    };
    Ok(html! {
        div.field {
            label for="source" { (voice.say("line-source")) }
            select #source name="source" {
                option value="" selected[linked.is_none()] { (voice.say("line-source-same")) }
                @for found in &notes {
                    option value=(found.note) selected[linked == Some(&found.note)] { (found.title) }
                }
            }
        }
    })
}

/// Another line it could be one with.
async fn others(visitor: &Visitor, workshop: &Workshop, item: &Item) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let items = item::of_workshop(&visitor.site.app.db, &workshop.workshop).await?;
    let tree = Tree::of(&items);
    let others: Vec<&Item> = items
        .iter()
        .filter(|other| !other.gone && !tree.is_under(&other.item, &item.item))
        .collect();
    Ok(html! {
        @if !others.is_empty() && !item.gone {
            (field::form(visitor, &address::item_merged(&workshop.workshop, &item.item), html! {
                div.field {
                    label for="into" { (voice.say("line-merge")) }
                    select #into name="into" {
                        @for other in others { option value=(other.item) { (fragment(&other.words, 80)) } }
                    }
                }
                button type="submit" { (voice.say("line-merge-button")) }
            }))
        }
    })
}

/// The sheet, at the line it is about.
fn back(workshop: &Workshop, item: &Item) -> poem::Response {
    go(&format!("{}?ligne={1}#i-{1}", address::sheet(&workshop.workshop), item.item))
}

/// `POST …/releve/{item}`: its words, what they are, whose.
pub async fn save(Keeps { visitor, person, workshop, .. }: Keeps, form: Form) -> Answer {
    let item = found(&visitor, &workshop, visitor.part("item")).await?;
    let (app, key) = (&visitor.site.app, form.command_id());
    let words = form.get("words");
    if words.trim() != item.words
        && let Err(error) = app.workshops().reword_item(&person, &item, words, key.clone()).await
    {
        return match Problem::from(error) {
            Problem::Refused(reason) => {
                let notice = visitor.voice.say(&reason);
                page(&visitor, &workshop, &item, Some((&notice, words))).await
            }
            other => Err(other),
        };
    }
    if let Ok(kind) = form.get("kind").parse() {
        let change = Change::Kind(kind);
        app.workshops().change_item(&person, &item, change, key.then("kind")).await?;
    }
    attribute(&visitor, &workshop, &item, &form).await?;
    Ok(back(&workshop, &item))
}

/// `POST …/releve/{item}/mise-de-cote`: out of the sheet, without being forgotten.
pub async fn set_aside(Keeps { visitor, person, workshop, .. }: Keeps, form: Form) -> Answer {
    let item = found(&visitor, &workshop, visitor.part("item")).await?;
    let change = Change::SetAside;
    visitor.site.app.workshops().change_item(&person, &item, change, form.command_id()).await?;
    Ok(back(&workshop, &item))
}

/// `POST …/releve/{item}/retour`: in the sheet again.
pub async fn bring_back(Keeps { visitor, person, workshop, .. }: Keeps, form: Form) -> Answer {
    let item = found(&visitor, &workshop, visitor.part("item")).await?;
    let change = Change::BringBack;
    visitor.site.app.workshops().change_item(&person, &item, change, form.command_id()).await?;
    Ok(back(&workshop, &item))
}

/// `POST …/releve/{item}/fusion`: one line with another, which is not under it.
pub async fn merge(Keeps { visitor, person, workshop, .. }: Keeps, form: Form) -> Answer {
    let item = found(&visitor, &workshop, visitor.part("item")).await?;
    let into = found(&visitor, &workshop, form.get("into")).await?.item;
    let app = &visitor.site.app;
    let items = item::of_workshop(&app.db, &workshop.workshop).await?;
    if Tree::of(&items).is_under(&into, &item.item) {
        return Err(Problem::Refused("item-itself".to_owned()));
    }
    let change = Change::MergeInto(into);
    app.workshops().change_item(&person, &item, change, form.command_id()).await?;
    Ok(back(&workshop, &item))
}

/// Whose words, and which note: people and notes of this workshop only.
async fn attribute(
    visitor: &Visitor,
    workshop: &Workshop,
    item: &Item,
    form: &Form,
) -> Result<(), Problem> {
    let by = visitor.person()?.clone();
    let app = &visitor.site.app;
    let to: Option<PersonId> = form.get("of").parse().ok();
    if let Some(person) = &to {
        room::find(&app.db, &workshop.workshop, person).await?.ok_or(Problem::NotFound)?;
    }
    let change = Change::SaidBy(to);
    app.workshops().change_item(&by, item, change, form.command_id().then("of")).await?;
    if let Ok(id) = form.get("source").parse::<NoteId>() {
        app.note_for(&visitor.viewer, &id).await?.ok_or(Problem::NotFound)?;
        let change = Change::From(Source::Note(id));
        app.workshops().change_item(&by, item, change, form.command_id().then("source")).await?;
    }
    Ok(())
}
