//! `/ateliers/{id}/roles`: who looks after what, links that hand a role over, and what was
//! agreed. `/role/{token}` is the other side of a link.

use app::workshops::WorkshopError;
use domain::core::ids::PersonId;
use domain::workshops::workshop::{Act, Role};
use maud::{Markup, html};
use poem::http::StatusCode;
use poem::web::Path;
use poem::{Response, handler};
use projections::core::content;
use projections::workshops::workshop::{self, Holder, Workshop};
use strum::VariantArray as _;

use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::card;
use crate::shell::parts::field::{self, Line};
use crate::shell::problem::Problem;
use crate::shell::qr;
use crate::shell::visitor::Visitor;
use crate::workshops::list::run_by;

/// The page.
#[handler]
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let workshop = run_by(&visitor, &id).await?;
    page(&visitor, &workshop, None).await
}

/// `link` is one that was just made: the address, and which role it gives.
async fn page(visitor: &Visitor, workshop: &Workshop, link: Option<(String, Role)>) -> Answer {
    let voice = &visitor.voice;
    let holders = workshop::holders(&visitor.site.app.db, &workshop.workshop).await?;
    let mut funders = Vec::new();
    for role in Role::VARIANTS {
        let id = workshop.live.mandates.get(role).and_then(|one| one.funder.clone());
        funders.push(match id {
            Some(id) => content::find(&visitor.site.app.db, &id).await?.title,
            None => String::new(),
        });
    }
    let address = format!("/ateliers/{}", workshop.workshop);
    let content = html! {
        p.over { a href=(address) { (workshop.title) } }
        h1 { (voice.say("roles-title")) }
        p.lead { (voice.say("roles-lead")) }
        @if let Some((link, role)) = &link {
            section.panel role="status" {
                h2 { (voice.say(&format!("role-{}", role.word()))) }
                p { (voice.say("role-link-help")) }
                p.phrase #link { (link) }
                button type="button" data-copy="link" data-copied=(voice.say("keep-copied")) hidden {
                    (voice.say("keep-copy"))
                }
                div.small-qr { (qr::svg(link, &voice.say("role-link-qr"))) }
            }
        }
        @for (role, funder) in Role::VARIANTS.iter().zip(&funders) {
            (one(visitor, workshop, *role, &holders, funder))
        }
    };
    Ok(Page::new(voice.say("roles-title"), content).show(visitor))
}

fn one(
    visitor: &Visitor,
    workshop: &Workshop,
    role: Role,
    holders: &[Holder],
    funder: &str,
) -> Markup {
    let voice = &visitor.voice;
    let word = role.word();
    let address = format!("/ateliers/{}/roles", workshop.workshop);
    let mandate = workshop.live.mandates.get(&role);
    let hours = mandate.and_then(|one| one.hours).map(|hours| hours.to_string());
    let (hours_label, funder_label) = (voice.say("mandate-hours"), voice.say("mandate-funder"));
    let (hours_name, funder_name) = (format!("hours-{word}"), format!("funder-{word}"));
    let hours = Line {
        kind: "number",
        optional: true,
        ..Line::new(&hours_name, &hours_label, hours.as_deref().unwrap_or_default())
    };
    let funder = Line { optional: true, ..Line::new(&funder_name, &funder_label, funder) };
    html! {
        section.panel aria-labelledby={ "r-" (word) } {
            h2 id={ "r-" (word) } { (voice.say(&format!("role-{word}"))) }
            p { (voice.say(&format!("role-{word}-help"))) }
            @if role == Role::Process {
                p { (voice.tell("role-facilitator", &[
                    ("name", card::author(voice, &workshop.facilitator_name).into()),
                ])) }
            }
            @for holder in holders.iter().filter(|holder| holder.role == role) {
                form.row novalidate method="post" action=(address) {
                    (field::key(visitor))
                    input type="hidden" name="role" value=(word);
                    strong { (card::author(voice, &holder.name)) }
                    button.quiet type="submit" name="end" value=(holder.person) {
                        (voice.say("role-end"))
                    }
                }
            }
            form novalidate method="post" action=(address) {
                (field::key(visitor))
                input type="hidden" name="role" value=(word);
                button type="submit" name="gesture" value="link" { (voice.say("role-make-link")) }
            }
            details open[mandate.is_some()] {
                summary { (voice.say("mandate-title")) }
                form novalidate method="post" action=(address) {
                    (field::key(visitor))
                    input type="hidden" name="role" value=(word);
                    label.check {
                        input type="checkbox" name="paid" value="1"
                            checked[mandate.is_some_and(|one| one.paid)];
                        span { (voice.say("mandate-paid")) }
                    }
                    (hours.show())
                    (funder.show())
                    button type="submit" name="gesture" value="mandate" { (voice.say("mandate-save")) }
                }
            }
        }
    }
}

/// `POST …/roles`: makes a link, takes a role back, or keeps a mandate.
#[handler]
pub async fn act(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    visitor.person()?;
    let workshop = run_by(&visitor, &id).await?;
    let (app, by) = (&visitor.site.app, visitor.person()?);
    let role: Role = form.get("role").parse().map_err(|_| Problem::NotFound)?;
    if let Some(person) = form.maybe("end") {
        let person: PersonId = person.parse().map_err(|_| Problem::NotFound)?;
        let act = Act::EndRole(person, role);
        app.run_workshop(&workshop.workshop, by, act, form.command_id()).await?;
    } else if form.get("gesture") == "link" {
        let token = app.role_link(&workshop.workshop, role).await?;
        let link = format!("{}/role/{token}", visitor.site.hosting.public_url);
        return page(&visitor, &workshop, Some((link, role))).await;
    } else {
        let word = role.word();
        let hours = form.number(&format!("hours-{word}"));
        let hours = hours.and_then(|hours| u32::try_from(hours).ok()).filter(|hours| *hours > 0);
        let funder = form.get(&format!("funder-{word}"));
        let said = (form.get("paid") == "1", hours, funder);
        app.set_mandate(&workshop.workshop, by, role, said, form.command_id()).await?;
    }
    Ok(go(&format!("/ateliers/{}/roles", workshop.workshop)))
}

/// `/role/{token}`: take it.
#[handler]
pub async fn offered(visitor: Visitor, Path(token): Path<String>) -> Answer {
    let mut page = take_page(&visitor, &token, None).await?;
    visitor.give_phone(&mut page);
    Ok(page)
}

async fn take_page(visitor: &Visitor, token: &str, refused: Option<(&str, &str)>) -> Answer {
    let voice = &visitor.voice;
    let app = &visitor.site.app;
    let found = match app.role_of(token).await? {
        Some((id, role)) => workshop::find(&app.db, &id).await?.map(|found| (found, role)),
        None => None,
    };
    let Some((workshop, role)) = found else {
        let content = html! {
            h1 { (voice.say("role-gone")) }
            p.lead { (voice.say("role-gone-help")) }
        };
        let page = Page::new(voice.say("role-gone"), content).kind(Kind::Step);
        return Ok(page.status(StatusCode::GONE).show(visitor));
    };
    let known = visitor.viewer.someone.as_ref().map(|one| one.name.clone());
    let label = voice.say("join-name");
    let (notice, name) = refused.map_or((None, ""), |(notice, name)| (Some(notice), name));
    let line = Line { notice, fill: "nickname", ..Line::new("name", &label, name) };
    let content = html! {
        p.over { (workshop.title) }
        h1 { (voice.say(&format!("role-{}", role.word()))) }
        p.lead { (voice.say(&format!("role-{}-help", role.word()))) }
        form novalidate method="post" action={ "/role/" (token) } {
            (field::key(visitor))
            @if let Some(name) = &known {
                p { (voice.tell("join-as", &[("name", name.as_str().into())])) }
            } @else {
                (line.show())
            }
            button.primary type="submit" { (voice.say("role-take")) }
        }
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(Page::new(voice.say("role-take"), content).kind(Kind::Step).status(status).show(visitor))
}

/// `POST /role/{token}`.
#[handler]
pub async fn take(visitor: Visitor, Path(token): Path<String>, form: Form) -> Answer {
    let person = visitor.viewer.person();
    let language = visitor.voice.language.code();
    let name = form.get("name");
    let app = &visitor.site.app;
    let mut given = Response::default();
    let key = form.command_id().bound_to(&visitor.give_phone(&mut given));
    match app.take_role(&token, person, (name, language), key).await {
        Ok(Some((workshop, taken))) => {
            let mut response = go(&format!("/ateliers/{workshop}/console"));
            if person.is_none() {
                visitor.sign_in(&taken, &mut response).await?;
            }
            Ok(response)
        }
        Ok(None) => take_page(&visitor, &token, None).await,
        Err(WorkshopError::Name(reason)) => {
            let notice = visitor.voice.say(&format!("name-{}", <&str>::from(reason)));
            take_page(&visitor, &token, Some((&notice, name))).await
        }
        Err(error) => Err(error.into()),
    }
}
