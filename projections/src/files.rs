//! Files that go with a note, a meeting or a workshop, as pages show them.

pub mod file;

use crate::Projection;

/// The projections of this wing.
pub(crate) fn all() -> Vec<Box<dyn Projection>> {
    vec![Box::new(file::Files)]
}
