//! Mandates of a community or of a workshop: given, held, the hours noted for them. Handlers of a
//! workshop's stand with it; the pages are here.

pub mod give;
pub mod list;
pub mod show;
pub mod time;

mod fields;

use domain::groups::mandate::Within;
use projections::groups::mandate::Mandate;

use crate::shell::address;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// What mandates are given for, as their pages need it.
pub(crate) struct Ground<'v> {
    pub visitor: &'v Visitor,
    pub within: Within,
    /// What it is called.
    pub title: &'v str,
    /// Whether this visitor gives them, and sees what each is paid.
    pub gives: bool,
    /// Whether any is given there now.
    pub is_open: bool,
}

/// What a mandate is for is called.
fn place(voice: &Voice, mandate: &Mandate) -> String {
    if mandate.place.is_empty() { voice.say("mandate-somewhere") } else { mandate.place.clone() }
}

impl Ground<'_> {
    fn home(&self) -> String {
        match &self.within {
            Within::Community(id) => address::community(id),
            Within::Workshop(id) => address::workshop(id),
        }
    }

    pub(crate) fn list(&self) -> String {
        match &self.within {
            Within::Community(id) => address::mandates(id),
            Within::Workshop(id) => address::room_mandates(id),
        }
    }

    fn giving(&self) -> String {
        match &self.within {
            Within::Community(id) => address::new_mandate(id),
            Within::Workshop(id) => address::new_room_mandate(id),
        }
    }

    fn csv(&self) -> String {
        match &self.within {
            Within::Community(id) => address::mandates_csv(id),
            Within::Workshop(id) => address::room_mandates_csv(id),
        }
    }
}
