//! `/ateliers/{id}/console` and `…/direct`: who is where, who asks for a hand,
//! which notes wait for a word.
//!
//! The page is whole without scripts (it comes back by itself); with them, each
//! row that changes is sent again, by its position in the log. Words people write
//! are never here before they publish them: the console knows steps, not drafts.

use domain::ids::PersonId;
use domain::script::{Script, Step};
use maud::{Markup, html};
use poem::web::Path;
use poem::{Request, handler};
use projections::note;
use projections::room::{self, Participant};
use projections::workshop::{self, Stage, Workshop};

use super::run_by;
use crate::form::Form;
use crate::layout::{Kind, Page};
use crate::pages::{Answer, go};
use crate::parts::card;
use crate::parts::field;
use crate::parts::icon::{self, Icon};
use crate::problem::{Problem, plain};
use crate::sse::{self, Message, Streams};
use crate::visitor::Visitor;

/// How often the page comes back without scripts, in seconds.
const REFRESH: u32 = 15;

/// Microseconds in a minute.
const MINUTE: i64 = 60_000_000;

/// The console.
#[handler]
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let workshop = run_by(&visitor, &id).await?;
    let app = &visitor.site.app;
    // Read before the rows: what comes later is sent by the stream.
    let seen = *app.projector.reached().borrow();
    let people = room::since(&app.db, &workshop.workshop, 0).await?;
    let now = app.clock.now();
    let voice = &visitor.voice;
    let address = format!("/ateliers/{}", workshop.workshop);
    let content = html! {
        div data-live={ (address) "/direct?depuis=" (seen) } data-lost=(voice.say("console-lost")) {
            p.over { (voice.say("console-title")) }
            h1 { (workshop.title) }
            (controls(&visitor, &workshop))
            div #band role="status" { (band(&visitor, &workshop, &people).await?) }
            p.banner #live-state role="status" hidden {}
            section aria-labelledby="room-title" {
                h2 #room-title { (voice.say("console-room")) }
                @if people.is_empty() { (nobody(&visitor, &workshop)) }
                div.table {
                    table.matrix {
                        caption.unseen { (voice.say("console-room")) }
                        thead { (head(&visitor, workshop.script)) }
                        tbody #rows {
                            @for one in &people { (row(&visitor, &workshop, one, now)) }
                        }
                    }
                }
            }
            section #notes aria-labelledby="notes-title" { (notes(&visitor, &workshop).await?) }
        }
    };
    let page = Page::new(workshop.title.clone(), content).kind(Kind::Live).refresh(REFRESH);
    Ok(page.show(&visitor))
}

fn controls(visitor: &Visitor, workshop: &Workshop) -> Markup {
    let voice = &visitor.voice;
    let address = format!("/ateliers/{}", workshop.workshop);
    let button = |to: &str, key: &str, primary: bool| {
        html! {
            form novalidate method="post" action={ (address) "/" (to) } {
                (field::key(visitor))
                button.primary[primary] type="submit" { (voice.say(key)) }
            }
        }
    };
    html! {
        div.controls {
            @match workshop.stage {
                Stage::Prepared => { (button("ouverture", "console-open", true)) }
                Stage::Open => {
                    (button("places", "console-places", false))
                    (button("fermeture", "console-close", false))
                }
                Stage::Closed => { (button("ouverture", "console-reopen", false)) }
            }
            a.button href={ "/a/" (workshop.code) "/ecran?cle=" (workshop.screen_secret) } target="_blank" {
                (voice.say("console-screen"))
            }
        }
        p.code-line {
            (voice.say("console-code")) " " strong.code { (spoken(&workshop.code)) }
            " · " (voice.say(&format!("stage-{}", workshop.stage.word())))
        }
    }
}

/// A code in two groups, as one says it.
pub(super) fn spoken(code: &str) -> String {
    let (first, last) = code.split_at(code.len() / 2);
    format!("{first}\u{202f}{last}")
}

async fn band(
    visitor: &Visitor,
    workshop: &Workshop,
    people: &[Participant],
) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let app = &visitor.site.app;
    let notes = note::of_workshop(&app.db, &workshop.workshop, visitor.viewer.id()).await?;
    let count = |how: &dyn Fn(&Participant) -> bool| {
        i64::try_from(people.iter().filter(|one| how(one)).count()).unwrap_or(0)
    };
    let writing = count(&|one| one.note.is_some() && !one.done.contains(&Step::Publish));
    let published = count(&|one| one.done.contains(&Step::Publish));
    let hands = count(&|one| one.hand.is_some());
    let waiting = notes.iter().filter(|note| note.thanks == 0).count();
    let waiting = i64::try_from(waiting).unwrap_or(0);
    Ok(html! {
        ul.band {
            li { (voice.count("band-entered", workshop.entered)) }
            li { (voice.count("band-places", workshop.places)) }
            li { (voice.count("band-writing", writing)) }
            li { (voice.count("band-published", published)) }
            li.due[waiting > 0] { (voice.count("band-waiting", waiting)) }
            li.due[hands > 0] { (voice.count("band-hands", hands)) }
        }
        @if hands > 0 {
            ul.hands {
                @for one in people.iter().filter(|one| one.hand.is_some()) {
                    li { strong { (card::author(voice, &one.name)) } " " (raised(visitor, workshop, one)) }
                }
            }
        }
    })
}

fn nobody(visitor: &Visitor, workshop: &Workshop) -> Markup {
    let voice = &visitor.voice;
    let url = format!("{}/a", visitor.site.hosting.public_url);
    html! {
        div.empty #nobody {
            p { (voice.say("console-nobody")) }
            ol {
                li { (voice.say("console-nobody-1")) }
                li { (voice.say("console-nobody-2")) " " strong { (url) } ", " (spoken(&workshop.code)) }
                li { (voice.say("console-nobody-3")) }
            }
        }
    }
}

fn head(visitor: &Visitor, script: &Script) -> Markup {
    let voice = &visitor.voice;
    html! {
        tr {
            th scope="col" { (voice.say("console-who")) }
            @for one in &script.steps {
                th scope="col" { (voice.say(&format!("step-{}", one.step.word()))) }
            }
            th scope="col" { (voice.say("console-hand")) }
        }
    }
}

fn row(visitor: &Visitor, workshop: &Workshop, one: &Participant, now: i64) -> Markup {
    let voice = &visitor.voice;
    let script = workshop.script;
    let here = script.current(&one.done);
    let minutes = (now - one.last_at).max(0) / MINUTE;
    html! {
        tr id={ "p-" (one.person) } data-person=(one.person) {
            th scope="row" { (card::author(voice, &one.name)) }
            @for step in script.steps.iter().map(|one| one.step) {
                @if one.done.contains(&step) {
                    td.done { (icon::draw(Icon::Check)) (voice.say("cell-done")) }
                } @else if here == Some(step) {
                    td.here { "● " (voice.count("cell-here", minutes)) }
                } @else {
                    td { span.not-yet { "○ " (voice.say("cell-not-yet")) } }
                }
            }
            (hand_cell(visitor, workshop, one))
        }
    }
}

fn hand_cell(visitor: &Visitor, workshop: &Workshop, one: &Participant) -> Markup {
    if one.hand.is_none() {
        return html! { td { "–" } };
    }
    html! { td.raised { (raised(visitor, workshop, one)) } }
}

/// Why a hand is up, and the button for whoever has come.
fn raised(visitor: &Visitor, workshop: &Workshop, one: &Participant) -> Markup {
    let voice = &visitor.voice;
    let word: &str = one.hand.map_or("other", Into::into);
    let action = format!("/ateliers/{}/mains/{}", workshop.workshop, one.person);
    html! {
        (icon::draw(Icon::Hand)) (voice.say(&format!("hand-{word}-short")))
        form novalidate method="post" action=(action) {
            (field::key(visitor))
            button type="submit" aria-label=(voice.tell("console-settled-for", &[
                ("name", card::author(voice, &one.name).into()),
            ])) { (voice.say("console-settled")) }
        }
    }
}

async fn notes(visitor: &Visitor, workshop: &Workshop) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let app = &visitor.site.app;
    let all = note::of_workshop(&app.db, &workshop.workshop, visitor.viewer.id()).await?;
    let (waiting, answered): (Vec<_>, Vec<_>) = all.iter().partition(|note| note.thanks == 0);
    let list = |notes: &[&note::Note]| {
        html! {
            ul.plain {
                @for note in notes {
                    li {
                        a href={ "/notes/" (note.note) } { (note.title) }
                        " — " (card::author(voice, &note.writer_name))
                    }
                }
            }
        }
    };
    Ok(html! {
        h2 #notes-title { (voice.say("console-waiting")) }
        @if all.is_empty() {
            p.empty { (voice.say("console-no-note")) }
        } @else if waiting.is_empty() {
            p.empty { (voice.say("console-all-answered")) }
        }
        (list(&waiting))
        @if !answered.is_empty() {
            h2 { (voice.say("console-answered")) }
            (list(&answered))
        }
    })
}

/// The stream of a console: rows that changed, the band, the notes.
#[handler]
pub async fn direct(visitor: Visitor, Path(id): Path<String>, req: &Request) -> Answer {
    let workshop = run_by(&visitor, &id).await?;
    let from = sse::last_seen(req, visitor.query.number("depuis"));
    let streams = req.data::<Streams>().cloned().unwrap_or_default();
    let moved = visitor.site.app.projector.reached();
    let bell = moved.clone();
    let id = workshop.workshop.clone();
    let session = visitor.session.clone();
    Ok(sse::stream(from, moved, &streams, move |from| {
        let (visitor, id, session) = (visitor.clone(), id.clone(), session.clone());
        let reached = *bell.borrow();
        async move { news(&visitor, &id, session.as_deref(), from, reached).await }
    }))
}

/// What changed after `from`. `None`, and the stream ends, once the session does.
async fn news(
    visitor: &Visitor,
    id: &domain::ids::WorkshopId,
    session: Option<&str>,
    from: i64,
    reached: i64,
) -> Option<(i64, Vec<Message>)> {
    let app = &visitor.site.app;
    app.holder(session?).await.ok()??;
    let workshop = workshop::find(&app.db, id).await.ok()??;
    let changed = room::since(&app.db, id, from).await.ok()?;
    let now = app.clock.now();
    let mut messages: Vec<Message> = changed
        .iter()
        .map(|one| Message { event: "row", data: row(visitor, &workshop, one, now).into_string() })
        .collect();
    let people = room::since(&app.db, id, 0).await.ok()?;
    let band = band(visitor, &workshop, &people).await.ok()?;
    messages.push(Message { event: "band", data: band.into_string() });
    let notes = notes(visitor, &workshop).await.ok()?;
    messages.push(Message { event: "notes", data: notes.into_string() });
    let last = changed.iter().map(|one| one.position).max().unwrap_or(0);
    Some((reached.max(last).max(from), messages))
}

/// `POST …/mains/{person}`: it is settled.
#[handler]
pub async fn settle(
    visitor: Visitor,
    Path((id, person)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let workshop = run_by(&visitor, &id).await?;
    let person: PersonId = person.parse().map_err(|_| Problem::NotFound)?;
    let app = &visitor.site.app;
    let known = room::find(&app.db, &workshop.workshop, &person).await?;
    known.ok_or(Problem::NotFound)?;
    app.lower_hand(&workshop.workshop, &person, visitor.person()?, form.command_id())
        .await
        .map_err(plain)?;
    Ok(go(&format!("/ateliers/{}/console", workshop.workshop)))
}
