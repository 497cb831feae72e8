//! Workshops, as their facilitator lists them and their door shows them.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::fact::Fact;
use domain::ids::{PersonId, WorkshopId};
use domain::script::Script;
use domain::workshop::{Event, Tone};
use migrations::value::Kind;
use migrations::{Db, DbError, Row, Tx, Value, values};

use crate::{Projection, Recorded};

/// Where a workshop is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Planned: its door is not open yet.
    Prepared,
    /// People come in.
    Open,
    /// It is over.
    Closed,
}

impl Stage {
    /// The word in tables and texts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

/// A workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    /// Its id.
    pub workshop: WorkshopId,
    /// Whoever runs it.
    pub facilitator: PersonId,
    /// The name they go by; empty once erased.
    pub facilitator_name: String,
    /// Its name.
    pub title: String,
    /// What it walks people through.
    pub script: &'static Script,
    /// How many may enter.
    pub places: i64,
    /// How it speaks.
    pub tone: Tone,
    /// When, as `2026-11-22`.
    pub on: Option<String>,
    /// Where it is in its life.
    pub stage: Stage,
    /// How many entered.
    pub entered: i64,
    /// Its six-sign code, spoken aloud.
    pub code: String,
    /// The longer secret in the link and the QR code.
    pub link_secret: String,
    /// The secret of its projector page.
    pub screen_secret: String,
}

macro_rules! select_workshop {
    ($rest:literal) => {
        concat!(
            "select w.workshop, w.facilitator, coalesce(p.name, ''), c.title, w.script,
                    w.script_version, w.places, w.tone, w.on_date, w.stage, w.entered,
                    d.code, d.link_secret, d.screen_secret
             from p_workshop_v1 w
             join content c on c.content_id = w.content_id
             join workshop_doors d on d.workshop = w.workshop
             left join people p on p.person = w.facilitator ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Workshop, DbError> {
    Ok(Workshop {
        workshop: row.parsed(0)?,
        facilitator: row.parsed(1)?,
        facilitator_name: row.text(2),
        title: row.text(3),
        script: Script::of(&row.text(4), u32::try_from(row.int(5)).unwrap_or(0)),
        places: row.int(6),
        tone: row.text(7).parse().unwrap_or_default(),
        on: row.maybe_text(8),
        stage: match row.text(9).as_str() {
            "open" => Stage::Open,
            "closed" => Stage::Closed,
            _ => Stage::Prepared,
        },
        entered: row.int(10),
        code: row.text(11),
        link_secret: row.text(12),
        screen_secret: row.text(13),
    })
}

/// One workshop.
pub async fn find(db: &Db, workshop: &WorkshopId) -> Result<Option<Workshop>, DbError> {
    let row = db.row(select_workshop!("where w.workshop = $1"), values![workshop.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// The workshop behind a code of six signs, already in capitals, or behind the
/// longer secret of its link.
pub async fn behind(db: &Db, code: &str) -> Result<Option<Workshop>, DbError> {
    let sql = select_workshop!("where d.code = $1 or d.link_secret = $1");
    let row = db.row(sql, values![code]).await?;
    row.as_ref().map(read).transpose()
}

/// The workshops `person` runs, the newest first.
pub async fn run_by(db: &Db, person: &PersonId) -> Result<Vec<Workshop>, DbError> {
    let sql = select_workshop!("where w.facilitator = $1 order by w.prepared_at desc, w.workshop");
    let rows = db.rows(sql, values![person.as_str()]).await?;
    rows.iter().map(read).collect()
}

/// The workshops projection.
pub struct Workshops;

const COLUMNS: [Kind; 13] = [
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Int,
    Kind::Int,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Int,
    Kind::Int,
    Kind::Int,
    Kind::Int,
];

const UPSERT: &str = "insert into p_workshop_v1 (workshop, facilitator, content_id, script,
        script_version, places, tone, on_date, stage, entered, prepared_at, opened_at, closed_at)
    {rows}
    on conflict (workshop) do update set places = excluded.places, stage = excluded.stage,
        entered = excluded.entered, opened_at = excluded.opened_at,
        closed_at = excluded.closed_at";

#[async_trait]
impl Projection for Workshops {
    fn name(&self) -> &'static str {
        "workshop"
    }

    fn version(&self) -> i64 {
        1
    }

    fn schema(&self) -> &'static str {
        include_str!("workshop.sql")
    }

    fn tables(&self) -> &'static [&'static str] {
        &["p_workshop_v1"]
    }

    fn learns_from(&self) -> &'static [&'static str] {
        &["workshop"]
    }

    async fn tell(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut fold = Fold::default();
        for recorded in batch {
            let Fact::Workshop(event) = &recorded.fact else { continue };
            fold.learn(tx, event, recorded.at).await?;
        }
        tx.many(UPSERT, &COLUMNS, fold.0.into_values().collect()).await
    }
}

#[derive(Default)]
struct Fold(BTreeMap<String, Vec<Value>>);

impl Fold {
    async fn learn(&mut self, tx: &mut Tx, event: &Event, at: i64) -> Result<(), DbError> {
        match event {
            Event::Prepared { workshop, by, content, script, places, tone, on } => {
                let row = vec![
                    workshop.as_str().into(),
                    by.as_str().into(),
                    content.as_str().into(),
                    script.name.as_str().into(),
                    i64::from(script.version).into(),
                    i64::from(*places).into(),
                    <&'static str>::from(tone).into(),
                    on.map(|date| date.to_string()).into(),
                    Stage::Prepared.word().into(),
                    0.into(),
                    at.into(),
                    0.into(),
                    0.into(),
                ];
                self.0.insert(workshop.to_string(), row);
            }
            Event::Opened { workshop, .. } => {
                let row = self.row(tx, workshop).await?;
                row[8] = Stage::Open.word().into();
                row[11] = at.into();
            }
            Event::Closed { workshop, .. } => {
                let row = self.row(tx, workshop).await?;
                row[8] = Stage::Closed.word().into();
                row[12] = at.into();
            }
            Event::PlacesAdded { workshop, places, .. } => {
                add(&mut self.row(tx, workshop).await?[5], i64::from(*places));
            }
            Event::Entered { workshop, .. } => add(&mut self.row(tx, workshop).await?[9], 1),
        }
        Ok(())
    }

    async fn row(&mut self, tx: &mut Tx, workshop: &WorkshopId) -> Result<&mut [Value], DbError> {
        if !self.0.contains_key(workshop.as_str()) {
            let sql = "select workshop, facilitator, content_id, script, script_version, places,
                tone, on_date, stage, entered, prepared_at, opened_at, closed_at
                from p_workshop_v1 where workshop = $1";
            let row = tx.row(sql, values![workshop.as_str()]).await?;
            let row = row.ok_or_else(|| DbError::unreadable(0, workshop.as_str()))?;
            self.0.insert(workshop.to_string(), row.into_values());
        }
        Ok(self.0.get_mut(workshop.as_str()).expect("just put there"))
    }
}

fn add(value: &mut Value, more: i64) {
    if let Value::Int(number) = value {
        *number += more;
    }
}
