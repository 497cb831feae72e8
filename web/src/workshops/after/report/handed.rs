//! What a report says to those it is handed to: small groups are veiled, and how many were in the
//! room is said by whoever closed it.

use domain::workshops::report::veil::{Eyes, Shown};
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
/// Others are told it unless a subtraction would give a small group away.
pub(super) fn in_the_room(
    voice: &Voice,
    (workshop, entered): (&Workshop, Shown),
    eyes: Eyes,
) -> Markup {
    let present = workshop.live.conclusion.present.map(usize::try_from).and_then(Result::ok);
    let is_told = |present: &usize| {
        let apart = entered.exact().map_or(usize::MAX, |entered| entered.abs_diff(*present));
        eyes == Eyes::Runs
            || (*present >= eyes.smallest() && (apart == 0 || apart >= eyes.smallest()))
    };
    html! {
        @if let Some(present) = present.filter(is_told) {
            p.small { (voice.count("report-in-the-room", i64::try_from(present).unwrap_or(0))) }
        }
    }
}
