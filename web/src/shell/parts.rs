//! Pieces that several pages share.

pub mod button;
pub mod calendar;
pub mod card;
pub mod chart;
pub mod code;
pub mod counters;
pub mod details;
pub mod diff;
pub mod drawing;
pub mod field;
pub mod icon;
pub mod kept;
pub mod leaf;
pub mod live;
pub mod message;
pub mod moment;
pub mod pager;
pub mod passage;
pub mod said;
pub mod settle;
pub mod summary;
pub mod table;
pub mod wake;
pub mod withdrawn;
