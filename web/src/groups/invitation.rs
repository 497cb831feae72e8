//! The link of a community: made, changed, taken away by its stewards; `/rejoindre/{token}` is its
//! other side.

use app::Failure;
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;
use projections::groups::community::Community;

use super::list::name;
use super::rights::LooksAfter;
use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::markdown;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::parts::moment;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// Its link, for its stewards.
pub(super) async fn section(visitor: &Visitor, community: &Community) -> Result<Markup, Problem> {
    let (voice, id) = (&visitor.voice, &community.community);
    if community.has_ended() {
        return Ok(html! {});
    }
    let link = visitor.site.app.groups().link_of_community(id).await?;
    Ok(html! {
        section.panel aria-labelledby="by-link" {
            h2 #by-link { (voice.say("community-link")) }
            p { (voice.say("community-link-help")) }
            @if let Some((token, until)) = &link {
                p.phrase #community-link { (visitor.site.hosting.public_url) (address::community_joined(token)) }
                p.small { (moment::told_day(voice, "community-link-until", &[], *until)) }
            }
            (field::form(visitor, &address::community_link(id), html! {
                button type="submit" { (voice.say(if link.is_some() { "community-link-change" } else { "community-link-make" })) }
            }))
            @if link.is_some() {
                (field::form(visitor, &address::community_link_back(id), html! {
                    button.quiet type="submit" { (voice.say("community-link-remove")) }
                }))
            }
        }
    })
}

/// `POST …/lien`.
pub async fn make(LooksAfter { visitor, person, community }: LooksAfter, form: Form) -> Answer {
    let id = &community.community;
    visitor.site.app.groups().make_link(id, &person, &form.command_id()).await?;
    Ok(go(&format!("{}#by-link", address::community_members(id))))
}

/// `POST …/lien/retrait`.
pub async fn remove(LooksAfter { visitor, person, community }: LooksAfter, _: Form) -> Answer {
    let id = &community.community;
    visitor.site.app.groups().remove_link(id, &person).await?;
    Ok(go(&format!("{}#by-link", address::community_members(id))))
}

/// `/rejoindre/{token}`: what it opens, and a button.
pub async fn offered(Anyone(visitor): Anyone) -> Answer {
    let mut page = take_page(&visitor, None).await?;
    visitor.give_phone(&mut page);
    Ok(page)
}

async fn take_page(visitor: &Visitor, refused: Option<(&str, &str)>) -> Answer {
    let (voice, token) = (&visitor.voice, visitor.part("token"));
    let Some(community) = visitor.site.app.groups().community_of_link(token).await? else {
        let title = voice.say("community-link-gone");
        let content = html! {
            h1 { (title) }
            p.lead { (voice.say("community-link-gone-help")) }
        };
        let page = Page::new(title, content).kind(Kind::Step);
        return Ok(page.status(StatusCode::GONE).show(visitor));
    };
    let known = visitor.viewer.someone.as_ref().map(|it| it.name.clone());
    let label = voice.say("join-name");
    let (notice, typed) = refused.map_or((None, ""), |(why, typed)| (Some(why), typed));
    let line = Line { notice, fill: "nickname", ..Line::new("name", &label, typed) };
    let title = name(voice, &community);
    let content = html! {
        h1 dir="auto" { (title) }
        div.prose { (markdown::rendered(&community.about).await?) }
        (field::form(visitor, &address::community_joined(token), html! {
            @if let Some(name) = &known {
                p { (voice.fill("join-as", &[("name", name.as_str().into())])) }
            } @else { (line.show()) }
            button.primary type="submit" { (voice.say("community-join")) }
        }))
        @if known.is_none() {
            @let back = address::community_joined(token);
            p { a href={ (address::sign_in()) "?retour=" (back) } { (voice.say("join-account")) } }
        }
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(Page::new(title, content).kind(Kind::Step).status(status).show(visitor))
}

/// `POST /rejoindre/{token}`.
pub async fn take(Anyone(visitor): Anyone, form: Form) -> Answer {
    let (token, person) = (visitor.part("token"), visitor.viewer.person());
    let (language, typed) = (visitor.voice.language.code(), form.get("name"));
    let mut given = Response::default();
    let key = form.command_id().bound_to(&visitor.give_phone(&mut given));
    let groups = visitor.site.app.groups();
    match groups.join_by_link(token, person, (typed, language), key).await {
        Ok(Some((community, taken))) => {
            let mut response = go(&address::community(&community));
            if person.is_none() {
                visitor.sign_in(&taken, &mut response).await?;
            }
            Ok(response)
        }
        Ok(None) => take_page(&visitor, None).await,
        Err(Failure::Words("name", reason)) => {
            let notice = visitor.voice.say(&format!("name-{}", <&str>::from(reason)));
            take_page(&visitor, Some((&notice, typed))).await
        }
        Err(error) => Err(error.into()),
    }
}
