//! Server-sent events: how consoles and projectors stay live.
//!
//! The id of each event is a position of the log. A browser that comes back says
//! the last one it saw, and is sent exactly what it missed, by any node.

use std::collections::HashMap;
use std::future::Future;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::time::{Duration, Instant};

use futures_util::stream;
use poem::http::header;
use poem::{Body, FromRequest, Request, RequestBody, Response};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::shell::form::query;
use crate::shell::page::Answer;
use crate::shell::parts::field::without_keys;
use crate::shell::per_address::Held;
use crate::shell::problem::Problem;
use crate::shell::refusals;
use crate::shell::typography;
use crate::shell::visitor::Visitor;

/// How often a stream speaks when nothing happens: clocks go on, phones fall silent.
const BEAT: Duration = Duration::from_secs(15);

/// How long a stream keeps quiet after it has spoken.
const BREATH: Duration = Duration::from_millis(200);

/// What in the query of a stream asks it to answer once and end.
const ONCE: &str = "coup";

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

/// Where a browser takes a stream up.
pub struct Following {
    /// The position it has seen, from its `Last-Event-ID` or its address.
    from: i64,
    streams: Streams,
}

impl<'a> FromRequest<'a> for Following {
    async fn from_request(req: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let last = req.header("last-event-id").and_then(|id| id.trim().parse().ok());
        let from = last.or_else(|| query(req).number("depuis")).unwrap_or(0);
        Ok(Self { from, streams: req.data::<Streams>().cloned().unwrap_or_default() })
    }
}

/// A stream, between two things it says.
struct Speaking<N> {
    /// Counted for its address as long as it lasts.
    _held: Held,
    from: i64,
    moved: watch::Receiver<i64>,
    news: N,
    stop: CancellationToken,
    last: Option<Instant>,
    /// What was last said about each thing, as a hash: what is the same is not said again.
    hashes: HashMap<&'static str, u64>,
}

impl<N> Speaking<N> {
    /// Until something happens, or [`BEAT`]; and never twice within [`BREATH`], so that a
    /// hundred phones that move at once are told together. `None` ends the stream.
    async fn wait(&mut self) -> Option<()> {
        let waited = tokio::select! {
            waited = tokio::time::timeout(BEAT, self.moved.changed()) => waited,
            () = self.stop.cancelled() => return None,
        };
        if matches!(waited, Ok(Err(_))) {
            return None;
        }
        let breath = BREATH.saturating_sub(self.last?.elapsed());
        tokio::select! {
            () = tokio::time::sleep(breath) => Some(()),
            () = self.stop.cancelled() => None,
        }
    }

    /// Whether a message says something else than the last one about the same thing. Rows
    /// are many things: each is said because it changed.
    fn is_new(&mut self, message: &Message) -> bool {
        if message.event == "row" {
            return true;
        }
        let mut hasher = DefaultHasher::new();
        without_keys(&message.data).hash(&mut hasher);
        let hash = hasher.finish();
        self.hashes.insert(message.event, hash) != Some(hash)
    }
}

/// One block of the protocol. A carriage return in the data would begin a field
/// of somebody else's making, so no line end goes through.
pub fn block(id: i64, message: &Message) -> String {
    let event: String = message.event.chars().filter(char::is_ascii_alphabetic).collect();
    let data = message.data.replace(['\r', '\n'], " ");
    format!("id: {id}\nevent: {event}\ndata: {data}\n\n")
}

/// Messages are pieces of pages, whose apostrophes are printed.
fn printed(message: &Message) -> Message {
    Message { data: typography::curl_piece(&message.data).into_owned(), ..message.clone() }
}

/// What has changed after `from`, and no more: for a browser that listens to something else,
/// or behind what lets no stream through. Nothing is held open.
fn once<N, F>(from: i64, reached: i64, news: N) -> Response
where
    N: Fn(i64, i64) -> F + Send + Sync + 'static,
    F: Future<Output = Option<(i64, Vec<Message>)>> + Send + 'static,
{
    let result = stream::once(async move {
        let (position, messages) = news(from, reached).await.unwrap_or((from, vec![]));
        let blocks: String =
            messages.iter().map(|message| block(position, &printed(message))).collect();
        Ok::<_, std::io::Error>(format!("{blocks}id: {position}\n: .\n\n"))
    });
    answer(Body::from_bytes_stream(result))
}

fn answer(body: Body) -> Response {
    Response::builder()
        .header(header::CONTENT_TYPE, "text/event-stream")
        .header(header::CACHE_CONTROL, "no-cache")
        .header("x-accel-buffering", "no")
        .body(body)
}

/// A stream that asks `news(from, reached)` each time the tables have moved, and every fifteen
/// seconds besides: it answers what changed after position `from`, and up to which position
/// that is true, `reached` being the one that the tables were at. `None` ends the stream. With `coup=1` in the address it answers once. An
/// address that has too many streams already is answered [`Problem::Busy`].
///
/// # Errors
/// The same.
pub fn stream<N, F>(visitor: &Visitor, Following { from, streams }: Following, news: N) -> Answer
where
    N: Fn(i64, i64) -> F + Send + Sync + 'static,
    F: Future<Output = Option<(i64, Vec<Message>)>> + Send + 'static,
{
    let moved = visitor.site.app.projector.reached();
    if visitor.query.get(ONCE) == "1" {
        let reached = *moved.borrow();
        return Ok(once(from, reached, news));
    }
    let Some(held) = visitor.site.open_streams.hold(&visitor.address) else {
        refusals::record("streams");
        return Err(Problem::Busy);
    };
    let stop = streams.0.clone();
    let state =
        Speaking { _held: held, from, moved, news, stop, last: None, hashes: HashMap::new() };
    let blocks = stream::unfold(state, |mut speaking| async move {
        let first = speaking.last.is_none();
        if !first {
            speaking.wait().await?;
        }
        let reached = *speaking.moved.borrow_and_update();
        let (position, messages) = (speaking.news)(speaking.from, reached).await?;
        let mut text: String = messages
            .iter()
            .filter(|message| speaking.is_new(message))
            .map(|message| block(position, &printed(message)))
            .collect::<Vec<_>>()
            .concat();
        if first {
            text.insert_str(0, "retry: 2000\n\n");
        } else if text.is_empty() {
            // Nothing to say, and still here: the position goes on all the same.
            text = format!("id: {position}\n: .\n\n");
        }
        speaking.from = position;
        speaking.last = Some(Instant::now());
        Some((Ok::<_, std::io::Error>(text), speaking))
    });
    Ok(answer(Body::from_bytes_stream(blocks)))
}
