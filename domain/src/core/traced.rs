//! What an event says of people: it is asked by whoever wants to see, take away or erase what is
//! kept about them.

use crate::core::ids::{ContentId, PersonId};
use crate::core::membership::Membership;

/// An event as the people it names see it.
pub trait Traced {
    /// Everyone it names, whoever acted first.
    fn people(&self) -> Vec<&PersonId>;

    /// The row of the words it brings, which are of whoever acted, if it brings any.
    fn words(&self) -> Option<&ContentId>;

    /// What it changes in who is in a group, if it does.
    fn membership(&self) -> Option<Membership<'_>> {
        None
    }
}
