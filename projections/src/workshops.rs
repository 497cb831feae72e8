//! Workshops as those who run them see them: the room, peer review, the replay,
//! activity for figures.

pub mod activity;
pub mod of_community;
pub mod peer_review;
pub mod room;
pub mod timeline;
pub mod workshop;

use crate::Projection;

/// The projections of this wing.
pub(crate) fn all() -> Vec<Box<dyn Projection>> {
    vec![
        Box::new(workshop::Workshops),
        Box::new(of_community::OfCommunity),
        Box::new(room::Room),
        Box::new(peer_review::Reviews),
        Box::new(timeline::Timeline),
        Box::new(activity::Acts),
    ]
}
