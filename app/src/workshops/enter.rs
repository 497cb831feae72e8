//! Coming into a workshop, or waiting at its door.

use std::collections::HashSet;

use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::event_store::LoadError;
use crate::workshops::Workshops;
use domain::core::ids::{PersonId, WorkshopId};
use domain::people::person::{self, Person};
use domain::prose::text;
use domain::workshops::participation;
use domain::workshops::workshop::{Command, Workshop};
use migrations::{DbError, values};

impl Workshops<'_> {
    /// Lets someone in. Nobody yet: a person is made for them, always the same one
    /// for the same form, so that a second tap on poor wifi makes no double.
    pub async fn enter_workshop(
        &self,
        id: &WorkshopId,
        person: Option<&PersonId>,
        name: &str,
        language: &str,
        command_id: CommandId,
    ) -> Result<PersonId, Failure> {
        let enter = |person| Command::Enter { person };
        self.request_entry(id, person, (name, language), enter, command_id).await
    }

    /// Has someone wait at the door of a room that is full or over; they are let in by
    /// whoever runs it, with the time they came.
    pub async fn wait_at_door(
        &self,
        id: &WorkshopId,
        person: Option<&PersonId>,
        name: &str,
        language: &str,
        command_id: CommandId,
    ) -> Result<PersonId, Failure> {
        let wait = |person| Command::Wait { person };
        self.request_entry(id, person, (name, language), wait, command_id).await
    }

    /// Whether the log says that someone has come in, whatever the tables show so far.
    pub async fn has_come_in(&self, id: &WorkshopId, person: &PersonId) -> Result<bool, LoadError> {
        let (workshop, _) = self.events.load::<Workshop>(id.as_str()).await?;
        Ok(workshop.has(person))
    }

    async fn request_entry(
        &self,
        id: &WorkshopId,
        person: Option<&PersonId>,
        (name, language): (&str, &str),
        ask: impl FnOnce(PersonId) -> Command + Send,
        command_id: CommandId,
    ) -> Result<PersonId, Failure> {
        let name = text::line(name, text::NAME_MAX).map_err(Failure::name)?;
        let person = self.person_acting(id, person, &command_id);
        let envelope = |key| Envelope::from(&person, key).in_workshop(Some(id.clone()));
        let entered = self.name_in_room(id, &person, &name).await?;
        self.people().ensure_person(&person, &entered, language).await?;
        let done = self
            .record::<Workshop>(id.as_str(), ask(person.clone()), envelope(command_id.clone()))
            .await;
        if matches!(done, Err(Failure::Rule(_))) {
            self.forget_stranger(&person).await?;
        }
        done?;
        let arrive = person::Command::Arrive { person: person.clone() };
        let envelope = envelope(command_id.then("person")).because_of(&command_id);
        self.execute::<Person>(person.as_str(), arrive, envelope).await?;
        Ok(person)
    }

    /// Someone who is in the room without a phone: whoever adds them gives them a place,
    /// and may write for them.
    pub async fn add_without_phone(
        &self,
        id: &WorkshopId,
        by: &PersonId,
        name: &str,
        command_id: CommandId,
    ) -> Result<PersonId, Failure> {
        let key = command_id.then("absent");
        let stranger = self.person_acting(id, None, &key);
        let by_whom = by.clone();
        let seat = |person| Command::Seat { person, by: by_whom };
        let person = self.request_entry(id, Some(&stranger), (name, "fr"), seat, key).await?;
        let act = participation::Act::NameScribe(by.clone());
        self.take_part((id, &person), by, act, command_id).await?;
        Ok(person)
    }

    /// The person who acts: known already, or made for this very form.
    fn person_acting(
        &self,
        id: &WorkshopId,
        person: Option<&PersonId>,
        command_id: &CommandId,
    ) -> PersonId {
        person.cloned().unwrap_or_else(|| self.derived_id("person", id.as_str(), command_id))
    }

    /// Whoever was turned away and was nobody before is nobody again.
    async fn forget_stranger(&self, person: &PersonId) -> Result<(), DbError> {
        if projections::workshops::room::knows(&self.primary, person).await? {
            return Ok(());
        }
        let sql = "delete from people where person = $1 and account = 0
            and not exists (select 1 from sessions s where s.person = $1)";
        self.primary.exec(sql, values![person.as_str()]).await?;
        Ok(())
    }

    /// The name itself, or “Camille 2” when someone in the room goes by it already, or by one
    /// that is written another way and looks the same.
    pub(crate) async fn name_in_room(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        name: &str,
    ) -> Result<String, DbError> {
        let room = projections::workshops::room::names(&self.db, id).await?;
        let others = room.iter().filter(|(who, _)| who != person.as_str());
        let others: HashSet<String> = others.map(|(_, known)| text::called(known)).collect();
        let taken = |name: &str| others.contains(&text::called(name));
        if !taken(name) {
            return Ok(name.to_owned());
        }
        let numbered = (2..).map(|number| format!("{name} {number}"));
        Ok(numbered.into_iter().find(|name| !taken(name)).unwrap_or_else(|| name.to_owned()))
    }
}
