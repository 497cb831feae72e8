//! Server-sent events: how consoles and projectors stay live.
//!
//! The id of each event is a position of the log. A browser that comes back says
//! the last one it saw, and is sent exactly what it missed, by any node.

use std::future::Future;
use std::time::Duration;

use futures_util::stream;
use poem::http::header;
use poem::{Body, Request, Response};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// How often a stream speaks when nothing happens: clocks go on, phones fall silent.
const BEAT: Duration = Duration::from_secs(15);

/// Ends every stream when the program is asked to stop.
#[derive(Clone, Default)]
pub struct Streams(pub CancellationToken);

/// Something new for a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it is about: letters only.
    pub event: &'static str,
    /// HTML or text; line ends are taken out.
    pub data: String,
}

/// The position a browser has seen, from its `Last-Event-ID` or its address.
pub fn last_seen(req: &Request, asked: Option<i64>) -> i64 {
    let told = req.header("last-event-id").and_then(|id| id.trim().parse().ok());
    told.or(asked).unwrap_or(0)
}

/// One block of the protocol. A carriage return in the data would begin a field
/// of somebody else's making, so no line end goes through.
pub fn block(id: i64, message: &Message) -> String {
    let event: String = message.event.chars().filter(char::is_ascii_alphabetic).collect();
    let data = message.data.replace(['\r', '\n'], " ");
    format!("id: {id}\nevent: {event}\ndata: {data}\n\n")
}

/// A stream that asks `news(from)` each time the tables have moved, and every fifteen
/// seconds besides: it answers
/// what changed after position `from`, and up to which position that is true.
/// `None` ends the stream.
pub fn stream<N, F>(from: i64, moved: watch::Receiver<i64>, streams: &Streams, news: N) -> Response
where
    N: Fn(i64) -> F + Send + Sync + 'static,
    F: Future<Output = Option<(i64, Vec<Message>)>> + Send + 'static,
{
    let stop = streams.0.clone();
    let state = (from, moved, news, true, stop);
    let blocks = stream::unfold(state, |(from, mut moved, news, first, stop)| async move {
        if !first {
            let waited = tokio::select! {
                waited = tokio::time::timeout(BEAT, moved.changed()) => waited,
                () = stop.cancelled() => return None,
            };
            if matches!(waited, Ok(Err(_))) {
                return None;
            }
        }
        moved.mark_unchanged();
        let (position, messages) = news(from).await?;
        let mut told: String = messages.iter().map(|message| block(position, message)).collect();
        if first {
            told.insert_str(0, "retry: 2000\n\n");
        }
        Some((Ok::<_, std::io::Error>(told), (position, moved, news, false, stop)))
    });
    let body = Body::from_bytes_stream(blocks);
    Response::builder()
        .header(header::CONTENT_TYPE, "text/event-stream")
        .header(header::CACHE_CONTROL, "no-cache")
        .header("x-accel-buffering", "no")
        .body(body)
}
