//! The scene of the round: the regions people come from, lit on a drawn map, and what interests
//! them, each the larger the more people say it. Nobody is named and nothing is counted; below five
//! answers nothing is lit at all. What was typed freely is never shown: only what was proposed is.

use std::collections::BTreeSet;

use domain::core::region::Region;
use domain::prose::text;
use maud::{Markup, html};
use projections::core::content::Content;
use projections::workshops::room;
use projections::workshops::workshop::Workshop;
use strum::VariantArray as _;

use super::CROWD;
use crate::shell::parts::drawing;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Language;
use crate::workshops::path::introduction::PROPOSED;

/// Where each region is drawn, in columns and rows, in the order of [`Region`]: north is up, the
/// river goes down from the right to the left.
const PLACES: [(u32, u32); Region::VARIANTS.len()] = [
    (1, 1),
    (6, 2),
    (4, 2),
    (4, 3),
    (5, 3),
    (6, 1),
    (5, 4),
    (7, 2),
    (3, 3),
    (2, 3),
    (2, 4),
    (3, 2),
    (4, 4),
    (3, 4),
    (3, 0),
    (1, 3),
    (4, 1),
];

/// Between its two shores.
const RIVER: &str =
    "M325 500C385 430 385 370 402 322C440 290 500 302 522 272C560 224 640 206 800 190";

/// How many sizes an interest may have.
const SIZES: usize = 3;

/// The scene.
pub(super) async fn show(visitor: &Visitor, workshop: &Workshop) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let said = room::sketches(&visitor.site.app.db, &workshop.workshop).await?;
    let crowd = usize::try_from(CROWD).unwrap_or(usize::MAX);
    let from_somewhere = said.iter().filter(|words| !words.title.trim().is_empty()).count();
    let lit = if from_somewhere >= crowd { regions(&said) } else { BTreeSet::new() };
    let interested = said.iter().filter(|words| words.body.lines().count() > 1).count();
    let floats = if interested >= crowd { interests(visitor, &said) } else { vec![] };
    let enough = !lit.is_empty() || !floats.is_empty();
    let names: Vec<String> = lit.iter().map(|at| Region::VARIANTS[*at].name().to_owned()).collect();
    Ok(html! {
        div.wall-round {
            (drawing::map(&PLACES, RIVER, &lit))
            div {
                p.big { (voice.say("screen-round")) }
                @if !enough { p { (voice.say("screen-round-soon")) } }
                @if !names.is_empty() { p.wall-regions data-aloud { (voice.list(&names)) } }
            }
        }
        @if !floats.is_empty() {
            ul.floats {
                @for (interest, size) in &floats { li.{ "float-" (size) } { (interest) } }
            }
        }
    })
}

/// Which of the regions were said, however they were typed.
fn regions(said: &[Content]) -> BTreeSet<usize> {
    let place = |region: &str| {
        let region = text::searched(region.trim());
        Region::VARIANTS.iter().position(|known| text::searched(known.name()) == region)
    };
    said.iter().filter_map(|words| place(&words.title)).collect()
}

/// The interests that were said among those proposed, in the order they are proposed in, each with
/// its size: the one most people say has the last.
fn interests(visitor: &Visitor, said: &[Content]) -> Vec<(String, usize)> {
    let voice = &visitor.voice;
    // They are kept in the words of whoever chose them.
    let spoken = [Language::French, Language::English].map(|language| visitor.site.voice(language));
    let count = |at: usize| {
        let key = format!("interest-{at}");
        let proposed = spoken.each_ref().map(|voice| voice.say(&key));
        said.iter()
            .filter(|words| {
                words.body.lines().skip(1).any(|line| proposed.iter().any(|it| it == line))
            })
            .count()
    };
    let counts: Vec<(usize, usize)> = (1..=PROPOSED).map(|at| (at, count(at))).collect();
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(at, count)| (voice.say(&format!("interest-{at}")), (count * SIZES).div_ceil(most)))
        .collect()
}
