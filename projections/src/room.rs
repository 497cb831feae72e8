//! Who is in a workshop and how far they are, live.
//!
//! A hand raised while the workshop was being closed is raised in another stream: the
//! order of the log decides. After `Closed`, hands are down and stay down.
//!
//! Each row remembers the position of the last event that touched it: a console
//! that comes back with `Last-Event-ID` is sent exactly the rows it missed.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::fact::Fact;
use domain::ids::{NoteId, PersonId, WorkshopId};
use domain::note::{self, Door};
use domain::participation::{self, HandReason};
use domain::script::Step;
use domain::workshop;
use migrations::value::Kind;
use migrations::{Db, DbError, Row, Tx, Value, values};

use crate::{Projection, Recorded};

/// One person in one workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub person: PersonId,
    /// The name they go by; empty once erased.
    pub name: String,
    /// The door they chose.
    pub door: Option<Door>,
    /// The steps they have done, in the order they did them.
    pub done: Vec<Step>,
    /// The note they write here.
    pub note: Option<NoteId>,
    /// Why their hand is up, if it is.
    pub hand: Option<HandReason>,
    /// Since when, in microseconds.
    pub hand_at: i64,
    /// When they entered, in microseconds.
    pub entered_at: i64,
    /// When they last moved on, in microseconds.
    pub last_at: i64,
    /// The position of the last event that touched this row.
    pub position: i64,
}

macro_rules! select_participant {
    ($rest:literal) => {
        concat!(
            "select r.person, coalesce(p.name, ''), r.door, r.done, r.note, r.hand, r.hand_at,
                    r.entered_at, r.last_at, r.position
             from p_room_v2 r left join people p on p.person = r.person ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Participant, DbError> {
    Ok(Participant {
        person: row.parsed(0)?,
        name: row.text(1),
        door: row.maybe_text(2).and_then(|word| word.parse().ok()),
        done: row.text(3).split_whitespace().filter_map(|word| word.parse().ok()).collect(),
        note: row.maybe_text(4).and_then(|id| id.parse().ok()),
        hand: row.maybe_text(5).and_then(|word| word.parse().ok()),
        hand_at: row.int(6),
        entered_at: row.int(7),
        last_at: row.int(8),
        position: row.int(9),
    })
}

/// Everyone in `workshop` whose row changed after `position` (0: everyone), in
/// the order they came in.
pub async fn since(
    db: &Db,
    workshop: &WorkshopId,
    position: i64,
) -> Result<Vec<Participant>, DbError> {
    let sql = select_participant!(
        "where r.workshop = $1 and r.position > $2 order by r.entered_at, r.person"
    );
    let rows = db.rows(sql, values![workshop.as_str(), position]).await?;
    rows.iter().map(read).collect()
}

/// One person in `workshop`, if they entered.
pub async fn find(
    db: &Db,
    workshop: &WorkshopId,
    person: &PersonId,
) -> Result<Option<Participant>, DbError> {
    let sql = select_participant!("where r.workshop = $1 and r.person = $2");
    let row = db.row(sql, values![workshop.as_str(), person.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

/// How many hands went up in `workshop` before `at` and are still up.
pub async fn hands_before(db: &Db, workshop: &WorkshopId, at: i64) -> Result<i64, DbError> {
    let sql = "select count(*) from p_room_v2
        where workshop = $1 and hand is not null and hand_at < $2";
    Ok(db.row(sql, values![workshop.as_str(), at]).await?.map_or(0, |row| row.int(0)))
}

/// The workshops `person` entered, the last one first.
pub async fn entered_by(db: &Db, person: &PersonId) -> Result<Vec<WorkshopId>, DbError> {
    let sql = "select workshop from p_room_v2 where person = $1 order by entered_at desc";
    let rows = db.rows(sql, values![person.as_str()]).await?;
    rows.iter().map(|row| row.parsed(0)).collect()
}

/// The room projection.
pub struct Room;

const COLUMNS: [Kind; 10] = [
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Int,
    Kind::Int,
    Kind::Int,
    Kind::Int,
];

const UPSERT: &str = "insert into p_room_v2
        (workshop, person, door, done, note, hand, hand_at, entered_at, last_at, position) {rows}
    on conflict (workshop, person) do update set door = excluded.door, done = excluded.done,
        note = excluded.note, hand = excluded.hand, hand_at = excluded.hand_at,
        last_at = excluded.last_at, position = excluded.position";

const STAGE: &str = "insert into p_room_stage_v2 (workshop, closed) {rows}
    on conflict (workshop) do update set closed = excluded.closed";

#[async_trait]
impl Projection for Room {
    fn name(&self) -> &'static str {
        "room"
    }

    fn version(&self) -> i64 {
        2
    }

    fn readable(&self) -> &'static [i64] {
        &[1]
    }

    fn schema(&self) -> &'static str {
        include_str!("room.sql")
    }

    fn tables(&self) -> &'static [&'static str] {
        &["p_room_v2", "p_room_stage_v2"]
    }

    fn learns_from(&self) -> &'static [&'static str] {
        &["workshop", "participation", "note", "thanks"]
    }

    async fn tell(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut fold = Fold::default();
        for recorded in batch {
            fold.learn(tx, recorded).await?;
        }
        tx.many(UPSERT, &COLUMNS, fold.rows.into_values().collect()).await?;
        let stages = fold.closed.into_iter().map(|(id, closed)| vec![id.into(), closed.into()]);
        tx.many(STAGE, &[Kind::Text, Kind::Int], stages.collect()).await
    }
}

type Key = (String, String);

#[derive(Default)]
struct Fold {
    rows: BTreeMap<Key, Vec<Value>>,
    /// Whether a workshop is closed, as far as this batch has said or asked.
    closed: BTreeMap<String, bool>,
}

impl Fold {
    async fn learn(&mut self, tx: &mut Tx, recorded: &Recorded) -> Result<(), DbError> {
        if let Fact::Workshop(workshop::Event::Entered { workshop, person }) = &recorded.fact {
            self.enter(workshop, person, recorded);
            return Ok(());
        }
        if let Some((workshop, person, step)) = Step::completed_by(&recorded.fact) {
            let key = (workshop.to_string(), person.to_string());
            self.complete(tx, key, step, recorded).await?;
        }
        match &recorded.fact {
            Fact::Workshop(workshop::Event::Opened { workshop, .. }) => {
                self.closed.insert(workshop.to_string(), false);
                Ok(())
            }
            Fact::Workshop(workshop::Event::Closed { workshop, .. }) => {
                self.close(tx, workshop, recorded).await
            }
            Fact::Participation(participation::Event::HandRaised { workshop, .. })
                if self.is_closed(tx, workshop).await? =>
            {
                Ok(())
            }
            Fact::Participation(event) => self.take_part(tx, event, recorded).await,
            Fact::Note(note::Event::Drafted { note, by, workshop: Some(workshop), .. }) => {
                let key = (workshop.to_string(), by.to_string());
                self.change(tx, key, recorded, |row| {
                    // The first note written here is the one the path is about.
                    if row[4] == Value::Null {
                        row[4] = note.as_str().into();
                    }
                })
                .await
            }
            Fact::Note(note::Event::Published { note, .. }) => match self.holder(tx, note).await? {
                Some(key) => self.complete(tx, key, Step::Publish, recorded).await,
                None => Ok(()),
            },
            Fact::Note(note::Event::Withdrawn { note, .. }) => match self.holder(tx, note).await? {
                Some(key) => self.undo(tx, key, Step::Publish, recorded).await,
                None => Ok(()),
            },
            Fact::Note(
                note::Event::Drafted { .. }
                | note::Event::Revised { .. }
                | note::Event::PassageErased { .. }
                | note::Event::VariantParked { .. }
                | note::Event::VariantSettled { .. }
                | note::Event::SuggestionMade { .. }
                | note::Event::SuggestionAccepted { .. }
                | note::Event::SuggestionDeclined { .. }
                | note::Event::RevisionNamed { .. }
                | note::Event::RevisionUnnamed { .. }
                | note::Event::RevisionHidden { .. }
                | note::Event::RevisionShown { .. },
            )
            | Fact::Workshop(
                workshop::Event::Prepared { .. }
                | workshop::Event::PlacesAdded { .. }
                | workshop::Event::Entered { .. },
            )
            | Fact::Thanks(_)
            | Fact::Reading(_)
            | Fact::Person(_) => Ok(()),
        }
    }

    async fn is_closed(&mut self, tx: &mut Tx, workshop: &WorkshopId) -> Result<bool, DbError> {
        if let Some(closed) = self.closed.get(workshop.as_str()) {
            return Ok(*closed);
        }
        let sql = "select closed from p_room_stage_v2 where workshop = $1";
        let row = tx.row(sql, values![workshop.as_str()]).await?;
        let closed = row.is_some_and(|row| row.yes(0));
        self.closed.insert(workshop.to_string(), closed);
        Ok(closed)
    }

    /// Every hand comes down with the end of the workshop.
    async fn close(
        &mut self,
        tx: &mut Tx,
        workshop: &WorkshopId,
        recorded: &Recorded,
    ) -> Result<(), DbError> {
        self.closed.insert(workshop.to_string(), true);
        let sql = "select person from p_room_v2 where workshop = $1 and hand is not null";
        let up = tx.rows(sql, values![workshop.as_str()]).await?;
        let here = self
            .rows
            .iter()
            .filter(|((place, _), row)| place == workshop.as_str() && row[5] != Value::Null);
        let mut people: Vec<String> = here.map(|((_, person), _)| person.clone()).collect();
        people.extend(up.iter().map(|row| row.text(0)));
        for person in people {
            let key = (workshop.to_string(), person);
            self.change(tx, key, recorded, |row| row[5] = Value::Null).await?;
        }
        Ok(())
    }

    fn enter(&mut self, workshop: &WorkshopId, person: &PersonId, recorded: &Recorded) {
        let row = vec![
            workshop.as_str().into(),
            person.as_str().into(),
            Value::Null,
            "".into(),
            Value::Null,
            Value::Null,
            0.into(),
            recorded.at.into(),
            recorded.at.into(),
            recorded.position.into(),
        ];
        self.rows.insert((workshop.to_string(), person.to_string()), row);
    }

    async fn take_part(
        &mut self,
        tx: &mut Tx,
        event: &participation::Event,
        recorded: &Recorded,
    ) -> Result<(), DbError> {
        use participation::Event as E;
        let (E::DoorChosen { workshop, person, .. }
        | E::StepCompleted { workshop, person, .. }
        | E::HandRaised { workshop, person, .. }
        | E::HandLowered { workshop, person }) = event;
        let key = (workshop.to_string(), person.to_string());
        self.change(tx, key, recorded, |row| match event {
            E::DoorChosen { door, .. } => row[2] = <&'static str>::from(door).into(),
            E::HandRaised { reason, .. } => {
                row[5] = <&'static str>::from(reason).into();
                row[6] = recorded.at.into();
            }
            E::HandLowered { .. } => row[5] = Value::Null,
            // `completed_by` has spoken.
            E::StepCompleted { .. } => {}
        })
        .await
    }

    async fn complete(
        &mut self,
        tx: &mut Tx,
        key: Key,
        step: Step,
        recorded: &Recorded,
    ) -> Result<(), DbError> {
        self.change(tx, key, recorded, |row| {
            let done = text(&row[3]);
            if !done.split_whitespace().any(|word| word == step.word()) {
                row[3] = format!("{done} {}", step.word()).trim().into();
            }
            row[8] = recorded.at.into();
        })
        .await
    }

    async fn undo(
        &mut self,
        tx: &mut Tx,
        key: Key,
        step: Step,
        recorded: &Recorded,
    ) -> Result<(), DbError> {
        self.change(tx, key, recorded, |row| {
            let done = text(&row[3]);
            let kept: Vec<_> =
                done.split_whitespace().filter(|word| *word != step.word()).collect();
            row[3] = kept.join(" ").into();
        })
        .await
    }

    /// Changes one row; someone who acts on a workshop they never entered (its
    /// facilitator, trying it) has no row, and none is made.
    async fn change(
        &mut self,
        tx: &mut Tx,
        key: Key,
        recorded: &Recorded,
        how: impl FnOnce(&mut Vec<Value>),
    ) -> Result<(), DbError> {
        if !self.rows.contains_key(&key) {
            let sql = "select workshop, person, door, done, note, hand, hand_at, entered_at,
                last_at, position from p_room_v2 where workshop = $1 and person = $2";
            let found = tx.row(sql, values![key.0.as_str(), key.1.as_str()]).await?;
            let Some(found) = found else { return Ok(()) };
            self.rows.insert(key.clone(), found.into_values());
        }
        let row = self.rows.get_mut(&key).expect("just put there");
        how(row);
        row[9] = recorded.position.into();
        Ok(())
    }

    /// Whose row has `note`, in this batch or before.
    async fn holder(&self, tx: &mut Tx, note: &NoteId) -> Result<Option<Key>, DbError> {
        let here = self.rows.iter().find(|(_, row)| row[4] == note.as_str().into());
        if let Some((key, _)) = here {
            return Ok(Some(key.clone()));
        }
        let sql = "select workshop, person from p_room_v2 where note = $1";
        Ok(tx.row(sql, values![note.as_str()]).await?.map(|row| (row.text(0), row.text(1))))
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Null | Value::Int(_) | Value::Real(_) | Value::Bytes(_) => String::new(),
    }
}
