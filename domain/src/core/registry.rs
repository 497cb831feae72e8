//! The list of aggregates, and any event of any of them, as it is read back from the log. It is the
//! only place that names every aggregate: a new one is a line of the list below.

pub use cqrs_es::Aggregate;
use serde_json::Value;

use crate::core::ids::{ContentId, PersonId};
use crate::core::membership::Membership as Change;
use crate::core::traced::Traced as _;
use crate::core::upcast;
use crate::files::file;
use crate::groups::{community, item, mandate, meeting, membership};
use crate::notes::{conversation, link, moderation, note, reading, thanks};
use crate::people::person;
use crate::workshops::{participation, peer_review, workshop};

/// From one list of aggregates: the union of their events, the kind of each as the log writes it,
/// how each is read back, and the union of their refusals. What this expands to is two enums and
/// four `match`es with an arm an aggregate.
macro_rules! registry {
    ($($(#[$doc:meta])* $name:ident: $aggregate:ty,)*) => {
        /// Something that happened.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Fact {
            $($(#[$doc])* $name(<$aggregate as Aggregate>::Event),)*
        }

        /// The aggregates, under the names their events have in [`Fact`].
        pub mod aggregates {
            use super::*;

            $(pub type $name = $aggregate;)*
        }

        /// Why an aggregate says no.
        #[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
        pub enum Refusal {
            $(
                $(#[$doc])*
                #[error(transparent)]
                $name(<$aggregate as Aggregate>::Error),
            )*
        }

        $(impl From<<$aggregate as Aggregate>::Error> for Refusal {
            fn from(error: <$aggregate as Aggregate>::Error) -> Self {
                Self::$name(error)
            }
        })*

        impl Refusal {
            /// The key of every refusal there is.
            pub fn keys() -> Vec<String> {
                let families: [(&str, &[&str]); KINDS.len()] = [$((
                    <$aggregate>::TYPE,
                    <<$aggregate as Aggregate>::Error as strum::VariantNames>::VARIANTS,
                )),*];
                let key = |(kind, reasons): (&str, &'static [&str])| -> Vec<String> {
                    reasons.iter().map(|reason| format!("{kind}-{reason}")).collect()
                };
                families.into_iter().flat_map(key).collect()
            }

            /// The key of the text that explains it: its kind and its reason, `workshop-full`.
            pub fn key(&self) -> String {
                match self {
                    $(Self::$name(error) => {
                        format!("{}-{}", <$aggregate>::TYPE, <&'static str>::from(error))
                    })*
                }
            }
        }

        /// The names of the events of each kind of aggregate.
        pub const EVENTS: &[(&str, &[&str])] = &[$((
            <$aggregate>::TYPE,
            <<$aggregate as Aggregate>::Event as strum::VariantNames>::VARIANTS,
        )),*];

        /// The kinds of aggregates there are, as the log writes them.
        pub const KINDS: &[&str] = &[$(<$aggregate>::TYPE),*];

        impl Fact {
            /// The kind of its aggregate, as the log writes it.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$name(_) => <$aggregate>::TYPE,)*
                }
            }

            /// Its name, as the log writes it.
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$name(event) => event.as_ref(),)*
                }
            }

            /// Everyone it names, whoever acted first.
            pub fn people(&self) -> Vec<&PersonId> {
                match self {
                    $(Self::$name(event) => event.people(),)*
                }
            }

            /// The row of the words it brings, if it brings any.
            pub fn words(&self) -> Option<&ContentId> {
                match self {
                    $(Self::$name(event) => event.words(),)*
                }
            }

            /// What it changes in who is in a group, if it does.
            pub fn membership(&self) -> Option<Change<'_>> {
                match self {
                    $(Self::$name(event) => event.membership(),)*
                }
            }

            /// Its payload, as the log has it.
            ///
            /// # Errors
            /// None: events are plain data, which always serialises.
            pub fn payload(&self) -> Result<String, serde_json::Error> {
                match self {
                    $(Self::$name(event) => serde_json::to_string(event),)*
                }
            }

            /// Reads an event back. `None` when its aggregate is not one this program
            /// knows: a newer program wrote it, and nothing of ours depends on it.
            ///
            /// # Errors
            /// When the aggregate is ours and its payload is not.
            pub fn read(
                aggregate_type: &str,
                event_type: &str,
                event_version: &str,
                payload: &str,
            ) -> Result<Option<Self>, FactError> {
                Ok(match aggregate_type {
                    $(<$aggregate>::TYPE => {
                        Some(Self::$name(event::<$aggregate>(event_type, event_version, payload)?))
                    })*
                    _ => None,
                })
            }
        }
    };
}

registry! {
    /// To a note.
    Note: note::Note,
    /// Between a reader and a note.
    Reading: reading::Reading,
    /// Between a person and whoever wrote a note.
    Thanks: thanks::Thanks,
    /// To a workshop.
    Workshop: workshop::Workshop,
    /// To a person in a workshop.
    Participation: participation::Participation,
    /// To a line of what a room says.
    Item: item::Item,
    /// To a look that was asked for.
    Review: peer_review::Review,
    /// Between two notes.
    Link: link::Link,
    /// Between a reader of a note and its authors.
    Conversation: conversation::Conversation,
    /// To what is said of a note to those who look after the commons.
    Moderation: moderation::Moderation,
    /// To a person.
    Person: person::Person,
    /// To a community.
    Community: community::Community,
    /// To a meeting of a community.
    Meeting: meeting::Meeting,
    /// To what somebody does for a community or a workshop.
    Mandate: mandate::Mandate,
    /// To a person in a community.
    Membership: membership::Membership,
    /// To a file that goes with a note, a meeting or a workshop.
    File: file::File,
}

/// The note that the words of a stream are about, by its kind and its id, if they are about one:
/// what is erased of the note is looked for there too.
pub fn note_of<'i>(kind: &str, id: &'i str) -> Option<&'i str> {
    match kind {
        note::Note::TYPE | peer_review::Review::TYPE => Some(id),
        // A stream of thanks is of one note and one person. (Messages are private to those who
        // write them: what is erased of the note is not looked for in them.)
        thanks::Thanks::TYPE => id.split('.').next(),
        _ => None,
    }
}

/// An event of the aggregate `A`, in today's words.
///
/// # Errors
/// When a later program wrote it, or when it is torn.
pub fn event<A: Aggregate>(
    event_type: &str,
    event_version: &str,
    payload: &str,
) -> Result<A::Event, FactError> {
    let read = match upcast::upcast(A::TYPE, event_type, event_version, payload)? {
        Some(value) => serde_json::from_value(value),
        None => serde_json::from_str(payload),
    };
    read.map_err(|error| {
        let is_new = is_a_new_word(event_type, payload, &error);
        if is_new { FactError::Unheard(error) } else { FactError::Payload(error) }
    })
}

/// Whether a later program may have written this: a whole payload under its own name, with
/// a word in it that we have never heard. A shape never changes under the same version, so
/// anything else that does not fit is torn.
fn is_a_new_word(event_type: &str, payload: &str, error: &serde_json::Error) -> bool {
    let names_itself = || match serde_json::from_str(payload) {
        Ok(Value::Object(fields)) => fields.len() == 1 && fields.contains_key(event_type),
        Ok(Value::String(name)) => name == event_type,
        Ok(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_)) | Err(_) => false,
    };
    error.is_data() && error.to_string().starts_with("unknown variant") && names_itself()
}

/// Why an event cannot be read back.
#[derive(Debug, thiserror::Error)]
pub enum FactError {
    /// It is in a later version than this program knows.
    #[error(transparent)]
    Later(#[from] upcast::UpcastError),
    /// There is a word in it that this program does not know.
    #[error(transparent)]
    Unheard(serde_json::Error),
    /// Its payload is not what its name says.
    #[error(transparent)]
    Payload(serde_json::Error),
}

impl FactError {
    /// Whether a later program may have written it, so that waiting for an upgrade
    /// is the remedy; if not, it is torn.
    pub fn is_of_a_later_program(&self) -> bool {
        match self {
            Self::Later(_) | Self::Unheard(_) => true,
            Self::Payload(_) => false,
        }
    }
}
