//! A line of text with its styles, as Markdown that says the same.
//!
//! Stars that touch an apostrophe or a quotation mark on one side and a letter on the other
//! are shown as stars (`CommonMark`, "flanking"): styles are cut to what can be said. Whatever
//! is written is then read back, as the pages read it; a style that would be shown as signs is
//! left out, the words never are.

mod escape;
mod reading;
mod way;

use std::ops::Range;

use reading::Reading;
use way::Way;

use super::signs::is_blank;
use super::style::{BOLD, CODE, ITALIC, STRUCK};

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    Paragraph,
    Heading,
    Cell,
}

/// Signs, each with its styles and the link it is in.
#[derive(Default)]
pub(super) struct Line {
    signs: Vec<char>,
    flags: Vec<u8>,
    /// 0 outside links; else one more than the place in `addresses`.
    links: Vec<u32>,
    addresses: Vec<String>,
    /// For each address, whether the words of its link are the address itself.
    bare: Vec<bool>,
    /// Addresses in the text that would not be read as they are.
    refused: Vec<Range<usize>>,
}

impl Line {
    pub(super) fn is_empty(&self) -> bool {
        self.signs.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.signs.len()
    }

    pub(super) fn signs(&self) -> &[char] {
        &self.signs
    }

    pub(super) fn last(&self) -> Option<char> {
        self.signs.last().copied()
    }

    /// The styles of the last sign.
    pub(super) fn last_flags(&self) -> u8 {
        self.flags.last().copied().unwrap_or_default()
    }

    /// Whether the last sign is in a link to `address`.
    pub(super) fn is_in_link(&self, address: &str) -> bool {
        let link = self.links.last().copied().unwrap_or_default();
        self.address(link) == Some(encoded(address).as_str())
    }

    pub(super) fn push(&mut self, text: &str, flags: u8, address: &str) {
        let link = if address.is_empty() {
            0
        } else {
            let address = encoded(address);
            if self.addresses.last().is_none_or(|last| *last != address) {
                self.addresses.push(address);
            }
            u32::try_from(self.addresses.len()).unwrap_or_default()
        };
        for sign in text.chars() {
            self.signs.push(sign);
            self.flags.push(flags);
            self.links.push(link);
        }
    }

    /// Puts text without style before the others.
    pub(super) fn put_before(&mut self, text: &str) {
        let count = text.chars().count();
        self.signs.splice(0..0, text.chars());
        self.flags.splice(0..0, std::iter::repeat_n(0, count));
        self.links.splice(0..0, std::iter::repeat_n(0, count));
    }

    /// Takes the first `count` signs out, and the blanks after them.
    pub(super) fn skip(&mut self, count: usize) {
        let blanks = self.signs.iter().skip(count).take_while(|sign| is_blank(**sign)).count();
        let gone = 0..(count + blanks).min(self.signs.len());
        self.signs.drain(gone.clone());
        self.flags.drain(gone.clone());
        self.links.drain(gone);
    }

    /// The lines of it.
    pub(super) fn lines(&self) -> Vec<Self> {
        let mut found = Vec::new();
        let mut from = 0;
        for piece in self.signs.split(|sign| *sign == '\n') {
            let mut line = Self::default();
            line.copy(self, from..from + piece.len());
            found.push(line);
            from += piece.len() + 1;
        }
        found
    }

    /// Puts another line under this one, which is of the same block.
    pub(super) fn append(&mut self, under: &Self) {
        self.push("\n", 0, "");
        self.copy(under, 0..under.signs.len());
    }

    /// Puts a part of another line after this one.
    fn copy(&mut self, other: &Self, part: Range<usize>) {
        let mut at = part.start;
        while at < part.end {
            let style = |it: usize| (other.flags[it], other.links[it]);
            let end = (at..part.end).find(|it| style(*it) != style(at)).unwrap_or(part.end);
            let text: String = other.signs[at..end].iter().collect();
            let address = other.address(other.links[at]).unwrap_or_default();
            self.push(&text, other.flags[at], address);
            at = end;
        }
    }

    /// Without `flag`, if every word has it.
    pub(super) fn without_if_whole(&mut self, flag: u8) {
        let mut words =
            self.signs.iter().zip(&self.flags).filter(|(sign, _)| sign.is_alphanumeric());
        if words.all(|(_, flags)| flags & flag != 0) {
            self.flags.iter_mut().for_each(|flags| *flags &= !flag);
        }
    }

    fn address(&self, link: u32) -> Option<&str> {
        let at = usize::try_from(link).ok()?.checked_sub(1)?;
        self.addresses.get(at).map(String::as_str)
    }

    /// The words alone.
    pub(super) fn plain(&self) -> String {
        self.signs.iter().collect()
    }

    /// The line as Markdown.
    pub(super) fn markdown(&mut self, stands: Stands) -> String {
        self.cut();
        self.bare = self.bare_links();
        self.refuse(stands);
        let ways = [
            Way { italic: "*", bare: true, ..Way::FULL },
            Way { italic: "*", ..Way::FULL },
            Way::FULL,
            Way { links_outside: true, ..Way::FULL },
            Way { italic: "*", addresses: false, ..Way::FULL },
            Way { flags: BOLD | CODE, links_outside: true, ..Way::FULL },
            Way { flags: CODE, ..Way::FULL },
            Way { flags: 0, ..Way::FULL },
        ];
        let mut found = None;
        for way in ways {
            let result = self.in_way(way, stands);
            match self.reads_as(&result, stands) {
                Reading::Whole => return result,
                Reading::Words if found.is_none() => found = Some(result),
                Reading::Words | Reading::Other => {}
            }
        }
        let bare = Way { flags: 0, links: false, addresses: false, guarded: true, ..Way::FULL };
        found.unwrap_or_else(|| self.in_way(bare, stands))
    }

    /// Finds the addresses that would not be read as they are, beside others that would.
    fn refuse(&mut self, stands: Stands) {
        let way = Way { italic: "*", bare: true, ..Way::FULL };
        let found = self.addresses_in_text(way);
        if !(2..=ADDRESSES_MAX).contains(&found.len())
            || matches!(self.reads_as(&self.in_way(way, stands), stands), Reading::Whole)
        {
            return;
        }
        let mut bad = Vec::new();
        for address in &found {
            self.refused = found.iter().filter(|other| *other != address).cloned().collect();
            if !matches!(self.reads_as(&self.in_way(way, stands), stands), Reading::Whole) {
                bad.push(address.clone());
            }
        }
        // When all are, it is something else that is not read.
        self.refused = if bad.len() < found.len() { bad } else { vec![] };
    }

    /// Cuts each style to what can be said: not a blank at its ends, nor a sign beside a letter
    /// outside.
    fn cut(&mut self) {
        for at in 0..self.signs.len() {
            if self.signs[at] == '\n' {
                self.flags[at] &= !CODE;
            }
        }
        for flag in [BOLD, ITALIC, STRUCK, CODE] {
            let mut at = 0;
            while at < self.signs.len() {
                let has = |it: usize| self.flags[it] & flag != 0;
                if !has(at) {
                    at += 1;
                    continue;
                }
                let end = (at..self.signs.len()).find(|it| !has(*it)).unwrap_or(self.signs.len());
                for place in self.outside(at..end, flag) {
                    self.flags[place] &= !flag;
                }
                at = end;
            }
        }
    }

    /// The signs of a style that cannot have it.
    fn outside(&self, run: Range<usize>, flag: u8) -> Vec<usize> {
        let goes = |at: usize, beside: Option<char>| {
            let sign = self.signs[at];
            let is_code = self.flags[at] & CODE != 0;
            match flag {
                CODE => sign.is_whitespace(),
                _ if is_code => beside.is_some_and(is_letter),
                _ => {
                    sign.is_whitespace()
                        || (!sign.is_alphanumeric() && beside.is_some_and(is_letter))
                }
            }
        };
        let mut gone = Vec::new();
        let (mut first, mut end) = (run.start, run.end);
        let mut beside = first.checked_sub(1).map(|at| self.signs[at]);
        while first < end && goes(first, beside) {
            beside = Some(self.signs[first]);
            gone.push(first);
            first += 1;
        }
        let mut beside = self.signs.get(end).copied();
        while first < end && goes(end - 1, beside) {
            end -= 1;
            beside = Some(self.signs[end]);
            gone.push(end);
        }
        // What opens and what closes stay together.
        let is_pair =
            |it: usize, other: usize| PAIRS.contains(&(self.signs[it], self.signs[other]));
        if first < end && gone.iter().any(|closing| *closing >= end && is_pair(first, *closing)) {
            gone.push(first);
            gone.extend((first + 1..end).take_while(|at| self.signs[*at].is_whitespace()));
        } else if first < end
            && gone.iter().any(|opening| *opening < first && is_pair(*opening, end - 1))
        {
            gone.push(end - 1);
            gone.extend((first..end - 1).rev().take_while(|at| self.signs[*at].is_whitespace()));
        }
        gone
    }
}

/// As many addresses in a line are tried one by one.
const ADDRESSES_MAX: usize = 20;

/// Signs that open and close together.
const PAIRS: [(char, char); 7] =
    [('(', ')'), ('«', '»'), ('“', '”'), ('‹', '›'), ('‘', '’'), ('[', ']'), ('{', '}')];

/// Whether a sign beside a mark forbids it to touch another sign: everything that is surely
/// neither blank nor punctuation.
fn is_letter(sign: char) -> bool {
    let is_punctuation = sign.is_ascii_punctuation()
        || "«»‹›“”‘’„‚…–—·•¿¡§".contains(sign)
        || ('\u{2010}'..='\u{205e}').contains(&sign);
    !sign.is_whitespace() && !is_punctuation
}

/// An address without what could end it early, and begin something else.
fn encoded(address: &str) -> String {
    let mut text = String::with_capacity(address.len());
    for sign in address.chars() {
        let ends = sign.is_ascii_control() || " <>()[]\\\"`|*".contains(sign);
        match u8::try_from(sign) {
            Ok(byte) if ends => text.push_str(&format!("%{byte:02X}")),
            _ => text.push(sign),
        }
    }
    text
}
