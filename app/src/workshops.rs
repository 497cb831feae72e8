//! Preparing a workshop, opening its door, and coming in.

use chrono::NaiveDate;
use domain::ids::{PersonId, WorkshopId};
use domain::note::Door;
use domain::participation::{self, HandReason, Participation};
use domain::person::{self, Person};
use domain::script::{Script, Step};
use domain::text::{self, TextError};
use domain::workshop::{self, Command, Tone, Workshop};
use migrations::{DbError, values};

use crate::App;
use crate::envelope::{CommandId, Envelope};
use crate::execute::{CommandError, Done};
use crate::secrets::id;
use crate::words::code;

/// How many times a code is drawn before we admit that something is wrong.
const CODE_TRIES: u32 = 20;

/// What a facilitator decides beforehand.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The name of the workshop.
    pub title: String,
    /// How many may enter.
    pub places: u32,
    /// How it speaks.
    pub tone: Tone,
    /// When, if known.
    pub on: Option<NaiveDate>,
}

/// Why a workshop said no.
#[derive(Debug, thiserror::Error)]
pub enum WorkshopError {
    /// Its name is blank or too long.
    #[error("the name does not fit")]
    Title(TextError),
    /// The name someone wants to go by is blank or too long.
    #[error("the name does not fit")]
    Name(TextError),
    /// The workshop said no, or the log.
    #[error(transparent)]
    Command(#[from] CommandError<workshop::Error>),
    /// The person could not be recorded.
    #[error(transparent)]
    Person(#[from] CommandError<person::Error>),
    /// The database said no.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl App {
    /// Prepares a workshop and makes its door; a form posted twice makes one.
    pub async fn prepare_workshop(
        &self,
        by: &PersonId,
        plan: &Plan,
        command_id: CommandId,
    ) -> Result<WorkshopId, WorkshopError> {
        let title = text::line(&plan.title, text::TITLE_MAX).map_err(WorkshopError::Title)?;
        let id: WorkshopId = self
            .derived_id("workshop", by.as_str(), &command_id)
            .parse()
            .expect("hexadecimal is an identifier");
        self.make_door(&id).await?;
        let (content, reference) =
            self.content(by.as_str(), &command_id, title, String::new(), String::new());
        let command = Command::Prepare {
            workshop: id.clone(),
            by: by.clone(),
            content: reference.id,
            script: Script::express().reference(),
            places: plan.places,
            tone: plan.tone,
            on: plan.on,
        };
        let envelope = Envelope::from(by, command_id).in_workshop(Some(id.clone())).with(content);
        self.execute::<Workshop>(id.as_str(), command, envelope).await?;
        Ok(id)
    }

    async fn make_door(&self, workshop: &WorkshopId) -> Result<(), DbError> {
        let sql = "insert into workshop_doors (workshop, code, link_secret, screen_secret)
            values ($1, $2, $3, $4) on conflict (workshop) do nothing";
        let mut tries = 0;
        loop {
            let asked = values![workshop.as_str(), code(), id(), id()];
            match self.primary.exec(sql, asked).await {
                Err(DbError::Taken(_)) if tries < CODE_TRIES => tries += 1,
                other => return other.map(|_| ()),
            }
        }
    }

    /// Opens, closes, or adds places.
    pub async fn run_workshop(
        &self,
        id: &WorkshopId,
        by: &PersonId,
        command: Command,
        command_id: CommandId,
    ) -> Result<Done, WorkshopError> {
        let envelope = Envelope::from(by, command_id).in_workshop(Some(id.clone()));
        Ok(self.execute::<Workshop>(id.as_str(), command, envelope).await?)
    }

    /// Lets someone in. Nobody yet: a person is made for them, always the same one
    /// for the same form, so that a second tap on poor wifi makes no double.
    pub async fn enter_workshop(
        &self,
        id: &WorkshopId,
        person: Option<&PersonId>,
        name: &str,
        language: &str,
        command_id: CommandId,
    ) -> Result<PersonId, WorkshopError> {
        let name = text::line(name, text::NAME_MAX).map_err(WorkshopError::Name)?;
        let person = match person {
            Some(person) => person.clone(),
            None => self
                .derived_id("person", id.as_str(), &command_id)
                .parse()
                .expect("hexadecimal is an identifier"),
        };
        let envelope = |key| Envelope::from(&person, key).in_workshop(Some(id.clone()));
        let enter = Command::Enter { person: person.clone() };
        let entered = self.name_in_room(id, &person, &name).await?;
        self.welcome(&person, &entered, language).await?;
        let done = self.record::<Workshop>(id.as_str(), enter, envelope(command_id.clone())).await;
        if matches!(done, Err(CommandError::ByRule(_))) {
            self.forget_stranger(&person).await?;
        }
        done?;
        let arrive = person::Command::Arrive { person: person.clone() };
        let envelope = envelope(command_id.then("person")).because_of(&command_id);
        self.execute::<Person>(person.as_str(), arrive, envelope).await?;
        Ok(person)
    }

    /// Whoever was turned away and was nobody before is nobody again.
    async fn forget_stranger(&self, person: &PersonId) -> Result<(), DbError> {
        let sql = "delete from people where person = $1 and account = 0
            and not exists (select 1 from sessions s where s.person = $1)
            and not exists (select 1 from p_room_v2 r where r.person = $1)";
        self.primary.exec(sql, values![person.as_str()]).await?;
        Ok(())
    }

    /// The name itself, or “Camille 2” when someone in the room goes by it already.
    async fn name_in_room(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        name: &str,
    ) -> Result<String, DbError> {
        let room = projections::room::since(&self.db, id, 0).await?;
        let taken = |name: &str| {
            let folded = name.to_lowercase();
            room.iter().any(|one| one.person != *person && one.name.to_lowercase() == folded)
        };
        if !taken(name) {
            return Ok(name.to_owned());
        }
        let numbered = (2..).map(|number| format!("{name} {number}"));
        Ok(numbered.into_iter().find(|name| !taken(name)).unwrap_or_else(|| name.to_owned()))
    }

    /// Chooses a door.
    pub async fn choose_door(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        door: Door,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person) = (id.clone(), person.clone());
        let command = participation::Command::ChooseDoor { workshop, person, door };
        self.take_part(command, command_id).await
    }

    /// Is done with a step that leaves no other trace.
    pub async fn complete_step(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        step: Step,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person) = (id.clone(), person.clone());
        let command = participation::Command::CompleteStep { workshop, person, step };
        self.take_part(command, command_id).await
    }

    /// Raises a hand.
    pub async fn raise_hand(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        reason: HandReason,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person) = (id.clone(), person.clone());
        let command = participation::Command::RaiseHand { workshop, person, reason };
        self.take_part(command, command_id).await
    }

    /// Lowers a hand: one's own, or someone's when the facilitator (`by`) has come.
    pub async fn lower_hand(
        &self,
        id: &WorkshopId,
        person: &PersonId,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person) = (id.clone(), person.clone());
        let command = participation::Command::LowerHand { workshop, person };
        self.take_part_as(by, command, command_id).await
    }

    async fn take_part(
        &self,
        command: participation::Command,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let by = command.place().1.clone();
        self.take_part_as(&by, command, command_id).await
    }

    async fn take_part_as(
        &self,
        by: &PersonId,
        command: participation::Command,
        command_id: CommandId,
    ) -> Result<Done, CommandError<participation::Error>> {
        let (workshop, person) = command.place();
        let stream = format!("{workshop}.{person}");
        let envelope = Envelope::from(by, command_id).in_workshop(Some(workshop.clone()));
        self.execute::<Participation>(&stream, command, envelope).await
    }
}
