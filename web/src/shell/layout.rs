//! The frame around every page.

use maud::{DOCTYPE, Markup, html};
use poem::http::StatusCode;
use poem::{IntoResponse as _, Response};

use crate::shell::address::{self, is_at, pattern};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::said::{SAID, Said};
use crate::shell::state::Site;
use crate::shell::typography;
use crate::shell::visitor::Visitor;
use crate::shell::voice::{Language, Voice};

/// A page, before its frame.
pub struct Page {
    /// What the window is called.
    pub title: String,
    /// What is in it.
    pub content: Markup,
    /// The room around it.
    pub kind: Kind,
    /// Comes back by itself after that many seconds, when nothing better works.
    pub refresh: Option<u32>,
    pub status: StatusCode,
    /// Whether scripts for writing and for looking back come with it.
    pub edition: bool,
    /// Whether it is a step of a path, which goes on without network.
    pub walking: bool,
    /// What is said of it where its address is found or sent; nothing unless it is public.
    pub about: Option<About>,
}

/// What a public page says of itself to search engines, and to those it is sent to.
pub struct About {
    /// One or two sentences.
    pub description: String,
    /// What it is, for those it is sent to.
    pub shared_as: SharedAs,
}

/// What a page is to those it is sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedAs {
    /// A page of the site.
    Website,
    /// Somebody's text.
    Article,
    /// Nothing: it is for one person or a group. It says what the site is, and nothing of itself.
    Nothing,
}

/// How much room there is around a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The whole site around it.
    Site,
    /// One step of a path: nothing to get lost in.
    Step,
    /// A wide page that stays live: a console.
    Live,
    /// A wall: only what is on it.
    Screen,
}

impl Page {
    /// A page of the site.
    pub fn new(title: impl Into<String>, content: Markup) -> Self {
        let (kind, refresh, status) = (Kind::Site, None, StatusCode::OK);
        Self {
            title: title.into(),
            content,
            kind,
            refresh,
            status,
            edition: false,
            walking: false,
            about: None,
        }
    }

    /// A page that anyone may see, in a sentence.
    #[must_use]
    pub fn about(mut self, description: impl Into<String>) -> Self {
        let shared_as = SharedAs::Website;
        self.about = Some(About { description: description.into(), shared_as });
        self
    }

    /// Somebody's text that anyone may read, with its first words.
    #[must_use]
    pub fn article(mut self, description: impl Into<String>) -> Self {
        let shared_as = SharedAs::Article;
        self.about = Some(About { description: description.into(), shared_as });
        self
    }

    /// With the scripts of writing and of looking back.
    #[must_use]
    pub fn edition(mut self) -> Self {
        self.edition = true;
        self
    }

    /// A step of a path, with what keeps it going on poor wifi.
    #[must_use]
    pub fn walking(mut self) -> Self {
        self.walking = true;
        self
    }

    /// In another frame.
    #[must_use]
    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// With another status.
    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Coming back after `seconds`.
    #[must_use]
    pub fn refresh(mut self, seconds: u32) -> Self {
        self.refresh = Some(seconds);
        self
    }

    /// The answer to `visitor`.
    pub fn show(mut self, visitor: &Visitor) -> Response {
        let result = said_of(&visitor.path).filter(|_| self.about.is_none());
        if let Some(key) = result {
            self = self.about(visitor.voice.say(key));
        }
        if self.status != StatusCode::OK {
            self.about = None;
        } else if self.about.is_none() {
            let (description, shared_as) = (visitor.voice.say("about-site"), SharedAs::Nothing);
            self.about = Some(About { description, shared_as });
        }
        let name = visitor.viewer.someone.as_ref().map(|someone| someone.name.clone());
        let frame = Frame {
            site: &visitor.site,
            voice: &visitor.voice,
            path: &visitor.path,
            name: name.as_deref(),
            mark: &visitor.mark(),
            behind: visitor.behind,
            awaited: visitor.awaited,
            sent: visitor.sent,
            said: visitor.query.get(SAID).parse().ok(),
        };
        let status = self.status;
        frame.around(&self).with_status(status).into_response()
    }
}

/// A page for whoever it is, when we know no more of them than their `mark`, or that they are
/// `known`; whether it answers a form that was `sent`.
pub fn bare(
    site: &Site,
    voice: &Voice,
    (title, mark, sent, known): (&str, &str, bool, bool),
    content: &Markup,
) -> Markup {
    let page = Page::new(title, html! { (content) });
    let (behind, awaited, said) = (false, false, None);
    let name = (known || !mark.is_empty()).then_some("");
    Frame { site, voice, path: "/", name, mark, behind, awaited, sent, said }.around(&page)
}

struct Frame<'a> {
    site: &'a Site,
    voice: &'a Voice,
    path: &'a str,
    name: Option<&'a str>,
    mark: &'a str,
    behind: bool,
    awaited: bool,
    sent: bool,
    said: Option<Said>,
}

impl Frame<'_> {
    fn around(&self, page: &Page) -> Markup {
        let voice = self.voice;
        let assets = &self.site.assets;
        let live = matches!(page.kind, Kind::Live | Kind::Screen);
        // Rich text that is pasted becomes what the field can hold, or a sentence says so.
        let pasting = page.content.0.contains(" data-paste=\"");
        let has = |part: &str| page.content.0.contains(part);
        let keeping = page.walking || page.edition || has("<textarea") || has("data-forget");
        typography::curl(html! {
            (DOCTYPE)
            html lang=(voice.language.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (page.title) " · Sillage" }
                    @if let Some(about) = &page.about { (self.about(page, about)) }
                    link rel="stylesheet" href=(assets.style.address());
                    @if page.kind != Kind::Step { link rel="stylesheet" href=(assets.wide.address()); }
                    link rel="icon" href=(assets.icon.address()) type="image/svg+xml";
                    @if let Some(seconds) = page.refresh {
                        // A script does it better: it waits for eyes to be on the page.
                        noscript { meta http-equiv="refresh" content=(seconds); }
                    }
                    script src=(assets.script.address()) defer {}
                    @if live { script src=(assets.live.address()) defer {} }
                    @if keeping { script src=(assets.writing.address()) defer {} }
                    @if page.walking { script src=(assets.walk.address()) defer {} }
                    @if pasting { script src=(assets.pasting.address()) defer {} }
                    @if has("id=\"surface\"") { script src=(assets.surface.address()) defer {} }
                    @if page.edition {
                        script src=(assets.toolbar.address()) type="module" {}
                        script src=(assets.edition.address()) defer {}
                    }
                }
                body.(class(page.kind)) data-refresh=[page.refresh.filter(|_| !live)]
                    data-unformatted=[pasting.then(|| voice.say("paste-unformatted"))]
                    data-unpictured=[pasting.then(|| voice.say("paste-unpictured"))]
                    data-away=(voice.say("state-away"))
                    data-who=[(!self.mark.is_empty()).then_some(self.mark)]
                    data-refused[keeping && page.status.is_client_error()]
                    data-sent[self.sent]
                    data-found=[keeping.then(|| voice.say("state-found"))]
                    data-leaving=[keeping.then(|| voice.say("state-leaving"))]
                    data-nowhere=[keeping.then(|| voice.say("state-nowhere"))] {
                    @if page.kind != Kind::Screen {
                        a.skip href="#contenu" { (voice.say("nav-skip")) }
                        (self.header(page.kind))
                    }
                    main #contenu {
                        @if self.behind {
                            p.notice role="status" {
                                (voice.say("behind")) " "
                                a href=(self.path) { (voice.say("behind-again")) }
                            }
                        }
                        @if let Some(said) = self.said.filter(|_| page.status == StatusCode::OK) {
                            p.just-said role="status" {
                                (icon::draw(Icon::Check)) (voice.say(&format!("said-{}", said.word())))
                            }
                        }
                        (page.content)
                    }
                    @if page.kind != Kind::Screen { (self.footer()) }
                }
            }
        })
    }

    /// What is shown of the page where its address is found or sent.
    fn about(&self, page: &Page, about: &About) -> Markup {
        let description = typography::words(&about.description);
        let kind = match about.shared_as {
            SharedAs::Article => "article",
            SharedAs::Website => "website",
            SharedAs::Nothing => {
                return html! { meta name="description" content=(about.description); };
            }
        };
        let locale = match self.voice.language {
            Language::French => "fr_CA",
            Language::English => "en_CA",
        };
        let address = format!("{}{}", self.site.hosting.public_url, self.path);
        html! {
            meta name="description" content=(description);
            meta property="og:title" content=(typography::words(&page.title));
            meta property="og:description" content=(description);
            meta property="og:type" content=(kind);
            meta property="og:url" content=(address);
            meta property="og:locale" content=(locale);
            meta property="og:site_name" content="Sillage";
        }
    }

    fn header(&self, kind: Kind) -> Markup {
        let voice = self.voice;
        html! {
            header.top {
                a.brand href=(address::home()) { (icon::draw(Icon::Wake)) span { "Sillage" } }
                @if kind != Kind::Step {
                    nav.ways-in aria-label=(voice.say("nav-label")) {
                        (self.way(address::notes(), Icon::Book, "nav-notes"))
                        (self.way(address::communities(), Icon::Boats, "nav-communities"))
                        (self.way(address::workshops(), Icon::Group, "nav-workshops"))
                        (self.way(address::search(), Icon::Search, "nav-search"))
                        // Five at most: on a phone they stand side by side.
                        @if self.name.is_some() { (self.mine()) }
                        @else { (self.way(address::codes(), Icon::Key, "nav-code")) }
                    }
                    @if self.name.is_none() {
                        a.sign-in href=(address::sign_in()) { (voice.say("nav-sign-in")) }
                    }
                }
            }
        }
    }

    /// The way to what is theirs, with a light when something waits for them there.
    fn mine(&self) -> Markup {
        let is_here = self.path == address::me();
        html! {
            a href=(address::me()) aria-current=[is_here.then_some("page")] {
                (icon::draw(Icon::Home)) span { (self.voice.say("nav-me")) }
                @if self.awaited {
                    i.awaits aria-hidden="true" {}
                    span.unseen { " (" (self.voice.say("nav-awaits")) ")" }
                }
            }
        }
    }

    /// One of the ways that are in sight everywhere.
    fn way(&self, to: &str, icon: Icon, key: &str) -> Markup {
        let is_here = self.path == to;
        html! {
            a href=(to) aria-current=[is_here.then_some("page")] {
                (icon::draw(icon)) span { (self.voice.say(key)) }
            }
        }
    }

    fn footer(&self) -> Markup {
        let voice = self.voice;
        let (other, label) = match voice.language {
            Language::French => (Language::English, "English"),
            Language::English => (Language::French, "Français"),
        };
        html! {
            footer.bottom {
                form novalidate method="post" action=(address::language()) {
                    input type="hidden" name="retour" value=(self.path);
                    button.quiet type="submit" name="langue" value=(other.code()) lang=(other.code()) {
                        (label)
                    }
                }
                a href=(address::recorded()) { (voice.say("nav-recorded")) }
                a href=(address::source()) { (voice.say("nav-source")) }
            }
        }
    }
}

/// What is said of a page of the site that anyone may see. Pages of notes say it themselves;
/// addresses that hold a secret, and what is for one person or a group, say nothing.
fn said_of(path: &str) -> Option<&'static str> {
    Some(match path {
        pattern::home => "about-home",
        pattern::notes => "about-notes",
        pattern::search => "about-search",
        pattern::recorded => "about-recorded",
        pattern::source => "about-source",
        pattern::definitions => "about-definitions",
        pattern::codes => "about-code",
        pattern::claim => "about-account",
        pattern::resume => "about-resume",
        pattern::sign_in | pattern::sign_in_code => "about-sign-in",
        _ if is_at(path, pattern::door) => "about-join",
        _ => return None,
    })
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Site => "site",
        Kind::Step => "step",
        Kind::Live => "live",
        Kind::Screen => "screen",
    }
}
