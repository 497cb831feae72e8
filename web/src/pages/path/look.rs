//! What the note will be, before anyone else sees it.

use domain::script::Step;
use maud::html;

use super::{Panel, Walk};
use crate::form::Form;
use crate::markdown;
use crate::pages::{Answer, go};
use crate::parts::field;
use crate::problem::plain;

pub(super) fn panel(walk: &Walk) -> Option<Panel> {
    let note = walk.note.as_ref()?;
    let voice = &walk.visitor.voice;
    let content = html! {
        p { (voice.say("look-help")) }
        article.paper aria-label=(voice.say("look-note")) {
            h2 { (note.title) }
            div.prose { (markdown::render(&note.body)) }
            @if note.body.trim().is_empty() { p.empty { (voice.say("look-short")) } }
        }
        form novalidate method="post" action=(walk.address(Step::Look)) {
            (field::key(&walk.visitor))
            button.primary type="submit" { (voice.say("path-continue")) }
            a.button href=(walk.address(Step::Draft)) { (voice.say("look-change")) }
        }
    };
    Some(Panel::new(voice.say("look-title"), content))
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let (app, place) = (&walk.visitor.site.app, &walk.workshop.workshop);
    app.complete_step(place, walk.person(), Step::Look, form.command_id()).await.map_err(plain)?;
    Ok(go(&walk.after(Step::Look)))
}
