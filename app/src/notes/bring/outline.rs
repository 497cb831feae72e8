//! The lists that are open while items are written, and the sign of each item in Markdown.

use super::item::{Item, Kind};

/// The lists that are open while items are written.
#[derive(Default)]
pub(super) struct Outline {
    open: Vec<List>,
}

struct List {
    indent: usize,
    kind: Kind,
    last: usize,
    /// The number of its last item, as it was typed.
    typed: usize,
    /// What follows its numbers: another sign than the list before it, or Markdown would read
    /// both as one.
    end: char,
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

    /// How wide the items are that a paragraph stands under, if its indent says that it does.
    pub(super) fn under(&mut self, indent: usize) -> Option<usize> {
        let stands_under = |list: &List| list.indent + 1 < indent;
        let kept = self.open.iter().take_while(|list| stands_under(list)).count();
        self.open.truncate(kept);
        (kept > 0).then(|| self.width())
    }

    /// How wide the last item and those around it are.
    pub(super) fn width(&self) -> usize {
        self.open.iter().map(|list| list.width).sum()
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
        let is_beside =
            |at: &usize| !is_back && !apart && !is_under(item.kind, self.open[*at].kind);
        let beside = level.filter(|_| known.is_none()).filter(is_beside);
        if let Some(at) = beside {
            // Another sign, of the same list.
            self.open[at].kind = item.kind;
        }
        let known = known.or(beside);
        // Numbers that begin again, after a blank line, are of another list.
        // So are those that skip one, or go down: Markdown counts by itself.
        let skips = |at: &usize| {
            let typed = self.open[*at].typed;
            matches!(item.kind, Kind::Digits(_)) && ![typed, typed + 1].contains(&item.number)
        };
        let again =
            known.filter(|at| apart && item.number == 1 && self.open[*at].typed > 1 || skips(at));
        let known = known.filter(|_| again.is_none());
        let level = again.or(level);
        let is_back = is_back || again.is_some();
        let mut end = '.';
        match (known, level) {
            (Some(at), _) => self.open.truncate(at + 1),
            // Another sign where a list ended: another list. Right under an item: its own list.
            (None, Some(at)) if is_back || apart => {
                let last = &self.open[at];
                end = if last.last > 0 && last.end == '.' { ')' } else { '.' };
                self.open.truncate(at);
                begins_another = true;
            }
            (None, _) => {}
        }
        match self.open.last_mut().filter(|_| known.is_some()) {
            Some(list) => {
                list.last += usize::from(item.number > 0);
                list.typed = item.number;
            }
            None => self.open.push(List {
                indent: item.indent,
                kind: item.kind,
                last: item.number,
                typed: item.number,
                end,
                width: 0,
            }),
        }
        let depth: usize = self.open.iter().rev().skip(1).map(|list| list.width).sum();
        let Some(list) = self.open.last_mut() else { return (String::new(), false) };
        let sign =
            if list.last > 0 { format!("{}{} ", list.last, list.end) } else { "- ".to_owned() };
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

/// Bullets in the order in which word processors and printed pages put them, level under level.
const LEVELS: [&str; 3] = ["•·●∙◆❖■➢▶►\u{f0b7}", "◦○o", "▪‣▸⁃§\u{f0a7}"];

/// Whether an item stands under another one of the same indent when its sign is another: numbers
/// and letters do, and so do the bullets of a word processor.
fn is_under(item: Kind, before: Kind) -> bool {
    let (Kind::Sign(sign), Kind::Sign(before)) = (item, before) else { return true };
    let level = |sign: char| LEVELS.iter().position(|known| known.contains(sign));
    match (level(before), level(sign)) {
        (Some(before), Some(level)) => level > before,
        (Some(_), None) if "-–—".contains(sign) => true,
        // Word's other bullets are letters of its fonts of signs.
        _ => sign.is_alphabetic() || matches!(sign, '\u{e000}'..='\u{f8ff}'),
    }
}
