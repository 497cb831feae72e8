//! One line of a sheet: its words, what it is; merged with another, left out, taken back.

use app::groups::items::Change;
use domain::groups::item::ItemKind;
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;
use projections::groups::item::{self, Item, Tree};

use super::{Desk, KINDS};
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::markdown::fragment;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;
use crate::shell::problem::Problem;

/// The page. `more` are the fields that lines of such a sheet have besides; `refused` is why the
/// words could not be taken, and these words.
pub(crate) async fn page(
    desk: &Desk<'_>,
    item: &Item,
    more: Markup,
    refused: Option<(&str, &str)>,
) -> Answer {
    let visitor = desk.visitor;
    let voice = &visitor.voice;
    let (notice, words) = refused.map_or((None, item.words.as_str()), |(why, it)| (Some(why), it));
    let content = html! {
        p.over { a href={ (desk.list()) "?ligne=" (item.item) "#i-" (item.item) } { (voice.say("sheet-capture")) } }
        h1 { (fragment(&item.words, 80)) }
        @if item.gone { p.banner { (voice.say("line-gone")) } }
        (field::notice("words", notice))
        (field::form(visitor, &desk.item(&item.item), html! {
            input type="hidden" name="shown" value=(item.words);
            input type="hidden" name="asked" value=(item.kind.word());
            (field::area_for(field::Paste::Words, ("words", &voice.say("line-words"), None), words, 3))
            (kinds(desk, item))
            (more)
            button.primary type="submit" { (voice.say("line-save")) }
        }))
        (others(desk, item).await?)
        @let (to, label) = if item.gone {
            (desk.restored(&item.item), "line-restore")
        } else {
            (desk.dropped(&item.item), "line-drop")
        };
        (field::form(visitor, &to, html! {
            button type="submit" { (voice.say(label)) }
        }))
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(Page::new(voice.say("line-title"), content).status(status).show(visitor))
}

fn kinds(desk: &Desk<'_>, item: &Item) -> Markup {
    let voice = &desk.visitor.voice;
    html! {
        fieldset.chips {
            legend { (voice.say("capture-kind")) }
            @for kind in KINDS.into_iter().chain([ItemKind::Stage, ItemKind::Tool, ItemKind::Brake]) {
                label.chip {
                    input type="radio" name="kind" value=(kind.word()) checked[kind == item.kind];
                    span { (voice.say(&format!("item-{}", kind.word()))) }
                }
            }
        }
    }
}

/// Another line it could be one with.
async fn others(desk: &Desk<'_>, item: &Item) -> Result<Markup, Problem> {
    let voice = &desk.visitor.voice;
    let items = item::of_sheet(&desk.visitor.site.app.db, &desk.sheet).await?;
    let tree = Tree::of(&items);
    let others: Vec<&Item> = items
        .iter()
        .filter(|other| !other.gone && !tree.is_under(&other.item, &item.item))
        .collect();
    Ok(html! {
        @if !others.is_empty() && !item.gone {
            (field::form(desk.visitor, &desk.merged(&item.item), html! {
                div.field {
                    label for="into" { (voice.say("line-merge")) }
                    select #into name="into" {
                        @for other in others { option value=(other.item) { (fragment(&other.words, 80)) } }
                    }
                }
                button type="submit" { (voice.say("line-merge-button")) }
            }))
        }
    })
}

/// The sheet, at the line it is about.
pub(crate) fn back(desk: &Desk<'_>, item: &Item) -> Response {
    go(&format!("{}?ligne={1}#i-{1}", desk.list(), item.item))
}

/// Its words, and what they are; why the words were not taken, if they were not.
pub(crate) async fn save(
    desk: &Desk<'_>,
    item: &Item,
    form: &Form,
) -> Result<Result<(), String>, Problem> {
    let (groups, key) = (desk.visitor.site.app.groups(), form.command_id());
    let words = form.get("words");
    // What was not touched here is as it was said since, by whoever said it.
    let is_touched = form.maybe("shown").is_none_or(|shown| shown.trim() != words.trim());
    if is_touched && form.maybe("shown").is_some_and(|shown| shown.trim() != item.words) {
        return Ok(Err(desk.visitor.voice.say("line-changed")));
    }
    if is_touched
        && words.trim() != item.words
        && let Err(error) = groups.reword_item(desk.person, item, words, key.clone()).await
    {
        return match Problem::from(error) {
            Problem::Refused(reason) => Ok(Err(desk.visitor.voice.say(&reason))),
            other => Err(other),
        };
    }
    if form.maybe("asked") != form.maybe("kind")
        && let Ok(kind) = form.get("kind").parse()
    {
        groups.change_item(desk.person, item, Change::Kind(kind), key.then("kind")).await?;
    }
    Ok(Ok(()))
}

/// Out of the sheet, without being forgotten; or in the sheet again.
pub(crate) async fn change(desk: &Desk<'_>, change: Change, form: &Form) -> Answer {
    let item = desk.found(desk.visitor.part("item")).await?;
    let groups = desk.visitor.site.app.groups();
    groups.change_item(desk.person, &item, change, form.command_id()).await?;
    Ok(back(desk, &item))
}

/// One line with another, which is not under it.
pub(crate) async fn merge(desk: &Desk<'_>, form: &Form) -> Answer {
    let item = desk.found(desk.visitor.part("item")).await?;
    let into = desk.found(form.get("into")).await?;
    if into.gone {
        return Err(Problem::Refused("item-missing".to_owned()));
    }
    let into = into.item;
    let items = item::of_sheet(&desk.visitor.site.app.db, &desk.sheet).await?;
    if Tree::of(&items).is_under(&into, &item.item) {
        return Err(Problem::Refused("item-itself".to_owned()));
    }
    change(desk, Change::MergeInto(into), form).await
}
