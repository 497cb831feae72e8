//! What the log keeps of a revision: where its words are, why it was made, how much it
//! changed, what of it is hidden.

use serde::{Deserialize, Serialize};

use crate::core::closed_list::words;
use crate::core::ids::{ContentId, PersonId, SuggestionId};

/// Words in the content table, and what the log may know of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentRef {
    /// The row that holds them.
    pub id: ContentId,
    /// How many words, as French counts them.
    pub words: u32,
    /// How many bytes of UTF-8.
    pub bytes: u32,
    /// HMAC-SHA256 of title and body under a key of this site, in hexadecimal:
    /// two equal texts are known to be equal, and nothing else is.
    pub commit: String,
}

/// Why a revision was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RevisionKind {
    /// Someone changed the text.
    Edit,
    /// Someone corrected a slip of the keyboard.
    Typo,
    /// The text of an earlier revision was put back.
    Restore {
        /// The revision put back.
        of: i64,
    },
    /// Passages that an earlier revision changed were put back as they were before it.
    Undo {
        of: i64,
        /// Which of its passages, from 0; passages are numbered by `crate::prose::undo`.
        fragments: Vec<u32>,
    },
    /// A text written from an earlier revision was put together with what was saved since.
    Merge {
        /// The revision it was written from.
        of: i64,
    },
    /// What somebody proposed was accepted.
    Suggestion {
        suggestion: SuggestionId,
        /// Whoever proposed it, if they are known: the words are theirs.
        from: Option<PersonId>,
    },
}

/// Which parts of a revision are hidden from readers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hiding {
    pub text: bool,
    pub summary: bool,
    pub author: bool,
}

words! {
    /// Why something was hidden or erased.
    Reason {
        /// It says something about somebody that is theirs to say.
        Personal,
        /// Somebody asked, as the law lets them.
        Asked,
        /// It hurts somebody.
        Harmful,
        /// It belongs to somebody else.
        Rights,
    }
}
