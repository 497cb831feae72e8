//! The capture sheet of a workshop: its lines, photos, and the synthesis that is born of them.

pub mod item;
pub mod list;
pub mod photos;
pub mod synthesis;

use domain::groups::item::Sheet;

use super::rights::Keeps;
use crate::groups::sheet::Desk;

/// The sheet of a workshop, as its pages need it.
fn desk(keeps: &Keeps) -> Desk<'_> {
    Desk {
        visitor: &keeps.visitor,
        person: &keeps.person,
        sheet: Sheet::from(&keeps.workshop.workshop),
        title: &keeps.workshop.title,
        synthesis: keeps.workshop.live.synthesis.as_ref(),
        keeps: true,
    }
}
