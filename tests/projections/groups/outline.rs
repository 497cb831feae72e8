//! The places of lines, beside the simplest way to find them, which looks through the whole
//! list at every question.

use std::collections::HashSet;

use domain::core::ids::ItemId;
use domain::groups::item::{ItemKind, Source};
use projections::groups::item::{DEEPEST, Item, Tree, outline};
use proptest::prelude::*;

fn id(number: usize) -> ItemId {
    format!("i{number}").parse().unwrap()
}

/// A line captured under an earlier one, still there or not, merged into any other or not.
fn line(number: usize, under: Option<usize>, gone: bool, merged: Option<usize>) -> Item {
    Item {
        item: id(number),
        sheet: domain::groups::item::Sheet::Workshop("w1".parse().unwrap()),
        kind: ItemKind::Idea,
        under: under.map(id),
        by: "marie".parse().unwrap(),
        by_name: String::new(),
        of: None,
        of_name: String::new(),
        source: Source::Said,
        content: format!("c{number}").parse().unwrap(),
        words: format!("Ligne {number}"),
        at: 0,
        gone,
        merged: merged.filter(|_| gone).map(id),
        position: 0,
    }
}

fn find<'i>(items: &'i [Item], id: &ItemId) -> Option<&'i Item> {
    items.iter().find(|item| item.item == *id)
}

fn is_under(items: &[Item], item: &ItemId, above: &ItemId) -> bool {
    let mut here = Some(item.clone());
    while let Some(id) = here {
        if id == *above {
            return true;
        }
        here = find(items, &id).and_then(|one| one.under.clone());
    }
    false
}

fn parent(items: &[Item], item: &Item) -> Option<ItemId> {
    let mut above = item.under.as_ref().and_then(|id| find(items, id));
    let mut steps = 0;
    while let Some(one) = above.filter(|one| one.gone) {
        steps += 1;
        if steps > items.len() {
            return None;
        }
        let merged = one.merged.as_ref().and_then(|id| find(items, id));
        let merged = merged.filter(|other| !is_under(items, &other.item, &item.item));
        above = merged.or_else(|| one.under.as_ref().and_then(|id| find(items, id)));
    }
    above.map(|one| one.item.clone())
}

/// Everything under `under`, as it was done before: a function that calls itself.
fn place(
    present: &[(ItemId, Option<ItemId>)],
    under: Option<&ItemId>,
    depth: usize,
    told: &mut Vec<(usize, ItemId)>,
    reached: &mut HashSet<ItemId>,
) {
    for (item, parent) in present {
        if parent.as_ref() == under && reached.insert(item.clone()) {
            told.push((depth.min(DEEPEST), item.clone()));
            place(present, Some(item), depth + 1, told, reached);
        }
    }
}

fn simply(items: &[Item]) -> Vec<(usize, ItemId)> {
    let here = items.iter().filter(|item| !item.gone);
    let present: Vec<_> = here.map(|item| (item.item.clone(), parent(items, item))).collect();
    let (mut told, mut reached) = (vec![], HashSet::new());
    place(&present, None, 0, &mut told, &mut reached);
    for (item, _) in &present {
        if reached.insert(item.clone()) {
            told.push((0, item.clone()));
            place(&present, Some(item), 1, &mut told, &mut reached);
        }
    }
    told
}

fn told(items: &[Item]) -> Vec<(usize, ItemId)> {
    outline(items).into_iter().map(|(depth, item)| (depth, item.item.clone())).collect()
}

prop_compose! {
    fn lines()(seeds in prop::collection::vec(
        (any::<prop::sample::Index>(), 0..4_u8, 0..3_u8, any::<prop::sample::Index>(), any::<bool>()),
        0..40,
    )) -> Vec<Item> {
        let all = seeds.len();
        seeds.iter().enumerate().map(|(number, (above, hangs, gone, into, merges))| {
            let under = (number > 0 && *hangs > 0).then(|| above.index(number));
            let merged = merges.then(|| into.index(all)).filter(|other| *other != number);
            line(number, under, *gone == 0, merged)
        }).collect()
    }
}

proptest! {
    #[test]
    fn lines_stand_where_the_simplest_way_puts_them(items in lines()) {
        prop_assert_eq!(told(&items), simply(&items));
        let tree = Tree::of(&items);
        for item in &items {
            for above in &items {
                let (item, above) = (&item.item, &above.item);
                prop_assert_eq!(tree.is_under(item, above), is_under(&items, item, above));
            }
        }
    }

    #[test]
    fn no_line_is_lost_nor_told_twice(items in lines()) {
        let told: Vec<ItemId> = told(&items).into_iter().map(|(_, item)| item).collect();
        let here: HashSet<ItemId> =
            items.iter().filter(|item| !item.gone).map(|item| item.item.clone()).collect();
        prop_assert_eq!(told.len(), here.len());
        prop_assert_eq!(told.into_iter().collect::<HashSet<_>>(), here);
    }
}

#[test]
fn merges_that_go_round_end_and_lose_nothing() {
    // Two lines gone into one another, and one under each.
    let items = [
        line(0, None, true, Some(1)),
        line(1, None, true, Some(0)),
        line(2, Some(0), false, None),
        line(3, Some(1), false, None),
    ];
    assert_eq!(told(&items), [(0, id(2)), (0, id(3))]);
    // Two lines that are there, each under a line that went into the other.
    let items = [
        line(0, None, true, Some(3)),
        line(1, None, true, Some(2)),
        line(2, Some(0), false, None),
        line(3, Some(1), false, None),
    ];
    assert_eq!(told(&items), [(0, id(2)), (1, id(3))]);
}

#[test]
fn a_list_as_deep_as_it_is_long_is_read_at_once() {
    let many = 200_000;
    let deep: Vec<Item> =
        (0..many).map(|number| line(number, number.checked_sub(1), false, None)).collect();
    let began = std::time::Instant::now();
    assert_eq!(outline(&deep).len(), many);
    // All of them left out, one into the next, under which the last ones stand.
    let mut merged: Vec<Item> =
        (0..many).map(|number| line(number, None, true, Some((number + 1) % many))).collect();
    merged.push(line(many, Some(0), false, None));
    assert_eq!(told(&merged), [(0, id(many))]);
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}
