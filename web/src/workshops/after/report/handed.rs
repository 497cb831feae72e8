//! What a report says to those it is handed to: small groups are veiled, and how many were in the
//! room is said by whoever closed it.

use domain::workshops::report::veil::Eyes;
use maud::{Markup, html};
use projections::workshops::workshop::Workshop;

use crate::shell::address;
use crate::shell::voice::Voice;

/// The page as others are told it, to print or to send.
pub(super) fn address_of(workshop: &Workshop, day: &str) -> String {
    let day = if day.is_empty() { String::new() } else { format!("&au={day}") };
    format!("{}?remise=1{day}", address::report(&workshop.workshop))
}

/// How many were in the room, as whoever closed it said: those without a phone are nowhere else.
pub(super) fn in_the_room(voice: &Voice, workshop: &Workshop, eyes: Eyes) -> Markup {
    let present = workshop.live.conclusion.present.filter(|it| *it as usize >= eyes.smallest());
    html! {
        @if let Some(present) = present {
            p.small { (voice.count("report-in-the-room", i64::from(present))) }
        }
    }
}
