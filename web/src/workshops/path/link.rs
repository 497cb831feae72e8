//! Say which other note one's own goes with: the room becomes a web.

use domain::workshops::script::Step;
use maud::html;
use poem::http::StatusCode;

use super::{Panel, Walk};
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{card, field};
use crate::shell::problem::Problem;

/// How many notes one chooses from: a screen of a phone.
const OFFERED: usize = 6;

pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    panel_with(walk, None).await.map(Some)
}

async fn panel_with(walk: &Walk, notice: Option<&str>) -> Result<Panel, Problem> {
    let voice = &walk.visitor.voice;
    let app = &walk.visitor.site.app;
    let own = walk.note.as_ref().filter(|note| note.is_published());
    let mut offered = match own {
        Some(own) => app.notes().notes_to_link(&walk.visitor.viewer, own).await?,
        None => vec![],
    };
    offered.retain(|it| it.writer != *walk.person());
    offered.truncate(OFFERED);
    let content = html! {
        (field::notice("link", notice))
        (field::form(&walk.visitor, &walk.address(Step::Link), html! {
            @if offered.is_empty() {
                p.empty { (voice.say(if own.is_some() { "link-nothing" } else { "link-no-note" })) }
                button.primary type="submit" formaction=(walk.done(Step::Link)) { (voice.say("path-continue")) }
            } @else {
                fieldset.choices {
                    legend { (voice.say("link-legend")) }
                    @for note in &offered {
                        label.choice {
                            input type="radio" name="other" value=(note.note);
                            span {
                                strong { (note.title) }
                                span { (card::signature(voice, note)) }
                            }
                        }
                    }
                }
                button.primary type="submit" { (voice.say("link-button")) }
                button.quiet type="submit" formaction=(walk.done(Step::Link)) { (voice.say("link-skip")) }
            }
        }))
    };
    let title = if offered.is_empty() { "link-later-title" } else { "link-title" };
    let mut panel = Panel::new(voice.say(title), content);
    if notice.is_some() {
        panel.status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(panel)
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let app = &walk.visitor.site.app;
    let (place, person) = (&walk.workshop.workshop, walk.person());
    if form.get("other").is_empty() {
        let notice = walk.visitor.voice.say("link-choose");
        let panel = panel_with(&walk, Some(&notice)).await?;
        return Ok(walk.page(Step::Link, panel));
    }
    let chosen = form.get("other").parse().ok();
    if let (Some(other), Some(note)) = (chosen, &walk.note) {
        // Only what they may read.
        let viewer = &walk.visitor.viewer;
        let (other, _) = app.note_for(viewer, &other).await?.ok_or(Problem::NotFound)?;
        let standing = app.standing(viewer, note).await?;
        let by = (person, Some(place.clone()));
        let done = app.notes().link_notes((note, standing), &other, by, form.command_id()).await?;
        // The other one was faster: the step is done all the same.
        if done.position == 0 {
            let key = form.command_id().then("step");
            walk.complete(Step::Link, key).await?;
        }
    } else {
        let key = form.command_id();
        walk.complete(Step::Link, key).await?;
    }
    Ok(go(&walk.after(Step::Link)))
}
