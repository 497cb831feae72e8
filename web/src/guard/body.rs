//! Reads the body of a form: no more than fits, and not for ever.

use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use poem::Request;
use poem::http::header;

use tokio::sync::Semaphore;

use crate::form::Upload;
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
    const ENDS: [&str; 10] = [
        "/brouillon",
        "/modification",
        "/idee",
        "/menage",
        "/blocs",
        "/recolte",
        "/releve",
        "/photos",
        "/matiere",
        "/trousse",
    ];
    ENDS.iter().any(|end| path.ends_with(end))
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

/// A form with files in it, as one without: its fields, and its files apart.
pub(super) async fn split(
    bytes: Vec<u8>,
    content_type: &str,
) -> Result<(Vec<u8>, Vec<Upload>), Problem> {
    let boundary = multer::parse_boundary(content_type).map_err(|_| Problem::TooLarge)?;
    let whole = stream::once(async move { Ok::<_, std::io::Error>(bytes) });
    let mut form = multer::Multipart::new(Box::pin(whole), boundary);
    let (mut fields, mut files) = (Vec::<(String, String)>::new(), Vec::new());
    while let Some(field) = form.next_field().await.map_err(|_| Problem::Busy)? {
        let name = field.name().unwrap_or_default().to_owned();
        let is_file = field.file_name().is_some();
        let bytes = field.bytes().await.map_err(|_| Problem::Busy)?;
        if !is_file {
            fields.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        } else if !bytes.is_empty() {
            files.push(Upload { name, bytes: bytes.to_vec() });
        }
    }
    let fields = serde_html_form::to_string(&fields).unwrap_or_default();
    Ok((fields.into_bytes(), files))
}
