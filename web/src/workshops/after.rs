//! After a workshop: closing it, its letters of news, playing it again, its report.

pub mod closing;
pub mod newsletter;
pub mod replay;
pub mod report;
pub mod story;
