//! What the site says of itself: language, privacy, source, health, files.

use app::engine::health::Health;
use maud::html;
use migrations::DbError;
use poem::http::{StatusCode, header};
use poem::web::Path;
use poem::{FromRequest, IntoResponse as _, Request, RequestBody, Response};

use crate::shell::assets::WORKER;
use crate::shell::extract::Anyone;
use crate::shell::form::Form;
use crate::shell::handler::Rights;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go, is_ours};
use crate::shell::problem::Problem;
use crate::shell::refusals;
use crate::shell::state::Site;
use crate::shell::voice::Language;

/// `POST /langue`: the language they want, kept in a cookie.
pub async fn language(Anyone(visitor): Anyone, form: Form) -> Answer {
    let language = if form.get("langue") == "en" { Language::English } else { Language::French };
    let back = form.get("retour");
    let mut response = go(if is_ours(back) { back } else { "/" });
    visitor.choose_language(language, &mut response);
    Ok(response)
}

/// `/code-source`: the licence, and where the source is.
pub async fn source(Anyone(visitor): Anyone) -> Answer {
    let voice = &visitor.voice;
    let address = &visitor.site.hosting.source_url;
    let content = html! {
        h1 { (voice.say("source-title")) }
        p { (voice.say("source-help")) }
        @if !address.is_empty() { p { a href=(address) rel="noopener" { (address) } } }
        p { (voice.fill("source-version", &[("version", env!("CARGO_PKG_VERSION").into())])) }
    };
    Ok(Page::new(voice.say("source-title"), content).show(&visitor))
}

/// A program that asks, for nobody in particular: a probe, or a browser on its way to our style.
/// No session is looked up for it.
pub struct Program {
    site: Site,
    /// Whether it asks for whoever hosts the site.
    is_host: bool,
    /// Whether it asks only that we answer.
    only_live: bool,
    takes_gzip: bool,
}

impl<'a> FromRequest<'a> for Program {
    async fn from_request(req: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let site = req.data::<Site>().ok_or(Problem::Broken)?.clone();
        let encodings = req.header(header::ACCEPT_ENCODING).unwrap_or_default();
        Ok(Self {
            is_host: is_host(req, &site),
            only_live: req.uri().query() == Some("vie"),
            takes_gzip: encodings.contains("gzip"),
            site,
        })
    }
}

impl Rights for Program {}

/// How long the database may take to say that it is there.
const HEALTH: std::time::Duration = std::time::Duration::from_secs(3);

/// `/sante`: whether this node can serve, as JSON: 200 when ready, 503 when not. What is the
/// matter, and what to do, is said to whoever may see the figures (see [`crate::shell::metrics`]).
/// `/sante?vie` asks only whether it is alive.
pub async fn health(Program { site, is_host, only_live, .. }: Program) -> Answer {
    let (status, body) = if only_live {
        (StatusCode::OK, serde_json::json!({ "live": true }))
    } else {
        let result = async {
            if is_host {
                return Ok(as_json(&site.app.health().await?));
            }
            let degraded = site.is_degraded().await?;
            let public = serde_json::json!({ "live": true, "ready": true, "degraded": degraded });
            Ok::<_, DbError>(public)
        };
        let away = serde_json::json!({ "live": true, "ready": false });
        match tokio::time::timeout(HEALTH, result).await.ok().and_then(Result::ok) {
            Some(how) => (StatusCode::OK, how),
            None => (StatusCode::SERVICE_UNAVAILABLE, away),
        }
    };
    let body = body.to_string().with_content_type("application/json");
    Ok(body.with_status(status).into_response())
}

fn as_json(how: &Health) -> serde_json::Value {
    let projections = how.projections.iter().map(|projection| {
        serde_json::json!({
            "projection": projection.name, "version": projection.version, "edition": projection.edition,
            "position": projection.position, "status": projection.status.word(), "percent": how.percent(projection),
        })
    });
    let failures = how.failures.iter().map(|failure| {
        serde_json::json!({
            "projection": failure.name, "version": failure.version, "position": failure.position,
            "error": failure.error, "advice": failure.advice,
        })
    });
    let set_aside = how.set_aside.iter().map(|set_aside| {
        serde_json::json!({
            "stream": set_aside.stream(), "position": set_aside.position, "reason": set_aside.reason,
            "advice": set_aside.advice(),
        })
    });
    serde_json::json!({
        "live": true, "ready": true, "degraded": how.is_degraded(), "head": how.head,
        "replica": how.replica, "projections": projections.collect::<Vec<_>>(),
        "failures": failures.collect::<Vec<_>>(),
        "refusals": refusals::counts().into_iter().collect::<std::collections::BTreeMap<_, _>>(),
        "set_aside": set_aside.collect::<Vec<_>>(),
        "files_waiting": how.files_waiting,
    })
}

/// `/metrics`: figures for Prometheus, for whoever may see them. To others it does not exist.
pub async fn metrics(Program { site, is_host, .. }: Program) -> Answer {
    if !is_host {
        return Err(Problem::NotFound);
    }
    let result = crate::shell::metrics::text(&site.app).await?;
    Ok(result.with_content_type("text/plain; version=0.0.4; charset=utf-8").into_response())
}

/// Whether whoever asks hosts the site: they hold its token. When it has none, they are on
/// this very machine, and the site is for this machine: behind a proxy everybody would be.
fn is_host(req: &Request, site: &Site) -> bool {
    match &site.hosting.metrics_token {
        Some(token) => {
            let given = req.header(header::AUTHORIZATION).unwrap_or_default();
            given.strip_prefix("Bearer ").is_some_and(|given| same(given, token))
        }
        None => !site.hosting.behind_proxy && site.is_local() && is_from_here(req),
    }
}

/// Without saying by its time how much of it was right.
fn same(given: &str, token: &str) -> bool {
    app::engine::secrets::hash(given) == app::engine::secrets::hash(token)
}

/// Whether it was asked on this machine, and not through a proxy on it.
fn is_from_here(req: &Request) -> bool {
    let here = req.remote_addr().as_socket_addr().is_none_or(|address| address.ip().is_loopback());
    let passed = ["forwarded", "x-forwarded-for", "via"];
    here && passed.iter().all(|name| req.header(*name).is_none())
}

/// `/travailleur.js`: the service worker, at the root of what it keeps.
pub async fn worker(_: Program) -> Answer {
    Ok(Response::builder()
        .content_type("text/javascript; charset=utf-8")
        .header(header::CACHE_CONTROL, "no-cache")
        .body(WORKER))
}

/// `/statique/:name`: style, scripts, faces, icon. Their name changes with their content,
/// so they may be kept for ever.
pub async fn asset(Program { site, takes_gzip, .. }: Program, Path(name): Path<String>) -> Answer {
    let asset = site.assets.find(&name).ok_or(Problem::NotFound)?;
    let response = Response::builder()
        .content_type(asset.kind)
        .header(header::CACHE_CONTROL, "public, max-age=31536000, immutable");
    Ok(if takes_gzip && !asset.gzip.is_empty() {
        response.header(header::CONTENT_ENCODING, "gzip").body(asset.gzip.clone())
    } else {
        response.body(asset.plain.clone())
    })
}
