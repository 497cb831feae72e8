//! `/ateliers/{id}/releve/{item}`: one line of the sheet of a workshop: besides what any line has,
//! whose words it is and which note it comes from.

use app::groups::items::Change;
use domain::core::ids::{NoteId, PersonId};
use domain::groups::item::Source;
use maud::{Markup, html};
use projections::groups::item::Item;
use projections::notes::note;
use projections::workshops::room;
use projections::workshops::workshop::Workshop;

use super::desk;
use crate::groups::sheet::line;
use crate::shell::form::Form;
use crate::shell::page::Answer;
use crate::shell::parts::card;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::rights::Keeps;

/// The page.
pub async fn show(keeps: Keeps) -> Answer {
    let item = desk(&keeps).found(keeps.visitor.part("item")).await?;
    page(&keeps, &item, None).await
}

async fn page(keeps: &Keeps, item: &Item, refused: Option<(&str, &str)>) -> Answer {
    let Keeps { visitor, workshop, .. } = keeps;
    let more = html! {
        (people(visitor, workshop, item).await?)
        (notes(visitor, workshop, item).await?)
    };
    line::page(&desk(keeps), item, more, refused).await
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

/// `POST …/releve/{item}`: its words, what they are, whose.
pub async fn save(keeps: Keeps, form: Form) -> Answer {
    let desk = desk(&keeps);
    let item = desk.found(keeps.visitor.part("item")).await?;
    if let Err(notice) = line::save(&desk, &item, &form).await? {
        return page(&keeps, &item, Some((&notice, form.get("words")))).await;
    }
    attribute(&keeps.visitor, &keeps.workshop, &item, &form).await?;
    Ok(line::back(&desk, &item))
}

/// `POST …/releve/{item}/mise-de-cote`: out of the sheet, without being forgotten.
pub async fn set_aside(keeps: Keeps, form: Form) -> Answer {
    line::change(&desk(&keeps), Change::SetAside, &form).await
}

/// `POST …/releve/{item}/retour`: in the sheet again.
pub async fn bring_back(keeps: Keeps, form: Form) -> Answer {
    line::change(&desk(&keeps), Change::BringBack, &form).await
}

/// `POST …/releve/{item}/fusion`: one line with another, which is not under it.
pub async fn merge(keeps: Keeps, form: Form) -> Answer {
    line::merge(&desk(&keeps), &form).await
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
    app.groups().change_item(&by, item, change, form.command_id().then("of")).await?;
    if let Ok(id) = form.get("source").parse::<NoteId>() {
        app.note_for(&visitor.viewer, &id).await?.ok_or(Problem::NotFound)?;
        let change = Change::From(Source::Note(id));
        app.groups().change_item(&by, item, change, form.command_id().then("source")).await?;
    }
    Ok(())
}
