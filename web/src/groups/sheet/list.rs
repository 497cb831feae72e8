//! The sheet itself. One line, Enter, the next one; a label or a letter says what it is, a dash puts
//! it under the line before.

use app::groups::items::{Place, last_at, level, read_lines};
use domain::core::ids::ItemId;
use domain::groups::item::{ItemKind, Source};
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::groups::item::{self, Item, PAGE};

use super::{Desk, KINDS};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::Answer;
use crate::shell::parts::field;
use crate::shell::parts::pager::Pager;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How many depths one can type under.
const LEVELS: usize = 4;

/// What stands around the lines of a sheet of one kind: before the synthesis, and after it.
#[derive(Clone, Default)]
pub(crate) struct Around {
    pub before: Markup,
    pub after: Markup,
}

/// The page; `refused` is why lines could not be taken, and these lines.
pub(crate) async fn page(
    desk: &Desk<'_>,
    items: &[Item],
    around: Around,
    refused: Option<(&str, &str)>,
) -> Answer {
    let visitor = desk.visitor;
    let voice = &visitor.voice;
    let outline = item::outline(items);
    let (notice, words) = refused.map_or((None, ""), |(notice, words)| (Some(notice), words));
    let kind: ItemKind = visitor.query.get("genre").parse().unwrap_or(ItemKind::Learning);
    let pager = page_of(visitor, &outline);
    let content = html! {
        p.over { a dir="auto" href=(desk.home()) { (desk.title) } }
        h1 { (voice.say("sheet-capture")) }
        (field::form(visitor, &desk.list(), html! {
            fieldset.chips {
                legend { (voice.say("capture-kind")) }
                @for item_kind in KINDS {
                    label.chip {
                        input type="radio" name="kind" value=(item_kind.word()) checked[item_kind == kind];
                        span { (voice.say(&format!("item-{}", item_kind.word()))) }
                    }
                }
            }
            @for at in 0..LEVELS {
                input type="hidden" name={ "sous-" (at) }
                    value=(last_at(&outline, at).map(|item| item.to_string()).unwrap_or_default());
            }
            (field::notice("words", notice))
            label for="words" { (voice.say("capture-words")) }
            p.help #words-help { (voice.say("capture-help")) }
            textarea #words name="words" rows="2" data-enter="1" data-paste="words" autofocus aria-describedby="words-help" { "\n" (words) }
            button.primary type="submit" { (voice.say("capture-button")) }
        }))
        (lines(desk, &outline, pager))
        (left_out(desk, items))
        (around.before)
        section.panel aria-labelledby="synthesis" {
            h2 #synthesis { (voice.say("synthesis-title")) }
            p { (voice.say("synthesis-help")) }
            (field::form(visitor, &desk.synthesis(), html! {
                button.primary[!outline.is_empty()] type="submit" {
                    (voice.say(if desk.synthesis.is_some() { "synthesis-again" } else { "synthesis-make" }))
                }
            }))
            @if let Some(note) = desk.synthesis {
                p { a href=(address::note(note)) { (voice.say("overview-synthesis")) } }
            }
        }
        (around.after)
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = Page::new(voice.say("sheet-capture"), content).kind(Kind::Site).status(status);
    Ok(page.show(visitor))
}

/// The page that is asked for, or that holds the line one comes back from; otherwise the
/// last one, where the next line will stand.
fn page_of(visitor: &Visitor, outline: &[(usize, &Item)]) -> Pager {
    if visitor.query.number("page").is_some() {
        return Pager::from_query(visitor, "page", PAGE);
    }
    let line = visitor.query.get("ligne");
    let place = outline.iter().position(|(_, item)| item.item.as_str() == line);
    Pager::holding(place.unwrap_or(outline.len().saturating_sub(1)), PAGE)
}

/// What was captured, in its places; each opens.
fn lines(desk: &Desk<'_>, outline: &[(usize, &Item)], pager: Pager) -> Markup {
    let voice = &desk.visitor.voice;
    let address = format!("{}?page=", desk.list());
    html! {
        section aria-labelledby="lines" {
            h2 #lines { (voice.count("capture-count", i64::try_from(outline.len()).unwrap_or(0))) }
            @if outline.is_empty() { p.empty { (voice.say("capture-none")) } }
            ol.outline {
                @for (depth, item) in pager.of(outline) {
                    li.(format!("d{depth}")) id={ "i-" (item.item) } {
                        @if *depth == 0 {
                            span.label { (voice.say(&format!("item-{}", item.kind.word()))) } " "
                        }
                        a href=(desk.item(&item.item)) { (item.words) }
                    }
                }
            }
            (pager.links(voice, &address, pager.has_more(outline.len())))
        }
    }
}

/// Lines that were left out can be taken back.
fn left_out(desk: &Desk<'_>, items: &[Item]) -> Markup {
    let voice = &desk.visitor.voice;
    // One that was put together with a line that is gone now would be nowhere.
    let is_gone = |id: &ItemId| items.iter().any(|it| it.item == *id && it.gone);
    let is_lost = |item: &&Item| item.gone && item.merged.as_ref().is_none_or(&is_gone);
    let gone: Vec<&Item> = items.iter().filter(is_lost).collect();
    let pager = Pager::from_query(desk.visitor, "mises", PAGE);
    let address = format!("{}?mises=", desk.list());
    html! {
        @if !gone.is_empty() {
            details open[pager.page > 1] {
                summary { (voice.count("capture-gone", i64::try_from(gone.len()).unwrap_or(0))) }
                ul.plain {
                    @for item in pager.of(&gone) {
                        li { a href=(desk.item(&item.item)) { (item.words) } }
                    }
                }
                (pager.links(voice, &address, pager.has_more(gone.len())))
            }
        }
    }
}

/// The line that what was typed stands under: as the sheet was when it was shown, so that a
/// form sent again asks for the same thing.
async fn above(desk: &Desk<'_>, form: &Form) -> Result<Option<ItemId>, Problem> {
    let Some(level) = level(form.get("words")) else { return Ok(None) };
    let db = &desk.visitor.site.app.db;
    if form.maybe("sous-0").is_some() {
        let shown = (0..=level).rev().find_map(|at| form.get(&format!("sous-{at}")).parse().ok());
        let known = match &shown {
            Some(item) => item::find(db, &desk.sheet, item).await?.is_some(),
            None => false,
        };
        return Ok(shown.filter(|_| known));
    }
    let items = item::of_sheet(db, &desk.sheet).await?;
    Ok(last_at(&item::outline(&items), level))
}

/// Keeps one line, or as many as were pasted: the address to go to, or why they were not taken.
pub(crate) async fn add(
    desk: &Desk<'_>,
    source: Source,
    form: &Form,
) -> Result<Result<String, String>, Problem> {
    let words = form.get("words");
    let kind: ItemKind = form.get("kind").parse().unwrap_or(ItemKind::Learning);
    let voice = &desk.visitor.voice;
    let above = above(desk, form).await?;
    let lines = read_lines(words, kind, above.is_some());
    if lines.is_empty() {
        return Ok(Err(voice.say("words-blank")));
    }
    let place = Place { sheet: &desk.sheet, under: above.as_ref(), source };
    let groups = desk.visitor.site.app.groups();
    let key = form.command_id();
    let kept = if desk.keeps {
        groups.capture_for_room(desk.person, &place, &lines, &key).await
    } else {
        groups.capture(desk.person, &place, &lines, &key).await
    };
    match kept {
        Ok(_) => {
            let last = lines.iter().rfind(|line| line.depth == 0).map_or(kind, |line| line.kind);
            Ok(Ok(format!("{}?genre={}", desk.list(), last.word())))
        }
        Err(error) => match Problem::from(error) {
            Problem::Refused(reason) => Ok(Err(voice.say(&reason))),
            other => Err(other),
        },
    }
}
