//! Writes blocks one after another as a regular HTML: opens and closes the lists,
//! the quotes and the tables that hold them.
//!
//! Tables are written as `figure`, `section` and `article`, which the parser nests
//! as they come: it would move what it finds misplaced in a real table.

use super::style::{Place, QUOTED, Style};

/// Deeper items are told at this depth.
const LEVEL_MAX: usize = 9;

#[derive(Default)]
pub(super) struct Blocks {
    out: String,
    /// The last number of each open list, 0 for bullets.
    lists: Vec<usize>,
    quoted: bool,
    row: String,
    /// Whether a cell of the row has text.
    row_told: bool,
    in_table: bool,
}

impl Blocks {
    pub(super) fn len(&self) -> usize {
        self.out.len() + self.row.len()
    }

    /// The whole, once everything is closed.
    pub(super) fn finish(mut self) -> String {
        self.end_row();
        self.end_table();
        self.end_lists(0);
        self.out
    }

    /// A block. `item` is the number of the item that it begins, 0 for a bullet.
    pub(super) fn add(&mut self, line: &str, style: Style, item: Option<usize>) {
        self.end_table();
        self.quote(style.has(QUOTED));
        let text = match style.place {
            Place::Code => format!("<pre><code>{}</code></pre>", line.trim_matches('\n')),
            _ => line.to_owned(),
        };
        match item {
            Some(number) if style.level > 0 => self.add_item(&text, style.level, number),
            _ => {
                self.end_lists(style.level);
                self.out.push_str(&match (style.place, style.heading) {
                    (Place::Code, _) => text,
                    (_, level) if level > 0 && style.level == 0 => {
                        format!("<h{level}>{text}</h{level}>")
                    }
                    _ => format!("<p>{text}</p>"),
                });
            }
        }
    }

    pub(super) fn add_rule(&mut self) {
        self.end_table();
        self.end_lists(0);
        self.out.push_str("<hr>");
    }

    pub(super) fn add_cell(&mut self, text: &str, span: usize) {
        self.row_told |= !text.is_empty();
        self.row.push_str(&format!("<article>{text}</article>"));
        self.row.push_str(&"<article></article>".repeat(span.saturating_sub(1)));
    }

    pub(super) fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        if std::mem::take(&mut self.row_told) {
            self.end_lists(0);
            let begins = !std::mem::replace(&mut self.in_table, true);
            self.out.push_str(if begins { "<figure>" } else { "" });
            self.out.push_str(&format!("<section>{row}</section>"));
        }
    }

    pub(super) fn end_table(&mut self) {
        if std::mem::take(&mut self.in_table) {
            self.out.push_str("</figure>");
        }
    }

    fn add_item(&mut self, text: &str, level: usize, number: usize) {
        // An item three levels under nothing is under nothing.
        let level = level.min(self.lists.len() + 1).min(LEVEL_MAX);
        self.end_lists(level);
        if self.lists.get(level - 1).is_some_and(|last| (*last > 0) != (number > 0)) {
            self.end_lists(level - 1);
        }
        if let Some(last) = self.lists.get_mut(level - 1) {
            *last += usize::from(*last > 0);
            self.out.push_str("</li>");
        } else {
            self.lists.push(number);
            self.out.push_str("<ul>");
        }
        let number = self.lists.last().copied().unwrap_or_default();
        let sign = if number > 0 { format!(" id=\"{number}.\"") } else { String::new() };
        self.out.push_str(&format!("<li{sign}>{text}"));
    }

    fn end_lists(&mut self, level: usize) {
        while self.lists.len() > level {
            self.lists.pop();
            self.out.push_str("</li></ul>");
        }
    }

    fn quote(&mut self, quoted: bool) {
        if self.quoted != quoted {
            self.end_lists(0);
            self.out.push_str(if quoted { "<blockquote>" } else { "</blockquote>" });
            self.quoted = quoted;
        }
    }
}
