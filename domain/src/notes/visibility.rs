//! Who may read a note.

use serde::{Deserialize, Serialize};

/// How far a published note goes. A note that was never published, or was taken
/// back, is a draft: its writer alone reads it.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Visibility {
    /// The writer alone.
    Writer,
    /// The people of its workshop.
    Workshop,
    /// Everyone, with or without an account.
    Everyone,
}

impl Visibility {
    /// The word in tables and texts.
    pub fn word(self) -> &'static str {
        self.into()
    }
}
