//! Items of lists as plain text has them: a sign, a blank, a text. Word processors write `·⇥`,
//! `o⇥`, `§⇥`, `1.⇥`, `a)⇥` with no space before them, however deep the item is: the sign says
//! how deep.

use crate::paste::number_of_letters;

/// An item, as its line says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// How many blanks stand before it.
    pub(super) indent: usize,
    /// What its sign is like: items of one list have signs that are alike.
    kind: Kind,
    /// Its number, 0 for a bullet.
    number: usize,
    /// Whether its box is ticked, if it has one.
    ticked: Option<bool>,
    /// What it says.
    pub(super) text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Sign(char),
    Digits(char),
    Letters(char),
}

/// Bullets that nobody takes for a word.
const BULLETS: &str = "•◦▪‣●○·–—∙■□◆➢➤✓✔⁃\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f076}";

/// Boxes, and whether they are ticked. Word ticks with a cross.
const BOXES: [(char, bool); 6] =
    [('☐', false), ('⬜', false), ('☑', true), ('☒', true), ('✅', true), ('🗹', true)];

/// The longest number or letters before an item: `(viii)`.
const SIGNS_MAX: usize = 6;

/// The item that a line is, if it is one.
pub(super) fn read(line: &str) -> Option<Item> {
    let bare = line.trim_start();
    let indent = line.chars().take_while(|sign| sign.is_whitespace()).count();
    let length = bare.find(char::is_whitespace)?;
    let (sign, rest) = bare.split_at(length);
    let text = rest.trim_matches(char::is_whitespace);
    if text.is_empty() || sign.chars().count() > SIGNS_MAX {
        return None;
    }
    // Only word processors put a tab, or several spaces, there.
    let blank = &rest[..rest.len() - rest.trim_start().len()];
    let is_wide = blank.contains('\t') || blank.chars().count() > 2;
    let ticked = BOXES.iter().find(|(known, _)| sign.starts_with(*known));
    let (kind, number) = match ticked {
        Some(_) => (Kind::Sign('☐'), 0),
        None => kind(sign, is_wide)?,
    };
    let ticked = ticked.map(|(_, ticked)| *ticked);
    Some(Item { indent, kind, number, ticked, text: text.to_owned() })
}

/// Whether a line is an item that only a word processor writes so.
pub(super) fn is_of_a_processor(line: &str) -> bool {
    let bare = line.trim_start();
    let sign = bare.chars().next().unwrap_or_default();
    let blank = bare.find(char::is_whitespace);
    let has_tab = blank.is_some_and(|at| bare[at..].starts_with('\t'));
    let is_marked = "-*+".contains(sign) || sign.is_ascii_digit();
    read(line).is_some()
        && !is_marked
        && (has_tab || !"–—".contains(sign) && BULLETS.contains(sign))
}

fn kind(sign: &str, is_wide: bool) -> Option<(Kind, usize)> {
    let mut signs = sign.chars();
    let first = signs.next()?;
    if signs.next().is_none() {
        let is_bullet = BULLETS.contains(first)
            || "-*+".contains(first)
            // Word's other bullets are letters of its fonts of signs.
            || (is_wide && ("oØüvq".contains(first) || !first.is_alphanumeric()));
        return is_bullet.then_some((Kind::Sign(first), 0));
    }
    let counted = sign.trim_start_matches('(');
    let end = counted.chars().next_back().filter(|end| matches!(end, '.' | ')'))?;
    let counted = &counted[..counted.len() - 1];
    if let Ok(number) = counted.parse::<usize>() {
        // `2026.` ends a sentence.
        let is_number = counted.len() < 4 && counted.bytes().all(|digit| digit.is_ascii_digit());
        return is_number.then_some((Kind::Digits(end), number.max(1)));
    }
    // `A.` begins a name, unless a tab follows it.
    let is_letter = counted.chars().count() == 1 && counted.chars().all(char::is_alphabetic);
    let is_roman = !counted.is_empty() && counted.chars().all(|sign| "ivxIVX".contains(sign));
    let stands_alone = end == ')' || is_wide;
    let number = number_of_letters(counted);
    ((is_letter || is_roman) && stands_alone).then_some((Kind::Letters(end), number))
}

/// The lists that are open while items are told.
#[derive(Default)]
pub(super) struct Outline {
    open: Vec<List>,
}

struct List {
    indent: usize,
    kind: Kind,
    last: usize,
    /// How wide its last sign is, with the space after it.
    width: usize,
}

impl Outline {
    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// How many lists are around the last item.
    pub(super) fn depth(&self) -> usize {
        self.open.len().saturating_sub(1)
    }

    pub(super) fn end(&mut self) {
        self.open.clear();
    }

    /// The sign of `item` in Markdown, at its depth; `apart` says whether a blank line comes
    /// before it, and the answer whether one must.
    pub(super) fn sign(&mut self, item: &Item, apart: bool) -> (String, bool) {
        let before = self.open.len();
        while self.open.last().is_some_and(|last| last.indent > item.indent) {
            self.open.pop();
        }
        let is_back = self.open.len() < before;
        let known =
            self.open.iter().rposition(|list| list.indent == item.indent && list.kind == item.kind);
        let level = self.open.iter().position(|list| list.indent == item.indent);
        let mut begins_another = false;
        match (known, level) {
            (Some(at), _) => self.open.truncate(at + 1),
            // Another sign where a list ended: another list. Right under an item: its own list.
            (None, Some(at)) if is_back || apart => {
                self.open.truncate(at);
                begins_another = true;
            }
            (None, _) => {}
        }
        match self.open.last_mut().filter(|_| known.is_some()) {
            Some(list) => list.last += usize::from(item.number > 0),
            None => self.open.push(List {
                indent: item.indent,
                kind: item.kind,
                last: item.number,
                width: 0,
            }),
        }
        let depth: usize = self.open.iter().rev().skip(1).map(|list| list.width).sum();
        let Some(list) = self.open.last_mut() else { return (String::new(), false) };
        let sign = if list.last > 0 { format!("{}. ", list.last) } else { "- ".to_owned() };
        list.width = sign.len();
        // Under an item, a number that is not 1 goes on with its words.
        let must_part = begins_another || (known.is_none() && list.last > 1);
        let ticked = match item.ticked {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        };
        (format!("{}{sign}{ticked}", " ".repeat(depth)), must_part)
    }
}
