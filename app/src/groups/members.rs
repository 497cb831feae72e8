//! Coming into a community, and leaving it: by oneself where it is open, by a link, by a request
//! that a steward answers.

use domain::core::ids::{CommunityId, PersonId};
use domain::core::registry::Refusal;
use domain::groups::community::Admission;
use domain::groups::membership::{Command, Error, Membership};
use domain::prose::text;
use migrations::{DbError, values};
use projections::groups::community::{
    Community, Place, all_of_person, any_waiting, find, longest_in, place_of, requests_waiting,
    stewards,
};

use super::Groups;
use crate::Failure;
use crate::engine::clock::DAY;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::execute::Done;

/// The most people in one community.
pub const MEMBERS_MAX: i64 = 20_000;

/// The most characters of what somebody says when they ask to come in.
pub const REQUEST_MAX: usize = 1000;

/// The most people who ask to come into one community at the same time.
pub const REQUESTS_WAITING_MAX: i64 = 500;

/// How long the link of a community opens it, in microseconds.
pub const LINK: i64 = 30 * DAY;

/// The refusal: it has [`MEMBERS_MAX`] members.
pub const FULL: &str = "community-full";

/// The refusal: what they say is longer than [`REQUEST_MAX`].
pub const REQUEST_LONG: &str = "community-request-long";

/// The refusal: [`REQUESTS_WAITING_MAX`] people ask already.
pub const MANY_ASK: &str = "community-many-ask";

/// The refusal: one does not come into it this way.
pub const CLOSED: &str = "community-closed";

/// The refusal: it ended.
pub const ENDED: &str = "community-ended";

impl Groups<'_> {
    /// Comes into an open community.
    ///
    /// # Errors
    /// [`ENDED`], [`CLOSED`], [`FULL`]; what [`Membership`] refuses.
    pub async fn join(
        &self,
        community: &Community,
        person: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if community.admission != Admission::Open {
            return Err(Failure::Refused(CLOSED));
        }
        has_room(community)?;
        self.joined(&community.community, person, command_id).await
    }

    /// Comes in from the room of one of its workshops. Whoever runs it may open its door when they
    /// look after the community (`welcomed`); otherwise one comes in as anybody does.
    ///
    /// # Errors
    /// Those of [`Groups::join`].
    pub async fn join_from_room(
        &self,
        community: &Community,
        person: &PersonId,
        welcomed: bool,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if !welcomed {
            return self.join(community, person, command_id).await;
        }
        has_room(community)?;
        self.joined(&community.community, person, command_id).await
    }

    /// Asks to come in, with `words` or none.
    ///
    /// # Errors
    /// [`ENDED`], [`CLOSED`], [`FULL`], [`REQUEST_LONG`], [`MANY_ASK`]; what [`Membership`]
    /// refuses.
    pub async fn ask_to_join(
        &self,
        community: &Community,
        person: &PersonId,
        words: &str,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        if community.admission != Admission::OnRequest {
            return Err(Failure::Refused(CLOSED));
        }
        has_room(community)?;
        let words = text::body(words).map_err(|_| Failure::Refused(REQUEST_LONG))?;
        let words = words.trim_end_matches('\n').to_owned();
        if words.chars().count() > REQUEST_MAX {
            return Err(Failure::Refused(REQUEST_LONG));
        }
        let id = &community.community;
        if requests_waiting(&self.primary, id, REQUESTS_WAITING_MAX).await? >= REQUESTS_WAITING_MAX
        {
            return Err(Failure::Refused(MANY_ASK));
        }
        let (content, reference) =
            self.content(person.as_str(), &command_id, String::new(), words.clone(), String::new());
        let said = (!words.is_empty()).then_some(reference.id);
        let command =
            Command::Ask { community: id.clone(), person: person.clone(), content: said.clone() };
        let mut envelope = Envelope::from(person, command_id);
        if said.is_some() {
            envelope = envelope.with(content);
        }
        self.execute::<Membership>(&stream(id, person), command, envelope).await
    }

    /// Asks no more.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn withdraw_request(
        &self,
        community: &CommunityId,
        person: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let command = Command::Withdraw { community: community.clone(), person: person.clone() };
        self.execute::<Membership>(
            &stream(community, person),
            command,
            Envelope::from(person, command_id),
        )
        .await
    }

    /// Answers whoever asks to come in, or lets in again somebody who was asked to leave: the first
    /// answer of a steward stands.
    ///
    /// # Errors
    /// [`Failure::NotFound`] for whoever is no steward; [`ENDED`], [`FULL`]; what [`Membership`]
    /// refuses.
    pub async fn answer_request(
        &self,
        community: &Community,
        by: &PersonId,
        (person, admits): (&PersonId, bool),
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let id = &community.community;
        self.is_steward(id, by).await?;
        let (group, who, steward) = (id.clone(), person.clone(), by.clone());
        let command = if admits {
            has_room(community)?;
            Command::Admit { community: group, person: who, by: steward }
        } else {
            Command::Decline { community: group, person: who, by: steward }
        };
        self.execute::<Membership>(&stream(id, person), command, Envelope::from(by, command_id))
            .await
    }

    /// Has somebody leave; a steward is dismissed first.
    ///
    /// # Errors
    /// [`Failure::NotFound`] for whoever is no steward; what the rules refuse.
    pub async fn remove_member(
        &self,
        community: &CommunityId,
        by: &PersonId,
        person: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        self.is_steward(community, by).await?;
        self.dismiss_steward(community, by, person, command_id.then("steward")).await?;
        let (group, who) = (community.clone(), person.clone());
        let command = Command::Remove { community: group, person: who, by: by.clone() };
        let (again, away) = (command_id.then("again"), command_id.then("away"));
        let envelope = Envelope::from(by, command_id);
        let done =
            self.execute::<Membership>(&stream(community, person), command, envelope).await?;
        // Named meanwhile by another: nobody looks after what they are not in.
        self.dismiss_steward(community, by, person, again).await?;
        self.stay_away(community, person, &away).await?;
        Ok(done)
    }

    /// Leaves: what they shared with it stays shared, and they read its notes no more. A steward
    /// stops looking after it first.
    ///
    /// # Errors
    /// What the rules refuse: the last steward stays.
    pub async fn leave_community(
        &self,
        community: &CommunityId,
        person: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        self.dismiss_steward(community, person, person, command_id.then("steward")).await?;
        let (again, away) = (command_id.then("again"), command_id.then("away"));
        let command = Command::Leave { community: community.clone(), person: person.clone() };
        let envelope = Envelope::from(person, command_id);
        let done =
            self.execute::<Membership>(&stream(community, person), command, envelope).await?;
        // Named meanwhile by another: nobody looks after what they are not in.
        self.dismiss_steward(community, person, person, again).await?;
        self.stay_away(community, person, &away).await?;
        Ok(done)
    }

    /// Leaves every community, and asks to come into none any more, for somebody who is erased.
    /// What nobody else looks after is handed to whoever has been in it longest; without anybody,
    /// it ends.
    ///
    /// # Errors
    /// See [`Failure`]; begun again, it goes on.
    pub async fn leave_all(&self, person: &PersonId) -> Result<(), Failure> {
        for id in all_of_person(&self.primary, person).await? {
            let key = CommandId::fresh();
            self.withdraw_request(&id, person, key.then("withdraw")).await?;
            let heir = longest_in(&self.primary, &id, person).await?;
            let is_alone = {
                let stewards = stewards(&self.primary, &id).await?;
                stewards.iter().any(|it| it.person == *person)
                    && stewards.iter().all(|it| it.person == *person || it.name.is_empty())
            };
            match heir {
                Some(heir) if is_alone => {
                    self.name_steward(&id, person, &heir, key.then("heir")).await?;
                }
                None if is_alone => {
                    self.end(&id, person, key.then("end")).await?;
                }
                Some(_) | None => {}
            }
            self.dismiss_steward(&id, person, person, key.then("steward")).await?;
            let command = Command::Leave { community: id.clone(), person: person.clone() };
            let envelope = Envelope::from(person, key.then("leave"));
            match self.execute::<Membership>(&stream(&id, person), command, envelope).await {
                Ok(_) | Err(Failure::Rule(Refusal::Membership(Error::NotMember))) => {}
                Err(error) => return Err(error),
            }
            self.stay_away(&id, person, &key.then("away")).await?;
        }
        Ok(())
    }

    /// Makes the link that opens it, in place of the one before; a form sent twice makes one.
    ///
    /// # Errors
    /// [`Failure::NotFound`] for whoever is no steward.
    pub async fn make_link(
        &self,
        community: &CommunityId,
        by: &PersonId,
        command_id: &CommandId,
    ) -> Result<(), Failure> {
        self.is_steward(community, by).await?;
        let key = [community.as_str(), by.as_str(), command_id.as_str()];
        let token = self.secrets.mark("community-link", &key);
        let sql = "insert into community_links (community, token, expires_at) values ($1, $2, $3)
            on conflict (community) do update set token = excluded.token,
                expires_at = excluded.expires_at";
        let values = values![community.as_str(), token, self.clock.now() + LINK];
        self.primary.exec(sql, values).await?;
        Ok(())
    }

    /// Takes it away.
    ///
    /// # Errors
    /// [`Failure::NotFound`] for whoever is no steward.
    pub async fn remove_link(&self, community: &CommunityId, by: &PersonId) -> Result<(), Failure> {
        self.is_steward(community, by).await?;
        let sql = "delete from community_links where community = $1";
        self.primary.exec(sql, values![community.as_str()]).await?;
        Ok(())
    }

    /// Its link, for its stewards: the secret, and until when it opens, in microseconds.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn link_of_community(
        &self,
        community: &CommunityId,
    ) -> Result<Option<(String, i64)>, DbError> {
        let sql = "select token, expires_at from community_links
            where community = $1 and expires_at > $2";
        let row = self.primary.row(sql, values![community.as_str(), self.clock.now()]).await?;
        Ok(row.map(|row| {
            let cells = row.cells();
            (cells.text(), cells.int())
        }))
    }

    /// The community that a link opens, while it goes on.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn community_of_link(&self, token: &str) -> Result<Option<Community>, DbError> {
        let sql = "select community from community_links where token = $1 and expires_at > $2";
        let row = self.primary.row(sql, values![token, self.clock.now()]).await?;
        let Some(row) = row else { return Ok(None) };
        let community = find(&self.primary, &row.cells().parsed()?).await?;
        Ok(community.filter(|it| !it.has_ended()))
    }

    /// Comes in by a link. Nobody yet: a person is made for them, called `name`. `None` when it
    /// opens nothing.
    ///
    /// # Errors
    /// When `name` does not fit; [`FULL`]; what [`Membership`] refuses, save that they are in it.
    pub async fn join_by_link(
        &self,
        token: &str,
        person: Option<&PersonId>,
        (name, language): (&str, &str),
        command_id: CommandId,
    ) -> Result<Option<(CommunityId, PersonId)>, Failure> {
        let Some(community) = self.community_of_link(token).await? else { return Ok(None) };
        let known = match person {
            Some(person) => person.clone(),
            None => self.derived_id("person", token, &command_id),
        };
        let id = community.community.clone();
        if place_of(&self.primary, &id, &known).await? >= Place::Member {
            return Ok(Some((id, known)));
        }
        has_room(&community)?;
        if person.is_none() {
            let name = text::line(name, text::NAME_MAX).map_err(Failure::name)?;
            self.people().ensure_person(&known, &name, language).await?;
        }
        match self.joined(&id, &known, command_id).await {
            Ok(_) | Err(Failure::Rule(Refusal::Membership(Error::IsMember))) => {
                Ok(Some((id, known)))
            }
            Err(error) => Err(error),
        }
    }

    /// Whether `person` was in it, and is no more.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn was_in(
        &self,
        community: &CommunityId,
        person: &PersonId,
    ) -> Result<bool, DbError> {
        projections::people::membership::was_in(&self.db, community.as_str(), person).await
    }

    /// Whether somebody asks to come into a community that `person` looks after.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn join_awaits(&self, person: &PersonId) -> Result<bool, DbError> {
        any_waiting(&self.db, person).await
    }

    async fn is_steward(&self, community: &CommunityId, by: &PersonId) -> Result<(), Failure> {
        let place = place_of(&self.primary, community, by).await?;
        if place == Place::Steward { Ok(()) } else { Err(Failure::NotFound) }
    }
}

/// Whether somebody more may come in.
fn has_room(community: &Community) -> Result<(), Failure> {
    if community.has_ended() {
        return Err(Failure::Refused(ENDED));
    }
    if community.members >= MEMBERS_MAX {
        return Err(Failure::Refused(FULL));
    }
    Ok(())
}

pub(super) fn stream(community: &CommunityId, person: &PersonId) -> String {
    format!("{community}.{person}")
}
