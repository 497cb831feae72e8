//! Before a workshop: planning it, arranging its script, looking it over, printing it.

pub mod overview;
pub mod plan;
pub mod poster;
pub mod printout;
pub mod script;
