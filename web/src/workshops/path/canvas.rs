//! The canvas of a process: a sub-group takes a card, and says its stages, its tools,
//! what slows it down, and the leads it sees.

use app::groups::items::{Place, read_lines};
use domain::groups::item::{ItemKind, Sheet, Source};
use domain::workshops::script::Step;
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::core::content;
use projections::groups::item::{self, Item, PAGE};

use super::{Panel, Walk};
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;
use crate::shell::parts::pager::Pager;
use crate::shell::problem::Problem;

/// The four parts of a canvas.
const PARTS: [ItemKind; 4] = [ItemKind::Stage, ItemKind::Tool, ItemKind::Brake, ItemKind::Lead];

/// How many choice cards there are when the facilitator wrote none.
const CARDS: usize = 4;

/// The choice cards: one a line in the facilitator's words for this step, or ours.
pub(crate) async fn cards(walk: &Walk) -> Result<Vec<String>, Problem> {
    let voice = &walk.visitor.voice;
    let words = walk.workshop.script.item(Step::Canvas).and_then(|item| item.words.clone());
    if let Some(id) = words {
        let words = content::find(&walk.visitor.site.app.db, &id).await?;
        let lines: Vec<String> = words
            .body
            .lines()
            .map(|line| line.trim().trim_start_matches("- ").to_owned())
            .filter(|line| !line.is_empty())
            .collect();
        if !lines.is_empty() {
            return Ok(lines);
        }
    }
    Ok((1..=CARDS).map(|at| voice.say(&format!("canvas-card-{at}"))).collect())
}

fn number(text: &str, cards: &[String]) -> Option<u32> {
    let number: u32 = text.parse().ok()?;
    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    cards.get(at).map(|_| number)
}

pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    panel_with(walk, None).await.map(Some)
}

async fn panel_with(walk: &Walk, refused: Option<(&str, &Form)>) -> Result<Panel, Problem> {
    let voice = &walk.visitor.voice;
    let cards = cards(walk).await?;
    let chosen = match refused {
        Some((_, form)) => number(form.get("card"), &cards),
        None => number(walk.visitor.query.get("carte"), &cards),
    };
    let Some(chosen) = chosen else {
        let content = html! {
            p.lead { (voice.say("canvas-lead")) }
            nav.doors aria-label=(voice.say("canvas-choose")) {
                @for (at, card) in cards.iter().enumerate() {
                    a.button.door href={ (walk.address(Step::Canvas)) "?carte=" (at + 1) } { (card) }
                }
            }
        };
        return Ok(Panel::new(voice.say("canvas-choose"), content));
    };
    let db = &walk.visitor.site.app.db;
    let pager = Pager::from_query(&walk.visitor, "page", PAGE);
    let sheet = Sheet::from(&walk.workshop.workshop);
    let mut items = item::on_canvas(db, &sheet, chosen, pager.skipped()).await?;
    let more = pager.cut(&mut items);
    let title = cards.get(chosen as usize - 1).cloned().unwrap_or_default();
    let content = html! {
        p { a href=(walk.address(Step::Canvas)) { (voice.say("canvas-other")) } }
        div.canvas {
            @for part in PARTS { (column(walk, part, chosen, &items, refused)) }
        }
        (pager.links(voice, &format!("{}?carte={chosen}&page=", walk.address(Step::Canvas)), more))
        (field::form(&walk.visitor, &walk.done(Step::Canvas), html! {
            button.primary type="submit" { (voice.say("canvas-done")) }
        }))
    };
    let mut panel = Panel::new(title, content);
    if refused.is_some() {
        panel.status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(panel)
}

fn column(
    walk: &Walk,
    part: ItemKind,
    card: u32,
    items: &[Item],
    refused: Option<(&str, &Form)>,
) -> Markup {
    let voice = &walk.visitor.voice;
    let word = part.word();
    let here = refused.filter(|(_, form)| form.get("kind") == word);
    let (notice, words) = here.map_or((None, ""), |(why, form)| (Some(why), form.get("words")));
    html! {
        section aria-labelledby={ "c-" (word) } {
            h2 id={ "c-" (word) } { (voice.say(&format!("item-{word}"))) }
            ol.plain {
                @for item in items.iter().filter(|item| item.kind == part) { li { (item.words) } }
            }
            form.add novalidate method="post" action=(walk.address(Step::Canvas)) data-stays {
                (field::key(&walk.visitor))
                input type="hidden" name="kind" value=(word);
                input type="hidden" name="card" value=(card);
                (field::notice(&format!("w-{word}"), notice))
                label.unseen for={ "w-" (word) } { (voice.say(&format!("canvas-add-{word}"))) }
                input id={ "w-" (word) } type="text" name="words" value=(words)
                    placeholder=(voice.say(&format!("canvas-add-{word}"))) autocomplete="off";
                button type="submit" { (voice.say("gather-add")) }
            }
        }
    }
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let app = walk.visitor.site.app.clone();
    let workshop = walk.workshop.workshop.clone();
    let cards = cards(&walk).await?;
    let card = number(form.get("card"), &cards).ok_or(Problem::NotFound)?;
    let kind: ItemKind = form.get("kind").parse().map_err(|_| Problem::NotFound)?;
    if !PARTS.contains(&kind) {
        return Err(Problem::NotFound);
    }
    let lines = read_lines(form.get("words"), kind, false);
    if lines.is_empty() {
        let notice = walk.visitor.voice.say("words-blank");
        let panel = panel_with(&walk, Some((&notice, form))).await?;
        return Ok(walk.page(Step::Canvas, panel));
    }
    let sheet = Sheet::from(&workshop);
    let place = Place { sheet: &sheet, under: None, source: Source::Canvas(card) };
    match app.groups().capture(walk.person(), &place, &lines, &form.command_id()).await {
        Ok(_) => Ok(go(&format!("{}?carte={card}#c-{}", walk.address(Step::Canvas), kind.word()))),
        Err(error) => match Problem::from(error) {
            Problem::Refused(reason) => {
                let notice = walk.visitor.voice.say(&reason);
                let panel = panel_with(&walk, Some((&notice, form))).await?;
                Ok(walk.page(Step::Canvas, panel))
            }
            other => Err(other),
        },
    }
}
