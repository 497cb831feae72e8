//! `…/historique` and `…/versions/{n}`: who changed what, when, and why.

use app::access;
use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use projections::history::{self, Revision};

use crate::layout::Page;
use crate::markdown;
use crate::pages::{Answer, readable};
use crate::parts::{card, field};
use crate::problem::Problem;
use crate::visitor::Visitor;
use crate::voice::{Voice, machine_time};

/// How many revisions a page of history has.
const PAGE: i64 = 50;

/// The revisions, the newest first.
#[handler]
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let (note, standing) = readable(&visitor, &id).await?;
    let before = visitor.query.number("avant").unwrap_or(i64::MAX);
    let from = access::first_visible(&note, standing);
    let db = &visitor.site.app.db;
    let revisions = history::page(db, &note.note, from, before, PAGE).await?;
    let voice = &visitor.voice;
    let address = format!("/notes/{}", note.note);
    let oldest = revisions.last().map_or(0, |one| one.revision);
    let newest = revisions.first().map_or(0, |one| one.revision);
    let content = html! {
        p.over { a href=(address) { (note.title) } }
        h1 { (voice.say("history-title")) }
        p { (voice.count("history-lead", note.revision - from + 1)) }
        form novalidate method="get" action={ (address) "/comparer" } {
            div.table {
                table.history {
                    caption.unseen { (voice.say("history-title")) }
                    thead {
                        tr {
                            th scope="col" { (voice.say("history-from")) }
                            th scope="col" { (voice.say("history-to")) }
                            th scope="col" { (voice.say("history-version")) }
                            th scope="col" { (voice.say("history-when")) }
                            th scope="col" { (voice.say("history-who")) }
                            th scope="col" { (voice.say("history-words")) }
                            th scope="col" { (voice.say("history-why")) }
                        }
                    }
                    tbody {
                        @for (at, one) in revisions.iter().enumerate() {
                            (row(voice, &address, one, at == 1 || newest == oldest, at == 0))
                        }
                    }
                }
            }
            button.primary type="submit" { (voice.say("history-compare")) }
        }
        @if oldest > from {
            p { a href={ (address) "/historique?avant=" (oldest) } { (voice.say("history-older")) } }
        }
    };
    Ok(Page::new(voice.say("history-title"), content).show(&visitor))
}

fn row(voice: &Voice, address: &str, one: &Revision, from: bool, to: bool) -> Markup {
    let number = one.revision;
    let label = |key: &str| voice.tell(key, &[("n", number.into())]);
    html! {
        tr {
            td { input type="radio" name="de" value=(number) checked[from] aria-label=(label("history-from-n")); }
            td { input type="radio" name="a" value=(number) checked[to] aria-label=(label("history-to-n")); }
            th scope="row" { a href={ (address) "/versions/" (number) } { (label("history-n")) } }
            td.when { time datetime=(machine_time(one.at)) { (voice.moment(one.at)) } }
            td.who { (card::author(voice, &one.by_name)) }
            td.change {
                span.more { "+" (voice.number(one.added)) } " "
                span.less { "−" (voice.number(one.removed)) }
            }
            td.why { (why(voice, one)) }
        }
    }
}

/// Why, in the words of whoever did it, or in ours.
pub(super) fn why(voice: &Voice, one: &Revision) -> String {
    match (one.restores, one.summary.as_str()) {
        (Some(of), _) => voice.tell("history-restores", &[("n", of.into())]),
        (None, "") if one.revision == 1 => voice.say("history-first"),
        (None, "") => voice.say("history-no-summary"),
        (None, summary) => summary.to_owned(),
    }
}

/// One version, as it was.
#[handler]
pub async fn version(visitor: Visitor, Path((id, number)): Path<(String, String)>) -> Answer {
    let (note, standing) = readable(&visitor, &id).await?;
    let number: i64 = number.parse().map_err(|_| Problem::NotFound)?;
    if !access::may_see_revision(&note, standing, number) {
        return Err(Problem::NotFound);
    }
    let app = &visitor.site.app;
    let found = history::find(&app.db, &note.note, number).await?.ok_or(Problem::NotFound)?;
    let words = app.words_of(&note.note, number).await?;
    let voice = &visitor.voice;
    let address = format!("/notes/{}", note.note);
    let is_current = number == note.revision;
    let content = html! {
        p.over { a href={ (address) "/historique" } { (voice.say("history-title")) } }
        p.banner {
            (voice.tell("version-banner", &[
                ("n", number.into()),
                ("who", card::author(voice, &found.by_name).into()),
                ("when", voice.moment(found.at).into()),
            ]))
            " " em { (why(voice, &found)) }
        }
        article.note {
            h1 { (words.title) }
            div.prose { (markdown::render(&words.body)) }
        }
        @if is_current {
            p { (voice.say("version-current")) }
        } @else {
            p { a.button href={ (address) "/comparer?de=" (number) "&a=" (note.revision) } {
                (voice.say("version-compare"))
            } }
            @if access::may_revise(note.visibility, standing) {
                form.panel novalidate method="post" action={ (address) "/restauration" } {
                    (field::key(&visitor))
                    input type="hidden" name="de" value=(number);
                    input type="hidden" name="base" value=(note.revision);
                    p { (voice.count("version-restore-help", note.revision - number)) }
                    button type="submit" { (voice.say("version-restore")) }
                }
            }
        }
    };
    Ok(Page::new(words.title.clone(), content).show(&visitor))
}
