//! Items of lists as plain text has them: a sign, a blank, a text. Word processors write `·⇥`,
//! `o⇥`, `§⇥`, `1.⇥`, `a)⇥` with no space before them, however deep the item is: the sign says
//! how deep.

use super::sign::{BULLETS, Sign, boxed, signed};

/// An item, as its line says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// How many blanks stand before it; one more for each number before its own (`2.1.`).
    pub(super) indent: usize,
    /// What its sign is like: items of one list have signs that are alike.
    pub(super) kind: Kind,
    /// Its number, 0 for a bullet.
    pub(super) number: usize,
    /// The number of the item that it is a part of, if its sign says so.
    pub(super) part_of: Option<usize>,
    /// Whether its sign could be words: it is one only beside the item before or after it.
    pub(super) may_be_words: bool,
    /// Whether its box is ticked, if it has one.
    pub(super) ticked: Option<bool>,
    pub(super) text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Sign(char),
    Digits(char),
    /// Letters, and whether they are capitals.
    Letters(char, bool),
    /// Letters that count in the Roman way.
    Roman(char, bool),
}

impl Item {
    /// Whether its sign is a picture that words could begin with: `🙂 Merci`.
    pub(super) fn is_picture(&self) -> bool {
        self.may_be_words && matches!(self.kind, Kind::Sign(sign) if !sign.is_ascii())
    }

    /// Whether its sign says that it is a part of another.
    pub(super) fn is_part(&self) -> bool {
        self.part_of.is_some()
    }
}

/// The item that a line is, if it is surely one.
pub(super) fn read(line: &str) -> Option<Item> {
    candidate(line).filter(|item| !item.may_be_words)
}

/// The item that a line is, or could be.
pub(super) fn candidate(line: &str) -> Option<Item> {
    let bare = line.trim_start();
    let indent = line.chars().take_while(|sign| sign.is_whitespace()).count();
    let (sign, ticked, text) = if let Some((ticked, text)) = boxed(bare) {
        (Sign::bullet('☐', false), Some(ticked), text)
    } else {
        let (sign, text) = signed(bare)?;
        match boxed(text.trim_start()) {
            Some((ticked, text)) => (sign, Some(ticked), text),
            None => (sign, None, text),
        }
    };
    let text = text.trim_matches(char::is_whitespace).to_owned();
    let Sign { kind, number, part_of, depth, may_be_words } = sign;
    (!text.is_empty()).then_some(Item {
        indent: indent + depth,
        kind,
        number,
        part_of,
        may_be_words,
        ticked,
        text,
    })
}

/// `item` as it counts after `before`: `i` is a letter after `h`.
pub(super) fn after(item: &Item, before: &Item) -> Item {
    let mut result = item.clone();
    if let (Kind::Roman(end, capital), Kind::Letters(..)) = (item.kind, before.kind)
        && let Some(value) = [(1, 9), (5, 22), (10, 24)]
            .iter()
            .find_map(|(roman, letter)| (*roman == item.number).then_some(*letter))
        && value == before.number + 1
    {
        (result.kind, result.number) = (Kind::Letters(end, capital), value);
    }
    result
}

/// Whether `item` is the one that comes right after `before`, or a part of it.
pub(super) fn follows(item: &Item, before: &Item) -> bool {
    let item = &after(item, before);
    let alike = item.kind == before.kind && item.indent == before.indent;
    let first_part = item.part_of == Some(before.number) && item.indent == before.indent + 1;
    let is_next = item.number == before.number + 1;
    if item.part_of.is_some() {
        return first_part && item.number == 1 || alike && is_next;
    }
    alike && (is_next || item.number == 0 && before.number == 0)
}

/// Whether its sign is one that a sentence may have where its line was cut: a number, the first of
/// two dashes.
pub(super) fn may_be_cut(item: &Item) -> bool {
    match item.kind {
        Kind::Sign(sign) => "-–—".contains(sign) && item.text.contains(&format!(" {sign} ")),
        Kind::Digits(_) | Kind::Letters(..) | Kind::Roman(..) => item.number != 1,
    }
}

/// Whether a line is an item that only a word processor writes so.
pub(super) fn is_of_a_processor(line: &str) -> bool {
    let bare = line.trim_start();
    let sign = bare.chars().next().unwrap_or_default();
    let blank = bare.find(char::is_whitespace);
    let has_tab = blank.is_some_and(|at| bare[at..].starts_with('\t'));
    let is_marked = "-*+[".contains(sign) || sign.is_ascii_digit();
    read(line).is_some()
        && !is_marked
        && (has_tab || !"–—".contains(sign) && BULLETS.contains(sign))
}
