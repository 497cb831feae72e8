//! Communities: people who learn together, outside of here first. Who is in one, in which role, how
//! one comes in and how one leaves.

pub mod community;
pub mod item;
pub mod mandate;
pub mod meeting;
pub mod membership;
