//! `/moi`: what is mine, and nobody else's to see.

pub mod notes;
mod waits;

use maud::{Markup, html};
use projections::groups::{mandate, meeting};
use projections::notes::{moderation, note, wake};
use projections::workshops::workshop::{self, Stage, Workshop};

use crate::people::me::waits::Waits;
use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::code::spoken;
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::pager::Pager;
use crate::shell::parts::withdrawn::withdrawn as why_withdrawn;
use crate::shell::parts::{card, kept, moment, wake as drawn};
use crate::shell::voice::Voice;

/// How many meetings one comes to are shown.
const MEETINGS: i64 = 5;

/// How many workshops one runs are shown.
const TICKETS: i64 = 3;

/// How many notes that were shared with them are shown.
const SHARED: i64 = 20;

/// How many of one's notes are shown, and of the workshops one entered.
const OWN: i64 = 12;
const ENTERED: i64 = 3;

/// Cuts a list to `most`, and says whether there was more.
fn cut<T>(list: &mut Vec<T>, most: i64) -> bool {
    Pager { page: 1, size: most }.cut(list)
}

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
    // One more than is shown of those lists that go on elsewhere.
    let mut notes = note::written_by(&app.db, &person, (0, OWN + 1)).await?;
    let more_notes = cut(&mut notes, OWN);
    let mut workshops = workshop::entered_by(&app.db, &person, ENTERED + 1).await?;
    let more_workshops = cut(&mut workshops, ENTERED);
    let waits = Waits::of(app, &person).await?;
    let shared = note::shared_with(&app.db, &person, SHARED).await?;
    let changed = app.notes().changed_since_read(&person).await?;
    let phrase = app.people().resume_phrase(&person).await?;
    let minor = app.people().is_with_minors(&person).await?;
    let reported = match &visitor.viewer.someone {
        Some(someone) => app.notes().report_awaits(someone).await?,
        None => false,
    };
    let hidden = moderation::hidden_of(&app.db, &person).await?;
    let holds_mandate = !mandate::of_person(&app.db, &person, (0, 1)).await?.is_empty();
    let meetings = meeting::next_of(&app.db, &person, app.clock.now(), MEETINGS).await?;
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
        @if more_workshops { p { a href=(address::workshops()) { (voice.say("me-workshops-all")) } } }
        @if holds_mandate { p { a.button href=(address::own_mandates()) { (voice.say("me-mandates")) } } }
        @if !meetings.is_empty() {
            section.panel aria-labelledby="meetings" {
                h2 #meetings { (voice.say("me-meetings")) }
                ul.plain { @for (meeting, title, at) in &meetings {
                    li { a dir="auto" href=(address::meeting(meeting)) { (title) } " · " (voice.weekday(*at)) " " (moment::moment(voice, *at)) }
                } }
            }
        }
        @if !waits.aside.is_empty() {
            section.panel aria-labelledby="aside" {
                h2 #aside { (voice.say("me-aside")) }
                ul.plain { @for variant in &waits.aside {
                    @let title = waits.title(&variant.note).unwrap_or_else(|| voice.say("me-aside-alone"));
                    li { a href=(address::variant(&variant.note, &variant.variant)) {
                        (moment::sentence(voice, "me-aside-one", &[("title", title.into())], variant.at))
                    } }
                } }
            }
        }
        @if !waits.to_answer.is_empty() {
            section.panel aria-labelledby="to-answer" {
                h2 #to-answer { (voice.say("me-to-answer")) }
                ul.plain { @for (note, count) in &waits.to_answer {
                    @if let Some(title) = waits.title(note) {
                        li { a href={ (address::note(note)) "#suggestions" } { (title) } " · " (voice.count("me-proposed", *count)) }
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
        @let unsaved: Vec<_> = waits.unsaved().collect();
        @if !unsaved.is_empty() {
            section.panel aria-labelledby="unsaved" {
                h2 #unsaved { (voice.say("me-unsaved")) }
                ul.plain { @for note in &unsaved { li { a href=(address::editor(&note.note)) { (note.title) } } } }
            }
        }
        @if !waits.requests.is_empty() {
            section.panel aria-labelledby="asked" {
                h2 #asked { (voice.say("me-asked")) }
                ul.plain { @for (note, _) in &waits.requests {
                    @if let Some(title) = waits.title(note) {
                        li { a href={ (address::coauthors(note)) "#asking" } { (title) } }
                    }
                } }
            }
        }
        @if !waits.joining.is_empty() {
            section.panel aria-labelledby="joining" {
                h2 #joining { (voice.say("me-joining")) }
                ul.plain { @for (community, name, count) in &waits.joining {
                    li { a dir="auto" href={ (address::community_members(community)) "#asking" } { (name) } " · " (voice.count("community-asking", *count)) }
                } }
            }
        }
        @if !waits.conversations.is_empty() {
            section.panel aria-labelledby="messages" {
                h2 #messages { (voice.say("me-messages")) }
                ul.plain { @for found in &waits.conversations {
                    li { a href=(address::conversation(&found.note, &found.reader)) { (found.title) } }
                } }
            }
        }
        @if reported { p.notice { a href=(address::reports()) { (voice.say("me-reported")) } } }
        @for hidden in &hidden {
            p.notice {
                (moment::sentence(voice, "hide-yours", &[
                    ("n", hidden.revision.into()),
                    ("reason", voice.say(&format!("reason-{}", hidden.reason)).into()),
                ], hidden.at))
                " " a href=(address::own_reports()) { (voice.say("hide-reply-button")) }
            }
        }
        @for withdrawal in &waits.withdrawn {
            p.notice {
                @if let Some(title) = waits.title(&withdrawal.note) {
                    a href=(address::note(&withdrawal.note)) { (title) } " — "
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
                p.by { (card::badge(voice, note)) }
                (drawn::show(voice, wake))
            }
        }
        @let is_latest = |it: &&note::Note| latest.as_ref().is_some_and(|(last, _)| last.note == it.note);
        div.cards { @for note in notes.iter().filter(|it| !is_latest(it)) { (card::note(voice, note, card::Under::Section)) } }
        @if more_notes { p { a href=(address::own_notes()) { (voice.say("me-notes-all")) } } }
        p { a href=(address::codes()) { (voice.say("nav-code")) } }
        p { a href=(address::communities()) { (voice.say("me-communities")) } }
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
            p { a href=(address::own_conversations()) { (voice.say("conversations-own")) } }
            p { a href=(address::own_reports()) { (voice.say("reports-mine-title")) } }
            @if visitor.viewer.is_facilitator() || visitor.viewer.is_moderator() { p { a href=(address::reports()) { (voice.say("reports-title")) } } }
        }
        p { a href=(address::sign_out()) { (voice.say("nav-sign-out")) } }
    };
    Ok(Page::new(voice.say("nav-me"), content).show(&visitor))
}
