//! Bars of words put in and taken out, one a group of saves: a drawing made here, with
//! the same figures in a table.

use maud::{Markup, html};

use crate::shell::voice::Voice;

/// How high the tallest bar is, on each side of the line, in units of the drawing.
const HEIGHT: f64 = 40.0;

/// How wide a bar and its gap are.
const STEP: u32 = 12;

/// One bar.
pub struct Bar {
    pub added: i64,
    pub removed: i64,
    /// What it is of, in words.
    pub label: String,
    /// The page that shows it.
    pub address: String,
    /// The name it was given; often empty.
    pub name: String,
}

/// The bars, the oldest first. Heights grow as square roots, so that one long paste does
/// not flatten a hundred small cares.
pub fn show(voice: &Voice, bars: &[Bar]) -> Markup {
    let most = bars.iter().map(|bar| bar.added.max(bar.removed)).max().unwrap_or(0).max(1);
    let height = |words: i64| (HEIGHT * (root(words) / root(most))).max(1.0).round();
    let width = u32::try_from(bars.len()).unwrap_or(0) * STEP;
    let middle = HEIGHT + 8.0;
    html! {
        figure.chart {
            figcaption { (voice.say("chart-title")) }
            // The table says the same to whoever does not see it.
            svg viewBox={ "0 0 " (width) " " (2.0 * middle) } aria-hidden="true" preserveAspectRatio="none" {
                @for (at, bar) in bars.iter().enumerate() {
                    @let left = at * STEP as usize + 2;
                    a href=(bar.address) tabindex="-1" {
                        title { (bar.label) }
                        rect.hit x=(left - 2) y="0" width=(STEP) height=(2.0 * middle) {}
                        @if bar.added > 0 {
                            rect.up x=(left) y=(middle - height(bar.added)) width="8" height=(height(bar.added)) {}
                        }
                        @if bar.removed > 0 {
                            rect.down x=(left) y=(middle) width="8" height=(height(bar.removed)) {}
                        }
                        @if !bar.name.is_empty() { rect.flag x=(left) y="0" width="8" height="5" {} }
                    }
                }
                line x1="0" x2=(width) y1=(middle) y2=(middle) {}
            }
            details {
                summary { (voice.say("chart-table")) }
                div.table tabindex="0" role="region" aria-label=(voice.say("chart-table")) { table {
                    thead { tr {
                        th scope="col" { (voice.say("history-version")) }
                        th scope="col" { (voice.say("chart-added")) }
                        th scope="col" { (voice.say("chart-removed")) }
                    } }
                    tbody { @for bar in bars.iter().rev() { tr {
                        th scope="row" { a href=(bar.address) { (bar.label) } }
                        td { (voice.number(bar.added)) }
                        td { (voice.number(bar.removed)) }
                    } } }
                } }
            }
        }
    }
}

fn root(words: i64) -> f64 {
    f64::from(i32::try_from(words).unwrap_or(i32::MAX)).sqrt()
}
