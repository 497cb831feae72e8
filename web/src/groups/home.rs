//! `/communautes/{community}`: for those who are in it, what they share and what waits; for a
//! stranger, what it is and how one comes in.

use app::engine::clock::DAY;
use domain::core::ids::PersonId;
use domain::groups::community::{Admission, Spread};
use maud::{Markup, html};
use projections::groups::community::{self, Community, Place};
use projections::groups::meeting;
use projections::notes::note;
use projections::people::membership;
use projections::workshops::of_community;
use projections::workshops::workshop::{self, Stage};

use super::list::name;
use super::meetings::list::rows;
use super::rights::Knows;
use crate::shell::address;
use crate::shell::layout::Page;
use crate::shell::markdown;
use crate::shell::page::Answer;
use crate::shell::parts::card::{self, Under};
use crate::shell::parts::pager::Pager;
use crate::shell::parts::{field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How many of its notes are shown.
const NOTES: i64 = 12;

/// How many of its next meetings are shown, and how many of the last ones.
const NEXT: usize = 2;
const LAST: i64 = 3;

/// How many are looked through for them: a long one may begin before short ones.
const NEXT_READ: i64 = 20;

/// How many of its workshops are shown.
const WORKSHOPS: i64 = 5;

/// A year, in microseconds: whether a community meets is said of the last one.
const YEAR: i64 = 365 * DAY;

/// The page.
pub async fn show(Knows { visitor, community, place }: Knows) -> Answer {
    let voice = &visitor.voice;
    let is_in = place >= Place::Member;
    let title = name(voice, &community);
    let pager = Pager::from_query(&visitor, "notes", NOTES);
    let mut notes = match visitor.viewer.person().filter(|_| is_in) {
        Some(person) => {
            let db = &visitor.site.app.db;
            let (group, page) = (community.community.as_str(), (pager.skipped(), NOTES + 1));
            note::shared_with_group(db, person, group, page).await?
        }
        None => vec![],
    };
    let more = pager.cut(&mut notes);
    let person = visitor.viewer.person().filter(|_| is_in);
    let fresh = if let Some(person) = person {
        news(&visitor, person, &community).await?
    } else {
        html! {}
    };
    let about = markdown::rendered(&community.about).await?;
    let meetings = meetings(&visitor, &community, is_in).await?;
    // Where they are, and what opens there, is theirs.
    let meets = html! { @if is_in { (where_it_meets(&visitor, &community)) } };
    let lived = html! {
        @if is_in {
            section aria-labelledby="notes" {
                h2 #notes { (voice.say("community-notes")) }
                @if notes.is_empty() { p.empty { (voice.say("community-notes-none")) } }
                div.cards { @for note in &notes { (card::note(voice, note, Under::Section)) } }
                (pager.links(voice, &format!("{}?notes=", address::community(&community.community)), more))
                @if !community.has_ended() {
                    p { a.button href={ (address::new_note()) (templates_of(community.spread)) } { (voice.say("new-title-community")) } }
                }
            }
        }
    };
    let content = html! {
        p.over { a href=(address::communities()) { (voice.say("communities-title")) } }
        h1 dir="auto" { (title) }
        p.by {
            @if !community.label.is_empty() { bdi { (community.label) } " · " }
            @if is_in {
                a href=(address::community_members(&community.community)) { (voice.count("community-members", community.members)) }
            } @else { (voice.count("community-members", community.members)) }
            " · " (voice.say(&format!("admission-{}", community.admission.word())))
        }
        @if community.has_ended() {
            p.banner { (moment::sentence(voice, "community-ended-on", &[], community.ended_at)) }
        }
        (waiting(&visitor, &community, place).await?)
        (fresh)
        (door(&visitor, &community, place))
        div.prose { (about) }
        // Those who meet in a place look for the place first; others for what is written.
        @match community.spread {
            Spread::Local => { (meetings) (meets) (lived) }
            Spread::Mixed => { (meetings) (lived) (meets) }
            Spread::Dispersed => { (lived) (meetings) (meets) }
        }
        @if is_in { (workshops(&visitor, &community).await?) }
        (mandate(&visitor, &community).await?)
        @if is_in {
            nav.tools aria-label=(voice.say("community-tools")) {
                a.button href=(address::community_members(&community.community)) { (voice.say("community-members-title")) }
                a.button href=(address::mandates(&community.community)) { (voice.say("mandates-title")) }
                @if place == Place::Steward {
                    a.button href=(address::community_settings(&community.community)) { (voice.say("community-settings")) }
                }
                a.button.quiet href=(address::community_departure(&community.community)) { (voice.say("community-leave")) }
            }
        }
    };
    Ok(Page::new(title, content).show(&visitor))
}

/// The templates that are offered to those who write for it: where people meet in one place, or far
/// from one another, they write down other things.
fn templates_of(spread: Spread) -> &'static str {
    match spread {
        Spread::Local => "?lieu=ici",
        Spread::Dispersed => "?lieu=loin",
        Spread::Mixed => "",
    }
}

/// Its meetings: the next one and the last ones for those in it; for others, that it meets.
async fn meetings(
    visitor: &Visitor,
    community: &Community,
    is_in: bool,
) -> Result<Markup, Problem> {
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let (id, now) = (&community.community, app.clock.now());
    let pulse = meeting::pulse(&app.db, id, (now - YEAR, now)).await?;
    let alive = html! {
        @if pulse.held > 0 {
            p.by {
                (voice.count("meetings-pulse", pulse.held)) " "
                (moment::told_day(voice, "meetings-pulse-last", &[], pulse.last_at))
            }
        }
    };
    if !is_in {
        return Ok(alive);
    }
    let mut to_come = meeting::to_come(&app.db, id, now, (0, NEXT_READ)).await?;
    to_come.retain(|it| !it.cancelled);
    to_come.sort_by_key(|it| it.starts_at);
    to_come.truncate(NEXT);
    let held = meeting::held(&app.db, id, now, (0, LAST)).await?;
    Ok(html! {
        section aria-labelledby="meetings" {
            h2 #meetings { (voice.say("meetings-title")) }
            (alive)
            (rows(voice, &to_come))
            @if !held.is_empty() {
                h3 { (voice.say("meetings-held")) }
                (rows(voice, &held))
            }
            @if to_come.is_empty() && held.is_empty() { p.empty { (voice.say("meetings-none")) } }
            p.row {
                @if !community.has_ended() { a.button href=(address::new_meeting(id)) { (voice.say("meeting-new-title")) } }
                @if !to_come.is_empty() || !held.is_empty() { a href=(address::meetings(id)) { (voice.say("meetings-all")) } }
            }
        }
    })
}

/// Its workshops: those that are open are entered from here; of those that ended, the story.
async fn workshops(visitor: &Visitor, community: &Community) -> Result<Markup, Problem> {
    let (voice, db) = (&visitor.voice, &visitor.site.app.db);
    let ids = of_community::workshops(db, &community.community, (0, WORKSHOPS)).await?;
    let mut found = vec![];
    for id in &ids {
        found.extend(workshop::find(db, id).await?);
    }
    // Where somebody is under fourteen, nobody comes from elsewhere.
    found.retain(|it| !it.live.details.minors);
    Ok(html! {
        @if !found.is_empty() {
            section aria-labelledby="workshops" {
                h2 #workshops { (voice.say("community-workshops")) }
                ul.plain { @for it in &found {
                    li {
                        @match it.stage {
                            Stage::Open => { a dir="auto" href=(address::door(&it.code)) { (it.title) } }
                            Stage::Closed if it.live.story => { a dir="auto" href=(address::story(&it.workshop)) { (it.title) } }
                            Stage::Prepared | Stage::Closed => { bdi { (it.title) } }
                        }
                        p.by {
                            (voice.say(&format!("stage-{}", it.stage.word())))
                            @if let Some(at) = it.live.details.starts_at { " · " (moment::moment(voice, at)) }
                        }
                    }
                } }
            }
        }
    })
}

/// What came since their last visit, as one sentence; nothing the first time.
async fn news(
    visitor: &Visitor,
    person: &PersonId,
    community: &Community,
) -> Result<Markup, Problem> {
    let (voice, db) = (&visitor.voice, &visitor.site.app.db);
    let since = visitor.site.app.groups().visit(&community.community, person).await?;
    let id = community.community.as_str();
    let notes = note::count_shared_since(db, person.as_str(), id, since).await?;
    let meetings = meeting::announced_since(db, &community.community, person, since).await?;
    let people = membership::joined_since(db, id, person, since).await?;
    let said = [
        ("community-new-notes", notes),
        ("community-new-meetings", meetings),
        ("community-new-people", people),
    ];
    let said: Vec<String> =
        said.iter().filter(|(_, n)| *n > 0).map(|(key, n)| voice.count(key, *n)).collect();
    Ok(html! {
        @if !said.is_empty() {
            p.notice { (voice.say("community-new")) " " (voice.list(&said)) }
        }
    })
}

/// For those who look after it: somebody asks to come in; the mandate is to be looked at again.
async fn waiting(
    visitor: &Visitor,
    community: &Community,
    place: Place,
) -> Result<Markup, Problem> {
    if place != Place::Steward {
        return Ok(html! {});
    }
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let most = app::groups::members::REQUESTS_WAITING_MAX;
    let asking = community::requests_waiting(&app.db, &community.community, most).await?;
    let today = voice.zone.date_of(app.clock.now());
    let is_due = community.review_on.is_some_and(|day| day.to_string() <= today);
    Ok(html! {
        @if asking > 0 {
            p.notice {
                a href={ (address::community_members(&community.community)) "#asking" } { (voice.count("community-asking", asking)) }
            }
        }
        @if is_due {
            p.notice {
                a href={ (address::community_settings(&community.community)) "#mandate-title" } { (voice.say("community-review-due")) }
            }
        }
    })
}

/// The one thing a visitor may do to come in.
fn door(visitor: &Visitor, community: &Community, place: Place) -> Markup {
    let (voice, id) = (&visitor.voice, &community.community);
    if place >= Place::Member || community.has_ended() {
        return html! {};
    }
    if visitor.viewer.person().is_none() {
        let back = address::community(id);
        return html! {
            p {
                (voice.say("community-join-known")) " "
                a.button href={ (address::sign_in()) "?retour=" (back) } { (voice.say("nav-sign-in")) }
            }
        };
    }
    match (place, community.admission) {
        (Place::Asking, _) => field::form_in(
            "panel",
            visitor,
            &address::community_request_back(id),
            html! {
                p { (voice.say("community-request-waits")) }
                button.quiet type="submit" { (voice.say("community-request-back")) }
            },
        ),
        (_, Admission::Open) => field::form(
            visitor,
            &address::community_entrance(id),
            html! { button.primary type="submit" { (voice.say("community-join")) } },
        ),
        (_, Admission::OnRequest) => field::form_in(
            "panel",
            visitor,
            &address::community_request(id),
            html! {
                h2 { (voice.say("community-request-title")) }
                (field::area("words", &voice.say("community-request-words"), Some(&voice.say("community-request-help")), "", 3))
                button.primary type="submit" { (voice.say("community-request-button")) }
            },
        ),
        (_, Admission::ByLink) => html! {},
    }
}

/// Where it lives: places, and tools elsewhere.
fn where_it_meets(visitor: &Visitor, community: &Community) -> Markup {
    let voice = &visitor.voice;
    html! {
        @if !community.places.is_empty() || !community.tools.is_empty() {
            section aria-labelledby="places" {
                h2 #places { (voice.say("community-places-title")) }
                @if !community.places.is_empty() { p dir="auto" { (community.places) } }
                @if !community.tools.trim().is_empty() {
                    ul.plain { @for tool in community.tools.lines().filter(|it| !it.trim().is_empty()) {
                        li dir="auto" { (tool) }
                    } }
                }
            }
        }
    }
}

async fn mandate(visitor: &Visitor, community: &Community) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    if community.mandate.is_empty() && community.goals.is_empty() {
        return Ok(html! {});
    }
    let body = markdown::rendered(&community.mandate).await?;
    Ok(html! {
        section aria-labelledby="mandate" {
            h2 #mandate { (voice.say("community-mandate-title")) }
            div.prose { (body) }
            @if !community.goals.trim().is_empty() { ul { @for goal in community.goals.lines().filter(|it| !it.trim().is_empty()) { li dir="auto" { (goal) } } } }
            @if let Some(day) = community.review_on {
                p.small { (voice.say("community-review-on")) " " (moment::date(voice, &day.to_string())) }
            }
        }
    })
}
