//! What a room says, line by line: the capture sheets and the canvases. Which line stands
//! under which is in `outline.rs`.

mod outline;

use async_trait::async_trait;
use domain::core::ids::{ContentId, ItemId, PersonId, WorkshopId};
use domain::groups::item::{Event, ItemKind, Sheet, Source};
use migrations::{Db, DbError, Row, Tx, values};

use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};
pub use outline::{DEEPEST, Tree, outline};

/// The kinds of sheets, in one word.
const WORKSHOP: &str = "workshop";
const MEETING: &str = "meeting";

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub item: ItemId,
    /// The sheet it stands on.
    pub sheet: Sheet,
    pub kind: ItemKind,
    /// The item it stands under.
    pub under: Option<ItemId>,
    /// Whoever wrote it down.
    pub by: PersonId,
    /// The name they go by; empty once erased.
    pub by_name: String,
    /// Whose words these are, when it was said.
    pub of: Option<PersonId>,
    /// The name they go by, if they agree to be quoted by it; empty otherwise.
    pub of_name: String,
    /// Where it comes from.
    pub source: Source,
    /// The row of its words.
    pub content: ContentId,
    pub words: String,
    /// When it was captured, in microseconds.
    pub at: i64,
    /// Whether it was left out, or merged into another.
    pub gone: bool,
    /// The item it was merged into.
    pub merged: Option<ItemId>,
    /// The position of the last event about it.
    pub position: i64,
}

macro_rules! select_item {
    ($rest:literal) => {
        concat!(
            "select i.item, i.sheet_kind, i.sheet, i.kind, i.under, i.by_person, coalesce(b.name, ''),
                    i.of_person, case when r.quote = 1 then coalesce(o.name, '') else '' end,
                    i.source, i.content_id, c.body, i.at, i.gone, i.merged, i.position
             from p_item i
             join content c on c.content_id = i.content_id
             left join people b on b.person = i.by_person
             left join people o on o.person = i.of_person
             left join p_room r on r.workshop = i.sheet and r.person = i.of_person ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Item, DbError> {
    let cells = row.cells();
    Ok(Item {
        item: cells.parsed()?,
        sheet: match cells.str() {
            WORKSHOP => Sheet::Workshop(cells.parsed()?),
            _ => Sheet::Meeting(cells.parsed()?),
        },
        kind: cells.parsed()?,
        under: cells.maybe(),
        by: cells.parsed()?,
        by_name: cells.text(),
        of: cells.maybe(),
        of_name: cells.text(),
        source: {
            let source = cells.text();
            serde_json::from_str(&source).map_err(|_| DbError::unreadable(9, &source))?
        },
        content: cells.parsed()?,
        words: cells.text().trim_end().to_owned(),
        at: cells.int(),
        gone: cells.yes(),
        merged: cells.maybe(),
        position: cells.int(),
    })
}

/// Every item of a sheet, in the order they were captured, those left out too.
pub async fn of_sheet(db: &Db, sheet: &Sheet) -> Result<Vec<Item>, DbError> {
    let sql = select_item!("where i.sheet = $1 order by i.captured");
    db.rows(sql, values![sheet.as_str()]).await?.iter().map(read).collect()
}

/// Every item of the sheet of a workshop: see [`of_sheet`].
pub async fn of_workshop(db: &Db, workshop: &WorkshopId) -> Result<Vec<Item>, DbError> {
    of_sheet(db, &Sheet::from(workshop)).await
}

/// One item of a sheet.
pub async fn find(db: &Db, sheet: &Sheet, item: &ItemId) -> Result<Option<Item>, DbError> {
    let sql = select_item!("where i.sheet = $1 and i.item = $2");
    let row = db.row(sql, values![sheet.as_str(), item.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// A line, whatever its sheet.
pub async fn by_id(db: &Db, item: &ItemId) -> Result<Option<Item>, DbError> {
    let row = db.row(select_item!("where i.item = $1"), values![item.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// The most lines one page lists.
pub const PAGE: i64 = 200;

/// How many lines a sheet holds, those left out too, and how many of them `person`
/// wrote down.
pub async fn count(db: &Db, sheet: &Sheet, person: &PersonId) -> Result<(i64, i64), DbError> {
    let sql = "select count(*), coalesce(sum(case when by_person = $2 then 1 else 0 end), 0)
        from p_item where sheet = $1";
    let row = db.row(sql, values![sheet.as_str(), person.as_str()]).await?;
    Ok(row.map_or((0, 0), |row| {
        let cells = row.cells();
        (cells.int(), cells.int())
    }))
}

/// What was said, outside canvases and not left out, by `person` or by everyone else: one
/// page of it, the newest first, after the first `skipped`.
pub async fn said(
    db: &Db,
    sheet: &Sheet,
    (person, theirs): (&PersonId, bool),
    skipped: i64,
) -> Result<Vec<Item>, DbError> {
    let sql = select_item!(
        "where i.sheet = $1 and i.gone = 0 and i.source not like $6
           and case when i.by_person = $2 then 1 else 0 end = $3
         order by i.captured desc limit $5 offset $4"
    );
    let canvas = "{\"Canvas\":%";
    let values = values![sheet.as_str(), person.as_str(), theirs, skipped, PAGE + 1, canvas];
    db.rows(sql, values).await?.iter().map(read).collect()
}

/// What stands on one card of the canvases, not left out: one page of it, in order, after
/// the first `skipped`.
pub async fn on_canvas(
    db: &Db,
    sheet: &Sheet,
    card: u32,
    skipped: i64,
) -> Result<Vec<Item>, DbError> {
    let sql = select_item!(
        "where i.sheet = $1 and i.gone = 0 and i.source = $2
         order by i.captured limit $4 offset $3"
    );
    let source = written(&Source::Canvas(card));
    let values = values![sheet.as_str(), source, skipped, PAGE + 1];
    db.rows(sql, values).await?.iter().map(read).collect()
}

projection! {
    /// The items projection.
    pub struct Items = "item" version 2;
    tables ["p_item"] in "item.sql";
    hears Heard { Item }
}

#[async_trait]
impl Projection for Items {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        for (Heard::Item(event), recorded) in Heard::of(batch) {
            apply(tx, event, recorded).await?;
        }
        Ok(())
    }
}

async fn apply(tx: &mut Tx, event: &Event, recorded: &Recorded) -> Result<(), DbError> {
    let position = recorded.position;
    match event {
        Event::Captured { item, sheet, by, kind, under, source, content } => {
            let sql =
                "insert into p_item (item, sheet_kind, sheet, kind, under, by_person, of_person,
                    source, content_id, captured, at, gone, merged, position)
                values ($1, $10, $2, $3, $4, $5, null, $6, $7, $8, $9, 0, null, $8)
                on conflict (item) do nothing";
            let sheet_kind = match sheet {
                Sheet::Workshop(_) => WORKSHOP,
                Sheet::Meeting(_) => MEETING,
            };
            let values = values![
                item.as_str(),
                sheet.as_str(),
                kind.word(),
                under.as_ref().map(|under| under.as_str().to_owned()),
                by.as_str(),
                written(source),
                content.as_str(),
                position,
                recorded.at,
                sheet_kind
            ];
            tx.exec(sql, values).await?;
        }
        Event::Reworded { item, content, .. } => {
            set(tx, item, "content_id", Some(content.as_str()), position).await?;
        }
        Event::Retyped { item, kind, .. } => {
            set(tx, item, "kind", Some(kind.word()), position).await?;
        }
        Event::Attributed { item, to, .. } => {
            set(tx, item, "of_person", to.as_ref().map(PersonId::as_str), position).await?;
        }
        Event::Linked { item, source, .. } => {
            set(tx, item, "source", Some(&written(source)), position).await?;
        }
        Event::MergedInto { item, into, .. } => {
            set(tx, item, "merged", Some(into.as_str()), position).await?;
            leave_out(tx, item, true, position).await?;
        }
        Event::Dropped { item, .. } => leave_out(tx, item, true, position).await?,
        Event::Restored { item, .. } => {
            set(tx, item, "merged", None, position).await?;
            leave_out(tx, item, false, position).await?;
        }
    }
    Ok(())
}

fn written(source: &Source) -> String {
    serde_json::to_string(source).expect("plain data, which always serialises")
}

/// Changes one column, whose name is one of ours.
async fn set(
    tx: &mut Tx,
    item: &ItemId,
    column: &'static str,
    value: Option<&str>,
    position: i64,
) -> Result<(), DbError> {
    let sql = format!("update p_item set {column} = $2, position = $3 where item = $1");
    tx.exec(&sql, values![item.as_str(), value.map(str::to_owned), position]).await?;
    Ok(())
}

async fn leave_out(tx: &mut Tx, item: &ItemId, gone: bool, position: i64) -> Result<(), DbError> {
    let sql = "update p_item set gone = $2, position = $3 where item = $1";
    tx.exec(sql, values![item.as_str(), gone, position]).await?;
    Ok(())
}
