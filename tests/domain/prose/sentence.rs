use domain::prose::diff::tokens;
use domain::prose::sentence::{around, sentences};
use proptest::prelude::*;

fn cut(text: &str) -> Vec<String> {
    let words = tokens(text);
    sentences(&words).into_iter().map(|run| words[run].concat()).collect()
}

#[test]
fn stops_end_sentences_and_shortened_words_do_not() {
    let text = "M. Roy a dit, p. ex., « Non ! » Puis il est parti… Fin.\nSuite";
    let expected = ["M. Roy a dit, p. ex., « Non ! » ", "Puis il est parti… ", "Fin.\n", "Suite"];
    assert_eq!(cut(text), expected);
    assert_eq!(cut("Version 2.5 et www.exemple.org. Oui").len(), 2);
    assert_eq!(cut("Vraiment ?! Oui."), ["Vraiment ?! ", "Oui."]);
}

/// Each text with `|` where a sentence ends and another begins.
#[test]
fn a_sentence_ends_where_people_end_it() {
    for told in [
        "Oui.",
        "Oui. |Non.",
        "Oui ! |Non ? |Peut-être… |Fin",
        "Oui.\n|Non.\n|\n|Fin.",
        "Il dit « Oui. » |Elle rit.",
        "Il dit “Oui.” |Elle rit.",
        "Il dit \"Oui.\" |Elle rit.",
        "(Il rit.) |[Elle aussi.] |Fin.",
        "**Oui.** |_Non._ |Fin.",
        "Il crie « Non ! » et part. |Fin.",
        "Oui. et non.",
        "Oui.Non.",
        "Oui, non; peut-être: fin.",
        "M. Roy et Mme. Côté. |Dr. Roy.",
        "Voir p. 12, art. 3, env. 10. |Fin.",
        "A. Roy et É. Zola. |Fin.",
        "Il a 5. |Elle a 6.",
        "Vraiment. |Bien sûr",
        "P ! |Fin.",
        ". |Oui. |Non.",
        "Oui. »\n|Non.",
        "Oui.\u{a0}» |Non.",
        "Oui. |« Non. »",
        "Oui.  |Non.",
    ] {
        let text = told.replace('|', "");
        assert_eq!(cut(&text).join("|"), told);
    }
}

/// The whole sentences that hold a few tokens, or the place between two of them.
#[test]
fn the_sentences_around_a_place_are_whole() {
    let words = tokens("Un. Deux mots. Trois.");
    let cut = sentences(&words);
    for (run, whole) in [
        (0..1, "Un. "),
        (0..0, "Un. "),
        (2..3, "Un. "),
        (3..3, "Deux mots. "),
        (3..4, "Deux mots. "),
        (4..6, "Deux mots. "),
        (2..4, "Un. Deux mots. "),
        (1..9, "Un. Deux mots. Trois."),
        (8..8, "Trois."),
        (10..10, "Trois."),
    ] {
        assert_eq!(words[around(&cut, &run)].concat(), whole, "{run:?}");
    }
    assert_eq!(around(&[], &(0..0)), 0..0);
}

proptest! {
    #[test]
    fn sentences_put_together_are_the_text(text in "([a-zé]{1,4}|[ .!?…»\n]){0,80}") {
        prop_assert_eq!(cut(&text).concat(), text);
    }
}
