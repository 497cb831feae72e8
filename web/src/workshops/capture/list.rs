//! `/ateliers/{id}/releve`: the sheet of a workshop, with its photos and what people said elsewhere
//! in the room.

use domain::groups::item::{Sheet, Source};
use maud::{Markup, html};
use projections::core::content;
use projections::groups::item::{self, Item};
use projections::workshops::room;
use projections::workshops::workshop::Workshop;

use super::{desk, photos};
use crate::groups::sheet::list::{self, Around};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{card, field};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::rights::Keeps;

/// The sheet.
pub async fn show(keeps: Keeps) -> Answer {
    page(&keeps, None).await
}

async fn page(keeps: &Keeps, refused: Option<(&str, &str)>) -> Answer {
    let Keeps { visitor, workshop, .. } = keeps;
    let app = &visitor.site.app;
    let items = item::of_sheet(&app.db, &Sheet::from(&workshop.workshop)).await?;
    let runs = app.workshops().duty(&visitor.viewer, workshop).await?.runs;
    let around = Around {
        before: html! {
            (photos::section(visitor, workshop).await?)
            (to_take_up(visitor, workshop, &items).await?)
        },
        after: html! {
            @if runs {
                p.small { a href=(address::words_erased(&workshop.workshop)) { (visitor.voice.say("erase-said-open")) } }
            }
        },
    };
    list::page(&desk(keeps), &items, around, refused).await
}

/// What people said elsewhere in the workshop, one tap away from the sheet.
async fn to_take_up(
    visitor: &Visitor,
    workshop: &Workshop,
    items: &[Item],
) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let db = &visitor.site.app.db;
    let taken = |source: &Source| items.iter().any(|item| item.source == *source);
    let mut sources: Vec<(Source, String, String)> = Vec::new();
    for participant in room::present(db, &workshop.workshop).await? {
        let source = Source::Round(participant.person.clone());
        let Some(id) = participant.remembered.sketch.filter(|_| !taken(&source)) else { continue };
        let reason =
            content::find(db, &id).await?.body.lines().next().unwrap_or_default().to_owned();
        if !reason.is_empty() {
            sources.push((source, reason, card::author(voice, &participant.name)));
        }
    }
    for reaction in room::reactions(db, &workshop.workshop).await? {
        let source =
            Source::Reaction { person: reaction.person.clone(), note: reaction.note.clone() };
        if taken(&source) {
            continue;
        }
        // Only the titles the note keeper may read.
        let readable = visitor.site.app.note_for(&visitor.viewer, &reaction.note).await?;
        let Some((found, _)) = readable else { continue };
        let words = voice.fill(
            &format!("capture-reaction-{}", reaction.reaction.word()),
            &[("title", found.title.as_str().into())],
        );
        sources.push((source, words, String::new()));
    }
    Ok(html! {
        @if !sources.is_empty() {
            details {
                summary { (voice.count("capture-to-take-up", i64::try_from(sources.len()).unwrap_or(0))) }
                ul.plain {
                    @for (source, words, who) in &sources {
                        li {
                            (field::form_in("row", visitor, &address::sheet(&workshop.workshop), html! {
                                input type="hidden" name="source" value=(serde_json::to_string(source).unwrap_or_default());
                                input type="hidden" name="words" value=(words);
                                input type="hidden" name="kind" value="need";
                                span { (words) @if !who.is_empty() { " — " (who) } }
                                button type="submit" aria-label=(voice.fill("capture-take-up-this", &[("words", words.as_str().into())])) {
                                    (voice.say("capture-take-up"))
                                }
                            }))
                        }
                    }
                }
            }
        }
    })
}

/// Where a line says it comes from, when it is somewhere in this workshop.
async fn source(visitor: &Visitor, workshop: &Workshop, form: &Form) -> Result<Source, Problem> {
    let Some(text) = form.maybe("source") else { return Ok(Source::Said) };
    let source: Source = serde_json::from_str(text).map_err(|_| Problem::NotFound)?;
    let db = &visitor.site.app.db;
    let here = match &source {
        Source::Round(person) => room::find(db, &workshop.workshop, person).await?.is_some(),
        Source::Reaction { person, note } => room::reactions(db, &workshop.workshop)
            .await?
            .iter()
            .any(|it| it.person == *person && it.note == *note),
        Source::Photo(photo) => {
            visitor.site.app.workshops().photos(&workshop.workshop).await?.contains(photo)
        }
        Source::Said | Source::Note(_) | Source::Canvas(_) => false,
    };
    if here { Ok(source) } else { Err(Problem::NotFound) }
}

/// `POST …/releve`: keeps one line, or as many as were pasted.
pub async fn add(keeps: Keeps, form: Form) -> Answer {
    let source = source(&keeps.visitor, &keeps.workshop, &form).await?;
    match list::add(&desk(&keeps), source, &form).await? {
        Ok(address) => Ok(go(&address)),
        Err(notice) => page(&keeps, Some((&notice, form.get("words")))).await,
    }
}
