//! `/a/{code}/mur`: the notes of our workshop.

use maud::html;
use poem::handler;
use poem::web::Path;
use projections::note;

use super::walk;
use crate::layout::Page;
use crate::pages::Answer;
use crate::parts::card;
use crate::visitor::Visitor;

/// The notes, the newest first; never sorted by likes.
#[handler]
pub async fn show(visitor: Visitor, Path(code): Path<String>) -> Answer {
    let walk = walk(visitor, &code).await?;
    let voice = &walk.visitor.voice;
    let db = &walk.visitor.site.app.db;
    let notes = note::of_workshop(db, &walk.workshop.workshop, walk.person().as_str()).await?;
    let content = html! {
        p.over { (walk.workshop.title) }
        h1 { (voice.say("wall-title")) }
        @if notes.is_empty() { p.empty { (voice.say("wall-empty")) } }
        div.cards { @for note in &notes { (card::note(voice, note, card::Under::Title)) } }
        p { a.button href={ "/a/" (walk.workshop.code) "/parcours" } { (voice.say("wall-back")) } }
    };
    Ok(Page::new(voice.say("wall-title"), content).show(&walk.visitor))
}
