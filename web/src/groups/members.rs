//! `…/membres`: who is in a community, who asks to be; coming in, leaving, handing over.

use domain::core::ids::PersonId;
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;
use projections::groups::community::{self, Community, Member, Place};

use super::list::name;
use super::rights::{Comes, IsIn, LooksAfter};
use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::pager::Pager;
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::parts::{card, field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How many people are shown at once, and how many who ask.
const MANY: i64 = 50;

/// The page.
pub async fn show(IsIn { visitor, person, community, place }: IsIn) -> Answer {
    page(&visitor, &person, (&community, place), None).await
}

async fn page(
    visitor: &Visitor,
    person: &PersonId,
    (found, place): (&Community, Place),
    notice: Option<&str>,
) -> Answer {
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let id = &found.community;
    let pager = Pager::from_query(visitor, "page", MANY);
    let mut members = community::members(&app.db, id, (pager.skipped(), MANY + 1)).await?;
    let more = pager.cut(&mut members);
    let stewards = community::stewards(&app.db, id).await?;
    let title = voice.say("community-members-title");
    let here = address::community_members(id);
    let looks_after = place == Place::Steward;
    // Undone at once, by whoever has just done it.
    let removed = visitor.query.maybe("retiree").filter(|_| looks_after);
    let content = html! {
        p.over { a dir="auto" href=(address::community(id)) { (name(voice, found)) } }
        h1 { (title) }
        (field::notice("members", notice))
        @if let Some(removed) = removed {
            (field::form_in("panel", visitor, &address::community_answer(id), html! {
                input type="hidden" name="person" value=(removed);
                p role="status" { (voice.say("community-removed")) }
                button type="submit" name="answer" value="yes" { (voice.say("community-removed-back")) }
            }))
        }
        @if looks_after {
            (asking(visitor, found).await?)
            (super::invitation::section(visitor, found).await?)
        }
        section aria-labelledby="stewards" {
            h2 #stewards { (voice.say("community-stewards")) }
            ul.plain { @for steward in &stewards {
                li {
                    (card::author(voice, &steward.name))
                    @if looks_after { " " (dismissal(visitor, found, steward, person)) }
                }
            } }
        }
        section aria-labelledby="everyone" {
            h2 #everyone { (voice.count("community-members", found.members)) }
            ul.plain { @for member in &members {
                li {
                    (card::author(voice, &member.name)) " "
                    span.small { (moment::told_day(voice, "community-since", &[], member.since)) }
                    @if looks_after && member.person != *person && !found.has_ended() {
                        (gestures(visitor, found, member))
                    }
                }
            } }
            (pager.links(voice, &format!("{here}?page="), more))
        }
        p { a href=(address::community_departure(id)) { (voice.say("community-leave")) } }
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(Page::new(title, content).status(status).show(visitor))
}

/// What a steward may do with a member, folded.
fn gestures(visitor: &Visitor, community: &Community, member: &Member) -> Markup {
    let (voice, id) = (&visitor.voice, &community.community);
    let who = card::author(voice, &member.name);
    html! {
        details {
            summary { (voice.fill("community-about-member", &[("name", who.into())])) }
            p { a href={ (address::new_mandate(id)) "?personne=" (member.person) } { (voice.say("mandate-give")) } }
            @if !member.steward {
                (field::form(visitor, &address::community_stewards(id), html! {
                    input type="hidden" name="person" value=(member.person);
                    p.small { (voice.say("community-steward-help")) }
                    button type="submit" { (voice.say("community-steward-name")) }
                }))
            }
            (field::form(visitor, &address::community_removal(id), html! {
                input type="hidden" name="person" value=(member.person);
                p.small { (voice.say("community-remove-help")) }
                button type="submit" { (voice.say("community-remove")) }
            }))
        }
    }
}

fn dismissal(
    visitor: &Visitor,
    community: &Community,
    steward: &Member,
    person: &PersonId,
) -> Markup {
    let voice = &visitor.voice;
    let key = if steward.person == *person { "community-stand-down" } else { "community-dismiss" };
    let who = card::author(voice, &steward.name);
    html! {
        details {
            summary { (voice.fill(key, &[("name", who.into())])) }
            (field::form(visitor, &address::community_dismissal(&community.community), html! {
                input type="hidden" name="person" value=(steward.person);
                p.small { (voice.say("community-dismiss-help")) }
                button type="submit" { (voice.say("community-dismiss-button")) }
            }))
        }
    }
}

/// Those who ask to come in, and the two answers.
async fn asking(visitor: &Visitor, found: &Community) -> Result<Markup, Problem> {
    let (voice, id) = (&visitor.voice, &found.community);
    let requests = community::requests(&visitor.site.app.db, id, MANY).await?;
    Ok(html! {
        @if !requests.is_empty() {
            section.panel #asking aria-labelledby="asking-title" {
                h2 #asking-title { (voice.say("community-asking-title")) }
                @for request in &requests {
                    (field::form_in("row", visitor, &address::community_answer(id), html! {
                        input type="hidden" name="person" value=(request.person);
                        @let who = card::author(voice, &request.name);
                        p {
                            strong { (who) }
                            @if !request.words.is_empty() { " " q dir="auto" { (request.words) } }
                        }
                        button type="submit" name="answer" value="yes" { (voice.fill("community-admit", &[("name", who.clone().into())])) }
                        button.quiet type="submit" name="answer" value="no" { (voice.fill("community-decline", &[("name", who.into())])) }
                    }))
                }
            }
        }
    })
}

/// `POST …/entree`: comes in.
pub async fn join(Comes { visitor, person, community, .. }: Comes, form: Form) -> Answer {
    visitor.site.app.groups().join(&community, &person, form.command_id()).await?;
    Ok(go_saying(&address::community(&community.community), Said::Joined))
}

/// `POST …/demande`: asks to come in.
pub async fn ask(Comes { visitor, person, community, .. }: Comes, form: Form) -> Answer {
    let (groups, key) = (visitor.site.app.groups(), form.command_id());
    groups.ask_to_join(&community, &person, form.get("words"), key).await?;
    Ok(go_saying(&address::community(&community.community), Said::AskedToJoin))
}

/// `POST …/demande/retrait`: asks no more.
pub async fn withdraw(Comes { visitor, person, community, .. }: Comes, form: Form) -> Answer {
    let id = &community.community;
    visitor.site.app.groups().withdraw_request(id, &person, form.command_id()).await?;
    Ok(go(&address::community(id)))
}

fn someone(form: &Form) -> Result<PersonId, Problem> {
    form.get("person").parse().map_err(|_| Problem::NotFound)
}

/// What a steward did; when the rules refuse, the page says why.
async fn done(
    LooksAfter { visitor, person, community }: LooksAfter,
    result: Result<app::engine::execute::Done, app::Failure>,
) -> Answer {
    match result.map_err(Problem::from) {
        Ok(_) => Ok(go(&address::community_members(&community.community))),
        Err(Problem::Refused(key)) => {
            let why = visitor.voice.say(&key);
            // Who they are to it may have changed since they asked.
            let groups = visitor.site.app.groups();
            let seen = groups.seen_by(&community.community, Some(&person)).await?;
            match seen.filter(|(_, place)| *place >= Place::Member) {
                Some((found, place)) => page(&visitor, &person, (&found, place), Some(&why)).await,
                None => Err(Problem::NotFound),
            }
        }
        Err(other) => Err(other),
    }
}

/// `POST …/membres/reponse`: the first answer stands.
pub async fn answer(room: LooksAfter, form: Form) -> Answer {
    let (asker, admits) = (someone(&form)?, form.get("answer") == "yes");
    let groups = room.visitor.site.app.groups();
    let key = form.command_id();
    let result = groups.answer_request(&room.community, &room.person, (&asker, admits), key).await;
    done(room, result).await
}

/// `POST …/membres/retrait`.
pub async fn remove(room: LooksAfter, form: Form) -> Answer {
    let member = someone(&form)?;
    let (groups, id) = (room.visitor.site.app.groups(), &room.community.community);
    let result = groups.remove_member(id, &room.person, &member, form.command_id()).await;
    if result.is_ok() {
        return Ok(go(&format!("{}?retiree={member}", address::community_members(id))));
    }
    done(room, result).await
}

/// `POST …/responsables`.
pub async fn name_steward(room: LooksAfter, form: Form) -> Answer {
    let member = someone(&form)?;
    let (groups, id) = (room.visitor.site.app.groups(), &room.community.community);
    let result = groups.name_steward(id, &room.person, &member, form.command_id()).await;
    done(room, result).await
}

/// `POST …/responsables/fin`: oneself, or another.
pub async fn dismiss(room: LooksAfter, form: Form) -> Answer {
    let steward = someone(&form)?;
    let (groups, id) = (room.visitor.site.app.groups(), &room.community.community);
    let result = groups.dismiss_steward(id, &room.person, &steward, form.command_id()).await;
    done(room, result).await
}

/// `…/depart`: what leaving does, and how one comes back.
pub async fn departure(IsIn { visitor, community, .. }: IsIn) -> Answer {
    Ok(leaving(&visitor, &community, None))
}

fn leaving(visitor: &Visitor, community: &Community, notice: Option<&str>) -> Response {
    let (voice, id) = (&visitor.voice, &community.community);
    let title = voice.say("community-leave");
    let back = format!("community-leave-back-{}", community.admission.word());
    let content = html! {
        p.over { a dir="auto" href=(address::community(id)) { (name(voice, community)) } }
        h1 { (title) }
        (field::notice("leave", notice))
        p.lead { (voice.say("community-leave-help")) }
        p { (voice.say(&back)) }
        (field::form(visitor, &address::community_departure(id), html! {
            button.primary type="submit" { (voice.say("community-leave-button")) }
        }))
        p { a.button href=(address::community(id)) { (voice.say("community-stay")) } }
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(title, content).status(status).show(visitor)
}

/// `POST …/depart`. Sent again once it is done, it leads to the same page.
pub async fn leave(Known { visitor, person }: Known, form: Form) -> Answer {
    let (groups, id) = (visitor.site.app.groups(), visitor.id("community")?);
    let seen = groups.seen_by(&id, Some(&person)).await?;
    let gone = || Ok(go_saying(address::communities(), Said::Left));
    let Some((community, _)) = seen.filter(|(_, place)| *place >= Place::Member) else {
        return if groups.was_in(&id, &person).await? { gone() } else { Err(Problem::NotFound) };
    };
    match groups.leave_community(&id, &person, form.command_id()).await {
        Ok(_) => gone(),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => {
                let why = visitor.voice.say(&key);
                Ok(leaving(&visitor, &community, Some(&why)))
            }
            other => Err(other),
        },
    }
}
