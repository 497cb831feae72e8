//! Who somebody is: accounts, sessions, passwords, one-time links, codes.

pub mod codes;
pub mod identities;
