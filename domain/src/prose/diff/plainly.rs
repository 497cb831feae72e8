//! A block written in Markdown again, in one way: what a change of it would be if people all
//! wrote alike.

use super::block::{Block, Shape, Style, Styles};
use super::runs::is_itself;

/// How a text writes what may be written in several ways.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner<'t> {
    /// The sign of italics.
    pub(super) sign: char,
    /// What stands before items.
    pub(super) bullet: char,
    /// Whether looks are around links, and not in them.
    pub(super) around: bool,
    /// The text: addresses that are their own words are bare, or between angles, as they are
    /// there.
    pub(super) typed: &'t str,
}

/// The Markdown of `block`, in this manner.
pub(super) fn written(block: &Block, styles: &Styles, manner: Manner<'_>) -> String {
    let mut result = before(block, manner.bullet);
    let plain = Style::default();
    let runs = block.tokens.chunk_by(|it, other| it.style == other.style);
    let mut open = plain.clone();
    for run in runs {
        let text = &block.text[run[0].range.start..run[run.len() - 1].range.end];
        let mut next = styles.get(run[0].style).clone();
        let is_angled = is_itself(text, &next) && manner.typed.contains(&format!("<{text}>"));
        if is_itself(text, &next) && !manner.typed.contains(&format!("[{text}](")) {
            next.link = None;
        }
        change(&mut result, &open, &next, manner);
        open = next;
        if is_angled {
            result.push_str(&format!("<{text}>"));
        } else {
            result.push_str(text);
        }
    }
    change(&mut result, &open, &plain, manner);
    result
}

/// What stands before the words.
fn before(block: &Block, bullet: char) -> String {
    let about = &block.about;
    let quotes = usize::from(about.quotes) + usize::from(block.shape == Shape::Quote);
    let mut result = "> ".repeat(quotes);
    match block.shape {
        Shape::Heading(level) => result.push_str(&format!("{} ", "#".repeat(usize::from(level)))),
        Shape::Item { numbered: true, .. } => result.push_str("1. "),
        Shape::Item { numbered: false, .. } => result.extend([bullet, ' ']),
        Shape::Row => result.push_str("| "),
        Shape::Code if !about.language.is_empty() => {
            result.push_str(&format!("```{}\n", about.language));
        }
        Shape::Rule => result.push_str("---"),
        Shape::Code | Shape::Paragraph | Shape::Quote | Shape::Bare => {}
    }
    if let Some(checked) = about.checked {
        result.push_str(if checked { "[x] " } else { "[ ] " });
    }
    result
}

/// Ends the looks of `was` that `is` has not, then begins those it has and `was` had not.
fn change(text: &mut String, was: &Style, is: &Style, manner: Manner<'_>) {
    let marks = |style: &Style| {
        [
            (style.bold, "**".to_owned()),
            (style.italic, manner.sign.to_string()),
            (style.struck, "~~".to_owned()),
            (style.code, "`".to_owned()),
        ]
    };
    let leads =
        |style: &Style| style.link.clone().map(|link| (link, style.title.clone(), style.picture));
    let (from, to) = (leads(was), leads(is));
    let pairs = || marks(was).into_iter().zip(marks(is));
    let ended: String = pairs()
        .rev()
        .filter(|((had, _), (has, _))| *had && !has)
        .map(|((_, mark), _)| mark)
        .collect();
    let begun: String =
        pairs().filter(|((had, _), (has, _))| *has && !had).map(|((_, mark), _)| mark).collect();
    let left = match from.as_ref().filter(|_| from != to) {
        Some((link, title, _)) if title.is_empty() => format!("]({link})"),
        Some((link, title, _)) => format!("]({link} \"{title}\")"),
        None => String::new(),
    };
    let come = match to.as_ref().filter(|_| from != to) {
        Some((_, _, true)) => "![",
        Some((_, _, false)) => "[",
        None => "",
    };
    let all = if manner.around {
        [left.as_str(), &ended, &begun, come]
    } else {
        [&ended, left.as_str(), come, &begun]
    };
    text.extend(all);
}
