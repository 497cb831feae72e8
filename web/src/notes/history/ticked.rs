//! Which boxes were ticked, in words: `case cochée : choisir la brumelle`.

use std::collections::BTreeMap;

use app::access::Standing;
use app::engine::blocking::aside;
use domain::prose::diff::page::compare;
use projections::notes::history::{Kind, Revision};
use projections::notes::note::Note;

use super::Group;
use crate::shell::parts::diff::about::boxes;
use crate::shell::parts::summary::capital;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How many versions of a page are looked into: each is two texts to read.
const LOOKED: usize = 8;

/// The most boxes named for one version; more are counted.
const NAMED: u32 = 3;

/// The longest text that is looked into, in bytes.
const LONGEST: usize = 200_000;

/// For versions that only ticked boxes, and say nothing more, which ones.
pub(super) async fn of(
    visitor: &Visitor,
    (note, standing): (&Note, Standing),
    groups: &[Group],
    from: i64,
) -> Result<BTreeMap<i64, String>, Problem> {
    let is_one = |revision: &&Revision| {
        let is_unsaid =
            revision.summary.is_empty() && revision.name.is_empty() && !revision.hidden.text;
        let few = revision.change.checked + revision.change.unchecked <= NAMED;
        let plain = matches!(revision.kind, Kind::Edit | Kind::Typo);
        plain && is_unsaid && few && revision.change.is_only_boxes() && revision.revision > from
    };
    let alone = groups.iter().filter(|group| group.revisions.len() == 1).map(Group::newest);
    let mut result = BTreeMap::new();
    for revision in alone.filter(is_one).take(LOOKED) {
        let app = &visitor.site.app;
        let (before, after) = (revision.revision - 1, revision.revision);
        let before = app.notes().words_for(note, standing, before).await;
        let after = app.notes().words_for(note, standing, after).await;
        // A text hidden meanwhile is not looked into.
        let (Ok(before), Ok(after)) = (before, after) else { continue };
        if before.body.len().max(after.body.len()) > LONGEST {
            continue;
        }
        let comparison = aside(move || compare(&before.body, &after.body)).await?;
        let boxes = boxes(&visitor.voice, &comparison);
        // A box with nothing beside it has no words to be named by.
        if u32::try_from(boxes.len()) == Ok(revision.change.checked + revision.change.unchecked) {
            result.insert(revision.revision, capital(&boxes.join(", ")));
        }
    }
    Ok(result)
}
