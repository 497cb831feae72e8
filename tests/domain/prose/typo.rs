//! A slip of the keyboard, and a word so near another that it stays whose it was.

use domain::prose::diff::typo::{is_near, is_typo};

#[test]
fn two_letters_in_each_other_s_place_are_a_slip_in_a_word_of_four() {
    for (old, new) in [
        ("tabelau", "tableau"),
        ("atble", "table"),
        ("tabel", "table"),
        ("talbe", "table"),
        ("dnas", "dans"),
        ("dasn", "dans"),
    ] {
        assert!(is_typo(old, new) && is_typo(new, old), "{old} {new}");
    }
    for (old, new) in [
        // Short words are close to one another.
        ("sel", "les"),
        ("ami", "mai"),
        ("no", "on"),
        // Three letters, or two that are apart.
        ("balte", "table"),
        ("tebla", "table"),
        ("datns", "dansx"),
        ("dnsa", "dans"),
        ("abdc", "bacd"),
        ("tablee", "tabel"),
    ] {
        assert!(!is_typo(old, new), "{old} {new}");
    }
}

#[test]
fn a_consonant_that_is_missing_beside_itself_is_a_slip_inside_a_long_word() {
    for (old, new) in [
        ("comunauté", "communauté"),
        ("aporter", "apporter"),
        ("programation", "programmation"),
        ("oficiel", "officiel"),
        ("COMUNAUTÉ", "communaute"),
    ] {
        assert!(is_typo(old, new) && is_typo(new, old), "{old} {new}");
    }
    for (old, new) in [
        // Six letters: another word, often.
        ("balade", "ballad"),
        ("nomer", "nommer"),
        // At an end, a letter makes a feminine, or a plural.
        ("éternel", "éternell"),
        ("llaisser", "laisser"),
        // Vowels and a few others are meant.
        ("reparler", "reeparler"),
        ("poisonnier", "poissonnier"),
        ("fourait", "fourrait"),
        ("coperation", "cooperation"),
        // Another letter than the one beside it.
        ("comunauté", "comnunauté"),
        ("comunauté", "commmunauté"),
    ] {
        assert!(!is_typo(old, new), "{old} {new}");
    }
}

#[test]
fn the_same_letter_three_times_is_a_slip_but_for_roman_numbers() {
    for (old, new) in
        [("commmune", "commune"), ("ouii", "ouiii"), ("bonjourrr", "bonjourr"), ("elllle", "ellle")]
    {
        assert!(is_typo(old, new), "{old} {new}");
    }
    for (old, new) in [("XIII", "XII"), ("iii", "ii"), ("aa", "a"), ("CCC", "CC")] {
        assert!(!is_typo(old, new), "{old} {new}");
    }
}

#[test]
fn numbers_addresses_and_signs_are_never_a_slip() {
    for (old, new) in [
        ("a1", "à1"),
        ("a", "a1"),
        ("http", "HTTP"),
        ("https", "httpss"),
        ("…", "."),
        ("mot", "mot"),
        ("", "a"),
    ] {
        assert!(!is_typo(old, new) && !is_near(old, new), "{old} {new}");
    }
    // Forty letters are still a word.
    let long = |letters: usize| ("é".repeat(letters), "e".repeat(letters));
    assert!(is_typo(&long(40).0, &long(40).1) && is_near(&long(40).0, &long(40).1));
    assert!(!is_typo(&long(41).0, &long(41).1) && !is_near(&long(41).0, &long(41).1));
}

#[test]
fn a_near_word_stays_whose_it_was() {
    for (old, new) in [
        ("à", "A"),
        ("mot", "mots"),
        ("les", "des"),
        ("sel", "sle"),
        ("vent", "dent"),
        ("arriver", "arrivés"),
        ("maison", "liaison"),
        ("participants", "participant"),
        ("tabelau", "tableau"),
        ("venir", "venu"),
    ] {
        assert!(is_near(old, new) && is_near(new, old), "{old} {new}");
    }
    for (old, new) in [
        // Two letters: none may change.
        ("on", "un"),
        ("a", "b"),
        ("la", "ma"),
        // Three and four: one may.
        ("sel", "mer"),
        ("vent", "fend"),
        ("tes", "te1"),
        // Longer ones: two.
        ("maison", "raisins"),
        ("arriver", "partir"),
    ] {
        assert!(!is_near(old, new), "{old} {new}");
    }
}
