//! A block written in Markdown again, in one way: what a change of it would be if people all
//! wrote alike.

use super::block::{Block, Shape, Style, Styles};

/// The Markdown of `block`, with this sign for italics and this one before items.
pub(super) fn written(block: &Block, styles: &Styles, (sign, bullet): (char, char)) -> String {
    let mut told = before(block, bullet);
    let plain = Style::default();
    let mut open = &plain;
    for token in &block.tokens {
        let next = styles.get(token.style);
        change(&mut told, open, next, sign);
        open = next;
        told.push_str(&block.text[token.range.clone()]);
    }
    change(&mut told, open, &plain, sign);
    told
}

/// What stands before the words.
fn before(block: &Block, bullet: char) -> String {
    let about = &block.about;
    let quotes = usize::from(about.quotes) + usize::from(block.shape == Shape::Quote);
    let mut told = "> ".repeat(quotes);
    match block.shape {
        Shape::Heading(level) => told.push_str(&format!("{} ", "#".repeat(usize::from(level)))),
        Shape::Item { numbered: true, .. } => told.push_str("1. "),
        Shape::Item { numbered: false, .. } => told.extend([bullet, ' ']),
        Shape::Row => told.push_str("| "),
        Shape::Code if !about.language.is_empty() => {
            told.push_str(&format!("```{}\n", about.language));
        }
        Shape::Rule => told.push_str("---"),
        Shape::Code | Shape::Paragraph | Shape::Quote | Shape::Bare => {}
    }
    if let Some(checked) = about.checked {
        told.push_str(if checked { "[x] " } else { "[ ] " });
    }
    told
}

/// Ends the looks of `was` that `is` has not, then begins those it has and `was` had not.
fn change(told: &mut String, was: &Style, is: &Style, sign: char) {
    let marks = |style: &Style| {
        [
            (style.bold, "**".to_owned()),
            (style.italic, sign.to_string()),
            (style.struck, "~~".to_owned()),
            (style.code, "`".to_owned()),
        ]
    };
    let leads =
        |style: &Style| style.link.clone().map(|link| (link, style.title.clone(), style.picture));
    let (from, to) = (leads(was), leads(is));
    let pairs = || marks(was).into_iter().zip(marks(is));
    for ((had, mark), (has, _)) in pairs().rev() {
        if had && !has {
            told.push_str(&mark);
        }
    }
    if from != to
        && let Some((link, title, _)) = from
    {
        let title = if title.is_empty() { String::new() } else { format!(" \"{title}\"") };
        told.push_str(&format!("]({link}{title})"));
    }
    if to != leads(was)
        && let Some((_, _, picture)) = to
    {
        told.push_str(if picture { "![" } else { "[" });
    }
    for ((had, mark), (has, _)) in pairs() {
        if has && !had {
            told.push_str(&mark);
        }
    }
}
