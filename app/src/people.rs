//! Who somebody is: accounts, sessions, passwords, one-time links, codes.

pub mod codes;
pub mod identities;
pub mod moderators;

crate::app::wing! {
    /// What the commons knows of people: names, sessions, accounts, words to come back with.
    People
}
