//! The drawn family: a boat, water, a shore, a lantern, a gull. Few strokes, in the colours of the
//! page, hidden from screen readers: they stand for things that words beside them say.

use std::collections::BTreeSet;

use maud::{Markup, html};

/// How many boats there are: two hulls, five sails.
pub const BOATS: u64 = 10;

/// The strokes of a boat, its waterline at 0, its bow to the right: 32 wide, 30 high.
fn boat_path(which: u64) -> &'static str {
    match which % BOATS {
        0 => "M-16 0h32l-7 8h-18zM-1-3v-21l14 21z",
        1 => "M-16 0h32l-7 8h-18zM-2-3l-9 0 9-20zM1-3v-22l11 22z",
        2 => "M-16 0h32l-7 8h-18zM-9-3c6-6 6-14 2-20 10 3 16 11 16 20z",
        3 => "M-16 0h32l-7 8h-18zM-10-4c4-5 4-12 0-18h17c4 6 4 13 0 18z",
        4 => "M-16 0h32l-7 8h-18zM-11-3l6-18h10l6 18z",
        5 => "M-16-1c8 3 24 3 32 0-2 7-8 10-16 10s-14-3-16-10zM-1-4v-20l14 20z",
        6 => "M-16-1c8 3 24 3 32 0-2 7-8 10-16 10s-14-3-16-10zM-2-4l-9 0 9-19zM1-4v-21l11 21z",
        7 => {
            "M-16-1c8 3 24 3 32 0-2 7-8 10-16 10s-14-3-16-10zM-9-4c6-6 6-13 2-19 10 3 16 10 16 19z"
        }
        8 => {
            "M-16-1c8 3 24 3 32 0-2 7-8 10-16 10s-14-3-16-10zM-10-5c4-5 4-11 0-17h17c4 6 4 12 0 17z"
        }
        _ => "M-16-1c8 3 24 3 32 0-2 7-8 10-16 10s-14-3-16-10zM-11-4l6-17h10l6 17z",
    }
}

/// Which boat somebody has: always the same for one id, among [`BOATS`].
pub fn boat_of(id: &str) -> u64 {
    id.bytes().fold(7_u64, |sum, byte| (sum * 31 + u64::from(byte)) % 9973) % BOATS
}

/// A boat by itself, the size of a line of text or of what holds it.
pub fn boat(which: u64) -> Markup {
    html! {
        svg.boat viewBox="-18 -27 36 38" width="36" height="38" aria-hidden="true" focusable="false" {
            path d=(boat_path(which)) {}
        }
    }
}

/// Boats on the water, as wide as the window. At most `most` are drawn.
pub fn fleet(boats: &[u64], most: usize) -> Markup {
    let count = boats.len().min(most);
    let step = 1200 / i32::try_from(count.max(1)).unwrap_or(1);
    afloat(&boats[..count], |at| 40 + step / 2 + at * step)
}

/// The same, two by two; at most `most` of them.
pub fn pairs(boats: &[u64], most: usize) -> Markup {
    const APART: i32 = 44;
    let count = boats.len().min(most);
    let step = 1200 / i32::try_from(count.div_ceil(2).max(1)).unwrap_or(1);
    afloat(&boats[..count], |at| 40 + step / 2 + (at / 2) * step + (at % 2 * 2 - 1) * APART / 2)
}

/// Boats on the water, each at the distance from the left that `place` says.
fn afloat(boats: &[u64], place: impl Fn(i32) -> i32) -> Markup {
    html! {
        svg.fleet viewBox="0 0 1280 150" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false" {
            (water())
            @for (at, which) in (0..).zip(boats) {
                @let y = 62 + (at * 37 + 11) % 29;
                g transform={ "translate(" (place(at)) " " (y) ") scale(1.5)" } {
                    path.fleet-boat d=(boat_path(*which)) {}
                }
            }
        }
    }
}

/// How far apart two places of a map are.
const SIDE: u32 = 100;

/// Places on a drawn map, in columns and rows, along a river; those that are lit are
/// lanterns.
pub fn map(places: &[(u32, u32)], river: &str, lit: &BTreeSet<usize>) -> Markup {
    let columns = places.iter().map(|(column, _)| column + 1).max().unwrap_or(1);
    let rows = places.iter().map(|(_, row)| row + 1).max().unwrap_or(1);
    html! {
        svg.map viewBox={ "0 0 " (columns * SIDE) " " (rows * SIDE) } aria-hidden="true" focusable="false" {
            path.map-river d=(river) {}
            @for (at, (column, row)) in places.iter().enumerate() {
                @let (x, y) = (column * SIDE + SIDE / 2, row * SIDE + SIDE / 2);
                @if lit.contains(&at) {
                    circle.map-glow cx=(x) cy=(y) r="46" {}
                    circle.map-lit cx=(x) cy=(y) r="30" {}
                } @else {
                    circle.map-place cx=(x) cy=(y) r="30" {}
                }
            }
        }
    }
}

fn water() -> Markup {
    html! {
        path.water-far d="M0 62c160-30 320-30 480-8s320 26 480 2 240-20 320-12v106H0z" {}
        path.water-near d="M0 96c160-26 320-26 480-4s320 24 480 0 240-18 320-10v68H0z" {}
    }
}

/// A lantern whose light goes down with the time that is left, of `whole`; both in microseconds.
/// It goes on by itself, at the pace of a clock.
pub fn lantern_arc(left: i64, whole: i64) -> Markup {
    const ROUND: i64 = 100;
    let gone = |left: i64| ROUND - (left * ROUND / whole.max(1)).clamp(0, ROUND);
    let seconds = (left / 1_000_000).max(1);
    html! {
        svg.arc data-key=(left) viewBox="0 0 120 120" aria-hidden="true" focusable="false" {
            circle.arc-round cx="60" cy="60" r="50" {}
            circle.arc-left cx="60" cy="60" r="50" pathLength=(ROUND) stroke-dasharray=(ROUND)
                stroke-dashoffset=(gone(left)) transform="rotate(-90 60 60)" {
                @if left > 0 {
                    animate attributeName="stroke-dashoffset" from=(gone(left)) to=(ROUND)
                        dur={ (seconds) "s" } fill="freeze" {}
                }
            }
            path.lantern-drawn d="M42 70c0-16 7-26 18-26s18 10 18 26zM46 74h28v6H46z" {}
        }
    }
}

/// A boat that has just left, on open water.
pub fn sailing(which: u64) -> Markup {
    html! {
        svg.departure viewBox="0 0 1280 220" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false" {
            circle.sun-drawn cx="850" cy="82" r="42" {}
            path.water-far d="M0 112c200-34 420-30 640-6s440 20 640-10v124H0z" {}
            path.water-near d="M0 160c200-30 420-28 640-4s440 18 640-8v72H0z" {}
            g.under-sail {
                path.trail d="M330 166c100 6 190-8 280-14M350 182c100 8 180-6 264-16" {}
                g transform="translate(650 146) scale(2.6)" { path.fleet-boat d=(boat_path(which)) {} }
            }
        }
    }
}

/// A shore at dawn with a boat that leaves it: the head of the first page.
pub fn departure() -> Markup {
    html! {
        svg.departure viewBox="0 0 1280 220" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false" {
            circle.sun-drawn cx="1010" cy="92" r="46" {}
            path.gull d="M760 46q12-12 22 0 10-12 22 0M850 74q9-9 16 0 7-9 16 0" {}
            path.water-far d="M0 112c200-34 420-30 640-6s440 20 640-10v124H0z" {}
            path.shore d="M0 92c70-10 150-6 210 18 34 14 70 22 110 26-110 20-220 22-320 12z" {}
            path.lantern-post d="M150 98V52" {}
            path.lantern-drawn d="M140 52c0-8 4-13 10-13s10 5 10 13z" {}
            path.water-near d="M0 160c200-30 420-28 640-4s440 18 640-8v72H0z" {}
            path.trail d="M330 152c90 4 180-14 290-18M340 164c100 8 190-12 284-20M360 178c90 8 170-12 262-26" {}
            g transform="translate(660 132) scale(2.4)" { path.fleet-boat d=(boat_path(1)) {} }
        }
    }
}
