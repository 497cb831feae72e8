//! People's words made safe HTML. With [`crate::parts::icon`] and
//! [`crate::qr`], the only place that hands out HTML it did not write.
//!
//! Raw HTML in a note is shown as text. Images are links: a page of ours asks no
//! other site for anything. Headings begin at 2, under the note's title.

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, format_html, parse_document};
use maud::{Markup, PreEscaped};

/// Renders Markdown.
pub fn render(text: &str) -> Markup {
    let arena = Arena::new();
    let options = options();
    let root = parse_document(&arena, text, &options);
    for node in root.descendants() {
        let mut data = node.data_mut();
        match &mut data.value {
            NodeValue::Heading(heading) => heading.level = heading.level.max(2),
            NodeValue::Image(link) => {
                let link = link.clone();
                data.value = NodeValue::Link(link);
            }
            _ => {}
        }
    }
    let mut html = String::new();
    if format_html(root, &options, &mut html).is_err() {
        return maud::html! { pre { (text) } };
    }
    // Where links lead was chosen by whoever wrote them, not by us.
    let html = html
        .replace("<a href=\"http", "<a rel=\"ugc nofollow noopener\" href=\"http")
        .replace("<table>", "<div class=\"table\"><table>")
        .replace("</table>", "</table></div>");
    PreEscaped(html)
}

/// The first words of a text, without its Markdown: for cards and searches.
pub fn excerpt(text: &str, longest: usize) -> String {
    let plain: Vec<String> = text
        .lines()
        .map(|line| {
            line.trim_start_matches(['#', '-', '*', '>', ' ', '\t']).replace(['*', '`', '\\'], "")
        })
        .filter(|line| !line.trim().is_empty())
        .collect();
    let plain = plain.join(" · ");
    if plain.chars().count() <= longest {
        return plain;
    }
    let cut: String = plain.chars().take(longest).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    format!("{whole}…")
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = false;
    options.render.escape = true;
    options.render.hardbreaks = true;
    options
}
