//! What each address takes: how large a form may be there, and what answering costs.
//! Asked before a byte of the body is read.

use crate::shell::routes::TABLE;

/// The largest form with the text of a note in it, in bytes as sent: two megabytes of
/// accented letters, which a browser sends as six signs each, must come back with a word.
const TEXT: usize = 6 * 1024 * 1024;

/// The largest form with a picture in it, in bytes: one of
/// [`app::workshops::photo::PHOTO_MAX`], and the words beside it.
const PICTURE: usize = 12 * 1024 * 1024 + 64 * 1024;

/// The largest form with several short texts in it, in bytes: forty items of a script.
const SEVERAL: usize = 512 * 1024;

/// The largest form of somebody whose session may just be lost, in bytes: their text is
/// shown to them again.
const FROM_STRANGERS: usize = 1024 * 1024;

/// The largest other form, in bytes.
pub(super) const SMALL: usize = 64 * 1024;

/// Where a form may be larger than [`SMALL`].
const LARGER: &[(&str, usize)] = &[
    ("/a/:code/parcours/brouillon", TEXT),
    ("/a/:code/parcours/idee", TEXT),
    ("/a/:code/parcours/blocs", TEXT),
    ("/a/:code/parcours/recolte", TEXT),
    ("/a/:code/menage", TEXT),
    ("/a/:code/matiere", PICTURE),
    ("/notes/:note/brouillon", TEXT),
    ("/notes/:note/modification", TEXT),
    ("/notes/:note/coquille", TEXT),
    ("/notes/:note/variantes/:variant", TEXT),
    ("/notes/:note/suggestions/:suggestion", TEXT),
    ("/collage", TEXT),
    ("/ateliers/:id/releve", TEXT),
    ("/ateliers/:id/photos", PICTURE),
    ("/ateliers/:id/deroule", SEVERAL),
    ("/ateliers/:id/cloture", SEVERAL),
    ("/ateliers/trousse", SEVERAL),
];

/// Pages whose answer costs far more than others: each waits for a place
/// ([`super::work`]).
const COSTLY: &[&str] = &[
    "/notes/:note/comparer",
    "/notes/:note/film",
    "/notes/:note/historique.atom",
    "/notes/:note/phrases/:number",
    "/notes/:note/versions/:number/annulation",
    "/notes/:note/effacement",
    "/recherche",
    "/collage",
    "/ateliers/:id/bilan",
    "/ateliers/:id/bilan.csv",
    "/ateliers/:id/bilan.json",
    "/ateliers/:id/sources",
    "/ateliers/:id/synthese",
    "/ateliers/:id/rejouer",
    "/ateliers/comparer",
];

/// Pages that show a form again themselves, in its fields, when some of it cannot be read.
const SHOWN_AGAIN: &[&str] =
    &["/a/:code/parcours/idee", "/a/:code/parcours/brouillon", "/notes/:note/modification"];

/// Forms that a mail program sends by itself, without saying where from (RFC 8058): what
/// they may do is in their address, which holds a mark nobody can make.
const FROM_ANYWHERE: &[&str] = &["/nouvelles/:id/:person/:mark"];

/// Whether `path` is one of the addresses that `pattern` stands for.
fn is_like(path: &str, pattern: &str) -> bool {
    let (mut parts, mut wanted) = (path.split('/'), pattern.split('/'));
    loop {
        match (parts.next(), wanted.next()) {
            (None, None) => return true,
            (Some(part), Some(want)) => {
                let fits = if want.starts_with(':') { !part.is_empty() } else { part == want };
                if !fits {
                    return false;
                }
            }
            (Some(_), None) | (None, Some(_)) => return false,
        }
    }
}

/// Whether a form with signs that cannot be read is given to the page at `path`.
pub(super) fn shows_again(path: &str) -> bool {
    SHOWN_AGAIN.iter().any(|pattern| is_like(path, pattern))
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
        if is_like(path, pattern) {
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
    let larger = LARGER.iter().find(|(pattern, _)| is_like(path, pattern));
    match larger {
        Some((_, size)) if known => *size,
        Some((_, size)) => (*size).min(FROM_STRANGERS),
        None => SMALL,
    }
}

/// Whether answering at `path` costs far more than other pages.
pub(super) fn is_costly(path: &str) -> bool {
    COSTLY.iter().any(|pattern| is_like(path, pattern))
}

/// Whether a form at `path` need not say where it comes from.
pub(super) fn is_from_anywhere(path: &str) -> bool {
    FROM_ANYWHERE.iter().any(|pattern| is_like(path, pattern))
}

#[cfg(test)]
mod tests {
    use super::{COSTLY, FROM_ANYWHERE, Known, LARGER, is_like, largest, takes_form};
    use crate::shell::routes::TABLE;

    #[test]
    fn every_address_named_here_is_one_of_the_site() {
        let larger = LARGER.iter().map(|(pattern, _)| *pattern);
        for named in larger.chain(COSTLY.iter().chain(FROM_ANYWHERE).copied()) {
            let is_there = TABLE.iter().any(|(_, pattern)| is_like(named, pattern));
            assert!(is_there, "{named}");
        }
    }

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
