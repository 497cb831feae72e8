//! A meeting of a community: when and where it is, who comes, and what became of it. Who may change
//! it is asked of the community first, by `app`.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::core::closed_list::words;
use crate::core::event_sourced::unless;
use crate::core::ids::{CommunityId, ContentId, MeetingId, NoteId, PersonId};
use crate::core::traced::Traced;
use crate::notes::note::Reason;

/// The most people who say that they come to one meeting, or who were there.
pub const PEOPLE_MAX: usize = 500;

/// How long a meeting lasts at most, in microseconds: a retreat of two weeks, through a change of
/// clock.
pub const LONGEST: i64 = (14 * 24 + 2) * 3_600_000_000;

/// The longest name of a time zone, in signs.
const ZONE_MAX: usize = 40;

words! {
    /// What people do there.
    Kind {
        /// They meet.
        Gathering,
        /// They write together, for a day or several.
        Retreat,
    }
}

words! {
    /// A moment of a meeting at which one says what one is there for, or what came of it.
    Moment {
        /// Before it begins: what one would like to do.
        Start,
        /// At its end: what one did.
        End,
    }
}

/// The name of a time zone in the IANA database, such as `America/Montreal`. Whether there is one of
/// that name is asked where it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ZoneName(String);

impl FromStr for ZoneName {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let fits = |sign: u8| sign.is_ascii_alphanumeric() || b"/_+-".contains(&sign);
        let is_one = !name.is_empty() && name.len() <= ZONE_MAX && name.bytes().all(fits);
        if is_one { Ok(Self(name.to_owned())) } else { Err(Error::OddHours) }
    }
}

impl fmt::Display for ZoneName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// When it is: two instants, in microseconds since 1970, UTC, and the zone they were said in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    pub starts_at: i64,
    pub ends_at: i64,
    pub zone: ZoneName,
}

impl Hours {
    /// Whether they are some of a meeting.
    ///
    /// # Errors
    /// [`Error::OddHours`] when it ends before it begins, or lasts longer than [`LONGEST`].
    pub fn check(&self) -> Result<(), Error> {
        let lasts = self.ends_at.checked_sub(self.starts_at).ok_or(Error::OddHours)?;
        if lasts > 0 && lasts <= LONGEST { Ok(()) } else { Err(Error::OddHours) }
    }
}

/// What may be asked of a meeting.
#[derive(Clone, Debug)]
pub enum Command {
    /// Announce it.
    Announce {
        meeting: MeetingId,
        community: CommunityId,
        by: PersonId,
        kind: Kind,
        hours: Hours,
        /// How many may come; `None`: [`PEOPLE_MAX`].
        places: Option<u32>,
        /// The first meeting of its series, when it is not the first.
        series: Option<MeetingId>,
        content: ContentId,
    },
    /// Say something else of it.
    Describe { by: PersonId, content: ContentId },
    /// Have it at other hours.
    Move { by: PersonId, hours: Hours },
    /// Have it for more people, or fewer: whoever comes already still does.
    SetPlaces { by: PersonId, places: Option<u32> },
    /// Say that it is not held.
    Cancel { by: PersonId },
    /// Hold it after all.
    Restore { by: PersonId },
    /// Come, or have been there.
    Come { person: PersonId },
    /// Not come after all.
    StayAway { person: PersonId },
    /// Say what one is there for, or what one did.
    SayAim { person: PersonId, moment: Moment, content: ContentId },
    /// Remember the note that tells what was said.
    Synthesise { by: PersonId, note: NoteId },
    /// Say that a passage was erased from these texts, for good.
    EraseWords { by: PersonId, contents: Vec<ContentId>, reason: Reason },
}

/// What has happened.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::AsRefStr, strum::VariantNames,
)]
pub enum Event {
    /// It was announced: its name, what it is about and its place stand in `content`.
    Announced {
        meeting: MeetingId,
        community: CommunityId,
        by: PersonId,
        kind: Kind,
        hours: Hours,
        places: Option<u32>,
        series: Option<MeetingId>,
        content: ContentId,
    },
    /// Something else is said of it.
    Described { meeting: MeetingId, by: PersonId, content: ContentId },
    /// It is at other hours.
    Moved { meeting: MeetingId, by: PersonId, hours: Hours },
    /// It is for as many people.
    PlacesSet { meeting: MeetingId, by: PersonId, places: Option<u32> },
    /// It is not held.
    Cancelled { meeting: MeetingId, by: PersonId },
    /// It is held after all.
    Restored { meeting: MeetingId, by: PersonId },
    /// Somebody comes, or was there.
    SignedUp { meeting: MeetingId, person: PersonId },
    /// Somebody does not come after all.
    SignedOff { meeting: MeetingId, person: PersonId },
    /// Somebody said what they are there for, or what they did.
    AimSaid { meeting: MeetingId, person: PersonId, moment: Moment, content: ContentId },
    /// This note tells what was said.
    Synthesised { meeting: MeetingId, by: PersonId, note: NoteId },
    /// A passage was erased from these texts, for good.
    WordsErased { meeting: MeetingId, by: PersonId, contents: Vec<ContentId>, reason: Reason },
}

impl Traced for Event {
    fn people(&self) -> Vec<&PersonId> {
        match self {
            Self::Announced { by, .. }
            | Self::Described { by, .. }
            | Self::Moved { by, .. }
            | Self::PlacesSet { by, .. }
            | Self::Cancelled { by, .. }
            | Self::Restored { by, .. }
            | Self::Synthesised { by, .. }
            | Self::WordsErased { by, .. } => vec![by],
            Self::SignedUp { person, .. }
            | Self::SignedOff { person, .. }
            | Self::AimSaid { person, .. } => vec![person],
        }
    }

    fn words(&self) -> Option<&ContentId> {
        match self {
            Self::Announced { content, .. }
            | Self::Described { content, .. }
            | Self::AimSaid { content, .. } => Some(content),
            Self::Moved { .. }
            | Self::PlacesSet { .. }
            | Self::Cancelled { .. }
            | Self::Restored { .. }
            | Self::SignedUp { .. }
            | Self::SignedOff { .. }
            | Self::Synthesised { .. }
            | Self::WordsErased { .. } => None,
        }
    }
}

/// Why not.
#[derive(
    Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Error {
    /// It was announced already.
    #[error("the meeting was announced already")]
    Exists,
    /// There is none.
    #[error("there is no such meeting")]
    NotAnnounced,
    /// It ends before it begins, or lasts longer than [`LONGEST`].
    #[error("these hours are none of a meeting")]
    OddHours,
    /// It is not held.
    #[error("the meeting was cancelled")]
    Cancelled,
    /// Everybody it has places for comes.
    #[error("there is no place left")]
    Full,
    /// One says what one is there for once one comes.
    #[error("only those who come say what they are there for")]
    NotComing,
    /// A meeting is for somebody, and for [`PEOPLE_MAX`] at most.
    #[error("there is no meeting without a place")]
    NoPlaces,
}

/// A meeting, as rules see it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Meeting {
    id: Option<MeetingId>,
    hours: Option<Hours>,
    places: Option<u32>,
    people: BTreeSet<PersonId>,
    note: Option<NoteId>,
    cancelled: bool,
}

impl Meeting {
    fn decide(&self, command: Command) -> Result<Vec<Event>, Error> {
        let Some(meeting) = self.id.clone() else {
            return match command {
                Command::Announce {
                    meeting,
                    community,
                    by,
                    kind,
                    hours,
                    places,
                    series,
                    content,
                } => {
                    hours.check()?;
                    check_places(places)?;
                    Ok(vec![Event::Announced {
                        meeting,
                        community,
                        by,
                        kind,
                        hours,
                        places,
                        series,
                        content,
                    }])
                }
                Command::Describe { .. }
                | Command::Move { .. }
                | Command::SetPlaces { .. }
                | Command::Cancel { .. }
                | Command::Restore { .. }
                | Command::Come { .. }
                | Command::StayAway { .. }
                | Command::SayAim { .. }
                | Command::Synthesise { .. }
                | Command::EraseWords { .. } => Err(Error::NotAnnounced),
            };
        };
        Ok(match command {
            Command::Announce { .. } => return Err(Error::Exists),
            Command::Describe { by, content } => vec![Event::Described { meeting, by, content }],
            Command::Move { by, hours } => {
                hours.check()?;
                let is_so = self.hours.as_ref() == Some(&hours);
                unless(is_so, Event::Moved { meeting, by, hours })
            }
            Command::SetPlaces { by, places } => {
                check_places(places)?;
                unless(self.places == places, Event::PlacesSet { meeting, by, places })
            }
            Command::Cancel { by } => unless(self.cancelled, Event::Cancelled { meeting, by }),
            Command::Restore { by } => unless(!self.cancelled, Event::Restored { meeting, by }),
            Command::Come { person } if self.people.contains(&person) => vec![],
            Command::Come { .. } if self.cancelled => return Err(Error::Cancelled),
            Command::Come { .. } if self.people.len() >= self.room() => return Err(Error::Full),
            Command::Come { person } => vec![Event::SignedUp { meeting, person }],
            Command::StayAway { person } => {
                let is_so = !self.people.contains(&person);
                unless(is_so, Event::SignedOff { meeting, person })
            }
            Command::SayAim { person, .. } if !self.people.contains(&person) => {
                return Err(Error::NotComing);
            }
            Command::SayAim { person, moment, content } => {
                vec![Event::AimSaid { meeting, person, moment, content }]
            }
            // The first note that tells it stays.
            Command::Synthesise { by, note } => {
                unless(self.note.is_some(), Event::Synthesised { meeting, by, note })
            }
            Command::EraseWords { by, contents, reason } => {
                unless(contents.is_empty(), Event::WordsErased { meeting, by, contents, reason })
            }
        })
    }

    /// How many may come.
    fn room(&self) -> usize {
        self.places.and_then(|places| usize::try_from(places).ok()).unwrap_or(PEOPLE_MAX)
    }

    fn evolve(&mut self, event: Event) {
        match event {
            Event::Announced { meeting, hours, places, .. } => {
                self.id = Some(meeting);
                (self.hours, self.places) = (Some(hours), places);
            }
            Event::Described { .. } | Event::AimSaid { .. } | Event::WordsErased { .. } => {}
            Event::Moved { hours, .. } => self.hours = Some(hours),
            Event::PlacesSet { places, .. } => self.places = places,
            Event::Cancelled { .. } => self.cancelled = true,
            Event::Restored { .. } => self.cancelled = false,
            Event::SignedUp { person, .. } => {
                self.people.insert(person);
            }
            Event::SignedOff { person, .. } => {
                self.people.remove(&person);
            }
            Event::Synthesised { note, .. } => self.note = Some(note),
        }
    }
}

/// Whether a meeting may be for so many people.
///
/// # Errors
/// [`Error::NoPlaces`] for nobody, and for more than [`PEOPLE_MAX`].
pub fn check_places(places: Option<u32>) -> Result<(), Error> {
    let most = u32::try_from(PEOPLE_MAX).unwrap_or(u32::MAX);
    if places.is_some_and(|places| places == 0 || places > most) {
        Err(Error::NoPlaces)
    } else {
        Ok(())
    }
}

crate::core::event_sourced::aggregate!(Meeting, "meeting");
