//! `/compte`: a guest gets an account and keeps everything they did.

use app::identities::{IdentityError, PASSWORD_MIN};
use maud::html;
use poem::Response;
use poem::handler;
use poem::http::StatusCode;

use crate::form::Form;
use crate::layout::{Kind, Page};
use crate::pages::{Answer, go};
use crate::parts::field::{self, Line};
use crate::problem::Problem;
use crate::site::Counted;
use crate::visitor::Visitor;

/// The form.
#[handler]
pub async fn show(visitor: Visitor) -> Answer {
    if visitor.viewer.has_account() {
        return Ok(go("/moi"));
    }
    let name = visitor.viewer.someone.as_ref().map(|one| one.name.clone()).unwrap_or_default();
    Ok(page(&visitor, "/compte", &name, "", None, StatusCode::OK))
}

/// The form of an account, shown by whoever needs one made.
pub(super) fn page(
    visitor: &Visitor,
    action: &str,
    name: &str,
    email: &str,
    notice: Option<&str>,
    status: StatusCode,
) -> Response {
    let voice = &visitor.voice;
    let labels = ["account-name-label", "account-email-label", "account-password-label"]
        .map(|key| voice.say(key));
    let help = voice.count("account-password-help", i64::try_from(PASSWORD_MIN).unwrap_or(0));
    let name = Line { fill: "nickname", ..Line::new("name", &labels[0], name) };
    let email = Line { kind: "email", fill: "email", ..Line::new("email", &labels[1], email) };
    let password = Line {
        kind: "password",
        fill: "new-password",
        help: Some(&help),
        ..Line::new("password", &labels[2], "")
    };
    let content = html! {
        h1 { (voice.say("account-title")) }
        @if visitor.viewer.someone.is_some() { p.lead { (voice.say("account-keeps")) } }
        (field::notice("account", notice))
        form novalidate method="post" action=(action) {
            (field::key(visitor))
            (name.show())
            (email.show())
            (password.show())
            button.primary type="submit" { (voice.say("account-button")) }
        }
    };
    Page::new(voice.say("account-title"), content).kind(Kind::Step).status(status).show(visitor)
}

/// `POST /compte`.
#[handler]
pub async fn claim(visitor: Visitor, form: Form) -> Answer {
    if visitor.viewer.has_account() {
        return Ok(go("/moi"));
    }
    let (name, email) = (form.get("name"), form.get("email"));
    // Each try may tell whether an address has an account: they are counted.
    if !visitor.site.limits.allow(Counted::SignIn, &visitor.address) {
        return Err(Problem::TooMany);
    }
    let person = visitor.viewer.person();
    match visitor.site.app.claim_account(person, name, email, form.get("password")).await {
        Ok(person) => {
            let mut response = go("/moi");
            visitor.sign_in(&person, &mut response).await?;
            Ok(response)
        }
        Err(error) => refused(&visitor, "/compte", name, email, error),
    }
}

pub(super) fn refused(
    visitor: &Visitor,
    action: &str,
    name: &str,
    email: &str,
    error: IdentityError,
) -> Answer {
    match Problem::from(error) {
        Problem::Refused(key) => {
            let notice = visitor.voice.say(&key);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(page(visitor, action, name, email, Some(&notice), status))
        }
        other => Err(other),
    }
}
