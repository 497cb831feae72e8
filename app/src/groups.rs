//! Communities: begun, described, joined, left, handed over, ended.

pub mod communities;
pub mod items;
pub mod meetings;
pub mod members;
pub mod synthesis;

crate::app::wing! {
    /// What is done in communities.
    Groups
}
