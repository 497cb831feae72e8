//! `/ateliers/{id}/roles`: who looks after what, links that hand a role over, and what was
//! agreed. `/role/{token}` is the other side of a link.
use app::Failure;
use domain::workshops::workshop::{Act, Role};
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;
use projections::core::content;
use projections::workshops::workshop::{self, Holder, Workshop};
use strum::VariantArray as _;

use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::card;
use crate::shell::parts::field::{self, Line};
use crate::shell::problem::Problem;
use crate::shell::qr;
use crate::shell::visitor::Visitor;
use crate::workshops::rights::Runs;

/// The page.
pub async fn show(Runs { visitor, workshop, .. }: Runs) -> Answer {
    page(&visitor, &workshop, None).await
}

/// `link` is one that was just made: the address, and which role it gives.
async fn page(visitor: &Visitor, workshop: &Workshop, link: Option<(String, Role)>) -> Answer {
    let voice = &visitor.voice;
    let holders = workshop::holders(&visitor.site.app.db, &workshop.workshop).await?;
    let mut funders = Vec::new();
    for role in Role::VARIANTS {
        let id = workshop.live.mandates.get(role).and_then(|it| it.funder.clone());
        funders.push(match id {
            Some(id) => content::find(&visitor.site.app.db, &id).await?.title,
            None => String::new(),
        });
    }
    let address = address::workshop(&workshop.workshop);
    let content = html! {
        p.over { a href=(address) { (workshop.title) } }
        h1 { (voice.say("roles-title")) }
        p.lead { (voice.say("roles-lead")) }
        p { a href=(address::room_mandates(&workshop.workshop)) { (voice.say("mandates-title")) } }
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
            (role_panel(visitor, workshop, *role, &holders, funder))
        }
    };
    Ok(Page::new(voice.say("roles-title"), content).show(visitor))
}

fn role_panel(
    visitor: &Visitor,
    workshop: &Workshop,
    role: Role,
    holders: &[Holder],
    funder: &str,
) -> Markup {
    let voice = &visitor.voice;
    let word = role.word();
    let address = address::roles(&workshop.workshop);
    let mandate = workshop.live.mandates.get(&role);
    let hours = mandate.and_then(|it| it.hours).map(|hours| hours.to_string());
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
                p { (voice.fill("role-facilitator", &[
                    ("name", card::author(voice, &workshop.facilitator_name).into()),
                ])) }
            }
            @for holder in holders.iter().filter(|holder| holder.role == role) {
                (field::form_in("row", visitor, &address, html! {
                    input type="hidden" name="role" value=(word);
                    strong { (card::author(voice, &holder.name)) }
                    button.quiet type="submit" name="end" value=(holder.person) {
                        (voice.say("role-end"))
                    }
                }))
            }
            (field::form(visitor, &address::role_link(&workshop.workshop), html! {
                input type="hidden" name="role" value=(word);
                button type="submit" { (voice.say("role-make-link")) }
            }))
            details open[mandate.is_some()] {
                summary { (voice.say("mandate-title")) }
                (field::form(visitor, &address::role_mandate(&workshop.workshop), html! {
                    input type="hidden" name="role" value=(word);
                    label.check {
                        input type="checkbox" name="paid" value="1"
                            checked[mandate.is_some_and(|it| it.paid)];
                        span { (voice.say("mandate-paid")) }
                    }
                    (hours.show())
                    (funder.show())
                    button type="submit" { (voice.say("mandate-save")) }
                }))
            }
        }
    }
}

/// The role that a form is about.
fn role_of(form: &Form) -> Result<Role, Problem> {
    form.get("role").parse().map_err(|_| Problem::NotFound)
}

/// `POST …/roles`: takes a role back.
pub async fn take_back(runs: Runs, form: Form) -> Answer {
    let holder = form.get("end").parse().map_err(|_| Problem::NotFound)?;
    runs.run(Act::EndRole(holder, role_of(&form)?), form.command_id()).await?;
    Ok(go(&address::roles(&runs.workshop.workshop)))
}

/// `POST …/roles/lien`: makes a link that gives a role, shown once.
pub async fn make_link(Runs { visitor, workshop, .. }: Runs, form: Form) -> Answer {
    let role = role_of(&form)?;
    let token = visitor.site.app.workshops().role_link(&workshop.workshop, role).await?;
    let link = format!("{}{}", visitor.site.hosting.public_url, address::role(&token));
    page(&visitor, &workshop, Some((link, role))).await
}

/// `POST …/roles/mandat`: keeps what was agreed about a role.
pub async fn keep_mandate(Runs { visitor, person, workshop, .. }: Runs, form: Form) -> Answer {
    let role = role_of(&form)?;
    let word = role.word();
    let hours = form.number(&format!("hours-{word}"));
    let hours = hours.and_then(|hours| u32::try_from(hours).ok()).filter(|hours| *hours > 0);
    let words = (form.get("paid") == "1", hours, form.get(&format!("funder-{word}")));
    let (app, key) = (&visitor.site.app, form.command_id());
    app.workshops().set_mandate(&workshop.workshop, &person, role, words, key).await?;
    Ok(go(&address::roles(&workshop.workshop)))
}

/// `/role/{token}`: take it.
pub async fn offered(Anyone(visitor): Anyone) -> Answer {
    let token = visitor.part("token");
    let mut page = take_page(&visitor, token, None).await?;
    visitor.give_phone(&mut page);
    Ok(page)
}

async fn take_page(visitor: &Visitor, token: &str, refused: Option<(&str, &str)>) -> Answer {
    let voice = &visitor.voice;
    let app = &visitor.site.app;
    let found = match app.workshops().role_of(token).await? {
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
    let known = visitor.viewer.someone.as_ref().map(|it| it.name.clone());
    let label = voice.say("join-name");
    let (notice, name) = refused.map_or((None, ""), |(notice, name)| (Some(notice), name));
    let line = Line { notice, fill: "nickname", ..Line::new("name", &label, name) };
    let content = html! {
        p.over { (workshop.title) }
        h1 { (voice.say(&format!("role-{}", role.word()))) }
        p.lead { (voice.say(&format!("role-{}-help", role.word()))) }
        (field::form(visitor, &address::role(token), html! {
            @if let Some(name) = &known {
                p { (voice.fill("join-as", &[("name", name.as_str().into())])) }
            } @else {
                (line.show())
            }
            button.primary type="submit" { (voice.say("role-take")) }
        }))
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(Page::new(voice.say("role-take"), content).kind(Kind::Step).status(status).show(visitor))
}

/// `POST /role/{token}`.
pub async fn take(Anyone(visitor): Anyone, form: Form) -> Answer {
    let token = visitor.part("token");
    let person = visitor.viewer.person();
    let language = visitor.voice.language.code();
    let name = form.get("name");
    let app = &visitor.site.app;
    let mut given = Response::default();
    let key = form.command_id().bound_to(&visitor.give_phone(&mut given));
    match app.workshops().take_role(token, person, (name, language), key).await {
        Ok(Some((workshop, taken))) => {
            let mut response = go(&address::console(&workshop));
            if person.is_none() {
                visitor.sign_in(&taken, &mut response).await?;
            }
            Ok(response)
        }
        Ok(None) => take_page(&visitor, token, None).await,
        Err(Failure::Words("name", reason)) => {
            let notice = visitor.voice.say(&format!("name-{}", <&str>::from(reason)));
            take_page(&visitor, token, Some((&notice, name))).await
        }
        Err(error) => Err(error.into()),
    }
}
