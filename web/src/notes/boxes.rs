//! The three boxes of a first note, put together under their headings, and cut back.

use std::borrow::Cow;

use domain::prose::section::{Section, sealed, sections};

use crate::shell::form::Form;
use crate::shell::visitor::Visitor;

/// The names of the three boxes of a first note.
pub const PARTS: [&str; 3] = ["context", "done", "learnt"];

/// Every heading that each box was ever given, in any language, with straight apostrophes. Notes
/// are recognised by them: one that is worded anew is added, and none is ever taken out
/// (`tests/web/notes/boxes.rs`).
pub const HEADINGS: [&[&str]; 3] = [
    &["Contexte", "Context"],
    &["Ce qu'on a fait", "What we did"],
    &["Ce que ça change", "What it changes"],
];

/// The body a form holds: in one piece, or in the three boxes put together.
pub(crate) fn body_of(visitor: &Visitor, form: &Form) -> String {
    if let Some(body) = form.maybe("body") {
        return body.to_owned();
    }
    let heading = |part: &str| visitor.voice.say(&format!("draft-{part}-heading"));
    let last = PARTS.iter().rposition(|part| !form.get(part).trim().is_empty());
    let result = PARTS.iter().enumerate().filter_map(|(at, part)| {
        let text = form.get(part).trim();
        // What one box leaves open does not take in the next ones.
        let text = if Some(at) == last { Cow::Borrowed(text) } else { sealed(text) };
        (!text.is_empty()).then(|| format!("## {}\n\n{text}\n", heading(part)))
    });
    result.collect::<Vec<_>>().join("\n")
}

/// A body cut back into the three boxes, if it holds nothing else: our headings, each once and
/// in their order. Other headings are words of the box they are in.
pub fn split(body: &str) -> Option<[String; 3]> {
    let mut parts: [String; 3] = Default::default();
    let is_ours = |section: &Section| {
        let is_written = body[section.range.start..].starts_with("## ");
        box_of(&section.title).filter(|_| is_written)
    };
    let ours: Vec<(usize, usize)> = sections(body)
        .iter()
        .filter_map(|section| is_ours(section).map(|part| (part, section.range.start)))
        .collect();
    let first = ours.first().map_or(body.len(), |(_, start)| *start);
    let in_order = ours.is_sorted_by(|it, next| it.0 < next.0);
    if !in_order || !body[..first].trim().is_empty() {
        return None;
    }
    for (at, (part, start)) in ours.iter().enumerate() {
        let end = ours.get(at + 1).map_or(body.len(), |(_, next)| *next);
        let result = &body[*start..end];
        let text = result.split_once('\n').map_or("", |(_, text)| text);
        text.trim().clone_into(&mut parts[*part]);
    }
    Some(parts)
}

/// Which box a heading belongs to, in any of our languages, past or present.
fn box_of(heading: &str) -> Option<usize> {
    let heading = heading.replace('’', "'");
    HEADINGS.iter().position(|known| known.contains(&heading.as_str()))
}
