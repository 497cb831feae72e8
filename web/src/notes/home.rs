//! `/` and `/notes`: what this is, a code to type, what is new.

use maud::{Markup, html};
use projections::notes::note;

use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::card::{self, Under};
use crate::shell::parts::code::code_form;
use crate::shell::visitor::Visitor;

/// How many notes the first page shows, and the list.
const FEW: i64 = 6;
const MANY: i64 = 50;

/// The first page.
pub async fn show(Anyone(visitor): Anyone) -> Answer {
    let notes = note::newest(&visitor.site.app.db, visitor.viewer.id(), FEW).await?;
    let voice = &visitor.voice;
    let content = html! {
        section.hero {
            h1 { (voice.say("home-title")) }
            p.lead { (voice.say("home-lead")) }
        }
        section.panel aria-labelledby="code-title" {
            h2 #code-title { (voice.say("home-code")) }
            (code_form(voice, "", None))
        }
        section aria-labelledby="new-title" {
            h2 #new-title { (voice.say("home-new")) }
            (list(&visitor, &notes, Under::Section))
        }
        (search_form(&visitor, ""))
    };
    Ok(Page::new(voice.say("home-window"), content).show(&visitor))
}

/// Every note this visitor may read, the newest first.
pub async fn all(Anyone(visitor): Anyone) -> Answer {
    let notes = note::newest(&visitor.site.app.db, visitor.viewer.id(), MANY).await?;
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("notes-title")) }
        @if visitor.query.maybe("retiree").is_some() {
            p.banner role="status" { (voice.say("withdraw-done")) }
        }
        (search_form(&visitor, ""))
        (list(&visitor, &notes, Under::Title))
    };
    Ok(Page::new(voice.say("notes-title"), content).show(&visitor))
}

fn list(visitor: &Visitor, notes: &[note::Note], under: Under) -> Markup {
    let voice = &visitor.voice;
    html! {
        @if notes.is_empty() { p.empty { (voice.say("notes-empty")) } }
        div.cards { @for note in notes { (card::note(voice, note, under)) } }
    }
}

/// A line to look for words on.
pub(crate) fn search_form(visitor: &Visitor, query: &str) -> Markup {
    let voice = &visitor.voice;
    html! {
        form.search role="search" method="get" action=(address::search()) {
            label for="q" { (voice.say("search-label")) }
            div.row {
                input #q type="search" name="q" value=(query) autocomplete="off";
                button type="submit" { (voice.say("search-button")) }
            }
        }
    }
}
