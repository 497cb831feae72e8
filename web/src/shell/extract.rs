//! Who may come, as the first argument of a handler says it: [`Rights`]. Those of a wing are in
//! the wing (`notes::rights`, `workshops::rights`); here are those that ask nothing of one.

use domain::core::ids::PersonId;
use poem::{FromRequest, Request, RequestBody};

use crate::shell::handler::Rights;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// Who somebody is, where it must be known; nothing, where it need not.
pub trait Named: Sized + Send {
    /// Who `visitor` is.
    ///
    /// # Errors
    /// [`Problem::SignIn`] when that must be known and is not.
    fn of(visitor: &Visitor) -> Result<Self, Problem>;
}

impl Named for () {
    fn of(_: &Visitor) -> Result<Self, Problem> {
        Ok(())
    }
}

impl Named for PersonId {
    fn of(visitor: &Visitor) -> Result<Self, Problem> {
        visitor.person().cloned()
    }
}

/// Whoever asks, known or not.
pub struct Anyone(pub Visitor);

impl<'a> FromRequest<'a> for Anyone {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        Visitor::from_request(req, body).await.map(Self)
    }
}

impl Rights for Anyone {}

/// Somebody the commons knows: a guest of a workshop, or someone with an account. Others are
/// asked to sign in.
pub struct Known {
    pub visitor: Visitor,
    pub person: PersonId,
}

impl<'a> FromRequest<'a> for Known {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let visitor = Visitor::from_request(req, body).await?;
        let person = visitor.person()?.clone();
        Ok(Self { visitor, person })
    }
}

impl Rights for Known {}
