//! What a phone keeps of a path, so that it goes on without network: which pages, what
//! they are before there is a note, and what to say about where words are.

use crate::shell::address;
use domain::workshops::script::Step;
use maud::{Markup, html};

use super::panels::Kept;
use super::{Panel, Walk, kept_of};

/// The addresses a phone keeps as soon as it is in, as JSON.
pub(super) fn addresses(walk: &Walk) -> String {
    let mut result: Vec<String> = walk
        .workshop
        .script
        .steps()
        .map(|step| format!("{}?vierge=1", walk.address(step)))
        .collect();
    result.push(address::hand(&walk.workshop.code));
    result.push(format!("{}?signe=1", address::hand(&walk.workshop.code)));
    serde_json::to_string(&result).unwrap_or_default()
}

/// The mark of whoever this phone speaks for.
pub(super) fn whose(walk: &Walk) -> String {
    walk.visitor.mark_of(walk.person())
}

/// A step before there is a note: a form that can be filled, kept and sent later, or when to
/// come back.
pub(super) fn blank(walk: &Walk, step: Step) -> Panel {
    if let Kept::Form(blank) = kept_of(step) {
        return blank(walk);
    }
    let voice = &walk.visitor.voice;
    let content = html! {
        p.lead { (voice.say("keep-later")) }
        p { a.button.primary href=(walk.address(step)) { (voice.say("join-again")) } }
    };
    Panel::new(voice.say("keep-later-title"), content)
}

/// Words this phone sent and the site could not take: shown by the script, never lost.
pub(super) fn held(walk: &Walk) -> Markup {
    let voice = &walk.visitor.voice;
    html! {
        section.panel #envois hidden aria-labelledby="envois-title" {
            h2 #envois-title { (voice.say("keep-held")) }
            p { (voice.say("keep-held-help")) }
            label.unseen for="envois-mots" { (voice.say("problem-your-text")) }
            textarea #envois-mots rows="6" readonly {}
            button type="button" { (voice.say("keep-held-done")) }
        }
    }
}
