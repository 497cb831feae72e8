//! A workshop and those who take part: its script and steps, peer review, help
//! signals, pairing, the report.

pub mod help_signal;
pub mod pairing;
pub mod participation;
pub mod peer_review;
pub mod report;
pub mod script;
pub mod workshop;
