//! A capture sheet, whatever it belongs to: a workshop or a meeting. Its handlers stand with what it
//! belongs to, and say who may keep it; the pages are here.

use domain::core::ids::{ItemId, NoteId, PersonId};
use domain::groups::item::{ItemKind, Sheet};
use projections::groups::item::{self, Item};

use crate::shell::address;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod sources;

/// The kinds of lines one can say, in the order they are offered.
pub(crate) const KINDS: [ItemKind; 7] = [
    ItemKind::Learning,
    ItemKind::Need,
    ItemKind::Idea,
    ItemKind::Lead,
    ItemKind::Advice,
    ItemKind::Question,
    ItemKind::Testimony,
];

/// A sheet, and whoever keeps it.
pub(crate) struct Desk<'v> {
    pub visitor: &'v Visitor,
    pub person: &'v PersonId,
    pub sheet: Sheet,
    /// What it belongs to is called.
    pub title: &'v str,
    /// The note that was made of it.
    pub synthesis: Option<&'v NoteId>,
    /// Whether they keep the notes for the others: their lines are not counted as one person's.
    pub keeps: bool,
}

impl Desk<'_> {
    /// The address of what it belongs to.
    fn home(&self) -> String {
        match &self.sheet {
            Sheet::Workshop(id) => address::workshop(id),
            Sheet::Meeting(id) => address::meeting(id),
        }
    }

    pub(crate) fn list(&self) -> String {
        match &self.sheet {
            Sheet::Workshop(id) => address::sheet(id),
            Sheet::Meeting(id) => address::meeting_sheet(id),
        }
    }

    fn item(&self, item: &ItemId) -> String {
        match &self.sheet {
            Sheet::Workshop(id) => address::item(id, item),
            Sheet::Meeting(id) => address::meeting_item(id, item),
        }
    }

    fn dropped(&self, item: &ItemId) -> String {
        match &self.sheet {
            Sheet::Workshop(id) => address::item_dropped(id, item),
            Sheet::Meeting(id) => address::meeting_item_dropped(id, item),
        }
    }

    fn restored(&self, item: &ItemId) -> String {
        match &self.sheet {
            Sheet::Workshop(id) => address::item_restored(id, item),
            Sheet::Meeting(id) => address::meeting_item_restored(id, item),
        }
    }

    fn merged(&self, item: &ItemId) -> String {
        match &self.sheet {
            Sheet::Workshop(id) => address::item_merged(id, item),
            Sheet::Meeting(id) => address::meeting_item_merged(id, item),
        }
    }

    fn synthesis(&self) -> String {
        match &self.sheet {
            Sheet::Workshop(id) => address::synthesis(id),
            Sheet::Meeting(id) => address::meeting_synthesis(id),
        }
    }

    /// The line at this address.
    pub(crate) async fn found(&self, item: &str) -> Result<Item, Problem> {
        let item: ItemId = item.parse().map_err(|_| Problem::NotFound)?;
        let found = item::find(&self.visitor.site.app.db, &self.sheet, &item).await?;
        found.ok_or(Problem::NotFound)
    }
}
