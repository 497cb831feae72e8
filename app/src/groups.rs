//! Communities: begun, described, joined, left, handed over, ended.

pub mod communities;
pub mod erase;
pub mod items;
pub mod mandates;
pub mod meetings;
pub mod members;
pub mod synthesis;
pub mod visits;

crate::app::wing! {
    /// What is done in communities.
    Groups
}
