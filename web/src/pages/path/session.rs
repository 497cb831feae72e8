//! `/a/{code}/seance.ics`: the next session, for a calendar.

use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _};
use poem::http::header;
use poem::web::Path;
use poem::{IntoResponse as _, Response, handler};

use super::walk;
use crate::pages::Answer;
use crate::problem::Problem;
use crate::visitor::Visitor;

/// How long a session is said to last when nobody says: an hour, in microseconds.
const HOUR: i64 = 3_600_000_000;

/// An event of iCalendar (RFC 5545).
#[handler]
pub async fn calendar(visitor: Visitor, Path(code): Path<String>) -> Answer {
    let walk = walk(visitor, &code).await?;
    let starts = walk.workshop.live.conclusion.next_at.ok_or(Problem::NotFound)?;
    let when = |micros: i64| DateTime::<Utc>::from_timestamp_micros(micros).unwrap_or_default();
    let now = walk.visitor.site.app.clock.now();
    let event = Event::new()
        .uid(&format!("{}-suite@sillage", walk.workshop.workshop))
        .timestamp(when(now))
        .summary(&walk.workshop.title)
        .starts(when(starts))
        .ends(when(starts + HOUR))
        .done();
    let calendar = Calendar::new().push(event).done().to_string();
    let response = Response::builder()
        .header(header::CONTENT_TYPE, "text/calendar; charset=utf-8")
        .header(header::CONTENT_DISPOSITION, "attachment; filename=\"seance.ics\"")
        .body(calendar);
    Ok(response.into_response())
}
