//! Reads any HTML as flat blocks: lines with styles, items, cells. Whatever is not for reading
//! is gone.

mod block;
mod words;

use super::blocks::{As, Blocks, Item};
use super::line::Line;
use super::listed;
use super::signs::NUMBER_MAX;
use super::style::{Page, Place, Script, Style, is_in, struck};
use super::table::layouts;
use super::tag::{self, Markup, Tag};

/// The longest text that is written: a link repeated in each paragraph could be endless.
const WRITTEN_MAX: usize = 4 * super::PASTE_MAX;

/// Deeper tags say nothing more: their text is kept, their style is not.
const DEPTH_MAX: usize = 200;

const BLOCKS: &str = " address article aside blockquote body caption center dd details dialog div \
     dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html legend li main nav \
     ol p pre section summary table tbody td tfoot th thead tr ul ";
const EMPTY: &str = " area base col embed input link meta param source track wbr ";
/// Their content is not HTML, and not for reading.
pub(super) const RAW: &str = " iframe noembed noframes script style textarea title ";

/// Deeper quotes are written at this depth.
const QUOTES_MAX: usize = 5;

const FRAGMENT: &str = "<!--StartFragment-->";

/// Writes what the HTML says; `None` when there would be too much of it.
pub(super) fn read(html: &str, how: As) -> Option<String> {
    let fragment = html.contains(FRAGMENT);
    let mut reader = Reader {
        blocks: Blocks::new(how),
        how,
        fragment,
        outside: fragment,
        tracks: tracks(html),
        struck: struck(html),
        layouts: layouts(html).into_iter(),
        ..Reader::default()
    };
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        reader.text(&rest[..at]);
        let (markup, tail) = tag::markup(&rest[at..]);
        rest = tail;
        match markup {
            Markup::Open(tag) if is_in(RAW, &tag.name) => rest = tag::after(rest, &tag.name),
            Markup::Open(tag) => reader.open(&tag),
            Markup::Close(name) => reader.close(&name),
            Markup::Aside(text) => reader.aside(text.trim()),
            Markup::Text => reader.text("<"),
        }
        if reader.written() + reader.line.len() > WRITTEN_MAX {
            return None;
        }
    }
    reader.text(rest);
    reader.close_to(0);
    reader.end_block();
    Some(reader.blocks.finish())
}

/// Whether `del` in this page is a change that was tracked: it comes from a word processor, or
/// words that were put in are marked as well.
fn tracks(html: &str) -> bool {
    let page = html.to_ascii_lowercase();
    ["<ins", "mso-", "class=mso", "class=\"mso", "microsoft-com:office"]
        .iter()
        .any(|sign| page.contains(sign))
}

/// A tag that is open, with the style inside it.
#[expect(clippy::struct_excessive_bools, reason = "what a tag is, for those inside it")]
struct Around<'a> {
    name: String,
    style: Style<'a>,
    is_block: bool,
    /// How much was written when it began.
    begun: usize,
    /// Whether it is a quote that is written as one.
    is_quote: bool,
    /// Whether what follows it is set apart.
    is_apart: bool,
    /// Whether what it holds stands side by side.
    is_row: bool,
    /// The number of its next item, if it counts them.
    next: usize,
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "what is known while tags are read")]
struct Reader<'a> {
    blocks: Blocks,
    /// What stands around the quotes that are open, the outermost first.
    outside_quotes: Vec<Blocks>,
    how: As,
    around: Vec<Around<'a>>,
    /// Whether only a part of the page was copied, and whether this is not it.
    fragment: bool,
    outside: bool,
    /// Whether `del` is a change that was tracked.
    tracks: bool,
    /// Classes whose words are struck out.
    struck: Vec<String>,
    /// For each table to come, whether it only holds the page together; and the same for the
    /// tables that are open.
    layouts: std::vec::IntoIter<bool>,
    tables: Vec<bool>,
    /// The block being read, and its style where it began.
    line: Line,
    block: Style<'a>,
    /// Spaces and line breaks that count only if text follows.
    gap: String,
    breaks: usize,
    /// Whether a line or a block ended, where there is only one line.
    parted: bool,
    /// What the next item is written with, and Word's own sign.
    item: Option<Item>,
    sign: String,
    in_sign: bool,
}

impl<'a> Reader<'a> {
    fn style(&self) -> Style<'a> {
        self.around.last().map_or_else(Style::default, |tag| tag.style)
    }

    fn open(&mut self, tag: &Tag<'a>) {
        match tag.name.as_str() {
            "br" => return self.line_break(),
            "hr" => return self.rule(),
            "img" => return self.image(tag),
            "input" if tag.get("type").eq_ignore_ascii_case("checkbox") => {
                return self.text(listed::sign_of(tag.has("checked")));
            }
            "a" if tag.get("href").starts_with("#cmnt_ref") => self.leave_out_around(),
            name if is_in(EMPTY, name) => return,
            _ => {}
        }
        let is_block = is_in(BLOCKS, &tag.name) || stands_apart(tag);
        let (in_row, inside, begun) = self
            .around
            .last()
            .map_or((false, String::new(), 0), |open| (open.is_row, open.name.clone(), open.begun));
        // What stands beside another, in a row: a cell that is no table's.
        if !is_block && (in_row || is_cell(tag)) {
            self.text(" ");
        }
        let follows = begun < self.written() + self.line.len();
        if inside == "mfrac" && follows {
            self.text("/");
        }
        if is_block {
            self.end_implied(&tag.name);
            self.edge(self.style().place);
        }
        if tag.name == "table" {
            let is_layout = self.layouts.next().unwrap_or_default();
            self.tables.push(is_layout);
        }
        let is_layout = self.tables.last().copied().unwrap_or(true);
        let style =
            self.style().inside(tag, Page { tracks: self.tracks, is_layout, struck: &self.struck });
        let style = match inside.as_str() {
            "msup" if follows => style.standing(Script::Above),
            "msub" if follows => style.standing(Script::Under),
            _ => style,
        };
        let ticked = listed::ticked(tag);
        if style.begins {
            let number = if style.is_numbered() { self.count(tag) } else { 0 };
            self.item =
                Some(Item { number, ticked, is_exact: tag.name == "li" && !tag.has("data-list") });
        } else if let Some(ticked) = ticked
            && style.place != Place::Nowhere
        {
            self.text(listed::sign_of(ticked));
        }
        if tag.name == "q" {
            self.text("«\u{a0}");
        }
        if self.around.len() < DEPTH_MAX {
            let is_quote = tag.name == "blockquote"
                && (style.place, self.how) == (Place::Body, As::Markdown)
                && !self.outside
                && self.outside_quotes.len() < QUOTES_MAX;
            if is_quote {
                let quote = self.blocks.quoted(style.level, self.item.take());
                self.outside_quotes.push(std::mem::replace(&mut self.blocks, quote));
            }
            let (name, begun) = (tag.name.clone(), self.written() + self.line.len());
            let next = tag.get("start").parse().unwrap_or(1).clamp(1, NUMBER_MAX);
            // The number of a footnote touches it.
            let is_apart = tag.get("class").starts_with("sdfootnotesym");
            let is_row = is_row(tag);
            self.around.push(Around {
                name,
                style,
                is_block,
                begun,
                is_quote,
                is_apart,
                is_row,
                next,
            });
        }
    }

    /// How much was written, in and around quotes.
    fn written(&self) -> usize {
        self.blocks.len() + self.outside_quotes.iter().map(Blocks::len).sum::<usize>()
    }

    /// The number of the item that `tag` begins.
    fn count(&mut self, tag: &Tag<'a>) -> usize {
        let Some(list) = self.around.iter_mut().rfind(|open| open.name == "ol") else { return 1 };
        let words = tag.get("value").trim().parse::<usize>().ok();
        let number = words.unwrap_or(list.next).clamp(1, NUMBER_MAX);
        // An item that says nothing is not written, nor counted.
        let is_empty = words.is_none()
            && self.item.is_some_and(|item| item.number > 0 && item.number + 1 == number);
        let number = if is_empty { number - 1 } else { number };
        list.next = number + 1;
        number
    }

    /// Ends what HTML lets people leave open: `<li>` ends the item before it.
    fn end_implied(&mut self, name: &str) {
        let (ends, walls) = match name {
            "li" => ("li", "ul ol"),
            "td" | "th" => ("td th", "tr table"),
            "tr" | "tbody" | "thead" | "tfoot" => ("tr tbody thead tfoot", "table"),
            "dt" | "dd" => ("dt dd", "dl"),
            _ => ("p", ""),
        };
        let met = self.around.iter().rposition(|open| match walls {
            "" => open.is_block,
            _ => is_in(ends, &open.name) || is_in(walls, &open.name),
        });
        // What is hidden ends where it says, not where something in it begins.
        let hides = |at: usize| {
            self.around[at].style.place == Place::Nowhere
                && (at == 0 || self.around[at - 1].style.place != Place::Nowhere)
        };
        if let Some(at) = met
            && is_in(ends, &self.around[at].name)
            && !(at + 1..self.around.len()).any(hides)
        {
            self.close_to(at);
        }
    }

    fn close(&mut self, name: &str) {
        // What is not of the table cannot be closed from inside it.
        let free = is_in("table thead tbody tfoot tr td th", name);
        let met = self.around.iter().rposition(|open| {
            open.name == name || (!free && matches!(open.name.as_str(), "table" | "td" | "th"))
        });
        if let Some(at) = met
            && self.around[at].name == name
        {
            self.close_to(at);
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.around.len() > depth {
            let Some(Around { name, style, is_block, is_quote, is_apart, .. }) = self.around.pop()
            else {
                return;
            };
            let outer = self.style().place;
            if is_quote && let Some(around) = self.outside_quotes.pop() {
                self.end_block();
                let quote = std::mem::replace(&mut self.blocks, around);
                self.blocks.add_quote(quote);
            }
            match name.as_str() {
                "td" | "th" if outer < Place::Cell && style.place == Place::Cell => {
                    let (line, item) = (self.take_line(), self.item.take());
                    self.blocks.add_cell(line, style, item);
                }
                "q" => self.text("\u{a0}»"),
                "tr" | "tbody" if outer < Place::Cell => self.blocks.end_row(),
                "table" if outer < Place::Cell => {
                    self.blocks.end_row();
                    self.blocks.end_table();
                }
                _ => {}
            }
            if name == "table" {
                self.tables.pop();
            }
            if is_block {
                self.edge(outer);
            } else if is_apart {
                self.gap.push(' ');
            }
        }
    }

    /// `<!…>`: where the copied part is, and Word's signs of items.
    fn aside(&mut self, text: &str) {
        match text {
            "StartFragment" => self.outside = false,
            "EndFragment" => self.outside = self.fragment,
            "[if !supportLists]" => self.in_sign = true,
            "[endif]" => self.in_sign = false,
            _ => {}
        }
    }

    fn line_break(&mut self) {
        match self.style().place {
            _ if self.outside => {}
            Place::Code => self.line.push("\n", 0, ""),
            Place::Body if self.style().heading == 0 => {
                self.gap.clear();
                self.breaks += 1;
            }
            _ => self.part(),
        }
    }

    fn rule(&mut self) {
        if self.style().place == Place::Body && !self.outside {
            self.end_block();
            self.blocks.add_rule(self.style().level);
        }
    }
}

/// Whether a tag that is none of a block is shown as one: on lines of its own.
fn stands_apart(tag: &Tag<'_>) -> bool {
    let shown = display(tag);
    tag.get("data-stringify-type") == "paragraph-break"
        || tag.get("role") == "row"
        || ["block", "list-item", "flex", "grid", "table", "table-row", "flow-root"]
            .contains(&shown.as_str())
}

fn is_cell(tag: &Tag<'_>) -> bool {
    display(tag) == "table-cell" || ["cell", "gridcell", "columnheader"].contains(&tag.get("role"))
}

/// Whether what a tag holds stands side by side.
fn is_row(tag: &Tag<'_>) -> bool {
    ["flex", "grid", "inline-flex", "table-row"].contains(&display(tag).as_str())
}

/// How a tag says that it is shown.
fn display(tag: &Tag<'_>) -> String {
    let style = tag.get("style").to_ascii_lowercase();
    let mut words = style.split(';').filter_map(|it| it.split_once(':'));
    words
        .rfind(|(name, _)| name.trim() == "display")
        .map_or_else(String::new, |(_, value)| value.trim().to_owned())
}
