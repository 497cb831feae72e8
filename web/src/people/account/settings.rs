//! `/moi/compte`: one's name, address, password, sessions, and words to come back with.

use app::Failure;
use app::people::identities::PASSWORD_MIN;
use app::people::identities::sessions::Session;
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;

use super::letters;
use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::limits::Counted;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::parts::moment;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// What could not be changed: the field, and why.
type Refused<'r> = Option<(&'r str, &'r str)>;

/// The page.
pub async fn show(Known { visitor, .. }: Known) -> Answer {
    page(&visitor, None, None).await
}

/// `secret`: the one of the form that asked for a code to a new address.
async fn page(visitor: &Visitor, refused: Refused<'_>, secret: Option<&str>) -> Answer {
    let person = visitor.person()?;
    let app = &visitor.site.app;
    let voice = &visitor.voice;
    let token = visitor.session.as_deref().unwrap_or_default();
    let sessions = app.people().sessions_of(person, token).await?;
    let content = html! {
        p.over { a href=(address::me()) { (voice.say("nav-me")) } }
        h1 { (voice.say("settings-title")) }
        @if let Some(done) = visitor.query.maybe("fait") {
            @if done == "1" { p.banner role="status" { (voice.say("settings-done")) } }
        }
        (name_form(visitor, refused))
        @if visitor.viewer.has_account() {
            (address_form(visitor, refused, secret).await?)
            (password_form(visitor, refused).await?)
        }
        (super::hours::form(visitor))
        (words(visitor).await?)
        (open_sessions(visitor, &sessions))
    };
    let failed = refused.is_some();
    let status = if failed { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(Page::new(voice.say("settings-title"), content).status(status).show(visitor))
}

/// Why a field could not be taken, if it is the one.
fn why<'r>(refused: Refused<'r>, field: &str) -> Option<&'r str> {
    refused.filter(|(name, _)| *name == field).map(|(_, notice)| notice)
}

fn name_form(visitor: &Visitor, refused: Refused<'_>) -> Markup {
    let voice = &visitor.voice;
    let (label, help) = (voice.say("account-name-label"), voice.say("settings-name-help"));
    let name = visitor.viewer.someone.as_ref().map(|it| it.name.as_str()).unwrap_or_default();
    let notice = why(refused, "name");
    let line =
        Line { fill: "nickname", help: Some(&help), notice, ..Line::new("name", &label, name) };
    html! {
        section.panel aria-labelledby="name-title" {
            h2 #name-title { (voice.say("settings-name")) }
            (field::form(visitor, &address::account_name(), html! {
                (line.show())
                button type="submit" { (voice.say("settings-save")) }
            }))
        }
    }
}

async fn address_form(
    visitor: &Visitor,
    refused: Refused<'_>,
    secret: Option<&str>,
) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let app = &visitor.site.app;
    let account = app.people().account_of(visitor.person()?).await?;
    let labels = (voice.say("settings-address-new"), voice.say("account-password-label"));
    let notice = why(refused, "email");
    let email = Line { kind: "email", fill: "email", notice, ..Line::new("email", &labels.0, "") };
    let notice = why(refused, "address-password");
    let password = Line {
        kind: "password",
        fill: "current-password",
        notice,
        ..Line::new("address-password", &labels.1, "")
    };
    Ok(html! {
        section.panel aria-labelledby="address-title" {
            h2 #address-title { (voice.say("settings-address")) }
            p {
                (account.login) " · "
                (voice.say(if account.proved { "settings-proved" } else { "settings-unproved" }))
            }
            @if let Some(secret) = secret {
                (field::form(visitor, &address::account_email(), html! {
                    (letters::code_field(voice, secret, why(refused, "code")))
                    button.primary type="submit" { (voice.say("settings-save")) }
                }))
            } @else {
                (field::form(visitor, &address::account_email(), html! {
                    (email.show())
                    @if app.mailer.is_none() { (password.show()) }
                    button type="submit" {
                        (voice.say(if app.mailer.is_some() { "settings-send-code" } else { "settings-save" }))
                    }
                }))
            }
        }
    })
}

async fn password_form(visitor: &Visitor, refused: Refused<'_>) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let has_one = visitor.site.app.people().account_of(visitor.person()?).await?.password;
    let labels = (voice.say("settings-password-current"), voice.say("settings-password-new"));
    let help = voice.count("account-password-help", i64::try_from(PASSWORD_MIN).unwrap_or(0));
    let current = Line {
        kind: "password",
        fill: "current-password",
        notice: why(refused, "current"),
        ..Line::new("current", &labels.0, "")
    };
    let new = Line {
        kind: "password",
        fill: "new-password",
        help: Some(&help),
        notice: why(refused, "new"),
        ..Line::new("new", &labels.1, "")
    };
    Ok(html! {
        section.panel aria-labelledby="password-title" {
            h2 #password-title { (voice.say("account-password-label")) }
            @if !has_one { p { (voice.say("settings-password-none")) } }
            (field::form(visitor, &address::account_password(), html! {
                @if has_one { (current.show()) }
                (new.show())
                p.small { (voice.say("settings-password-ends")) }
                button type="submit" {
                    (voice.say(if has_one { "settings-password-change" } else { "settings-password-set" }))
                }
            }))
        }
    })
}

async fn words(visitor: &Visitor) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let phrase = visitor.site.app.people().resume_phrase(visitor.person()?).await?;
    Ok(html! {
        section.panel aria-labelledby="keep-title" {
            h2 #keep-title { (voice.say("keep-title")) }
            p {
                (voice.say(if visitor.viewer.has_account() { "keep-help-account" } else { "keep-help" }))
            }
            p.phrase { (phrase) }
            (field::form(visitor, &address::words(), html! {
                p.small { (voice.say("settings-words-help")) }
                button type="submit" { (voice.say("settings-words")) }
            }))
        }
    })
}

fn open_sessions(visitor: &Visitor, sessions: &[Session]) -> Markup {
    let voice = &visitor.voice;
    html! {
        section.panel aria-labelledby="sessions-title" {
            h2 #sessions-title { (voice.say("sessions-title")) }
            ul.plain {
                @for session in sessions {
                    li {
                        strong { (voice.say(device(&session.device))) }
                        " · " (moment::told_day(voice, "sessions-since", &[], session.since))
                        " · "
                        @if session.here { (voice.say("sessions-here")) } @else {
                            (moment::told_day(voice, "sessions-used", &[], session.used))
                            (field::form(visitor, &address::account_sessions(), html! {
                                button.quiet type="submit" name="session" value=(session.name) {
                                    (voice.say("sessions-end"))
                                }
                            }))
                        }
                    }
                }
            }
            @if sessions.len() > 1 {
                (field::form(visitor, &address::account_sessions(), html! {
                    button type="submit" { (voice.say("sessions-end-all")) }
                }))
            }
        }
    }
}

fn device(word: &str) -> &'static str {
    match word {
        "phone" => "sessions-phone",
        "computer" => "sessions-computer",
        _ => "sessions-device",
    }
}

pub(super) fn done() -> Response {
    go(&format!("{}?fait=1", address::account()))
}

/// `POST /moi/compte/nom`.
pub async fn rename(Known { visitor, person }: Known, form: Form) -> Answer {
    match visitor.site.app.people().set_display_name(&person, form.get("name")).await {
        Ok(()) => Ok(done()),
        Err(Failure::Words("name", reason)) => {
            let notice = visitor.voice.say(&format!("name-{}", <&str>::from(reason)));
            page(&visitor, Some(("name", &notice)), None).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /moi/compte/courriel`: a code to the new address, then the code; or, where there is
/// no mail server, the address and the password.
pub async fn change_address(Known { visitor, person }: Known, form: Form) -> Answer {
    let app = &visitor.site.app;
    if !visitor.viewer.has_account() {
        return Err(Problem::NotFound);
    }
    if !visitor.site.limits.allow(Counted::SignIn, &visitor.address) {
        return Err(Problem::TooMany);
    }
    let notice = |key: &str| visitor.voice.say(key);
    if let Some(code) = form.maybe("code") {
        let secret = form.get("demande");
        return match app.people().use_code(secret, code).await {
            Ok(_) => Ok(done()),
            Err(Failure::Refused(app::people::identities::WRONG)) => {
                let wrong = notice("sign-in-code-wrong");
                page(&visitor, Some(("code", &wrong)), Some(secret)).await
            }
            Err(error) => Err(error.into()),
        };
    }
    let email = form.get("email");
    let changed = if app.mailer.is_some() {
        letters::may_ask(&visitor, email)?;
        match app.people().ask_for_address(&person, email).await {
            Ok(ask_for_address) => {
                letters::send(&visitor, ask_for_address.letter);
                return page(&visitor, None, Some(&ask_for_address.secret)).await;
            }
            Err(error) => Err(error),
        }
    } else {
        app.people().change_login(&person, email, form.get("address-password")).await
    };
    match changed {
        Ok(()) => Ok(done()),
        Err(Failure::Refused(app::people::identities::EMAIL)) => {
            page(&visitor, Some(("email", &notice("account-email"))), None).await
        }
        Err(Failure::Refused(app::people::identities::WRONG)) => {
            let wrong = notice("settings-password-wrong");
            page(&visitor, Some(("address-password", &wrong)), None).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /moi/compte/mot-de-passe`: every other session ends.
pub async fn change_password(Known { visitor, person }: Known, form: Form) -> Answer {
    let app = &visitor.site.app;
    if !visitor.viewer.has_account() {
        return Err(Problem::NotFound);
    }
    if !visitor.site.limits.allow(Counted::KnownDevice, person.as_str()) {
        return Err(Problem::TooMany);
    }
    match app.people().set_password(&person, form.get("current"), form.get("new")).await {
        Ok(()) => {
            app.people()
                .end_sessions(&person, None, visitor.session.as_deref().unwrap_or_default())
                .await?;
            Ok(done())
        }
        Err(Failure::Refused(app::people::identities::WRONG)) => {
            let wrong = visitor.voice.say("settings-password-wrong");
            page(&visitor, Some(("current", &wrong)), None).await
        }
        Err(Failure::Refused(app::people::identities::PASSWORD)) => {
            let short = visitor.voice.say("account-password-short");
            page(&visitor, Some(("new", &short)), None).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /moi/compte/sessions`: ends one, or all the others.
pub async fn end_sessions(Known { visitor, person }: Known, form: Form) -> Answer {
    let token = visitor.session.as_deref().unwrap_or_default();
    visitor.site.app.people().end_sessions(&person, form.maybe("session"), token).await?;
    Ok(done())
}

/// `POST /moi/mots`: other words to come back with.
pub async fn renew_words(Known { visitor, person }: Known) -> Answer {
    visitor.site.app.people().renew_phrase(&person).await?;
    Ok(done())
}
