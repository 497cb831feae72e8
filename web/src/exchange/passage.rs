//! `/ateliers/{id}/effacement`: a passage looked for in what was said in a workshop, shown where it
//! is, and erased once that was read.

use domain::notes::note::Reason;
use maud::html;
use poem::Response;
use poem::http::StatusCode;
use projections::workshops::workshop::Workshop;

use crate::notes::erasure::SHORTEST;
use crate::notes::moderate::reasons;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Paste};
use crate::shell::visitor::Visitor;
use crate::workshops::rights::Runs;

/// How many of the texts that hold it are shown.
const SHOWN: usize = 50;

/// Looks for a passage.
pub async fn show(Runs { visitor, workshop, .. }: Runs) -> Answer {
    Ok(search(&visitor, &workshop, "", None))
}

fn search(visitor: &Visitor, workshop: &Workshop, passage: &str, notice: Option<&str>) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::sheet(&workshop.workshop)) { (voice.say("sheet-capture")) } }
        h1 { (voice.say("erase-title")) }
        p.lead { (voice.say("erase-said-lead")) }
        (field::notice("passage", notice))
        (field::form(visitor, &address::words_erased(&workshop.workshop), html! {
            (field::area_for(Paste::Exact, ("passage", &voice.say("erase-passage"), Some(&voice.say("erase-passage-help"))), passage, 3))
            button.primary type="submit" name="action" value="chercher" { (voice.say("erase-search")) }
        }))
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(voice.say("erase-title"), content).status(status).show(visitor)
}

/// Shows where it is; once that was read and confirmed, erases it.
pub async fn erase(Runs { visitor, person, workshop, .. }: Runs, form: Form) -> Answer {
    let app = &visitor.site.app;
    let passage = form.get("passage").replace("\r\n", "\n");
    let passage = passage.trim();
    let voice = &visitor.voice;
    if passage.chars().count() < SHORTEST {
        return Ok(search(&visitor, &workshop, passage, Some(&voice.say("erase-short"))));
    }
    let reason: Reason = form.get("reason").parse().unwrap_or(Reason::Personal);
    let confirms = form.get("action") == "effacer";
    if confirms && form.maybe("compris").is_some() {
        let what = (passage, reason);
        let exchange = app.exchange();
        exchange.erase_in_workshop(&workshop.workshop, &person, what, form.command_id()).await?;
        return Ok(go(address::sheet(&workshop.workshop).as_str()));
    }
    let found = app.workshops().find_words(&workshop.workshop, passage).await?;
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let content = html! {
        h1 { (voice.say("erase-title")) }
        blockquote.sentence-said { (passage) }
        p.lead { (voice.count("erase-said-found", count)) }
        ul.plain { @for (_, words) in found.iter().take(SHOWN) {
            li { (words.title) " " (words.body) " " (words.summary) }
        } }
        @if confirms { p.notice role="alert" { (voice.say("erase-tick")) } }
        (field::form_in("panel", &visitor, &address::words_erased(&workshop.workshop), html! {
            input type="hidden" name="passage" value=(passage);
            (reasons(&visitor, reason.into()))
            label.check { input type="checkbox" name="compris" value="1"; span { (voice.say("erase-understood")) } }
            button.danger type="submit" name="action" value="effacer" { (voice.say("erase-button")) }
            a.button.quiet href=(address::sheet(&workshop.workshop)) { (voice.say("edit-cancel")) }
        }))
    };
    Ok(Page::new(voice.say("erase-title"), content).show(&visitor))
}
