//! What a page says first, once, of what was just done on another: whoever acts comes back to the
//! top of a page, and their act is further down.

use poem::Response;

use crate::shell::page::go;

/// The part of an address that says which.
pub const SAID: &str = "dit";

/// What was done. Its word is in the address, and in the key of its sentence (`said-…`).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Said {
    /// Somebody was thanked for their note.
    Thanked,
    /// Its readers may count this reader.
    Read,
    /// Its authors were asked whether one may write it too.
    Asked,
    /// An account was made.
    Account,
    /// A choice was kept.
    Kept,
    /// Somebody is asked to read a draft.
    Review,
    /// A note is published, or for others than before.
    Published,
    /// This device knows nobody any more.
    SignedOut,
    /// An order came after the room had moved on: nothing was done.
    Moved,
    /// One came into a community.
    Joined,
    /// One asked to come into it.
    AskedToJoin,
    /// One left it.
    Left,
    /// A draft is one again.
    TakenBack,
    /// Time was noted.
    Noted,
    /// A file was added.
    FileAdded,
    /// It was removed.
    FileRemoved,
    /// It is shown again.
    FileShown,
}

impl Said {
    /// Its word.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// Sends the browser to the page at `address`, without what stands after `?`, which says it first.
pub fn go_saying(address: &str, said: Said) -> Response {
    go(&format!("{address}?{SAID}={}", said.word()))
}

/// The same, at a place of that page.
pub fn go_saying_at(address: &str, said: Said, place: &str) -> Response {
    go(&format!("{address}?{SAID}={}#{place}", said.word()))
}
