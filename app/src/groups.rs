//! Communities: begun, described, joined, left, handed over, ended.

pub mod communities;
pub mod members;

crate::app::wing! {
    /// What is done in communities.
    Groups
}
