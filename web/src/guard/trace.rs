//! One number for each request: in the logs, in the events it brings, in its answer.

use std::time::Duration;

use poem::Request;
use poem::http::{Method, StatusCode};

use crate::site::Site;

/// The trace id of a request, 32 hexadecimal signs: the one of the proxy in front
/// (W3C `traceparent`), or a new one. A stranger's is not taken: it could follow them.
pub(super) fn of(req: &Request, site: &Site) -> String {
    let told = req.header("traceparent").filter(|_| site.hosting.behind_proxy);
    let trace = told.and_then(|told| told.split('-').nth(1)).filter(|trace| {
        let hex = |sign: u8| matches!(sign, b'0'..=b'9' | b'a'..=b'f');
        trace.len() == 32 && trace.bytes().all(hex)
    });
    trace.map_or_else(app::secrets::id, str::to_owned)
}

/// Counts an answer, and logs it without its address: addresses hold codes and links.
pub(super) fn answered(span: &tracing::Span, method: &Method, status: StatusCode, took: Duration) {
    // Anyone may invent a method; nobody makes us remember it.
    let known = [Method::GET, Method::POST, Method::HEAD].contains(method);
    let method = if known { method.as_str().to_owned() } else { "other".to_owned() };
    let labels = [("method", method), ("status", status.as_u16().to_string())];
    metrics::histogram!("sillage_http_seconds", &labels).record(took.as_secs_f64());
    let ms = took.as_millis();
    span.in_scope(|| {
        if status.is_server_error() {
            tracing::warn!(status = status.as_u16(), ms, "answered");
        } else {
            tracing::debug!(status = status.as_u16(), ms, "answered");
        }
    });
}
