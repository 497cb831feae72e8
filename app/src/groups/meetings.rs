//! The meetings of a community: announced, changed, called off, come to, and told in a note made of
//! their sheet. Any member announces one; whoever did and the stewards change it.

use domain::core::ids::{CommunityId, MeetingId, NoteId, PersonId};
use domain::core::registry::Refusal;
use domain::groups::item::Sheet;
use domain::groups::meeting::{Command, Hours, Kind, Meeting, Moment, check_places};
use domain::notes::audience::Group;
use domain::notes::note;
use domain::prose::text::{self, TITLE_MAX, TextError};
use projections::groups::community::{Community, Place};
use projections::groups::{item, meeting};

use super::Groups;
use super::synthesis::{Labels, NOTHING_CAPTURED, Synthesis, body};
use crate::Failure;
use crate::access::{Standing, Viewer};
use crate::engine::clock::DAY;
use crate::engine::envelope::{CommandId, Envelope, NewContent};
use crate::engine::execute::Done;
use crate::notes::Words;

/// The most meetings of one community that are not over.
pub const TO_COME_MAX: i64 = 200;

/// The most meetings that are announced at once, as a series.
pub const SERIES_MAX: usize = 24;

/// The most bytes of what a meeting is about.
pub const ABOUT_MAX: usize = 16 * 1024;

/// The most characters of what somebody is there for.
pub const AIM_MAX: usize = 300;

/// The most meetings of one community that one person announces in a day.
pub const A_DAY_MAX: i64 = 100;

/// The most characters of a place: links to calls are long.
pub const PLACE_MAX: usize = 1000;

/// How long ago a meeting may have begun, and how far it may be, in microseconds.
const PAST: i64 = 366 * DAY;
const AHEAD: i64 = 2 * 366 * DAY;

/// The refusal: its day is too long ago, or too far.
pub const FAR: &str = "meeting-far";

/// The refusal: it is over, and another day is another meeting.
pub const OVER: &str = "meeting-over";

/// The refusal: it was changed since its form was shown.
pub const CHANGED: &str = "meeting-changed";

/// The refusal: those who wrote its synthesis share it with this reader no more.
pub const NOT_SHARED: &str = "synthesis-not-shared";

/// The refusal: it has no name.
pub const NAMELESS: &str = "meeting-nameless";

/// The refusal: a line or the text is longer than it may.
pub const LONG: &str = "meeting-long";

/// The refusal: [`TO_COME_MAX`] meetings are announced.
pub const MANY: &str = "meeting-many";

/// The refusal: what one is there for is longer than [`AIM_MAX`].
pub const AIM_LONG: &str = "meeting-aim-long";

/// What a meeting is, as a form says it.
#[derive(Clone, Debug)]
pub struct Announcement {
    pub title: String,
    /// In Markdown.
    pub about: String,
    /// Where it is, or the address it opens at.
    pub place: String,
    pub kind: Kind,
    /// When it is; of a series, of each, the first first: [`SERIES_MAX`] at most.
    pub hours: Vec<Hours>,
    /// How many may come; `None`: as many as wish.
    pub places: Option<u32>,
}

impl Announcement {
    /// Checks it at the door, before anything is recorded: its name, what it is about, its place.
    fn checked(&self) -> Result<(String, String, String), Failure> {
        let line = |text: &str, most| match text::line(text, most) {
            Err(TextError::Blank) => Ok(String::new()),
            other => other.map_err(|_| Failure::Refused(LONG)),
        };
        let (title, place) = (line(&self.title, TITLE_MAX)?, line(&self.place, PLACE_MAX)?);
        let about = text::body(&self.about).map_err(|_| Failure::Refused(LONG))?;
        if title.is_empty() {
            Err(Failure::Refused(NAMELESS))
        } else if let Err(error) = self.hours.iter().try_for_each(Hours::check) {
            Err(Failure::Rule(error.into()))
        } else if let Err(error) = check_places(self.places) {
            Err(Failure::Rule(error.into()))
        } else if about.len() > ABOUT_MAX {
            Err(Failure::Refused(LONG))
        } else {
            Ok((title, about, place))
        }
    }
}

/// Whether a meeting may be at these hours: neither long ago nor far.
fn within(hours: &Hours, now: i64) -> bool {
    (now - PAST..=now + AHEAD).contains(&hours.starts_at)
}

/// Whether somebody in this place may change a meeting.
pub fn may_change(meeting: &meeting::Meeting, place: Place, person: &PersonId) -> bool {
    place == Place::Steward || (place == Place::Member && meeting.by == *person)
}

impl Groups<'_> {
    /// Announces a meeting, or a series; a form sent twice announces one. Answers the first.
    ///
    /// # Errors
    /// [`NAMELESS`], [`LONG`], [`MANY`], [`super::members::ENDED`]; what [`Meeting`] refuses.
    pub async fn announce_meeting(
        &self,
        community: &Community,
        by: &PersonId,
        announced: &Announcement,
        command_id: CommandId,
    ) -> Result<MeetingId, Failure> {
        if community.has_ended() {
            return Err(Failure::Refused(super::members::ENDED));
        }
        let first: MeetingId = self.derived_id("meeting", by.as_str(), &command_id);
        let words = announced.checked()?;
        let hours = &announced.hours[..announced.hours.len().min(SERIES_MAX)];
        if meeting::find(&self.primary, &first).await?.is_none() {
            let now = self.clock.now();
            if !hours.iter().all(|it| within(it, now)) {
                return Err(Failure::Refused(FAR));
            }
            let (id, more) = (&community.community, i64::try_from(hours.len()).unwrap_or(i64::MAX));
            let stand = meeting::count_to_come(&self.primary, id, now).await?;
            let own = meeting::announced_by(&self.primary, id, by, now - DAY).await?;
            if stand + more > TO_COME_MAX || own + more > A_DAY_MAX {
                return Err(Failure::Refused(MANY));
            }
        }
        for (at, hours) in hours.iter().enumerate() {
            let key = if at == 0 { command_id.clone() } else { command_id.then(&at.to_string()) };
            let id: MeetingId = self.derived_id("meeting", by.as_str(), &key);
            let (content, reference) = self.meeting_words(by, words.clone(), &key);
            let command = Command::Announce {
                meeting: id.clone(),
                community: community.community.clone(),
                by: by.clone(),
                kind: announced.kind,
                hours: hours.clone(),
                places: announced.places,
                series: (at > 0).then(|| first.clone()),
                content: reference,
            };
            let envelope = Envelope::from(by, key).with(content);
            self.execute::<Meeting>(id.as_str(), command, envelope).await?;
        }
        Ok(first)
    }

    fn meeting_words(
        &self,
        by: &PersonId,
        (title, about, place): (String, String, String),
        key: &CommandId,
    ) -> (NewContent, domain::core::ids::ContentId) {
        let (content, reference) = self.content(by.as_str(), key, title, about, place);
        (content, reference.id)
    }

    /// Says something else of a meeting, and has it at other hours, for as many people. Others of
    /// its series stay as they are. `seen` is how many times it had been changed when its form was
    /// shown.
    ///
    /// # Errors
    /// [`CHANGED`], [`OVER`]; those of [`Groups::announce_meeting`] about words; what [`Meeting`] refuses.
    pub async fn change_meeting(
        &self,
        (found, seen): (&meeting::Meeting, i64),
        by: &PersonId,
        announced: &Announcement,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let words = announced.checked()?;
        let now = self.clock.now();
        if let Some(hours) = announced.hours.first() {
            let moves = (hours.starts_at, hours.ends_at) != (found.starts_at, found.ends_at);
            // Those who were there did not say that they come to another.
            if moves && found.is_over(now) && hours.ends_at > now {
                return Err(Failure::Refused(OVER));
            }
            if moves && !within(hours, now) {
                return Err(Failure::Refused(FAR));
            }
        }
        if seen != found.changes {
            return Err(Failure::Refused(CHANGED));
        }
        let who = || by.clone();
        // The hours first: what is refused changes nothing.
        if let Some(hours) = announced.hours.first().cloned() {
            let key = command_id.then("hours");
            self.to_meeting(found, by, Command::Move { by: who(), hours }, key).await?;
        }
        let key = command_id.then("places");
        let places = Command::SetPlaces { by: who(), places: announced.places };
        self.to_meeting(found, by, places, key).await?;
        let stands = (&found.title, &found.about, &found.place);
        if (&words.0, &words.1, &words.2) != stands {
            let (content, reference) = self.meeting_words(by, words, &command_id);
            let command = Command::Describe { by: who(), content: reference };
            let envelope = Envelope::from(by, command_id).with(content);
            self.execute::<Meeting>(found.meeting.as_str(), command, envelope).await?;
        }
        Ok(())
    }

    /// Says that a meeting is not held; or, `held`, that it is after all.
    ///
    /// # Errors
    /// What [`Meeting`] refuses.
    pub async fn hold_meeting(
        &self,
        found: &meeting::Meeting,
        by: &PersonId,
        held: bool,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let who = by.clone();
        let command = if held { Command::Restore { by: who } } else { Command::Cancel { by: who } };
        self.to_meeting(found, by, command, command_id).await
    }

    /// Comes to a meeting, or was there; or, not `comes`, does not after all.
    ///
    /// # Errors
    /// What [`Meeting`] refuses: there is no place left.
    pub async fn come_to_meeting(
        &self,
        found: &meeting::Meeting,
        person: &PersonId,
        comes: bool,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let who = person.clone();
        let command =
            if comes { Command::Come { person: who } } else { Command::StayAway { person: who } };
        self.to_meeting(found, person, command, command_id).await
    }

    /// Says what one is there for, or what one did.
    ///
    /// # Errors
    /// [`AIM_LONG`]; nothing written; what [`Meeting`] refuses.
    pub async fn say_aim(
        &self,
        found: &meeting::Meeting,
        person: &PersonId,
        (moment, words): (Moment, &str),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let words = text::line(words, AIM_MAX).map_err(|error| match error {
            TextError::TooLong => Failure::Refused(AIM_LONG),
            TextError::Blank => Failure::words(error),
        })?;
        let (content, reference) =
            self.content(person.as_str(), &command_id, String::new(), words, String::new());
        let command = Command::SayAim { person: person.clone(), moment, content: reference.id };
        let envelope = Envelope::from(person, command_id).with(content);
        self.execute::<Meeting>(found.meeting.as_str(), command, envelope).await
    }

    /// Comes to none of the meetings of `community` that are not over, for somebody who is in it no
    /// more.
    pub(super) async fn stay_away(
        &self,
        community: &CommunityId,
        person: &PersonId,
        key: &CommandId,
    ) -> Result<(), Failure> {
        let now = self.clock.now();
        for id in meeting::coming_of(&self.primary, community, person, now).await? {
            let command = Command::StayAway { person: person.clone() };
            let envelope = Envelope::from(person, key.then(id.as_str()));
            self.execute::<Meeting>(id.as_str(), command, envelope).await?;
        }
        Ok(())
    }

    async fn to_meeting(
        &self,
        found: &meeting::Meeting,
        by: &PersonId,
        command: Command,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let envelope = Envelope::from(by, command_id);
        self.execute::<Meeting>(found.meeting.as_str(), command, envelope).await
    }

    /// Begins the synthesis of a meeting, or brings it up to date with the lines captured since:
    /// what was edited meanwhile is merged, never lost. Its community reads it, and whoever reads
    /// it may change it.
    ///
    /// # Errors
    /// [`NOTHING_CAPTURED`], [`NOT_SHARED`]; what a note refuses.
    pub async fn synthesise_meeting(
        &self,
        found: &meeting::Meeting,
        viewer: &Viewer,
        labels: &impl Labels,
        sources: &str,
        command_id: CommandId,
    ) -> Result<Synthesis, Failure> {
        let by = viewer.person().ok_or(Failure::NotFound)?;
        let items = item::of_sheet(&self.db, &Sheet::Meeting(found.meeting.clone())).await?;
        let title: String = labels.title(&found.title).chars().take(TITLE_MAX).collect();
        let words = Words { title, body: body(&items, labels, sources), summary: String::new() };
        if words.body.is_empty() {
            return Err(Failure::Refused(NOTHING_CAPTURED));
        }
        if let Some(note) = &found.note {
            let known = self.note_for(viewer, note).await?;
            let (known, standing) = known.ok_or(Failure::Refused(NOT_SHARED))?;
            // It is the community's, whoever began it: from the first text, what both changed is
            // merged.
            let standing = Standing { team: true, first: 1, ..standing };
            let words = Words { title: known.title.clone(), ..words };
            let key = command_id.then("update");
            let saved = self.notes().revise(&known, standing, by, 1, &words, key).await?;
            return Ok(Synthesis { note: known.note, saved: Some(saved) });
        }
        // What is interrupted is begun again as the same note.
        let mark = self.secrets.mark("synthesis", &[found.meeting.as_str(), by.as_str()]);
        let note: NoteId = mark.parse().map_err(|_| Failure::NotFound)?;
        let (title, text, summary) = words.checked()?;
        let (content, reference) = self.content(by.as_str(), &command_id, title, text, summary);
        let command = note::Command::Draft {
            note: note.clone(),
            by: by.clone(),
            workshop: None,
            door: None,
            content: reference,
        };
        let envelope = Envelope::from(by, command_id.clone()).with(content);
        match self.execute::<note::Note>(note.as_str(), command, envelope).await {
            Ok(_) | Err(Failure::Rule(Refusal::Note(note::Error::AlreadyDrafted))) => {}
            Err(error) => return Err(error),
        }
        let command = note::Command::Open { by: by.clone(), open: true };
        let envelope = Envelope::from(by, command_id.then("open"));
        self.execute::<note::Note>(note.as_str(), command, envelope).await?;
        let group = Group::Community(found.community.clone());
        self.notes().shared(&note, by, group, command_id.then("share")).await?;
        let command = Command::Synthesise { by: by.clone(), note: note.clone() };
        self.to_meeting(found, by, command, command_id.then("synthesis")).await?;
        Ok(Synthesis { note, saved: None })
    }
}
