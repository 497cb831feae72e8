//! Lines that were read, written as Markdown.

use super::escape::escaped;
use super::heading;
use super::lines::{self, Line};
use super::outline::Outline;

/// Deeper quotes are written at this depth.
const QUOTES_MAX: usize = 5;

/// How lines are written.
#[derive(Clone, Copy)]
pub(super) struct How {
    /// Whether a title was taken before them.
    pub(super) has_title: bool,
    /// Whether lines that look like headings are some.
    pub(super) headings: bool,
    /// How many quotes are around.
    pub(super) quotes: usize,
}

impl Default for How {
    fn default() -> Self {
        Self { has_title: false, headings: true, quotes: 0 }
    }
}

impl How {
    pub(super) fn markdown(self, lines: &[Line]) -> String {
        let mut result = String::new();
        let mut lists = Outline::default();
        let mut section = false;
        // What follows the title at once is its subtitle, not a section.
        let subtitle =
            lines.iter().position(|line| *line != Line::Blank).filter(|_| self.has_title);
        for (at, line) in lines.iter().enumerate() {
            if !lists.is_empty() && !matches!(line, Line::Blank | Line::Item(_)) {
                result.push('\n');
            }
            match line {
                Line::Blank => {}
                Line::Item(item) => {
                    let apart = at > 0 && lines[at - 1] == Line::Blank;
                    let (sign, must_part) = lists.sign(item, apart);
                    if must_part && !result.is_empty() && !result.ends_with("\n\n") {
                        result.push('\n');
                    }
                    let text: Vec<String> = item.text.split('\n').map(escaped).collect();
                    let under = format!("\n{}", " ".repeat(lists.width()));
                    result.push_str(&format!("{sign}{}\n", text.join(&under)));
                }
                Line::Text(text) => {
                    let under = lists.under(text.indent);
                    let is_heading = self.headings
                        && under.is_none()
                        && subtitle != Some(at)
                        && self.quotes == 0;
                    let level = if is_heading { heading::level(lines, at, section) } else { None };
                    section |= level == Some(2);
                    let mark =
                        level.map_or(String::new(), |level| format!("{} ", "#".repeat(level)));
                    let before = " ".repeat(under.unwrap_or(0));
                    for line in &text.lines {
                        result.push_str(&format!("{before}{mark}{}\n", escaped(line)));
                    }
                    result.push('\n');
                    if under.is_none() {
                        lists.end();
                    }
                }
                Line::Table(rows) => {
                    result.push_str(&table(rows));
                    lists.end();
                }
                Line::Quote(inner) => {
                    result.push_str(&self.quote(inner));
                    lists.end();
                }
                Line::Rule => {
                    result.push_str("---\n\n");
                    lists.end();
                }
            }
        }
        if !lists.is_empty() {
            result.push('\n');
        }
        result
    }

    /// What a mail answers to.
    fn quote(self, inner: &[String]) -> String {
        let lines: Vec<&str> = if self.quotes + 1 < QUOTES_MAX {
            inner.iter().map(String::as_str).collect()
        } else {
            inner.iter().map(|line| line.trim_start_matches(['>', ' '])).collect()
        };
        let how = Self { has_title: false, quotes: self.quotes + 1, ..self };
        let result = how.markdown(&lines::read(&lines, true));
        if result.trim().is_empty() {
            return String::new();
        }
        let quoted =
            result.trim_end().lines().map(|line| format!("> {line}").trim_end().to_owned());
        format!("{}\n\n", quoted.collect::<Vec<_>>().join("\n"))
    }
}

/// Rows of a spreadsheet as a table, the first as its head.
fn table(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|cell| escaped(cell).replace('|', "\\|")).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
        if at == 0 {
            text.push_str(&format!("|{}\n", " --- |".repeat(row.len())));
        }
    }
    text.push('\n');
    text
}
