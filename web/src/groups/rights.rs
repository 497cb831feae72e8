//! What one is to the community at an address, as the first argument of a handler says it. One that
//! is entered by a link alone does not exist for whoever is not in it.

use app::groups::meetings::may_change;
use app::groups::members::ENDED;
use domain::core::ids::PersonId;
use poem::http::Method;
use poem::{FromRequest, Request, RequestBody};
use projections::groups::community::{Community, Place};
use projections::groups::meeting::{self, Meeting};

use crate::shell::handler::Rights;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// They may know of it, whoever they are.
pub struct Knows {
    pub visitor: Visitor,
    pub community: Community,
    pub place: Place,
}

/// They may know of it, and are known.
pub struct Comes {
    pub visitor: Visitor,
    pub person: PersonId,
    pub community: Community,
    pub place: Place,
}

/// They are in it.
pub struct IsIn {
    pub visitor: Visitor,
    pub person: PersonId,
    pub community: Community,
    pub place: Place,
}

/// They look after it.
pub struct LooksAfter {
    pub visitor: Visitor,
    pub person: PersonId,
    pub community: Community,
}

async fn known(req: &Request, body: &mut RequestBody) -> poem::Result<Knows> {
    let visitor = Visitor::from_request(req, body).await?;
    // Whoever sends something is asked who they are first.
    if req.method() == Method::POST {
        visitor.person()?;
    }
    let id = visitor.id("community")?;
    let groups = visitor.site.app.groups();
    let seen = groups.seen_by(&id, visitor.viewer.person()).await.map_err(Problem::from)?;
    let (community, place) = seen.ok_or(Problem::NotFound)?;
    Ok(Knows { visitor, community, place })
}

async fn at_least(
    req: &Request,
    body: &mut RequestBody,
    least: Place,
) -> poem::Result<(Knows, PersonId)> {
    let known = known(req, body).await?;
    if known.place < least {
        return Err(Problem::NotFound.into());
    }
    let person = known.visitor.person()?.clone();
    Ok((known, person))
}

impl<'a> FromRequest<'a> for Knows {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        known(req, body).await
    }
}

impl<'a> FromRequest<'a> for Comes {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let (Knows { visitor, community, place }, person) =
            at_least(req, body, Place::Outside).await?;
        Ok(Self { visitor, person, community, place })
    }
}

impl<'a> FromRequest<'a> for IsIn {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let (Knows { visitor, community, place }, person) =
            at_least(req, body, Place::Member).await?;
        Ok(Self { visitor, person, community, place })
    }
}

impl<'a> FromRequest<'a> for LooksAfter {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let (Knows { visitor, community, .. }, person) =
            at_least(req, body, Place::Steward).await?;
        Ok(Self { visitor, person, community })
    }
}

/// They are in the community of the meeting at this address.
pub struct AtMeeting {
    pub visitor: Visitor,
    pub person: PersonId,
    pub community: Community,
    pub meeting: Meeting,
    /// Whether they may change it: they announced it, or look after the community.
    pub may_change: bool,
}

/// They may change the meeting at this address.
pub struct RunsMeeting {
    pub visitor: Visitor,
    pub person: PersonId,
    pub community: Community,
    pub meeting: Meeting,
}

async fn at_meeting(req: &Request, body: &mut RequestBody) -> poem::Result<AtMeeting> {
    let visitor = Visitor::from_request(req, body).await?;
    let person = visitor.person()?.clone();
    let app = &visitor.site.app;
    let found = meeting::find(&app.db, &visitor.id("meeting")?).await.map_err(Problem::from)?;
    let meeting = found.ok_or(Problem::NotFound)?;
    let seen = app.groups().seen_by(&meeting.community, Some(&person)).await;
    let (community, place) = seen.map_err(Problem::from)?.ok_or(Problem::NotFound)?;
    if place < Place::Member {
        return Err(Problem::NotFound.into());
    }
    // One that ended is read, and lives no more: one may still say that one does not come.
    let stays_away = req.uri().path().ends_with("/presence/retrait");
    if community.has_ended() && req.method() == Method::POST && !stays_away {
        return Err(Problem::Refused(ENDED.to_owned()).into());
    }
    let may_change = may_change(&meeting, place, &person);
    Ok(AtMeeting { visitor, person, community, meeting, may_change })
}

impl<'a> FromRequest<'a> for AtMeeting {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        at_meeting(req, body).await
    }
}

impl<'a> FromRequest<'a> for RunsMeeting {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let at = at_meeting(req, body).await?;
        if !at.may_change {
            return Err(Problem::NotFound.into());
        }
        let AtMeeting { visitor, person, community, meeting, .. } = at;
        Ok(Self { visitor, person, community, meeting })
    }
}

impl Rights for AtMeeting {}
impl Rights for RunsMeeting {}
impl Rights for Knows {}
impl Rights for Comes {}
impl Rights for IsIn {}
impl Rights for LooksAfter {}
