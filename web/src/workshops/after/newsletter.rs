//! `/ateliers/{id}/suivi`: news for those who asked for them, two, seven and thirty days
//! later. They leave by themselves when there is a mail server, or sooner, in one tap; they
//! can be read and copied when there is none.
//! `/nouvelles/…` stops them, in one tap.

pub mod letter;

use app::workshops::follow::{Letter, Recipient};
use app::workshops::outbox::MOST_IN_A_RUN;
use domain::core::ids::{PersonId, WorkshopId};
use maud::{Markup, html};
use poem::Response;
use projections::workshops::workshop::Workshop;
use strum::VariantArray as _;

use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::{field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::rights::Runs;

/// The three kinds of people, in the order they are told.
const SEGMENTS: [&str; 3] = ["published", "draft", "observed"];

/// The page.
pub async fn show(Runs { visitor, workshop, .. }: Runs) -> Answer {
    let voice = &visitor.voice;
    let people = visitor.site.app.workshops().recipients(&workshop).await?;
    let end = visitor.site.app.workshops().end_of(&workshop);
    let unreachable = people.iter().filter(|it| it.email.is_none()).count();
    let by_mail = visitor.site.app.mailer.is_some();
    let waiting = people.iter().filter(|it| by_mail && it.waits_for_proof()).count();
    let number = |count: usize| i64::try_from(count).unwrap_or(0);
    let content = html! {
        p.over { a href=(address::workshop(&workshop.workshop)) { (workshop.title) } }
        h1 { (voice.say("follow-title")) }
        p.lead { (voice.count("follow-lead", number(people.len()))) }
        @if unreachable > 0 { p { (voice.count("follow-unreachable", number(unreachable))) } }
        @if waiting > 0 { p { (voice.count("follow-waiting", number(waiting))) } }
        @if !by_mail { p.banner { (voice.say("follow-no-mail")) } }
        @if let Some(sent) = visitor.query.number("envoyes") {
            p.banner role="status" { (voice.count("follow-sent", sent)) }
        }
        @for which in Letter::VARIANTS {
            section.panel aria-labelledby={ "l-" (which.word()) } {
                h2 id={ "l-" (which.word()) } { (voice.say(&format!("letter-{}", which.word()))) }
                @let now = visitor.site.app.clock.now();
                @let leaves = by_mail && which.due(end) > now;
                @let due = if leaves { "follow-leaves" } else { "follow-due" };
                p.by { (moment::told_day(voice, due, &[], which.due(end))) }
                @for word in SEGMENTS { (preview(&visitor, &workshop, *which, word, &people)) }
                (send_form(&visitor, &workshop, *which, &people))
            }
        }
    };
    Ok(Page::new(voice.say("follow-title"), content).show(&visitor))
}

/// What one kind of people will read, with one person's real facts.
fn preview(
    visitor: &Visitor,
    workshop: &Workshop,
    which: Letter,
    word: &str,
    people: &[Recipient],
) -> Markup {
    let voice = &visitor.voice;
    let those: Vec<&Recipient> =
        people.iter().filter(|it| letter::segment(&it.did) == word).collect();
    let count = i64::try_from(those.len()).unwrap_or(0);
    html! {
        @for (at, recipient) in those.iter().enumerate() {
            @let (subject, paragraphs) = letter::compose(&visitor.site, workshop, which, recipient);
            @let id = format!("t-{}-{word}-{at}", which.word());
            @if at == 0 {
                h3 { (voice.count(&format!("follow-{word}"), count)) }
            }
            details {
                summary { (recipient.name) }
                p { strong { (subject) } }
                p.spoken id=(id) { (letter::plain(&paragraphs)) }
                button type="button" data-copy=(id) data-copied=(voice.say("keep-copied")) hidden {
                    (voice.say("keep-copy"))
                }
            }
        }
    }
}

fn send_form(
    visitor: &Visitor,
    workshop: &Workshop,
    which: Letter,
    people: &[Recipient],
) -> Markup {
    let voice = &visitor.voice;
    let due = |it: &&Recipient| it.proved_address().is_some() && !it.settled.contains(&which);
    let count = i64::try_from(people.iter().filter(due).count()).unwrap_or(0);
    html! {
        @if visitor.site.app.mailer.is_some() && count > 0 {
            (field::form(visitor, &address::newsletter(&workshop.workshop), html! {
                button type="submit" name="letter" value=(which.word()) { (voice.count("follow-send", count)) }
            }))
        }
    }
}

/// `POST …/suivi`: sends one letter to those who have not had it.
pub async fn send(Runs { visitor, workshop, .. }: Runs, form: Form) -> Answer {
    let which: Letter = form.get("letter").parse().map_err(|_| Problem::NotFound)?;
    if visitor.site.app.mailer.is_none() {
        return Err(Problem::NotFound);
    }
    let back = address::newsletter(&workshop.workshop);
    // Goes on to the end even when whoever asked has left the page: nobody else sends the
    // letters that were taken before their lease ends.
    let site = visitor.site.clone();
    let sending = tokio::spawn(async move {
        letter::send_all(&site, &workshop, (which, &mut { MOST_IN_A_RUN })).await
    });
    let sent = sending.await.map_err(|_| Problem::Broken)??;
    Ok(go(&format!("{back}?envoyes={sent}")))
}

/// `/nouvelles/{workshop}/{person}/{mark}`: one button. Opening a link changes nothing.
pub async fn stop_page(Anyone(visitor): Anyone) -> Answer {
    let id = visitor.part("id");
    let person = visitor.part("person");
    let mark = visitor.part("mark");
    let voice = &visitor.voice;
    if visitor.query.maybe("fait").is_some() {
        return Ok(stopped(&visitor));
    }
    let content = html! {
        h1 { (voice.say("stop-title")) }
        p.lead { (voice.say("stop-lead")) }
        (field::form(&visitor, &address::news_stopped(id, person, mark), html! {
            button.primary type="submit" { (voice.say("stop-button")) }
        }))
    };
    Ok(Page::new(voice.say("stop-title"), content).kind(Kind::Step).show(&visitor))
}

/// It is done.
fn stopped(visitor: &Visitor) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("stop-title")) }
        p.lead role="status" { (voice.say("stop-done")) }
    };
    Page::new(voice.say("stop-title"), content).kind(Kind::Step).show(visitor)
}

/// `POST /nouvelles/…`: no more news. The button of the page, or a mail program (RFC 8058),
/// which has no session, sends a body of its own, and follows no redirect.
pub async fn stop_it(Anyone(visitor): Anyone, form: Form) -> Answer {
    let id = visitor.part("id");
    let person = visitor.part("person");
    let mark = visitor.part("mark");
    let workshop: WorkshopId = id.parse().map_err(|_| Problem::NotFound)?;
    let who: PersonId = person.parse().map_err(|_| Problem::NotFound)?;
    if !visitor.site.app.workshops().stop_news(&workshop, &who, mark).await? {
        return Err(Problem::NotFound);
    }
    if form.get("List-Unsubscribe") == "One-Click" {
        return Ok(stopped(&visitor));
    }
    Ok(go(&format!("{}?fait=1", address::news_stopped(&workshop, &who, mark))))
}
