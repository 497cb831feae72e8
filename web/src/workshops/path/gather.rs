//! What we learnt, need, could do: everyone adds lines to the sheet of the room.

use app::groups::items::{Place, read_lines};
use domain::groups::item::{ItemKind, Sheet, Source};
use domain::workshops::script::Step;
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::groups::item::{self, Item, PAGE};

use super::{Panel, Walk};
use crate::groups::sheet::KINDS;
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Paste};
use crate::shell::parts::pager::Pager;
use crate::shell::problem::Problem;

pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    panel_with(walk, None).await.map(Some)
}

async fn panel_with(walk: &Walk, refused: Option<(&str, &str)>) -> Result<Panel, Problem> {
    let voice = &walk.visitor.voice;
    let db = &walk.visitor.site.app.db;
    let (sheet, person) = (Sheet::from(&walk.workshop.workshop), walk.person());
    // A phone is given one page of each, however much the room says.
    let (own, pager) =
        ["mes", "page"].map(|name| Pager::from_query(&walk.visitor, name, PAGE)).into();
    let mut mine = item::said(db, &sheet, (person, true), own.skipped()).await?;
    let mut others = item::said(db, &sheet, (person, false), pager.skipped()).await?;
    let more = (own.cut(&mut mine), pager.cut(&mut others));
    let (notice, words) = refused.map_or((None, ""), |(notice, words)| (Some(notice), words));
    let kind = walk.visitor.query.get("genre");
    let kind: ItemKind = kind.parse().unwrap_or(ItemKind::Learning);
    let content = html! {
        p.lead { (voice.say("gather-lead")) }
        form novalidate method="post" action=(walk.address(Step::Gather)) data-stays {
            (field::key(&walk.visitor))
            fieldset.chips {
                legend { (voice.say("gather-kind")) }
                @for item_kind in KINDS {
                    label.chip {
                        input type="radio" name="kind" value=(item_kind.word()) checked[item_kind == kind];
                        span { (voice.say(&format!("item-{}", item_kind.word()))) }
                    }
                }
            }
            (field::notice("words", notice))
            (field::area_for(Paste::Words, ("words", &voice.say("gather-words"), None), words, 3))
            button.primary type="submit" { (voice.say("gather-add")) }
        }
        (list(walk, "gather-mine", &mine))
        (own.links(voice, &format!("{}?mes=", walk.address(Step::Gather)), more.0))
        (list(walk, "gather-others", &others))
        (pager.links(voice, &format!("{}?page=", walk.address(Step::Gather)), more.1))
        (field::form(&walk.visitor, &walk.done(Step::Gather), html! {
            button.primary[!mine.is_empty()] type="submit" {
                (voice.say("path-continue"))
            }
        }))
    };
    let mut panel = Panel::new(voice.say("gather-title"), content);
    if notice.is_some() {
        panel.status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(panel)
}

fn list(walk: &Walk, title: &str, items: &[Item]) -> Markup {
    let voice = &walk.visitor.voice;
    html! {
        @if !items.is_empty() {
            h2 { (voice.say(title)) }
            ul.plain {
                @for item in items {
                    li {
                        span.label { (voice.say(&format!("item-{}", item.kind.word()))) } " " (item.words)
                    }
                }
            }
        }
    }
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let app = walk.visitor.site.app.clone();
    let sheet = Sheet::from(&walk.workshop.workshop);
    let kind: ItemKind = form.get("kind").parse().unwrap_or(ItemKind::Learning);
    let words = form.get("words");
    let lines = read_lines(words, kind, false);
    if lines.is_empty() {
        let notice = walk.visitor.voice.say("words-blank");
        let panel = panel_with(&walk, Some((&notice, words))).await?;
        return Ok(walk.page(Step::Gather, panel));
    }
    let at = Place { sheet: &sheet, under: None, source: Source::Said };
    match app.groups().capture(walk.person(), &at, &lines, &form.command_id()).await {
        Ok(_) => Ok(go(&format!("{}?genre={}", walk.address(Step::Gather), kind.word()))),
        Err(error) => match Problem::from(error) {
            Problem::Refused(reason) => {
                let notice = walk.visitor.voice.say(&reason);
                let panel = panel_with(&walk, Some((&notice, words))).await?;
                Ok(walk.page(Step::Gather, panel))
            }
            other => Err(other),
        },
    }
}
