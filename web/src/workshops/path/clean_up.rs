//! `/a/{code}/menage`: lines that look like the page's own furniture, offered for
//! removal; nothing goes without a click.

use app::notes::Words;
use app::notes::bring;
use domain::workshops::script::Step;
use maud::html;

use super::idea::being_written;
use super::{Panel, Walk};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;
use crate::shell::problem::Problem;

fn panel(walk: &Walk, lines: &[(usize, String)]) -> Panel {
    let voice = &walk.visitor.voice;
    let content = html! {
        p.lead { (voice.count("tidy-lead", i64::try_from(lines.len()).unwrap_or(0))) }
        (field::form(&walk.visitor, &address::clean_up(&walk.workshop.code), html! {
            fieldset.checks {
                legend { (voice.say("tidy-legend")) }
                @for (at, line) in lines {
                    label.check {
                        input type="checkbox" name="line" value=(at) checked;
                        span { (line) }
                    }
                }
            }
            button.primary type="submit" formaction=(address::cleaned_up(&walk.workshop.code)) { (voice.say("tidy-remove")) }
            button type="submit" { (voice.say("tidy-keep")) }
        }))
    };
    Panel::new(voice.say("tidy-title"), content)
}

/// The lines, each with a box.
pub async fn show(walk: Walk) -> Answer {
    let lines = match &walk.note {
        Some(note) => bring::furniture(&being_written(&walk, note).await?.1),
        None => vec![],
    };
    if lines.is_empty() {
        return Ok(go(&walk.address(Step::Draft)));
    }
    let panel = panel(&walk, &lines);
    Ok(walk.page(Step::Idea, panel))
}

/// `POST …/menage`: leaves the text as it is.
pub async fn leave(walk: Walk, _: Form) -> Answer {
    if walk.note.is_none() {
        return Err(Problem::NotFound);
    }
    Ok(go(&walk.address(Step::Draft)))
}

/// `POST …/menage/retrait`: takes out the lines whose box is ticked.
pub async fn remove(walk: Walk, form: Form) -> Answer {
    let note = walk.note.as_ref().ok_or(Problem::NotFound)?;
    let (title, body, seen) = being_written(&walk, note).await?;
    let offered = bring::furniture(&body);
    let ticked: Vec<usize> = form.all("line").filter_map(|at| at.parse().ok()).collect();
    // Only what was offered can be taken out here.
    let gone: Vec<usize> =
        offered.iter().map(|(at, _)| *at).filter(|at| ticked.contains(at)).collect();
    if !gone.is_empty() {
        let words = Words { title, body: bring::without(&body, &gone), summary: String::new() };
        let app = &walk.visitor.site.app;
        let standing = app.standing(&walk.visitor.viewer, note).await?;
        let (person, base) = (walk.person(), note.revision);
        app.notes().revise(note, standing, person, base, &words, form.command_id()).await?;
        let words = (words.title.as_str(), words.body.as_str());
        app.notes().forget_unsaved(&note.note, person, seen, words).await?;
    }
    Ok(go(&walk.address(Step::Draft)))
}
