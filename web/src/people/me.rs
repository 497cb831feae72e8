//! `/moi`: what is mine, and nobody else's to see.

use maud::{Markup, html};
use projections::core::content;
use projections::notes::note::Note;
use projections::notes::{coauthor, history, moderation, note, variant, wake};
use projections::workshops::room;
use projections::workshops::workshop::{self, Stage, Workshop};

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::code::spoken;
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::withdrawn::withdrawn as why_withdrawn;
use crate::shell::parts::{card, field, kept, moment, wake as drawn};
use crate::shell::voice::Voice;

/// How many workshops one runs are shown.
const TICKETS: i64 = 3;

/// How many notes that were shared with them are shown.
const SHARED: i64 = 20;

/// A workshop one runs, as a ticket: when, the code, the one thing to do.
fn ticket(voice: &Voice, run: &Workshop) -> Markup {
    let id = &run.workshop;
    html! {
        section.ticket {
            div {
                h2 { a href=(address::workshop(id)) { (run.title) } }
                p.by {
                    @if let Some(at) = run.live.details.starts_at { (moment::moment(voice, at)) " · " }
                    @else if let Some(on) = &run.on { (moment::date(voice, on)) " · " }
                    (voice.say(&format!("stage-{}", run.stage.word())))
                }
                @if run.stage == Stage::Open {
                    a.button.primary href=(address::console(id)) { (voice.say("me-room")) }
                } @else {
                    a.button href=(address::workshop(id)) { (voice.say("me-prepare")) }
                }
            }
            p.ticket-code { (spoken(&run.code)) }
        }
    }
}

/// My notes, my workshops, my words to come back with.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let app = &visitor.site.app;
    let notes = note::written_by(&app.db, &person).await?;
    let mut workshops = Vec::new();
    for id in room::entered_by(&app.db, &person).await? {
        workshops.extend(workshop::find(&app.db, &id).await?);
    }
    let mut aside = Vec::new();
    for variant in variant::waiting(&app.db, person.as_str()).await? {
        let shared = app.note_for(&visitor.viewer, &variant.note).await?;
        aside.push((variant, shared.map(|(note, _)| note.title)));
    }
    let to_answer = app.notes().to_answer(&person).await?;
    // What one began to change of notes that others read, and left.
    let mut unsaved = vec![];
    for id in content::unsaved_of(&app.db, &person).await? {
        let shared = app.note_for(&visitor.viewer, &id).await?;
        unsaved.extend(shared.map(|(note, _)| note).filter(Note::is_shared));
    }
    let requests = coauthor::to_grant(&app.db, &person).await?;
    let shared = note::shared_with(&app.db, &person, SHARED).await?;
    let changed = app.notes().changed_since_read(&person).await?;
    let phrase = app.people().resume_phrase(&person).await?;
    let minor = app.people().is_with_minors(&person).await?;
    let withdrawn = history::withdrawn_of(&app.db, &person).await?;
    let hidden = moderation::hidden_of(&app.db, &person).await?;
    // Those one runs, today's first.
    let mut runs = vec![];
    if visitor.viewer.is_facilitator() {
        runs = workshop::under_way_of(&app.db, &person, TICKETS).await?;
    }
    // What became of the last note that others could read.
    let mut latest = None;
    if let Some(note) = notes.iter().find(|note| note.is_published()) {
        let wake =
            wake::of_note(&app.db, &note.note, true, (app.clock.now(), drawn::PARTS)).await?;
        latest = Some((note, wake));
    }
    let voice = &visitor.voice;
    let name = visitor.viewer.someone.as_ref().map(|it| it.name.clone()).unwrap_or_default();
    let content = html! {
        h1 {
            @if name.is_empty() { (voice.say("me-title-unsigned")) }
            @else { (voice.fill("me-title", &[("name", name.into())])) }
        }
        @if visitor.query.maybe("note-quittee").is_some() {
            p.banner role="status" { (voice.say("me-note-left")) }
        }
        @for run in &runs { (ticket(voice, run)) }
        @for workshop in &workshops {
            p { a.button href=(address::path(&workshop.code)) {
                (voice.fill("me-workshop", &[("title", workshop.title.as_str().into())]))
            } }
        }
        @if !aside.is_empty() {
            section.panel aria-labelledby="aside" {
                h2 #aside { (voice.say("me-aside")) }
                ul.plain { @for (variant, title) in &aside {
                    @let title = title.clone().unwrap_or_else(|| voice.say("me-aside-alone"));
                    li { a href=(address::variant(&variant.note, &variant.variant)) {
                        (moment::sentence(voice, "me-aside-one", &[("title", title.into())], variant.at))
                    } }
                } }
            }
        }
        @if !to_answer.is_empty() {
            section.panel aria-labelledby="to-answer" {
                h2 #to-answer { (voice.say("me-to-answer")) }
                ul.plain { @for (note, count) in &to_answer {
                    @if let Some(note) = notes.iter().find(|it| it.note == *note) {
                        li { a href={ (address::note(&note.note)) "#suggestions" } { (note.title) } " · " (voice.count("me-proposed", *count)) }
                    }
                } }
            }
        }
        @if !changed.is_empty() {
            section.panel aria-labelledby="changed" {
                h2 #changed { (voice.say("me-changed")) }
                ul.plain { @for note in &changed { li { a href=(address::note(&note.note)) { (note.title) } } } }
            }
        }
        @if !unsaved.is_empty() {
            section.panel aria-labelledby="unsaved" {
                h2 #unsaved { (voice.say("me-unsaved")) }
                ul.plain { @for note in &unsaved { li { a href=(address::editor(&note.note)) { (note.title) } } } }
            }
        }
        @if !requests.is_empty() {
            section.panel aria-labelledby="asked" {
                h2 #asked { (voice.say("me-asked")) }
                ul.plain { @for (note, _) in &requests {
                    @if let Some(note) = notes.iter().find(|it| it.note == *note) {
                        li { a href={ (address::coauthors(&note.note)) "#asking" } { (note.title) } }
                    }
                } }
            }
        }
        @for hidden in &hidden {
            p.notice {
                (moment::sentence(voice, "hide-yours", &[
                    ("n", hidden.revision.into()),
                    ("reason", voice.say(&format!("reason-{}", hidden.reason)).into()),
                ], hidden.at))
                " " a href=(address::own_reports()) { (voice.say("hide-reply-button")) }
            }
        }
        @for withdrawal in &withdrawn {
            p.notice {
                @if let Some(note) = notes.iter().find(|note| note.note == withdrawal.note) {
                    a href=(address::note(&note.note)) { (note.title) } " — "
                }
                (why_withdrawn(voice, withdrawal))
            }
        }
        (kept::left(voice, &visitor.mark(), kept::Left::All))
        h2 { (voice.say("me-notes")) }
        p { a.button href=(address::new_note()) { (icon::draw(Icon::Pen)) (voice.say("new-title")) } }
        @if notes.is_empty() { p.empty { (voice.say("me-empty")) } }
        @if let Some((note, wake)) = &latest {
            section.panel aria-labelledby="latest-title" {
                h2 #latest-title { a href=(address::note(&note.note)) { (note.title) } }
                (drawn::show(voice, wake))
            }
        }
        div.cards { @for note in &notes { (card::note(voice, note, card::Under::Section)) } }
        @if !shared.is_empty() {
            h2 { (voice.say("me-shared")) }
            div.cards { @for note in &shared { (card::note(voice, note, card::Under::Section)) } }
        }
        section.panel aria-labelledby="keep-title" {
            h2 #keep-title { (voice.say("keep-title")) }
            p {
                (voice.say(if visitor.viewer.has_account() { "keep-help-account" } else { "keep-help" }))
            }
            p.phrase { (phrase) }
            @if !visitor.viewer.has_account() { p.small { (voice.say("keep-drafts")) } }
            @if !visitor.viewer.has_account() && !minor {
                p { a href=(address::claim()) { (voice.say("keep-account")) } }
            }
            p { a href=(address::account()) { (voice.say("settings-title")) } }
            p { a href=(address::own_data()) { (voice.say("own-title")) } }
            p { a href=(address::own_reports()) { (voice.say("reports-mine-title")) } }
            @if visitor.viewer.is_facilitator() || visitor.viewer.is_moderator() { p { a href=(address::reports()) { (voice.say("reports-title")) } } }
        }
        form novalidate method="post" action=(address::sign_out()) data-forget=(voice.say("sign-out-sure")) {
            (field::key(&visitor))
            button.quiet type="submit" { (voice.say("nav-sign-out")) }
        }
    };
    Ok(Page::new(voice.say("nav-me"), content).show(&visitor))
}
