//! `/notes/nouvelle`: a note begun anywhere, in four ways. What is written becomes a draft, which
//! nobody else reads until its writer says so.

mod template;

use app::Failure;
use app::notes::{Words, bring, fetch, paste};
use domain::prose::text::BODY_MAX;
use maud::html;
use poem::Response;
use poem::http::StatusCode;
use projections::notes::note::{self, Note};

use crate::notes::{reference, write};
use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::{Form, Uploads};
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::kept;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The longest address that a note of reference is about.
const ADDRESS_MAX: usize = 2000;

/// How many drafts are proposed to be gone on with.
const DRAFTS: i64 = 5;

/// A way to begin, by its word in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
enum Way {
    /// What exists already: a text, a file.
    #[strum(serialize = "texte")]
    Existing,
    /// A link, and why it matters.
    #[strum(serialize = "reference")]
    Reference,
    /// Headings to write under.
    #[strum(serialize = "gabarit")]
    Template,
    /// A blank page.
    #[strum(serialize = "libre")]
    Blank,
}

impl Way {
    /// In the order they are offered: what exists comes first.
    const OFFERED: [(Self, Icon); 4] = [
        (Self::Existing, Icon::Paste),
        (Self::Reference, Icon::World),
        (Self::Template, Icon::Book),
        (Self::Blank, Icon::Pen),
    ];

    fn word(self) -> &'static str {
        self.into()
    }
}

/// What a page of a way shows.
#[derive(Default)]
struct Shown<'s> {
    /// What the page is called, when its way does not say it all.
    name: Option<String>,
    title: &'s str,
    text: &'s str,
    address: &'s str,
    notice: Option<&'s str>,
    /// Whether that is about the address.
    is_address: bool,
    /// Whether the text is Markdown already, as a script made it of what was pasted.
    is_markdown: bool,
    status: StatusCode,
    /// What is known of the page at the address.
    known: reference::Known,
}

/// The ways; or the page of one of them.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let Ok(way) = visitor.query.get("facon").parse::<Way>() else {
        let drafts = note::unshared_of(&visitor.site.app.db, &person, DRAFTS).await?;
        return Ok(ways(&visitor, &drafts));
    };
    let chosen = visitor.query.get("gabarit");
    let template = template::TEMPLATES.iter().find(|(name, _)| *name == chosen);
    Ok(match (way, template) {
        (Way::Template, None) => template::choice(&visitor, !chosen.is_empty()),
        (Way::Template, Some(template)) => {
            let text = template::body_of(&visitor, template);
            let name = Some(visitor.voice.say(&format!("template-{}", template.0)));
            page(&visitor, Way::Blank, &Shown { name, text: &text, ..Shown::default() })
        }
        _ => page(&visitor, way, &Shown::default()),
    })
}

fn ways(visitor: &Visitor, drafts: &[Note]) -> Response {
    let voice = &visitor.voice;
    // Where those one writes for are: it goes along to the templates.
    let place = template::place(visitor);
    let content = html! {
        p.over { a href=(address::me()) { (voice.say("nav-me")) } }
        h1 { (voice.say("new-title")) }
        p.lead { (voice.say("new-lead")) }
        nav.doors aria-label=(voice.say("new-ways")) {
            @for (way, icon) in Way::OFFERED {
                a.door href={ (address::new_note()) "?facon=" (way.word()) @if !place.is_empty() { "&lieu=" (place) } } {
                    (icon::draw(icon))
                    span {
                        strong { (voice.say(&format!("new-{}", way.word()))) }
                        span { (voice.say(&format!("new-{}-help", way.word()))) }
                    }
                }
            }
        }
        @if !drafts.is_empty() {
            section aria-labelledby="drafts" {
                h2 #drafts { (voice.say("new-drafts")) }
                ul.plain {
                    @for note in drafts { li { a dir="auto" href=(address::editor(&note.note)) { (note.title) } } }
                }
            }
        }
    };
    Page::new(voice.say("new-title"), content).show(visitor)
}

fn page(visitor: &Visitor, way: Way, shown: &Shown<'_>) -> Response {
    let voice = &visitor.voice;
    let label = voice.say("draft-title-label");
    let title = Line { optional: true, ..Line::new("title", &label, shown.title) };
    let files = way == Way::Existing;
    let name = shown.name.clone().unwrap_or_else(|| voice.say(&format!("new-{}", way.word())));
    let content = html! {
        p.over { a href=(address::new_note()) { (voice.say("new-title")) } }
        h1 { (name) }
        p { (voice.say("draft-help")) }
        (field::notice("new", shown.notice.filter(|_| !shown.is_address)))
        form #texte novalidate autocomplete="off" method="post" action=(address::new_note())
            enctype=[files.then_some("multipart/form-data")] {
            (field::key(visitor))
            input type="hidden" name="facon" value=(way.word());
            @match way {
                Way::Existing => {
                    @if shown.is_markdown { input type="hidden" name="markdown" value="1"; }
                    (field::area_in_focus("text", &voice.say("new-text-label"), Some(&voice.say("new-text-help")), shown.text, 10))
                    div.field {
                        label for="file" { (voice.say("new-file")) }
                        p.help #file-help { (voice.say("new-file-help")) }
                        input #file type="file" name="file" accept=".txt,.md,.html,text/plain,text/html" aria-describedby="file-help";
                    }
                }
                Way::Reference => {
                    @let (link, why) = (voice.say("new-address"), voice.say("new-why"));
                    @let wrong = shown.notice.filter(|_| shown.is_address);
                    (Line { kind: "url", focus: true, notice: wrong, ..Line::new("address", &link, shown.address) }.show())
                    @if visitor.site.hosting.fetcher.is_some() {
                        button type="submit" name="action" value="lire" formnovalidate { (voice.say("fetch-button")) }
                    }
                    (reference::show(visitor, &shown.known))
                    (field::area("text", &why, Some(&voice.say("new-why-help")), shown.text, 4))
                    (title.show())
                }
                Way::Blank | Way::Template => {
                    (title.show())
                    (write::surface(voice))
                    (write::toolbar(voice))
                    (field::area("body", &voice.say("draft-body"), Some(&voice.say("edit-body-help")), shown.text, 16))
                }
            }
            button.primary type="submit" { (voice.say("new-keep")) }
        }
        (write::link_sheet(voice))
    };
    Page::new(name, content).edition().status(shown.status).show(visitor)
}

fn is_markdown(form: &Form) -> bool {
    form.get("markdown") == "1"
}

/// What a form holds, as words of a note; or why it could not be read, and with which status.
fn words_of(way: Way, form: &Form, files: &Uploads) -> Result<Words, (&'static str, StatusCode)> {
    let refused = |key| Err((key, StatusCode::UNPROCESSABLE_ENTITY));
    let (title, text) = (form.get("title").to_owned(), form.get("text"));
    let words = |title, body| Ok(Words { title, body, summary: String::new() });
    match way {
        Way::Blank | Way::Template => words(title, form.get("body").to_owned()),
        Way::Reference => {
            let Some(address) = address_of(form.get("address")) else {
                return refused("new-address-wrong");
            };
            if text.trim().is_empty() {
                return refused("new-why-blank");
            }
            let page = reference::of_form(form);
            let title = match &page {
                Some(page) if title.trim().is_empty() => page.title.clone(),
                _ => title,
            };
            words(title, fetch::reference(text, &address, page.as_ref()))
        }
        Way::Existing => {
            let from_file = files.get("file").filter(|file| !file.bytes.is_empty());
            let brought = match from_file.and_then(|_| files.text("file")) {
                None => None,
                Some(Ok(read)) if read.trim().is_empty() => None,
                Some(Ok(read)) if read.len() > BODY_MAX => return refused("matter-long"),
                Some(Ok(read)) => Some(read),
                Some(Err(_)) if files.is_document("file") => return refused("matter-document"),
                Some(Err(_)) => return refused("new-file-unreadable"),
            };
            let pasted = match (is_markdown(form), text.trim().is_empty()) {
                (_, true) => None,
                (true, false) => Some(bring::as_it_is(text)),
                (false, false) => Some(bring::transpose(text)),
            };
            let read = brought.map(|read| match paste::of_page(&read) {
                Some(page) => bring::as_it_is(&page),
                None if files.is_markdown("file") => bring::as_it_is(&read),
                None => bring::transpose(&read),
            });
            match (pasted, read) {
                (None, None) => refused("paste-blank"),
                (Some(one), None) | (None, Some(one)) => words(one.title, one.body),
                // The file goes after what was typed, under its own title.
                (Some(typed), Some(read)) if read.title.is_empty() => {
                    words(typed.title, format!("{}\n\n{}", typed.body, read.body))
                }
                (Some(typed), Some(read)) => words(
                    typed.title,
                    format!("{}\n\n## {}\n\n{}", typed.body, read.title, read.body),
                ),
            }
        }
    }
}

/// The address that was meant: of the web, in one piece; `https` where nothing is said.
fn address_of(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let head = typed.split(['/', '?', '#']).next().unwrap_or_default();
    let whole = match typed.split_once("://") {
        // What stands after a path is a part of it.
        Some((scheme, rest)) if head.ends_with(':') => {
            format!("{}://{rest}", scheme.to_lowercase())
        }
        Some(_) | None => format!("https://{typed}"),
    };
    let rest = whole.strip_prefix("https://").or_else(|| whole.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_plain =
        |sign: char| !sign.is_whitespace() && !sign.is_control() && !"<>\"`".contains(sign);
    let fits = whole.len() <= ADDRESS_MAX && whole.chars().all(is_plain);
    (fits && !host.contains('@') && host.contains('.') && !host.starts_with('.')).then_some(whole)
}

/// What is said of the page at the address before anything is kept: what it says of itself, when
/// that was asked for; that others speak of it already, once.
async fn about(
    visitor: &Visitor,
    form: &Form,
    again: &impl Fn(&str, StatusCode) -> Response,
) -> Result<Option<Response>, Problem> {
    let Some(to) = address_of(form.get("address")) else { return Ok(None) };
    let is_asked = form.get("action") == "lire";
    if !is_asked && form.maybe("source_same").is_some() {
        return Ok(None);
    }
    let page = match is_asked.then(|| reference::read(visitor, &to)) {
        None => reference::of_form(form),
        Some(reading) => match reading.await {
            Ok(page) => Some(page),
            Err(why) => return Ok(Some(again(&why, StatusCode::UNPROCESSABLE_ENTITY))),
        },
    };
    // Where it ended is what others wrote down.
    let found = page.as_ref().map_or(to.as_str(), |page| page.address.as_str());
    let mut same = reference::same(visitor, found).await?;
    if same.is_empty() && found != to {
        same = reference::same(visitor, &to).await?;
    }
    if !is_asked && same.is_empty() {
        return Ok(None);
    }
    let title = match (&page, form.get("title").trim()) {
        (Some(page), "") => page.title.clone(),
        (_, title) => title.to_owned(),
    };
    let address =
        page.as_ref().map_or_else(|| form.get("address").to_owned(), |page| page.address.clone());
    let status = if is_asked { StatusCode::OK } else { StatusCode::CONFLICT };
    let known = reference::Known { page, same };
    let (title, address, text) = (title.as_str(), address.as_str(), form.get("text"));
    let shown = Shown { title, text, address, status, known, ..Shown::default() };
    Ok(Some(self::page(visitor, Way::Reference, &shown)))
}

/// `POST /notes/nouvelle`: the draft, and its page, which asks who will read it.
pub async fn begin(Known { visitor, person }: Known, form: Form, files: Uploads) -> Answer {
    kept::refuse_other(&form, &visitor.mark())?;
    let way: Way = form.get("facon").parse().unwrap_or(Way::Blank);
    let typed = if form.maybe("body").is_some() { form.get("body") } else { form.get("text") };
    let again = |key: &str, status: StatusCode| {
        let notice = visitor.voice.say(key);
        let (title, address) = (form.get("title"), form.get("address"));
        let notice = Some(notice.as_str());
        let is_address = key == "new-address-wrong" || key.starts_with("fetch-");
        let known = reference::Known { page: reference::of_form(&form), same: vec![] };
        let (name, is_markdown) = (None, is_markdown(&form));
        let shown = Shown {
            name,
            title,
            text: typed,
            address,
            notice,
            is_address,
            is_markdown,
            status,
            known,
        };
        page(&visitor, way, &shown)
    };
    if form.broken {
        return Ok(again("form-broken", StatusCode::BAD_REQUEST));
    }
    if way == Way::Reference
        && let Some(answer) = about(&visitor, &form, &again).await?
    {
        return Ok(answer);
    }
    let words = match words_of(way, &form, &files) {
        Ok(words) => words,
        Err((key, status)) => return Ok(again(key, status)),
    };
    match visitor.site.app.notes().draft(&person, None, &words, form.command_id()).await {
        Ok(note) => Ok(go(&format!("{}?nouvelle=1", address::note(&note)))),
        Err(error) => {
            let status = match &error {
                Failure::Words("body", _) => StatusCode::PAYLOAD_TOO_LARGE,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            match Problem::from(error) {
                Problem::Refused(key) => Ok(again(&key, status)),
                other => Err(other),
            }
        }
    }
}
