//! How events are applied to the workshops projection.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::core::ids::{ContentId, PersonId, WorkshopId};
use domain::workshops::workshop::{Event, Role, Tone};
use migrations::value::Kind;
use migrations::{DbError, Row, Tx, Value, values};

use super::{Live, Stage};
use crate::core::columns::{Column, columns, text_columns};
use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

text_columns!(Tone: |tone| tone.word());
text_columns!(Stage: |stage| stage.word());

/// In JSON.
impl Column for Live {
    const KIND: Kind = Kind::Text;

    fn read(row: &Row, at: usize) -> Result<Self, DbError> {
        Ok(serde_json::from_str(&row.text(at)).unwrap_or_default())
    }

    fn value(&self) -> Value {
        serde_json::to_string(self).expect("plain data, which always serialises").into()
    }
}

columns! {
    /// A workshop as its table holds it. Times are in microseconds, 0 when there is none.
    pub struct Stored in "p_workshop"
    by { workshop: WorkshopId }
    has {
        facilitator: PersonId,
        content_id: ContentId,
        script: String,
        script_version: i64,
        places: i64,
        tone: Tone,
        on_date: Option<String>,
        stage: Stage,
        entered: i64,
        prepared_at: i64,
        opened_at: i64,
        closed_at: i64,
        /// Whether people under fourteen are in it.
        minors: bool,
        /// Whether anyone may read how it went.
        story: bool,
        live: Live,
        /// The position of the last event about it.
        position: i64,
    }
}

projection! {
    /// The workshops projection.
    pub struct Workshops = "workshop" version 5 readable [2, 3, 4];
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
        let rows = fold.0.values().map(Stored::values).collect();
        tx.many(&Stored::upsert(), Stored::KINDS, rows).await
    }
}

#[derive(Default)]
struct Fold(BTreeMap<WorkshopId, Stored>);

impl Fold {
    async fn apply(
        &mut self,
        tx: &mut Tx,
        event: &Event,
        recorded: &Recorded,
    ) -> Result<(), DbError> {
        let at = recorded.at;
        if let Event::Prepared { workshop, by, content, script, places, tone, on } = event {
            let row = Stored {
                workshop: workshop.clone(),
                facilitator: by.clone(),
                content_id: content.clone(),
                script: script.name.clone(),
                script_version: i64::from(script.version),
                places: i64::from(*places),
                tone: *tone,
                on_date: on.map(|date| date.to_string()),
                stage: Stage::Prepared,
                entered: 0,
                prepared_at: at,
                opened_at: 0,
                closed_at: 0,
                minors: false,
                story: false,
                live: Live::default(),
                position: recorded.position,
            };
            self.0.insert(workshop.clone(), row);
            return Ok(());
        }
        let row = self.row(tx, place(event)).await?;
        row.position = recorded.position;
        match event {
            Event::Opened { .. } => {
                row.stage = Stage::Open;
                if row.opened_at == 0 {
                    row.opened_at = at;
                }
            }
            Event::Closed { .. } => (row.stage, row.closed_at) = (Stage::Closed, at),
            Event::PlacesAdded { places, .. } => row.places += i64::from(*places),
            Event::Entered { .. } | Event::Admitted { .. } | Event::BroughtBack { .. } => {
                row.entered += 1;
            }
            Event::Merged { .. } | Event::SentOut { .. } => row.entered -= 1,
            Event::Renamed { content, .. } => {
                row.content_id = content.clone();
                row.live.apply(event, at);
            }
            Event::ToneSet { tone, .. } => row.tone = *tone,
            Event::RoleTaken { workshop, person, role } => {
                take_role(tx, (workshop, person, *role), at).await?;
            }
            Event::RoleEnded { workshop, person, role, .. } => {
                end_role(tx, (workshop, person, *role)).await?;
            }
            Event::Arranged { script, .. } => {
                row.script.clone_from(&script.name);
                row.script_version = i64::from(script.version);
                row.live.apply(event, at);
            }
            Event::Detailed { details, .. } => {
                row.minors = details.minors;
                row.live.apply(event, at);
            }
            Event::StoryShown { .. } | Event::StoryHidden { .. } => {
                row.story = matches!(event, Event::StoryShown { .. });
                row.live.apply(event, at);
            }
            Event::MandateSet { .. }
            | Event::ItemStarted { .. }
            | Event::ItemExtended { .. }
            | Event::PaceSet { .. }
            | Event::Announced { .. }
            | Event::SceneShown { .. }
            | Event::DoorSet { .. }
            | Event::Concluded { .. }
            | Event::SynthesisBegun { .. } => row.live.apply(event, at),
            Event::Prepared { .. }
            | Event::Waited { .. }
            | Event::Dismissed { .. }
            | Event::NamesSeen { .. }
            | Event::WordsErased { .. } => {}
        }
        Ok(())
    }

    async fn row(&mut self, tx: &mut Tx, workshop: &WorkshopId) -> Result<&mut Stored, DbError> {
        if !self.0.contains_key(workshop) {
            let sql = format!("select {} from p_workshop where workshop = $1", Stored::select(""));
            let row = tx.row(&sql, values![workshop.as_str()]).await?;
            let row = row.ok_or_else(|| DbError::unreadable(0, workshop.as_str()))?;
            self.0.insert(workshop.clone(), Stored::read(&row)?);
        }
        Ok(self.0.get_mut(workshop).expect("just put there"))
    }
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
    | E::NamesSeen { workshop, .. }
    | E::StoryShown { workshop, .. }
    | E::StoryHidden { workshop, .. }
    | E::WordsErased { workshop, .. }
    | E::Concluded { workshop, .. }
    | E::SynthesisBegun { workshop, .. }) = event;
    workshop
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
