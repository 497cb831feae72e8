//! `/animer/{token}`: the one-time link of a facilitator. `/visite/{token}`: the
//! links of a demonstration.
//!
//! Opening a link changes nothing (mail scanners open links too); its button does.

use app::people::identities::links::Purpose;
use maud::html;
use poem::handler;
use poem::http::StatusCode;
use poem::web::Path;

use super::claim;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The account of a new facilitator, or one button for someone who has an account.
#[handler]
pub async fn facilitate(visitor: Visitor, Path(token): Path<String>) -> Answer {
    if !visitor.site.app.link_is_good(&token, Purpose::Facilitator).await? {
        return Err(Problem::NotFound);
    }
    let action = format!("/animer/{token}");
    if !visitor.viewer.has_account() {
        return Ok(claim::page(&visitor, &action, "", "", None, StatusCode::OK));
    }
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("facilitate-title")) }
        form novalidate method="post" action=(action) {
            (field::key(&visitor))
            button.primary type="submit" { (voice.say("facilitate-button")) }
        }
    };
    Ok(Page::new(voice.say("facilitate-title"), content).kind(Kind::Step).show(&visitor))
}

/// `POST /animer/{token}`.
#[handler]
pub async fn become_one(visitor: Visitor, Path(token): Path<String>, form: Form) -> Answer {
    let app = &visitor.site.app;
    if !app.link_is_good(&token, Purpose::Facilitator).await? {
        return Err(Problem::NotFound);
    }
    let person = if visitor.viewer.has_account() {
        visitor.person()?.clone()
    } else {
        let (name, email) = (form.get("name"), form.get("email"));
        let known = visitor.viewer.person();
        match app.claim_account(known, name, email, form.get("password")).await {
            Ok(person) => person,
            Err(error) => {
                let action = format!("/animer/{token}");
                return claim::refused(&visitor, &action, name, email, error);
            }
        }
    };
    app.become_facilitator(&person, &token).await?;
    let mut response = go("/ateliers");
    visitor.sign_in_to_account(&person, &mut response).await?;
    Ok(response)
}

/// Where a visit begins: the live console for a facilitator, the notes for others.
#[handler]
pub async fn visit(visitor: Visitor, Path(token): Path<String>) -> Answer {
    let app = &visitor.site.app;
    let person = app.visitor_of(&token).await?.ok_or(Problem::NotFound)?;
    let someone = app.someone(&person).await?.ok_or(Problem::NotFound)?;
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.tell("visit-title", &[("name", someone.name.as_str().into())])) }
        p.lead { (voice.say("visit-help")) }
        form novalidate method="post" action={ "/visite/" (token) } {
            (field::key(&visitor))
            input type="hidden" name="retour" value=(visitor.query.get("retour"));
            button.primary type="submit" { (voice.say("join-enter")) }
        }
    };
    Ok(Page::new(voice.say("visit-help"), content).kind(Kind::Step).show(&visitor))
}

/// `POST /visite/{token}`.
#[handler]
pub async fn begin_visit(visitor: Visitor, Path(token): Path<String>, form: Form) -> Answer {
    let person = visitor.site.app.visitor_of(&token).await?.ok_or(Problem::NotFound)?;
    let mut response = go(&super::back(form.get("retour")));
    visitor.sign_in(&person, &mut response).await?;
    Ok(response)
}
