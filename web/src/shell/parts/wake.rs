//! The wake of something: a drawing made here, whose ripples are acts of the log, with a sentence
//! that says the same. The boat is at the right, now; what is older is further back, where a wake
//! is wider. It names nobody and ranks nothing.

use std::fmt::Write as _;

use maud::{Markup, html};
use projections::notes::wake::{Ripple, Wake};

use crate::shell::voice::Voice;

/// In how many parts the time of a wake is drawn.
pub const PARTS: i64 = 20;

/// The drawing, in its own units.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 76.0;
/// Where the stern of the boat is.
const STERN: f64 = 284.0;
/// Where the oldest ripple is.
const OLDEST: f64 = 12.0;
const MIDDLE: f64 = HEIGHT / 2.0;

/// So many acts in one part of the time make a ripple of the whole width of the wake.
const MANY: f64 = 32.0;

/// How far the wake reaches on each side at `x`.
fn reach(x: f64) -> f64 {
    8.0 + 26.0 * ((STERN - x) / STERN).max(0.0).powf(0.75)
}

/// How strong so many acts are, from 0 to 1: as logarithms, so that one busy evening does not
/// flatten the quiet days.
fn strength(count: i64) -> f64 {
    let count = f64::from(i32::try_from(count).unwrap_or(i32::MAX));
    ((1.0 + count).log2() / (1.0 + MANY).log2()).min(1.0)
}

/// The strokes of a wake, one path a kind of act.
#[derive(Default)]
struct Strokes {
    published: String,
    edited: String,
    read: String,
    liked: String,
    thanked: String,
    linked: String,
}

fn strokes(wake: &Wake) -> Strokes {
    let mut strokes = Strokes::default();
    let step = (STERN - 20.0 - OLDEST) / f64::from(u8::try_from(PARTS - 1).unwrap_or(1));
    for mark in &wake.marks {
        let part = f64::from(u8::try_from(mark.part.clamp(0, PARTS - 1)).unwrap_or(0));
        let x = OLDEST + part * step;
        let (full, strength) = (reach(x), strength(mark.count));
        let arc = |path: &mut String, x: f64, reach: f64| {
            let (bend, height) = (3.0 + reach / 4.0, 2.0 * reach);
            let _ =
                write!(path, "M{x:.0} {:.0}q{bend:.0} {reach:.0} 0 {height:.0}", MIDDLE - reach);
        };
        let dot = |path: &mut String, y: f64| {
            let _ = write!(path, "M{x:.0} {y:.0}h0");
        };
        match mark.ripple {
            Ripple::Published => arc(&mut strokes.published, x + 4.0, full),
            Ripple::Edited => arc(&mut strokes.edited, x + 2.0, full * (0.4 + 0.6 * strength)),
            Ripple::Read => arc(&mut strokes.read, x, full * (0.3 + 0.7 * strength)),
            Ripple::Liked => dot(&mut strokes.liked, MIDDLE - full * (0.2 + 0.5 * strength)),
            Ripple::Thanked => dot(&mut strokes.thanked, MIDDLE + full * (0.2 + 0.5 * strength)),
            Ripple::Linked => {
                let _ = write!(
                    strokes.linked,
                    "M{:.0} {MIDDLE:.0}a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
                    x - 3.0
                );
            }
        }
    }
    strokes
}

/// The drawing alone, for eyes: what it says stands beside it in words.
pub fn drawing(wake: &Wake) -> Markup {
    let Strokes { published, edited, read, liked, thanked, linked } = strokes(wake);
    let (top, bottom) = (MIDDLE - reach(0.0), MIDDLE + reach(0.0));
    let water = format!(
        "M0 {top:.0}Q190 {:.0} {STERN} {MIDDLE}Q190 {:.0} 0 {bottom:.0}z",
        MIDDLE - 19.0,
        MIDDLE + 19.0
    );
    let stroke = |class: &str, path: &str| {
        html! { @if !path.is_empty() { path class=(class) d=(path) {} } }
    };
    html! {
        svg.wake-drawn viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } aria-hidden="true" focusable="false" {
            path.wake-water d=(water) {}
            (stroke("wake-read", &read))
            (stroke("wake-edited", &edited))
            (stroke("wake-published", &published))
            (stroke("wake-linked", &linked))
            (stroke("wake-liked", &liked))
            (stroke("wake-thanked", &thanked))
            path.wake-boat d="M280 32q18-3 34 6-16 9-34 6z" {}
        }
    }
}

/// “12 lectures, 2 mercis, 4 modifications”: what is in a wake, the kinds that are there.
fn acts(voice: &Voice, wake: &Wake) -> String {
    use Ripple as R;
    let kinds = [R::Published, R::Edited, R::Read, R::Liked, R::Thanked, R::Linked];
    let said = kinds.into_iter().filter_map(|ripple| {
        let count = wake.count(ripple);
        let word: &str = ripple.into();
        (count > 0).then(|| voice.count(&format!("wake-{word}"), count))
    });
    said.collect::<Vec<_>>().join(", ")
}

/// The wake, with its sentence; nothing when nothing has happened.
pub fn show(voice: &Voice, wake: &Wake) -> Markup {
    if wake.marks.is_empty() {
        return html! {};
    }
    let since = voice.day(wake.first);
    let words = [("day", since.into()), ("acts", acts(voice, wake).into())];
    html! {
        figure.wake {
            (drawing(wake))
            figcaption {
                p { (voice.fill("wake-since", &words)) }
                details {
                    summary { (voice.say("wake-how")) }
                    p { (voice.say("wake-legend")) }
                }
            }
        }
    }
}
