use domain::prose::diff::tokens;
use domain::prose::redact::{cut, cuts, redact};
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

/// What stands for a word is one sign, wherever the passage begins and ends.
#[test]
fn each_time_a_passage_is_there_it_goes() {
    for (text, passage, left, times) in [
        ("Roy vient. Roy part", "roy", "▮ vient. ▮ part", 2),
        ("Roy", "Roy", "▮", 1),
        ("Ana Roy Roy Ana", "Roy", "Ana ▮ ▮ Ana", 2),
        ("Royal et Roy", "roy", "▮ et ▮", 2),
        ("dada", "da", "▮", 2),
        ("Ana\nRoy part", "Ana Roy", "▮\n▮ part", 1),
        ("Ana  Roy", "Ana Roy", "Ana  Roy", 0),
        ("É. ROY", "é. roy", "▮▮ ▮", 1),
        ("(Roy)", "Roy", "(▮)", 1),
        ("(Roy)", "(Roy)", "▮▮▮", 1),
        ("de Roy, à", "Roy, à", "de ▮▮ ▮", 1),
        ("a b c d", "b c", "a ▮ ▮ d", 1),
        ("Roy", "Royal", "Roy", 0),
        ("ab ac", "ac", "ab ▮", 1),
    ] {
        let told = redact(text, passage).unwrap_or((text.to_owned(), 0));
        assert_eq!((told.0.as_str(), told.1), (left, times), "{passage} in {text}");
        let places = cuts(text, passage);
        assert_eq!(cut(text, &places), left, "what was taken out is kept as places alone");
    }
}

#[test]
fn a_place_that_falls_on_no_letter_is_left_out() {
    // `É` takes two bytes.
    let cases: [(&[std::ops::Range<usize>], &str); 6] = [
        (&[0..2, 4..8], "▮t ▮"),
        (&[0..3, 0..3, 4..8], "▮ ▮"),
        (&[1..3, 4..8], "Ét ▮"),
        (&[0..1, 4..8], "Ét ▮"),
        (&[4..99, 99..100], "Ét part"),
        (&[], "Ét part"),
    ];
    for (places, left) in cases {
        assert_eq!(cut("Ét part", places), left, "{places:?}");
    }
}
