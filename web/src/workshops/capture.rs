//! The capture sheet: its lines, photos, and the synthesis that is born of them.

pub mod item;
pub mod list;
pub mod photos;
pub mod synthesis;
