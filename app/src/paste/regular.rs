//! Any HTML becomes a regular one: flat blocks, well nested, no attribute but the
//! address of links and the number of items. Whatever is not for reading is gone.

use super::blocks::Blocks;
use super::signs::{NUMBER_MAX, collapsed, guarded, is_blank, number_of, plain};
use super::style::{CODE, Place, Style, is_in};
use super::tag::{self, Markup, Tag};

/// The longest regular HTML: a link told again in each paragraph could be endless.
const WRITTEN_MAX: usize = 4 * super::PASTE_MAX;

/// Deeper tags say nothing more: their text is kept, their style is not.
const DEPTH_MAX: usize = 200;

const BLOCKS: &str = " address article aside blockquote body caption center dd details dialog div \
     dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html legend li main nav \
     ol p pre section summary table tbody td tfoot th thead tr ul ";
const EMPTY: &str = " area base col embed input link meta param source track wbr ";
/// Their content is not HTML, and not for reading.
const RAW: &str = " iframe noembed noframes script style textarea title ";

const FRAGMENT: &str = "<!--StartFragment-->";

/// Writes the regular HTML; `None` when there would be too much of it.
pub(super) fn regular(html: &str) -> Option<String> {
    let fragment = html.contains(FRAGMENT);
    let mut writer = Writer { fragment, outside: fragment, ..Writer::default() };
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        writer.text(&rest[..at]);
        let (markup, tail) = tag::markup(&rest[at..]);
        rest = tail;
        match markup {
            Markup::Open(tag) if is_in(RAW, &tag.name) => rest = tag::after(rest, &tag.name),
            Markup::Open(tag) => writer.open(&tag),
            Markup::Close(name) => writer.close(&name),
            Markup::Aside(said) => writer.aside(said.trim()),
            Markup::Text => writer.text("&lt;"),
        }
        if writer.told.len() + writer.line.len() > WRITTEN_MAX {
            return None;
        }
    }
    writer.text(rest);
    writer.close_to(0);
    writer.end_block();
    Some(writer.told.finish())
}

/// A tag that is open, with the style inside it.
struct Around<'a> {
    name: String,
    style: Style<'a>,
    is_block: bool,
}

#[derive(Default)]
struct Writer<'a> {
    told: Blocks,
    around: Vec<Around<'a>>,
    /// Whether only a part of the page was copied, and whether this is not it.
    fragment: bool,
    outside: bool,
    /// The block being read, and its style where it began.
    line: String,
    block: Style<'a>,
    /// The elements open in the line.
    marks: Vec<(&'static str, &'a str)>,
    /// Spaces and line breaks that count only if text follows.
    gap: String,
    breaks: usize,
    /// What the next item is told with: its number or 0, and Word's own sign.
    item: Option<usize>,
    start: usize,
    sign: String,
    in_sign: bool,
}

impl<'a> Writer<'a> {
    fn style(&self) -> Style<'a> {
        self.around.last().map_or_else(Style::default, |tag| tag.style)
    }

    fn open(&mut self, tag: &Tag<'a>) {
        match tag.name.as_str() {
            "br" => return self.line_break(),
            "hr" => return self.rule(),
            "img" => return self.text(&format!(" {} ", tag.get("alt").replace('<', "&lt;"))),
            name if is_in(EMPTY, name) => return,
            _ => {}
        }
        let is_block = is_in(BLOCKS, &tag.name);
        if is_block {
            self.end_implied(&tag.name);
            self.edge(self.style().place);
        }
        let style = self.style().inside(tag);
        if tag.name == "ol" {
            self.start = tag.get("start").parse().unwrap_or(1).clamp(1, NUMBER_MAX);
        }
        if style.begins {
            self.item = Some(if style.is_numbered() { self.start } else { 0 });
        }
        if self.around.len() < DEPTH_MAX {
            self.around.push(Around { name: tag.name.clone(), style, is_block });
        }
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
        if let Some(at) = met
            && is_in(ends, &self.around[at].name)
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
            let Some(Around { name, style, is_block }) = self.around.pop() else { return };
            let outer = self.style().place;
            match name.as_str() {
                "td" | "th" if outer < Place::Cell => {
                    let text = self.take_line();
                    self.told.add_cell(&text, style.span);
                }
                "tr" | "tbody" if outer < Place::Cell => self.told.end_row(),
                "table" if outer < Place::Cell => {
                    self.told.end_row();
                    self.told.end_table();
                }
                _ => {}
            }
            if is_block {
                self.edge(outer);
            }
        }
    }

    /// `<!…>`: where the copied part is, and Word's signs of items.
    fn aside(&mut self, said: &str) {
        match said {
            "StartFragment" => self.outside = false,
            "EndFragment" => self.outside = self.fragment,
            "[if !supportLists]" => self.in_sign = true,
            "[endif]" => self.in_sign = false,
            _ => {}
        }
    }

    /// A block begins or ends.
    fn edge(&mut self, place: Place) {
        match place {
            Place::Body => self.end_block(),
            Place::Code if self.line.is_empty() || self.line.ends_with('\n') => {}
            Place::Code => self.line.push('\n'),
            Place::Cell => self.gap.push(' '),
            Place::Sign | Place::Nowhere => {}
        }
    }

    fn line_break(&mut self) {
        match self.style().place {
            _ if self.outside => {}
            Place::Code => self.line.push('\n'),
            Place::Body if self.style().heading == 0 => {
                self.gap.clear();
                self.breaks += 1;
            }
            _ => self.gap.push(' '),
        }
    }

    fn rule(&mut self) {
        if self.style().place == Place::Body && !self.outside {
            self.end_block();
            self.told.add_rule();
        }
    }

    fn text(&mut self, text: &str) {
        let style = self.style();
        if self.outside || style.place == Place::Nowhere {
            return;
        }
        let text = plain(text);
        if style.place == Place::Sign || self.in_sign {
            self.sign.push_str(&text);
        } else if style.place == Place::Code {
            self.block = if self.line.is_empty() { style } else { self.block };
            self.line.push_str(&text);
        } else {
            let inside = text.trim_matches(is_blank);
            let (before, after) = text.split_once(inside).unwrap_or_default();
            self.gap.push_str(if inside.is_empty() { &text } else { before });
            if !inside.is_empty() {
                self.put(inside, style);
                self.gap.push_str(after);
            }
        }
    }

    /// Text without blanks around it, after the gap.
    fn put(&mut self, text: &str, style: Style<'a>) {
        if self.breaks > 1 {
            self.end_block();
        }
        let mut wanted = style.marks();
        // `mot**.**` would show its stars: a sign glued to a word begins nothing.
        let is_glued = !self.line.is_empty() && self.gap.is_empty() && self.breaks == 0;
        if is_glued && !text.contains(char::is_alphanumeric) {
            wanted.retain(|mark| matches!(mark.0, "a" | "code") || self.marks.contains(mark));
        }
        // Nothing but text, on one line, is inside code.
        let same_line = self.breaks == 0;
        let stays = |open: &[(&str, &str)]| {
            open.iter().all(|mark| wanted.contains(mark))
                && (open.last().is_none_or(|last| last.0 != "code")
                    || (open.len() == wanted.len() && same_line))
        };
        while !stays(&self.marks) {
            self.end_mark();
        }
        let gap = std::mem::take(&mut self.gap);
        match (self.line.is_empty(), std::mem::take(&mut self.breaks)) {
            (true, _) => self.block = style,
            (false, 0) => self.line.push_str(&collapsed(&gap)),
            (false, _) => self.line.push_str("<br>"),
        }
        for (name, address) in wanted {
            if !self.marks.contains(&(name, address)) {
                self.marks.push((name, address));
                let address = address.replace('"', "&quot;");
                self.line.push_str(&if name == "a" {
                    format!("<a href=\"{address}\">")
                } else {
                    format!("<{name}>")
                });
            }
        }
        let begins = self.line.is_empty() || self.line.ends_with("<br>");
        let text = collapsed(text);
        self.line.push_str(&if style.has(CODE) { text } else { guarded(&text, begins) });
    }

    fn end_mark(&mut self) {
        if let Some((name, _)) = self.marks.pop() {
            self.line.push_str(&format!("</{name}>"));
        }
    }

    /// The line as it is, ready for another.
    fn take_line(&mut self) -> String {
        while !self.marks.is_empty() {
            self.end_mark();
        }
        self.gap.clear();
        self.breaks = 0;
        self.in_sign = false;
        std::mem::take(&mut self.line)
    }

    fn end_block(&mut self) {
        let line = self.take_line();
        let sign = std::mem::take(&mut self.sign);
        if line.trim_matches(is_blank).is_empty() {
            return;
        }
        let item = self.item.take();
        let item = if sign.is_empty() { item } else { item.map(|_| number_of(&sign)) };
        self.told.add(&line, self.block, item);
    }
}
