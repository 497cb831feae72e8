//! A leaf of a calendar: the day something is, seen before it is read.

use maud::{Markup, html};

use crate::shell::voice::Voice;

/// The leaf of a day. Whoever listens is told the day beside it.
pub fn show(voice: &Voice, at: i64) -> Markup {
    let (day, month) = voice.day_and_month(at);
    html! { span.leaf aria-hidden="true" { strong { (day) } span { (month) } } }
}
