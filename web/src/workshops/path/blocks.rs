//! Writing in blocks, as in a retreat: an objective stated before, told after.
use app::Failure;
use domain::workshops::participation::Act;
use domain::workshops::participation::Reached;
use domain::workshops::script::Step;
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::core::content;
use projections::workshops::room::Block;
use strum::VariantArray as _;

use super::{Panel, Walk, draft};
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::problem::Problem;

/// The block someone is in, from 1, and how many there are; `None` when all are told.
fn current(walk: &Walk) -> Option<(u32, u32)> {
    let times = walk.workshop.script.item(Step::Blocks)?.times;
    let result =
        |number: &u32| walk.participant.blocks.get(number).is_some_and(|it| it.reached.is_some());
    let number = (1..=times).find(|number| !result(number))?;
    Some((number, times))
}

pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    if walk.note.is_none() {
        return Ok(None);
    }
    let voice = &walk.visitor.voice;
    let Some((number, times)) = current(walk) else {
        let content = html! {
            p.lead { (voice.say("blocks-all-told")) }
            p { a.button.primary href=(walk.after(Step::Blocks)) { (voice.say("path-continue")) } }
        };
        return Ok(Some(Panel::new(voice.say("blocks-title-end"), content)));
    };
    let block = walk.participant.blocks.get(&number).cloned().unwrap_or_default();
    let title = voice
        .fill("blocks-title", &[("n", i64::from(number).into()), ("of", i64::from(times).into())]);
    Ok(Some(match &block.stated {
        None => state(walk, number, title, "", None),
        Some(_) => write(walk, number, title, &block).await?,
    }))
}

fn state(walk: &Walk, number: u32, title: String, text: &str, notice: Option<&str>) -> Panel {
    let voice = &walk.visitor.voice;
    let (label, help) = (voice.say("blocks-objective"), voice.say("blocks-objective-help"));
    let line = Line { help: Some(&help), notice, ..Line::new("objective", &label, text) };
    let content = html! {
        (field::form(&walk.visitor, &walk.address(Step::Blocks), html! {
            input type="hidden" name="block" value=(number);
            (line.show())
            button.primary type="submit" { (voice.say("blocks-begin")) }
        }))
    };
    let mut panel = Panel::new(title, content);
    if notice.is_some() {
        panel.status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    panel
}

async fn write(walk: &Walk, number: u32, title: String, block: &Block) -> Result<Panel, Problem> {
    let voice = &walk.visitor.voice;
    let objective = match &block.stated {
        Some(id) => content::find(&walk.visitor.site.app.db, id).await?.title,
        None => String::new(),
    };
    let Some(writing) = draft::panel_at(walk, Step::Blocks, &how_far(walk, number)).await? else {
        return Err(Problem::NotFound);
    };
    let content = html! {
        p.banner { strong { (voice.say("blocks-objective")) } " " q { (objective) } }
        (writing.content)
    };
    Ok(Panel::new(title, content))
}

/// How far, at the end of the form the words are in: telling saves them too.
fn how_far(walk: &Walk, number: u32) -> Markup {
    let voice = &walk.visitor.voice;
    html! {
        input type="hidden" name="block" value=(number);
        fieldset.reactions {
            legend { (voice.say("blocks-how-far")) }
            @for reached in Reached::VARIANTS {
                button.door type="submit" name="reached" value=(reached.word()) {
                    (voice.say(&format!("reached-{}", reached.word())))
                }
            }
        }
    }
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let app = walk.visitor.site.app.clone();
    let place = walk.workshop.workshop.clone();
    let number = form.number("block").and_then(|number| u32::try_from(number).ok()).unwrap_or(1);
    let times = walk.workshop.script.item(Step::Blocks).map_or(1, |item| item.times);
    if !(1..=times).contains(&number) {
        return Err(Problem::NotFound);
    }
    if let Some(maybe) = form.maybe("objective") {
        let key = form.command_id();
        return match app
            .workshops()
            .state_objective(&place, walk.person(), (number, maybe), key)
            .await
        {
            Ok(_) => Ok(go(&walk.address(Step::Blocks))),
            Err(Failure::Words("words", reason)) => {
                let voice = &walk.visitor.voice;
                let notice = voice.say(&format!("words-{}", <&str>::from(reason)));
                let title = voice.fill(
                    "blocks-title",
                    &[("n", i64::from(number).into()), ("of", i64::from(times).into())],
                );
                let panel = state(&walk, number, title, maybe, Some(&notice));
                Ok(walk.page(Step::Blocks, panel))
            }
            Err(error) => Err(error.into()),
        };
    }
    let reached: Reached = form.get("reached").parse().map_err(|_| Problem::NotFound)?;
    let end = how_far(&walk, number);
    if let Some(instead) = draft::save(&walk, form, (Step::Blocks, &end)).await? {
        return Ok(instead);
    }
    let key = form.command_id().then("told");
    walk.take_part(Act::TellObjective { block: number, reached }, key).await?;
    if number == times {
        let key = form.command_id().then("step");
        walk.complete(Step::Blocks, key).await?;
        return Ok(go(&walk.after(Step::Blocks)));
    }
    Ok(go(&walk.address(Step::Blocks)))
}
