//! Reads the body of a form: no more than fits, not for ever, and not too slowly.

use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use poem::Request;
use poem::http::header;
use tokio::time::Instant;

use super::admission::SMALL;
use super::work;
use crate::shell::form::{FIELDS_MAX, Form, Upload};
use crate::shell::problem::Problem;
use crate::shell::refusals;

/// How long one form may take, on the poorest wifi.
const WHOLE: Duration = Duration::from_mins(5);

/// How long a small form may take.
const WHOLE_SMALL: Duration = Duration::from_mins(1);

/// The longest silence in the middle of a body, on the poorest wifi.
const SILENCE: Duration = Duration::from_secs(20);

/// The fewest bytes a second of a body beyond [`SMALL`], since its beginning: a quarter of
/// what the slowest wifi we rehearse with leaves to one phone of thirty.
const SLOWEST: u64 = 2 * 1024;

/// How long a body has before its speed is looked at.
const HEAD_START: Duration = Duration::from_secs(10);

/// The longest beginning of a part of a form with files, and the most parts, are bounded
/// by the whole and by [`FIELDS_MAX`].
const PARTS_MAX: usize = FIELDS_MAX;

/// Reads at most `largest` bytes.
pub(super) async fn read(req: &mut Request, largest: usize) -> Result<Vec<u8>, Problem> {
    let stated = req.header(header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
    if stated.is_some_and(|length: usize| length > largest) {
        refusals::record("too-large");
        return Err(Problem::TooLarge);
    }
    let whole = if largest > SMALL { WHOLE } else { WHOLE_SMALL };
    let reading = tokio::time::timeout(whole, read_up_to(req, largest)).await;
    reading.unwrap_or_else(|_| too_slow())
}

fn too_slow<T>() -> Result<T, Problem> {
    refusals::record("too-slow");
    Err(Problem::TooSlow)
}

async fn read_up_to(req: &mut Request, largest: usize) -> Result<Vec<u8>, Problem> {
    let begun = Instant::now();
    let mut stream = Box::pin(req.take_body().into_bytes_stream());
    // Grows with what comes: a length that is stated costs nothing to state.
    let mut bytes = Vec::new();
    // How much of it is counted among the large forms in flight, in KiB.
    let mut held = 0;
    loop {
        let next = tokio::time::timeout(SILENCE, stream.next()).await;
        let Ok(next) = next else { return too_slow() };
        match next {
            None => return Ok(bytes),
            Some(Err(_)) => return Err(Problem::Busy),
            Some(Ok(chunk)) => bytes.extend_from_slice(&chunk),
        }
        if bytes.len() > largest {
            refusals::record("too-large");
            return Err(Problem::TooLarge);
        }
        if bytes.len() > SMALL {
            let due = bytes.len().div_ceil(1024);
            work::form(u32::try_from(due - held).unwrap_or(u32::MAX)).await?;
            held = due;
            let waited = begun.elapsed();
            if waited > HEAD_START && (bytes.len() as u64) < SLOWEST * waited.as_secs() {
                return too_slow();
            }
        }
    }
}

/// A form with files in it, as one without: its fields, and its files apart.
pub(super) async fn split(
    bytes: Vec<u8>,
    content_type: &str,
) -> Result<(Form, Vec<Upload>), Problem> {
    let boundary = multer::parse_boundary(content_type).map_err(|_| Problem::Unreadable)?;
    let whole = stream::once(async move { Ok::<_, std::io::Error>(bytes) });
    let mut form = multer::Multipart::new(Box::pin(whole), boundary);
    let (mut fields, mut files) = (Vec::new(), Vec::new());
    while let Some(field) = form.next_field().await.map_err(|_| Problem::Unreadable)? {
        if fields.len() + files.len() >= PARTS_MAX {
            refusals::record("too-many-fields");
            return Err(Problem::TooManyFields);
        }
        let name = field.name().unwrap_or_default().to_owned();
        let called = field.file_name().map(ToOwned::to_owned);
        let bytes = field.bytes().await.map_err(|_| Problem::Unreadable)?;
        match called {
            None => fields.push((name.into_bytes(), bytes.to_vec())),
            Some(called) if !bytes.is_empty() => {
                let lower = called.to_ascii_lowercase();
                let is_markdown = [".md", ".markdown"].iter().any(|end| lower.ends_with(end));
                files.push(Upload { name, called, is_markdown, bytes: bytes.into() });
            }
            Some(_) => {}
        }
    }
    Ok((Form::of_bytes(fields.into_iter()), files))
}
