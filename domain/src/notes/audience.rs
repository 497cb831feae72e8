//! Whom a note is shared with, besides those it was published to: its audience is a set of groups,
//! each with the first revision that group may read.
//!
//! A person alone is a group of one. Whoever has the link is a group without a list: having the
//! link makes nobody a member.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::core::ids::{CommunityId, NotAnId, PersonId, WorkshopId};

/// The most groups one note is shared with: more is a community, or everyone.
pub const GROUPS_MAX: usize = 50;

/// The group of everyone, as tables write it. No id is this: ids are drawn at random.
pub const EVERYONE: &str = "everyone";

/// The group of whoever has the link, as tables write it.
pub const LINK: &str = "link";

/// Whom a note is shared with. Names are written for ever.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Group {
    /// One person.
    Person(PersonId),
    /// The people of a workshop.
    Workshop(WorkshopId),
    /// Whoever has the link.
    Link,
    /// The members of a community.
    Community(CommunityId),
}

impl Group {
    /// As tables write it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Person(person) => person.as_str(),
            Self::Workshop(workshop) => workshop.as_str(),
            Self::Link => LINK,
            Self::Community(community) => community.as_str(),
        }
    }

    /// The person it names, if it is one.
    pub fn person(&self) -> Option<&PersonId> {
        match self {
            Self::Person(person) => Some(person),
            Self::Workshop(_) | Self::Link | Self::Community(_) => None,
        }
    }
}

/// `person.…`, `workshop.…`, `community.…` or `link`: as a form sends it.
impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(person) => write!(f, "person.{person}"),
            Self::Workshop(workshop) => write!(f, "workshop.{workshop}"),
            Self::Community(community) => write!(f, "community.{community}"),
            Self::Link => f.write_str(LINK),
        }
    }
}

impl FromStr for Group {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        match text.split_once('.') {
            Some(("person", person)) => Ok(Self::Person(person.parse()?)),
            Some(("workshop", workshop)) => Ok(Self::Workshop(workshop.parse()?)),
            Some(("community", community)) => Ok(Self::Community(community.parse()?)),
            None if text == LINK => Ok(Self::Link),
            Some(_) | None => Err(NotAnId),
        }
    }
}
