//! Workshops as those who run them see them: the room, the capture sheet, peer review, the replay,
//! activity for figures.

pub mod activity;
pub mod item;
pub mod peer_review;
pub mod room;
pub mod timeline;
pub mod workshop;

use crate::Projection;

/// The projections of this wing.
pub(crate) fn all() -> Vec<Box<dyn Projection>> {
    vec![
        Box::new(workshop::Workshops),
        Box::new(room::Room),
        Box::new(item::Items),
        Box::new(peer_review::Reviews),
        Box::new(timeline::Timeline),
        Box::new(activity::Acts),
    ]
}
