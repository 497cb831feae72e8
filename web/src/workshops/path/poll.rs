//! What a phone is told while it is in a workshop, in one piece: the clock that proposes,
//! what was said to everyone, a soft question, who comes, who asks for a hand with words.
//!
//! It is part of every page of the path, and `/a/{code}/pouls` answers it alone to the
//! script that asks every 25 seconds or so: with an `ETag`, so that most answers are empty.
//! No phone holds a connection open.

use app::engine::secrets::hash;
use app::workshops::presence::Beat;
use domain::workshops::help_signal::State;
use domain::workshops::script::{Step, What};
use domain::workshops::workshop::Scene;
use maud::{Markup, html};
use poem::http::{StatusCode, header};
use poem::{FromRequest, IntoResponse as _, Request, RequestBody};
use projections::core::content;
use projections::workshops::workshop::{Stage, UnderWay};

use super::{Walk, dictate, from_slug, slug, wall};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::{card, field, moment};
use crate::shell::problem::Problem;
use crate::shell::typography;

/// Microseconds in a second.
const SECOND: i64 = 1_000_000;

/// How long words said to everyone stay on phones.
const SAID_FOR: i64 = 15 * 60 * SECOND;

/// The longest silence a phone may speak of, in seconds: a day.
const LONGEST_IDLE: i64 = 24 * 3600;

/// What there is to know at `step`, and nothing when there is nothing.
pub(super) async fn fragment(walk: &Walk, step: Option<Step>) -> Result<Markup, Problem> {
    if walk.workshop.stage != Stage::Open {
        return Ok(html! {});
    }
    Ok(html! {
        (eyes_up(walk))
        (clock(walk, step).await?)
        (announcement(walk).await?)
        (word(walk).await?)
        (proposed(walk, step))
        (wall::question(walk).await?)
        (hand(walk).await?)
        (tellers(walk).await?)
        (soft_question(walk).await?)
    })
}

/// What the room does together: nobody has anything to do on a screen.
fn eyes_up(walk: &Walk) -> Markup {
    let voice = &walk.visitor.voice;
    html! {
        @if walk.workshop.live.scene == Scene::EyesUp {
            p.banner.eyes { (icon::draw(Icon::Eye)) strong { (voice.say("pulse-eyes-up")) } " "
                (voice.say("pulse-eyes-up-help")) }
        }
    }
}

/// When the item under way is expected to end, in microseconds.
pub(crate) fn ends_at(lasts: u32, under_way: &UnderWay) -> i64 {
    let seconds = i64::from(lasts) + i64::from(under_way.extra);
    under_way.since + seconds * SECOND
}

/// The clock of the room; it proposes, and nobody is pulled anywhere.
async fn clock(walk: &Walk, step: Option<Step>) -> Result<Markup, Problem> {
    let voice = &walk.visitor.voice;
    let Some(under_way) = &walk.workshop.live.under_way else { return Ok(html! {}) };
    let found = walk.workshop.script.shown().find(|item| item.what == under_way.item);
    let Some(item) = found else { return Ok(html! {}) };
    let ends = ends_at(item.lasts(), under_way);
    let title = item_title(walk, item).await?;
    let time = moment::until(voice, ends);
    Ok(match under_way.item {
        What::Card(_) => html! {
            p.banner.eyes {
                (icon::draw(Icon::Group)) strong { (title) } " · " (voice.say("pulse-card"))
                " " (voice.say("pulse-until")) " " (time)
            }
        },
        What::Step(proposed) => html! {
            p.clock {
                (icon::draw(Icon::Clock)) (voice.say("pulse-now")) " "
                @if step == Some(proposed) || walk.participant.done.contains(&proposed) {
                    strong { (title) }
                } @else {
                    a href=(walk.address(proposed)) { (title) }
                }
                ", " (voice.say("pulse-until")) " " (time)
            }
        },
    })
}

/// The title of an item: the facilitator's own, or ours.
pub(crate) async fn item_title(
    walk: &Walk,
    item: &domain::workshops::script::Item,
) -> Result<String, Problem> {
    if let Some(id) = &item.words {
        let own = content::find(&walk.visitor.site.app.db, id).await?.title;
        if !own.is_empty() {
            return Ok(own);
        }
    }
    Ok(walk.visitor.voice.say(&item.what.word()))
}

async fn announcement(walk: &Walk) -> Result<Markup, Problem> {
    let app = &walk.visitor.site.app;
    let Some(announcement) = &walk.workshop.live.announcement else { return Ok(html! {}) };
    if app.clock.now() - announcement.at > SAID_FOR {
        return Ok(html! {});
    }
    let words = content::find(&app.db, &announcement.content).await?.title;
    let who = card::author(&walk.visitor.voice, &walk.workshop.facilitator_name);
    Ok(html! {
        p.banner.spoken { strong { (who) } ", " (moment::hour(&walk.visitor.voice, announcement.at)) " : " (words) }
    })
}

/// A kind word, to this person alone.
async fn word(walk: &Walk) -> Result<Markup, Problem> {
    let app = &walk.visitor.site.app;
    let Some(id) = &walk.participant.word else { return Ok(html! {}) };
    if app.clock.now() - walk.participant.word_at > SAID_FOR {
        return Ok(html! {});
    }
    let words = content::find(&app.db, id).await?.title;
    Ok(html! { p.banner.spoken { (icon::draw(Icon::Heart)) (words) } })
}

/// A step somebody proposed; nobody is pulled anywhere.
fn proposed(walk: &Walk, here: Option<Step>) -> Markup {
    let voice = &walk.visitor.voice;
    let now = walk.visitor.site.app.clock.now();
    let at = walk.participant.proposed_at;
    let fresh = walk.participant.proposed.filter(|step| {
        now - at <= SAID_FOR && here != Some(*step) && walk.workshop.script.has(*step)
    });
    html! {
        @if let Some(step) = fresh {
            p.banner {
                (icon::draw(Icon::Hand)) (voice.say("pulse-proposed")) " "
                a href=(walk.address(step)) { (voice.say(&format!("step-{}", step.word()))) }
            }
        }
    }
}

/// Who comes, when a hand is up.
async fn hand(walk: &Walk) -> Result<Markup, Problem> {
    let voice = &walk.visitor.voice;
    let (Some(_), Some(helper)) = (walk.participant.hand, &walk.participant.helper) else {
        return Ok(html! {});
    };
    let known = walk.visitor.site.app.people().someone(helper).await?;
    let name = known.map(|it| it.name).unwrap_or_default();
    let name = card::author(voice, &name);
    Ok(html! {
        p.banner { (icon::draw(Icon::Hand)) (voice.fill("hand-coming", &[("name", name.into())])) }
    })
}

/// Those who asked this person to write for them, and have begun nothing yet.
async fn tellers(walk: &Walk) -> Result<Markup, Problem> {
    let voice = &walk.visitor.voice;
    let waiting = dictate::tellers(walk).await?;
    let waiting = waiting.iter().find(|it| it.note.is_none());
    Ok(html! {
        @if let Some(participant) = waiting {
            p.banner {
                (icon::draw(Icon::Voice))
                a href=(address::scribe(&walk.workshop.code)) {
                    (voice.fill("pulse-teller", &[("name", card::author(voice, &participant.name).into())]))
                }
            }
        }
    })
}

/// Asked softly, on this screen alone, before anyone else is told anything.
async fn soft_question(walk: &Walk) -> Result<Markup, Problem> {
    if walk.participant.hand.is_some() {
        return Ok(html! {});
    }
    let voice = &walk.visitor.voice;
    let (app, place) = (&walk.visitor.site.app, &walk.workshop.workshop);
    let here = app.workshops().presence_of(place, walk.person()).await?;
    let passed = app.workshops().passed(place).await?;
    let asks = match app.workshops().state_of(&walk.participant, here.as_ref(), &passed) {
        State::Ask(_) => {
            app.workshops().softly_asked(place, walk.person()).await?;
            true
        }
        State::Join(_) => true,
        State::Fine | State::Thinking | State::Away => false,
    };
    let action = address::pulse(&walk.workshop.code);
    Ok(html! {
        @if asks {
            (field::form_in("banner question", &walk.visitor, &action, html! {
                p { strong { (voice.say("pulse-ask")) } }
                a.button href=(address::hand(&walk.workshop.code)) { (voice.say("pulse-yes")) }
                button type="submit" { (voice.say("pulse-think")) }
            }))
        }
    })
}

/// Says where this phone is, from its own words when it has any.
pub(super) fn beat(walk: &Walk, step: Step, idle: i64, unsent: i64) {
    let beat = Beat { step, idle: idle.clamp(0, LONGEST_IDLE), unsent: unsent.clamp(0, 999) };
    walk.visitor.site.app.workshops().beat(&walk.workshop.workshop, walk.person(), beat);
}

/// What a browser has of this page already, from its `If-None-Match`.
pub struct KnownTag(String);

impl<'a> FromRequest<'a> for KnownTag {
    async fn from_request(req: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        Ok(Self(req.header(header::IF_NONE_MATCH).unwrap_or_default().to_owned()))
    }
}

/// `/a/{code}/pouls?etape=…&repos=…&attente=…`
pub async fn show(walk: Walk, KnownTag(tags): KnownTag) -> Answer {
    let query = &walk.visitor.query;
    let step = from_slug(query.get("etape"));
    if let Some(step) = step {
        let (idle, unsent) = (query.number("repos"), query.number("attente"));
        beat(&walk, step, idle.unwrap_or(0), unsent.unwrap_or(0));
    }
    let text = typography::curl(fragment(&walk, step).await?).into_string();
    let elsewhere = walk.visitor.viewer.someone.as_ref().is_some_and(|it| it.moved);
    let tag = format!("\"{}\"", &hash(&format!("{elsewhere}{}", field::without_keys(&text)))[..16]);
    let known = tags.contains(&tag);
    let status = if known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
    let body = if known { String::new() } else { text };
    let answer = poem::Response::builder()
        .status(status)
        .header(header::ETAG, tag)
        .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
        .header("x-ailleurs", if elsewhere { "1" } else { "0" })
        .body(body);
    Ok(answer.into_response())
}

/// "I am thinking": five minutes of peace, and nothing is said to anyone.
pub async fn think(walk: Walk, _form: Form) -> Answer {
    walk.visitor.site.app.workshops().let_think(&walk.workshop.workshop, walk.person()).await?;
    Ok(go(&address::path(&walk.workshop.code)))
}

/// Where the pulse of a page is asked for.
pub(super) fn address(walk: &Walk, step: Step) -> String {
    format!("{}?etape={}", address::pulse(&walk.workshop.code), slug(step))
}

/// Whether the steps up to `step` are open: the pace of the room, when it has one. A room
/// that is over waits for nobody.
pub(super) fn is_open(walk: &Walk, step: Step) -> bool {
    if walk.is_over() {
        return true;
    }
    let script = &walk.workshop.script;
    let Some(until) = walk.workshop.live.pace.filter(|until| script.has(*until)) else {
        return true;
    };
    let place = |step: Step| script.steps().position(|it| it == step);
    place(step) <= place(until)
}
