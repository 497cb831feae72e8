//! `/recherche`: notes found by their words.

use maud::html;
use poem::handler;
use projections::search;

use crate::layout::Page;
use crate::markdown;
use crate::pages::{Answer, home};
use crate::parts::card;
use crate::visitor::Visitor;

/// How many are shown.
const MANY: i64 = 30;

/// What was found.
#[handler]
pub async fn show(visitor: Visitor) -> Answer {
    let query = visitor.query.get("q").trim().to_owned();
    let found = search::find(&visitor.site.app.db, visitor.viewer.id(), &query, MANY).await?;
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("search-title")) }
        (home::search_form(&visitor, &query))
        @if !query.is_empty() {
            p role="status" { (voice.count("search-found", i64::try_from(found.len()).unwrap_or(0))) }
        }
        @if found.is_empty() && !query.is_empty() { p.empty { (voice.say("search-empty")) } }
        div.cards {
            @for note in &found {
                article.card {
                    (card::title(card::Under::Title, &format!("/notes/{}", note.note), &note.title))
                    p { (markdown::excerpt(&note.body, 160)) }
                    p.by { (card::signed(voice, note.by_group, &note.writer_name)) }
                }
            }
        }
    };
    Ok(Page::new(voice.say("search-title"), content).show(&visitor))
}
