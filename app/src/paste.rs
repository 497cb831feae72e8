//! What a browser's clipboard holds becomes Markdown: text copied from a word
//! processor, or from a web page.
//!
//! One pass over the tags writes a small, regular HTML, the only one that the
//! converter (`htmd`) ever sees: that is what keeps hostile input cheap. Copied
//! plain text is left to [`crate::bring`], and showing Markdown safely to the pages
//! that show it.

mod blocks;
mod regular;
mod signs;
mod style;
mod tag;

use domain::text;
use htmd::element_handler::{HandlerResult, Handlers};
use htmd::{Element, HtmlToMarkdown};

/// The longest HTML that is read, in bytes.
pub const PASTE_MAX: usize = 2 * 1024 * 1024;

/// Stands before each link until the end. Unicode promises that it is never a letter.
const LINK: char = '\u{fdd0}';

/// Stands before each sign to be escaped until the end, in the same way.
const ESCAPED: char = '\u{fdd1}';

/// Turns HTML into Markdown. `None` when nothing in it can be read, or too much.
pub fn to_markdown(html: &str) -> Option<String> {
    if html.len() > PASTE_MAX {
        return None;
    }
    let html = text::clean(html);
    let regular = regular::regular(&html)?;
    let told = tidy(&converter().convert(&regular).ok()?)?;
    Some(text::clean(&told).into_owned())
}

/// Whether a sign may be in what is read: it says something, and is not ours.
fn is_read(sign: char) -> bool {
    !matches!(sign, LINK | ESCAPED) && (!sign.is_control() || matches!(sign, '\n' | '\t' | '\r'))
}

/// The last touch: at most two blank lines, and no `!` that makes a link an image.
fn tidy(markdown: &str) -> Option<String> {
    let mut told = String::with_capacity(markdown.len() + 1);
    let mut before = ' ';
    for sign in markdown.chars() {
        match sign {
            LINK | ESCAPED => {}
            '[' if before == LINK && told.ends_with('!') => {
                told.pop();
                told.push_str("\\![");
            }
            '#' | '-' | '+' | '~' if before == ESCAPED => told.extend(['\\', sign]),
            '\n' => {
                told.truncate(told.trim_end_matches(' ').len());
                if !told.ends_with("\n\n\n") {
                    told.push('\n');
                }
            }
            _ => told.push(sign),
        }
        before = sign;
    }
    let told = told.trim_matches([' ', '\n']);
    let readable = told.chars().any(|sign| !sign.is_whitespace() && sign != '-');
    readable.then(|| format!("{told}\n"))
}

/// `htmd`, with our own way where its Markdown is not the house's.
fn converter() -> HtmlToMarkdown {
    HtmlToMarkdown::builder()
        // Our pages show each line of a paragraph on its own.
        .add_handler(vec!["br"], |_: &dyn Handlers, _: Element| Some("\n".into()))
        .add_handler(vec!["hr"], |_: &dyn Handlers, _: Element| Some("\n\n---\n\n".into()))
        .add_handler(vec!["del"], |all: &dyn Handlers, struck: Element| {
            Some(format!("~~{}~~", all.walk_children(struck.node).content).into())
        })
        .add_handler(vec!["a"], |all: &dyn Handlers, link: Element| told_link(all, &link))
        .add_handler(vec!["li"], |all: &dyn Handlers, item: Element| {
            Some(told_item(all, &item).into())
        })
        .add_handler(vec!["figure"], |all: &dyn Handlers, table: Element| told_table(all, &table))
        .add_handler(vec!["section"], |all: &dyn Handlers, row: Element| {
            Some(format!("|{}\n", all.walk_children(row.node).content).into())
        })
        .add_handler(vec!["article"], |all: &dyn Handlers, cell: Element| {
            let text = all.walk_children(cell.node).content;
            Some(format!(" {} |", text.replace('\n', " ").replace('|', "\\|")).into())
        })
        .build()
}

fn told_link(all: &dyn Handlers, link: &Element) -> Option<HandlerResult> {
    let mut address = String::new();
    for sign in link.attrs.first()?.value.chars() {
        // What could end the address early, and begin something else.
        let ends = sign.is_ascii_control() || " <>()[]\\\"`|".contains(sign);
        match u8::try_from(sign) {
            Ok(byte) if ends => address.push_str(&format!("%{byte:02X}")),
            _ => address.push(sign),
        }
    }
    let text = all.walk_children(link.node).content;
    Some(format!("{LINK}[{text}]({address})").into())
}

/// An item: the sign it is given, then its lines under one another.
fn told_item(all: &dyn Handlers, item: &Element) -> String {
    let sign = item.attrs.first().map_or("-".to_owned(), |number| number.value.to_string());
    let under = format!("\n{}", " ".repeat(sign.len() + 1));
    let content = all.walk_children(item.node).content;
    format!("\n{sign} {}", content.trim_matches('\n').replace('\n', &under))
}

/// `htmd` pads each cell to the longest one: a long cell would make a huge table.
fn told_table(all: &dyn Handlers, table: &Element) -> Option<HandlerResult> {
    let rows = table.node.children.borrow();
    let widths: Vec<usize> = rows.iter().map(|row| row.children.borrow().len()).collect();
    let widest = widths.iter().copied().max()?;
    let mut told = String::from("\n\n");
    for (row, width) in rows.iter().zip(&widths) {
        let head = told.len() == 2;
        told.push_str(all.handle(row)?.content.trim_end());
        if head {
            // Cells beyond those of the head would not be shown.
            told.push_str(&"  |".repeat(widest - width));
            told.push_str(&format!("\n|{}", " --- |".repeat(widest)));
        }
        told.push('\n');
    }
    Some(format!("{told}\n").into())
}
