//! `/a/{code}/seance.ics`: the next session, for a calendar.

use super::Walk;
use crate::shell::page::Answer;
use crate::shell::parts::calendar::{self, Entry};
use crate::shell::problem::Problem;

/// How long a session is said to last when nobody says: an hour, in microseconds.
const HOUR: i64 = 3_600_000_000;

/// The file.
pub async fn calendar(walk: Walk) -> Answer {
    let starts_at = walk.workshop.live.conclusion.next_at.ok_or(Problem::NotFound)?;
    let words = &walk.workshop.live.session;
    let entry = Entry {
        id: &format!("{}-suite", walk.workshop.workshop),
        title: &walk.workshop.title,
        place: "",
        starts_at,
        ends_at: starts_at + HOUR,
        changes: words.changes.into(),
        // The instant of the change, not of the download: the same file twice is the same event.
        changed_at: words.changed_at,
        cancelled: false,
    };
    Ok(calendar::file(&entry, "seance.ics"))
}
