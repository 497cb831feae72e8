//! What each address takes: how large a form may be there, and what answering costs.
//! Asked before a byte of the body is read.

use crate::shell::address::{is_at, pattern};
use crate::shell::routes::TABLE;

/// The largest form with the text of a note in it, in bytes as sent: two megabytes of
/// accented letters, which a browser sends as six signs each, must come back with a word.
const TEXT: usize = 6 * 1024 * 1024;

/// The largest form with a picture in it, in bytes: one of
/// [`app::workshops::photo::PHOTO_MAX`], and the words beside it.
const PICTURE: usize = 12 * 1024 * 1024 + 64 * 1024;

/// The largest form with a file in it, in bytes: one of [`app::files::FILE_MAX`], and the words
/// beside it.
const FILE: usize = app::files::FILE_MAX + 64 * 1024;

/// The largest form with several short texts in it, in bytes: forty items of a script.
const SEVERAL: usize = 512 * 1024;

/// The largest form of somebody whose session may just be lost, in bytes: their text is
/// shown to them again.
const FROM_STRANGERS: usize = 1024 * 1024;

/// The largest other form, in bytes.
pub(super) const SMALL: usize = 64 * 1024;

/// Where a form may be larger than [`SMALL`].
const LARGER: &[(&str, usize)] = &[
    (pattern::step, TEXT),
    (pattern::clean_up, TEXT),
    (pattern::cleaned_up, TEXT),
    (pattern::upload, PICTURE),
    (pattern::unsaved, TEXT),
    (pattern::revision, TEXT),
    (pattern::new_note, PICTURE),
    (pattern::typo, TEXT),
    (pattern::variant, TEXT),
    (pattern::suggestion, TEXT),
    (pattern::paste, TEXT),
    (pattern::sheet, TEXT),
    (pattern::sheet_photos, PICTURE),
    (pattern::note_files, FILE),
    (pattern::meeting_files, FILE),
    (pattern::workshop_files, FILE),
    (pattern::script, SEVERAL),
    (pattern::script_added, SEVERAL),
    (pattern::script_reset, SEVERAL),
    (pattern::script_up, SEVERAL),
    (pattern::script_down, SEVERAL),
    (pattern::script_out, SEVERAL),
    (pattern::closing, SEVERAL),
    (pattern::closed, SEVERAL),
    (pattern::new_kit, SEVERAL),
];

/// Where a form brings a file and little else: one that is too large is said to be a file.
const OF_FILES: &[&str] =
    &[pattern::sheet_photos, pattern::note_files, pattern::meeting_files, pattern::workshop_files];

/// Pages whose answer costs far more than others: each waits for a place
/// ([`super::work`]).
const COSTLY: &[&str] = &[
    pattern::comparison,
    pattern::film,
    pattern::history_atom,
    pattern::sentence,
    pattern::undoing,
    pattern::erasure,
    pattern::search,
    pattern::paste,
    pattern::report,
    pattern::report_csv,
    pattern::report_json,
    pattern::sources,
    pattern::synthesis,
    pattern::replay,
    pattern::compared_workshops,
];

/// Pages that show a form again themselves, in its fields, when some of it cannot be read.
const SHOWN_AGAIN: &[&str] = &[pattern::step, pattern::revision, pattern::new_note];

/// Forms that a mail program sends by itself, without saying where from (RFC 8058): what
/// they may do is in their address, which holds a mark nobody can make.
const FROM_ANYWHERE: &[&str] = &[pattern::news_stopped];

/// Whether a form with signs that cannot be read is given to the page at `path`.
pub(super) fn shows_again(path: &str) -> bool {
    SHOWN_AGAIN.iter().any(|pattern| is_at(path, pattern))
}

/// What the site does at `path` with a method, as its table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// It takes it.
    Taken,
    /// There is something, reached otherwise.
    Otherwise,
    /// There is nothing.
    Nothing,
}

/// Whether a form may be sent to `path`.
pub(super) fn takes_form(path: &str) -> Known {
    let mut known = Known::Nothing;
    for (method, pattern) in TABLE {
        if is_at(path, pattern) {
            if *method == "post" {
                return Known::Taken;
            }
            known = Known::Otherwise;
        }
    }
    known
}

/// The largest form taken at `path`, in bytes, from somebody with a session (`known`) or
/// without.
pub(super) fn largest(path: &str, known: bool) -> usize {
    let larger = LARGER.iter().find(|(pattern, _)| is_at(path, pattern));
    match larger {
        Some((_, size)) if known => *size,
        Some((_, size)) => (*size).min(FROM_STRANGERS),
        None => SMALL,
    }
}

/// Whether a form at `path` is a file and little else.
pub(super) fn is_of_file(path: &str) -> bool {
    OF_FILES.iter().any(|pattern| is_at(path, pattern))
}

/// Whether answering at `path` costs far more than other pages.
pub(super) fn is_costly(path: &str) -> bool {
    COSTLY.iter().any(|pattern| is_at(path, pattern))
}

/// Whether a form at `path` need not say where it comes from.
pub(super) fn is_from_anywhere(path: &str) -> bool {
    FROM_ANYWHERE.iter().any(|pattern| is_at(path, pattern))
}

#[cfg(test)]
mod tests {
    use super::{Known, largest, takes_form};

    #[test]
    fn a_form_is_taken_where_the_table_says() {
        assert_eq!(takes_form("/notes/n1/brouillon"), Known::Taken);
        assert_eq!(takes_form("/x/brouillon"), Known::Nothing);
        assert_eq!(takes_form("/notes"), Known::Otherwise);
        assert_eq!(takes_form("/notes//brouillon"), Known::Nothing);
        assert_eq!(largest("/x/brouillon", true), super::SMALL);
        assert!(largest("/a/ABC/parcours/idee", true) > largest("/a/ABC/parcours/idee", false));
    }
}
