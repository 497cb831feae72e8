//! Mandates: given by those who look after a community or run a workshop, to somebody who is in it;
//! their hours are noted by whoever holds them.

use chrono::NaiveDate;
use domain::core::ids::{MandateId, PersonId, TimeId};
use domain::groups::mandate::{Command, Mandate, Task, Terms, Within};
use domain::prose::text::{self, TextError};
use migrations::DbError;
use projections::groups::{community, mandate};
use projections::people::membership;
use projections::workshops::workshop;

use super::Groups;
use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope, NewContent};
use crate::engine::execute::Done;

/// The most mandates of one community, or of one workshop.
pub const MOST: i64 = 500;

/// The refusal: a line is longer than it may.
pub const LONG: &str = "mandate-long";

/// The refusal: [`MOST`] mandates were given.
pub const MANY: &str = "mandate-many";

/// The refusal: they are not in it.
pub const NOT_IN_IT: &str = "mandate-not-in-it";

/// What is agreed, as a form says it.
#[derive(Clone, Debug)]
pub struct Agreement {
    pub task: Task,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    pub hours: Option<u32>,
    /// In cents; `None`: it is a gift.
    pub amount: Option<i64>,
    /// What it is, in words; may be blank.
    pub title: String,
    /// Who pays; may be blank.
    pub funder: String,
}

impl Groups<'_> {
    /// Gives a mandate to somebody; a form sent twice gives one.
    ///
    /// # Errors
    /// [`NOT_IN_IT`], [`MANY`], [`LONG`]; what [`Mandate`] refuses.
    pub async fn give_mandate(
        &self,
        within: &Within,
        by: &PersonId,
        (person, agreement): (&PersonId, &Agreement),
        command_id: CommandId,
    ) -> Result<MandateId, Failure> {
        let id: MandateId = self.derived_id("mandate", by.as_str(), &command_id);
        if mandate::find(&self.primary, &id).await?.is_none() {
            if !membership::is_in(&self.primary, within.as_str(), person).await? {
                return Err(Failure::Refused(NOT_IN_IT));
            }
            if !self.gives_mandates(within).await? {
                return Err(Failure::NotFound);
            }
            if mandate::totals(&self.primary, within).await?.0 >= MOST {
                return Err(Failure::Refused(MANY));
            }
        }
        let (content, terms) = self.terms(by, agreement, &command_id)?;
        let command = Command::Give {
            mandate: id.clone(),
            within: within.clone(),
            by: by.clone(),
            person: person.clone(),
            terms,
        };
        let envelope = Envelope::from(by, command_id).with(content);
        self.execute::<Mandate>(id.as_str(), command, envelope).await?;
        Ok(id)
    }

    /// Whether mandates are given there at all: in a community that goes on, in a workshop where
    /// nobody is under fourteen and nobody is simulated.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn gives_mandates(&self, within: &Within) -> Result<bool, DbError> {
        Ok(match within {
            Within::Community(id) => {
                community::find(&self.db, id).await?.is_some_and(|it| !it.has_ended())
            }
            Within::Workshop(id) => workshop::find(&self.db, id).await?.is_some_and(|it| {
                let details = &it.live.details;
                !details.minors && !details.rehearsal
            }),
        })
    }

    /// Agrees upon something else.
    ///
    /// # Errors
    /// [`LONG`]; what [`Mandate`] refuses.
    pub async fn change_mandate(
        &self,
        id: &MandateId,
        by: &PersonId,
        agreement: &Agreement,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let (content, terms) = self.terms(by, agreement, &command_id)?;
        let command = Command::Change { by: by.clone(), terms };
        let envelope = Envelope::from(by, command_id).with(content);
        self.execute::<Mandate>(id.as_str(), command, envelope).await
    }

    fn terms(
        &self,
        by: &PersonId,
        agreement: &Agreement,
        key: &CommandId,
    ) -> Result<(NewContent, Terms), Failure> {
        let line = |words: &str| match text::line(words, text::TITLE_MAX) {
            Err(TextError::Blank) => Ok(String::new()),
            other => other.map_err(|_| Failure::Refused(LONG)),
        };
        let (title, funder) = (line(&agreement.title)?, line(&agreement.funder)?);
        let (content, reference) = self.content(by.as_str(), key, title, String::new(), funder);
        let terms = Terms {
            task: agreement.task,
            from: agreement.from,
            until: agreement.until,
            hours: agreement.hours,
            amount: agreement.amount,
            content: reference.id,
        };
        Ok((content, terms))
    }

    /// Notes time, for whoever is in what it is for still; a form sent twice notes it once.
    ///
    /// # Errors
    /// [`NOT_IN_IT`]; what [`Mandate`] refuses.
    pub async fn note_time(
        &self,
        id: &MandateId,
        person: &PersonId,
        (on, minutes): (NaiveDate, u32),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let found = mandate::find(&self.primary, id).await?.ok_or(Failure::NotFound)?;
        if !membership::is_in(&self.primary, found.within.as_str(), person).await? {
            return Err(Failure::Refused(NOT_IN_IT));
        }
        let time: TimeId = self.derived_id("time", person.as_str(), &command_id);
        let command = Command::NoteTime { person: person.clone(), time, on, minutes };
        self.to_mandate(id, person, command, command_id).await
    }

    /// Takes back time that was noted.
    ///
    /// # Errors
    /// What [`Mandate`] refuses.
    pub async fn remove_time(
        &self,
        id: &MandateId,
        person: &PersonId,
        time: &TimeId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let command = Command::RemoveTime { person: person.clone(), time: time.clone() };
        self.to_mandate(id, person, command, command_id).await
    }

    /// Ends a mandate; or, `goes_on`, goes on with it.
    ///
    /// # Errors
    /// What [`Mandate`] refuses.
    pub async fn end_mandate(
        &self,
        id: &MandateId,
        by: &PersonId,
        goes_on: bool,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let who = by.clone();
        let command = if goes_on { Command::Resume { by: who } } else { Command::End { by: who } };
        self.to_mandate(id, by, command, command_id).await
    }

    async fn to_mandate(
        &self,
        id: &MandateId,
        by: &PersonId,
        command: Command,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        self.execute::<Mandate>(id.as_str(), command, Envelope::from(by, command_id)).await
    }
}
