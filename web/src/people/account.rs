//! Coming back: with four words, with a password, with a code by e-mail.

pub mod claim;
pub mod hours;
pub mod letters;
pub mod link;
pub mod settings;
pub mod sign_out;

use app::Failure;
use app::engine::budget::WRONG_WORDS;
use domain::workshops::script::Step;
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;

use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::limits::Counted;
use crate::shell::page::{Answer, go, is_ours};
use crate::shell::parts::field::{self, Line};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// Where to go after signing in: a path of ours, or one's own page.
fn back(text: &str) -> String {
    if is_ours(text) { text.to_owned() } else { address::me().to_owned() }
}

/// `/reprendre`: four words.
pub async fn resume(Anyone(visitor): Anyone) -> Answer {
    Ok(resume_page(&visitor, "", None, StatusCode::OK))
}

fn resume_page(
    visitor: &Visitor,
    phrase: &str,
    notice: Option<&str>,
    status: StatusCode,
) -> Response {
    let voice = &visitor.voice;
    let (label, help) = (voice.say("resume-label"), voice.say("resume-help"));
    let line = Line { help: Some(&help), notice, ..Line::new("phrase", &label, phrase) };
    let content = html! {
        h1 { (voice.say("resume-title")) }
        (field::form(visitor, &address::resume(), html! {
            (line.show())
            button.primary type="submit" { (voice.say("resume-button")) }
        }))
        p { a href=(address::sign_in()) { (voice.say("join-account")) } }
    };
    Page::new(voice.say("resume-title"), content).kind(Kind::Step).status(status).show(visitor)
}

/// The words are those of somebody with an account: their password is asked besides. The
/// page says nothing of whose it is.
fn second_page(visitor: &Visitor, phrase: &str, notice: Option<&str>) -> Response {
    let voice = &visitor.voice;
    let label = voice.say("account-password-label");
    let line = Line {
        kind: "password",
        fill: "current-password",
        notice,
        ..Line::new("password", &label, "")
    };
    let content = html! {
        h1 { (voice.say("resume-second-title")) }
        p.lead { (voice.say("resume-second-lead")) }
        (field::form(visitor, &address::resume(), html! {
            input type="hidden" name="phrase" value=(phrase);
            (line.show())
            button.primary type="submit" { (voice.say("nav-sign-in")) }
        }))
        @if visitor.site.app.mailer.is_some() { (by_mail(visitor)) }
    };
    let page = Page::new(voice.say("resume-second-title"), content).kind(Kind::Step);
    page.status(StatusCode::UNPROCESSABLE_ENTITY).show(visitor)
}

/// `POST /reprendre`.
pub async fn resume_with(Anyone(visitor): Anyone, form: Form) -> Answer {
    let (app, limits) = (&visitor.site.app, &visitor.site.limits);
    if !limits.allow(Counted::SignIn, &visitor.address) {
        return Err(Problem::TooMany);
    }
    let phrase = form.get("phrase");
    if phrase.trim().is_empty() {
        let notice = visitor.voice.say("resume-blank");
        return Ok(resume_page(&visitor, phrase, Some(&notice), StatusCode::UNPROCESSABLE_ENTITY));
    }
    let Some(found) = app.people().resumed_by(phrase).await? else {
        let allowed = limits.allow(Counted::WrongWords, &visitor.address)
            && app.spend(WRONG_WORDS, "").await?;
        if !allowed {
            return Err(Problem::TooMany);
        }
        let notice = visitor.voice.say("resume-unknown");
        return Ok(resume_page(&visitor, phrase, Some(&notice), StatusCode::UNPROCESSABLE_ENTITY));
    };
    let person = found.person;
    if found.account {
        let Some(password) = form.maybe("password") else {
            return Ok(second_page(&visitor, phrase, None));
        };
        if !limits.allow(Counted::Account, person.as_str()) {
            return Err(Problem::TooMany);
        }
        if !app.people().has_password(&person, password).await? {
            let by_mail = app.mailer.is_some();
            let key = if by_mail { "resume-second-wrong" } else { "resume-second-wrong-alone" };
            let notice = visitor.voice.say(key);
            return Ok(second_page(&visitor, phrase, Some(&notice)));
        }
        let mut response = go(address::me());
        visitor.sign_in_to_account(&person, &mut response).await?;
        return Ok(response);
    }
    let workshops = projections::workshops::room::entered_by(&app.db, &person).await?;
    let mut target = address::me().to_owned();
    if let Some(id) = workshops.first()
        && let Some(workshop) = projections::workshops::workshop::find(&app.db, id).await?
    {
        // Whoever is through finds what they wrote, and not the end of the path.
        let participant = projections::workshops::room::find(&app.db, id, &person).await?;
        if participant.is_some_and(|it| !it.done.contains(&Step::Publish)) {
            target = address::path(&workshop.code);
        }
    }
    let mut response = go(&target);
    // The phone they left says that they go on elsewhere.
    app.people().move_session(&person, None).await?;
    visitor.sign_in(&person, &mut response).await?;
    Ok(response)
}

/// `/connexion`: address and password.
pub async fn sign_in(Anyone(visitor): Anyone) -> Answer {
    let target = visitor.query.get("retour").to_owned();
    Ok(sign_in_page(&visitor, "", &target, None, StatusCode::OK))
}

fn sign_in_page(
    visitor: &Visitor,
    email: &str,
    target: &str,
    notice: Option<&str>,
    status: StatusCode,
) -> Response {
    let voice = &visitor.voice;
    let (label, password) = (voice.say("account-email-label"), voice.say("account-password-label"));
    let email = Line { kind: "email", fill: "username", ..Line::new("email", &label, email) };
    let password = Line {
        kind: "password",
        fill: "current-password",
        notice,
        ..Line::new("password", &password, "")
    };
    let content = html! {
        h1 { (voice.say("sign-in-title")) }
        (field::form(visitor, &address::sign_in(), html! {
            input type="hidden" name="retour" value=(target);
            (email.show())
            (password.show())
            button.primary type="submit" { (voice.say("nav-sign-in")) }
        }))
        @if visitor.site.app.mailer.is_some() { (by_mail(visitor)) }
        p { a href=(address::resume()) { (voice.say("join-resume")) } }
    };
    Page::new(voice.say("sign-in-title"), content).kind(Kind::Step).status(status).show(visitor)
}

fn by_mail(visitor: &Visitor) -> Markup {
    let voice = &visitor.voice;
    html! { p { a href=(address::sign_in_code()) { (voice.say("sign-in-by-mail")) } } }
}

/// Counts a try before anything is looked at, at this account and from this address. A device
/// that has signed in to the account before is counted apart: strangers who try it keep
/// nobody out.
async fn guard(visitor: &Visitor, email: &str) -> Result<(), Problem> {
    let limits = &visitor.site.limits;
    let account = email.trim().to_lowercase();
    let what =
        if is_known(visitor, email).await? { Counted::KnownDevice } else { Counted::Account };
    let room = limits.allow(Counted::SignIn, &visitor.address) && limits.allow(what, &account);
    if room { Ok(()) } else { Err(Problem::TooMany) }
}

async fn is_known(visitor: &Visitor, email: &str) -> Result<bool, Problem> {
    Ok(match &visitor.phone {
        Some(phone) => visitor.site.app.people().is_known_device(email, phone).await?,
        None => false,
    })
}

/// `POST /connexion`.
pub async fn sign_in_with(Anyone(visitor): Anyone, form: Form) -> Answer {
    let (email, target) = (form.get("email"), form.get("retour"));
    guard(&visitor, email).await?;
    match visitor.site.app.people().sign_in(email, form.get("password")).await {
        Ok(person) => {
            let mut response = go(&back(target));
            visitor.sign_in_to_account(&person, &mut response).await?;
            Ok(response)
        }
        Err(Failure::Refused(app::people::identities::WRONG)) => {
            let notice = visitor.voice.say("account-wrong");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(sign_in_page(&visitor, email, target, Some(&notice), status))
        }
        Err(error) => Err(error.into()),
    }
}

/// `/connexion/code`: an address to send a code to, then the code.
pub async fn ask_code(Anyone(visitor): Anyone) -> Answer {
    Ok(code_page(&visitor, None, None, StatusCode::OK))
}

/// `secret`: the one of the form that asked for the code, once one was asked.
fn code_page(
    visitor: &Visitor,
    secret: Option<&str>,
    notice: Option<&str>,
    status: StatusCode,
) -> Response {
    let voice = &visitor.voice;
    let label = voice.say("account-email-label");
    let address = Line { kind: "email", fill: "username", ..Line::new("email", &label, "") };
    let content = html! {
        h1 { (voice.say("sign-in-by-mail")) }
        (field::form(visitor, &address::sign_in_code(), html! {
            @match secret {
                None => { (address.show()) }
                Some(value) => { (letters::code_field(voice, value, notice)) }
            }
            button.primary type="submit" { (voice.say("path-continue")) }
        }))
        @if secret.is_some() { p { a href=(address::sign_in_code()) { (voice.say("sign-in-code-again")) } } }
    };
    Page::new(voice.say("sign-in-by-mail"), content).kind(Kind::Step).status(status).show(visitor)
}

/// `POST /connexion/code`: sends the code, or checks it. Whether an address has an
/// account is told by the letter alone.
pub async fn use_code(Anyone(visitor): Anyone, form: Form) -> Answer {
    let app = &visitor.site.app;
    if app.mailer.is_none() {
        return Err(Problem::NotFound);
    }
    if let Some(code) = form.maybe("code") {
        if !visitor.site.limits.allow(Counted::SignIn, &visitor.address) {
            return Err(Problem::TooMany);
        }
        let secret = form.get("demande");
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let again = |notice: &str| code_page(&visitor, Some(secret), Some(notice), status);
        return letters::finish(&visitor, secret, code, again).await;
    }
    let email = form.get("email").trim().to_owned();
    letters::may_ask(&visitor, &email)?;
    let known = is_known(&visitor, &email).await?;
    let request = app.people().ask_sign_in_code(&email, known).await?;
    letters::send(&visitor, request.letter);
    Ok(code_page(&visitor, Some(&request.secret), None, StatusCode::OK))
}
