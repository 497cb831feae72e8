//! Somebody in a community: a stream of its own, so that ten thousand members are ten thousand
//! short streams. Whether the community lets them in by themselves is asked of it first, by `app`.

use serde::{Deserialize, Serialize};

use crate::core::ids::{CommunityId, ContentId, PersonId};
use crate::core::membership::{MEMBER, Membership as Change};
use crate::core::traced::Traced;

/// The most requests of one person to one community that are declined, before they ask no more: a
/// steward may still let them in.
pub const REQUESTS_MAX: u32 = 3;

/// What someone may do. `by` is a steward.
#[derive(Clone, Debug)]
pub enum Command {
    /// Come in, where one may by oneself or by a link.
    Join { community: CommunityId, person: PersonId },
    /// Ask to come in, with some words or none.
    Ask { community: CommunityId, person: PersonId, content: Option<ContentId> },
    /// Ask no more.
    Withdraw { community: CommunityId, person: PersonId },
    /// Let in whoever asks, or somebody who was asked to leave.
    Admit { community: CommunityId, person: PersonId, by: PersonId },
    /// Say no to whoever asks.
    Decline { community: CommunityId, person: PersonId, by: PersonId },
    /// Leave.
    Leave { community: CommunityId, person: PersonId },
    /// Have somebody leave.
    Remove { community: CommunityId, person: PersonId, by: PersonId },
}

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// They came in by themselves.
    Joined { community: CommunityId, person: PersonId },
    /// They ask to come in.
    Asked { community: CommunityId, person: PersonId, content: Option<ContentId> },
    /// They ask no more.
    Withdrawn { community: CommunityId, person: PersonId },
    /// A steward let them in.
    Admitted { community: CommunityId, person: PersonId, by: PersonId },
    /// A steward said no.
    Declined { community: CommunityId, person: PersonId, by: PersonId },
    /// They left.
    Left { community: CommunityId, person: PersonId },
    /// A steward had them leave.
    Removed { community: CommunityId, person: PersonId, by: PersonId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::Joined { person, .. }
            | Self::Asked { person, .. }
            | Self::Withdrawn { person, .. }
            | Self::Left { person, .. } => vec![person],
            Self::Admitted { person, by, .. }
            | Self::Declined { person, by, .. }
            | Self::Removed { person, by, .. } => vec![by, person],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::Asked { content, .. } => content.as_ref(),
            Self::Joined { .. }
            | Self::Withdrawn { .. }
            | Self::Admitted { .. }
            | Self::Declined { .. }
            | Self::Left { .. }
            | Self::Removed { .. } => None,
        }
    }

    fn membership(&self) -> Option<Change<'_>> {
        match self {
            Self::Joined { community, person } | Self::Admitted { community, person, .. } => {
                Some(Change::Begun { group: community.as_str(), person, role: MEMBER })
            }
            Self::Left { community, person } | Self::Removed { community, person, .. } => {
                Some(Change::Ended { group: community.as_str(), person, role: MEMBER })
            }
            Self::Asked { .. } | Self::Withdrawn { .. } | Self::Declined { .. } => None,
        }
    }
}

/// Why not.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// They are in it.
    #[error("they are a member")]
    IsMember,
    /// They are not in it.
    #[error("they are no member")]
    NotMember,
    /// Nobody waits for this answer: another steward gave one, or it was withdrawn.
    #[error("nobody waits for this answer")]
    Answered,
    /// A steward had them leave: only one lets them in again.
    #[error("a steward had them leave")]
    Removed,
    /// [`REQUESTS_MAX`] requests were declined.
    #[error("they asked as often as they may")]
    AskedEnough,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Place {
    #[default]
    Out,
    Asking,
    In,
    Removed,
}

/// Somebody in a community, as rules see it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Membership {
    place: Place,
    declined: u32,
}

impl Membership {
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        Ok(match (command, self.place) {
            (Command::Join { .. } | Command::Ask { .. } | Command::Admit { .. }, Place::In) => {
                return Err(Error::IsMember);
            }
            (Command::Join { .. } | Command::Ask { .. }, Place::Removed) => {
                return Err(Error::Removed);
            }
            (Command::Join { community, person }, Place::Out | Place::Asking) => {
                vec![Event::Joined { community, person }]
            }
            (Command::Ask { .. }, Place::Out) if self.declined >= REQUESTS_MAX => {
                return Err(Error::AskedEnough);
            }
            (Command::Ask { community, person, content }, Place::Out) => {
                vec![Event::Asked { community, person, content }]
            }
            (Command::Withdraw { community, person }, Place::Asking) => {
                vec![Event::Withdrawn { community, person }]
            }
            // The first words stand until they are answered, or withdrawn.
            (Command::Ask { .. }, Place::Asking)
            | (Command::Withdraw { .. }, Place::Out | Place::In | Place::Removed) => vec![],
            (Command::Admit { community, person, by }, Place::Asking | Place::Removed) => {
                vec![Event::Admitted { community, person, by }]
            }
            (Command::Decline { community, person, by }, Place::Asking) => {
                vec![Event::Declined { community, person, by }]
            }
            (Command::Admit { .. }, Place::Out)
            | (Command::Decline { .. }, Place::Out | Place::In | Place::Removed) => {
                return Err(Error::Answered);
            }
            (Command::Leave { community, person }, Place::In) => {
                vec![Event::Left { community, person }]
            }
            (Command::Remove { community, person, by }, Place::In) => {
                vec![Event::Removed { community, person, by }]
            }
            (
                Command::Leave { .. } | Command::Remove { .. },
                Place::Out | Place::Asking | Place::Removed,
            ) => return Err(Error::NotMember),
        })
    }

    fn evolve(&mut self, event: Event) {
        self.place = match event {
            Event::Joined { .. } | Event::Admitted { .. } => Place::In,
            Event::Asked { .. } => Place::Asking,
            Event::Withdrawn { .. } | Event::Left { .. } => Place::Out,
            Event::Declined { .. } => {
                self.declined += 1;
                Place::Out
            }
            Event::Removed { .. } => Place::Removed,
        };
    }
}

crate::core::event_sourced::aggregate!(Membership, "membership");
