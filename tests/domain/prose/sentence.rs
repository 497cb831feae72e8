use domain::prose::diff::tokens;
use domain::prose::sentence::sentences;
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

proptest! {
    #[test]
    fn sentences_put_together_are_the_text(text in "([a-zé]{1,4}|[ .!?…»\n]){0,80}") {
        prop_assert_eq!(cut(&text).concat(), text);
    }
}
