//! Notes as their readers see them: lists, history, who wrote what, reception, search, texts kept
//! aside, suggestions, links, wakes.

pub mod audience;
pub mod blame;
pub mod coauthor;
pub mod conversation;
pub mod history;
pub mod last_read;
pub mod link;
pub mod moderation;
pub mod note;
pub mod reception;
pub mod search;
pub mod suggestion;
pub mod variant;
pub mod wake;

use crate::Projection;

/// The projections of this wing.
pub(crate) fn all() -> Vec<Box<dyn Projection>> {
    vec![
        Box::new(note::Notes),
        Box::new(history::History),
        Box::new(reception::Reception),
        Box::new(search::Search),
        Box::new(blame::Authors),
        Box::new(audience::Audiences),
        Box::new(coauthor::Coauthors),
        Box::new(conversation::Conversations),
        Box::new(variant::Variants),
        Box::new(suggestion::Suggestions),
        Box::new(last_read::Seen),
        Box::new(link::Links),
        Box::new(moderation::Moderations),
        Box::new(wake::Wakes),
    ]
}
