//! What changed, for eyes and for ears.

pub mod about;
mod piece;
mod signs;

use domain::prose::diff::Piece as Run;
use domain::prose::diff::block::{Shape, Styles};
use domain::prose::diff::page::{Comparison, Fate, Row};
use domain::prose::diff::source::Silent;
use maud::{Markup, html};

use crate::shell::parts::summary::capital;
use crate::shell::voice::Voice;

/// Unchanged blocks shown around a change.
const AROUND: usize = 1;

/// The most changes one page shows; a page is for reading, and must stay light on a phone.
const CHANGES: usize = 1000;

/// The most unchanged blocks that are folded away but kept on the page.
const FOLDED: usize = 400;

/// The most blocks one image of a film shows.
const IMAGE: usize = 2000;

/// The blocks of a note, those that did not change folded; each change has a number and
/// an address (`#c3`).
pub fn show(voice: &Voice, comparison: &Comparison) -> Markup {
    signed(voice, comparison, &[])
}

/// [`show`], each change signed: `authors` has a line for each block of the newer text.
pub fn signed(voice: &Voice, comparison: &Comparison, authors: &[Option<String>]) -> Markup {
    let rows = &comparison.rows;
    let near = |at: usize| {
        let (from, to) = (at.saturating_sub(AROUND), (at + AROUND + 1).min(rows.len()));
        rows[from..to].iter().any(|row| row.fate != Fate::Same)
    };
    let total = rows.iter().filter(|row| row.fate != Fate::Same).count();
    let mut groups: Vec<(bool, Vec<Markup>)> = Vec::new();
    let (mut number, mut newer) = (0, 0);
    for (at, row) in rows.iter().enumerate() {
        number += usize::from(row.fate != Fate::Same);
        if number > CHANGES {
            break;
        }
        let author =
            if matches!(row.fate, Fate::Removed | Fate::Left(_)) || row.shape == Shape::Bare {
                None
            } else {
                newer += 1;
                authors.get(newer - 1).and_then(Option::as_deref)
            };
        let shown = self::row(voice, &comparison.styles, row, (number, total), author);
        match groups.last_mut() {
            Some((open, group)) if *open == near(at) => group.push(shown),
            _ => groups.push((near(at), vec![shown])),
        }
    }
    html! {
        @if !comparison.is_full { p.notice { (voice.say("diff-too-long")) } }
        (unseen(voice, comparison))
        div.diff {
            @for (open, group) in &groups {
                @let same = voice.count("diff-same", i64::try_from(group.len()).unwrap_or(0));
                @if *open {
                    @for markup in group { (markup) }
                } @else if group.len() > FOLDED {
                    p.folded { (same) }
                } @else {
                    details.folded { summary { (same) } @for markup in group { (markup) } }
                }
            }
        }
        @if total > CHANGES {
            p.notice { (voice.count("diff-more", i64::try_from(total - CHANGES).unwrap_or(0))) }
        }
    }
}

/// What the two texts do not share, when nobody sees it.
fn unseen(voice: &Voice, comparison: &Comparison) -> Markup {
    html! {
        @match comparison.silent {
            None => {}
            Some(Silent::Spaces) => { p.notice { (voice.say("diff-only-spaces")) } }
            Some(Silent::Signs) => { p.notice { (voice.say("diff-only-source")) } }
            Some(Silent::Beside) => { p.notice { (voice.say("diff-beside")) } }
        }
    }
}

/// Every block, nothing folded, without numbers: an image of a film.
pub fn whole(voice: &Voice, comparison: &Comparison) -> Markup {
    // A line without a word is no part of what is read: it is seen when it changes.
    let is_there = |row: &&Row| match row.fate {
        Fate::Left(_) => false,
        Fate::Same => row.shape != Shape::Bare,
        Fate::Added | Fate::Removed | Fate::Changed | Fate::Arrived(_) => true,
    };
    html! {
        div.diff {
            @for row in comparison.rows.iter().filter(is_there).take(IMAGE) {
                (block(row.shape, &piece::words(voice, &comparison.styles, row)))
            }
        }
    }
}

/// The same, the old text on the left and the new one on the right.
pub fn sides(voice: &Voice, comparison: &Comparison) -> Markup {
    let side = |row: &Row, old: bool| {
        let shape = if old { row.was.unwrap_or(row.shape) } else { row.shape };
        let had = row.had.as_ref().filter(|_| old);
        let ticked = had.unwrap_or(&row.about).checked;
        let empty = matches!(
            (row.fate, old),
            (Fate::Added | Fate::Arrived(_), true) | (Fate::Removed | Fate::Left(_), false)
        );
        html! {
            @if !empty && row.fate != Fate::Same {
                p.side-label { (voice.say(if old { "compare-before" } else { "compare-after" })) }
                @if matches!(row.fate, Fate::Left(_) | Fate::Arrived(_)) {
                    p.said { (voice.say(if old { "diff-left" } else { "diff-arrived" })) }
                }
            }
            // Said once: beside what is there now, or beside what left.
            @if !empty && (!old || matches!(row.fate, Fate::Removed)) {
                @if let Some(sentence) = about::sentence(voice, row) { p.said data-as-written { (sentence) } }
                (about::source(voice, row))
            }
            @if !empty {
                (block(shape, &html! {
                    (about::tick(voice, ticked, !old && about::says_box(row)))
                    (piece::side(voice, &comparison.styles, row, old))
                }))
            }
        }
    };
    html! {
        @if !comparison.is_full { p.notice { (voice.say("diff-too-long")) } }
        (unseen(voice, comparison))
        div.sides {
            p.head { (voice.say("compare-before")) }
            p.head { (voice.say("compare-after")) }
            @for row in comparison.rows.iter().take(IMAGE) {
                div.(if row.fate == Fate::Same { "same" } else { "old" }) { (side(row, true)) }
                div.(if row.fate == Fate::Same { "same" } else { "new" }) { (side(row, false)) }
            }
        }
    }
}

/// One line of text with its words marked.
pub fn line(voice: &Voice, pieces: &[Run]) -> Markup {
    html! {
        @for piece in pieces {
            @match piece {
                Run::Same(text) => { (text) }
                Run::Added(text) => { (added(voice, &html! { (text) })) }
                Run::Removed(text) => { (removed(voice, &html! { (text) })) }
            }
        }
    }
}

/// What the signs are called by which [`typed`] shows spaces and line ends; nothing when there
/// are none.
pub fn legend(voice: &Voice, pieces: &[Run]) -> Markup {
    let changed = pieces.iter().filter_map(|piece| match piece {
        Run::Same(_) => None,
        Run::Added(text) | Run::Removed(text) => Some(text.as_str()),
    });
    let result = signs::legend(voice, changed);
    html! { @if let Some(result) = result { p.small data-as-written { (capital(&result)) "." } } }
}

/// [`line()`] of what was typed: spaces and line ends that came or left are seen.
pub fn typed(voice: &Voice, pieces: &[Run]) -> Markup {
    let shown: Vec<Run> = pieces
        .iter()
        .map(|piece| match piece {
            Run::Same(text) => Run::Same(text.clone()),
            Run::Added(text) => Run::Added(signs::seen(text)),
            Run::Removed(text) => Run::Removed(signs::seen(text)),
        })
        .collect();
    line(voice, &shown)
}

fn row(
    voice: &Voice,
    styles: &Styles,
    row: &Row,
    (number, total): (usize, usize),
    author: Option<&str>,
) -> Markup {
    let inside = html! {
        @if let Some(sentence) = about::sentence(voice, row) { span.said data-as-written { (sentence) } " " }
        (about::tick(voice, row.about.checked, about::says_box(row)))
        (piece::words(voice, styles, row))
        (about::source(voice, row))
    };
    let shown = block(row.shape, &inside);
    if row.fate == Fate::Same {
        return shown;
    }
    html! {
        div.change-block.(class(row.fate)) id={ "c" (number) } {
            p.place {
                @if let Some(author) = author { span.signed { (author) } }
                @if number > 1 { a href={ "#c" (number - 1) } aria-label=(voice.say("diff-previous")) { "↑" } }
                span { (voice.fill("diff-place", &[("n", number.into()), ("of", total.into())])) }
                @if number < total { a href={ "#c" (number + 1) } aria-label=(voice.say("diff-next")) { "↓" } }
            }
            @match row.fate {
                Fate::Left(n) => {
                    p.said id={ "de-" (n) } { (voice.say("diff-left")) " " a href={ "#vers-" (n) } { (voice.say("diff-follow")) } }
                    details.folded { summary { (voice.say("diff-left-text")) } (shown) }
                }
                Fate::Arrived(n) => {
                    p.said id={ "vers-" (n) } { (voice.say("diff-arrived")) " " a href={ "#de-" (n) } { (voice.say("diff-origin")) } }
                    (shown)
                }
                Fate::Same | Fate::Added | Fate::Removed | Fate::Changed => { (shown) }
            }
        }
    }
}

fn class(fate: Fate) -> &'static str {
    match fate {
        Fate::Same => "same",
        Fate::Added => "came",
        Fate::Removed => "gone",
        Fate::Changed => "changed",
        Fate::Left(_) | Fate::Arrived(_) => "moved",
    }
}

/// A block, in the shape it is read in.
pub fn block(shape: Shape, inside: &Markup) -> Markup {
    match shape {
        Shape::Heading(_) => html! { p.block.heading { (inside) } },
        Shape::Item { depth, .. } => {
            html! { p.block.item.(format!("depth-{}", depth.min(3))) { (inside) } }
        }
        Shape::Quote => html! { p.block.quote { (inside) } },
        Shape::Code => html! { p.block { code { (inside) } } },
        Shape::Row | Shape::Paragraph => html! { p.block { (inside) } },
        Shape::Rule => html! { div.block { (inside) hr; } },
        Shape::Bare => html! { p.block { code { (inside) } } },
    }
}

/// Words for those who do not see the colours.
fn spoken(voice: &Voice, key: &str) -> Markup {
    html! { span.unseen { (voice.say(key)) } }
}

fn added(voice: &Voice, text: &Markup) -> Markup {
    html! { ins { (spoken(voice, "diff-added")) (text) (spoken(voice, "diff-end")) } }
}

fn removed(voice: &Voice, text: &Markup) -> Markup {
    html! { del { (spoken(voice, "diff-removed")) (text) (spoken(voice, "diff-end")) } }
}
