//! How publishing a note is said.

use domain::notes::visibility::Visibility;

/// What a button says will happen, to a note that is published for `stands` already or is
/// a draft.
pub(crate) fn act_of(choice: Visibility, stands: Option<Visibility>) -> &'static str {
    match (choice, stands) {
        (Visibility::Workshop, Some(Visibility::Workshop)) => "publish-stay-workshop",
        (Visibility::Everyone, Some(Visibility::Everyone)) => "publish-stay-everyone",
        (Visibility::Workshop, Some(Visibility::Everyone)) => "publish-narrow",
        (Visibility::Workshop, _) => "publish-workshop",
        (Visibility::Everyone, _) => "publish-everyone",
        (Visibility::Writer, _) => "publish-writer",
    }
}
