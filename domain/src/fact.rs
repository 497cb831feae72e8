//! Any event of any aggregate, as the log tells it to projections.

use cqrs_es::Aggregate as _;

use crate::{note, participation, person, reading, thanks, workshop};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// To a note.
    Note(note::Event),
    /// Between a reader and a note.
    Reading(reading::Event),
    /// Between a person and whoever wrote a note.
    Thanks(thanks::Event),
    /// To a workshop.
    Workshop(workshop::Event),
    /// To a person in a workshop.
    Participation(participation::Event),
    /// To a person.
    Person(person::Event),
}

impl Fact {
    /// Reads an event back. `None` when its aggregate is not one this program
    /// knows: a newer program wrote it, and nothing of ours depends on it.
    ///
    /// # Errors
    /// When the aggregate is ours and its payload is not.
    pub fn read(aggregate_type: &str, payload: &str) -> Result<Option<Self>, serde_json::Error> {
        Ok(Some(match aggregate_type {
            note::Note::TYPE => Self::Note(serde_json::from_str(payload)?),
            reading::Reading::TYPE => Self::Reading(serde_json::from_str(payload)?),
            thanks::Thanks::TYPE => Self::Thanks(serde_json::from_str(payload)?),
            workshop::Workshop::TYPE => Self::Workshop(serde_json::from_str(payload)?),
            participation::Participation::TYPE => {
                Self::Participation(serde_json::from_str(payload)?)
            }
            person::Person::TYPE => Self::Person(serde_json::from_str(payload)?),
            _ => return Ok(None),
        }))
    }
}
