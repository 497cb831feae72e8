//! What the stewards of a community do with it: begin it, say what it is, name one another, end it.
//! Coming in and leaving are in [`super::members`].

use chrono::NaiveDate;
use domain::core::ids::{CommunityId, PersonId};
use domain::groups::community::{self, Admission, Command, Part, Spread};
use domain::groups::membership::{self, Membership};
use domain::prose::text::{self, TextError};
use projections::groups::community::{Community, Place, find, place_of, stewarded};

use super::Groups;
use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::execute::Done;

/// The most characters of the name of a community.
pub const NAME_MAX: usize = 80;

/// The most characters of what a community calls itself.
pub const LABEL_MAX: usize = 40;

/// The most bytes of a text of a community.
pub const TEXT_MAX: usize = 16 * 1024;

/// The most communities that one person looks after.
pub const STEWARDED_MAX: i64 = 20;

/// The refusal: it has no name.
pub const NAMELESS: &str = "community-nameless";

/// The refusal: the name is longer than [`NAME_MAX`].
pub const NAME_LONG: &str = "community-name-long";

/// The refusal: what it calls itself is longer than [`LABEL_MAX`].
pub const LABEL_LONG: &str = "community-label-long";

/// The refusal: a text is longer than [`TEXT_MAX`].
pub const TEXT_LONG: &str = "community-text-long";

/// The refusal: they look after [`STEWARDED_MAX`] communities.
pub const MANY: &str = "community-many";

/// The refusal: a steward is one of its members first.
pub const NOT_A_MEMBER: &str = "community-not-a-member";

/// The words of one part of a community, as a form brings them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// A line: the name; where it meets. Nothing of a mandate.
    pub line: String,
    /// A second line: what it calls itself. Of a mandate, its goals, one a line.
    pub second: String,
    /// In Markdown: what it is about, its mandate; the tools it uses, one a line.
    pub body: String,
}

impl Wording {
    /// Checks them at the door: what stands in `title`, `body` and `summary`.
    fn checked(&self, part: Part) -> Result<(String, String, String), Failure> {
        let line = |text: &str, most: usize, long: &'static str| match text::line(text, most) {
            Err(TextError::Blank) => Ok(String::new()),
            other => other.map_err(|_| Failure::Refused(long)),
        };
        let long = |text: &str| {
            let text = text::body(text).map_err(|_| Failure::Refused(TEXT_LONG))?;
            let is_long = text.len() > TEXT_MAX;
            if is_long { Err(Failure::Refused(TEXT_LONG)) } else { Ok(text) }
        };
        let body = long(&self.body)?;
        Ok(match part {
            Part::About => {
                let name = line(&self.line, NAME_MAX, NAME_LONG)?;
                if name.is_empty() {
                    return Err(Failure::Refused(NAMELESS));
                }
                (name, body, line(&self.second, LABEL_MAX, LABEL_LONG)?)
            }
            Part::Mandate => (String::new(), body, long(&self.second)?),
            Part::Places => (line(&self.line, text::TITLE_MAX, TEXT_LONG)?, body, String::new()),
        })
    }
}

impl Groups<'_> {
    /// Begins a community; a form sent twice begins one. Whoever does is in it, and looks after it.
    ///
    /// # Errors
    /// [`NAMELESS`], [`NAME_LONG`], [`LABEL_LONG`], [`TEXT_LONG`]; [`MANY`].
    pub async fn found(
        &self,
        by: &PersonId,
        about: &Wording,
        (admission, spread): (Admission, Spread),
        command_id: CommandId,
    ) -> Result<CommunityId, Failure> {
        let community: CommunityId = self.derived_id("community", by.as_str(), &command_id);
        let is_there = find(&self.primary, &community).await?.is_some();
        if !is_there && stewarded(&self.primary, by).await? >= STEWARDED_MAX {
            return Err(Failure::Refused(MANY));
        }
        let (title, body, summary) = about.checked(Part::About)?;
        let (content, reference) = self.content(by.as_str(), &command_id, title, body, summary);
        let command = Command::Found {
            community: community.clone(),
            by: by.clone(),
            content: reference.id,
            admission,
            spread,
        };
        let joins = command_id.then("joins");
        let envelope = Envelope::from(by, command_id).with(content);
        self.execute::<community::Community>(community.as_str(), command, envelope).await?;
        self.joined(&community, by, joins).await?;
        Ok(community)
    }

    /// Says something else of it.
    ///
    /// # Errors
    /// Those of [`Groups::found`] about words; what [`community::Community`] refuses.
    pub async fn describe(
        &self,
        community: &CommunityId,
        by: &PersonId,
        (part, wording): (Part, &Wording),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let (title, body, summary) = wording.checked(part)?;
        let (content, reference) = self.content(by.as_str(), &command_id, title, body, summary);
        let command = Command::Describe { by: by.clone(), part, content: reference.id };
        let envelope = Envelope::from(by, command_id).with(content);
        self.execute::<community::Community>(community.as_str(), command, envelope).await
    }

    /// Chooses the day its mandate is looked at again.
    ///
    /// # Errors
    /// What [`community::Community`] refuses.
    pub async fn set_review(
        &self,
        community: &CommunityId,
        by: &PersonId,
        on: Option<NaiveDate>,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        self.steward(community, by, Command::SetReview { by: by.clone(), on }, command_id).await
    }

    /// Chooses how one comes in, and says where its people are.
    ///
    /// # Errors
    /// What [`community::Community`] refuses.
    pub async fn set_doors(
        &self,
        community: &CommunityId,
        by: &PersonId,
        (admission, spread): (Admission, Spread),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let spread_key = command_id.then("spread");
        let command = Command::SetAdmission { by: by.clone(), admission };
        self.steward(community, by, command, command_id).await?;
        self.steward(community, by, Command::SetSpread { by: by.clone(), spread }, spread_key).await
    }

    /// Has a member look after it too.
    ///
    /// # Errors
    /// [`NOT_A_MEMBER`]; what [`community::Community`] refuses.
    pub async fn name_steward(
        &self,
        community: &CommunityId,
        by: &PersonId,
        person: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if place_of(&self.primary, community, person).await? < Place::Member {
            return Err(Failure::Refused(NOT_A_MEMBER));
        }
        let command = Command::NameSteward { by: by.clone(), person: person.clone() };
        self.steward(community, by, command, command_id).await
    }

    /// Has a steward look after it no more: oneself, or another. They stay a member.
    ///
    /// # Errors
    /// What [`community::Community`] refuses: the last one stays.
    pub async fn dismiss_steward(
        &self,
        community: &CommunityId,
        by: &PersonId,
        person: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let command = Command::DismissSteward { by: by.clone(), person: person.clone() };
        self.steward(community, by, command, command_id).await
    }

    /// Ends it: what it wrote and shared stays as it is, and nobody comes in any more. Until
    /// [`Groups::reopen`].
    ///
    /// # Errors
    /// What [`community::Community`] refuses.
    pub async fn end(
        &self,
        community: &CommunityId,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        self.steward(community, by, Command::End { by: by.clone() }, command_id).await
    }

    /// Lets it go on, after all.
    ///
    /// # Errors
    /// What [`community::Community`] refuses.
    pub async fn reopen(
        &self,
        community: &CommunityId,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        self.steward(community, by, Command::Reopen { by: by.clone() }, command_id).await
    }

    async fn steward(
        &self,
        community: &CommunityId,
        by: &PersonId,
        command: Command,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let envelope = Envelope::from(by, command_id);
        self.execute::<community::Community>(community.as_str(), command, envelope).await
    }

    /// A community, and where `person` stands towards it, if they may know of it.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn seen_by(
        &self,
        community: &CommunityId,
        person: Option<&PersonId>,
    ) -> Result<Option<(Community, Place)>, Failure> {
        let Some(found) = find(&self.db, community).await? else { return Ok(None) };
        let place = match person {
            Some(person) => place_of(&self.db, community, person).await?,
            None => Place::Outside,
        };
        Ok(may_know(&found, place).then_some((found, place)))
    }

    pub(crate) async fn joined(
        &self,
        community: &CommunityId,
        person: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let command =
            membership::Command::Join { community: community.clone(), person: person.clone() };
        let envelope = Envelope::from(person, command_id);
        self.execute::<Membership>(&super::members::stream(community, person), command, envelope)
            .await
    }
}

/// Whether somebody in this place may know that it is there: one that is entered by a link alone is
/// known to those who are in it, and to those who asked to be when one could.
pub fn may_know(community: &Community, place: Place) -> bool {
    community.admission != Admission::ByLink || place >= Place::Asking
}
