//! What is said of words that are not saved yet, and the place where those a browser kept
//! are shown again. The scripts that write here are `reach.js`, `autosave.js`, `outbox.js`.

use app::engine::envelope::CommandId;
use maud::{Markup, html};

use crate::shell::form::Form;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// The field, in what a browser sends by itself, that says whose words they are.
const WHOSE: &str = "qui";

/// The field that says which earlier sendings of the same form this one goes on from: keys,
/// the newest first, with spaces between them.
const SENT: &str = "suite_de";

/// Refuses words that a browser kept for somebody else than `whose`: they stay there, for them.
///
/// # Errors
/// The same.
pub fn refuse_other(form: &Form, whose: &str) -> Result<(), Problem> {
    match form.maybe(WHOSE) {
        Some(maybe) if maybe != whose => Err(Problem::Refused("keep-other".to_owned())),
        Some(_) | None => Ok(()),
    }
}

/// The earlier sendings of this form that it goes on from.
pub fn sendings(form: &Form) -> Vec<CommandId> {
    form.get(SENT).split(' ').filter_map(CommandId::given).collect()
}

/// What the pill at the top says, in each case; `way` is where a session that ended begins
/// again.
pub fn state(visitor: &Visitor, way: &str) -> Markup {
    state_of(visitor, way, "state-kept")
}

/// The same, `kept` saying what it is to be kept and not saved.
pub fn state_of(visitor: &Visitor, way: &str, kept: &str) -> Markup {
    let voice = &visitor.voice;
    html! {
        p.state #etat role="status" data-saved=(voice.say("state-saved"))
            data-here=(voice.say("state-here")) data-offline=(voice.say("state-offline"))
            data-back=(voice.say("state-back")) data-found=(voice.say("state-found"))
            data-joined=(voice.say("state-joined")) data-kept=(voice.say(kept))
            data-again=(voice.say("state-again")) data-nowhere=(voice.say("state-nowhere"))
            data-refused=(voice.say("state-refused")) data-other=(voice.say("state-other"))
            data-session=(voice.say("state-session")) data-alone=(voice.say("state-alone"))
            data-way=(way)
            data-way-label=(voice.say("state-session-way"))
            data-sent=(voice.say("state-sent")) data-portal=(voice.say("state-portal")) {}
    }
}

/// What of the words that a browser keeps is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Those written at the address that one asked for, and that shows nothing any more.
    Here,
    /// All of them.
    All,
}

/// Words that a browser keeps for whoever has this `mark`, and that have not left it.
pub fn left(voice: &Voice, mark: &str, which: Left) -> Markup {
    html! {
        @if !mark.is_empty() {
            section.panel #gardes hidden aria-labelledby="gardes-title" data-here[which == Left::Here]
                data-sure=(voice.say("left-sure")) {
                h2 #gardes-title { (voice.say("left-title")) }
                p { (voice.say("left-help")) }
                template {
                    div.field {
                        textarea rows="6" readonly dir="auto" aria-labelledby="gardes-title" {}
                        p { a.button { (voice.say("left-open")) } }
                        button.quiet type="button" { (voice.say("left-drop")) }
                    }
                }
            }
        }
    }
}

/// Words found in the browser that do not fit what the page shows: both stay until their
/// writer has said which.
pub fn found(visitor: &Visitor) -> Markup {
    let voice = &visitor.voice;
    html! {
        section.panel #retrouves hidden aria-labelledby="retrouves-title"
            data-emptied=(voice.say("kept-emptied")) {
            h2 #retrouves-title tabindex="-1" { (voice.say("kept-title")) }
            p { (voice.say("kept-help")) }
            label.unseen for="retrouves-mots" { (voice.say("problem-your-text")) }
            textarea #retrouves-mots rows="6" readonly {}
            button type="button" data-keep="both" { (voice.say("kept-both")) }
            button type="button" data-keep="mine" { (voice.say("kept-mine")) }
            button.quiet type="button" data-keep="note" { (voice.say("kept-note")) }
        }
    }
}
