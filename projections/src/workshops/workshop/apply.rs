//! How events are applied to the workshops projection.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::core::ids::{PersonId, WorkshopId};
use domain::workshops::workshop::{Event, Role};
use migrations::value::Kind;
use migrations::{DbError, Tx, Value, values};

use super::{Live, Stage};
use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

const COLUMNS: [Kind; 15] = [
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
    Kind::Text,
    Kind::Int,
];

const NAMES: &str = "workshop, facilitator, content_id, script, script_version, places, tone,
    on_date, stage, entered, prepared_at, opened_at, closed_at, live, position";

/// Where a column of [`NAMES`] is.
mod column {
    pub const CONTENT: usize = 2;
    pub const SCRIPT: usize = 3;
    pub const VERSION: usize = 4;
    pub const PLACES: usize = 5;
    pub const TONE: usize = 6;
    pub const STAGE: usize = 8;
    pub const ENTERED: usize = 9;
    pub const OPENED_AT: usize = 11;
    pub const CLOSED_AT: usize = 12;
    pub const LIVE: usize = 13;
    pub const POSITION: usize = 14;
}

projection! {
    /// The workshops projection.
    pub struct Workshops = "workshop" version 3 readable [2];
    tables ["p_workshop", "p_workshop_role"] in "../workshop.sql";
    hears Heard { Workshop }
}

#[async_trait]
impl Projection for Workshops {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut fold = Fold::default();
        for (Heard::Workshop(event), recorded) in Heard::of(batch) {
            fold.apply(tx, event, recorded).await?;
        }
        let upsert = format!(
            "insert into p_workshop ({NAMES}) {{rows}}
             on conflict (workshop) do update set content_id = excluded.content_id,
                script = excluded.script, script_version = excluded.script_version,
                places = excluded.places, tone = excluded.tone, stage = excluded.stage,
                entered = excluded.entered, opened_at = excluded.opened_at,
                closed_at = excluded.closed_at, live = excluded.live,
                position = excluded.position"
        );
        tx.many(&upsert, &COLUMNS, fold.0.into_values().collect()).await
    }
}

#[derive(Default)]
struct Fold(BTreeMap<String, Vec<Value>>);

impl Fold {
    async fn apply(
        &mut self,
        tx: &mut Tx,
        event: &Event,
        recorded: &Recorded,
    ) -> Result<(), DbError> {
        let at = recorded.at;
        if let Event::Prepared { workshop, .. } = event {
            self.0.insert(workshop.to_string(), begun(event, recorded));
            return Ok(());
        }
        let row = self.row(tx, place(event)).await?;
        row[column::POSITION] = recorded.position.into();
        match event {
            Event::Opened { .. } => {
                row[column::STAGE] = Stage::Open.word().into();
                if row[column::OPENED_AT] == Value::Int(0) {
                    row[column::OPENED_AT] = at.into();
                }
            }
            Event::Closed { .. } => {
                row[column::STAGE] = Stage::Closed.word().into();
                row[column::CLOSED_AT] = at.into();
            }
            Event::PlacesAdded { places, .. } => {
                add(&mut row[column::PLACES], i64::from(*places));
            }
            Event::Entered { .. } | Event::Admitted { .. } | Event::BroughtBack { .. } => {
                add(&mut row[column::ENTERED], 1);
            }
            Event::Merged { .. } | Event::SentOut { .. } => add(&mut row[column::ENTERED], -1),
            Event::Renamed { content, .. } => {
                row[column::CONTENT] = content.as_str().into();
                change_live(row, event, at);
            }
            Event::ToneSet { tone, .. } => row[column::TONE] = tone.word().into(),
            Event::RoleTaken { workshop, person, role } => {
                take_role(tx, (workshop, person, *role), at).await?;
            }
            Event::RoleEnded { workshop, person, role, .. } => {
                end_role(tx, (workshop, person, *role)).await?;
            }
            Event::Arranged { script, .. } => {
                row[column::SCRIPT] = script.name.as_str().into();
                row[column::VERSION] = i64::from(script.version).into();
                change_live(row, event, at);
            }
            Event::Detailed { .. }
            | Event::MandateSet { .. }
            | Event::ItemStarted { .. }
            | Event::ItemExtended { .. }
            | Event::PaceSet { .. }
            | Event::Announced { .. }
            | Event::SceneShown { .. }
            | Event::DoorSet { .. }
            | Event::Concluded { .. }
            | Event::SynthesisBegun { .. } => change_live(row, event, at),
            Event::Prepared { .. } | Event::Waited { .. } | Event::Dismissed { .. } => {}
        }
        Ok(())
    }

    async fn row(&mut self, tx: &mut Tx, workshop: &WorkshopId) -> Result<&mut [Value], DbError> {
        if !self.0.contains_key(workshop.as_str()) {
            let sql = format!("select {NAMES} from p_workshop where workshop = $1");
            let row = tx.row(&sql, values![workshop.as_str()]).await?;
            let row = row.ok_or_else(|| DbError::unreadable(0, workshop.as_str()))?;
            self.0.insert(workshop.to_string(), row.into_values());
        }
        Ok(self.0.get_mut(workshop.as_str()).expect("just put there"))
    }
}

/// The row of a workshop that has just been prepared.
fn begun(event: &Event, recorded: &Recorded) -> Vec<Value> {
    let Event::Prepared { workshop, by, content, script, places, tone, on } = event else {
        return vec![];
    };
    vec![
        workshop.as_str().into(),
        by.as_str().into(),
        content.as_str().into(),
        script.name.as_str().into(),
        i64::from(script.version).into(),
        i64::from(*places).into(),
        tone.word().into(),
        on.map(|date| date.to_string()).into(),
        Stage::Prepared.word().into(),
        0.into(),
        recorded.at.into(),
        0.into(),
        0.into(),
        "{}".into(),
        recorded.position.into(),
    ]
}

/// Where an event happened.
fn place(event: &Event) -> &WorkshopId {
    use Event as E;
    let (E::Prepared { workshop, .. }
    | E::Opened { workshop, .. }
    | E::Closed { workshop, .. }
    | E::PlacesAdded { workshop, .. }
    | E::Entered { workshop, .. }
    | E::Arranged { workshop, .. }
    | E::Detailed { workshop, .. }
    | E::Renamed { workshop, .. }
    | E::ToneSet { workshop, .. }
    | E::RoleTaken { workshop, .. }
    | E::RoleEnded { workshop, .. }
    | E::MandateSet { workshop, .. }
    | E::Waited { workshop, .. }
    | E::Admitted { workshop, .. }
    | E::DoorSet { workshop, .. }
    | E::SentOut { workshop, .. }
    | E::Dismissed { workshop, .. }
    | E::BroughtBack { workshop, .. }
    | E::Merged { workshop, .. }
    | E::ItemStarted { workshop, .. }
    | E::ItemExtended { workshop, .. }
    | E::PaceSet { workshop, .. }
    | E::Announced { workshop, .. }
    | E::SceneShown { workshop, .. }
    | E::Concluded { workshop, .. }
    | E::SynthesisBegun { workshop, .. }) = event;
    workshop
}

fn change_live(row: &mut [Value], event: &Event, at: i64) {
    let mut live = match &row[column::LIVE] {
        Value::Text(text) => serde_json::from_str(text).unwrap_or_default(),
        Value::Null | Value::Int(_) | Value::Real(_) | Value::Bytes(_) => Live::default(),
    };
    live.apply(event, at);
    let result = serde_json::to_string(&live).expect("plain data, which always serialises");
    row[column::LIVE] = result.into();
}

async fn take_role(
    tx: &mut Tx,
    (workshop, person, role): (&WorkshopId, &PersonId, Role),
    at: i64,
) -> Result<(), DbError> {
    let sql = "insert into p_workshop_role (workshop, person, role, since)
        values ($1, $2, $3, $4) on conflict (workshop, person, role) do nothing";
    tx.exec(sql, values![workshop.as_str(), person.as_str(), role.word(), at]).await?;
    Ok(())
}

async fn end_role(
    tx: &mut Tx,
    (workshop, person, role): (&WorkshopId, &PersonId, Role),
) -> Result<(), DbError> {
    let sql = "delete from p_workshop_role where workshop = $1 and person = $2 and role = $3";
    tx.exec(sql, values![workshop.as_str(), person.as_str(), role.word()]).await?;
    Ok(())
}

fn add(value: &mut Value, more: i64) {
    if let Value::Int(number) = value {
        *number += more;
    }
}
