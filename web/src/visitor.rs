//! Whoever is asking: person, device, language.

use app::access::Viewer;
use app::envelope::CommandId;
use app::secrets::token;
use domain::ids::PersonId;
use domain::workshop::Tone;
use migrations::DbError;
use poem::http::header;
use poem::{FromRequest, Request, RequestBody, Response};

use crate::form::{Form, query};
use crate::problem::Problem;
use crate::site::{Counted, Site};
use crate::voice::{Language, Voice};

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
    /// The token of their session, if they have one.
    pub session: Option<String>,
    /// The address they come from.
    pub address: String,
    /// The path they asked for.
    pub path: String,
    /// What stands after `?` in it.
    pub query: Form,
    /// Whether this page may not show yet what they have just done.
    pub behind: bool,
}

/// Put in a request whose page cannot wait any longer for what was just done.
#[derive(Clone, Copy)]
pub struct Behind;

impl<'a> FromRequest<'a> for Visitor {
    async fn from_request(req: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        if let Some(visitor) = req.data::<Self>() {
            return Ok(visitor.clone());
        }
        let site = req.data::<Site>().expect("every route has the site").clone();
        let session = cookie(req, &site, SESSION);
        let someone = match &session {
            Some(token) => site.app.holder(token).await.map_err(Problem::from)?,
            None => None,
        };
        // Whoever writes for somebody is them on the path and on its note, and nowhere else.
        let path = req.uri().path();
        let is_path = path.starts_with("/a/") || path.starts_with("/notes/");
        let someone = someone.filter(|one| one.scribe.is_none() || is_path);
        Ok(Self {
            viewer: Viewer { someone },
            voice: Voice::new(site.texts.clone(), language(req, &site)),
            device: cookie(req, &site, DEVICE).and_then(|signed| device_secret(&site, &signed)),
            session,
            address: address(req, &site),
            path: req.uri().path().to_owned(),
            query: query(req),
            behind: req.data::<Behind>().is_some(),
            site,
        })
    }
}

impl Visitor {
    /// Their id, or a page that asks them to sign in.
    pub fn person(&self) -> Result<&PersonId, Problem> {
        self.viewer.person().ok_or(Problem::SignIn)
    }

    /// The same visitor, spoken to as a workshop wants.
    #[must_use]
    pub fn in_tone(mut self, tone: Tone) -> Self {
        self.voice = self.voice.in_tone(tone);
        self
    }

    /// A fresh idempotency key for a form of theirs.
    pub fn command_id(&self) -> String {
        CommandId::fresh().as_str().to_owned()
    }

    /// Gives their device a cookie to like with, if it has none and its address has
    /// not had too many.
    pub fn give_device(&self, response: &mut Response) {
        let known = self.device.is_some() || self.viewer.someone.is_some();
        if known || !self.site.limits.allow(Counted::Device, &self.address) {
            return;
        }
        let secret = token();
        let signed = format!("{secret}.{}", self.site.app.secrets.mark("device", &[&secret]));
        set_cookie(&self.site, response, DEVICE, &signed);
    }

    /// Opens a session for `person`, in place of the one they had: a token never
    /// outlives a change of what it allows.
    pub async fn sign_in(&self, person: &PersonId, response: &mut Response) -> Result<(), DbError> {
        if let Some(old) = &self.session {
            self.site.app.close_session(old).await?;
        }
        let token = self.site.app.open_session(person).await?;
        set_cookie(&self.site, response, SESSION, &token);
        Ok(())
    }

    /// Goes on in the place of `teller`, for whom `scribe` writes on this device.
    pub async fn write_for(
        &self,
        teller: &PersonId,
        scribe: &PersonId,
        response: &mut Response,
    ) -> Result<(), DbError> {
        if let Some(old) = &self.session {
            self.site.app.close_session(old).await?;
        }
        let token = self.site.app.open_session_for(teller, scribe).await?;
        set_cookie(&self.site, response, SESSION, &token);
        Ok(())
    }

    /// Ends their session.
    pub async fn sign_out(&self, response: &mut Response) -> Result<(), DbError> {
        if let Some(token) = &self.session {
            self.site.app.close_session(token).await?;
        }
        set_cookie(&self.site, response, SESSION, "");
        Ok(())
    }

    /// Remembers the language they chose.
    pub fn choose_language(&self, language: Language, response: &mut Response) {
        set_cookie(&self.site, response, LANGUAGE, language.code());
    }
}

const SESSION: &str = "session";
const DEVICE: &str = "appareil";
const LANGUAGE: &str = "langue";
const SEEN: &str = "vu";

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
    (site.app.secrets.mark("device", &[secret]) == mark).then(|| secret.to_owned())
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

/// The address someone comes from; an IPv6 one is its network.
fn address(req: &Request, site: &Site) -> String {
    let told = req.header("x-forwarded-for").and_then(|list| list.rsplit(',').next());
    let address = match told {
        Some(told) if site.hosting.behind_proxy => told.trim().parse().ok(),
        _ => req.remote_addr().as_socket_addr().map(std::net::SocketAddr::ip),
    };
    match address {
        Some(std::net::IpAddr::V6(v6)) if v6.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
        Some(address) => address.to_string(),
        None => "unknown".to_owned(),
    }
}
