//! Instants on a page: in words that say whose hours they are, and as `<time>` with an offset.

use fluent_bundle::FluentValue;
use maud::{Markup, html};

use crate::shell::voice::{Args, Voice};

/// Stands for the instant while a text is told; no text holds this sign.
const HERE: char = '\u{fdd0}';

/// A day and an hour of the place: `22 novembre 2026, 18 h 30, heure de Montréal`.
pub fn moment(voice: &Voice, at: i64) -> Markup {
    time(voice, at, &voice.moment(at))
}

/// The same without whose hour it is, on a page that says it once ([`whose`]).
pub fn short(voice: &Voice, at: i64) -> Markup {
    time(voice, at, &voice.short_moment(at))
}

/// A day.
pub fn day(voice: &Voice, at: i64) -> Markup {
    time(voice, at, &voice.day(at))
}

/// A day written `2026-03-01`, in words.
pub fn date(voice: &Voice, written: &str) -> Markup {
    html! { time datetime=(written) { (voice.date(written)) } }
}

/// An hour of the place: `18 h 30, heure de Montréal`.
pub fn hour(voice: &Voice, at: i64) -> Markup {
    time(voice, at, &voice.hour_here(at))
}

/// The same without whose hour it is, on a page that says it once ([`whose`]).
pub fn short_hour(voice: &Voice, at: i64) -> Markup {
    time(voice, at, &voice.hour(at))
}

/// Until when something lasts, for the script that counts the minutes left.
pub fn until(voice: &Voice, at: i64) -> Markup {
    html! {
        time datetime=(voice.zone.machine_time(at)) data-until=(at / 1000) { (voice.hour_here(at)) }
    }
}

/// The text of `key` around an instant, its `$when`: `Prochaine séance : …`.
pub fn sentence(voice: &Voice, key: &str, values: &Args<'_>, at: i64) -> Markup {
    around(voice, key, values, &moment(voice, at))
}

/// The same around a day.
pub fn told_day(voice: &Voice, key: &str, values: &Args<'_>, at: i64) -> Markup {
    around(voice, key, values, &day(voice, at))
}

/// Whose hours a page shows, said once.
pub fn whose(voice: &Voice) -> Markup {
    html! { p.small { (voice.fill("hours-whose", &[("zone", voice.zone_name().into())])) } }
}

fn time(voice: &Voice, at: i64, text: &str) -> Markup {
    html! { time datetime=(voice.zone.machine_time(at)) { (text) } }
}

fn around(voice: &Voice, key: &str, values: &Args<'_>, when: &Markup) -> Markup {
    let here: FluentValue<'_> = HERE.to_string().into();
    let values: Vec<_> = values.iter().cloned().chain([("when", here)]).collect();
    let text = voice.fill(key, &values);
    let Some((before, after)) = text.split_once(HERE) else { return html! { (text) } };
    html! { (before) (when) (after) }
}
