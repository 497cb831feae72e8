//! Puts security headers on every answer, and compresses pages.

use flate2::Compression;
use poem::http::{HeaderName, HeaderValue, header};
use poem::{Request, Response};

use crate::shell::assets::gzip;

/// No inline script, no inline style, nobody else's anything.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'; worker-src 'self'";

/// Below this, compressing costs more than it saves.
const WORTH_IT: usize = 1024;

/// Whether the browser takes gzip.
pub(super) fn takes_gzip(req: &Request) -> bool {
    let header = req.header(header::ACCEPT_ENCODING).unwrap_or_default();
    header.split(',').any(|part| {
        let mut parts = part.trim().split(';');
        let named = parts.next().is_some_and(|name| name.trim() == "gzip");
        let refused = parts.any(|quality| matches!(quality.trim(), "q=0" | "q=0.0"));
        named && !refused
    })
}

/// Above this, compressing would hold others up: it is done aside.
const LONG: usize = 64 * 1024;

/// A year on https alone, once the site is on it.
const ONLY_HTTPS: &str = "max-age=31536000";

pub(super) async fn finish(
    mut answer: Response,
    takes_gzip: bool,
    (trace, is_secure): (&str, bool),
) -> Response {
    let headers = answer.headers_mut();
    if let Ok(trace) = HeaderValue::from_str(trace) {
        // What someone who asks for help can tell whoever reads the logs.
        headers.insert(HeaderName::from_static("x-request-id"), trace);
    }
    let mut set = |name: &'static str, value: &'static str| {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    };
    set("content-security-policy", POLICY);
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "same-origin");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("permissions-policy", "camera=(), geolocation=(), microphone=()");
    set("x-frame-options", "DENY");
    if is_secure {
        set("strict-transport-security", ONLY_HTTPS);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        // Pages depend on who asks.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
    headers.append(header::VARY, HeaderValue::from_static("Accept-Encoding"));

    let kind = answer.content_type().unwrap_or_default();
    let is_page = kind.starts_with("text/html");
    if !is_page || !takes_gzip || answer.header(header::CONTENT_ENCODING).is_some() {
        return answer;
    }
    let bytes = answer.take_body().into_bytes().await.unwrap_or_default();
    if bytes.len() < WORTH_IT {
        answer.set_body(bytes);
        return answer;
    }
    let packed = if bytes.len() < LONG {
        Ok(gzip(&bytes, Compression::default()))
    } else {
        let whole = bytes.clone();
        app::engine::blocking::aside(move || gzip(&whole, Compression::fast())).await
    };
    let Ok(packed) = packed else {
        answer.set_body(bytes);
        return answer;
    };
    answer.set_body(packed);
    answer.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    answer.headers_mut().remove(header::CONTENT_LENGTH);
    answer
}
