//! One row of the room, and the small tables beside it.

use std::collections::BTreeMap;

use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::workshops::participation::{Consent, Event};
use migrations::value::Kind;
use migrations::{DbError, Tx, Value, values};

use super::Block;

pub(super) const COLUMNS: [Kind; 26] = [
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
    Kind::Text,
    Kind::Int,
    Kind::Int,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Text,
    Kind::Int,
    Kind::Text,
    Kind::Text,
    Kind::Int,
    Kind::Text,
    Kind::Text,
];

pub(super) const NAMES: &str =
    "workshop, person, door, done, note, hand, hand_at, entered_at, last_at,
    position, helper, quote, news, scribe, merged_into, sketch, farewell, gesture, blocks,
    word, word_at, shown, proposed, proposed_at, wall_asked,
    wall_declined";

/// Where a column of [`NAMES`] is.
pub(super) mod column {
    pub const DOOR: usize = 2;
    pub const DONE: usize = 3;
    pub const NOTE: usize = 4;
    pub const HAND: usize = 5;
    pub const HAND_AT: usize = 6;
    pub const LAST_AT: usize = 8;
    pub const POSITION: usize = 9;
    pub const HELPER: usize = 10;
    pub const QUOTE: usize = 11;
    pub const NEWS: usize = 12;
    pub const SCRIBE: usize = 13;
    pub const MERGED_INTO: usize = 14;
    pub const SKETCH: usize = 15;
    pub const FAREWELL: usize = 16;
    pub const GESTURE: usize = 17;
    pub const BLOCKS: usize = 18;
    pub const WORD: usize = 19;
    pub const WORD_AT: usize = 20;
    pub const SHOWN: usize = 21;
    pub const PROPOSED: usize = 22;
    pub const PROPOSED_AT: usize = 23;
    pub const WALL_ASKED: usize = 24;
    pub const WALL_DECLINED: usize = 25;
}

/// What someone's own gesture changes in their row. `at` is in microseconds.
pub(super) fn take_part(row: &mut [Value], event: &Event, at: i64) {
    use Event as E;
    match event {
        E::DoorChosen { door, .. } => row[column::DOOR] = <&'static str>::from(door).into(),
        E::HandRaised { reason, .. } => {
            row[column::HAND] = reason.word().into();
            row[column::HAND_AT] = at.into();
        }
        E::HandLowered { .. } => {
            row[column::HAND] = Value::Null;
            row[column::HELPER] = Value::Null;
            row[column::SHOWN] = Value::Null;
        }
        // After all those that are up.
        E::HandPostponed { .. } => {
            row[column::HAND_AT] = at.into();
            row[column::HELPER] = Value::Null;
        }
        E::HelpClaimed { by, .. } => row[column::HELPER] = by.as_str().into(),
        E::HelpReleased { .. } => row[column::HELPER] = Value::Null,
        E::Sketched { content, .. } => row[column::SKETCH] = content.as_str().into(),
        E::ConsentRecorded { consent, given, .. } => {
            let column = match consent {
                Consent::Quote => column::QUOTE,
                Consent::News => column::NEWS,
            };
            row[column] = (*given).into();
        }
        E::Encouraged { content, .. } => {
            row[column::WORD] = content.as_str().into();
            row[column::WORD_AT] = at.into();
        }
        E::DraftShown { note, .. } => row[column::SHOWN] = note.as_str().into(),
        E::DraftHidden { .. } => row[column::SHOWN] = Value::Null,
        E::StepProposed { step, .. } => {
            row[column::PROPOSED] = step.word().into();
            row[column::PROPOSED_AT] = at.into();
        }
        E::WallAsked { note, .. } => row[column::WALL_ASKED] = note.as_str().into(),
        E::WallAnswered { note, agreed, .. } => {
            row[column::WALL_ASKED] = Value::Null;
            if !agreed {
                row[column::WALL_DECLINED] = note.as_str().into();
            }
        }
        E::ScribeNamed { scribe, .. } => row[column::SCRIBE] = scribe.as_str().into(),
        E::ScribeEnded { .. } => row[column::SCRIBE] = Value::Null,
        E::ObjectiveStated { block, content, .. } => change_block(row, *block, |block| {
            block.stated = Some(content.clone());
        }),
        E::ObjectiveTold { block, reached, .. } => change_block(row, *block, |block| {
            block.reached = Some(*reached);
        }),
        E::FarewellSaid { content, gesture, .. } => {
            row[column::FAREWELL] =
                content.as_ref().map(|content| content.as_str().to_owned()).into();
            row[column::GESTURE] = gesture.map(|gesture| gesture.word().to_owned()).into();
        }
        // `completed_by` has spoken.
        E::StepCompleted { .. } | E::ReactionGiven { .. } => {}
    }
}

fn change_block(row: &mut [Value], number: u32, how: impl FnOnce(&mut Block)) {
    let mut blocks: BTreeMap<u32, Block> =
        serde_json::from_str(&text(&row[column::BLOCKS])).unwrap_or_default();
    how(blocks.entry(number).or_default());
    let told = serde_json::to_string(&blocks).expect("plain data, which always serialises");
    row[column::BLOCKS] = told.into();
}

pub(super) async fn wait(
    tx: &mut Tx,
    workshop: &WorkshopId,
    person: &PersonId,
    at: i64,
) -> Result<(), DbError> {
    let sql = "insert into p_room_waiting (workshop, person, since) values ($1, $2, $3)
        on conflict (workshop, person) do nothing";
    tx.exec(sql, values![workshop.as_str(), person.as_str(), at]).await?;
    Ok(())
}

/// Since when they waited, if they did.
pub(super) async fn stop_waiting(
    tx: &mut Tx,
    workshop: &WorkshopId,
    person: &PersonId,
) -> Result<Option<i64>, DbError> {
    let here = values![workshop.as_str(), person.as_str()];
    let sql = "select since from p_room_waiting where workshop = $1 and person = $2";
    let since = tx.row(sql, here).await?.map(|row| row.int(0));
    if since.is_some() {
        let sql = "delete from p_room_waiting where workshop = $1 and person = $2";
        tx.exec(sql, here).await?;
    }
    Ok(since)
}

/// Says that they were asked to stay out.
pub(super) async fn send_out(
    tx: &mut Tx,
    workshop: &WorkshopId,
    person: &PersonId,
    at: i64,
) -> Result<(), DbError> {
    let sql = "insert into p_room_out (workshop, person, since) values ($1, $2, $3)
        on conflict (workshop, person) do nothing";
    tx.exec(sql, values![workshop.as_str(), person.as_str(), at]).await?;
    Ok(())
}

/// Says that they are not any more.
pub(super) async fn bring_back(
    tx: &mut Tx,
    workshop: &WorkshopId,
    person: &PersonId,
) -> Result<(), DbError> {
    let sql = "delete from p_room_out where workshop = $1 and person = $2";
    tx.exec(sql, values![workshop.as_str(), person.as_str()]).await?;
    Ok(())
}

pub(super) async fn react(
    tx: &mut Tx,
    (workshop, person, note): (&WorkshopId, &PersonId, &NoteId),
    reaction: &str,
    at: i64,
) -> Result<(), DbError> {
    let sql = "insert into p_room_reaction (workshop, person, note, reaction, at)
        values ($1, $2, $3, $4, $5)
        on conflict (workshop, person, note) do update set reaction = excluded.reaction";
    let asked = values![workshop.as_str(), person.as_str(), note.as_str(), reaction, at];
    tx.exec(sql, asked).await?;
    Ok(())
}

/// A cell that holds text; empty when it holds nothing.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Null | Value::Int(_) | Value::Real(_) | Value::Bytes(_) => String::new(),
    }
}
