//! `/moi/notes`: everything I write, a page at a time.

use maud::html;
use projections::notes::note;

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::card;
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::pager::Pager;

/// How many notes a page has.
const PAGE: i64 = 30;

/// Those of a page, drafts too, the newest first.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let pager = Pager::from_query(&visitor, "page", PAGE);
    let range = (pager.skipped(), PAGE + 1);
    let mut notes = note::written_by(&visitor.site.app.db, &person, range).await?;
    let more = pager.cut(&mut notes);
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::me()) { (voice.say("nav-me")) } }
        h1 { (voice.say("me-notes")) }
        p { a.button href=(address::new_note()) { (icon::draw(Icon::Pen)) (voice.say("new-title")) } }
        @if notes.is_empty() { p.empty { (voice.say("me-empty")) } }
        div.cards { @for note in &notes { (card::note(voice, note, card::Under::Title)) } }
        (pager.links(voice, &format!("{}?page=", address::own_notes()), more))
    };
    Ok(Page::new(voice.say("me-notes"), content).show(&visitor))
}
