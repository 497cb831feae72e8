use domain::core::registry::{KINDS, Refusal, note_of};
use domain::workshops::workshop;

#[test]
fn what_is_erased_of_a_note_is_looked_for_in_its_thanks_too() {
    assert_eq!(note_of("note", "n1"), Some("n1"));
    assert_eq!(note_of("thanks", "n1.omar"), Some("n1"));
    assert_eq!(note_of("workshop", "w1"), None);
}

#[test]
fn a_refusal_is_explained_under_the_kind_of_its_aggregate() {
    assert_eq!(Refusal::from(workshop::Error::Full).key(), "workshop-full");
    let looked = Refusal::from(domain::workshops::peer_review::Error::NotAsked);
    assert!(looked.key().starts_with("review-"), "not after the file it stands in");
    for key in Refusal::keys() {
        assert!(KINDS.iter().any(|kind| key.starts_with(&format!("{kind}-"))), "{key}");
    }
}
