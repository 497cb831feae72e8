//! `/a/{code}/seance.ics`: the next session, for a calendar.

use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _};
use poem::http::header;
use poem::{IntoResponse as _, Response};

use super::Walk;
use crate::shell::page::Answer;
use crate::shell::problem::Problem;

/// How long a session is said to last when nobody says: an hour, in microseconds.
const HOUR: i64 = 3_600_000_000;

/// Words on one line, without the signs that RFC 5545 refuses.
fn one_line(words: &str) -> String {
    let text: String =
        words.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An event of iCalendar (RFC 5545).
pub async fn calendar(walk: Walk) -> Answer {
    let starts = walk.workshop.live.conclusion.next_at.ok_or(Problem::NotFound)?;
    let when = |micros: i64| DateTime::<Utc>::from_timestamp_micros(micros).unwrap_or_default();
    let words = walk.workshop.live.session;
    // The instant of the change, not of the download: the same file twice is the same event.
    let event = Event::new()
        .uid(&format!("{}-suite@sillage", walk.workshop.workshop))
        .timestamp(when(words.changed_at))
        .last_modified(when(words.changed_at))
        .sequence(words.changes)
        .summary(&one_line(&walk.workshop.title))
        .starts(when(starts))
        .ends(when(starts + HOUR))
        .done();
    let mut calendar = Calendar::new();
    calendar.append_property(("METHOD", "PUBLISH")).push(event);
    let calendar = calendar.done().to_string();
    let response = Response::builder()
        .header(header::CONTENT_TYPE, "text/calendar; charset=utf-8")
        .header(header::CONTENT_DISPOSITION, "attachment; filename=\"seance.ics\"")
        .body(calendar);
    Ok(response.into_response())
}
