use std::collections::BTreeSet;

use domain::workshops::pairing::groups;
use proptest::prelude::*;

fn tags(words: &str) -> BTreeSet<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn people_who_share_most_go_together() {
    let found = groups(&[tags("eau pain"), tags("vent"), tags("eau pain feu"), tags("vent feu")]);
    let people: Vec<&[usize]> = found.iter().map(|group| group.people.as_slice()).collect();
    assert_eq!(people, [&[0, 2], &[1, 3]]);
    assert_eq!(found[0].common, tags("eau pain"));
}

#[test]
fn the_odd_one_joins_those_they_share_most_with() {
    let found = groups(&[tags("eau"), tags("eau"), tags("vent"), tags("vent"), tags("vent")]);
    let trio = found.iter().find(|group| group.people.len() == 3).unwrap();
    assert_eq!((&trio.people[..], &trio.common), (&[2, 3, 4][..], &tags("vent")));
    assert_eq!(groups(&[tags("eau")]).len(), 1, "alone in the room");
    assert!(groups(&[]).is_empty());
}

proptest! {
    #[test]
    fn everyone_is_somewhere_once_and_nobody_is_alone(
        people in prop::collection::vec(prop::collection::btree_set("[a-f]", 0..4), 2..40),
    ) {
        let found = groups(&people);
        let mut seen: Vec<usize> = found.iter().flat_map(|group| group.people.clone()).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..people.len()).collect::<Vec<_>>());
        prop_assert!(found.iter().all(|group| (2..=3).contains(&group.people.len())));
        prop_assert_eq!(found.iter().filter(|group| group.people.len() == 3).count(), people.len() % 2);
    }
}
