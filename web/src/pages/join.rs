//! `/a` and `/a/{code}`: from scan to “come in”, one field that is filled already.

use app::execute::CommandError;
use app::words::{as_code, pseudonym};
use app::workshops::WorkshopError;
use domain::ids::PersonId;
use domain::workshop::Error as Refusal;
use maud::{Markup, html};
use poem::http::StatusCode;
use poem::web::Path;
use poem::{Response, handler};
use projections::workshop::{Stage, Workshop};
use projections::{room, workshop};

use crate::form::Form;
use crate::layout::{Kind, Page};
use crate::pages::path::not_shown;
use crate::pages::{Answer, go, unless_set_aside};
use crate::parts::field::{self, Line};
use crate::parts::icon::{self, Icon};
use crate::problem::Problem;
use crate::site::Counted;
use crate::visitor::Visitor;
use crate::voice::Voice;

/// How often a page that waits for the door to open comes back, in seconds.
const WAIT: u32 = 20;

/// `/a`: a code to type. With `?code=`, straight to that door.
#[handler]
pub async fn type_code(visitor: Visitor) -> Answer {
    let voice = &visitor.voice;
    let typed = visitor.query.get("code").to_owned();
    if typed.is_empty() {
        let content = html! {
            h1 { (voice.say("code-title")) }
            (code_form(voice, "", None))
            p { a href="/reprendre" { (voice.say("join-resume")) } }
        };
        return Ok(Page::new(voice.say("code-title"), content).kind(Kind::Step).show(&visitor));
    }
    match as_code(&typed) {
        Some(code) => Ok(go(&format!("/a/{code}"))),
        None => Ok(wrong_code(&visitor, &typed)),
    }
}

/// The field for a code.
pub(crate) fn code_form(voice: &Voice, typed: &str, notice: Option<&str>) -> Markup {
    let label = voice.say("code-label");
    let help = voice.say("code-help");
    let line = Line { help: Some(&help), notice, ..Line::new("code", &label, typed) };
    html! {
        form.code novalidate method="get" action="/a" {
            (line.show())
            button.primary type="submit" { (voice.say("code-button")) }
        }
    }
}

/// A code that opens nothing: counted, so that guessing is slow. A right code is
/// never counted, so a classroom behind one address always gets in.
fn wrong_code(visitor: &Visitor, typed: &str) -> Response {
    let voice = &visitor.voice;
    let allowed = visitor.site.limits.allow(Counted::WrongCode, &visitor.address);
    let (status, notice) = if allowed {
        (StatusCode::NOT_FOUND, voice.say("code-unknown"))
    } else {
        (StatusCode::TOO_MANY_REQUESTS, voice.say("code-slow"))
    };
    let content = html! {
        h1 { (voice.say("code-title")) }
        (code_form(voice, typed, Some(&notice)))
    };
    Page::new(voice.say("code-title"), content).kind(Kind::Step).status(status).show(visitor)
}

/// The workshop behind a code, or the page that says there is none.
pub(crate) async fn behind(visitor: &Visitor, typed: &str) -> Result<Workshop, Problem> {
    // A code as people type it, or the longer secret of a link as it was scanned.
    let is_plain = typed.bytes().all(|sign| sign.is_ascii_alphanumeric());
    let asked = as_code(typed).or_else(|| is_plain.then(|| typed.to_owned()));
    let found = match asked {
        Some(asked) => workshop::behind(&visitor.site.app.db, &asked).await?,
        None => None,
    };
    let found = found.ok_or_else(|| Problem::instead(wrong_code(visitor, typed)))?;
    unless_set_aside(visitor, "workshop", found.workshop.as_str())?;
    Ok(found)
}

/// `/a/{code}`: the door.
#[handler]
pub async fn show(visitor: Visitor, Path(code): Path<String>) -> Answer {
    let workshop = behind(&visitor, &code).await?;
    let visitor = visitor.in_tone(workshop.tone);
    if let Some(person) = visitor.viewer.person() {
        let app = &visitor.site.app;
        if room::find(&app.db, &workshop.workshop, person).await?.is_some() {
            return Ok(go(&format!("/a/{}/parcours", workshop.code)));
        }
        if not_shown::is_in(&visitor, &workshop, person).await? {
            return Ok(not_shown::page(&visitor, &workshop));
        }
    }
    let has_room = workshop.stage == Stage::Open && workshop.entered < workshop.places;
    if !has_room && is_waiting(&visitor, &workshop).await? {
        return Ok(waiting(&visitor, &workshop));
    }
    Ok(match workshop.stage {
        Stage::Open => door(&visitor, &workshop, None, None),
        Stage::Prepared => not_open(&visitor, &workshop, StatusCode::OK),
        Stage::Closed => over(&visitor, &workshop, None),
    })
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
        p.over { (voice.say("join-workshop")) }
        h1 { (workshop.title) }
        p.with { (voice.tell("join-with", &[("name", workshop.facilitator_name.as_str().into())])) }
        form novalidate method="post" action={ "/a/" (workshop.code) } {
            (field::key(visitor))
            @if let Some(known) = &known {
                input type="hidden" name="name" value=(known);
                p.lead { (voice.tell("join-as", &[("name", known.as_str().into())])) }
            } @else {
                (line.show())
                p.small { a href={ "/a/" (workshop.code) } { (voice.say("join-another-name")) } }
            }
            p.promise { (icon::draw(Icon::Lock)) (voice.say("join-promise")) }
            button.primary type="submit" { (voice.say("join-enter")) }
        }
        p.small { (voice.say("join-no-account")) }
        details {
            summary { (voice.say("join-recorded")) }
            ul { @for line in 1..=5 { li { (voice.say(&format!("join-recorded-{line}"))) } } }
        }
        @if known.is_none() {
            p.small {
                a href="/reprendre" { (voice.say("join-resume")) } " · "
                a href={ "/connexion?retour=/a/" (workshop.code) } { (voice.say("join-account")) }
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

/// Whether this visitor waits to be let in.
async fn is_waiting(visitor: &Visitor, workshop: &Workshop) -> Result<bool, Problem> {
    let Some(person) = visitor.viewer.person() else { return Ok(false) };
    let waiting = room::waiting(&visitor.site.app.db, &workshop.workshop).await?;
    Ok(waiting.iter().any(|one| one.person == *person))
}

/// The waiting room: the page opens by itself once they are let in.
fn waiting(visitor: &Visitor, workshop: &Workshop) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        p.over { (voice.say("join-workshop")) }
        h1 { (workshop.title) }
        p.lead role="status" { (voice.say("waiting-lead")) }
        p { (voice.say("waiting-help")) }
        p { a.button href="/notes" { (voice.say("join-over-read")) } }
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
        p { a href="/notes" { (voice.say("join-over-read")) } }
        p { a href="/reprendre" { (voice.say("join-resume")) } }
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
        form novalidate method="post" action={ "/a/" (workshop.code) } {
            (field::key(visitor))
            (line.show())
            button.primary type="submit" { (voice.say("waiting-button")) }
        }
    }
}

fn full(visitor: &Visitor, workshop: &Workshop) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        p.over { (voice.say("join-workshop")) }
        h1 { (workshop.title) }
        p.lead { (voice.count("join-full", workshop.places)) }
        p { (voice.say("waiting-told")) }
        p { a.button.primary href={ "/a/" (workshop.code) } { (voice.say("join-again")) } }
    };
    let page = Page::new(workshop.title.clone(), content).kind(Kind::Step);
    page.status(StatusCode::CONFLICT).refresh(WAIT).show(visitor)
}

/// `POST /a/{code}`: come in.
#[handler]
pub async fn enter(visitor: Visitor, Path(code): Path<String>, form: Form) -> Answer {
    let workshop = behind(&visitor, &code).await?;
    let visitor = visitor.in_tone(workshop.tone);
    let (name, person) = (form.get("name"), visitor.viewer.person());
    let language = visitor.voice.language.code();
    let entered = visitor
        .site
        .app
        .enter_workshop(&workshop.workshop, person, name, language, form.command_id())
        .await;
    match entered {
        Ok(entered) => let_in(&visitor, &workshop, &entered).await,
        Err(WorkshopError::Name(reason)) => {
            let notice = visitor.voice.say(&format!("name-{}", <&str>::from(reason)));
            Ok(match workshop.stage {
                Stage::Closed => over(&visitor, &workshop, Some((&notice, name))),
                Stage::Prepared | Stage::Open => {
                    door(&visitor, &workshop, Some(name), Some(&notice))
                }
            })
        }
        Err(WorkshopError::Command(CommandError::ByRule(Refusal::NotOpenYet))) => {
            not_at_an_open_door(&visitor)?;
            Ok(not_open(&visitor, &workshop, StatusCode::CONFLICT))
        }
        Err(WorkshopError::Command(CommandError::ByRule(
            refusal @ (Refusal::Full | Refusal::Over),
        ))) => {
            if refusal == Refusal::Over {
                not_at_an_open_door(&visitor)?;
            }
            ask_to_be_let_in(&visitor, &workshop, refusal, &form).await
        }
        Err(error) => Err(Problem::from(error)),
    }
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
    refusal: Refusal,
    form: &Form,
) -> Answer {
    let (name, person) = (form.get("name"), visitor.viewer.person());
    let language = visitor.voice.language.code();
    let app = &visitor.site.app;
    let id = &workshop.workshop;
    let key = form.command_id().then("wait");
    match app.wait_at_door(id, person, name, language, key).await {
        Ok(waits) => {
            // A form sent again after its person made an account opens nothing by itself.
            let known = app.someone(&waits).await?;
            if person.is_none() && known.is_some_and(|someone| someone.account) {
                return Ok(go(&format!("/connexion?retour=/a/{}", workshop.code)));
            }
            let mut response = match refusal {
                Refusal::Full => full(visitor, workshop),
                _ => go(&format!("/a/{}", workshop.code)),
            };
            if person.is_none() {
                visitor.sign_in(&waits, &mut response).await?;
            }
            Ok(response)
        }
        // More people wait than the room could ever hold.
        Err(WorkshopError::Command(CommandError::ByRule(Refusal::Full))) => {
            Ok(full(visitor, workshop))
        }
        Err(error) => Err(error.into()),
    }
}

async fn let_in(visitor: &Visitor, workshop: &Workshop, entered: &PersonId) -> Answer {
    let target = format!("/a/{}/parcours", workshop.code);
    let mut response = go(&target);
    if visitor.viewer.person().is_none() {
        // A form sent again after its person made an account opens nothing by itself.
        let known = visitor.site.app.someone(entered).await?;
        if known.is_some_and(|someone| someone.account) {
            return Ok(go(&format!("/connexion?retour={target}")));
        }
        visitor.sign_in(entered, &mut response).await?;
    }
    Ok(response)
}
