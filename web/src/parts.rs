//! Pieces that several pages share.

pub mod card;
pub mod counters;
pub mod diff;
pub mod field;
pub mod icon;
