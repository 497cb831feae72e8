//! `/animer/{token}`, `/veiller/{token}`: the one-time links of a facilitator and of a moderator.
//! `/visite/{token}`: the links of a demonstration.
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
use crate::shell::visitor::Visitor;

/// What a link makes of whoever opens it.
struct Offer {
    purpose: Purpose,
    /// Where it is.
    action: String,
    /// What its page is called, and its button.
    says: [&'static str; 2],
    /// Where it leads.
    then: &'static str,
}

fn facilitating(token: &str) -> Offer {
    Offer {
        purpose: Purpose::Facilitator,
        action: address::facilitate(token),
        says: ["facilitate-title", "facilitate-button"],
        then: address::workshops(),
    }
}

fn moderating(token: &str) -> Offer {
    Offer {
        purpose: Purpose::Moderator,
        action: address::moderate(token),
        says: ["moderate-title", "moderate-button"],
        then: address::reports(),
    }
}

/// `/animer/{token}`.
pub async fn facilitate(Anyone(visitor): Anyone) -> Answer {
    let offer = facilitating(visitor.part("token"));
    offered(&visitor, &offer).await
}

/// `/veiller/{token}`.
pub async fn moderate(Anyone(visitor): Anyone) -> Answer {
    let offer = moderating(visitor.part("token"));
    offered(&visitor, &offer).await
}

/// A new account, or one button for someone who has one.
async fn offered(visitor: &Visitor, offer: &Offer) -> Answer {
    let token = visitor.part("token");
    if !visitor.site.app.people().link_is_good(token, offer.purpose).await? {
        return Err(Problem::NotFound);
    }
    if !visitor.viewer.has_account() {
        return Ok(claim::page(visitor, &offer.action, "", "", None, StatusCode::OK));
    }
    let voice = &visitor.voice;
    let [title, button] = offer.says.map(|key| voice.say(key));
    let content = html! {
        h1 { (title) }
        (field::form(visitor, &offer.action, html! {
            button.primary type="submit" { (button) }
        }))
    };
    Ok(Page::new(title, content).kind(Kind::Step).show(visitor))
}

/// `POST /animer/{token}`.
pub async fn become_one(Anyone(visitor): Anyone, form: Form) -> Answer {
    let offer = facilitating(visitor.part("token"));
    taken(&visitor, &form, &offer).await
}

/// `POST /veiller/{token}`.
pub async fn begin_moderating(Anyone(visitor): Anyone, form: Form) -> Answer {
    let offer = moderating(visitor.part("token"));
    taken(&visitor, &form, &offer).await
}

async fn taken(visitor: &Visitor, form: &Form, offer: &Offer) -> Answer {
    let token = visitor.part("token");
    let people = visitor.site.app.people();
    if !people.link_is_good(token, offer.purpose).await? {
        return Err(Problem::NotFound);
    }
    let person = if visitor.viewer.has_account() {
        visitor.person()?.clone()
    } else {
        let (name, email) = (form.get("name"), form.get("email"));
        let known = visitor.viewer.person();
        match people.claim_account(known, name, email, form.get("password")).await {
            Ok(person) => person,
            Err(error) => return claim::refused(visitor, &offer.action, name, email, error),
        }
    };
    match offer.purpose {
        Purpose::Moderator => people.become_moderator(&person, token).await?,
        Purpose::Facilitator | Purpose::Visit => people.become_facilitator(&person, token).await?,
    }
    let mut response = go(offer.then);
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
