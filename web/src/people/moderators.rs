//! `/moderation`: who looks after the whole commons, for those who do.

use domain::core::ids::PersonId;
use maud::html;

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{card, field};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

fn only_moderators(visitor: &Visitor) -> Result<(), Problem> {
    if visitor.viewer.is_moderator() { Ok(()) } else { Err(Problem::NotFound) }
}

/// The page.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    only_moderators(&visitor)?;
    page(&visitor, &person, None, None).await
}

/// `POST /moderation`: a link that makes one other person a moderator, shown once.
pub async fn invite(Known { visitor, person }: Known, _: Form) -> Answer {
    only_moderators(&visitor)?;
    let token = visitor.site.app.people().moderator_link(Some(&person)).await?;
    let link = format!("{}{}", visitor.site.hosting.public_url, address::moderate(&token));
    page(&visitor, &person, Some(&link), None).await
}

/// `POST /moderation/fin`: somebody looks after the commons no more.
pub async fn dismiss(Known { visitor, person }: Known, form: Form) -> Answer {
    only_moderators(&visitor)?;
    let whom: PersonId = form.get("person").parse().map_err(|_| Problem::NotFound)?;
    let people = visitor.site.app.people();
    match people.dismiss_moderator(&whom, &person, form.command_id()).await {
        Ok(()) if whom == person => Ok(go(address::me())),
        Ok(()) => Ok(go(address::moderators())),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => {
                let notice = visitor.voice.say(&key);
                page(&visitor, &person, None, Some(&notice)).await
            }
            other => Err(other),
        },
    }
}

async fn page(
    visitor: &Visitor,
    person: &PersonId,
    link: Option<&str>,
    notice: Option<&str>,
) -> Answer {
    let all = visitor.site.app.people().moderators().await?;
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::reports()) { (voice.say("reports-title")) } }
        h1 { (voice.say("moderators-title")) }
        p.lead { (voice.say("moderators-lead")) }
        @if let Some(notice) = notice { p.banner role="alert" { (notice) } }
        ul.plain { @for (moderator, name) in &all {
            li {
                (card::author(voice, name))
                @if all.len() > 1 {
                    (field::form_in("row", visitor, &address::moderator_dismissed(), html! {
                        input type="hidden" name="person" value=(moderator);
                        button.quiet type="submit" {
                            @if moderator == person { (voice.say("moderators-stop")) }
                            @else {
                                (voice.fill("moderators-dismiss", &[("name", card::author(voice, name).into())]))
                            }
                        }
                    }))
                }
            }
        } }
        @if let Some(link) = link {
            section.panel role="status" {
                h2 { (voice.say("moderators-link")) }
                p { (voice.say("moderators-link-help")) }
                p.phrase #link { (link) }
            }
        } @else {
            (field::form_in("panel", visitor, &address::moderators(), html! {
                p { (voice.say("moderators-invite-help")) }
                button type="submit" { (voice.say("moderators-invite")) }
            }))
        }
    };
    Ok(Page::new(voice.say("moderators-title"), content).show(visitor))
}
