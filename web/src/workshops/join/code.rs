//! `/a`: a code to type; and what a code or a link leads to. How guessing is slowed is in
//! [`crate::shell::limits::doors`].

use app::engine::budget::WRONG_CODES;
use app::engine::clock::DAY;
use app::people::codes::as_way_in;
use maud::html;
use poem::Response;
use poem::http::{StatusCode, header};
use projections::workshops::workshop::{Stage, Workshop};
use projections::workshops::{room, workshop};

use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go, unless_set_aside};
use crate::shell::parts::code::code_form;
use crate::shell::problem::Problem;
use crate::shell::refusals;
use crate::shell::visitor::Visitor;

/// How long after its end a code still says which workshop it was for.
const AFTERWARDS: i64 = DAY;

/// How often the page of somebody who must wait comes back, in seconds.
const AGAIN: u32 = 4;

/// `/a`: a code to type. With `?code=`, straight to that door.
pub async fn type_code(Anyone(visitor): Anyone) -> Answer {
    let voice = &visitor.voice;
    let typed = visitor.query.get("code").to_owned();
    if typed.is_empty() {
        let content = html! {
            h1 { (voice.say("code-title")) }
            (code_form(voice, "", None))
            p { a href=(address::resume()) { (voice.say("join-resume")) } }
        };
        return Ok(Page::new(voice.say("code-title"), content).kind(Kind::Step).show(&visitor));
    }
    match as_way_in(&typed) {
        Some(code) => Ok(go(&address::door(&code))),
        None => Ok(wrong_code(&visitor, &typed)),
    }
}

/// A code that opens nothing, or nothing yet.
fn not_opened(visitor: &Visitor, typed: &str, status: StatusCode, key: &str) -> Response {
    let voice = &visitor.voice;
    let notice = voice.say(key);
    let content = html! {
        h1 { (voice.say("code-title")) }
        (code_form(voice, typed, Some(&notice)))
        p { a href=(address::resume()) { (voice.say("join-resume")) } }
    };
    let page = Page::new(voice.say("code-title"), content).kind(Kind::Step).status(status);
    if status != StatusCode::TOO_MANY_REQUESTS {
        return page.show(visitor);
    }
    let mut response = page.refresh(AGAIN).show(visitor);
    let soon = header::HeaderValue::from(AGAIN);
    response.headers_mut().insert(header::RETRY_AFTER, soon);
    response
}

/// What could not be a code: nothing is tried.
fn wrong_code(visitor: &Visitor, typed: &str) -> Response {
    // Somebody who comes back has four words, and types them where they see a field.
    let are_words = typed.split_whitespace().filter(|word| word.chars().count() > 2).count() > 2;
    let key = if are_words { "code-words" } else { "code-unknown" };
    not_opened(visitor, typed, StatusCode::NOT_FOUND, key)
}

/// Nothing is looked at for the moment, right or wrong.
fn slow(visitor: &Visitor, typed: &str) -> Problem {
    refusals::record("codes");
    let page = not_opened(visitor, typed, StatusCode::TOO_MANY_REQUESTS, "code-slow");
    Problem::instead(page)
}

/// The workshop behind a code or the secret of a link, or the page that says there is none.
pub(crate) async fn behind(visitor: &Visitor, typed: &str) -> Result<Workshop, Problem> {
    let found = opened(visitor, typed).await?;
    unless_set_aside(visitor, "workshop", found.workshop.as_str())?;
    Ok(found)
}

async fn opened(visitor: &Visitor, typed: &str) -> Result<Workshop, Problem> {
    let app = &visitor.site.app;
    let doors = &visitor.site.doors;
    let Some(code) = as_way_in(typed) else {
        return Err(Problem::instead(wrong_code(visitor, typed)));
    };
    let found = workshop::behind(&app.db, &code).await?;
    if let Some(found) = &found
        && is_at_home(visitor, found, &code).await?
    {
        doors.is_hall(&visitor.address, &found.workshop);
        return Ok(found.clone());
    }
    // A code that was changed meanwhile leads on those who are in.
    if let Some(former) = app.workshops().formerly_behind(&code).await?
        && let Some(former) = workshop::find(&app.db, &former).await?
        && is_at_home(visitor, &former, &code).await?
    {
        return Ok(former);
    }
    let known = found.as_ref().is_some_and(|it| doors.knows(&visitor.address, &it.workshop));
    if !doors.may_try(&visitor.address, known) {
        return Err(slow(visitor, typed));
    }
    let now = app.clock.now();
    let is_past = |it: &Workshop| it.stage == Stage::Closed && it.closed_at + AFTERWARDS < now;
    if let Some(found) = found.filter(|it| !is_past(it)) {
        return Ok(found);
    }
    if !doors.was_wrong(&visitor.address) {
        return Err(slow(visitor, typed));
    }
    if !app.spend(WRONG_CODES, "").await? {
        doors.is_spent_for_all();
        return Err(slow(visitor, typed));
    }
    Err(Problem::instead(wrong_code(visitor, typed)))
}

/// Whether this visitor needs no code: they hold the secret of the link or of the projected
/// page, are in the room, or look after it.
async fn is_at_home(visitor: &Visitor, found: &Workshop, text: &str) -> Result<bool, Problem> {
    if text == found.link_secret || visitor.query.get("cle") == found.screen_secret {
        return Ok(true);
    }
    let Some(person) = visitor.viewer.person() else { return Ok(false) };
    let app = &visitor.site.app;
    Ok(room::find(&app.db, &found.workshop, person).await?.is_some()
        || app.workshops().duty(&visitor.viewer, found).await?.sees)
}
