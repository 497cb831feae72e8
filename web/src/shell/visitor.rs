//! Whoever is asking: person, device, language.

mod device;

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::{Arc, OnceLock};

use app::access::Viewer;
use app::engine::envelope::CommandId;
use app::engine::secrets::token;
use app::notes::audience::{LINKS_HELD, SECRET};
use app::people::identities::Someone;
use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::workshops::workshop::Tone;
use migrations::DbError;
use poem::http::{Method, header};
use poem::{FromRequest, Request, RequestBody, Response};
use projections::workshops::workshop::Workshop;

use crate::shell::form::{Form, query};
use crate::shell::per_address::network;
use crate::shell::problem::Problem;
use crate::shell::state::Site;
use crate::shell::voice::{Language, Voice};

/// How long a cookie lives, in seconds: four hundred days, the most browsers keep.
const COOKIE_LIFE: u64 = 400 * 24 * 3600;

/// Whoever is asking for a page.
#[derive(Clone)]
pub struct Visitor {
    /// The site they are on.
    pub site: Site,
    /// Who they are to the commons.
    pub viewer: Viewer,
    /// How we speak to them.
    pub voice: Voice,
    /// The secret of their device, from its signed cookie.
    pub device: Option<String>,
    /// The secret of their phone, from its own cookie: what a door form is bound to, and what
    /// an account knows a device by. It proves nothing else.
    pub phone: Option<String>,
    /// The kind of device they are on, in one word: `phone`, `computer`.
    pub kind: &'static str,
    /// The token of their session, if they have one.
    pub session: Option<String>,
    /// The address they come from.
    pub address: String,
    /// The path they asked for.
    pub path: String,
    /// The named parts of it, as its route has them.
    pub parts: Arc<HashMap<String, String>>,
    /// What stands after `?` in it.
    pub query: Form,
    /// Whether this page may not show yet what they have just done.
    pub behind: bool,
    /// Whether something of theirs waits for them, on a page that says so.
    pub awaited: bool,
    /// Whether they sent a form: a page that answers it is not asked for again.
    pub sent: bool,
}

/// Put in a request whose page cannot wait any longer for what was just done.
#[derive(Clone, Copy)]
pub struct Behind;

impl<'a> FromRequest<'a> for Visitor {
    async fn from_request(req: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        if let Some(visitor) = req.data::<Self>() {
            return Ok(Self { parts: parts(req), ..visitor.clone() });
        }
        let site = req.data::<Site>().expect("every route has the site").clone();
        let session = cookie(req, &site, SESSION);
        let someone = match &session {
            Some(token) => {
                site.app.people().person_for_session(token).await.map_err(Problem::from)?
            }
            None => None,
        };
        let someone = match someone {
            Some(someone) if someone.scribe.is_some() => {
                as_scribe(&site, someone, req.uri().path()).await?
            }
            other => other,
        };
        let awaited = match &someone {
            Some(known) if says_what_waits(req) => {
                let app = &site.app;
                app.notes().awaits(known).await.map_err(Problem::from)?
                    || app.groups().join_awaits(&known.person).await.map_err(Problem::from)?
            }
            _ => false,
        };
        let visitor = Self {
            voice: site.voice_for(language(req, &site), req.uri().path(), someone.as_ref()),
            viewer: Viewer { someone, links: links(req, &site) },
            device: cookie(req, &site, DEVICE).and_then(|signed| device_secret(&site, &signed)),
            phone: cookie(req, &site, PHONE).filter(|secret| is_secret(secret)),
            kind: kind(req),
            session,
            address: address(req, &site),
            path: req.uri().path().to_owned(),
            parts: parts(req),
            query: query(req),
            behind: req.data::<Behind>().is_some(),
            awaited,
            sent: req.method() == Method::POST,
            site,
        };
        if let Some(whose) = req.data::<Whose>() {
            whose.0.get_or_init(|| visitor.mark());
        }
        Ok(visitor)
    }
}

/// Whether what is asked for is a page with the ways in around it: not an act, nor what a browser
/// asks for by itself, nor a step of a path.
fn says_what_waits(req: &Request) -> bool {
    let header = |name| req.headers().get(name).and_then(|it| it.to_str().ok()).unwrap_or_default();
    req.method() == Method::GET
        && header(header::ACCEPT).contains("text/html")
        && !req.uri().path().starts_with(&crate::shell::address::door(""))
}

/// The mark of whoever asks, once it is known: a page that says why another cannot be shown
/// offers the words that this browser keeps for them.
#[derive(Clone, Default)]
pub struct Whose(Arc<OnceLock<String>>);

impl Whose {
    /// The same as [`Visitor::mark`]; empty too while nobody asked.
    pub fn mark(&self) -> &str {
        self.0.get().map_or("", String::as_str)
    }
}

impl Visitor {
    /// A named part of the address they asked for: empty when its route has no such part.
    pub fn part(&self, name: &str) -> &str {
        self.parts.get(name).map_or("", String::as_str)
    }

    /// The id that a part of the address is.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when it could not be one.
    pub fn id<I: FromStr>(&self, name: &str) -> Result<I, Problem> {
        self.part(name).parse().map_err(|_| Problem::NotFound)
    }

    /// Their id, or a page that asks them to sign in.
    pub fn person(&self) -> Result<&PersonId, Problem> {
        self.viewer.person().ok_or(Problem::SignIn)
    }

    /// The mark of whoever asks, for what a browser keeps: empty for a stranger.
    pub fn mark(&self) -> String {
        self.viewer.person().map_or_else(String::new, |person| self.mark_of(person))
    }

    /// The mark of `person`, for what a browser keeps: words kept for somebody are never
    /// sent, nor shown, as somebody else.
    pub fn mark_of(&self, person: &PersonId) -> String {
        self.site.app.secrets.mark("phone", &[person.as_str()])[..16].to_owned()
    }

    /// The same visitor, spoken to as a workshop wants.
    #[must_use]
    pub fn in_tone(mut self, tone: Tone) -> Self {
        self.voice = self.voice.in_tone(tone);
        self
    }

    /// The same visitor, before something of the whole workshop: it has a tone and a language
    /// of its own, whatever the browser in front of it says.
    #[must_use]
    pub fn before(mut self, workshop: &Workshop) -> Self {
        self.voice.language = workshop.live.details.language.unwrap_or_default().into();
        self.in_tone(workshop.tone)
    }

    /// A fresh idempotency key for a form of theirs.
    pub fn command_id(&self) -> String {
        CommandId::fresh().as_str().to_owned()
    }

    /// Opens a session for `person`, in place of the one they had: a token never
    /// outlives a change of what it allows.
    pub async fn sign_in(&self, person: &PersonId, response: &mut Response) -> Result<(), DbError> {
        if let Some(old) = &self.session {
            self.site.app.people().close_session(old).await?;
        }
        let token = self.site.app.people().open_session_on(person, self.kind).await?;
        set_cookie(&self.site, response, SESSION, &token);
        Ok(())
    }

    /// [`Visitor::sign_in`], to an account: it knows this device from now on.
    pub async fn sign_in_to_account(
        &self,
        person: &PersonId,
        response: &mut Response,
    ) -> Result<(), DbError> {
        let phone = self.give_phone(response);
        self.site.app.people().know_device(person, &phone).await?;
        self.sign_in(person, response).await
    }

    /// The secret of this phone, given to it if it has none.
    pub fn give_phone(&self, response: &mut Response) -> String {
        self.phone.clone().unwrap_or_else(|| {
            let secret = token();
            set_cookie(&self.site, response, PHONE, &secret);
            secret
        })
    }

    /// Goes on in the place of `teller`, for whom `scribe` writes on this device in
    /// `workshop`.
    pub async fn write_for(
        &self,
        teller: &PersonId,
        (scribe, workshop): (&PersonId, &WorkshopId),
        response: &mut Response,
    ) -> Result<(), DbError> {
        if let Some(old) = &self.session {
            self.site.app.people().close_session(old).await?;
        }
        let token = self.site.app.people().open_session_for(teller, scribe, workshop).await?;
        set_cookie(&self.site, response, SESSION, &token);
        Ok(())
    }

    /// Ends their session.
    pub async fn sign_out(&self, response: &mut Response) -> Result<(), DbError> {
        if let Some(token) = &self.session {
            self.site.app.people().close_session(token).await?;
        }
        set_cookie(&self.site, response, SESSION, "");
        // Whoever comes next reads nothing by the links of whoever left.
        set_cookie(&self.site, response, LINKS, "");
        Ok(())
    }

    /// Holds the link of a note on this device, in place of the oldest when it holds as many as it
    /// may.
    pub fn hold_link(&self, secret: &str, response: &mut Response) {
        let others = self.viewer.links.iter().filter(|held| *held != secret).take(LINKS_HELD - 1);
        let held: Vec<&str> = std::iter::once(secret).chain(others.map(String::as_str)).collect();
        set_cookie(&self.site, response, LINKS, &held.join("."));
    }

    /// Remembers the language they chose.
    pub fn choose_language(&self, language: Language, response: &mut Response) {
        set_cookie(&self.site, response, LANGUAGE, language.code());
    }
}

const SESSION: &str = "session";
const DEVICE: &str = "appareil";
const PHONE: &str = "telephone";
const LANGUAGE: &str = "langue";
const SEEN: &str = "vu";
const LINKS: &str = "liens";

/// The named parts of an address that was routed.
fn parts(req: &Request) -> Arc<HashMap<String, String>> {
    Arc::new(req.path_params().unwrap_or_default())
}

/// Whether a cookie is one of the secrets we give.
fn is_secret(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|sign| sign.is_ascii_hexdigit())
}

/// The links to notes that a browser holds, the last one opened first.
fn links(req: &Request, site: &Site) -> Vec<String> {
    let held = cookie(req, site, LINKS).unwrap_or_default();
    let is_one =
        |secret: &&str| secret.len() == SECRET && secret.bytes().all(|it| it.is_ascii_hexdigit());
    held.split('.').filter(is_one).take(LINKS_HELD).map(str::to_owned).collect()
}

/// The kind of device a browser says it is on: for its person to know their sessions by.
fn kind(req: &Request) -> &'static str {
    match req.header(header::USER_AGENT).unwrap_or_default() {
        "" => "",
        agent if agent.contains("Mobi") || agent.contains("Android") => "phone",
        _ => "computer",
    }
}

/// Whoever writes for somebody is them on the path of the workshop they do it in and on the
/// note written there, and nowhere else.
async fn as_scribe(site: &Site, someone: Someone, path: &str) -> Result<Option<Someone>, Problem> {
    let Some((_, place)) = &someone.scribe else { return Ok(Some(someone)) };
    let db = &site.app.db;
    let mut parts = path.trim_start_matches('/').split('/');
    let is_there = match (parts.next(), parts.next()) {
        (Some("a"), Some(code)) => site.app.workshops().is_door_of(code, place).await?,
        (Some("notes"), Some(note)) => match note.parse::<NoteId>() {
            Ok(note) => projections::notes::note::find(db, &note).await?.is_some_and(|note| {
                note.writer == someone.person && note.workshop.as_ref() == Some(place)
            }),
            Err(_) => false,
        },
        _ => false,
    };
    Ok(is_there.then_some(someone))
}

/// The position of the last thing this visitor did, on whichever node they did it.
pub fn seen(req: &Request, site: &Site) -> i64 {
    cookie(req, site, SEEN).and_then(|position| position.parse().ok()).unwrap_or(0)
}

/// Lets the next page, on any node, wait for what was done at `position`.
pub fn has_seen(site: &Site, response: &mut Response, position: i64) {
    set_cookie(site, response, SEEN, &position.to_string());
}

/// The name a cookie has: bound to this very host when the site is on https.
fn cookie_name(site: &Site, name: &str) -> String {
    if site.is_secure() { format!("__Host-{name}") } else { name.to_owned() }
}

/// Whether a browser says that it has a session, good or not.
pub(super) fn has_session(req: &Request, site: &Site) -> bool {
    cookie(req, site, SESSION).is_some()
}

fn cookie(req: &Request, site: &Site, name: &str) -> Option<String> {
    let name = cookie_name(site, name);
    let headers = req.headers().get_all(header::COOKIE);
    let pairs = headers.iter().filter_map(|header| header.to_str().ok());
    pairs
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, value)| *key == name && !value.is_empty())
        .map(|(_, value)| value.to_owned())
}

fn set_cookie(site: &Site, response: &mut Response, name: &str, value: &str) {
    let life = if value.is_empty() { 0 } else { COOKIE_LIFE };
    let secure = if site.is_secure() { "; Secure" } else { "" };
    let name = cookie_name(site, name);
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={life}{secure}");
    let value = cookie.parse().expect("cookies are hexadecimal or a language");
    response.headers_mut().append(header::SET_COOKIE, value);
}

/// The secret in a device cookie, if we signed it.
fn device_secret(site: &Site, signed: &str) -> Option<String> {
    let (secret, mark) = signed.split_once('.')?;
    (is_secret(secret) && site.app.secrets.mark("device", &[secret]) == mark)
        .then(|| secret.to_owned())
}

/// The language chosen on the site, or the browser's.
pub fn language(req: &Request, site: &Site) -> Language {
    match cookie(req, site, LANGUAGE).as_deref() {
        Some("en") => Language::English,
        Some(_) => Language::French,
        None => {
            let header = req.header(header::ACCEPT_LANGUAGE).unwrap_or_default();
            Language::from_header(header)
        }
    }
}

/// The address someone comes from, as it is counted: of a list of a proxy's, the last
/// element of the last line, which the proxy itself wrote; whatever stands before is the
/// visitor's own saying.
pub fn address(req: &Request, site: &Site) -> String {
    let peer = || req.remote_addr().as_socket_addr().map(std::net::SocketAddr::ip);
    let result = || {
        let last = req.headers().get_all("x-forwarded-for").iter().next_back()?;
        last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
    };
    let address = if site.hosting.behind_proxy { result().or_else(peer) } else { peer() };
    address.map_or_else(|| "unknown".to_owned(), network)
}
