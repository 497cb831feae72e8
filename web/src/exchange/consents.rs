//! `/moi/donnees/accords`: what one agreed to in each workshop, since when, and the way to change
//! one's mind.

use domain::core::ids::WorkshopId;
use domain::workshops::participation::Consent;
use maud::{Markup, html};
use projections::workshops::{room, workshop};
use strum::VariantArray as _;

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// What one agreed to, or no more, and when.
type History = Vec<(Consent, bool, i64)>;

/// The page.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let app = &visitor.site.app;
    let mut rooms = vec![];
    for id in room::entered_by(&app.db, &person).await? {
        if let Some(found) = workshop::find(&app.db, &id).await? {
            rooms.push((found, app.exchange().consents(&person, &id).await?));
        }
    }
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::own_data()) { (voice.say("own-title")) } }
        h1 { (voice.say("own-consents-title")) }
        p.lead { (voice.say("own-consents-lead")) }
        @if rooms.is_empty() { p.empty { (voice.say("own-consents-empty")) } }
        @for (found, history) in &rooms {
            section.panel {
                h2 { (found.title) }
                @let minors = found.live.details.minors;
                @for consent in Consent::VARIANTS.iter().filter(|it| !minors || **it != Consent::News) {
                    (agreement(&visitor, &found.workshop, *consent, history))
                }
            }
        }
    };
    Ok(Page::new(voice.say("own-consents-title"), content).show(&visitor))
}

fn agreement(
    visitor: &Visitor,
    workshop: &WorkshopId,
    consent: Consent,
    history: &History,
) -> Markup {
    let voice = &visitor.voice;
    let word = consent.word();
    let steps = || history.iter().filter(|(which, _, _)| *which == consent);
    let given = steps().next_back().is_some_and(|(_, given, _)| *given);
    html! {
        h3 { (voice.say(&format!("consent-{word}"))) }
        p { (voice.say(if given { "own-consent-given" } else { "own-consent-not-given" })) }
        @if steps().next().is_some() {
            ul.plain.small { @for (_, given, at) in steps() {
                li {
                    (moment::moment(voice, *at)) " · "
                    (voice.say(if *given { "own-consent-yes" } else { "own-consent-no" }))
                }
            } }
        }
        (field::form(visitor, &address::own_consents(), html! {
            input type="hidden" name="atelier" value=(workshop);
            input type="hidden" name="accord" value=(word);
            input type="hidden" name="donne" value=(if given { "0" } else { "1" });
            button type="submit" {
                (voice.say(if given { "own-consent-take-back" } else { "own-consent-give" }))
            }
        }))
    }
}

/// `POST`: agrees, or no more.
pub async fn change(Known { visitor, person }: Known, form: Form) -> Answer {
    let app = &visitor.site.app;
    let (Ok(workshop), Ok(consent)) =
        (form.get("atelier").parse::<WorkshopId>(), form.get("accord").parse::<Consent>())
    else {
        return Err(Problem::NotFound);
    };
    if room::find(&app.db, &workshop, &person).await?.is_none() {
        return Err(Problem::NotFound);
    }
    let given = form.get("donne") == "1";
    app.workshops().consent(&workshop, &person, (consent, given), form.command_id()).await?;
    Ok(go(address::own_consents()))
}
