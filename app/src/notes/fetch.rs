//! A page of the web that somebody wants to write about: its title, its site, its licence. It is
//! read for them by this site, which lends its place in the network to nobody: only public
//! addresses are asked, at every redirect, and a page has so much time and so many bytes.
//!
//! What is refused, and why, is [`NotRead`]; nothing that was typed is lost by it.

mod head;
mod public;

use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use domain::prose::text;
use http_body_util::{BodyExt as _, Empty};
use hyper::body::{Bytes, Incoming};
use hyper::{Request, Response, header};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::dns::Name;
use hyper_util::client::legacy::{Client, Error};
use hyper_util::rt::TokioExecutor;
use texting_robots::Robot;
use tokio::sync::Semaphore;
use tower_service::Service;
use url::{Host, Origin, Url};

use super::bring::escaped;
use crate::engine::tls;

pub use public::is_public;

/// How long a page has to answer, with all its redirects and its `robots.txt`.
const PATIENCE: Duration = Duration::from_secs(8);

/// How many times a page may send us elsewhere.
const HOPS: usize = 5;

/// How much of a page is read: what is looked for is at its beginning.
const BYTES: usize = 1024 * 1024;

/// How much of a `robots.txt` is read (RFC 9309 asks for 500 KiB at least).
const ROBOTS: usize = 512 * 1024;

/// How many pages are read at once.
const AT_ONCE: usize = 8;

/// What we call ourselves.
const AGENT: &str = "Sillage";

/// What a page says of itself. Every text is one line, and short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Where it is, once redirects were followed.
    pub address: String,
    pub title: String,
    /// The name of its site; that of its host when it says none.
    pub site: String,
    /// What it says it is about; often empty.
    pub about: String,
    /// Its licence, in words when it is a known one, or its address; often empty.
    pub licence: String,
}

/// Why a page was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum NotRead {
    /// It is no address of the web.
    Wrong,
    /// It is, or leads, where only this machine or its neighbours are.
    Private,
    /// It asks programs not to read it.
    Unwelcome,
    /// It did not answer in time.
    Slow,
    /// It could not be reached, or answered that it is not there.
    Away,
    /// It is no page: a picture, a film, a program.
    NoPage,
    /// It sends elsewhere again and again.
    Turning,
    /// Too many pages are being read.
    Busy,
}

/// Reads pages.
#[derive(Clone, Debug)]
pub struct Fetcher {
    client: Client<HttpsConnector<HttpConnector<Allowed>>, Empty<Bytes>>,
    may: fn(IpAddr) -> bool,
    /// Whether any port is asked, or those of the web alone.
    any_port: bool,
    at_once: Arc<Semaphore>,
}

/// The text of a note about the page at `to`: why it matters, then what the page says of itself,
/// quoted; its address alone when it was not read.
pub fn reference(why: &str, to: &str, page: Option<&Page>) -> String {
    let why = why.trim();
    let Some(page) = page.filter(|page| !page.title.is_empty()) else {
        return format!("{why}\n\n<{to}>\n");
    };
    let of = [page.site.as_str(), page.licence.as_str()];
    let of: Vec<String> = of.into_iter().filter(|it| !it.is_empty()).map(escaped).collect();
    let mut lines = vec![escaped(&page.title), format!("<{to}>")];
    lines.extend((!of.is_empty()).then(|| of.join(" · ")));
    let quoted: Vec<String> = lines.iter().map(|line| format!("> {line}")).collect();
    format!("{why}\n\n{}\n", quoted.join("\n>\n"))
}

/// Finds the addresses of a name, and gives the client those it may ask: what is looked at is what
/// is connected to, the name is not resolved again in between.
#[derive(Clone, Debug)]
struct Allowed(fn(IpAddr) -> bool);

impl Service<Name> for Allowed {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = Box<dyn std::error::Error + Send + Sync>;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let may = self.0;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let found: Vec<SocketAddr> = found.collect();
            // One address inside is enough to ask none: such a name is made to deceive.
            if found.iter().any(|address| !may(address.ip())) {
                return Err(Box::new(Inside) as Self::Error);
            }
            Ok(found.into_iter())
        })
    }
}

/// A name that leads inside.
#[derive(Debug, thiserror::Error)]
#[error("this name leads to a private address")]
struct Inside;

impl Fetcher {
    /// Of the public web.
    pub fn public() -> Self {
        Self::asking(is_public, false)
    }

    /// Of the addresses that `may` allows, on any port: for tests on one machine.
    pub fn only(may: fn(IpAddr) -> bool) -> Self {
        Self::asking(may, true)
    }

    fn asking(may: fn(IpAddr) -> bool, any_port: bool) -> Self {
        let mut connector = HttpConnector::new_with_resolver(Allowed(may));
        connector.enforce_http(false);
        connector.set_connect_timeout(Some(PATIENCE / 2));
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls::client())
            .https_or_http()
            .enable_http1()
            .wrap_connector(connector);
        // Nothing of one person's page is kept open for the next one's.
        let client =
            Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build(connector);
        Self { client, may, any_port, at_once: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// What the page at `address` says of itself.
    ///
    /// # Errors
    /// See [`NotRead`].
    pub async fn read(&self, address: &str) -> Result<Page, NotRead> {
        let _turn = self.at_once.try_acquire().map_err(|_| NotRead::Busy)?;
        let read = self.follow(address);
        tokio::time::timeout(PATIENCE, read).await.unwrap_or(Err(NotRead::Slow))
    }

    async fn follow(&self, address: &str) -> Result<Page, NotRead> {
        let mut url = Url::parse(address).map_err(|_| NotRead::Wrong)?;
        // What a site lets programs read is asked once, wherever it sends us in itself.
        let mut rules: Option<(Origin, Rules)> = None;
        for _ in 0..=HOPS {
            self.check(&url)?;
            let origin = url.origin();
            let known = rules.take().filter(|(of, _)| *of == origin);
            let of_site = match known {
                Some((_, rules)) => rules,
                None => self.rules_of(&url).await?,
            };
            let is_welcome = of_site.allow(&url);
            rules = Some((origin, of_site));
            if !is_welcome {
                return Err(NotRead::Unwelcome);
            }
            let answer = self.ask(&url).await?;
            let status = answer.status();
            if status.is_redirection() {
                let next = answer.headers().get(header::LOCATION);
                let next = next.and_then(|it| it.to_str().ok()).ok_or(NotRead::Away)?;
                url = url.join(next).map_err(|_| NotRead::Wrong)?;
                continue;
            }
            if !status.is_success() {
                return Err(NotRead::Away);
            }
            if !is_page(&answer) {
                return Err(NotRead::NoPage);
            }
            let bytes = beginning(answer, BYTES).await?;
            let words = text::decode(&bytes).map_err(|_| NotRead::NoPage)?;
            return Ok(head::of_page(&url, &words));
        }
        Err(NotRead::Turning)
    }

    /// Whether an address may be asked: of the web, on its ports, with no name in front, and
    /// public when it is written in figures; names are looked at when they are resolved.
    fn check(&self, url: &Url) -> Result<(), NotRead> {
        let is_web = matches!(url.scheme(), "http" | "https");
        if !is_web || !url.username().is_empty() || url.password().is_some() {
            return Err(NotRead::Wrong);
        }
        if !self.any_port && url.port().is_some() {
            return Err(NotRead::Private);
        }
        let figures = match url.host() {
            None => return Err(NotRead::Wrong),
            Some(Host::Domain(_)) => return Ok(()),
            Some(Host::Ipv4(address)) => IpAddr::V4(address),
            Some(Host::Ipv6(address)) => IpAddr::V6(address),
        };
        if (self.may)(figures) { Ok(()) } else { Err(NotRead::Private) }
    }

    async fn ask(&self, url: &Url) -> Result<Response<Incoming>, NotRead> {
        let mut bare = url.clone();
        bare.set_fragment(None);
        let request = Request::get(bare.as_str())
            .header(header::ACCEPT, "text/html")
            .header(header::USER_AGENT, concat!("Sillage/", env!("CARGO_PKG_VERSION")))
            .body(Empty::new())
            .map_err(|_| NotRead::Wrong)?;
        self.client.request(request).await.map_err(|error| why(&error))
    }

    /// What the site of a page lets programs read: what its `robots.txt` says (RFC 9309); without
    /// one, everything; when it cannot answer, nothing.
    async fn rules_of(&self, url: &Url) -> Result<Rules, NotRead> {
        let mut robots = url.clone();
        robots.set_path("/robots.txt");
        robots.set_query(None);
        let answer = self.ask(&robots).await?;
        if answer.status().is_server_error() {
            return Ok(Rules::Nothing);
        }
        if !answer.status().is_success() {
            return Ok(Rules::Everything);
        }
        let bytes = beginning(answer, ROBOTS).await?;
        Ok(Robot::new(AGENT, &bytes).map_or(Rules::Nothing, |robot| Rules::Of(Box::new(robot))))
    }
}

/// What a site lets programs read.
enum Rules {
    Everything,
    Nothing,
    Of(Box<Robot>),
}

impl Rules {
    fn allow(&self, url: &Url) -> bool {
        match self {
            Self::Everything => true,
            Self::Nothing => false,
            Self::Of(robot) => robot.allowed(url.as_str()),
        }
    }
}

/// Why a page could not be asked.
fn why(error: &Error) -> NotRead {
    let mut source: Option<&dyn std::error::Error> = Some(error);
    while let Some(cause) = source {
        if cause.is::<Inside>() {
            return NotRead::Private;
        }
        source = cause.source();
    }
    NotRead::Away
}

fn is_page(answer: &Response<Incoming>) -> bool {
    let kind = answer.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|it| it.to_str().ok()).unwrap_or_default().to_ascii_lowercase();
    ["text/html", "application/xhtml+xml", "text/plain"].iter().any(|known| kind.starts_with(known))
}

/// The beginning of what an answer holds, at most `most` bytes; the rest is never asked for.
async fn beginning(answer: Response<Incoming>, most: usize) -> Result<Vec<u8>, NotRead> {
    let (mut bytes, mut body) = (vec![], answer.into_body());
    while bytes.len() < most {
        let Some(frame) = body.frame().await else { return Ok(bytes) };
        let frame = frame.map_err(|_| NotRead::Away)?;
        if let Some(chunk) = frame.data_ref() {
            bytes.extend_from_slice(&chunk[..chunk.len().min(most - bytes.len())]);
        }
    }
    // A sign that was cut would make the whole look like another encoding.
    if let Err(cut) = std::str::from_utf8(&bytes)
        && cut.error_len().is_none()
    {
        bytes.truncate(cut.valid_up_to());
    }
    Ok(bytes)
}
