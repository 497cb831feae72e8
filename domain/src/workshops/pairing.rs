//! Who might work with whom: people with something in common, nobody left alone.

use std::collections::BTreeSet;

/// People who go together, by their place in the list that was given, and what they share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Two of them; three once, when people are odd.
    pub people: Vec<usize>,
    /// What all of them have in common.
    pub common: BTreeSet<String>,
}

/// Pairs people by what they share, those who share most first; when people are odd, the
/// last joins those they share most with. Taking the best pair each time is not the best
/// of all pairings, which nobody needs to find a neighbour.
pub fn groups(tags: &[BTreeSet<String>]) -> Vec<Group> {
    let shared = |it: usize, other: usize| tags[it].intersection(&tags[other]).count();
    let mut pairs: Vec<(usize, usize)> =
        (0..tags.len()).flat_map(|it| (it + 1..tags.len()).map(move |other| (it, other))).collect();
    pairs.sort_by_cached_key(|(it, other)| (std::cmp::Reverse(shared(*it, *other)), *it, *other));
    let mut alone: BTreeSet<usize> = (0..tags.len()).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (pair, other) in pairs {
        if alone.contains(&pair) && alone.contains(&other) {
            alone.remove(&pair);
            alone.remove(&other);
            groups.push(vec![pair, other]);
        }
    }
    for last in alone {
        let common = |group: &Vec<usize>| group.iter().map(|it| shared(*it, last)).sum::<usize>();
        // The first of those they share most with.
        match groups.iter_mut().rev().max_by_key(|group| common(group)) {
            Some(group) => group.push(last),
            None => groups.push(vec![last]),
        }
    }
    let group = |people: Vec<usize>| {
        let mut sets = people.iter().map(|it| &tags[*it]);
        let first = sets.next().cloned().unwrap_or_default();
        let common = sets.fold(first, |common, set| &common & set);
        Group { people, common }
    };
    groups.into_iter().map(group).collect()
}
