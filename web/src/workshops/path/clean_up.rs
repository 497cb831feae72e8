//! `/a/{code}/menage`: lines that look like the page's own furniture, offered for
//! removal; nothing goes without a click.

use app::notes::Words;
use app::notes::bring;
use domain::workshops::script::Step;
use maud::html;
use poem::handler;
use poem::web::Path;

use super::idea::being_written;
use super::{Panel, Walk, walk, walk_on};
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

fn panel(walk: &Walk, lines: &[(usize, String)]) -> Panel {
    let voice = &walk.visitor.voice;
    let content = html! {
        p.lead { (voice.count("tidy-lead", i64::try_from(lines.len()).unwrap_or(0))) }
        form novalidate method="post" action={ "/a/" (walk.workshop.code) "/menage" } {
            (field::key(&walk.visitor))
            fieldset.checks {
                legend { (voice.say("tidy-legend")) }
                @for (at, line) in lines {
                    label.check {
                        input type="checkbox" name="line" value=(at) checked;
                        span { (line) }
                    }
                }
            }
            button.primary type="submit" name="gesture" value="remove" { (voice.say("tidy-remove")) }
            button type="submit" name="gesture" value="keep" { (voice.say("tidy-keep")) }
        }
    };
    Panel::new(voice.say("tidy-title"), content)
}

/// The lines, each with a box.
#[handler]
pub async fn show(visitor: Visitor, Path(code): Path<String>) -> Answer {
    let walk = walk(visitor, &code).await?;
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

/// Takes out the lines whose box is ticked.
#[handler]
pub async fn act(visitor: Visitor, Path(code): Path<String>, form: Form) -> Answer {
    let walk = walk_on(visitor, &code).await?;
    let note = walk.note.as_ref().ok_or(Problem::NotFound)?;
    let (title, body, seen) = being_written(&walk, note).await?;
    let offered = bring::furniture(&body);
    let ticked: Vec<usize> = form.all("line").filter_map(|at| at.parse().ok()).collect();
    // Only what was offered can be taken out here.
    let gone: Vec<usize> =
        offered.iter().map(|(at, _)| *at).filter(|at| ticked.contains(at)).collect();
    if form.get("gesture") == "remove" && !gone.is_empty() {
        let words = Words { title, body: bring::without(&body, &gone), summary: String::new() };
        let app = &walk.visitor.site.app;
        let standing = app.standing(&walk.visitor.viewer, note).await?;
        let (person, base) = (walk.person(), note.revision);
        app.revise(note, standing, person, base, &words, form.command_id()).await?;
        let said = (words.title.as_str(), words.body.as_str());
        app.forget_unsaved(&note.note, person, seen, said).await?;
    }
    Ok(go(&walk.address(Step::Draft)))
}
