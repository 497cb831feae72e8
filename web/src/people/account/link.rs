//! `/animer/{token}`: the one-time link of a facilitator. `/visite/{token}`: the
//! links of a demonstration.
//!
//! Opening a link changes nothing (mail scanners open links too); its button does.

use app::people::identities::links::Purpose;
use maud::html;
use poem::http::StatusCode;

use super::claim;
use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;
use crate::shell::problem::Problem;

/// The account of a new facilitator, or one button for someone who has an account.
pub async fn facilitate(Anyone(visitor): Anyone) -> Answer {
    let token = visitor.part("token");
    if !visitor.site.app.people().link_is_good(token, Purpose::Facilitator).await? {
        return Err(Problem::NotFound);
    }
    let action = address::facilitate(token);
    if !visitor.viewer.has_account() {
        return Ok(claim::page(&visitor, &action, "", "", None, StatusCode::OK));
    }
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("facilitate-title")) }
        (field::form(&visitor, &action, html! {
            button.primary type="submit" { (voice.say("facilitate-button")) }
        }))
    };
    Ok(Page::new(voice.say("facilitate-title"), content).kind(Kind::Step).show(&visitor))
}

/// `POST /animer/{token}`.
pub async fn become_one(Anyone(visitor): Anyone, form: Form) -> Answer {
    let token = visitor.part("token");
    let app = &visitor.site.app;
    if !app.people().link_is_good(token, Purpose::Facilitator).await? {
        return Err(Problem::NotFound);
    }
    let person = if visitor.viewer.has_account() {
        visitor.person()?.clone()
    } else {
        let (name, email) = (form.get("name"), form.get("email"));
        let known = visitor.viewer.person();
        match app.people().claim_account(known, name, email, form.get("password")).await {
            Ok(person) => person,
            Err(error) => {
                let action = address::facilitate(token);
                return claim::refused(&visitor, &action, name, email, error);
            }
        }
    };
    app.people().become_facilitator(&person, token).await?;
    let mut response = go(address::workshops());
    visitor.sign_in_to_account(&person, &mut response).await?;
    Ok(response)
}

/// Where a visit begins: the live console for a facilitator, the notes for others.
pub async fn visit(Anyone(visitor): Anyone) -> Answer {
    let token = visitor.part("token");
    let app = &visitor.site.app;
    let person = app.people().visitor_of(token).await?.ok_or(Problem::NotFound)?;
    let someone = app.people().someone(&person).await?.ok_or(Problem::NotFound)?;
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.fill("visit-title", &[("name", someone.name.as_str().into())])) }
        p.lead { (voice.say("visit-help")) }
        (field::form(&visitor, &address::visit(token), html! {
            input type="hidden" name="retour" value=(visitor.query.get("retour"));
            button.primary type="submit" { (voice.say("join-enter")) }
        }))
    };
    Ok(Page::new(voice.say("visit-help"), content).kind(Kind::Step).show(&visitor))
}

/// `POST /visite/{token}`.
pub async fn begin_visit(Anyone(visitor): Anyone, form: Form) -> Answer {
    let token = visitor.part("token");
    let person = visitor.site.app.people().visitor_of(token).await?.ok_or(Problem::NotFound)?;
    let mut response = go(&super::back(form.get("retour")));
    visitor.sign_in(&person, &mut response).await?;
    Ok(response)
}
