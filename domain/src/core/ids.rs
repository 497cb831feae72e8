//! One type per kind of thing: a note's id is never taken for a person's.
//!
//! An id is opaque text of at most 80 letters, digits, `-` and `.`, made at
//! random by `app`. It says nothing about whom or what it names.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A text that cannot be an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not an identifier")]
pub struct NotAnId;

const LONGEST: usize = 80;

macro_rules! id {
    ($(#[$doc:meta] $name:ident),* $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as it is written in tables and addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let fits = |sign: u8| sign.is_ascii_alphanumeric() || sign == b'-' || sign == b'.';
                let good = !text.is_empty() && text.len() <= LONGEST && text.bytes().all(fits);
                if good { Ok(Self(text.to_owned())) } else { Err(NotAnId) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

id! {
    /// A note.
    NoteId,
    /// Someone, with an account or not. Never a name.
    PersonId,
    /// A workshop.
    WorkshopId,
    /// A community.
    CommunityId,
    /// A meeting of a community.
    MeetingId,
    /// What somebody does for a community or a workshop.
    MandateId,
    /// Time that was noted for it.
    TimeId,
    /// A row of the content table: words someone wrote.
    ContentId,
    /// A text kept aside until its writer says what becomes of it.
    VariantId,
    /// A text proposed to those who may change a note.
    SuggestionId,
    /// One line of what a room says.
    ItemId,
    /// A photo.
    PhotoId,
    /// A file that goes with a note, a meeting or a workshop.
    FileId,
    /// Something that was said to be wrong with a note.
    ReportId,
    /// A passage that somebody asked to erase.
    ErasureId,
    /// Who read one note: a pseudonym good for that note only.
    ReaderId,
}
