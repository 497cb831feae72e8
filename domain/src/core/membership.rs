//! What an event changes in who is in a group: the people of a workshop, the members of a community.

use crate::core::ids::PersonId;

/// A change in who is in a group. Groups are written as their own ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership<'e> {
    /// They are in it, in this role, unless they were sent out.
    Begun {
        group: &'e str,
        person: &'e PersonId,
        /// In one word.
        role: &'static str,
    },
    /// They were let in, whatever was said before.
    Admitted { group: &'e str, person: &'e PersonId },
    /// They have this role no more.
    Ended { group: &'e str, person: &'e PersonId, role: &'static str },
    /// They were asked to stay out: they are no member; a role that they hold stays theirs.
    SentOut { group: &'e str, person: &'e PersonId },
    /// They are in again, if they were before.
    BroughtBack { group: &'e str, person: &'e PersonId },
}

/// The role of whoever came in.
pub const MEMBER: &str = "member";

/// The role of whoever looks after a community.
pub const STEWARD: &str = "steward";

/// The role of whoever prepared it.
pub const FACILITATOR: &str = "facilitator";
