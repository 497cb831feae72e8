//! What its authors say of a note beside its text. None of it is needed, and none is a text.

use serde::{Deserialize, Serialize};

use crate::core::closed_list::words;
use crate::core::region::Region;

words! {
    /// How far along a note is.
    Status {
        /// It is shown as it is being written: mistakes and holes are owned.
        InProgress,
        /// Its authors stand by it as it is.
        Stable,
        /// It was right, and needs a hand.
        ToUpdate,
    }
}

words! {
    /// What others may do with a note.
    Licence {
        /// Take it up, with its authors named, under the same licence: CC BY-SA 4.0.
        BySa,
        /// Take it up, with its authors named: CC BY 4.0.
        By,
        /// Anything: CC0 1.0.
        Zero,
        /// Read and quote it, no more.
        Reserved,
    }
}

impl Licence {
    /// What the commons proposes.
    pub const PROPOSED: Self = Self::BySa;

    /// Its name, the same in every language; none for what is no licence.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::BySa => Some("CC BY-SA 4.0"),
            Self::By => Some("CC BY 4.0"),
            Self::Zero => Some("CC0 1.0"),
            Self::Reserved => None,
        }
    }

    /// Where its text is.
    pub const fn address(self) -> Option<&'static str> {
        match self {
            Self::BySa => Some("https://creativecommons.org/licenses/by-sa/4.0/"),
            Self::By => Some("https://creativecommons.org/licenses/by/4.0/"),
            Self::Zero => Some("https://creativecommons.org/publicdomain/zero/1.0/"),
            Self::Reserved => None,
        }
    }
}

words! {
    /// The language a note is written in, by its code (ISO 639): what `lang` says.
    Spoken {
        /// French.
        Fr,
        /// English.
        En,
        /// Spanish.
        Es,
        /// Portuguese.
        Pt,
        /// Haitian Creole.
        Ht,
        /// Arabic.
        Ar,
        /// Inuktitut.
        Iu,
        /// Innu.
        Moe,
        /// Cree.
        Cr,
    }
}

/// All of it; what is not said is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Spoken>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// The region it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
}
