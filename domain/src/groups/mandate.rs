//! A mandate: somebody does something for a community or a workshop, for a time, paid or not; and
//! the hours they noted. Who may give one is asked of the community or the workshop first, by `app`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::core::closed_list::words;
use crate::core::event_sourced::unless;
use crate::core::ids::{CommunityId, ContentId, MandateId, PersonId, TimeId, WorkshopId};
use crate::core::traced::Traced;

/// The most minutes noted at once: a day.
pub const MINUTES_MAX: u32 = 24 * 60;

/// The most entries of time of one mandate.
pub const ENTRIES_MAX: usize = 2_000;

/// The most hours that are agreed upon.
pub const HOURS_MAX: u32 = 10_000;

/// The most that is paid, in cents: ten million dollars.
pub const AMOUNT_MAX: i64 = 1_000_000_000;

words! {
    /// What one does.
    Task {
        /// Has people meet, and speaks for them.
        Facilitation,
        /// Writes down what is said.
        Capture,
        /// Keeps notes and carnets in order.
        Upkeep,
        /// Makes what was learnt readable by others.
        Documentation,
        /// Something else, which its words say.
        Other,
    }
}

/// What a mandate is for. In the log it is one field, named after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Within {
    /// A community.
    Community(CommunityId),
    /// A workshop.
    Workshop(WorkshopId),
}

impl Within {
    /// The id of what it is for.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Community(community) => community.as_str(),
            Self::Workshop(workshop) => workshop.as_str(),
        }
    }
}

/// What was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    pub task: Task,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; `None`: until it ends.
    pub until: Option<NaiveDate>,
    /// How many hours were agreed upon.
    pub hours: Option<u32>,
    /// What is paid for it, in cents; `None`: it is a gift.
    pub amount: Option<i64>,
    /// What it is in words (title), and who pays (summary), in the content table.
    pub content: ContentId,
}

impl Terms {
    fn check(&self) -> Result<(), Error> {
        let ends_first = self.until.is_some_and(|until| until < self.from);
        if ends_first {
            Err(Error::OddPeriod)
        } else if self.hours.is_some_and(|hours| hours == 0 || hours > HOURS_MAX) {
            Err(Error::OddHours)
        } else if self.amount.is_some_and(|amount| !(0..=AMOUNT_MAX).contains(&amount)) {
            Err(Error::OddAmount)
        } else {
            Ok(())
        }
    }
}

/// What may be asked of a mandate.
#[derive(Clone, Debug)]
pub enum Command {
    /// Give it to somebody.
    Give { mandate: MandateId, within: Within, by: PersonId, person: PersonId, terms: Terms },
    /// Agree upon something else.
    Change { by: PersonId, terms: Terms },
    /// Note time: of whoever holds it.
    NoteTime { person: PersonId, time: TimeId, on: NaiveDate, minutes: u32 },
    /// Take back time that was noted.
    RemoveTime { person: PersonId, time: TimeId },
    /// End it: what was noted stays.
    End { by: PersonId },
    /// Go on with it.
    Resume { by: PersonId },
}

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// It was given to somebody.
    Given {
        mandate: MandateId,
        #[serde(flatten)]
        within: Within,
        by: PersonId,
        person: PersonId,
        terms: Terms,
    },
    /// Something else was agreed upon.
    Changed { mandate: MandateId, by: PersonId, person: PersonId, terms: Terms },
    /// Time was noted.
    TimeNoted { mandate: MandateId, person: PersonId, time: TimeId, on: NaiveDate, minutes: u32 },
    /// It was taken back.
    TimeRemoved { mandate: MandateId, person: PersonId, time: TimeId },
    /// It ended.
    Ended { mandate: MandateId, by: PersonId, person: PersonId },
    /// It goes on.
    Resumed { mandate: MandateId, by: PersonId, person: PersonId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::Given { by, person, .. }
            | Self::Changed { by, person, .. }
            | Self::Ended { by, person, .. }
            | Self::Resumed { by, person, .. } => vec![by, person],
            Self::TimeNoted { person, .. } | Self::TimeRemoved { person, .. } => vec![person],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::Given { terms, .. } | Self::Changed { terms, .. } => Some(&terms.content),
            Self::TimeNoted { .. }
            | Self::TimeRemoved { .. }
            | Self::Ended { .. }
            | Self::Resumed { .. } => None,
        }
    }
}

/// Why not.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// It was given already.
    #[error("the mandate was given already")]
    Exists,
    /// There is none.
    #[error("there is no such mandate")]
    NotGiven,
    /// It ends before it begins.
    #[error("the period ends before it begins")]
    OddPeriod,
    /// No hours, or more than [`HOURS_MAX`].
    #[error("this is no number of hours")]
    OddHours,
    /// Less than nothing, or more than [`AMOUNT_MAX`].
    #[error("this is no amount")]
    OddAmount,
    /// Only whoever holds it notes its time.
    #[error("the mandate is of somebody else")]
    NotYours,
    /// It ended.
    #[error("the mandate has ended")]
    Ended,
    /// No time, or more than a day of it.
    #[error("this is no time of one day")]
    OddTime,
    /// The day is before it began, or after it ended.
    #[error("the day is outside of the period")]
    OtherDay,
    /// It has [`ENTRIES_MAX`] entries.
    #[error("there are as many entries as there may be")]
    TimeFull,
}

/// A mandate, as rules see it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Mandate {
    id: Option<MandateId>,
    person: Option<PersonId>,
    terms: Option<Terms>,
    times: BTreeMap<TimeId, u32>,
    ended: bool,
}

impl Mandate {
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        let (Some(mandate), Some(person)) = (self.id.clone(), self.person.clone()) else {
            return match command {
                Command::Give { mandate, within, by, person, terms } => {
                    terms.check()?;
                    Ok(vec![Event::Given { mandate, within, by, person, terms }])
                }
                Command::Change { .. }
                | Command::NoteTime { .. }
                | Command::RemoveTime { .. }
                | Command::End { .. }
                | Command::Resume { .. } => Err(Error::NotGiven),
            };
        };
        Ok(match command {
            Command::Give { .. } => return Err(Error::Exists),
            Command::Change { by, terms } => {
                terms.check()?;
                unless(
                    self.terms.as_ref() == Some(&terms),
                    Event::Changed { mandate, by, person, terms },
                )
            }
            Command::NoteTime { person, time, on, minutes } => {
                self.is_of(&person)?;
                if self.times.contains_key(&time) {
                    return Ok(vec![]);
                }
                self.may_note(on, minutes)?;
                vec![Event::TimeNoted { mandate, person, time, on, minutes }]
            }
            Command::RemoveTime { person, time } => {
                self.is_of(&person)?;
                let is_gone = !self.times.contains_key(&time);
                unless(is_gone, Event::TimeRemoved { mandate, person, time })
            }
            Command::End { by } => unless(self.ended, Event::Ended { mandate, by, person }),
            Command::Resume { by } => unless(!self.ended, Event::Resumed { mandate, by, person }),
        })
    }

    fn is_of(&self, person: &PersonId) -> Result<(), Error> {
        if self.person.as_ref() == Some(person) { Ok(()) } else { Err(Error::NotYours) }
    }

    fn may_note(&self, on: NaiveDate, minutes: u32) -> Result<(), Error> {
        let is_outside = self
            .terms
            .as_ref()
            .is_some_and(|terms| on < terms.from || terms.until.is_some_and(|until| on > until));
        if self.ended {
            Err(Error::Ended)
        } else if minutes == 0 || minutes > MINUTES_MAX {
            Err(Error::OddTime)
        } else if is_outside {
            Err(Error::OtherDay)
        } else if self.times.len() >= ENTRIES_MAX {
            Err(Error::TimeFull)
        } else {
            Ok(())
        }
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::Given { mandate, person, terms, .. } => {
                (self.id, self.person, self.terms) = (Some(mandate), Some(person), Some(terms));
            }
            Event::Changed { terms, .. } => self.terms = Some(terms),
            Event::TimeNoted { time, minutes, .. } => {
                self.times.insert(time, minutes);
            }
            Event::TimeRemoved { time, .. } => {
                self.times.remove(&time);
            }
            Event::Ended { .. } => self.ended = true,
            Event::Resumed { .. } => self.ended = false,
        }
    }
}

crate::core::event_sourced::aggregate!(Mandate, "mandate");
