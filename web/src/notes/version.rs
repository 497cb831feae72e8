//! `…/versions/{n}`: one version, as it was; putting it back, naming it, thanking for it.

use app::Failure;
use app::access::{self, Standing};
use maud::{Markup, html};
use projections::notes::history::Revision;
use projections::notes::note::Note;

use super::history::{hidden, seen_change, seen_one, who};
use crate::notes::rights::{Acts, Reads};
use crate::notes::show::page_about;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::markdown;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{field, moment, summary};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The number in an address.
pub(super) fn number(text: &str) -> Result<i64, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

/// One version, as it was.
pub async fn show(Reads { visitor, note, standing, .. }: Reads) -> Answer {
    let version = visitor.part("number");
    let found = seen_one(&visitor, &note, standing, number(version)?).await?;
    page(&visitor, &note, standing, &found, None).await
}

/// The page of a version; `on` is the day it was asked for, if it was.
pub(super) async fn page(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
    found: &Revision,
    on: Option<&str>,
) -> Answer {
    let (app, voice, version) = (&visitor.site.app, &visitor.voice, found.revision);
    let words = match app.notes().words_for(note, standing, version).await {
        Ok(words) => Some(words),
        Err(Failure::Refused(app::notes::HIDDEN)) => None,
        Err(error) => return Err(error.into()),
    };
    let address = address::note(&note.note);
    let from = access::first_visible(standing);
    let title = words.as_ref().map_or_else(|| note.title.clone(), |words| words.title.clone());
    let content = html! {
        p.over { a href=(address::history(&note.note)) { (voice.say("history-title")) } }
        p.banner {
            @if let Some(on) = on { strong { (voice.fill("version-as-of", &[("day", on.into())])) } " " }
            (moment::sentence(voice, "version-banner", &[
                ("n", version.into()), ("who", who(voice, found).into()),
            ], found.at))
            " " em { @if found.name.is_empty() { (summary::why(voice, found)) } @else { (found.name) } }
        }
        @if let Some(words) = &words {
            article.note {
                h1 dir="auto" { (words.title) }
                div.prose { (markdown::rendered(&words.body).await?) }
            }
        } @else {
            h1 dir="auto" { (note.title) }
            p.notice { (hidden(voice, found)) }
        }
        nav.tools aria-label=(voice.say("version-around")) {
            @if version > from {
                a.button href=(address::version(&note.note, version - 1)) rel="prev" { (voice.say("version-previous")) }
                a.button href=(seen_change(&note.note, version - 1, version)) { (voice.say("version-change")) }
            }
            @if version < note.revision {
                a.button href=(address::version(&note.note, version + 1)) rel="next" { (voice.say("version-next")) }
            }
        }
        @if version == note.revision {
            p { (voice.say("version-current")) " " a href=(address) { (voice.say("version-current-link")) } }
        } @else {
            p { a.button href=(seen_change(&note.note, version, note.revision)) { (voice.say("version-compare")) } }
            @if access::may_revise(note, standing) && words.is_some() {
                (put_back(visitor, note, version, &losses(visitor, note, version).await?))
            }
        }
        @if access::may_revise(note, standing) { (name(visitor, note, found)) }
    };
    Ok(page_about(voice, note, title, content).edition().show(visitor))
}

/// What a restoration takes away, in words.
async fn losses(visitor: &Visitor, note: &Note, version: i64) -> Result<String, Problem> {
    let (db, voice) = (&visitor.site.app.db, &visitor.voice);
    let last = note.revision;
    let people = projections::notes::history::people_between(db, &note.note, version, last).await?;
    let count = i64::try_from(people.len()).unwrap_or(0);
    Ok(format!(
        "{} {}",
        voice.count("version-restore-help", last - version),
        voice.count("version-restore-people", count),
    ))
}

fn put_back(visitor: &Visitor, note: &Note, version: i64, losses: &str) -> Markup {
    html! {
        (field::form_in("panel", visitor, &address::restoration(&note.note), html! {
            input type="hidden" name="de" value=(version);
            input type="hidden" name="base" value=(note.revision);
            p { (losses) }
            button type="submit" { (visitor.voice.say("version-restore")) }
        }))
    }
}

fn name(visitor: &Visitor, note: &Note, found: &Revision) -> Markup {
    let voice = &visitor.voice;
    let (label, help) = (voice.say("name-label"), voice.say("name-help"));
    let line = field::Line {
        optional: true,
        help: Some(&help),
        ..field::Line::new("name", &label, &found.name)
    };
    html! {
        form.panel #nommer novalidate method="post" action=(address::version_name(&note.note, found.revision)) {
            (field::key(visitor))
            (line.show())
            button type="submit" { (voice.say("name-button")) }
        }
    }
}

/// Gives it a name.
pub async fn call(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    let version = number(visitor.part("number"))?;
    let app = &visitor.site.app;
    let named = (version, form.get("name"));
    app.notes().name_revision(&note, standing, &person, named, form.command_id()).await?;
    Ok(go(&format!("{}#v{version}", address::history(&note.note))))
}

/// Says thank you for it.
pub async fn thank(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    let version = number(visitor.part("number"))?;
    if !note.is_shared() {
        return Err(Problem::NotFound);
    }
    let app = &visitor.site.app;
    app.notes().thank_for_revision(&note, standing, &person, version, form.command_id()).await?;
    let back = form.get("retour");
    let here = format!("{}/", address::note(&note.note));
    if back.starts_with(&here) && crate::shell::page::is_ours(back) {
        return Ok(go(back));
    }
    Ok(go(&format!("{}#v{version}", address::history(&note.note))))
}

/// Puts a version back; it becomes a new one, and nothing is lost.
pub async fn restore(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    let of = form.number("de").ok_or(Problem::NotFound)?;
    let app = &visitor.site.app;
    let base = form.number("base").unwrap_or(note.revision);
    let saved =
        app.notes().restore(&note, standing, &person, (of, base), form.command_id()).await?;
    Ok(super::write::after(&note, &saved))
}
