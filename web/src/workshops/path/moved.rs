//! "You go on elsewhere": the phone one left, once the four words were typed on another.
//! Nothing is lost on it, and one tap brings its owner back.

use maud::html;
use poem::Response;

use super::Walk;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;

/// The page of the phone that was left.
pub(super) fn page(walk: &Walk) -> Response {
    let voice = &walk.visitor.voice;
    let content = html! {
        h1 { (voice.say("elsewhere-title")) }
        p.lead { (voice.say("elsewhere-lead")) }
        (field::form(&walk.visitor, &address::here(&walk.workshop.code), html! {
            button.primary type="submit" { (voice.say("elsewhere-here")) }
        }))
    };
    Page::new(voice.say("elsewhere-title"), content).kind(Kind::Step).show(&walk.visitor)
}

/// The page of a phone that was somebody's second: its place is no more, its words are.
pub(super) fn merged(walk: &Walk) -> Response {
    let voice = &walk.visitor.voice;
    let content = html! {
        h1 { (voice.say("merged-title")) }
        p.lead { (voice.say("merged-lead")) }
        @if let Some(note) = &walk.note {
            p { a.button href=(address::note(&note.note)) { (voice.say("merged-note")) } }
        }
        p { (voice.say("merged-phrase")) }
        p { a.button.primary href=(address::resume()) { (voice.say("join-resume")) } }
    };
    Page::new(voice.say("merged-title"), content).kind(Kind::Step).show(&walk.visitor)
}

/// Goes on with this phone.
pub async fn here(walk: Walk, _form: Form) -> Answer {
    let app = &walk.visitor.site.app;
    app.people().move_session(walk.person(), walk.visitor.session.as_deref()).await?;
    Ok(go(&address::path(&walk.workshop.code)))
}
