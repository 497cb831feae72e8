//! What a block became besides its words, in words.

use std::collections::HashSet;

use domain::prose::diff::about::{About, Align, Difference};
use domain::prose::diff::block::Shape;
use domain::prose::diff::exact;
use domain::prose::diff::page::{Comparison, Fate, Mark, Parted, Row};
use maud::{Markup, html};

use super::signs::{legend, named_pair, seen, side};
use crate::shell::parts::summary::capital;
use crate::shell::voice::Voice;

/// What became of a block besides its words, before them: `case cochée :`.
pub(super) fn sentence(voice: &Voice, row: &Row) -> Option<String> {
    let mut result: Vec<String> = level(voice, row).into_iter().collect();
    match row.fate {
        Fate::Added | Fate::Removed => result.extend(present(voice, row)),
        Fate::Same | Fate::Changed | Fate::Left(_) | Fate::Arrived(_) => {}
    }
    result.extend(row.parted.iter().map(|parted| match parted {
        Parted::Joined => voice.say("diff-joined"),
        Parted::Split => voice.say("diff-split"),
    }));
    if let Some(had) = &row.had {
        let of = |it: Difference| told_of(voice, it, row, had);
        result.extend(row.about.since(had).into_iter().filter_map(of));
    }
    result.extend(respaced(voice, row));
    let result = result.into_iter().reduce(|first, second| {
        voice.fill("diff-both", &[("one", first.into()), ("other", second.into())])
    });
    result.map(|result| before(voice, &result))
}

/// What is said before some words.
fn before(voice: &Voice, text: &str) -> String {
    voice.fill("diff-before", &[("said", text.into())])
}

/// Whether what became of the box before an item is said: the box itself need not be.
pub(super) fn says_box(row: &Row) -> bool {
    let is_box = |difference: &Difference| {
        matches!(difference, Difference::Checked | Difference::Unchecked | Difference::Boxed)
    };
    row.had.as_ref().is_some_and(|had| row.about.since(had).iter().any(is_box))
}

/// What a block that came or left is, besides what is seen of it.
fn present(voice: &Voice, row: &Row) -> Vec<String> {
    let about = &row.about;
    let (name, deep) = match row.shape {
        Shape::Heading(_) | Shape::Rule | Shape::Bare => (true, false),
        Shape::Item { depth, numbered } => (numbered || depth > 0, depth > 0),
        Shape::Paragraph | Shape::Quote | Shape::Code | Shape::Row => (false, false),
    };
    let has = |key: &str, is: String| voice.fill(key, &[("is", is.into())]);
    let quotes = quotes(row.shape, about);
    let named = match (name, row.fate) {
        (false, _) => None,
        (true, Fate::Removed) => Some("diff-gone"),
        (true, _) => Some("diff-came"),
    };
    [
        named.map(|key| has(key, shape(voice, row.shape, deep))),
        about.start.map(|start| has("diff-has-start", start.to_string())),
        (!about.columns.is_empty()).then(|| has("diff-has-columns", columns(voice, about))),
        (!about.language.is_empty()).then(|| has("diff-has-language", about.language.clone())),
        (quotes > 1 || (quotes == 1 && row.shape != Shape::Quote))
            .then(|| depth(voice, "quotes", (0, quotes))),
        (about.inside > 0).then(|| depth(voice, "inside", (0, about.inside.into()))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Which signs of words that are the same are others: each once.
fn respaced(voice: &Voice, row: &Row) -> Option<String> {
    let mut pairs: Vec<(String, String)> = vec![];
    let mut known = HashSet::new();
    for piece in &row.pieces {
        let Mark::Respaced(old) = &piece.mark else { continue };
        let pair = (old.clone(), piece.text.clone());
        if known.insert(pair.clone()) {
            pairs.push(pair);
        }
    }
    let of = |(old, new): (String, String)| {
        let (was, is) = named_pair(voice, &old, &new);
        let args = [
            ("old", seen(&old).into()),
            ("new", seen(&new).into()),
            ("was", was.into()),
            ("is", is.into()),
        ];
        voice.fill("diff-respaced-one", &args)
    };
    let result: Vec<String> = pairs.into_iter().map(of).collect();
    (!result.is_empty())
        .then(|| voice.fill("diff-respaced", &[("signs", result.join(", ").into())]))
}

/// The boxes that changed, each with what stands beside it: `case cochée : choisir`.
pub fn boxes(voice: &Voice, comparison: &Comparison) -> Vec<String> {
    let of = |row: &Row| {
        let since = row.about.since(row.had.as_ref()?);
        let is_box = |it: &Difference| matches!(it, Difference::Checked | Difference::Unchecked);
        let sentence = told_of(voice, since.into_iter().find(is_box)?, row, row.had.as_ref()?)?;
        let words: String = row.pieces.iter().map(|piece| piece.text.as_str()).collect();
        Some(format!("{} {words}", before(voice, &sentence)))
    };
    comparison.rows.iter().filter_map(of).collect()
}

fn told_of(voice: &Voice, difference: Difference, row: &Row, had: &About) -> Option<String> {
    let key = format!("diff-about-{}", <&'static str>::from(difference));
    let (has, then) = (&row.about, row.was.unwrap_or(row.shape));
    let (was, is) = match difference {
        Difference::Start => (start(had), start(has)),
        Difference::Columns => (columns(voice, had), columns(voice, has)),
        Difference::Language => (named(voice, &had.language), named(voice, &has.language)),
        Difference::Quotes => {
            let levels = (quotes(then, had), quotes(row.shape, has));
            return (levels.0 != levels.1).then(|| depth(voice, "quotes", levels));
        }
        Difference::Inside => {
            let levels = (inside(then, had), inside(row.shape, has));
            return (levels.0 != levels.1).then(|| depth(voice, "inside", levels));
        }
        Difference::Unboxed => {
            let was = if had.checked == Some(true) { "box-was-checked" } else { "box-was-empty" };
            (voice.say(was), String::new())
        }
        Difference::Boxed if has.checked == Some(true) => {
            return Some(voice.say("diff-about-boxed-checked"));
        }
        Difference::Checked | Difference::Unchecked | Difference::Boxed => {
            return Some(voice.say(&key));
        }
    };
    (was != is).then(|| voice.fill(&key, &[("was", was.into()), ("is", is.into())]))
}

/// How deep a block stands in quotations (or in lists), and how deep it stood. That it is in none
/// any more, or in one now, is not a number.
fn depth(voice: &Voice, what: &str, (was, is): (u32, u32)) -> String {
    let key = match (was, is) {
        (_, 0) => format!("diff-out-{what}"),
        (0, 1) => format!("diff-in-{what}"),
        (0, _) => format!("diff-has-{what}"),
        (_, _) => format!("diff-about-{what}"),
    };
    voice.fill(&key, &[("was", was.to_string().into()), ("is", is.to_string().into())])
}

/// In how many quotations a block stands, itself one or not.
fn quotes(shape: Shape, about: &About) -> u32 {
    u32::from(about.quotes) + u32::from(shape == Shape::Quote)
}

/// In how many lists a block stands, itself an item or not.
fn inside(shape: Shape, about: &About) -> u32 {
    match shape {
        Shape::Item { depth, .. } => u32::from(depth) + 1,
        _ => u32::from(about.inside),
    }
}

fn start(about: &About) -> String {
    about.start.unwrap_or(1).to_string()
}

fn named(voice: &Voice, language: &str) -> String {
    if language.is_empty() { voice.say("diff-no-link") } else { language.to_owned() }
}

fn columns(voice: &Voice, about: &About) -> String {
    let of = |align: &Align| {
        voice.say(match align {
            Align::Unsaid => "align-unsaid",
            Align::Left => "align-left",
            Align::Center => "align-center",
            Align::Right => "align-right",
        })
    };
    let result: Vec<String> = about.columns.iter().map(of).collect();
    if result.is_empty() { voice.say("align-unsaid") } else { result.join(", ") }
}

/// The box before an item, as it is seen, and said unless it `is_said` already.
pub(super) fn tick(voice: &Voice, checked: Option<bool>, is_said: bool) -> Markup {
    html! {
        @if let Some(checked) = checked {
            span aria-hidden="true" { (if checked { "☑ " } else { "☐ " }) }
            @if !is_said { span.unseen { (voice.say(if checked { "diff-box-checked" } else { "diff-box-empty" })) " " } }
        }
    }
}

/// What was typed, then and now, when that changed by more than what is read.
pub(super) fn source(voice: &Voice, row: &Row) -> Markup {
    let Some((then, now)) = &row.source else { return html! {} };
    let pieces = exact(then, now);
    html! {
        " " span.said {
            (capital(&voice.say("diff-typed"))) " "
            del { span.unseen { (voice.say("diff-removed")) } code { (side(&pieces, true)) } span.unseen { (voice.say("diff-end")) } }
            " "
            ins { span.unseen { (voice.say("diff-added")) } code { (side(&pieces, false)) } span.unseen { (voice.say("diff-end")) } }
            @if let Some(into_iter) = legend(voice, [then.as_str(), now.as_str()].into_iter()) {
                " (" (into_iter) ")"
            }
        }
    }
}

/// What a block became, in words, when it is another kind of block.
fn level(voice: &Voice, row: &Row) -> Option<String> {
    let was = row.was?;
    let depth = |shape: Shape| match shape {
        Shape::Item { depth, .. } => Some(depth),
        _ => None,
    };
    // The level of a list is said when it changed, or when there was none.
    let deep = depth(was) != depth(row.shape);
    let name = |it: Shape| shape(voice, it, deep);
    Some(voice.fill("diff-shape", &[("was", name(was).into()), ("is", name(row.shape).into())]))
}

/// What a kind of block is called.
fn shape(voice: &Voice, shape: Shape, deep: bool) -> String {
    let at = |key: &str, level: u8| voice.fill(key, &[("n", i64::from(level).into())]);
    match shape {
        Shape::Heading(level) => at("shape-heading", level),
        Shape::Item { depth, numbered: true } if deep => at("shape-number-at", depth + 1),
        Shape::Item { depth, numbered: false } if deep => at("shape-bullet-at", depth + 1),
        Shape::Item { numbered: true, .. } => voice.say("shape-number"),
        Shape::Item { numbered: false, .. } => voice.say("shape-bullet"),
        Shape::Quote => voice.say("shape-quote"),
        Shape::Code => voice.say("shape-code"),
        Shape::Row => voice.say("shape-row"),
        Shape::Paragraph => voice.say("shape-paragraph"),
        Shape::Rule => voice.say("shape-rule"),
        Shape::Bare => voice.say("shape-bare"),
    }
}
