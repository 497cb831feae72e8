//! A note of reference: an address, what its page says of itself, and why it matters. The page is
//! read when its button is pressed, and never by itself.

use app::notes::fetch::{NotRead, Page};
use maud::{Markup, html};
use projections::notes::note::Note;
use projections::notes::search;

use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::limits::Counted;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How many notes that speak of the same page are named.
const SAME: usize = 3;

/// What is known of a page that somebody wants to write about.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// What it says of itself; `None` while it was not read.
    pub page: Option<Page>,
    /// Notes that speak of it already, which they may read.
    pub same: Vec<Note>,
}

/// What a form that was shown again holds of the page that was read.
pub(super) fn of_form(form: &Form) -> Option<Page> {
    let title = form.maybe("source_title")?;
    let [site, licence] = ["source_site", "source_licence"].map(|name| form.get(name).to_owned());
    let address = form.get("source_address").to_owned();
    Some(Page { address, title: title.to_owned(), site, licence, about: String::new() })
}

/// Reads the page at `to`.
///
/// # Errors
/// The key of the text that says why it was not read.
pub(super) async fn read(visitor: &Visitor, to: &str) -> Result<Page, String> {
    let Some(fetcher) = &visitor.site.hosting.fetcher else { return Err("fetch-off".to_owned()) };
    let limits = &visitor.site.limits;
    let allowed = limits.allow(Counted::FetchFrom, &visitor.address)
        && limits.allow(Counted::Fetch, visitor.viewer.id());
    if !allowed {
        return Err("fetch-busy".to_owned());
    }
    fetcher.read(to).await.map_err(|why: NotRead| format!("fetch-{}", <&str>::from(why)))
}

/// The notes that speak of that page already.
///
/// # Errors
/// When the database is away.
pub(super) async fn same(visitor: &Visitor, to: &str) -> Result<Vec<Note>, Problem> {
    let app = &visitor.site.app;
    let mut same = vec![];
    for found in search::find(&app.db, visitor.viewer.id(), to, 2 * SAME).await? {
        let readable = app.note_for(&visitor.viewer, &found.note).await?;
        same.extend(
            readable.map(|(note, _)| note).filter(|note| note.body.contains(&format!("<{to}>"))),
        );
    }
    same.truncate(SAME);
    Ok(same)
}

/// What is known, as its form shows and sends it again.
pub(super) fn show(visitor: &Visitor, known: &Known) -> Markup {
    let voice = &visitor.voice;
    html! {
        @if let Some(page) = &known.page {
            section.card aria-label=(voice.say("fetch-read")) {
                p { strong dir="auto" { (page.title) } }
                p.by { (page.site) @if !page.licence.is_empty() { " · " (page.licence) } }
                @if !page.about.is_empty() { p dir="auto" { (page.about) } }
                @if page.licence.is_empty() { p.small { (voice.say("fetch-no-licence")) } }
            }
            input type="hidden" name="source_address" value=(page.address);
            input type="hidden" name="source_title" value=(page.title);
            input type="hidden" name="source_site" value=(page.site);
            input type="hidden" name="source_licence" value=(page.licence);
        }
        @if !known.same.is_empty() {
            div.banner role="status" {
                p { (voice.say("fetch-same")) }
                ul.plain { @for note in &known.same { li { a dir="auto" href=(address::note(&note.note)) { (note.title) } } } }
            }
            input type="hidden" name="source_same" value="1";
        }
    }
}
