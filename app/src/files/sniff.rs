//! What a file is, as its own bytes say: neither its name nor whoever sends it is believed.

use domain::files::file::Kind;

use super::{EMPTY, FILM, OTHER_KIND, OTHER_PICTURE};
use crate::Failure;

/// What is kept, and as what it is served: what the bytes are, and what browsers call it.
const TAKEN: &[(&str, Kind, &str)] = &[
    ("image/jpeg", Kind::Picture, "image/jpeg"),
    ("image/png", Kind::Picture, "image/jpeg"),
    ("image/webp", Kind::Picture, "image/jpeg"),
    ("image/gif", Kind::Picture, "image/jpeg"),
    ("application/pdf", Kind::Document, "application/pdf"),
    ("audio/mpeg", Kind::Sound, "audio/mpeg"),
    ("audio/m4a", Kind::Sound, "audio/mp4"),
    ("audio/ogg", Kind::Sound, "audio/ogg"),
    ("audio/opus", Kind::Sound, "audio/ogg"),
    ("audio/x-flac", Kind::Sound, "audio/flac"),
    ("audio/x-wav", Kind::Sound, "audio/wav"),
    ("audio/aac", Kind::Sound, "audio/aac"),
];

/// The kind of `bytes`, and as what they are served.
///
/// # Errors
/// [`EMPTY`], [`OTHER_PICTURE`], [`FILM`], [`OTHER_KIND`].
pub fn kind_of(bytes: &[u8]) -> Result<(Kind, &'static str), Failure> {
    if bytes.is_empty() {
        return Err(Failure::Refused(EMPTY));
    }
    let found = infer::get(bytes).map_or("", |found| found.mime_type());
    if let Some((_, kind, served)) = TAKEN.iter().find(|(known, ..)| *known == found) {
        return Ok((*kind, served));
    }
    Err(Failure::Refused(match found.split('/').next() {
        Some("image") => OTHER_PICTURE,
        Some("video") => FILM,
        _ => OTHER_KIND,
    }))
}
