//! Tables that only hold a page together: mails are made of them. Nobody who reads sees a table
//! there.

use super::read::RAW;
use super::style::is_in;
use super::tag::{self, Markup};

/// What is known of a table that is open.
struct Open {
    at: usize,
    cells: usize,
    widest: usize,
}

/// For each table in turn, whether it holds the page together: each of its rows has one cell,
/// which is no heading, or it says so itself.
pub(super) fn layouts(html: &str) -> Vec<bool> {
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (markup, tail) = tag::markup(&rest[at..]);
        rest = tail;
        match markup {
            Markup::Open(tag) if is_in(RAW, &tag.name) => rest = tag::after(rest, &tag.name),
            Markup::Open(tag) if tag.name == "table" => {
                let says_so = matches!(tag.get("role"), "presentation" | "none");
                open.push(Open { at: found.len(), cells: 0, widest: 0 });
                found.push(says_so);
            }
            Markup::Open(tag) => {
                if let Some(table) = open.last_mut() {
                    match tag.name.as_str() {
                        "tr" => table.cells = 0,
                        "td" => table.cells += 1,
                        "th" => table.cells += 2,
                        _ => {}
                    }
                    table.widest = table.widest.max(table.cells);
                }
            }
            Markup::Close(name) if name == "table" => {
                if let Some(table) = open.pop() {
                    found[table.at] |= table.widest <= 1;
                }
            }
            Markup::Close(_) | Markup::Aside(_) | Markup::Text => {}
        }
    }
    for table in open {
        found[table.at] |= table.widest <= 1;
    }
    found
}
