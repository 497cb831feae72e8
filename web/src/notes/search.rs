//! `/recherche`: notes found by their words.

use maud::html;
use projections::notes::search;

use crate::notes::home;
use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::{card, passage};

/// How many are shown.
const MANY: usize = 30;

/// What was found; when it is nothing, what is found for the words that were meant.
pub async fn show(Anyone(visitor): Anyone) -> Answer {
    let query = visitor.query.get("q").trim().to_owned();
    let (db, person) = (&visitor.site.app.db, visitor.viewer.id());
    let answer = search::ask(db, person, &query, MANY).await?;
    let meant = answer.meant.as_deref();
    let instead = meant.filter(|_| answer.is_instead);
    let looked_for = instead.unwrap_or(&query);
    let found = passage::each(answer.found, looked_for).await?;
    let voice = &visitor.voice;
    let count = i64::try_from(found.len()).unwrap_or(0);
    let content = html! {
        h1 { (voice.say("search-title")) }
        (home::search_form(&visitor, &query))
        @if visitor.query.broken { p.notice role="alert" { (voice.say("form-broken")) } }
        @if let Some(meant) = meant {
            p.lead {
                (voice.say("search-meant")) " "
                a href={ (address::search()) "?q=" (address(meant)) } { strong { bdi { (meant) } } }
            }
        }
        @if !query.is_empty() {
            p role="status" {
                @if let Some(meant) = instead {
                    (voice.fill("search-instead", &[("words", query.as_str().into()), ("meant", meant.into())]))
                } @else { (voice.count("search-found", count)) }
            }
        }
        @if found.is_empty() && !query.is_empty() { p.empty { (voice.say("search-empty")) } }
        div.cards {
            @for (note, passage) in &found {
                article.card {
                    h2 dir="auto" {
                        a href=(address::note(&note.note)) { (passage::marked(&note.title, looked_for)) }
                    }
                    p dir="auto" { (passage) }
                    p.by { (card::signed(voice, note.by_group, &note.writer_name)) }
                }
            }
        }
    };
    Ok(Page::new(voice.say("search-title"), content).show(&visitor))
}

/// Words as an address holds them.
fn address(words: &str) -> String {
    percent_encoding::utf8_percent_encode(words, percent_encoding::NON_ALPHANUMERIC).to_string()
}
