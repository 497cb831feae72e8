//! `/a/{code}/fin`: the last page of a path. What the note has become, a way to send it,
//! four words to come back with; nothing more is asked.

use domain::notes::visibility::Visibility;
use domain::workshops::script::Step;
use maud::{Markup, html};
use projections::notes::note::Note;
use projections::notes::reception;

use super::{Walk, community, thank};
use crate::shell::address;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::Answer;
use crate::shell::parts::counters;
use crate::shell::parts::icon::{self, Icon};
use crate::shell::problem::Problem;
use crate::workshops::path::moved;

/// The page.
pub async fn show(walk: Walk) -> Answer {
    if walk.visitor.viewer.someone.as_ref().is_some_and(|it| it.moved) {
        return Ok(moved::page(&walk));
    }
    if walk.participant.merged_into.is_some() {
        return Ok(moved::merged(&walk));
    }
    let voice = &walk.visitor.voice;
    let words = walk.participant.done.contains(&Step::Farewell);
    let title = voice.say("end-title");
    let content = html! {
        h1 { (title) }
        @if words { p.banner role="status" { (icon::draw(Icon::Check)) (voice.say("farewell-said")) } }
        (became(&walk).await?)
        (community::offer(&walk).await?)
        (thank::keep_place(&walk).await?)
        @if words {
            p.small { a href=(walk.address(Step::Farewell)) { (voice.say("end-change-word")) } }
        }
        p { a.button href=(address::me()) { (voice.say("nav-me")) } }
    };
    Ok(Page::new(title, content).kind(Kind::Step).walking().show(&walk.visitor))
}

/// What their note has become.
async fn became(walk: &Walk) -> Result<Markup, Problem> {
    let voice = &walk.visitor.voice;
    let Some(note) = &walk.note else {
        return Ok(html! { p.lead { (voice.say("done-read-title")) } });
    };
    let address = address::note(&note.note);
    if !note.is_published() {
        return Ok(html! {
            p.lead { (voice.say("done-kept")) }
            p { a.button href=(address) { (voice.say("done-see")) } }
        });
    }
    let figures = reception::of(&walk.visitor.site.app.db, &note.note).await?;
    let key = match note.visibility {
        Visibility::Everyone => "end-for-everyone",
        Visibility::Workshop | Visibility::Writer => "end-for-group",
    };
    Ok(html! {
        p.lead { (voice.fill(key, &[("title", note.title.as_str().into())])) }
        p { (icon::draw(Icon::Eye)) (counters::sentence(voice, figures)) }
        @if note.thanks > 0 { p { (icon::draw(Icon::Thanks)) (voice.count("end-thanked", note.thanks)) } }
        p { a.button href=(address) { (voice.say("done-see")) } }
        (to_send(walk, note, &address))
    })
}

/// The address of the note, to be sent to somebody; for the group, to somebody of it.
fn to_send(walk: &Walk, note: &Note, address: &str) -> Markup {
    let voice = &walk.visitor.voice;
    let link = format!("{}{address}", walk.visitor.site.hosting.public_url);
    let help = match note.visibility {
        Visibility::Everyone => "end-send-everyone",
        Visibility::Workshop | Visibility::Writer => "end-send-group",
    };
    html! {
        section.panel aria-labelledby="send-title" {
            h2 #send-title { (voice.say("end-send")) }
            p { (voice.say(help)) }
            p.address #address { a href=(link) { (link) } }
            button type="button" data-copy="address" data-copied=(voice.say("keep-copied")) hidden {
                (voice.say("end-copy"))
            }
        }
    }
}
