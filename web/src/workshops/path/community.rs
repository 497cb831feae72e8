//! `/a/{code}/communaute`: at the end of a path, the community of the workshop is offered to those
//! of its room. Nobody is made a member in silence, and a note is shared with it by one tap.

use domain::groups::community::Admission;
use maud::{Markup, html};
use projections::groups::community::{Community, Place, place_of};
use projections::notes::audience;

use super::Walk;
use crate::groups::list::name;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::page::Answer;
use crate::shell::parts::field;
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::problem::Problem;

/// The community of this workshop, where this participant stands towards it, and whether whoever
/// runs the workshop opens its door. `None` when there is none that they may come into.
async fn offered(walk: &Walk) -> Result<Option<(Community, Place, bool)>, Problem> {
    let details = &walk.workshop.live.details;
    let Some(id) = details.community.as_ref().filter(|_| !details.minors && !details.rehearsal)
    else {
        return Ok(None);
    };
    let db = &walk.visitor.site.app.db;
    let found = projections::groups::community::find(db, id).await?;
    let Some(community) = found.filter(|it| !it.has_ended()) else { return Ok(None) };
    let place = place_of(db, id, walk.person()).await?;
    let welcomed = place_of(db, id, &walk.workshop.facilitator).await? == Place::Steward;
    let may_know = app::groups::communities::may_know(&community, place);
    Ok((welcomed || may_know).then_some((community, place, welcomed)))
}

/// What is offered, on the last page.
pub(super) async fn offer(walk: &Walk) -> Result<Markup, Problem> {
    let voice = &walk.visitor.voice;
    let Some((community, place, welcomed)) = offered(walk).await? else { return Ok(html! {}) };
    let called = name(voice, &community);
    let inside = if place >= Place::Member {
        shared(walk, &community).await?
    } else if welcomed || community.admission == Admission::Open {
        html! {
            p { (voice.fill("room-community-lead", &[("name", called.as_str().into())])) }
            (field::form(&walk.visitor, &address::room_community(&walk.workshop.code), html! {
                button type="submit" { (voice.say("room-community-join")) }
            }))
        }
    } else {
        html! {
            p { (voice.fill("room-community-lead", &[("name", called.as_str().into())])) }
            p { a.button href=(address::community(&community.community)) { (voice.say("room-community-ask")) } }
        }
    };
    Ok(html! {
        section.panel aria-labelledby="community-title" {
            h2 #community-title dir="auto" { (called) }
            (inside)
        }
    })
}

/// Sharing their note with it, once they are in it.
async fn shared(walk: &Walk, community: &Community) -> Result<Markup, Problem> {
    let voice = &walk.visitor.voice;
    let Some(note) = &walk.note else {
        return Ok(
            html! { p { a href=(address::community(&community.community)) { (voice.say("room-community-open")) } } },
        );
    };
    let db = &walk.visitor.site.app.db;
    let is_shared = audience::first_of(db, &note.note, community.community.as_str()).await? > 0;
    Ok(html! {
        @if is_shared { p { (voice.say("room-community-shared")) } }
        @else {
            p { (voice.say("room-community-share-help")) }
            (field::form(&walk.visitor, &address::readers(&note.note), html! {
                input type="hidden" name="with" value={ "community." (community.community) };
                button type="submit" { (voice.say("room-community-share")) }
            }))
        }
        p { a href=(address::community(&community.community)) { (voice.say("room-community-open")) } }
    })
}

/// `POST`: comes into it.
pub async fn join(walk: Walk, form: Form) -> Answer {
    let offered = offered(&walk).await?;
    let (community, place, welcomed) = offered.ok_or(Problem::NotFound)?;
    if place < Place::Member {
        let groups = walk.visitor.site.app.groups();
        groups.join_from_room(&community, walk.person(), welcomed, form.command_id()).await?;
    }
    Ok(go_saying(&address::end(&walk.workshop.code), Said::Joined))
}
