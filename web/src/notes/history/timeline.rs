//! The line of time of a note, to scale: a dot a version, as large as what it changed, with the
//! months named. The list beneath says the same in words.

use maud::{Markup, html};

use super::Group;
use crate::shell::voice::{Voice, start_of_months};

/// The drawing, in its own units, and its margins.
const WIDTH: i64 = 340;
const EDGE: i64 = 12;

/// How many months are named at most.
const NAMED: usize = 5;

/// How many months back one looks for those to name.
const MONTHS: usize = 36;

/// The line, from the first version to now; `groups` are the newest first.
pub(super) fn show(voice: &Voice, groups: &[Group], first: i64, now: i64) -> Markup {
    let span = (now - first).max(1);
    let at = |when: i64| {
        EDGE + (WIDTH - 2 * EDGE) * ((when - first).clamp(0, span) / 1000) / (span / 1000).max(1)
    };
    let months: Vec<(String, i64)> = start_of_months(voice, now, MONTHS)
        .into_iter()
        .filter(|(_, _, start)| *start > first)
        .map(|(_, name, start)| (name, start))
        .collect();
    let every = months.len().div_ceil(NAMED).max(1);
    html! {
        svg.timeline viewBox={ "0 0 " (WIDTH) " 46" } aria-hidden="true" focusable="false" {
            line.timeline-line x1=(EDGE) x2=(WIDTH - EDGE) y1="16" y2="16" {}
            @for (place, (name, start)) in months.iter().enumerate() {
                line.timeline-month x1=(at(*start)) x2=(at(*start)) y1="10" y2="22" {}
                @if place % every == 0 && at(*start) < WIDTH - 40 {
                    text x=(at(*start)) y="38" { (name) }
                }
            }
            @for group in groups.iter().rev() {
                @let (added, removed) = group.words();
                @let newest = group.newest();
                circle.timeline-dot.timeline-named[!newest.name.is_empty()] cx=(at(newest.at)) cy="16" r=(size(added + removed)) {}
            }
        }
    }
}

/// How large the dot of so many words is: as their square root, within bounds.
fn size(words: i64) -> u32 {
    u32::try_from(words.max(0)).unwrap_or(u32::MAX).isqrt().clamp(3, 9)
}
