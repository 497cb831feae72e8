//! Communities as pages show them: what each says of itself, who asks to come in.

pub mod community;
pub mod item;
pub mod mandate;
pub mod meeting;

use crate::Projection;

/// The projections of this wing.
pub(crate) fn all() -> Vec<Box<dyn Projection>> {
    vec![
        Box::new(community::Communities),
        Box::new(meeting::Meetings),
        Box::new(mandate::Mandates),
        Box::new(item::Items),
    ]
}
