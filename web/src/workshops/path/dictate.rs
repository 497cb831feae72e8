//! "I tell, somebody writes": choosing whose hand, and becoming one.
//!
//! What is written is the teller's, on a session of theirs: the path, the draft and the
//! note are theirs and nobody else's. Someone with an account hands over their own phone
//! instead: a session of theirs opens more than this workshop.
use app::Failure;
use domain::core::ids::PersonId;
use domain::workshops::participation::Act;
use domain::workshops::script::Step;
use maud::{Markup, html};
use projections::workshops::room;

use super::{Panel, Walk};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::card;
use crate::shell::parts::field::{self, Line};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::problem::Problem;

/// How many people without a phone one participant may add.
const ADDED: usize = 2;

/// How many, somebody who helps.
const ADDED_BY_HELPER: usize = 20;

/// Who writes? `None` once the note is begun, on whichever phone.
pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    let is_me = walk.visitor.query.maybe("moi").is_some();
    if walk.note.is_some() || is_me || writes_for_another(walk) {
        return Ok(None);
    }
    let voice = &walk.visitor.voice;
    let people = room::present(&walk.visitor.site.app.db, &walk.workshop.workshop).await?;
    let named = people.iter().find(|it| Some(&it.person) == walk.participant.scribe.as_ref());
    let mine = format!("{}?moi=1", walk.address(Step::Idea));
    let may_be_written_for = !walk.visitor.viewer.has_account();
    let content = html! {
        @if let Some(scribe) = named {
            p.banner role="status" {
                (voice.fill("dictate-named", &[("name", card::author(voice, &scribe.name).into())]))
            }
        }
        p.lead { (voice.say("dictate-lead")) }
        p { a.button.primary href=(mine) { (voice.say("dictate-hand-over")) } }
        @if may_be_written_for && people.len() > 1 {
            (field::form_in("doors", &walk.visitor, &walk.address(Step::Idea), html! {
                h2 { (voice.say("dictate-choose")) }
                @for participant in people.iter().filter(|it| it.person != *walk.person()) {
                    button.door type="submit" name="scribe" value=(participant.person) {
                        (icon::draw(Icon::Pen)) (card::author(voice, &participant.name))
                    }
                }
            }))
        }
    };
    Ok(Some(Panel::new(voice.say("dictate-title"), content)))
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let scribe: PersonId = form.get("scribe").parse().map_err(|_| Problem::NotFound)?;
    let app = &walk.visitor.site.app;
    let place = &walk.workshop.workshop;
    if walk.visitor.viewer.has_account() {
        return Err(Problem::NotFound);
    }
    room::find(&app.db, place, &scribe).await?.ok_or(Problem::NotFound)?;
    let key = form.command_id().then(scribe.as_str());
    walk.take_part(Act::NameScribe(scribe.clone()), key).await?;
    Ok(go(&walk.address(Step::Idea)))
}

/// Those who asked this person to write for them.
pub(super) async fn tellers(walk: &Walk) -> Result<Vec<room::Participant>, Problem> {
    let db = &walk.visitor.site.app.db;
    Ok(room::written_by(db, &walk.workshop.workshop, walk.person()).await?)
}

/// `/a/{code}/scribe`: for whom I write, and who has no phone.
pub async fn show(walk: Walk) -> Answer {
    // One writes for one person at a time, from one's own place.
    if writes_for_another(&walk) {
        return Ok(go(&address::path(&walk.workshop.code)));
    }
    page(&walk, None).await
}

async fn page(walk: &Walk, refused: Option<(&str, &str)>) -> Answer {
    let voice = &walk.visitor.voice;
    let tellers = tellers(walk).await?;
    let action = address::scribe(&walk.workshop.code);
    let label = voice.say("scribe-name");
    let help = voice.say("scribe-name-help");
    let (notice, name) = refused.map_or((None, ""), |(notice, name)| (Some(notice), name));
    let line = Line { help: Some(&help), notice, ..Line::new("name", &label, name) };
    let content = html! {
        h1 { (voice.say("scribe-title")) }
        p.lead { (voice.say("scribe-lead")) }
        @if !tellers.is_empty() {
            (field::form_in("doors", &walk.visitor, &action, html! {
                @for teller in &tellers {
                    button.door type="submit" name="person" value=(teller.person) {
                        (icon::draw(Icon::Pen))
                        (voice.fill("scribe-for", &[("name", card::author(voice, &teller.name).into())]))
                    }
                }
            }))
        }
        (field::form(&walk.visitor, &action, html! {
            (line.show())
            button.primary[tellers.is_empty()] type="submit" { (voice.say("scribe-button")) }
        }))
        p { a href=(address::path(&walk.workshop.code)) { (voice.say("hand-back")) } }
    };
    let status = if notice.is_some() {
        poem::http::StatusCode::UNPROCESSABLE_ENTITY
    } else {
        poem::http::StatusCode::OK
    };
    Ok(Page::new(voice.say("scribe-title"), content)
        .kind(Kind::Step)
        .status(status)
        .show(&walk.visitor))
}

/// Whether this device is in somebody else's place just now.
pub(super) fn writes_for_another(walk: &Walk) -> bool {
    walk.visitor.viewer.someone.as_ref().is_some_and(|it| it.scribe.is_some())
}

/// Begins to write for someone: this device goes on in their place, until it comes back.
pub async fn begin(walk: Walk, form: Form) -> Answer {
    if writes_for_another(&walk) {
        return Ok(go(&address::path(&walk.workshop.code)));
    }
    let app = &walk.visitor.site.app;
    let place = &walk.workshop.workshop;
    let teller = if let Some(person) = form.maybe("person") {
        let person: PersonId = person.parse().map_err(|_| Problem::NotFound)?;
        let named = tellers(&walk).await?.into_iter().any(|it| it.person == person);
        if named { person } else { return Err(Problem::NotFound) }
    } else {
        let name = form.get("name");
        let duty = app.workshops().duty(&walk.visitor.viewer, &walk.workshop).await?;
        let most = if duty.helps { ADDED_BY_HELPER } else { ADDED };
        if tellers(&walk).await?.len() >= most {
            let notice = walk.visitor.voice.say("scribe-too-many");
            return page(&walk, Some((&notice, name))).await;
        }
        match app.workshops().add_without_phone(place, walk.person(), name, form.command_id()).await
        {
            Ok(person) => person,
            Err(Failure::Words("name", reason)) => {
                let notice = walk.visitor.voice.say(&format!("name-{}", <&str>::from(reason)));
                return page(&walk, Some((&notice, name))).await;
            }
            Err(error) => return Err(error.into()),
        }
    };
    // Nobody's account is opened this way.
    if app.people().someone(&teller).await?.is_none_or(|it| it.account) {
        return Err(Problem::NotFound);
    }
    let mut response = go(&address::path(&walk.workshop.code));
    walk.visitor.write_for(&teller, (walk.person(), place), &mut response).await?;
    Ok(response)
}

/// Comes back to one's own place.
pub async fn end(walk: Walk) -> Answer {
    let scribe = walk.visitor.viewer.someone.as_ref().and_then(|it| it.scribe.clone());
    let mut response = go(&address::path(&walk.workshop.code));
    if let Some((scribe, _)) = scribe {
        walk.visitor.sign_in(&scribe, &mut response).await?;
    }
    Ok(response)
}

/// `POST /a/{code}/scribe/seul`: the teller goes on alone, and whoever wrote for them does
/// not any more.
pub async fn alone(walk: Walk, form: Form) -> Answer {
    if writes_for_another(&walk) {
        return Err(Problem::NotFound);
    }
    let (app, place) = (&walk.visitor.site.app, &walk.workshop.workshop);
    app.workshops().goes_on_alone(place, walk.person(), form.command_id()).await?;
    Ok(go(&address::path(&walk.workshop.code)))
}

/// What stands above every step while one writes for somebody.
pub(super) fn banner(walk: &Walk) -> Markup {
    let voice = &walk.visitor.voice;
    html! {
        @if writes_for_another(walk) {
            (field::form_in("banner row", &walk.visitor, &address::scribe_end(&walk.workshop.code), html! {
                span {
                    (voice.fill("scribe-writing", &[("name", walk.participant.name.as_str().into())]))
                }
                button.quiet type="submit" { (voice.say("scribe-end")) }
            }))
        } @else if walk.participant.scribe.is_some() {
            (field::form_in("banner row", &walk.visitor, &address::scribe_alone(&walk.workshop.code), html! {
                span { (voice.say("scribe-written-for")) }
                button.quiet type="submit" { (voice.say("scribe-alone")) }
            }))
        }
    }
}
