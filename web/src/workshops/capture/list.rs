//! `/ateliers/{id}/releve`: the capture sheet. One line, Enter, the next one; a label or a
//! letter says what it is, a dash puts it under the line before.

use app::workshops::items::{Place, last_at, level, read_lines};
use domain::core::ids::ItemId;
use domain::workshops::item::{ItemKind, Source};
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::core::content;
use projections::workshops::item::{self, Item, PAGE};
use projections::workshops::room;
use projections::workshops::workshop::Workshop;

use super::photos;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::pager::Pager;
use crate::shell::parts::{card, field};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::path::gather::KINDS;
use crate::workshops::rights::Keeps;

/// How many depths one can type under.
const LEVELS: usize = 4;

/// The sheet.
pub async fn show(Keeps { visitor, workshop, .. }: Keeps) -> Answer {
    page(&visitor, &workshop, None).await
}

async fn page(visitor: &Visitor, workshop: &Workshop, refused: Option<(&str, &str)>) -> Answer {
    let voice = &visitor.voice;
    let items = item::of_workshop(&visitor.site.app.db, &workshop.workshop).await?;
    let outline = item::outline(&items);
    let address = address::workshop(&workshop.workshop);
    let (notice, words) = refused.map_or((None, ""), |(notice, words)| (Some(notice), words));
    let kind: ItemKind = visitor.query.get("genre").parse().unwrap_or(ItemKind::Learning);
    let pager = page_of(visitor, &outline);
    let content = html! {
        p.over { a href=(address) { (workshop.title) } }
        h1 { (voice.say("sheet-capture")) }
        (field::form(visitor, &address::sheet(&workshop.workshop), html! {
            fieldset.chips {
                legend { (voice.say("capture-kind")) }
                @for item_kind in KINDS {
                    label.chip {
                        input type="radio" name="kind" value=(item_kind.word()) checked[item_kind == kind];
                        span { (voice.say(&format!("item-{}", item_kind.word()))) }
                    }
                }
            }
            @for at in 0..LEVELS {
                input type="hidden" name={ "sous-" (at) }
                    value=(last_at(&outline, at).map(|item| item.to_string()).unwrap_or_default());
            }
            (field::notice("words", notice))
            label for="words" { (voice.say("capture-words")) }
            p.help #words-help { (voice.say("capture-help")) }
            textarea #words name="words" rows="2" data-enter="1" data-paste="words" autofocus aria-describedby="words-help" { "\n" (words) }
            button.primary type="submit" { (voice.say("capture-button")) }
        }))
        (lines(visitor, workshop, &outline, pager))
        (left_out(visitor, workshop, &items))
        (photos::section(visitor, workshop).await?)
        (to_take_up(visitor, workshop, &items).await?)
        section.panel aria-labelledby="synthesis" {
            h2 #synthesis { (voice.say("synthesis-title")) }
            p { (voice.say("synthesis-help")) }
            (field::form(visitor, &address::synthesis(&workshop.workshop), html! {
                button.primary[!outline.is_empty()] type="submit" {
                    (voice.say(if workshop.live.synthesis.is_some() { "synthesis-again" } else { "synthesis-make" }))
                }
            }))
            @if let Some(note) = &workshop.live.synthesis {
                p { a href=(address::note(note)) { (voice.say("overview-synthesis")) } }
            }
        }
        @if visitor.site.app.workshops().duty(&visitor.viewer, workshop).await?.runs {
            p.small { a href=(address::words_erased(&workshop.workshop)) { (voice.say("erase-said-open")) } }
        }
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = Page::new(voice.say("sheet-capture"), content).kind(Kind::Site).status(status);
    Ok(page.show(visitor))
}

/// The page that is asked for, or that holds the line one comes back from; otherwise the
/// last one, where the next line will stand.
fn page_of(visitor: &Visitor, outline: &[(usize, &Item)]) -> Pager {
    if visitor.query.number("page").is_some() {
        return Pager::from_query(visitor, "page", PAGE);
    }
    let line = visitor.query.get("ligne");
    let place = outline.iter().position(|(_, item)| item.item.as_str() == line);
    Pager::holding(place.unwrap_or(outline.len().saturating_sub(1)), PAGE)
}

/// What was captured, in its places; each opens.
fn lines(
    visitor: &Visitor,
    workshop: &Workshop,
    outline: &[(usize, &Item)],
    pager: Pager,
) -> Markup {
    let voice = &visitor.voice;
    let address = format!("{}?page=", address::sheet(&workshop.workshop));
    html! {
        section aria-labelledby="lines" {
            h2 #lines { (voice.count("capture-count", i64::try_from(outline.len()).unwrap_or(0))) }
            @if outline.is_empty() { p.empty { (voice.say("capture-none")) } }
            ol.outline {
                @for (depth, item) in pager.of(outline) {
                    li.(format!("d{depth}")) id={ "i-" (item.item) } {
                        @if *depth == 0 {
                            span.label { (voice.say(&format!("item-{}", item.kind.word()))) } " "
                        }
                        a href=(address::item(&workshop.workshop, &item.item)) { (item.words) }
                    }
                }
            }
            (pager.links(voice, &address, pager.has_more(outline.len())))
        }
    }
}

/// Lines that were left out can be taken back.
fn left_out(visitor: &Visitor, workshop: &Workshop, items: &[Item]) -> Markup {
    let voice = &visitor.voice;
    let gone: Vec<&Item> = items.iter().filter(|item| item.gone && item.merged.is_none()).collect();
    let pager = Pager::from_query(visitor, "mises", PAGE);
    let address = format!("{}?mises=", address::sheet(&workshop.workshop));
    html! {
        @if !gone.is_empty() {
            details open[pager.page > 1] {
                summary { (voice.count("capture-gone", i64::try_from(gone.len()).unwrap_or(0))) }
                ul.plain {
                    @for item in pager.of(&gone) {
                        li { a href=(address::item(&workshop.workshop, &item.item)) { (item.words) } }
                    }
                }
                (pager.links(voice, &address, pager.has_more(gone.len())))
            }
        }
    }
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

/// The line that what was typed stands under: as the sheet was when it was shown, so that a
/// form sent again asks for the same thing.
async fn above(
    visitor: &Visitor,
    workshop: &Workshop,
    form: &Form,
) -> Result<Option<ItemId>, Problem> {
    let Some(level) = level(form.get("words")) else { return Ok(None) };
    let db = &visitor.site.app.db;
    if form.maybe("sous-0").is_some() {
        let shown = (0..=level).rev().find_map(|at| form.get(&format!("sous-{at}")).parse().ok());
        let known = match &shown {
            Some(item) => item::find(db, &workshop.workshop, item).await?.is_some(),
            None => false,
        };
        return Ok(shown.filter(|_| known));
    }
    let items = item::of_workshop(db, &workshop.workshop).await?;
    Ok(last_at(&item::outline(&items), level))
}

/// `POST …/releve`: keeps one line, or as many as were pasted.
pub async fn add(Keeps { visitor, person: by, workshop, .. }: Keeps, form: Form) -> Answer {
    visitor.person()?;
    let words = form.get("words");
    let kind: ItemKind = form.get("kind").parse().unwrap_or(ItemKind::Learning);
    let app = &visitor.site.app;
    let source = source(&visitor, &workshop, &form).await?;
    let above = above(&visitor, &workshop, &form).await?;
    let lines = read_lines(words, kind, above.is_some());
    if lines.is_empty() {
        let notice = visitor.voice.say("words-blank");
        return page(&visitor, &workshop, Some((&notice, words))).await;
    }
    let place = Place { workshop: &workshop.workshop, under: above.as_ref(), source };
    match app.workshops().capture_for_room(&by, &place, &lines, &form.command_id()).await {
        Ok(_) => {
            let last = lines.iter().rfind(|line| line.depth == 0).map_or(kind, |line| line.kind);
            Ok(go(&format!("{}?genre={}", address::sheet(&workshop.workshop), last.word())))
        }
        Err(error) => match Problem::from(error) {
            Problem::Refused(reason) => {
                let notice = visitor.voice.say(&reason);
                page(&visitor, &workshop, Some((&notice, words))).await
            }
            other => Err(other),
        },
    }
}
