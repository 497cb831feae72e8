//! `/communautes/{community}/reglages`: what its stewards say of it, and its end.

use app::groups::communities::Wording;
use domain::groups::community::Part;
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;
use projections::groups::community::Community;

use super::found::{about_fields, about_of, doors, doors_of};
use super::list::name;
use super::rights::LooksAfter;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// What each of its texts says, as its fields show it.
#[derive(Clone, Default)]
struct Words {
    about: Wording,
    mandate: Wording,
    places: Wording,
    /// The day the mandate is looked at again, as it was typed.
    review: String,
}

impl Words {
    fn of(community: &Community) -> Self {
        Self {
            about: Wording {
                line: community.name.clone(),
                second: community.label.clone(),
                body: community.about.clone(),
            },
            mandate: Wording {
                line: String::new(),
                second: community.goals.clone(),
                body: community.mandate.clone(),
            },
            places: Wording {
                line: community.places.clone(),
                second: String::new(),
                body: community.tools.clone(),
            },
            review: community.review_on.map(|day| day.to_string()).unwrap_or_default(),
        }
    }
}

/// The page.
pub async fn show(LooksAfter { visitor, community, .. }: LooksAfter) -> Answer {
    let words = Words::of(&community);
    Ok(page(&visitor, &community, &words, None))
}

/// `refused`: which part could not be taken, and why.
fn page(
    visitor: &Visitor,
    community: &Community,
    words: &Words,
    refused: Option<(Option<Part>, &str)>,
) -> Response {
    let (voice, id) = (&visitor.voice, &community.community);
    let title = voice.say("community-settings");
    let notice_of = |part: Part| refused.filter(|(of, _)| *of == Some(part)).map(|(_, why)| why);
    let elsewhere = refused.filter(|(of, _)| of.is_none()).map(|(_, why)| why);
    let content = html! {
        p.over { a dir="auto" href=(address::community(id)) { (name(voice, community)) } }
        h1 { (title) }
        (field::notice("community", elsewhere))
        @if community.has_ended() { (reopening(visitor, community)) } @else {
            (field::form_in("panel", visitor, &address::community_about(id), html! {
                h2 { (voice.say("community-about-title")) }
                (about_fields(voice, &words.about, notice_of(Part::About)))
                button.primary type="submit" { (voice.say("community-save")) }
            }))
            (field::form_in("panel", visitor, &address::community_mandate(id), html! {
                h2 #mandate-title { (voice.say("community-mandate-title")) }
                (field::notice("mandate", notice_of(Part::Mandate)))
                (field::area("mandate", &voice.say("community-mandate-label"), Some(&voice.say("community-mandate-help")), &words.mandate.body, 4))
                (field::area("goals", &voice.say("community-goals"), Some(&voice.say("community-goals-help")), &words.mandate.second, 4))
                @let label = voice.say("community-review");
                (Line { kind: "date", optional: true, ..Line::new("review", &label, &words.review) }.show())
                button type="submit" { (voice.say("community-save")) }
            }))
            (field::form_in("panel", visitor, &address::community_places(id), html! {
                h2 { (voice.say("community-places-title")) }
                (field::notice("places", notice_of(Part::Places)))
                @let label = voice.say("community-places-label");
                (Line { optional: true, ..Line::new("places", &label, &words.places.line) }.show())
                (field::area("tools", &voice.say("community-tools-label"), Some(&voice.say("community-tools-help")), &words.places.body, 4))
                button type="submit" { (voice.say("community-save")) }
            }))
            (field::form_in("panel", visitor, &address::community_doors(id), html! {
                h2 { (voice.say("community-doors-title")) }
                (doors(voice, (community.admission, community.spread)))
                button type="submit" { (voice.say("community-save")) }
            }))
            (ending(visitor, community))
        }
    };
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(title, content).status(status).show(visitor)
}

/// Two taps: nobody ends it by mistake, and it is undone on the same page.
fn ending(visitor: &Visitor, community: &Community) -> Markup {
    let voice = &visitor.voice;
    html! {
        details.panel {
            summary { (voice.say("community-end")) }
            (field::form(visitor, &address::community_end(&community.community), html! {
                p { (voice.say("community-end-help")) }
                button type="submit" { (voice.say("community-end-button")) }
            }))
        }
    }
}

fn reopening(visitor: &Visitor, community: &Community) -> Markup {
    let voice = &visitor.voice;
    field::form_in(
        "panel",
        visitor,
        &address::community_reopening(&community.community),
        html! {
            p { (voice.say("community-reopen-help")) }
            button.primary type="submit" { (voice.say("community-reopen-button")) }
        },
    )
}

/// Says what a part says; when it could not be taken, its fields hold what was written.
async fn described(room: &LooksAfter, part: Part, wording: Wording, form: &Form) -> Answer {
    let LooksAfter { visitor, person, community } = room;
    let id = &community.community;
    let groups = visitor.site.app.groups();
    match groups.describe(id, person, (part, &wording), form.command_id()).await {
        Ok(_) => Ok(go_saying(&address::community_settings(id), Said::Kept)),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => {
                let mut words = Words::of(community);
                match part {
                    Part::About => words.about = wording,
                    Part::Mandate => {
                        words.mandate = wording;
                        form.get("review").clone_into(&mut words.review);
                    }
                    Part::Places => words.places = wording,
                }
                let why = visitor.voice.say(&key);
                Ok(page(visitor, community, &words, Some((Some(part), &why))))
            }
            other => Err(other),
        },
    }
}

/// `POST …/presentation`.
pub async fn about(room: LooksAfter, form: Form) -> Answer {
    described(&room, Part::About, about_of(&form), &form).await
}

/// `POST …/mandat`: its mandate, and the day it is looked at again.
pub async fn mandate(room: LooksAfter, form: Form) -> Answer {
    let wording = Wording {
        line: String::new(),
        second: form.get("goals").to_owned(),
        body: form.get("mandate").to_owned(),
    };
    let written = form.get("review").trim();
    let Ok(day) = (if written.is_empty() { Ok(None) } else { written.parse().map(Some) }) else {
        let LooksAfter { visitor, community, .. } = room;
        let review = written.to_owned();
        let words = Words { mandate: wording, review, ..Words::of(&community) };
        let why = visitor.voice.say("community-review-wrong");
        return Ok(page(&visitor, &community, &words, Some((Some(Part::Mandate), &why))));
    };
    let answer = described(&room, Part::Mandate, wording, &form).await?;
    // The words first: a day is not kept without them.
    if answer.status() == StatusCode::SEE_OTHER {
        let (id, key) = (&room.community.community, form.command_id().then("review"));
        room.visitor.site.app.groups().set_review(id, &room.person, day, key).await?;
    }
    Ok(answer)
}

/// `POST …/lieux`.
pub async fn places(room: LooksAfter, form: Form) -> Answer {
    let wording = Wording {
        line: form.get("places").to_owned(),
        second: String::new(),
        body: form.get("tools").to_owned(),
    };
    described(&room, Part::Places, wording, &form).await
}

/// `POST …/portes`.
pub async fn set_doors(room: LooksAfter, form: Form) -> Answer {
    let LooksAfter { visitor, person, community } = room;
    let id = &community.community;
    let groups = visitor.site.app.groups();
    let stands = (community.admission, community.spread);
    groups.set_doors(id, &person, doors_of(&form, stands), form.command_id()).await?;
    Ok(go_saying(&address::community_settings(id), Said::Kept))
}

/// `POST …/fin`.
pub async fn end(room: LooksAfter, form: Form) -> Answer {
    let LooksAfter { visitor, person, community } = room;
    let id = &community.community;
    visitor.site.app.groups().end(id, &person, form.command_id()).await?;
    Ok(go(&address::community_settings(id)))
}

/// `POST …/reprise`.
pub async fn reopen(room: LooksAfter, form: Form) -> Answer {
    let LooksAfter { visitor, person, community } = room;
    let id = &community.community;
    visitor.site.app.groups().reopen(id, &person, form.command_id()).await?;
    Ok(go(&address::community_settings(id)))
}
