//! A file for a calendar (iCalendar, RFC 5545), with one event.

use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus};
use poem::http::header;
use poem::{IntoResponse as _, Response};

/// An event of a calendar. Instants are in microseconds.
pub struct Entry<'a> {
    /// The same in each file about the same event.
    pub id: &'a str,
    pub title: &'a str,
    /// Where it is; empty when nobody said.
    pub place: &'a str,
    pub starts_at: i64,
    pub ends_at: i64,
    /// How many times it was changed, and when it was last: the same file twice is the same event.
    pub changes: i64,
    pub changed_at: i64,
    /// Whether it is not held after all.
    pub cancelled: bool,
}

/// Words on one line, without the signs that RFC 5545 refuses.
fn one_line(words: &str) -> String {
    let text: String =
        words.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The file, called `name`.
pub fn file(entry: &Entry<'_>, name: &str) -> Response {
    let when = |micros: i64| DateTime::<Utc>::from_timestamp_micros(micros).unwrap_or_default();
    let mut event = Event::new();
    event
        .uid(&format!("{}@sillage", entry.id))
        .timestamp(when(entry.changed_at))
        .last_modified(when(entry.changed_at))
        .sequence(u32::try_from(entry.changes).unwrap_or(0))
        .summary(&one_line(entry.title))
        .starts(when(entry.starts_at))
        .ends(when(entry.ends_at));
    if !entry.place.is_empty() {
        event.location(&one_line(entry.place));
    }
    if entry.cancelled {
        event.status(EventStatus::Cancelled);
    }
    let mut calendar = Calendar::new();
    calendar.append_property(("METHOD", "PUBLISH")).push(event.done());
    Response::builder()
        .header(header::CONTENT_TYPE, "text/calendar; charset=utf-8")
        .header(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))
        .body(calendar.done().to_string())
        .into_response()
}
