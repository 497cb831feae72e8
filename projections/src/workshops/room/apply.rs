//! How events are applied to the room.
//!
//! A hand raised while the workshop was being closed is raised in another stream: the
//! order of the log decides. After `Closed`, hands are down and stay down.

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::notes::note;
use domain::workshops::participation;
use domain::workshops::script::Step;
use domain::workshops::workshop;
use migrations::value::Kind;
use migrations::{DbError, Tx, values};

use super::beside::{bring_back, react, send_out, stop_waiting, wait};
use super::participant::Remembered;
use crate::core::declare::{About, projection};
use crate::{Projection, Recorded};

const STAGE: &str = "insert into p_room_stage (workshop, closed) {rows}
    on conflict (workshop) do update set closed = excluded.closed";

projection! {
    /// The room projection.
    pub struct Room = "room" version 7 readable [6];
    tables ["p_room", "p_room_stage", "p_room_waiting", "p_room_reaction", "p_room_out"] in "../room.sql";
    hears Heard { Workshop, Participation, Note, Thanks, Link }
}

#[async_trait]
impl Projection for Room {
    fn about(&self) -> About {
        Self::ABOUT
    }

    async fn project(&self, tx: &mut Tx, batch: &[Recorded]) -> Result<(), DbError> {
        let mut fold = Fold::default();
        for (heard, recorded) in Heard::of(batch) {
            fold.apply(tx, heard, recorded).await?;
        }
        let rows = fold.rows.values().map(Remembered::values).collect();
        tx.many(&Remembered::upsert(), Remembered::KINDS, rows).await?;
        let stages = fold.closed.into_iter().map(|(id, closed)| vec![id.into(), closed.into()]);
        tx.many(STAGE, &[Kind::Text, Kind::Int], stages.collect()).await
    }
}

type Key = (WorkshopId, PersonId);

#[derive(Default)]
struct Fold {
    rows: BTreeMap<Key, Remembered>,
    /// Whether a workshop is closed, as far as this batch has said or asked.
    closed: BTreeMap<String, bool>,
}

impl Fold {
    async fn apply(
        &mut self,
        tx: &mut Tx,
        heard: Heard<'_>,
        recorded: &Recorded,
    ) -> Result<(), DbError> {
        if let Some((workshop, person, step)) = Step::completed_by(&recorded.fact) {
            let key = (workshop.clone(), person.clone());
            self.complete(tx, key, step, recorded).await?;
        }
        match heard {
            Heard::Workshop(workshop::Event::Opened { workshop, .. }) => {
                self.closed.insert(workshop.to_string(), false);
                Ok(())
            }
            Heard::Workshop(workshop::Event::Closed { workshop, .. }) => {
                self.close(tx, workshop, recorded).await
            }
            Heard::Workshop(workshop::Event::Entered { workshop, person }) => {
                // Whoever waited and comes in by themselves waits no more.
                stop_waiting(tx, workshop, person).await?;
                self.enter(workshop, person, recorded.at, recorded);
                Ok(())
            }
            Heard::Workshop(workshop::Event::Waited { workshop, person }) => {
                wait(tx, workshop, person, recorded.at).await
            }
            Heard::Workshop(workshop::Event::Admitted { workshop, person, .. }) => {
                // They were there since they came to the door.
                let since = stop_waiting(tx, workshop, person).await?;
                bring_back(tx, workshop, person).await?;
                self.enter(workshop, person, since.unwrap_or(recorded.at), recorded);
                Ok(())
            }
            Heard::Workshop(
                workshop::Event::SentOut { workshop, person, .. }
                | workshop::Event::Dismissed { workshop, person, .. },
            ) => {
                stop_waiting(tx, workshop, person).await?;
                send_out(tx, workshop, person, recorded.at).await?;
                let key = (workshop.clone(), person.clone());
                self.change(tx, key, recorded, |row| {
                    row.hand = None;
                    row.shown = None;
                })
                .await
            }
            Heard::Workshop(workshop::Event::BroughtBack { workshop, person, .. }) => {
                bring_back(tx, workshop, person).await?;
                let key = (workshop.clone(), person.clone());
                self.change(tx, key, recorded, |_| {}).await
            }
            Heard::Workshop(workshop::Event::Merged { workshop, person, into, .. }) => {
                let key = (workshop.clone(), person.clone());
                self.change(tx, key, recorded, |row| {
                    row.merged_into = Some(into.clone());
                    row.hand = None;
                    row.shown = None;
                })
                .await
            }
            Heard::Participation(participation::Event::HandRaised { workshop, .. })
                if self.is_closed(tx, workshop).await? =>
            {
                Ok(())
            }
            Heard::Participation(event) => self.take_part(tx, event, recorded).await,
            Heard::Note(note::Event::Drafted {
                note,
                by,
                workshop: Some(workshop),
                door: Some(_),
                ..
            }) => {
                let key = (workshop.clone(), by.clone());
                self.change(tx, key, recorded, |row| {
                    // The first note written here is the one the path is about.
                    row.note.get_or_insert_with(|| note.clone());
                })
                .await
            }
            Heard::Note(note::Event::Published { note, .. }) => {
                match self.person_for_session(tx, note).await? {
                    Some(key) => self.complete(tx, key, Step::Publish, recorded).await,
                    None => Ok(()),
                }
            }
            Heard::Note(note::Event::Withdrawn { note, .. }) => {
                match self.person_for_session(tx, note).await? {
                    Some(key) => self.undo(tx, key, Step::Publish, recorded).await,
                    None => Ok(()),
                }
            }
            // Whoever writes it no more goes on without it; another note may be begun.
            Heard::Note(note::Event::AuthorLeft { note, person, .. }) => {
                match self.person_for_session(tx, note).await? {
                    Some(key) if key.1 == *person => {
                        self.change(tx, key, recorded, |row| {
                            row.note = None;
                            row.shown = None;
                        })
                        .await
                    }
                    Some(_) | None => Ok(()),
                }
            }
            Heard::Note(
                note::Event::Drafted { .. }
                | note::Event::Revised { .. }
                | note::Event::PassageErased { .. }
                | note::Event::PassageRestored { .. }
                | note::Event::AuthorJoined { .. }
                | note::Event::Shared { .. }
                | note::Event::Unshared { .. }
                | note::Event::Opened { .. }
                | note::Event::Closed { .. }
                | note::Event::Described { .. }
                | note::Event::AuthorshipAsked { .. }
                | note::Event::AuthorshipDeclined { .. }
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
            | Heard::Workshop(
                workshop::Event::Prepared { .. }
                | workshop::Event::PlacesAdded { .. }
                | workshop::Event::DoorSet { .. }
                | workshop::Event::Arranged { .. }
                | workshop::Event::Detailed { .. }
                | workshop::Event::Renamed { .. }
                | workshop::Event::ToneSet { .. }
                | workshop::Event::RoleTaken { .. }
                | workshop::Event::RoleEnded { .. }
                | workshop::Event::MandateSet { .. }
                | workshop::Event::ItemStarted { .. }
                | workshop::Event::ItemExtended { .. }
                | workshop::Event::PaceSet { .. }
                | workshop::Event::Announced { .. }
                | workshop::Event::SceneShown { .. }
                | workshop::Event::NamesSeen { .. }
                | workshop::Event::StoryShown { .. }
                | workshop::Event::StoryHidden { .. }
                | workshop::Event::WordsErased { .. }
                | workshop::Event::Concluded { .. }
                | workshop::Event::SynthesisBegun { .. },
            )
            | Heard::Thanks(_)
            | Heard::Link(_) => Ok(()),
        }
    }

    async fn is_closed(&mut self, tx: &mut Tx, workshop: &WorkshopId) -> Result<bool, DbError> {
        if let Some(closed) = self.closed.get(workshop.as_str()) {
            return Ok(*closed);
        }
        let sql = "select closed from p_room_stage where workshop = $1";
        let row = tx.row(sql, values![workshop.as_str()]).await?;
        let closed = row.is_some_and(|row| row.cells().yes());
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
        let sql = "select person from p_room where workshop = $1 and hand is not null";
        let up = tx.rows(sql, values![workshop.as_str()]).await?;
        let here =
            self.rows.iter().filter(|((place, _), row)| place == workshop && row.hand.is_some());
        let mut people: Vec<PersonId> = here.map(|((_, person), _)| person.clone()).collect();
        for row in &up {
            people.push(row.cells().parsed()?);
        }
        for person in people {
            let key = (workshop.clone(), person);
            self.change(tx, key, recorded, |row| {
                row.hand = None;
                row.shown = None;
            })
            .await?;
        }
        Ok(())
    }

    fn enter(&mut self, workshop: &WorkshopId, person: &PersonId, since: i64, recorded: &Recorded) {
        let key = (workshop.clone(), person.clone());
        let row = Remembered {
            entered_at: since,
            last_at: recorded.at,
            position: recorded.position,
            ..Remembered::new(workshop.clone(), person.clone())
        };
        self.rows.insert(key, row);
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
        | E::HandLowered { workshop, person }
        | E::HandPostponed { workshop, person, .. }
        | E::HelpClaimed { workshop, person, .. }
        | E::HelpReleased { workshop, person, .. }
        | E::Sketched { workshop, person, .. }
        | E::ReactionGiven { workshop, person, .. }
        | E::ConsentRecorded { workshop, person, .. }
        | E::Encouraged { workshop, person, .. }
        | E::ScribeNamed { workshop, person, .. }
        | E::ScribeEnded { workshop, person, .. }
        | E::ObjectiveStated { workshop, person, .. }
        | E::ObjectiveTold { workshop, person, .. }
        | E::DraftShown { workshop, person, .. }
        | E::DraftHidden { workshop, person }
        | E::StepProposed { workshop, person, .. }
        | E::WallAsked { workshop, person, .. }
        | E::WallAnswered { workshop, person, .. }
        | E::FarewellSaid { workshop, person, .. }) = event;
        if let E::ReactionGiven { note, reaction, .. } = event {
            react(tx, (workshop, person, note), reaction.word(), recorded.at).await?;
        }
        let key = (workshop.clone(), person.clone());
        self.change(tx, key, recorded, |row| row.take_part(event, recorded.at)).await
    }

    async fn complete(
        &mut self,
        tx: &mut Tx,
        key: Key,
        step: Step,
        recorded: &Recorded,
    ) -> Result<(), DbError> {
        self.change(tx, key, recorded, |row| {
            if !row.done.contains(&step) {
                row.done.push(step);
            }
            row.last_at = recorded.at;
            row.proposed = row.proposed.filter(|proposed| *proposed != step);
            // Whoever moves on is helped already.
            if row.hand.is_none() {
                row.helper = None;
            }
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
            row.done.retain(|done| *done != step);
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
        how: impl FnOnce(&mut Remembered),
    ) -> Result<(), DbError> {
        if !self.rows.contains_key(&key) {
            let columns = Remembered::select("");
            let sql = format!("select {columns} from p_room where workshop = $1 and person = $2");
            let found = tx.row(&sql, values![key.0.as_str(), key.1.as_str()]).await?;
            let Some(found) = found else { return Ok(()) };
            self.rows.insert(key.clone(), Remembered::read(&found)?);
        }
        let row = self.rows.get_mut(&key).expect("just put there");
        how(row);
        row.position = recorded.position;
        Ok(())
    }

    /// Whose row has `note`, in this batch or before.
    async fn person_for_session(&self, tx: &mut Tx, note: &NoteId) -> Result<Option<Key>, DbError> {
        let here = self.rows.iter().find(|(_, row)| row.note.as_ref() == Some(note));
        if let Some((key, _)) = here {
            return Ok(Some(key.clone()));
        }
        let sql = "select workshop, person from p_room where note = $1";
        let found = tx.row(sql, values![note.as_str()]).await?;
        found
            .map(|row| {
                let cells = row.cells();
                Ok((cells.parsed()?, cells.parsed()?))
            })
            .transpose()
    }
}
