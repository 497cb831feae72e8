//! How publishing a note is said.

use domain::notes::details::Status;
use domain::notes::visibility::Visibility;
use maud::{Markup, html};
use projections::notes::note::Note;

use crate::shell::voice::Voice;

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

/// A box to tick: it may be read as it is, with its gaps and its slips.
pub(crate) fn in_progress(voice: &Voice, note: Option<&Note>) -> Markup {
    let is = note.is_some_and(|note| note.details.status == Some(Status::InProgress));
    html! {
        label.check {
            input type="checkbox" name="chantier" value="1" checked[is];
            span { (voice.say("publish-in-progress")) br; span.small { (voice.say("status-in-progress-help")) } }
        }
    }
}
