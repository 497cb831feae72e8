//! `/a/{code}/en-route`: the moment a note leaves the shore. Nothing is asked: it is looked at.

use domain::notes::visibility::Visibility;
use domain::workshops::script::Step;
use maud::html;

use super::Walk;
use crate::shell::address;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::drawing;

/// The page; whoever has published nothing is sent back to where they were.
pub async fn show(walk: Walk) -> Answer {
    let Some(note) = walk.note.as_ref().filter(|note| note.is_published()) else {
        return Ok(go(&address::path(&walk.workshop.code)));
    };
    let voice = &walk.visitor.voice;
    let readers = match note.visibility {
        Visibility::Everyone => "underway-everyone",
        Visibility::Workshop | Visibility::Writer => "underway-group",
    };
    let content = html! {
        div.underway {
            div.across { (drawing::sailing(drawing::boat_of(walk.person().as_str()))) }
            h1 { (voice.say("underway-title")) }
            p.underway-line dir="auto" { (note.title) }
            p.lead { (voice.say(readers)) }
            a.button.primary href=(walk.after(Step::Publish)) { (voice.say("path-continue")) }
            p { a href=(address::note(&note.note)) { (voice.say("done-see")) } }
        }
    };
    Ok(Page::new(voice.say("underway-title"), content)
        .kind(Kind::Step)
        .walking()
        .show(&walk.visitor))
}
