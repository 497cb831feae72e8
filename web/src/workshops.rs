//! Pages of workshops: joining, the path of a newcomer, the console, the capture sheet, preparing,
//! afterwards.

pub mod after;
pub mod capture;
pub mod console;
pub mod join;
pub mod list;
pub mod path;
pub mod prepare;
pub mod rights;
