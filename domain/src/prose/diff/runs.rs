//! Runs of words that say one thing together: a link that leads elsewhere, however many words
//! of it changed besides.

use std::ops::Range;

use super::block::{Style, Styles};
use super::page::{Mark, Piece};

/// A link, or an image, that leads elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relinked {
    pub run: Range<usize>,
    /// A look of its words, then.
    pub then: usize,
    /// A look of its words, now.
    pub now: usize,
    /// Whether its words are its address, then and now: they say it all.
    pub is_itself: bool,
}

/// The links of `pieces` that lead elsewhere, in order.
pub fn relinked(pieces: &[Piece], styles: &Styles) -> Vec<Relinked> {
    let mut found: Vec<Relinked> = vec![];
    for (at, piece) in pieces.iter().enumerate() {
        let Mark::Relinked(then) = piece.mark else { continue };
        if found.last().is_some_and(|last| last.run.contains(&at)) {
            continue;
        }
        let (was, is) = (styles.get(then), styles.get(piece.style));
        let belongs = |it: &Piece| belongs(it, (was, is), styles);
        let own = |it: &Piece| belongs(it) && !is_around(it, styles);
        let from = found.last().map_or(0, |last| last.run.end);
        let before = pieces[from..at].iter().rev().take_while(|it| own(it)).count();
        let after = pieces[at..].iter().take_while(|it| belongs(it));
        let last = after.enumerate().filter(|(_, it)| own(it)).last().map_or(0, |(far, _)| far);
        let run = at - before..at + last + 1;
        let text = |old: bool| -> String {
            pieces[run.clone()].iter().map(|piece| side(piece, old)).collect()
        };
        let is_itself = is_itself(&text(true), was) && is_itself(&text(false), is);
        found.push(Relinked { run, then, now: piece.style, is_itself });
    }
    found
}

/// Whether words are the address they lead to, as readers write it.
pub fn is_itself(words: &str, style: &Style) -> bool {
    let Some(address) = &style.link else { return false };
    let bare = |text: &str| {
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        let text = text.strip_prefix("https://").or(text.strip_prefix("http://")).unwrap_or(text);
        text.to_owned()
    };
    style.title.is_empty() && !style.picture && (words == address || bare(words) == bare(address))
}

/// What a piece of such a run says, then or now: no word of it was corrected ([`belongs`]).
fn side(piece: &Piece, old: bool) -> &str {
    match &piece.mark {
        Mark::Added if old => "",
        Mark::Removed if !old => "",
        _ => &piece.text,
    }
}

/// Where words lead, under which title, and whether they are an image.
fn leads(style: &Style) -> (Option<&str>, &str, bool) {
    (style.link.as_deref(), &style.title, style.picture)
}

/// Whether a piece is of the link that led as `was` and leads as `is`.
fn belongs(piece: &Piece, (was, is): (&Style, &Style), styles: &Styles) -> bool {
    let look = leads(styles.get(piece.style));
    match piece.mark {
        Mark::Relinked(then) => look == leads(is) && leads(styles.get(then)) == leads(was),
        Mark::Added => look == leads(is),
        Mark::Removed => look == leads(was),
        Mark::Same | Mark::Corrected(_) | Mark::Formatted(_) | Mark::Respaced(_) => false,
    }
}

/// Whether a piece is of no link: words between those of one.
fn is_around(piece: &Piece, styles: &Styles) -> bool {
    matches!(piece.mark, Mark::Added | Mark::Removed) && styles.get(piece.style).link.is_none()
}
