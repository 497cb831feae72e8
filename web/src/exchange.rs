//! What people take away: their own data, their name, themselves.

pub mod acts;
pub mod consents;
pub mod departure;
pub mod file;
pub mod lookers;
pub mod own_data;
pub mod passage;
pub mod photos;
pub mod readings;
pub mod recorded;
