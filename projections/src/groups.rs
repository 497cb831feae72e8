//! Communities as pages show them: what each says of itself, who asks to come in.

pub mod community;

use crate::Projection;

/// The projections of this wing.
pub(crate) fn all() -> Vec<Box<dyn Projection>> {
    vec![Box::new(community::Communities)]
}
