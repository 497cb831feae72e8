//! F6b, M12: pictures, documents and sounds of notes, meetings and workshops.

mod audience;
mod bytes;
mod faces;
mod text;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::site::{Guest, Seen};

/// A picture of two pixels by two.
const PICTURE: &str = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGMwSJgg4FDAoBDQwGCQAAAYngNhKes9+gAAAABJRU5ErkJggg==";

pub(crate) fn picture() -> Vec<u8> {
    STANDARD.decode(PICTURE).unwrap()
}

/// A document with these words in it.
pub(crate) fn document(words: &str) -> Vec<u8> {
    format!("%PDF-1.4\n% {words}\n%%EOF\n").into_bytes()
}

/// A sound that lasts `length` bytes.
pub(crate) fn sound(length: usize) -> Vec<u8> {
    let mut bytes = b"OggS\0".to_vec();
    bytes.extend((0..length).map(|at| u8::try_from(at % 251).unwrap()));
    bytes
}

/// Sends a file, with what is said of it, to the list at this address.
pub(crate) async fn sent(
    guest: &mut Guest<'_>,
    list: &str,
    (name, bytes): (&str, &[u8]),
    (description, faces): (&str, &str),
) -> Seen {
    let key = app::engine::envelope::CommandId::fresh();
    let parts = [
        ("command_id", key.as_str().as_bytes()),
        ("description", description.as_bytes()),
        ("faces", faces.as_bytes()),
        ("file", bytes),
    ];
    guest.send_called(list, name, &parts).await
}

/// The same, which is taken: the address of the file.
pub(crate) async fn added(
    guest: &mut Guest<'_>,
    list: &str,
    file: (&str, &[u8]),
    said: (&str, &str),
) -> String {
    let seen = sent(guest, list, file, said).await;
    let why = seen.page.split("class=\"notice\"").nth(1).unwrap_or_default();
    assert_eq!(seen.status, 303, "{}", why.chars().take(300).collect::<String>());
    format!("/fichiers/{}", seen.place.rsplit("#f-").next().unwrap())
}
