//! People's words made safe HTML. With [`crate::shell::parts::icon`], [`crate::shell::qr`] and
//! [`crate::shell::typography`], the only place that hands out HTML it did not write.
//!
//! Raw HTML in a note is shown as text. Pictures of this site are shown, in a size for the screen;
//! those of others are links: a page of ours asks no other site for anything. Headings begin at 2, under the note's title.

mod excerpt;

use app::engine::blocking::aside;
use app::files::picture::SIZES;
use comrak::nodes::{AstNode, NodeList, NodeValue};
use comrak::{Arena, format_html};
use domain::core::ids::FileId;
use domain::prose::markdown::{options, parse};
use domain::prose::text;
use maud::{Markup, PreEscaped};

use crate::shell::address::{self, is_at, pattern};
use crate::shell::problem::Problem;
use crate::shell::typography;
pub use excerpt::{excerpt, fragment};

/// Renders Markdown.
pub fn render(text: &str) -> Markup {
    read(text, None).html
}

/// A text that is read as a whole page.
pub struct Rendered {
    pub html: Markup,
    /// Its headings, in order, as words; the one at `n` is at `#partie-n` ([`part`]).
    pub headings: Vec<String>,
}

/// The id of the heading at `at`.
pub fn part(at: usize) -> String {
    format!("partie-{at}")
}

/// What is at the end of each heading of a page.
#[derive(Clone, Debug)]
pub struct Pencil {
    /// Where it leads: this and the number of its section (`domain::prose::section`); nowhere for
    /// those who may not change the text.
    pub address: Option<String>,
    /// What it is called.
    pub label: String,
}

/// The longest text, in bytes, that is rendered where it is asked for: some tenths of a
/// millisecond. A longer one is rendered aside, so that the threads that answer others go on.
const SHORT: usize = 8 * 1024;

/// [`render`], aside when the text is long.
///
/// # Errors
/// When the work aside panicked.
pub async fn rendered(text: &str) -> Result<Markup, Problem> {
    if text.len() <= SHORT {
        return Ok(render(text));
    }
    let text = text.to_owned();
    Ok(aside(move || render(&text)).await?)
}

/// A text as a whole page: its headings can be gone to, and have a pencil.
///
/// # Errors
/// When the work aside panicked.
pub async fn page(text: &str, pencil: Pencil) -> Result<Rendered, Problem> {
    if text.len() <= SHORT {
        return Ok(read(text, Some(&pencil)));
    }
    let text = text.to_owned();
    Ok(aside(move || read(&text, Some(&pencil))).await?)
}

fn read(text: &str, pencil: Option<&Pencil>) -> Rendered {
    let arena = Arena::new();
    let options = options();
    let root = parse(&arena, text);
    let mut headings = vec![];
    if let Some(Pencil { address, label }) = pencil {
        let found =
            root.children().filter(|node| matches!(node.data().value, NodeValue::Heading(_)));
        for (at, node) in found.enumerate() {
            headings.push(words_of(node));
            let raw = |html: Markup| arena.alloc(NodeValue::Raw(html.into_string()).into());
            // Written by us from our own texts, around a number.
            node.prepend(raw(maud::html! { span.anchor id=(part(at)) {} }));
            if let Some(address) = address {
                node.append(raw(maud::html! {
                    " " a.pencil href={ (address) (at) } aria-label=(label) title=(label) { "✎" }
                }));
            }
        }
    }
    let leads_astray = |node: &&AstNode<'_>| match &node.data().value {
        NodeValue::Link(link) | NodeValue::Image(link) => !is_good(&link.url),
        _ => false,
    };
    let astray: Vec<_> = root.descendants().filter(leads_astray).collect();
    for node in astray {
        // Its words stay, and lead nowhere.
        while let Some(child) = node.first_child() {
            node.insert_before(child);
        }
        node.detach();
    }
    show_pictures(root, &arena);
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
    for node in root.descendants() {
        label_task(&arena, node);
    }
    begin_right(root, &arena);
    let mut html = String::new();
    if format_html(root, &options, &mut html).is_err() {
        return Rendered { html: maud::html! { pre { (text) } }, headings: vec![] };
    }
    // Where links lead was chosen by whoever wrote them, not by us. The rest is what HTML of
    // today asks for: words cannot look like a tag, their signs are escaped.
    let html = told_out(&html)
        // What scrolls sideways is reached with the keyboard too.
        .replace("<pre>", "<pre tabindex=\"0\">")
        .replace("<table>", "<div class=\"table\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>")
        .replace(" align=\"center\"", " class=\"centered\"")
        .replace(" align=\"right\"", " class=\"to-end\"")
        .replace(" align=\"left\"", "")
        .replace(" />", ">");
    Rendered { html: typography::curl(PreEscaped(html)), headings }
}

/// Pictures that were added to something here are shown: who may see one is asked when it is sent.
fn show_pictures<'a>(root: &'a AstNode<'a>, arena: &'a Arena<'a>) {
    let file = |node: &'a AstNode<'a>| match &node.data().value {
        NodeValue::Image(link) => file_at(&link.url),
        _ => None,
    };
    let pictures: Vec<_> =
        root.descendants().filter_map(|node| Some((node, file(node)?))).collect();
    for (node, file) in pictures {
        let alt = words_of(node);
        let in_size = |side: u32| address::file_in_size(&file, side);
        let sizes: Vec<_> =
            SIZES.iter().map(|size| format!("{} {}w", in_size(size.side), size.side)).collect();
        let picture = maud::html! {
            img src=(in_size(SIZES[1].side)) srcset=(sizes.join(", "))
                sizes="(min-width: 46rem) 42rem, 92vw" loading="lazy" alt=(alt);
        };
        let raw = arena.alloc(NodeValue::Raw(picture.into_string()).into());
        node.insert_before(raw);
        node.detach();
    }
}

/// The file that an address of ours leads to, if it leads to one.
fn file_at(url: &str) -> Option<FileId> {
    is_at(url, pattern::file).then(|| url.rsplit('/').next()?.parse().ok())?
}

/// The words of a heading.
fn words_of<'a>(node: &'a AstNode<'a>) -> String {
    let mut words = String::new();
    for inside in node.descendants() {
        match &inside.data().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// Blocks whose first letter is read from the right begin there, with their bullets.
fn begin_right<'a>(root: &'a AstNode<'a>, arena: &'a Arena<'a>) {
    let first = |node: &'a AstNode<'a>| match &node.data().value {
        NodeValue::Text(words) if words.chars().any(char::is_alphabetic) => {
            Some(text::begins_right(words))
        }
        _ => None,
    };
    let is_right = |block: &&'a AstNode<'a>| block.descendants().find_map(first) == Some(true);
    for block in root.children().filter(is_right).collect::<Vec<_>>() {
        let raw = |html: &str| arena.alloc(NodeValue::Raw(html.to_owned()).into());
        block.insert_before(raw("<div dir=\"rtl\">\n"));
        block.insert_after(raw("</div>\n"));
    }
}

/// A line with a box becomes the label of that box, which then has a name for ears.
fn label_task<'a>(arena: &'a Arena<'a>, node: &'a AstNode<'a>) {
    let done = match &node.data().value {
        NodeValue::TaskItem(task) => task.symbol.is_some(),
        _ => return,
    };
    let Some(line) =
        node.first_child().filter(|child| matches!(child.data().value, NodeValue::Paragraph))
    else {
        return;
    };
    let raw = |html: &str| arena.alloc(NodeValue::Raw(html.to_owned()).into());
    let begins = maud::html! { input type="checkbox" disabled checked[done]; " " };
    line.prepend(raw(&format!("<label>{}", begins.into_string())));
    line.append(raw("</label>"));
    node.data_mut().value = NodeValue::Item(NodeList::default());
}

/// Says of each link that leads out, however its address is written (`HTTPS://`, `//`), that
/// others chose where it leads.
fn told_out(html: &str) -> String {
    const LINK: &str = "<a href=\"";
    let mut text = String::with_capacity(html.len());
    for (at, piece) in html.split(LINK).enumerate() {
        let out = ["http:", "https:", "//"].iter().any(|begin| {
            piece.get(..begin.len()).is_some_and(|start| start.eq_ignore_ascii_case(begin))
        });
        text.push_str(match (at, out) {
            (0, _) => "",
            (_, true) => "<a rel=\"ugc nofollow noopener\" href=\"",
            (_, false) => LINK,
        });
        text.push_str(piece);
    }
    text
}

/// Where links may lead: to a page, to a mailbox, to a telephone, or on this site.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Whether a link leads where links may: an address without a scheme is one of this site.
fn is_good(url: &str) -> bool {
    let before = url.split(['/', '?', '#']).next().unwrap_or_default();
    match before.split_once(':') {
        None => true,
        Some((scheme, _)) => SCHEMES.iter().any(|good| scheme.trim().eq_ignore_ascii_case(good)),
    }
}
