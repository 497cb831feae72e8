//! What one may do in the workshop at an address, as the first argument of a handler says it.

use std::marker::PhantomData;

use app::Failure;
use app::access;
use app::engine::envelope::CommandId;
use app::workshops::role::Duty;
use domain::core::ids::PersonId;
use domain::workshops::workshop::Act;
use poem::http::Method;
use poem::{FromRequest, Request, RequestBody};
use projections::workshops::room::{self, Participant};
use projections::workshops::workshop::{self, Workshop};

use crate::shell::handler::Rights;
use crate::shell::page::unless_set_aside;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::join;

/// The workshop at an address, for a visitor whose duty in it is `R`; for others it does not
/// exist.
pub struct OfWorkshop<R: Right> {
    pub visitor: Visitor,
    pub person: PersonId,
    pub workshop: Workshop,
    pub duty: Duty,
    right: PhantomData<fn(R)>,
}

/// A duty that a page asks for.
pub trait Right: 'static {
    /// Whether `duty` is enough.
    fn holds(duty: Duty) -> bool;
}

macro_rules! rights {
    ($($(#[$doc:meta])* $alias:ident = $right:ident, if $field:ident;)*) => {
        $(
            $(#[$doc])*
            pub struct $right;

            $(#[$doc])*
            pub type $alias = OfWorkshop<$right>;

            impl Right for $right {
                fn holds(duty: Duty) -> bool {
                    duty.$field
                }
            }
        )*
    };
}

rights! {
    /// They run it.
    Runs = Run, if runs;
    /// They go where a hand is up.
    Helps = Help, if helps;
    /// They keep its notes.
    Keeps = Keep, if notes;
    /// They may look at its console.
    Sees = See, if sees;
}

impl<'a, R: Right> FromRequest<'a> for OfWorkshop<R> {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let visitor = Visitor::from_request(req, body).await?;
        if req.method() == Method::POST {
            visitor.person()?;
        }
        let (workshop, duty) = duty_in(&visitor, visitor.part("id")).await?;
        if !R::holds(duty) {
            return Err(Problem::NotFound.into());
        }
        let person = visitor.person()?.clone();
        Ok(Self { visitor, person, workshop, duty, right: PhantomData })
    }
}

impl<R: Right> Rights for OfWorkshop<R> {}

impl Runs {
    /// Does `act` in the workshop, once for each `key`.
    ///
    /// # Errors
    /// What the workshop refuses.
    pub async fn run(&self, act: Act, key: CommandId) -> Result<(), Failure> {
        let workshops = self.visitor.site.app.workshops();
        workshops.run_workshop(&self.workshop.workshop, &self.person, act, key).await?;
        Ok(())
    }
}

/// A workshop, and what this visitor is to it.
pub(crate) async fn duty_in(visitor: &Visitor, id: &str) -> Result<(Workshop, Duty), Problem> {
    let id = id.parse().map_err(|_| Problem::NotFound)?;
    let app = &visitor.site.app;
    let found = workshop::find(&app.db, &id).await?.ok_or(Problem::NotFound)?;
    let duty = app.workshops().duty(&visitor.viewer, &found).await?;
    if duty.sees {
        // Where its console is, people may mistype its code as often as they like.
        visitor.site.doors.is_hall(&visitor.address, &found.workshop);
    }
    if duty.runs || duty.sees {
        unless_set_aside(visitor, "workshop", id.as_str())?;
    }
    Ok((found, duty))
}

/// Those who look after a workshop, and those who were there.
pub struct WasThere {
    pub visitor: Visitor,
    pub workshop: Workshop,
    pub duty: Duty,
}

impl<'a> FromRequest<'a> for WasThere {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let visitor = Visitor::from_request(req, body).await?;
        let (workshop, duty) = duty_in(&visitor, visitor.part("id")).await?;
        if !duty.sees && !was_there(&visitor, &workshop).await? {
            return Err(Problem::NotFound.into());
        }
        Ok(Self { visitor, workshop, duty })
    }
}

impl Rights for WasThere {}

/// Whether this visitor took part in it.
pub(crate) async fn was_there(visitor: &Visitor, workshop: &Workshop) -> Result<bool, Problem> {
    let Some(person) = visitor.viewer.person() else { return Ok(false) };
    Ok(room::find(&visitor.site.app.db, &workshop.workshop, person).await?.is_some())
}

/// Somebody who prepares workshops: a facilitator.
pub struct Prepares {
    pub visitor: Visitor,
    pub person: PersonId,
}

impl<'a> FromRequest<'a> for Prepares {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let visitor = Visitor::from_request(req, body).await?;
        let person = visitor.person()?.clone();
        if !access::may_prepare(&visitor.viewer) {
            return Err(Problem::NotFound.into());
        }
        Ok(Self { visitor, person })
    }
}

impl Rights for Prepares {}

/// Whoever stands at the door of a workshop, with its code or the secret of its link.
pub struct AtTheDoor {
    pub visitor: Visitor,
    pub workshop: Workshop,
}

impl<'a> FromRequest<'a> for AtTheDoor {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let visitor = Visitor::from_request(req, body).await?;
        let workshop = join::behind(&visitor, visitor.part("code")).await?;
        Ok(Self { visitor, workshop })
    }
}

impl Rights for AtTheDoor {}

/// Someone in the room, whose id an address or a form says.
pub(crate) async fn participant(
    visitor: &Visitor,
    workshop: &Workshop,
    person: &str,
) -> Result<Participant, Problem> {
    let person = person.parse().map_err(|_| Problem::NotFound)?;
    let known = room::find(&visitor.site.app.db, &workshop.workshop, &person).await?;
    known.ok_or(Problem::NotFound)
}
