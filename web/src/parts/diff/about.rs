//! What a block became besides its words, in words.

use domain::diff::about::{About, Align, Difference};
use domain::diff::block::Shape;
use domain::diff::page::{Comparison, Row};
use maud::{Markup, html};

use crate::parts::summary::capital;
use crate::voice::Voice;

/// The most signs shown of what was typed.
const TYPED_MAX: usize = 400;

/// What became of a block besides its words, a sentence each: `case cochée :`.
pub(super) fn told(voice: &Voice, row: &Row) -> Vec<String> {
    let level = level(voice, row);
    let differences = row.had.as_ref().map(|had| {
        let of = |one: Difference| told_of(voice, one, had, &row.about);
        row.about.since(had).into_iter().map(of).collect::<Vec<_>>()
    });
    level.into_iter().chain(differences.unwrap_or_default()).collect()
}

/// The boxes that changed, each with what stands beside it: `case cochée : choisir`.
pub fn boxes(voice: &Voice, comparison: &Comparison) -> Vec<String> {
    let of = |row: &Row| {
        let since = row.about.since(row.had.as_ref()?);
        let is_box = |one: &Difference| matches!(one, Difference::Checked | Difference::Unchecked);
        let said = told_of(voice, since.into_iter().find(is_box)?, row.had.as_ref()?, &row.about);
        let words: String = row.pieces.iter().map(|piece| piece.text.as_str()).collect();
        Some(format!("{said} {words}"))
    };
    comparison.rows.iter().filter_map(of).collect()
}

fn told_of(voice: &Voice, one: Difference, had: &About, has: &About) -> String {
    let key = format!("diff-about-{}", <&'static str>::from(one));
    let (was, is) = match one {
        Difference::Start => (start(had), start(has)),
        Difference::Columns => (columns(voice, had), columns(voice, has)),
        Difference::Language => (named(voice, &had.language), named(voice, &has.language)),
        Difference::Quotes => (had.quotes.to_string(), has.quotes.to_string()),
        Difference::Inside => (had.inside.to_string(), has.inside.to_string()),
        Difference::Checked | Difference::Unchecked | Difference::Boxed | Difference::Unboxed => {
            (String::new(), String::new())
        }
    };
    voice.tell(&key, &[("was", was.into()), ("is", is.into())])
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
    let told: Vec<String> = about.columns.iter().map(of).collect();
    if told.is_empty() { voice.say("align-unsaid") } else { told.join(", ") }
}

/// The box before an item, as it is seen, and said.
pub(super) fn tick(voice: &Voice, checked: Option<bool>) -> Markup {
    html! {
        @if let Some(checked) = checked {
            span aria-hidden="true" { (if checked { "☑ " } else { "☐ " }) }
            span.unseen { (voice.say(if checked { "diff-box-checked" } else { "diff-box-empty" })) " " }
        }
    }
}

/// What was typed, then and now, when that alone changed.
pub(super) fn source(voice: &Voice, row: &Row) -> Markup {
    let Some((then, now)) = &row.source else { return html! {} };
    html! {
        " " span.said {
            (capital(&voice.say("diff-typed"))) " "
            del { span.unseen { (voice.say("diff-removed")) } code { (visible(then)) } span.unseen { (voice.say("diff-end")) } }
            " "
            ins { span.unseen { (voice.say("diff-added")) } code { (visible(now)) } span.unseen { (voice.say("diff-end")) } }
        }
    }
}

/// What was typed, with the spaces and line ends that nobody sees.
fn visible(typed: &str) -> String {
    let lines: Vec<String> = typed
        .split('\n')
        .map(|line| {
            let words = line.trim_end_matches([' ', '\t']);
            let dots = "·".repeat(line[words.len()..].chars().count());
            format!("{}{dots}", words.replace('\t', "→").replace(['\u{a0}', '\u{202f}'], "⍽"))
        })
        .collect();
    let told = lines.join("⏎");
    // Cut between two words: no sign is torn.
    if told.chars().count() <= TYPED_MAX {
        return told;
    }
    let cut: String = told.chars().take(TYPED_MAX).collect();
    format!("{}…", cut.rsplit_once(' ').map_or("", |(kept, _)| kept))
}

/// What a block became, in words, when it is another kind of block.
fn level(voice: &Voice, row: &Row) -> Option<String> {
    let was = row.was?;
    let name = |shape: Shape| match shape {
        Shape::Heading(level) => voice.tell("shape-heading", &[("n", i64::from(level).into())]),
        Shape::Item { .. } => voice.say("shape-item"),
        Shape::Quote => voice.say("shape-quote"),
        Shape::Code => voice.say("shape-code"),
        Shape::Row => voice.say("shape-row"),
        Shape::Paragraph | Shape::Rule => voice.say("shape-paragraph"),
    };
    Some(voice.tell("diff-shape", &[("was", name(was).into()), ("is", name(row.shape).into())]))
}
