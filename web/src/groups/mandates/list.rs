//! `…/mandats`: who does what for a community or a workshop, and how many hours were noted. What is
//! paid is seen by those who give mandates, and by whoever holds one.

use domain::groups::mandate::Within;
use maud::{Markup, html};
use poem::IntoResponse as _;
use poem::Response;
use poem::http::header;
use projections::groups::community::Place;
use projections::groups::mandate::{self, Mandate};

use super::Ground;
use super::fields::{money, plain};
use crate::groups::list::name;
use crate::groups::rights::{IsIn, LooksAfter};
use crate::shell::address;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::pager::Pager;
use crate::shell::parts::table::{Cell, Separator, Table};
use crate::shell::parts::{card, moment};
use crate::shell::voice::Voice;

/// How many are shown at once.
const MANY: i64 = 50;

/// `/communautes/{community}/mandats`.
pub async fn show(IsIn { visitor, community, place, .. }: IsIn) -> Answer {
    let ground = Ground {
        visitor: &visitor,
        within: Within::Community(community.community.clone()),
        title: &name(&visitor.voice, &community),
        gives: place == Place::Steward,
        is_open: !community.has_ended(),
    };
    page(&ground).await
}

/// The page.
pub(crate) async fn page(ground: &Ground<'_>) -> Answer {
    let visitor = ground.visitor;
    let (voice, db) = (&visitor.voice, &visitor.site.app.db);
    let pager = Pager::from_query(visitor, "page", MANY);
    let mut mandates = mandate::of_group(db, &ground.within, (pager.skipped(), MANY + 1)).await?;
    let more = pager.cut(&mut mandates);
    let (count, minutes) = mandate::totals(db, &ground.within).await?;
    let title = voice.say("mandates-title");
    let own = visitor.viewer.person();
    let content = html! {
        p.over { a dir="auto" href=(ground.home()) { (ground.title) } }
        h1 { (title) }
        p.lead { (voice.say("mandates-lead")) }
        @if ground.gives && ground.is_open { p { a.button.primary href=(ground.giving()) { (voice.say("mandate-give")) } } }
        @if mandates.is_empty() { p.empty { (voice.say("mandates-none")) } }
        @else {
            p {
                (voice.count("mandates-count", count)) " · "
                (noted(voice, minutes))
            }
        }
        ul.plain { @for it in &mandates {
            li {
                a href=(address::mandate(&it.mandate)) {
                    (card::author(voice, &it.name)) " — " (voice.say(&format!("task-{}", it.task.word())))
                }
                (line(voice, it, ground.gives || own == Some(&it.person)))
            }
        } }
        (pager.links(voice, &format!("{}?page=", ground.list()), more))
        @if ground.gives && !mandates.is_empty() {
            p { a href={ (ground.csv()) (Separator::named(voice, '?')) } download { (voice.say("mandates-csv")) } }
        }
    };
    Ok(Page::new(title, content).show(visitor))
}

/// How much time was noted, in words.
fn noted(voice: &Voice, minutes: i64) -> String {
    if minutes == 0 {
        voice.say("mandates-noted-none")
    } else {
        voice.fill("mandates-noted", &[("time", voice.lasting(minutes).into())])
    }
}

/// What was agreed, in a line; what is paid only when they may see it.
pub(super) fn line(voice: &Voice, mandate: &Mandate, sees_amount: bool) -> Markup {
    html! {
        p.by {
            @if !mandate.title.is_empty() { bdi { (mandate.title) } " · " }
            (moment::date(voice, &mandate.from.to_string()))
            @if let Some(until) = mandate.until { " – " (moment::date(voice, &until.to_string())) }
            " · " (noted(voice, mandate.minutes))
            @if mandate.hours > 0 { " · " (voice.fill("mandate-agreed", &[("hours", mandate.hours.to_string().into())])) }
            @if !mandate.funder.is_empty() { " · " bdi { (mandate.funder) } }
            @if sees_amount {
                @match mandate.amount {
                    Some(amount) => { " · " (money(voice, amount)) }
                    None => { " · " (voice.say("mandate-gift")) }
                }
            }
            @if mandate.ended { " · " (voice.say("mandate-over")) }
        }
    }
}

/// `/communautes/{community}/mandats.csv`: for whoever funds.
pub async fn as_csv(LooksAfter { visitor, community, .. }: LooksAfter) -> Answer {
    let ground = Ground {
        visitor: &visitor,
        within: Within::Community(community.community.clone()),
        title: &name(&visitor.voice, &community),
        gives: true,
        is_open: false,
    };
    csv(&ground).await
}

/// The file: a line a mandate, and their sum.
pub(crate) async fn csv(ground: &Ground<'_>) -> Answer {
    let visitor = ground.visitor;
    let (voice, db) = (&visitor.voice, &visitor.site.app.db);
    let all = mandate::of_group(db, &ground.within, (0, app::groups::mandates::MOST)).await?;
    let columns = ["who", "task", "title", "from", "until", "hours", "minutes", "amount", "funder"];
    let columns = columns.map(|column| voice.say(&format!("mandate-column-{column}")));
    let separator = Separator::from_query(visitor);
    // Numbers are written as a file with this separator writes them.
    let sign = if separator == Separator::Comma { '.' } else { ',' };
    let mut table = Table::new(voice, separator, &columns)?;
    let number = |number: i64| if number > 0 { Cell::Number(number) } else { Cell::Empty };
    for it in &all {
        table.row(&[
            card::author(voice, &it.name).into(),
            voice.say(&format!("task-{}", it.task.word())).into(),
            it.title.as_str().into(),
            it.from.to_string().into(),
            it.until.map_or(Cell::Empty, |day| day.to_string().into()),
            number(it.hours),
            Cell::Number(it.minutes),
            it.amount.map_or(Cell::Empty, |amount| plain(amount, sign).into()),
            it.funder.as_str().into(),
        ])?;
    }
    let minutes = all.iter().map(|it| it.minutes).sum();
    let amounts: i64 = all.iter().filter_map(|it| it.amount).sum();
    let mut sum = vec![Cell::from(voice.say("mandate-sum"))];
    sum.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]);
    sum.extend([Cell::Number(minutes), plain(amounts, sign).into(), Cell::Empty]);
    table.row(&sum)?;
    let response = Response::builder()
        .header(header::CONTENT_TYPE, "text/csv; charset=utf-8")
        .header(header::CONTENT_DISPOSITION, "attachment; filename=\"mandats.csv\"")
        .body(table.finish()?);
    Ok(response.into_response())
}
