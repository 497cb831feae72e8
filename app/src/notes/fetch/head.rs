//! What a page says of itself in its head: the elements `title`, `meta` and `link` of HTML, and the
//! names of Open Graph (<https://ogp.me>).

use std::collections::BTreeMap;

use domain::prose::text;
use html5gum::{Token, Tokenizer};
use url::Url;

use super::Page;

/// The longest description that is shown, in signs.
const ABOUT_MAX: usize = 300;

/// What a page at `url` says of itself.
pub(super) fn of_page(url: &Url, html: &str) -> Page {
    let mut found = BTreeMap::<String, String>::new();
    let mut in_title = false;
    let mut title = String::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let attribute = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes());
                    value.map(|it| String::from_utf8_lossy(it).into_owned()).unwrap_or_default()
                };
                match tag.name.as_slice() {
                    // A drawing in the page has a title of its own.
                    b"title" => in_title = title.is_empty(),
                    b"meta" => {
                        let name = [attribute("property"), attribute("name")].concat();
                        let content = attribute("content");
                        found.entry(name.to_ascii_lowercase()).or_insert(content);
                    }
                    b"link" | b"a" if attribute("rel").split(' ').any(|it| it == "license") => {
                        found.entry("license".to_owned()).or_insert_with(|| attribute("href"));
                    }
                    _ => {}
                }
            }
            Token::EndTag(tag) if tag.name.as_slice() == b"title" => in_title = false,
            Token::String(words) if in_title => title += &String::from_utf8_lossy(&words),
            Token::String(_)
            | Token::EndTag(_)
            | Token::Comment(_)
            | Token::Doctype(_)
            | Token::Error(_) => {}
        }
    }
    page(url, &found, &title)
}

fn page(url: &Url, found: &BTreeMap<String, String>, title: &str) -> Page {
    let said = |names: &[&str]| {
        let words = names.iter().filter_map(|name| found.get(*name));
        words.map(|it| one_line(it)).find(|it| !it.is_empty()).unwrap_or_default()
    };
    let host = url.host_str().unwrap_or_default();
    let or = |words: String, other: String| if words.is_empty() { other } else { words };
    let own = host.trim_start_matches("www.").to_owned();
    let site = or(said(&["og:site_name", "application-name"]), own);
    let name = or(said(&["og:title", "twitter:title", "dc.title"]), one_line(title));
    let mut about = said(&["og:description", "description", "dc.description"]);
    if about.chars().count() > ABOUT_MAX {
        about = about.chars().take(ABOUT_MAX).chain(['…']).collect();
    }
    let licence = licence(url, &said(&["license", "dc.rights", "dcterms.license", "rights"]));
    Page { address: url.to_string(), title: text::short_title(&name), site, about, licence }
}

/// Words on one line, without what no line holds.
fn one_line(words: &str) -> String {
    text::clean(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A licence in words: those of Creative Commons by their address; another by its own address, or
/// what was said of it.
fn licence(page: &Url, said: &str) -> String {
    let Ok(address) = page.join(said) else { return said.to_owned() };
    if said.is_empty() || said.contains(' ') {
        return said.chars().take(ABOUT_MAX).collect();
    }
    let parts: Vec<&str> = address.path().trim_matches('/').split('/').collect();
    let is_commons = address.host_str().is_some_and(|host| host.ends_with("creativecommons.org"));
    match (is_commons, parts.as_slice()) {
        (true, ["licenses", kind, version, ..]) => {
            format!("CC {} {version}", kind.to_ascii_uppercase())
        }
        (true, ["publicdomain", "zero", version, ..]) => format!("CC0 {version}"),
        _ => address.to_string(),
    }
}
