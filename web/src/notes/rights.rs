//! What one may do with the note at an address, as the first argument of a handler says it.

use std::marker::PhantomData;

use app::access::{self, Standing};
use domain::core::ids::PersonId;
use poem::http::Method;
use poem::{FromRequest, Request, RequestBody};
use projections::notes::note::Note;

use crate::shell::extract::Named;
use crate::shell::handler::Rights;
use crate::shell::page::readable;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The note at an address, for a visitor who may do `R` with it; for others it does not exist.
pub struct OfNote<R: Right> {
    pub visitor: Visitor,
    /// Who they are, where only somebody known may come.
    pub person: R::Person,
    pub note: Note,
    pub standing: Standing,
    right: PhantomData<fn(R)>,
}

/// Something that may be done with a note.
pub trait Right: 'static {
    /// A [`PersonId`] where they must be known, nothing otherwise.
    type Person: Named;

    /// Whether whoever looks is asked who they are before the note is looked for, as whoever
    /// sends something always is.
    const FOR_KNOWN: bool = false;

    /// Whether somebody who may read `note` may do it.
    fn holds(note: &Note, standing: Standing) -> bool;
}

macro_rules! rights {
    ($(
        $(#[$doc:meta])*
        $alias:ident = $right:ident for $person:ty $(, known first $known:literal)?, if $holds:expr;
    )*) => {
        $(
            $(#[$doc])*
            pub struct $right;

            $(#[$doc])*
            pub type $alias = OfNote<$right>;

            impl Right for $right {
                type Person = $person;

                $(const FOR_KNOWN: bool = $known;)?

                fn holds(note: &Note, standing: Standing) -> bool {
                    let holds: fn(&Note, Standing) -> bool = $holds;
                    holds(note, standing)
                }
            }
        )*
    };
}

rights! {
    /// They may read it.
    Reads = Read for (), if |_, _| true;
    /// They are known and may read it; what exactly they may do, its own rules say.
    Acts = Act for PersonId, known first true, if |_, _| true;
    /// They may change its text.
    Revises = Revise for PersonId, if |note, standing| {
        access::may_revise(note, standing)
    };
    /// They are one of its authors.
    Writes = Write for PersonId, if |_, standing| standing.writer;
    /// It belongs to them: they say what it is beside its text.
    Describes = Describe for PersonId, if |_, standing| access::may_describe(standing);
    /// They may ask for a passage to be erased, agree to it, put it back: those it belongs to, and
    /// those who look after the commons.
    Erases = Erase for PersonId, if app::exchange::erasure::may_erase;
    /// They may hide parts of it.
    Moderates = Moderate for PersonId, if access::may_moderate;
}

impl<'a, R: Right> FromRequest<'a> for OfNote<R> {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let visitor = Visitor::from_request(req, body).await?;
        if R::FOR_KNOWN || req.method() == Method::POST {
            R::Person::of(&visitor)?;
        }
        let (note, standing) = readable(&visitor, visitor.part("note")).await?;
        if !R::holds(&note, standing) {
            return Err(Problem::NotFound.into());
        }
        let person = R::Person::of(&visitor)?;
        Ok(Self { visitor, person, note, standing, right: PhantomData })
    }
}

impl<R: Right> Rights for OfNote<R> {}
