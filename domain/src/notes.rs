//! A note and the acts around it: revisions, texts kept aside, suggestions, readings, thanks,
//! links between notes.

pub mod audience;
pub mod conversation;
pub mod details;
pub mod link;
pub mod moderation;
pub mod note;
pub mod reading;
pub mod thanks;
pub mod visibility;
