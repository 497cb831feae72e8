//! `/` and `/notes`: what this is, a code to type, what is new.

use app::engine::envelope::CommandId;
use maud::{Markup, html};
use projections::notes::note::Reach;
use projections::notes::{note, wake};

use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::layout::Page;
use crate::shell::markdown;
use crate::shell::page::{Answer, go};
use crate::shell::parts::card::{self, Under};
use crate::shell::parts::code::code_form;
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::{drawing, moment, wake as drawn};
use crate::shell::visitor::Visitor;

/// How many notes the first page shows, and the list.
const FEW: i64 = 5;
const MANY: i64 = 50;

/// The most signs that one looks for.
pub(crate) const QUERY_MAX: usize = 200;

/// How much of its first note it shows, in signs.
const EXCERPT: usize = 420;

/// How far back the wake of the commons goes, in days.
const SEASON: i64 = 90;

/// The first page.
pub async fn show(Anyone(visitor): Anyone) -> Answer {
    let app = &visitor.site.app;
    let notes = note::newest(&app.db, visitor.viewer.id(), FEW).await?;
    let commons = wake::of_commons(&app.db, app.clock.now(), SEASON, drawn::PARTS).await?;
    let voice = &visitor.voice;
    let (first, others) = match notes.split_first() {
        Some((first, others)) => (Some(first), others),
        None => (None, &notes[..]),
    };
    let content = html! {
        div.across { (drawing::departure()) }
        section.hero {
            h1 { (voice.say("home-title")) }
            p.lead { (voice.say("home-lead")) }
            (code_form(voice, "", None))
        }
        @if let Some(note) = first {
            section aria-labelledby="first-title" {
                h2 #first-title { (voice.say("home-first")) }
                article.card.card-large {
                    (card::title(Under::Section, &address::note(&note.note), &note.title))
                    p dir="auto" { (markdown::excerpt(&note.body, EXCERPT)) }
                    p.by {
                        (card::signature(voice, note)) " · " (moment::day(voice, note.published_at))
                        @if note.reach() != Reach::Everyone { " · " (card::badge(voice, note)) }
                    }
                }
            }
        } @else { p.empty { (voice.say("notes-empty")) } }
        nav.doorways aria-label=(voice.say("home-ways")) {
            a.doorway href=(address::notes()) { (icon::draw(Icon::Book)) (voice.say("home-all")) }
            a.doorway href=(address::any_note()) { (icon::draw(Icon::Wake)) (voice.say("home-random")) }
            a.doorway href=(address::communities()) { (icon::draw(Icon::Group)) (voice.say("communities-title")) }
            a.doorway href=(address::search()) { (icon::draw(Icon::Search)) (voice.say("search-label")) }
        }
        @if !commons.marks.is_empty() {
            section aria-labelledby="wake-title" {
                h2 #wake-title { (voice.say("home-wake")) }
                (drawn::show(voice, &commons))
            }
        }
        @if !others.is_empty() {
            section aria-labelledby="new-title" {
                h2 #new-title { (voice.say("home-new")) }
                (list(&visitor, others, Under::Section))
            }
        }
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
        @if visitor.viewer.someone.is_some() {
            p { a.button href=(address::new_note()) { (icon::draw(Icon::Pen)) (voice.say("new-title")) } }
        }
        (list(&visitor, &notes, Under::Title))
    };
    Ok(Page::new(voice.say("notes-title"), content).show(&visitor))
}

/// `/notes/au-hasard`: one that everyone may read.
pub async fn at_random(Anyone(visitor): Anyone) -> Answer {
    let from = CommandId::fresh();
    let found = note::at_random(&visitor.site.app.db, from.as_str()).await?;
    Ok(match found {
        Some(note) => go(&address::note(&note)),
        None => go(address::notes()),
    })
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
                input #q type="search" name="q" value=(query) maxlength=(QUERY_MAX) autocomplete="off";
                button type="submit" { (voice.say("search-button")) }
            }
        }
    }
}
