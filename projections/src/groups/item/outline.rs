//! Lines in their places: which stands under which.

use std::collections::HashMap;

use domain::core::ids::ItemId;

use super::Item;

/// How deep items may stand under one another.
pub const DEEPEST: usize = 6;

/// Where each item stands, found once for a whole list: every question is then answered
/// without looking through the list again.
pub struct Tree<'i> {
    items: &'i [Item],
    at: HashMap<&'i ItemId, usize>,
    /// The item each one was captured under. An item is captured under one that is there
    /// already: anything else is read as standing alone, so that no chain of them loops.
    under: Vec<Option<usize>>,
    /// The places of each item, and of the last one below it, in a walk of the whole tree:
    /// what stands between the two is below it.
    span: Vec<(usize, usize)>,
}

impl<'i> Tree<'i> {
    /// The places of `items`, which are in the order they were captured.
    pub fn of(items: &'i [Item]) -> Self {
        let at: HashMap<&ItemId, usize> =
            items.iter().enumerate().map(|(place, item)| (&item.item, place)).collect();
        let found = |id: &Option<ItemId>| id.as_ref().and_then(|id| at.get(id).copied());
        let under: Vec<Option<usize>> = items
            .iter()
            .enumerate()
            .map(|(place, item)| found(&item.under).filter(|above| *above < place))
            .collect();
        let mut span = vec![(0, 0); items.len()];
        let mut next = 0;
        walk(&children(&under), |place, leaving| {
            if leaving {
                span[place].1 = next - 1;
            } else {
                span[place].0 = next;
                next += 1;
            }
        });
        Self { items, at, under, span }
    }

    /// Whether `item` is `above`, or stands under it, at whatever depth.
    pub fn is_under(&self, item: &ItemId, above: &ItemId) -> bool {
        match (self.at.get(item), self.at.get(above)) {
            (Some(item), Some(above)) => self.holds(*above, *item),
            _ => item == above,
        }
    }

    fn holds(&self, above: usize, item: usize) -> bool {
        let (first, last) = self.span[above];
        (first..=last).contains(&self.span[item].0)
    }

    /// The nearest item above `place` that is still there. A merge is followed, unless it
    /// leads back under the item itself; merges that lead round in a circle lead nowhere.
    fn parent(&self, place: usize, seen: &mut [usize]) -> Option<usize> {
        let mut above = self.under[place];
        while let Some(gone) = above.filter(|gone| self.items[*gone].gone) {
            // Marked with the item that asks: nothing has to be wiped between two of them.
            if seen[gone] == place + 1 {
                return None;
            }
            seen[gone] = place + 1;
            let merged = self.items[gone].merged.as_ref().and_then(|id| self.at.get(id).copied());
            let merged = merged.filter(|other| !self.holds(place, *other));
            above = merged.or(self.under[gone]);
        }
        above
    }
}

/// Items in their places: each with how deep it stands, parents before children, in the
/// order of capture. Items left out are not there; what stands under them moves up one
/// step, so that nothing said is lost with them. Where merges put lines under one another
/// in a circle, the first of them stands on its own.
pub fn outline(items: &[Item]) -> Vec<(usize, &Item)> {
    let tree = Tree::of(items);
    let mut seen = vec![0; items.len()];
    let parents: Vec<Option<usize>> = (0..items.len())
        .map(|place| if items[place].gone { None } else { tree.parent(place, &mut seen) })
        .collect();
    let mut found = Vec::with_capacity(items.len());
    let mut depth = 0_usize;
    walk(&children(&parents), |place, leaving| {
        if leaving {
            depth -= 1;
            return;
        }
        if !items[place].gone {
            found.push((depth.min(DEEPEST), &items[place]));
        }
        depth += 1;
    });
    found
}

/// The items that stand alone, then those that stand under each one.
struct Children {
    alone: Vec<usize>,
    of: Vec<Vec<usize>>,
}

fn children(parents: &[Option<usize>]) -> Children {
    let mut found = Children { alone: vec![], of: vec![vec![]; parents.len()] };
    for (place, parent) in parents.iter().enumerate() {
        match parent {
            Some(parent) => found.of[*parent].push(place),
            None => found.alone.push(place),
        }
    }
    found
}

/// Goes through every item once, coming to it and leaving it (`true`), parents around their
/// children. Nothing calls itself: a list may be as deep as it is long. Items that only
/// stand under one another are come to last, from the first of them.
fn walk(children: &Children, mut visit: impl FnMut(usize, bool)) {
    let mut reached = vec![false; children.of.len()];
    let alone = children.alone.iter().copied();
    for root in alone.chain(0..children.of.len()) {
        if reached[root] {
            continue;
        }
        reached[root] = true;
        visit(root, false);
        let mut open = vec![(root, 0)];
        while let Some((place, next)) = open.last_mut() {
            let Some(child) = children.of[*place].get(*next).copied() else {
                visit(*place, true);
                open.pop();
                continue;
            };
            *next += 1;
            if !reached[child] {
                reached[child] = true;
                visit(child, false);
                open.push((child, 0));
            }
        }
    }
}
