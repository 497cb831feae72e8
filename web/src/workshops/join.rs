//! `/a/{code}`: from scan to “come in”, one field that is filled already. Typing a code is in
//! [`mod@code`].

pub mod code;

use app::Failure;
use app::engine::envelope::CommandId;
use app::people::codes::pseudonym;
use domain::core::ids::PersonId;
use domain::core::registry::Refusal;
use domain::workshops::workshop::{Door, Error as No};
use maud::{Markup, html};
use poem::Response;
use poem::http::{StatusCode, header};
use projections::workshops::room;
use projections::workshops::workshop::{Stage, Workshop};

pub(crate) use self::code::behind;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::limits::Counted;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::path::not_shown;
use crate::workshops::rights::AtTheDoor;

/// How often a page that waits for the door to open comes back, in seconds.
const WAIT: u32 = 20;

/// `/a/{code}`: the door.
pub async fn show(AtTheDoor { visitor, workshop }: AtTheDoor) -> Answer {
    let visitor = visitor.in_tone(workshop.tone);
    if let Some(person) = visitor.viewer.person() {
        let app = &visitor.site.app;
        if room::find(&app.db, &workshop.workshop, person).await?.is_some() {
            return Ok(go(&address::path(&workshop.code)));
        }
        if not_shown::is_in(&visitor, &workshop, person).await? {
            return Ok(not_shown::page(&visitor, &workshop));
        }
    }
    if let Some(person) = visitor.viewer.person()
        && room::is_sent_out(&visitor.site.app.db, &workshop.workshop, person).await?
    {
        return Ok(sent_out(&visitor, &workshop));
    }
    let is_free = workshop.live.door == Door::Free && workshop.entered < workshop.places;
    let has_room = workshop.stage == Stage::Open && is_free;
    if !has_room && is_waiting(&visitor, &workshop).await? {
        return Ok(waiting(&visitor, &workshop));
    }
    let mut page = match workshop.stage {
        Stage::Open if workshop.live.door == Door::Shut => shut(&visitor, &workshop),
        Stage::Open => door(&visitor, &workshop, None, None),
        Stage::Prepared => not_open(&visitor, &workshop, StatusCode::OK),
        Stage::Closed => over(&visitor, &workshop, None),
    };
    // What the form of this door is bound to: sent again by another phone, it opens nothing.
    visitor.give_phone(&mut page);
    Ok(page)
}

fn door(
    visitor: &Visitor,
    workshop: &Workshop,
    name: Option<&str>,
    notice: Option<&str>,
) -> Response {
    let voice = &visitor.voice;
    let known = visitor.viewer.someone.as_ref().map(|someone| someone.name.clone());
    let name = name.map(str::to_owned).or(known.clone()).unwrap_or_else(pseudonym);
    let label = voice.say("join-name");
    let help = voice.say("join-name-help");
    let line =
        Line { help: Some(&help), notice, fill: "nickname", ..Line::new("name", &label, &name) };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let content = html! {
        p.over data-rehearsal=[workshop.live.details.rehearsal.then_some("1")] {
            (voice.say("join-workshop"))
            @if workshop.live.details.rehearsal { " · " (voice.say("overview-is-rehearsal")) }
        }
        h1 { (workshop.title) }
        p { (voice.fill("join-with", &[("name", workshop.facilitator_name.as_str().into())])) }
        (field::form(visitor, &address::door(&workshop.code), html! {
            @if let Some(known) = &known {
                input type="hidden" name="name" value=(known);
                p.lead { (voice.fill("join-as", &[("name", known.as_str().into())])) }
            } @else {
                (line.show())
                p.small { a href=(address::door(&workshop.code)) { (voice.say("join-another-name")) } }
            }
            @if workshop.live.door == Door::Held { p { (voice.say("join-held")) } }
            p.promise { (icon::draw(Icon::Lock)) (voice.say("join-promise")) }
            button.primary type="submit" { (voice.say("join-enter")) }
        }))
        p.small { (voice.say("join-no-account")) }
        details {
            summary { (voice.say("join-recorded")) }
            ul {
                @for line in 1..=5 { li { (voice.say(&format!("join-recorded-{line}"))) } }
                @if workshop.live.details.minors { li { (voice.say("join-recorded-minors")) } }
            }
        }
        @if known.is_none() {
            p.small {
                a href=(address::resume()) { (voice.say("join-resume")) } " · "
                a href={ (address::sign_in()) "?retour=/a/" (workshop.code) } { (voice.say("join-account")) }
            }
        }
    };
    Page::new(workshop.title.clone(), content).kind(Kind::Step).status(status).show(visitor)
}

fn not_open(visitor: &Visitor, workshop: &Workshop, status: StatusCode) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        p.over { (voice.say("join-workshop")) }
        h1 { (workshop.title) }
        p.lead role="status" { (voice.say("join-soon")) }
        p { (voice.say("join-soon-help")) }
    };
    let page = Page::new(workshop.title.clone(), content).kind(Kind::Step).status(status);
    page.refresh(WAIT).show(visitor)
}

/// Nobody comes in for the moment.
fn shut(visitor: &Visitor, workshop: &Workshop) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        p.over { (voice.say("join-workshop")) }
        h1 { (workshop.title) }
        p.lead role="status" { (voice.say("join-shut")) }
        p { (voice.say("join-shut-help")) }
    };
    let page = Page::new(workshop.title.clone(), content).kind(Kind::Step);
    page.status(StatusCode::CONFLICT).refresh(WAIT).show(visitor)
}

/// They were asked to stay out; nothing they wrote is lost.
fn sent_out(visitor: &Visitor, workshop: &Workshop) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        p.over { (voice.say("join-workshop")) }
        h1 { (workshop.title) }
        p.lead role="status" { (voice.say("join-sent-out")) }
        p { (voice.say("join-sent-out-help")) }
        p { a.button href=(address::me()) { (voice.say("nav-me")) } }
    };
    let page = Page::new(workshop.title.clone(), content).kind(Kind::Step);
    page.status(StatusCode::FORBIDDEN).refresh(WAIT).show(visitor)
}

/// Whether this visitor waits to be let in.
async fn is_waiting(visitor: &Visitor, workshop: &Workshop) -> Result<bool, Problem> {
    let Some(person) = visitor.viewer.person() else { return Ok(false) };
    let waiting = room::waiting(&visitor.site.app.db, &workshop.workshop).await?;
    Ok(waiting.iter().any(|it| it.person == *person))
}

/// The waiting room: the page opens by itself once they are let in.
fn waiting(visitor: &Visitor, workshop: &Workshop) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        p.over { (voice.say("join-workshop")) }
        h1 { (workshop.title) }
        p.lead role="status" { (voice.say("waiting-lead")) }
        p { (voice.say("waiting-help")) }
        p { a.button href=(address::notes()) { (voice.say("join-over-read")) } }
    };
    let page = Page::new(workshop.title.clone(), content).kind(Kind::Step);
    page.status(StatusCode::ACCEPTED).refresh(WAIT).show(visitor)
}

/// The door of a workshop that is over: one may ask to be added all the same.
fn over(visitor: &Visitor, workshop: &Workshop, notice: Option<(&str, &str)>) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        p.over { (voice.say("join-workshop")) }
        h1 { (workshop.title) }
        p.lead { (voice.say("join-over")) }
        p { (voice.say("join-over-help")) }
        (late(visitor, workshop, notice))
        p { a href=(address::notes()) { (voice.say("join-over-read")) } }
        p { a href=(address::resume()) { (voice.say("join-resume")) } }
    };
    let page = Page::new(workshop.title.clone(), content).kind(Kind::Step);
    page.status(StatusCode::GONE).show(visitor)
}

/// The form of someone who comes late.
fn late(visitor: &Visitor, workshop: &Workshop, notice: Option<(&str, &str)>) -> Markup {
    let voice = &visitor.voice;
    let known = visitor.viewer.someone.as_ref().map(|someone| someone.name.clone());
    let name = notice.map(|(_, name)| name.to_owned()).or(known).unwrap_or_else(pseudonym);
    let label = voice.say("join-name");
    let line = Line {
        notice: notice.map(|(notice, _)| notice),
        fill: "nickname",
        ..Line::new("name", &label, &name)
    };
    html! {
        (field::form(visitor, &address::door(&workshop.code), html! {
            (line.show())
            button.primary type="submit" { (voice.say("waiting-button")) }
        }))
    }
}

fn full(visitor: &Visitor, workshop: &Workshop) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        p.over { (voice.say("join-workshop")) }
        h1 { (workshop.title) }
        p.lead { (voice.count("join-full", workshop.places)) }
        p { (voice.say("waiting-told")) }
        p { a.button.primary href=(address::door(&workshop.code)) { (voice.say("join-again")) } }
    };
    let page = Page::new(workshop.title.clone(), content).kind(Kind::Step);
    page.status(StatusCode::CONFLICT).refresh(WAIT).show(visitor)
}

/// `POST /a/{code}`: come in.
pub async fn enter(AtTheDoor { visitor, workshop }: AtTheDoor, form: Form) -> Answer {
    // Sent again by the same phone, the form leads in again; by another, it is another one.
    let mut given = Response::default();
    let phone = visitor.give_phone(&mut given);
    let visitor = visitor.in_tone(workshop.tone);
    let (name, person) = (form.get("name"), visitor.viewer.person());
    let language = visitor.voice.language.code();
    let key = form.command_id().bound_to(&phone);
    let mut answer = match arrive(&visitor, &workshop, (name, person, language), key).await {
        Err(Problem::Instead(page)) => *page,
        other => other?,
    };
    for cookie in given.headers().get_all(header::SET_COOKIE) {
        answer.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    Ok(answer)
}

async fn arrive(
    visitor: &Visitor,
    workshop: &Workshop,
    (name, person, language): (&str, Option<&PersonId>, &str),
    key: CommandId,
) -> Answer {
    let app = &visitor.site.app;
    // One person does not fill a room: somebody new on a phone that has brought several, or
    // without one where many came so, waits until whoever runs the room lets them in.
    if person.is_none() && workshop.stage == Stage::Open && !is_one_more(visitor, workshop) {
        return ask_to_be_let_in(visitor, workshop, No::Held, (name, person, language), key).await;
    }
    let entered = app
        .workshops()
        .enter_workshop(&workshop.workshop, person, name, language, key.clone())
        .await;
    match entered {
        Ok(entered) => let_in(visitor, workshop, &entered).await,
        Err(Failure::Words("name", reason)) => {
            let notice = visitor.voice.say(&format!("name-{}", <&str>::from(reason)));
            Ok(match workshop.stage {
                Stage::Closed => over(visitor, workshop, Some((&notice, name))),
                Stage::Prepared | Stage::Open => door(visitor, workshop, Some(name), Some(&notice)),
            })
        }
        Err(Failure::Rule(Refusal::Workshop(No::NotOpenYet))) => {
            not_at_an_open_door(visitor)?;
            Ok(not_open(visitor, workshop, StatusCode::CONFLICT))
        }
        Err(Failure::Rule(Refusal::Workshop(No::Shut))) => Ok(shut(visitor, workshop)),
        Err(Failure::Rule(Refusal::Workshop(No::SentOut))) => Ok(sent_out(visitor, workshop)),
        Err(Failure::Rule(Refusal::Workshop(refusal @ (No::Full | No::Over | No::Held)))) => {
            if refusal == No::Over {
                not_at_an_open_door(visitor)?;
            }
            ask_to_be_let_in(visitor, workshop, refusal, (name, person, language), key).await
        }
        Err(error) => Err(Problem::from(error)),
    }
}

/// Whether somebody new may come in by themselves, as far as this phone and this address go.
fn is_one_more(visitor: &Visitor, workshop: &Workshop) -> bool {
    let limits = &visitor.site.limits;
    if let Some(phone) = &visitor.phone {
        return limits.allow(Counted::ArrivalOfPhone, &format!("{} {phone}", workshop.workshop));
    }
    limits.allow(Counted::Arrival, &format!("{} {}", workshop.workshop, visitor.address))
}

/// The quota of entries belongs to the code: at an open door nobody is counted. At a door
/// that is not open, an address may ask so many times a minute.
fn not_at_an_open_door(visitor: &Visitor) -> Result<(), Problem> {
    let allowed = visitor.site.limits.allow(Counted::ClosedDoor, &visitor.address);
    if allowed { Ok(()) } else { Err(Problem::TooMany) }
}

/// They wait, and whoever runs the workshop sees it.
async fn ask_to_be_let_in(
    visitor: &Visitor,
    workshop: &Workshop,
    refusal: No,
    (name, person, language): (&str, Option<&PersonId>, &str),
    key: CommandId,
) -> Answer {
    let app = &visitor.site.app;
    let id = &workshop.workshop;
    match app.workshops().wait_at_door(id, person, name, language, key.then("wait")).await {
        Ok(waits) => {
            // A form sent again after its person made an account opens nothing by itself.
            let known = app.people().someone(&waits).await?;
            if person.is_none() && known.is_some_and(|someone| someone.account) {
                return Ok(go(&format!("{}?retour=/a/{}", address::sign_in(), workshop.code)));
            }
            let mut response = match refusal {
                No::Full => full(visitor, workshop),
                _ => go(&address::door(&workshop.code)),
            };
            if person.is_none() {
                visitor.sign_in(&waits, &mut response).await?;
            }
            Ok(response)
        }
        Err(Failure::Words("name", reason)) => {
            let notice = visitor.voice.say(&format!("name-{}", <&str>::from(reason)));
            Ok(door(visitor, workshop, Some(name), Some(&notice)))
        }
        // More people wait than the room could ever hold.
        Err(Failure::Rule(Refusal::Workshop(No::Full))) => Ok(full(visitor, workshop)),
        Err(error) => Err(error.into()),
    }
}

async fn let_in(visitor: &Visitor, workshop: &Workshop, entered: &PersonId) -> Answer {
    let target = address::path(&workshop.code);
    let mut response = go(&target);
    visitor.site.doors.is_hall(&visitor.address, &workshop.workshop);
    if visitor.viewer.person().is_none() {
        // A form sent again after its person made an account opens nothing by itself.
        let known = visitor.site.app.people().someone(entered).await?;
        if known.is_some_and(|someone| someone.account) {
            return Ok(go(&format!("{}?retour={target}", address::sign_in())));
        }
        visitor.sign_in(entered, &mut response).await?;
    }
    Ok(response)
}
