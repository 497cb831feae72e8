//! `/compte`: a guest gets an account and keeps everything they did.

use app::Failure;
use app::people::identities::PASSWORD_MIN;
use maud::html;
use poem::Response;
use poem::http::StatusCode;

use super::letters;
use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::limits::Counted;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The form.
pub async fn show(Anyone(visitor): Anyone) -> Answer {
    if visitor.viewer.has_account() {
        return Ok(go(address::me()));
    }
    not_with_minors(&visitor).await?;
    let name = visitor.viewer.someone.as_ref().map(|it| it.name.clone()).unwrap_or_default();
    Ok(page(&visitor, address::claim(), &name, "", None, StatusCode::OK))
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
        @else if visitor.device.is_some() { p.small { (voice.say("account-device")) } }
        (field::notice("account", notice))
        (field::form(visitor, &action, html! {
            (name.show())
            (email.show())
            (password.show())
            button.primary type="submit" { (voice.say("account-button")) }
        }))
    };
    Page::new(voice.say("account-title"), content).kind(Kind::Step).status(status).show(visitor)
}

/// `POST /compte`. With a mail server, the account begins with a letter: whoever has the
/// mailbox has the code. Whether the address has an account already is told there alone.
pub async fn claim(Anyone(visitor): Anyone, form: Form) -> Answer {
    if visitor.viewer.has_account() {
        return Ok(go(address::me()));
    }
    not_with_minors(&visitor).await?;
    let (app, limits) = (&visitor.site.app, &visitor.site.limits);
    if !limits.allow(Counted::SignIn, &visitor.address) {
        return Err(Problem::TooMany);
    }
    if let Some(code) = form.maybe("code") {
        let secret = form.get("demande");
        let again = |notice: &str| code_page(&visitor, secret, Some(notice));
        return letters::finish(&visitor, secret, code, again).await;
    }
    let (name, email) = (form.get("name"), form.get("email"));
    let (person, password) = (visitor.viewer.person(), form.get("password"));
    if app.mailer.is_some() {
        letters::may_ask(&visitor, email)?;
        return match app.people().ask_for_account(person, name, email, password).await {
            Ok(ask_for_account) => {
                letters::send(&visitor, ask_for_account.letter);
                Ok(code_page(&visitor, &ask_for_account.secret, None))
            }
            Err(error) => refused(&visitor, address::claim(), name, email, error),
        };
    }
    match app.people().claim_account(person, name, email, password).await {
        Ok(person) => {
            let mut response = go_saying(address::me(), Said::Account);
            visitor.give_device_to(&person, &mut response).await?;
            visitor.sign_in_to_account(&person, &mut response).await?;
            Ok(response)
        }
        Err(error) => refused(&visitor, address::claim(), name, email, error),
    }
}

/// Whoever is in a workshop with people under fourteen has no account here.
async fn not_with_minors(visitor: &Visitor) -> Result<(), Problem> {
    let Some(person) = visitor.viewer.person() else { return Ok(()) };
    if visitor.site.app.people().is_with_minors(person).await? {
        return Err(Problem::Denied("account-minors".to_owned()));
    }
    Ok(())
}

/// The code that was sent to the address.
fn code_page(visitor: &Visitor, text: &str, notice: Option<&str>) -> Response {
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("account-title")) }
        (field::form(visitor, &address::claim(), html! {
            (letters::code_field(voice, text, notice))
            button.primary type="submit" { (voice.say("account-button")) }
        }))
        p { a href=(address::claim()) { (voice.say("sign-in-code-again")) } }
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(voice.say("account-title"), content).kind(Kind::Step).status(status).show(visitor)
}

pub(super) fn refused(
    visitor: &Visitor,
    action: &str,
    name: &str,
    email: &str,
    error: Failure,
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
