//! A community: what it says of itself, how one comes in, who looks after it, and its end. Its
//! members are streams of their own (`membership.rs`): a community of ten thousand loads nobody.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::core::closed_list::words;
use crate::core::event_sourced::unless;
use crate::core::ids::{CommunityId, ContentId, PersonId};
use crate::core::membership::{Membership, STEWARD};
use crate::core::traced::Traced;

/// The most people who look after one community.
pub const STEWARDS_MAX: usize = 20;

words! {
    /// How one comes in.
    Admission {
        /// At once, by oneself.
        Open,
        /// A steward answers a request.
        OnRequest,
        /// By a link alone: whoever is not in it does not know that it is there.
        ByLink,
    }
}

words! {
    /// Where its people are: it changes the order of its page and the templates that are offered.
    Spread {
        /// Far from one another: they meet by writing.
        Dispersed,
        /// Near one another: they meet in a place.
        Local,
        /// Some near, some far.
        Mixed,
    }
}

words! {
    /// What a text of a community says.
    Part {
        /// Its name, what it calls itself ("cercle"), what it is about.
        About,
        /// What it is there for, and what it would like to reach.
        Mandate,
        /// Where it lives: places, and the tools it uses elsewhere.
        Places,
    }
}

/// What a steward may do.
#[derive(Clone, Debug)]
pub enum Command {
    /// Begin one: whoever does looks after it.
    Found {
        community: CommunityId,
        by: PersonId,
        content: ContentId,
        admission: Admission,
        spread: Spread,
    },
    /// Say something else of it.
    Describe { by: PersonId, part: Part, content: ContentId },
    /// Choose the day its mandate is looked at again; `None`: no day.
    SetReview { by: PersonId, on: Option<chrono::NaiveDate> },
    /// Choose how one comes in.
    SetAdmission { by: PersonId, admission: Admission },
    /// Say where its people are.
    SetSpread { by: PersonId, spread: Spread },
    /// Have a member look after it too.
    NameSteward { by: PersonId, person: PersonId },
    /// Have a steward look after it no more: themselves, or another.
    DismissSteward { by: PersonId, person: PersonId },
    /// End it: everything stays, and nothing begins there any more.
    End { by: PersonId },
    /// Go on, after all.
    Reopen { by: PersonId },
}

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// It began: what it is about stands in `content`.
    Founded {
        community: CommunityId,
        by: PersonId,
        content: ContentId,
        admission: Admission,
        spread: Spread,
    },
    /// A text of it is another.
    Described { community: CommunityId, by: PersonId, part: Part, content: ContentId },
    /// Its mandate is looked at again on this day, or on none.
    ReviewSet { community: CommunityId, by: PersonId, on: Option<chrono::NaiveDate> },
    /// One comes in another way.
    AdmissionSet { community: CommunityId, by: PersonId, admission: Admission },
    /// Its people are elsewhere.
    SpreadSet { community: CommunityId, by: PersonId, spread: Spread },
    /// Somebody looks after it.
    StewardNamed { community: CommunityId, by: PersonId, person: PersonId },
    /// Somebody looks after it no more.
    StewardDismissed { community: CommunityId, by: PersonId, person: PersonId },
    /// It ended.
    Ended { community: CommunityId, by: PersonId },
    /// It goes on.
    Reopened { community: CommunityId, by: PersonId },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::Founded { by, .. }
            | Self::Described { by, .. }
            | Self::ReviewSet { by, .. }
            | Self::AdmissionSet { by, .. }
            | Self::SpreadSet { by, .. }
            | Self::Ended { by, .. }
            | Self::Reopened { by, .. } => vec![by],
            Self::StewardNamed { by, person, .. } | Self::StewardDismissed { by, person, .. } => {
                vec![by, person]
            }
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::Founded { content, .. } | Self::Described { content, .. } => Some(content),
            Self::ReviewSet { .. }
            | Self::AdmissionSet { .. }
            | Self::SpreadSet { .. }
            | Self::StewardNamed { .. }
            | Self::StewardDismissed { .. }
            | Self::Ended { .. }
            | Self::Reopened { .. } => None,
        }
    }

    fn membership(&self) -> Option<Membership<'_>> {
        match self {
            Self::Founded { community, by, .. } => {
                Some(Membership::Begun { group: community.as_str(), person: by, role: STEWARD })
            }
            Self::StewardNamed { community, person, .. } => {
                Some(Membership::Begun { group: community.as_str(), person, role: STEWARD })
            }
            Self::StewardDismissed { community, person, .. } => {
                Some(Membership::Ended { group: community.as_str(), person, role: STEWARD })
            }
            Self::Described { .. }
            | Self::ReviewSet { .. }
            | Self::AdmissionSet { .. }
            | Self::SpreadSet { .. }
            | Self::Ended { .. }
            | Self::Reopened { .. } => None,
        }
    }
}

/// Why not.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// It was begun already.
    #[error("the community exists")]
    Exists,
    /// There is none.
    #[error("there is no such community")]
    NotFounded,
    /// Stewards alone do this.
    #[error("only a steward may")]
    NotSteward,
    /// It ended.
    #[error("the community has ended")]
    Ended,
    /// Somebody looks after it.
    #[error("the last steward stays")]
    LastSteward,
    /// It has [`STEWARDS_MAX`] stewards.
    #[error("there are as many stewards as there may be")]
    StewardsFull,
}

/// A community, as rules see it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Community {
    id: Option<CommunityId>,
    stewards: BTreeSet<PersonId>,
    admission: Option<Admission>,
    spread: Option<Spread>,
    review_on: Option<chrono::NaiveDate>,
    ended: bool,
}

impl Community {
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        let Some(community) = self.id.clone() else {
            return match command {
                Command::Found { community, by, content, admission, spread } => {
                    Ok(vec![Event::Founded { community, by, content, admission, spread }])
                }
                Command::Describe { .. }
                | Command::SetReview { .. }
                | Command::SetAdmission { .. }
                | Command::SetSpread { .. }
                | Command::NameSteward { .. }
                | Command::DismissSteward { .. }
                | Command::End { .. }
                | Command::Reopen { .. } => Err(Error::NotFounded),
            };
        };
        Ok(match command {
            Command::Found { .. } => return Err(Error::Exists),
            Command::Describe { by, part, content } => {
                self.goes_on(&by)?;
                vec![Event::Described { community, by, part, content }]
            }
            Command::SetReview { by, on } => {
                self.goes_on(&by)?;
                unless(self.review_on == on, Event::ReviewSet { community, by, on })
            }
            Command::SetAdmission { by, admission } => {
                self.goes_on(&by)?;
                let is_so = self.admission == Some(admission);
                unless(is_so, Event::AdmissionSet { community, by, admission })
            }
            Command::SetSpread { by, spread } => {
                self.goes_on(&by)?;
                unless(self.spread == Some(spread), Event::SpreadSet { community, by, spread })
            }
            // Of one that ended too: somebody may take it up again.
            Command::NameSteward { by, person } => {
                self.is_steward(&by)?;
                let is_so = self.stewards.contains(&person);
                if !is_so && self.stewards.len() >= STEWARDS_MAX {
                    return Err(Error::StewardsFull);
                }
                unless(is_so, Event::StewardNamed { community, by, person })
            }
            // Of one that ended too: whoever looks after it may go.
            Command::DismissSteward { by, person } => {
                if !self.stewards.contains(&person) {
                    return Ok(vec![]);
                }
                self.is_steward(&by)?;
                // One that ended needs nobody.
                if self.stewards.len() == 1 && !self.ended {
                    return Err(Error::LastSteward);
                }
                vec![Event::StewardDismissed { community, by, person }]
            }
            Command::End { by } => {
                self.is_steward(&by)?;
                unless(self.ended, Event::Ended { community, by })
            }
            Command::Reopen { by } => {
                self.is_steward(&by)?;
                unless(!self.ended, Event::Reopened { community, by })
            }
        })
    }

    fn is_steward(&self, by: &PersonId) -> Result<(), Error> {
        if self.stewards.contains(by) { Ok(()) } else { Err(Error::NotSteward) }
    }

    fn goes_on(&self, by: &PersonId) -> Result<(), Error> {
        self.is_steward(by)?;
        if self.ended { Err(Error::Ended) } else { Ok(()) }
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::Founded { community, by, admission, spread, .. } => {
                self.id = Some(community);
                self.stewards.insert(by);
                (self.admission, self.spread) = (Some(admission), Some(spread));
            }
            Event::Described { .. } => {}
            Event::ReviewSet { on, .. } => self.review_on = on,
            Event::AdmissionSet { admission, .. } => self.admission = Some(admission),
            Event::SpreadSet { spread, .. } => self.spread = Some(spread),
            Event::StewardNamed { person, .. } => {
                self.stewards.insert(person);
            }
            Event::StewardDismissed { person, .. } => {
                self.stewards.remove(&person);
            }
            Event::Ended { .. } => self.ended = true,
            Event::Reopened { .. } => self.ended = false,
        }
    }
}

crate::core::event_sourced::aggregate!(Community, "community");
