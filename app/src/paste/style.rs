//! What a tag says of the text inside it.

use super::tag::Tag;

pub(super) const BOLD: u8 = 1;
pub(super) const ITALIC: u8 = 2;
pub(super) const STRUCK: u8 = 4;
pub(super) const CODE: u8 = 8;
/// Bold by nature (headings, heads of tables): its bold is not said twice.
pub(super) const LOUD: u8 = 16;
pub(super) const QUOTED: u8 = 32;

/// A longer address is not one that a person would follow.
const LINK_MAX: usize = 2000;

/// What could have been said in fewer cells is not a table anyone made.
const SPAN_MAX: usize = 20;

/// Their content is HTML, and not for reading.
const HIDDEN: &str = "audio canvas math noscript object select svg template video xml";

const MARKS: [(u8, &str); 4] = [(BOLD, "strong"), (ITALIC, "em"), (STRUCK, "del"), (CODE, "code")];

/// Where text goes; a later place wins over those before.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    #[default]
    Body,
    /// As it is written, line by line.
    Code,
    Cell,
    /// The sign of an item, that Word writes as text.
    Sign,
    Nowhere,
}

/// The style of some text, from all the tags around it.
#[derive(Clone, Copy, Default)]
pub(super) struct Style<'a> {
    flags: u8,
    pub(super) place: Place,
    /// The level of a heading, or 0.
    pub(super) heading: usize,
    /// How many lists are around.
    lists: usize,
    numbered: bool,
    /// The level of the item, or 0 outside lists.
    pub(super) level: usize,
    /// Whether the tag itself begins an item.
    pub(super) begins: bool,
    /// How many columns the cell is wide.
    pub(super) span: usize,
    link: &'a str,
}

impl<'a> Style<'a> {
    /// The style inside `tag`, when `self` is the style around it.
    pub(super) fn inside(mut self, tag: &Tag<'a>) -> Self {
        self.begins = false;
        self.read_name(tag);
        if let Some(level) = heading(tag) {
            (self.heading, self.flags) = (level.clamp(2, 6), self.flags | LOUD);
        }
        for declared in tag.get("style").to_ascii_lowercase().split(';') {
            if let Some((property, value)) = declared.split_once(':') {
                self.read_css(property.trim(), value.trim());
            }
        }
        self
    }

    pub(super) fn has(self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    pub(super) fn is_numbered(self) -> bool {
        self.numbered
    }

    /// The elements that say it, with the address of the link.
    pub(super) fn marks(self) -> Vec<(&'static str, &'a str)> {
        let link = (!self.link.is_empty()).then_some(("a", self.link));
        let said =
            MARKS.iter().filter(|(flag, _)| self.has(*flag) && !(*flag == BOLD && self.has(LOUD)));
        link.into_iter().chain(said.map(|(_, name)| (*name, ""))).collect()
    }

    fn read_name(&mut self, tag: &Tag<'a>) {
        match tag.name.as_str() {
            "b" | "strong" => self.flags |= BOLD,
            "i" | "em" => self.flags |= ITALIC,
            "s" | "strike" | "del" => self.flags |= STRUCK,
            "code" | "kbd" | "samp" | "tt" => self.flags |= CODE,
            "blockquote" => self.flags |= QUOTED,
            "pre" => self.place = self.place.max(Place::Code),
            "td" | "th" => {
                self.place = self.place.max(Place::Cell);
                self.span = tag.get("colspan").parse().unwrap_or(1).clamp(1, SPAN_MAX);
                self.flags |= if tag.name == "th" { LOUD } else { 0 };
            }
            "ul" | "ol" => {
                self.lists += 1;
                self.numbered = tag.name == "ol";
            }
            "li" => {
                // Word online gives each item a list of its own.
                let told = ["aria-level", "data-aria-level"].map(|name| number(tag.get(name)));
                self.level = told.into_iter().flatten().fold(self.lists.max(1), usize::max);
                self.begins = true;
            }
            "a" => self.link = address(tag.get("href")),
            name if is_in(HIDDEN, name) => self.place = Place::Nowhere,
            _ => {}
        }
    }

    fn read_css(&mut self, property: &str, value: &str) {
        let first = value.split([' ', '!']).next().unwrap_or_default();
        match (property, first) {
            ("font-weight", "bold" | "bolder") => self.flags |= BOLD,
            ("font-weight", "normal" | "lighter") | ("font-style", "normal") => {
                self.flags &= if property == "font-style" { !ITALIC } else { !BOLD };
            }
            ("font-weight", weight) => match weight.parse::<u16>() {
                Ok(600..) => self.flags |= BOLD,
                Ok(_) => self.flags &= !BOLD,
                Err(_) => {}
            },
            ("font-style", "italic" | "oblique") => self.flags |= ITALIC,
            ("text-decoration" | "text-decoration-line", _) if value.contains("line-through") => {
                self.flags |= STRUCK;
            }
            ("display", "none") | ("mso-hide", "all") => self.place = Place::Nowhere,
            ("mso-list", "ignore") => self.place = self.place.max(Place::Sign),
            ("mso-list", _) if self.heading == 0 => {
                let level = value.split_once("level").map(|(_, level)| level);
                if let Some(level) = level.and_then(|level| number(level.split(' ').next()?)) {
                    (self.level, self.begins, self.numbered) = (level.max(1), true, false);
                }
            }
            _ => {}
        }
    }
}

/// The level of a heading, as browsers, Word and Word online say it.
fn heading(tag: &Tag) -> Option<usize> {
    let class = tag.get("class");
    let level = match tag.name.strip_prefix('h').and_then(number) {
        None if class == "MsoTitle" => Some(1),
        None if tag.get("role") == "heading" => number(tag.get("aria-level")),
        None => class.strip_prefix("MsoHeading").and_then(number),
        level => level,
    };
    level.filter(|level| (1..=6).contains(level))
}

fn number(text: &str) -> Option<usize> {
    text.parse().ok()
}

/// An address that a note may hold, or nothing. Told as it is written, so that an
/// address in disguise (`java&#115;cript:`) begins like none of these.
fn address(href: &str) -> &str {
    let href = href.trim();
    let known = ["http://", "https://", "mailto:"].iter().any(|scheme| {
        href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    if known && href.len() <= LINK_MAX { href } else { "" }
}

/// Whether `name` is one of the words of `names`.
pub(super) fn is_in(names: &str, name: &str) -> bool {
    !name.is_empty() && names.split(' ').any(|known| known == name)
}
