//! What a tag says of the text inside it.

use super::tag::Tag;

pub(super) const BOLD: u8 = 1;
pub(super) const ITALIC: u8 = 2;
pub(super) const STRUCK: u8 = 4;
pub(super) const CODE: u8 = 8;
/// Bold by nature (headings, heads of tables): its bold is not said twice.
pub(super) const LOUD: u8 = 16;

/// A longer address is not one that a person would follow.
const LINK_MAX: usize = 2000;

/// What could have been said in fewer cells is not a table anyone made.
const SPAN_MAX: usize = 20;

/// A cell that is higher is cut there.
const ROWS_MAX: usize = 200;

/// As many classes are known to strike words out.
const CLASSES_MAX: usize = 20;

/// Their content is HTML, and not for reading.
const HIDDEN: &str =
    "annotation annotation-xml audio canvas noscript object select svg template video xml";

/// Classes of words that a tracked change took out: Word, Word online, `CKEditor`.
const TAKEN_OUT: [&str; 3] = ["msodel", "trackchangetextdeletion", "ck-suggestion-marker-deletion"];

/// Classes of remarks between writers and of the signs that lead to them; of signs beside
/// headings, ours and those of others.
const REMARKS: [&str; 8] = [
    // A formula is written once, by its signs.
    "katex-html",
    "msocomanchor",
    "msocomtxt",
    "msocomoff",
    "msocommentreference",
    "pencil",
    "headerlink",
    "mw-editsection",
];

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
    /// How many rows the cell is high.
    pub(super) rows: usize,
    /// The address of the link, as it is written.
    pub(super) link: &'a str,
    /// Whether line breaks are seen as they are written.
    pub(super) breaks: bool,
    /// Whether signs stand above the line, or under it.
    pub(super) stands: Script,
}

/// Where signs stand beside those of the line.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Script {
    #[default]
    On,
    Above,
    Under,
}

/// What a whole page says of its tags.
#[derive(Clone, Copy, Default)]
pub(super) struct Page<'p> {
    /// Classes whose words are struck out.
    pub(super) struck: &'p [String],
    /// Whether `del` is a change that was tracked, and not a word struck out to be seen so.
    pub(super) tracks: bool,
    /// Whether the table around holds the page together, and is no table to anyone who reads.
    pub(super) is_layout: bool,
}

impl<'a> Style<'a> {
    /// The style inside `tag`, when `self` is the style around it.
    pub(super) fn inside(mut self, tag: &Tag<'a>, page: Page<'_>) -> Self {
        self.begins = false;
        self.read_name(tag, page);
        if is_taken_out(tag, page) || tag.has("hidden") {
            self.place = Place::Nowhere;
        }
        let mut classes = tag.get("class").split_ascii_whitespace();
        if !page.struck.is_empty() && classes.any(|it| page.struck.iter().any(|two| two == it)) {
            self.flags |= STRUCK;
        }
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

    /// The same, standing above the line or under it.
    pub(super) fn standing(self, stands: Script) -> Self {
        Self { stands, ..self }
    }

    pub(super) fn has(self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    pub(super) fn is_numbered(self) -> bool {
        self.numbered
    }

    /// Whether it is of a heading, or of the head of a table.
    pub(super) fn is_loud(self) -> bool {
        self.has(LOUD)
    }

    /// The styles that are written.
    pub(super) fn marks(self) -> u8 {
        let result = self.flags & (BOLD | ITALIC | STRUCK | CODE);
        if self.has(LOUD) { result & !BOLD } else { result }
    }

    fn read_name(&mut self, tag: &Tag<'a>, page: Page<'_>) {
        match tag.name.as_str() {
            "b" | "strong" => self.flags |= BOLD,
            "i" | "em" => self.flags |= ITALIC,
            "s" | "strike" | "del" => self.flags |= STRUCK,
            "code" | "kbd" | "samp" | "tt" => self.flags |= CODE,
            "sup" => self.stands = Script::Above,
            "sub" => self.stands = Script::Under,
            // Mail as it was typed.
            "pre" if tag.get("class").contains("moz-") => self.breaks = true,
            "pre" => self.place = self.place.max(Place::Code),
            "td" | "th" if !page.is_layout => {
                self.place = self.place.max(Place::Cell);
                self.span = tag.get("colspan").parse().unwrap_or(1).clamp(1, SPAN_MAX);
                self.rows = tag.get("rowspan").parse().unwrap_or(1).clamp(1, ROWS_MAX);
                self.flags |= if tag.name == "th" { LOUD } else { 0 };
            }
            "ul" | "ol" => {
                self.lists += 1;
                self.numbered = tag.name == "ol";
                // A page that Google Docs saved has lists beside one another: `lst-kix_a-1`.
                let kix = tag.get("class").split(' ').find(|it| it.starts_with("lst-kix_"));
                let level = kix.and_then(|it| number(it.rsplit('-').next()?));
                self.lists = level.map_or(self.lists, |level| self.lists.max(level.min(9) + 1));
            }
            "li" => {
                // Word online gives each item a list of its own.
                let result = ["aria-level", "data-aria-level"].map(|name| number(tag.get(name)));
                self.level = result.into_iter().flatten().fold(self.lists.max(1), usize::max);
                // Slack and Quill count from the outermost item.
                let quill =
                    tag.get("class").split(' ').find_map(|it| it.strip_prefix("ql-indent-"));
                let under = number(tag.get("data-stringify-indent")).or(quill.and_then(number));
                self.level = self.level.max(under.unwrap_or(0).saturating_add(1));
                match tag.get("data-list") {
                    "bullet" => self.numbered = false,
                    "ordered" => self.numbered = true,
                    _ => {}
                }
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
            ("white-space", _) => {
                self.breaks = ["pre", "break-spaces"].iter().any(|kept| value.contains(kept));
            }
            ("white-space-collapse", _) => {
                self.breaks = value.contains("preserve") || value.contains("break-spaces");
            }
            ("vertical-align", "super") => self.stands = Script::Above,
            ("vertical-align", "sub") => self.stands = Script::Under,
            ("vertical-align", "baseline") => self.stands = Script::On,
            ("display", "none")
            | ("mso-hide", "all")
            | ("visibility", "hidden" | "collapse")
            | ("font-size", "0" | "0px" | "0pt")
            | ("mso-element", "comment-list" | "comment" | "header" | "footer") => {
                self.place = Place::Nowhere;
            }
            ("mso-special-character", "comment") => self.place = Place::Nowhere,
            ("mso-list", "ignore") => self.place = self.place.max(Place::Sign),
            ("mso-list", _) if self.heading == 0 => {
                let level = value.split_once("level").map(|(_, level)| level);
                if let Some(level) = level.and_then(|level| number(level.split(' ').next()?)) {
                    // Outlook says it of items that are in a list already.
                    let numbered = self.begins && self.numbered;
                    (self.level, self.begins, self.numbered) = (level.max(1), true, numbered);
                }
            }
            _ => {}
        }
    }
}

/// Whether `tag` holds what a tracked change took out, or what writers say to one another.
fn is_taken_out(tag: &Tag, page: Page<'_>) -> bool {
    let tracked = page.tracks || !tag.get("cite").is_empty() || !tag.get("datetime").is_empty();
    let classes = tag.get("class").to_ascii_lowercase();
    let is_one = |known: &[&str]| classes.split_ascii_whitespace().any(|it| known.contains(&it));
    (tag.name == "del" && tracked)
        || is_one(&TAKEN_OUT)
        || is_one(&REMARKS)
        || (tag.name == "a" && tag.get("href").starts_with("#cmnt"))
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

/// An address that a note may hold, or nothing. Kept as it is written, so that an
/// address in disguise (`java&#115;cript:`) begins like none of these.
fn address(href: &str) -> &str {
    let href = href.trim();
    let known = ["http://", "https://", "mailto:", "tel:"].iter().any(|scheme| {
        href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    if known && href.len() <= LINK_MAX { href } else { "" }
}

/// Whether `name` is one of the words of `names`.
pub(super) fn is_in(names: &str, name: &str) -> bool {
    !name.is_empty() && names.split(' ').any(|known| known == name)
}

/// The classes that a sheet of styles strikes out, as Notes of Apple do.
pub(super) fn struck(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for sheet in html.split("<style").skip(1) {
        let sheet = sheet.split("</style").next().unwrap_or_default();
        for rule in sheet.split('}') {
            let Some((names, says)) = rule.rsplit_once('{') else { continue };
            let is_struck = says.contains("text-decoration") && says.contains("line-through");
            let name = names.trim().rsplit_once('.').map(|(_, name)| name);
            let name = name.filter(|name| name.bytes().all(|it| it.is_ascii_alphanumeric()));
            if let Some(name) = name.filter(|_| is_struck && found.len() < CLASSES_MAX) {
                found.push(name.to_owned());
            }
        }
    }
    found
}
