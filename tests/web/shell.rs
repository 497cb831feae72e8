//! What every page stands on.

pub(crate) mod abuse;
pub(crate) mod copied;
pub(crate) mod door;
pub(crate) mod files;
pub(crate) mod guard;
pub(crate) mod hours;
pub(crate) mod live;
pub(crate) mod markdown;
mod matrix;
pub(crate) mod metrics;
pub(crate) mod program;
pub(crate) mod refusals;
pub(crate) mod routes;
pub(crate) mod set_aside;
pub(crate) mod size;
pub(crate) mod sound;
pub(crate) mod style;
mod texts;
pub(crate) mod typography;
mod wake;
