//! Reads the body of a form: no more than fits, and not for ever.

use std::time::Duration;

use futures_util::StreamExt as _;
use poem::Request;
use poem::http::header;

use tokio::sync::Semaphore;

use crate::problem::Problem;

/// The largest form with a note in it, in bytes as sent: an accented letter takes
/// six of them, and someone who pastes far too much must get it back.
const WITH_TEXT: usize = 16 * 1024 * 1024;

/// The same from someone we do not know, whose session may just be lost.
const FROM_STRANGERS: usize = 1024 * 1024;

/// The largest form without a note.
const SMALL: usize = 64 * 1024;

/// How many large forms are read at once.
static LARGE: Semaphore = Semaphore::const_new(16);

/// How long one form may take, on the poorest wifi.
const WHOLE: Duration = Duration::from_mins(5);

/// The longest silence in the middle of a body, on the poorest wifi.
const SILENCE: Duration = Duration::from_secs(30);

/// Whether the form at `path` may hold a note.
fn holds_text(path: &str) -> bool {
    ["/brouillon", "/modification", "/idee", "/menage"].iter().any(|end| path.ends_with(end))
}

/// Reads it. `known` is whether whoever sends it has a session.
pub(super) async fn read(req: &mut Request, known: bool) -> Result<Vec<u8>, Problem> {
    let largest = match (holds_text(req.uri().path()), known) {
        (true, true) => WITH_TEXT,
        (true, false) => FROM_STRANGERS,
        (false, _) => SMALL,
    };
    let reading = tokio::time::timeout(WHOLE, read_up_to(req, largest)).await;
    reading.map_err(|_| Problem::Busy)?
}

async fn read_up_to(req: &mut Request, largest: usize) -> Result<Vec<u8>, Problem> {
    let told = req.header(header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
    if told.is_some_and(|length: usize| length > largest) {
        return Err(Problem::TooLarge);
    }
    let _place = match told {
        Some(length) if length <= SMALL => None,
        _ if largest <= SMALL => None,
        _ => Some(LARGE.acquire().await.map_err(|_| Problem::Busy)?),
    };
    let mut stream = Box::pin(req.take_body().into_bytes_stream());
    let mut bytes = Vec::with_capacity(told.unwrap_or(0));
    loop {
        let next = tokio::time::timeout(SILENCE, stream.next()).await;
        match next.map_err(|_| Problem::Busy)? {
            None => return Ok(bytes),
            Some(Err(_)) => return Err(Problem::Busy),
            Some(Ok(chunk)) => bytes.extend_from_slice(&chunk),
        }
        if bytes.len() > largest {
            return Err(Problem::TooLarge);
        }
    }
}
