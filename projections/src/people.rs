//! People as the log names them: which events concern somebody.

pub mod membership;
pub mod trace;

use crate::Projection;

/// The projections of this wing.
pub(crate) fn all() -> Vec<Box<dyn Projection>> {
    vec![Box::new(membership::Memberships), Box::new(trace::Traces)]
}
