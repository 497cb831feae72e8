//! Since when, and until when, whom a note is shared with.

use app::access::Standing;
use domain::notes::audience::{EVERYONE, LINK};
use maud::{Markup, html};
use projections::notes::audience::{self, Change};
use projections::notes::note::Note;

use crate::shell::address;
use crate::shell::parts::{card, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// The most changes that are shown; who could read it on a day is asked for those before.
const SHOWN: i64 = 50;

/// The changes: all of them for those it belongs to, those that everyone could see for others.
pub(super) async fn show(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
) -> Result<Markup, Problem> {
    let db = &visitor.site.app.db;
    let changes = audience::changes_of(db, &note.note, standing.owns(), SHOWN).await?;
    let voice = &visitor.voice;
    Ok(html! {
        @if !changes.is_empty() {
            details {
                summary { (voice.say("history-sharing")) }
                ul.plain { @for change in &changes { li { (line(voice, change)) } } }
                p { a href=(address::readers(&note.note)) { (voice.say("readers-title")) } }
            }
        }
    })
}

fn line(voice: &Voice, change: &Change) -> Markup {
    let Change { reader, opened } = change;
    let key = match (reader.group.as_str(), opened) {
        (EVERYONE, true) => "history-opened-everyone",
        (EVERYONE, false) => "history-closed-everyone",
        (LINK, true) => "history-opened-link",
        (LINK, false) => "history-closed-link",
        (_, true) => "history-opened",
        (_, false) => "history-closed",
    };
    let who = if reader.is_community && reader.title.is_empty() {
        voice.say("readers-of-hidden-community")
    } else if reader.is_workshop || reader.is_community {
        reader.title.clone()
    } else {
        card::author(voice, &reader.name)
    };
    moment::sentence(voice, key, &[("who", who.into())], reader.since)
}
