//! `…/mandats/nouveau`: a mandate given to somebody who is in a community or a workshop.

use domain::core::ids::PersonId;
use domain::groups::mandate::Within;
use maud::html;
use poem::Response;
use poem::http::StatusCode;
use projections::groups::community::{Place, member_name, members, place_of};

use super::Ground;
use super::fields::{Refused, Written};
use crate::groups::list::name;
use crate::groups::rights::LooksAfter;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{card, field};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The most people one chooses among; whoever is further down is chosen on the page of the members.
const PEOPLE: i64 = 200;

/// Those who may be given one: an id and the name they go by.
pub(crate) type People = Vec<(PersonId, String)>;

/// `/communautes/{community}/mandats/nouveau`.
pub async fn show(room: LooksAfter) -> Answer {
    let people = people(&room, room.visitor.query.get("personne")).await?;
    let visitor = &room.visitor;
    Ok(page(
        &ground(&room, &name(&visitor.voice, &room.community)),
        &people,
        &Filled::blank(visitor),
        None,
    ))
}

fn ground<'v>(room: &'v LooksAfter, title: &'v str) -> Ground<'v> {
    Ground {
        visitor: &room.visitor,
        within: Within::Community(room.community.community.clone()),
        title,
        gives: true,
        is_open: !room.community.has_ended(),
    }
}

/// The last who came in, and whoever was chosen on the page of the members.
async fn people(room: &LooksAfter, chosen: &str) -> Result<People, Problem> {
    let (app, id) = (&room.visitor.site.app, &room.community.community);
    let found = members(&app.db, id, (0, PEOPLE)).await?;
    let mut people: People = found.into_iter().map(|it| (it.person, it.name)).collect();
    if let Ok(chosen) = chosen.parse::<PersonId>()
        && !people.iter().any(|(person, _)| *person == chosen)
        && place_of(&app.db, id, &chosen).await? >= Place::Member
    {
        people.insert(0, (chosen.clone(), member_name(&app.db, &chosen).await?));
    }
    Ok(people)
}

/// What the form holds.
pub(crate) struct Filled {
    person: String,
    written: Written,
}

impl Filled {
    pub(crate) fn blank(visitor: &Visitor) -> Self {
        let today = visitor.voice.zone.date_of(visitor.site.app.clock.now());
        let person = visitor.query.get("personne").to_owned();
        Self { person, written: Written::blank(today) }
    }
}

/// The page.
pub(crate) fn page(
    ground: &Ground<'_>,
    people: &People,
    filled: &Filled,
    refused: Option<Refused<'_>>,
) -> Response {
    let visitor = ground.visitor;
    let voice = &visitor.voice;
    let title = voice.say("mandate-give");
    let why = refused.filter(|(field, _)| *field == "person").map(|(_, key)| voice.say(key));
    let content = html! {
        p.over { a href=(ground.list()) { (voice.say("mandates-title")) } }
        h1 { (title) }
        (field::form(visitor, &ground.list(), html! {
            div.field {
                label for="person" { (voice.say("mandate-person")) }
                (field::notice("person", why.as_deref()))
                select #person name="person" aria-invalid=[why.as_ref().map(|_| "true")]
                    aria-describedby=[why.as_ref().map(|_| "person-notice")] {
                    option value="" { (voice.say("mandate-person-none")) }
                    @for (person, name) in people {
                        option value=(person) selected[person.as_str() == filled.person] { (card::author(voice, name)) }
                    }
                }
            }
            (filled.written.show(voice, refused))
            button.primary type="submit" { (voice.say("mandate-give-button")) }
        }))
    };
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(title, content).status(status).show(visitor)
}

/// `POST /communautes/{community}/mandats`.
pub async fn give(room: LooksAfter, form: Form) -> Answer {
    let people = people(&room, form.get("person")).await?;
    let title = name(&room.visitor.voice, &room.community);
    given(&ground(&room, &title), &room.person, &people, &form).await
}

/// Gives it; what could not be taken is shown again.
pub(crate) async fn given(
    ground: &Ground<'_>,
    by: &PersonId,
    people: &People,
    form: &Form,
) -> Answer {
    let filled = Filled { person: form.get("person").to_owned(), written: Written::from(form) };
    let refused = |why: Refused<'_>| Ok(page(ground, people, &filled, Some(why)));
    let agreement = match filled.written.read() {
        Ok(agreement) => agreement,
        Err(why) => return refused(why),
    };
    let Ok(person) = filled.person.parse() else {
        return refused(("person", "mandate-not-in-it"));
    };
    let groups = ground.visitor.site.app.groups();
    match groups.give_mandate(&ground.within, by, (&person, &agreement), form.command_id()).await {
        Ok(mandate) => Ok(go(&address::mandate(&mandate))),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => refused((Written::field_of(&key), &key)),
            other => Err(other),
        },
    }
}
