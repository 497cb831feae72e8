//! Someone who came in, while the tables do not show it: they are told so, and never sent
//! from the door to the path and back.

use app::engine::event_store::LoadError;
use domain::core::ids::PersonId;
use maud::html;
use poem::Response;
use poem::http::{HeaderValue, StatusCode, header};
use projections::workshops::workshop::Workshop;

use crate::shell::layout::{Kind, Page};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How soon the page comes back, in seconds.
const SOON: u32 = 5;

/// Whether someone whom the room does not show is in it all the same. The log is asked only
/// when the tables are late or have stopped: otherwise they are right.
pub(crate) async fn is_in(
    visitor: &Visitor,
    workshop: &Workshop,
    person: &PersonId,
) -> Result<bool, Problem> {
    let app = &visitor.site.app;
    if app.projector.is_showing("room").await? {
        return Ok(false);
    }
    app.workshops().has_come_in(&workshop.workshop, person).await.map_err(LoadError::into)
}

/// The page that says so, and looks again by itself.
pub(crate) fn page(visitor: &Visitor, workshop: &Workshop) -> Response {
    let visitor = visitor.clone().in_tone(workshop.tone);
    let voice = &visitor.voice;
    let content = html! {
        p.over { (workshop.title) }
        h1 { (voice.say("behind-title")) }
        p.lead role="status" { (voice.say("behind-kept")) }
        p { a.button href=(visitor.path) { (voice.say("behind-again")) } }
    };
    let page = Page::new(voice.say("behind-title"), content).kind(Kind::Step);
    let page = page.status(StatusCode::SERVICE_UNAVAILABLE).refresh(SOON);
    let mut response = page.show(&visitor);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(SOON));
    response
}
