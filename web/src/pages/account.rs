//! Coming back: with four words, with a password, with a code by e-mail.

pub mod claim;
pub mod link;

use app::identities::IdentityError;
use app::mail::Letter;
use app::secrets;
use maud::{Markup, html};
use poem::Response;
use poem::handler;
use poem::http::StatusCode;

use crate::form::Form;
use crate::layout::{Kind, Page};
use crate::pages::{Answer, go, is_ours};
use crate::parts::field::{self, Line};
use crate::problem::Problem;
use crate::site::Counted;
use crate::visitor::Visitor;

/// Where to go after signing in: a path of ours, or one's own page.
fn back(asked: &str) -> String {
    if is_ours(asked) { asked.to_owned() } else { "/moi".to_owned() }
}

/// `/reprendre`: four words.
#[handler]
pub async fn resume(visitor: Visitor) -> Answer {
    Ok(resume_page(&visitor, None, StatusCode::OK))
}

fn resume_page(visitor: &Visitor, notice: Option<&str>, status: StatusCode) -> Response {
    let voice = &visitor.voice;
    let (label, help) = (voice.say("resume-label"), voice.say("resume-help"));
    let line = Line { help: Some(&help), notice, ..Line::new("phrase", &label, "") };
    let content = html! {
        h1 { (voice.say("resume-title")) }
        form novalidate method="post" action="/reprendre" {
            (field::key(visitor))
            (line.show())
            button.primary type="submit" { (voice.say("resume-button")) }
        }
        p { a href="/connexion" { (voice.say("join-account")) } }
    };
    Page::new(voice.say("resume-title"), content).kind(Kind::Step).status(status).show(visitor)
}

/// `POST /reprendre`.
#[handler]
pub async fn resume_with(visitor: Visitor, form: Form) -> Answer {
    if !visitor.site.limits.allow(Counted::SignIn, &visitor.address) {
        return Err(Problem::TooMany);
    }
    let found = visitor.site.app.resumed_by(form.get("phrase")).await?;
    let Some(person) = found else {
        let notice = visitor.voice.say("resume-unknown");
        return Ok(resume_page(&visitor, Some(&notice), StatusCode::UNPROCESSABLE_ENTITY));
    };
    let workshops = projections::room::entered_by(&visitor.site.app.db, &person).await?;
    let mut target = "/moi".to_owned();
    if let Some(id) = workshops.first() {
        let found = projections::workshop::find(&visitor.site.app.db, id).await?;
        if let Some(workshop) = found {
            target = format!("/a/{}/parcours", workshop.code);
        }
    }
    let mut response = go(&target);
    // The phone they left says that they go on elsewhere.
    visitor.site.app.goes_on_with(&person, None).await?;
    visitor.sign_in(&person, &mut response).await?;
    Ok(response)
}

/// `/connexion`: address and password.
#[handler]
pub async fn sign_in(visitor: Visitor) -> Answer {
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
        form novalidate method="post" action="/connexion" {
            (field::key(visitor))
            input type="hidden" name="retour" value=(target);
            (email.show())
            (password.show())
            button.primary type="submit" { (voice.say("nav-sign-in")) }
        }
        @if visitor.site.app.mailer.is_some() { (by_mail(visitor)) }
        p { a href="/reprendre" { (voice.say("join-resume")) } }
    };
    Page::new(voice.say("sign-in-title"), content).kind(Kind::Step).status(status).show(visitor)
}

fn by_mail(visitor: &Visitor) -> Markup {
    let voice = &visitor.voice;
    html! { p { a href="/connexion/code" { (voice.say("sign-in-by-mail")) } } }
}

/// Counts a try before anything is looked at, at this account and from this address.
fn guard(visitor: &Visitor, email: &str) -> Result<(), Problem> {
    let limits = &visitor.site.limits;
    let account = email.trim().to_lowercase();
    let room =
        limits.allow(Counted::SignIn, &visitor.address) && limits.allow(Counted::Account, &account);
    if room { Ok(()) } else { Err(Problem::TooMany) }
}

/// `POST /connexion`.
#[handler]
pub async fn sign_in_with(visitor: Visitor, form: Form) -> Answer {
    let (email, target) = (form.get("email"), form.get("retour"));
    guard(&visitor, email)?;
    match visitor.site.app.sign_in(email, form.get("password")).await {
        Ok(person) => {
            let mut response = go(&back(target));
            visitor.sign_in(&person, &mut response).await?;
            Ok(response)
        }
        Err(IdentityError::Wrong) => {
            let notice = visitor.voice.say("account-wrong");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(sign_in_page(&visitor, email, target, Some(&notice), status))
        }
        Err(error) => Err(error.into()),
    }
}

/// `/connexion/code`: an address to send a code to, then the code.
#[handler]
pub async fn ask_code(visitor: Visitor) -> Answer {
    Ok(code_page(&visitor, "", None, StatusCode::OK))
}

fn code_page(visitor: &Visitor, email: &str, notice: Option<&str>, status: StatusCode) -> Response {
    let voice = &visitor.voice;
    let (label, code) = (voice.say("account-email-label"), voice.say("sign-in-code-label"));
    let address = Line { kind: "email", fill: "username", ..Line::new("email", &label, email) };
    let code = Line { fill: "one-time-code", notice, ..Line::new("code", &code, "") };
    let content = html! {
        h1 { (voice.say("sign-in-by-mail")) }
        form novalidate method="post" action="/connexion/code" {
            (field::key(visitor))
            @if email.is_empty() {
                (address.show())
            } @else {
                input type="hidden" name="email" value=(email);
                p role="status" { (voice.say("sign-in-code-sent")) }
                (code.show())
                p { a href="/connexion/code" { (voice.say("sign-in-code-again")) } }
            }
            button.primary type="submit" { (voice.say("path-continue")) }
        }
    };
    Page::new(voice.say("sign-in-by-mail"), content).kind(Kind::Step).status(status).show(visitor)
}

/// `POST /connexion/code`: sends the code, or checks it. Whether an address has an
/// account is told by the letter alone.
#[handler]
pub async fn use_code(visitor: Visitor, form: Form) -> Answer {
    let email = form.get("email").trim().to_owned();
    let app = &visitor.site.app;
    let Some(mailer) = &app.mailer else { return Err(Problem::NotFound) };
    let limits = &visitor.site.limits;
    if let Some(code) = form.maybe("code") {
        guard(&visitor, &email)?;
        return match app.sign_in_by_code(&email, code).await {
            Ok(person) => {
                let mut response = go("/moi");
                visitor.sign_in(&person, &mut response).await?;
                Ok(response)
            }
            Err(IdentityError::Wrong) => {
                let notice = visitor.voice.say("sign-in-code-wrong");
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                Ok(code_page(&visitor, &email, Some(&notice), status))
            }
            Err(error) => Err(error.into()),
        };
    }
    if !limits.allow(Counted::Letter, &visitor.address) {
        return Err(Problem::TooMany);
    }
    if let Some(code) = app.sign_in_code(&email).await? {
        let voice = visitor.voice.clone();
        let (mailer, to) = (mailer.clone(), email.clone());
        // Sent aside, so that an address with an account takes no longer than one without.
        tokio::spawn(async move {
            let text = voice.tell("mail-code", &[("code", code.as_str().into())]);
            let html = html! { p { (text) } }.into_string();
            let (id, subject) = (secrets::id(), voice.say("mail-code-subject"));
            // To any address of an account: the code that comes back is what proves it.
            let letter = Letter {
                to: &to,
                id: &id,
                subject: &subject,
                text: &text,
                html: &html,
                stop: None,
            };
            if let Err(error) = mailer.send(letter).await {
                tracing::error!(%error, "a sign-in code could not be sent");
            }
        });
    }
    Ok(code_page(&visitor, &email, None, StatusCode::OK))
}

/// `POST /deconnexion`.
#[handler]
pub async fn sign_out(visitor: Visitor) -> Answer {
    let mut response = go("/");
    visitor.sign_out(&mut response).await?;
    Ok(response)
}
