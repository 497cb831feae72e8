use domain::prose::diff::tokens;
use domain::prose::redact::redact;
use proptest::prelude::*;

#[test]
fn every_word_of_the_passage_becomes_one_sign() {
    let text = "Appelez l’infirmière Roy au 514 555-1234, le soir. Roy y sera.\n";
    let (told, times) = redact(text, "L'INFIRMIÈRE roy au 514\u{a0}555-1234").unwrap();
    assert_eq!(told, "Appelez ▮▮ ▮ ▮ ▮ ▮▮▮, le soir. Roy y sera.\n");
    assert_eq!(times, 1);
    assert_eq!(redact(text, "Tremblay"), None);
    assert_eq!(redact(text, "  "), None);
}

#[test]
fn a_word_that_holds_part_of_it_goes_whole() {
    let text = "Voir https://exemple.org/jean.roy ici\n";
    assert_eq!(redact(text, "jean.roy").unwrap().0, "Voir ▮ ici\n");
}

proptest! {
    #[test]
    fn the_passage_is_gone_and_the_count_of_tokens_stays(
        before in "([a-cé]{1,3}|[ .'\n]){0,20}",
        passage in "[a-cé]{1,3}( [a-cé]{1,3}){0,2}",
        after in "([a-cé]{1,3}|[ .'\n]){0,20}",
    ) {
        let text = format!("{before} {passage} {after}");
        let (told, _) = redact(&text, &passage).unwrap();
        prop_assert!(!told.contains(&passage));
        prop_assert_eq!(tokens(&told).len(), tokens(&text).len());
    }
}
