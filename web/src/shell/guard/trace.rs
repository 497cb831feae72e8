//! One number for each request: in the logs, in the events it brings, in its answer.

use std::time::Duration;

use poem::http::{Method, StatusCode};

/// The trace id of a request, 32 hexadecimal signs: always ours. One that came with the
/// request would be whoever's who sent it, through a proxy too, and could follow them in
/// the log.
pub(super) fn fresh() -> String {
    app::engine::secrets::id()
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
