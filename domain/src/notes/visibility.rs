//! Who may read a note.

use crate::core::closed_list::words;

words! {
    /// How far a published note goes. A note that was never published, or was taken
    /// back, is a draft: its writer alone reads it.
    Visibility {
        /// The writer alone.
        Writer,
        /// The people of its workshop.
        Workshop,
        /// Everyone, with or without an account.
        Everyone,
    }
}
