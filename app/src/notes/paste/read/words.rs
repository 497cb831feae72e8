//! The words of a line, as they come between tags.

use super::super::leads::led;
use super::super::pictures;
use super::super::signs::{collapsed, decoded, is_blank, scripted};
use super::super::style::{BOLD, ITALIC, Place, STRUCK, Style};
use super::super::tag::Tag;
use super::Reader;

impl<'a> Reader<'a> {
    /// The words of an image; a box that is drawn says nothing more than the item.
    pub(super) fn image(&mut self, tag: &Tag<'a>) {
        let is_box = self.line.is_empty() && self.item.is_some_and(|item| item.ticked.is_some());
        let alt = tag.get("alt");
        if pictures::is_of_a_machine(alt) {
            return;
        }
        match alt.chars().any(char::is_alphanumeric) {
            _ if is_box => {}
            true => self.text(&format!(" {alt} ")),
            // A face, in the middle of words.
            false => self.text(alt),
        }
    }

    /// A line ends where there can be only one.
    pub(super) fn part(&mut self) {
        self.parted = true;
        self.gap.push(' ');
    }

    /// What stands between two lines of a cell or of a heading, which are one: in a cell they are
    /// still distinguished.
    fn between(&self, style: Style) -> &'static str {
        let mut before = self.line.signs().iter().rev();
        let last = before.next().copied().unwrap_or_default();
        let is_cut = last == '-' && before.next().is_some_and(|sign| sign.is_alphabetic());
        match style.place {
            _ if is_cut => "",
            Place::Cell if !style.is_loud() && last.is_alphanumeric() => " · ",
            Place::Cell if !style.is_loud() && !":·,;/(–—-".contains(last) => " · ",
            _ => " ",
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        let style = self.style();
        if self.outside || style.place == Place::Nowhere {
            return;
        }
        let text = decoded(text);
        if style.place == Place::Sign || self.in_sign {
            self.sign.push_str(&text);
        } else if style.place == Place::Code {
            self.block = if self.line.is_empty() { style } else { self.block };
            self.line.push(&text, 0, "");
        } else {
            for (at, text) in text.split(|sign| style.breaks && sign == '\n').enumerate() {
                if at > 0 {
                    self.line_break();
                }
                self.words(text, style);
            }
        }
    }

    /// Text of one line, with the blanks around it.
    fn words(&mut self, text: &str, style: Style<'a>) {
        let inside = text.trim_matches(is_blank);
        let (before, after) = text.split_once(inside).unwrap_or_default();
        self.gap.push_str(if inside.is_empty() { text } else { before });
        if inside.is_empty() {
            return;
        }
        // The number of a reference in its brackets stays one.
        let is_scripted = self.line.last() != Some('[');
        match scripted(inside, style.stands).filter(|_| is_scripted) {
            Some(signs) => self.put(&signs, style),
            None => self.put(inside, style),
        }
        self.gap.push_str(after);
    }

    /// Text without blanks around it, after the gap.
    fn put(&mut self, text: &str, style: Style<'a>) {
        if self.breaks > 1 {
            self.end_block();
        }
        let gap = std::mem::take(&mut self.gap);
        let (marks, parted) = (style.marks(), std::mem::take(&mut self.parted));
        match (self.line.is_empty(), std::mem::take(&mut self.breaks)) {
            (true, _) => self.block = style,
            (false, 0) if parted => self.line.push(self.between(style), 0, ""),
            (false, 0) => {
                // What stands between two words of one style is of that style.
                let address = address_of(style);
                let flags = self.line.last_flags() & marks;
                let goes_on = self.line.is_in_link(&address);
                self.line.push(&collapsed(&gap), flags, if goes_on { &address } else { "" });
            }
            (false, _) => {
                let flags = self.line.last_flags() & marks & (BOLD | ITALIC | STRUCK);
                self.line.push("\n", flags, "");
            }
        }
        self.line.push(&collapsed(text), marks, &address_of(style));
    }
}

/// The address of the link that a style is in, or nothing.
fn address_of(style: Style) -> String {
    led(decoded(style.link).trim())
}
