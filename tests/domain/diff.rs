use domain::diff::{Block, Piece, blocks, change, key, tokens, words};
use proptest::prelude::*;

fn marked(old: &str, new: &str) -> String {
    words(old, new)
        .into_iter()
        .map(|piece| match piece {
            Piece::Same(text) => text,
            Piece::Added(text) => format!("{{+{text}+}}"),
            Piece::Removed(text) => format!("[-{text}-]"),
        })
        .collect()
}

#[test]
fn an_apostrophe_ends_a_word() {
    assert_eq!(tokens("L'équipe d’ici"), ["L'", "équipe", " ", "d’", "ici"]);
    assert_eq!(tokens("aujourd'hui quelqu’un"), ["aujourd'hui", " ", "quelqu’un"]);
}

#[test]
fn inclusive_words_numbers_and_addresses_are_whole() {
    assert_eq!(tokens("participant·e·s"), ["participant·e·s"]);
    assert_eq!(tokens("1\u{202f}234,56 $"), ["1\u{202f}234,56", " ", "$"]);
    assert_eq!(tokens("https://exemple.org/l'a?b=1."), ["https://exemple.org/l'a?b=1."]);
}

#[test]
fn only_the_words_that_changed_are_marked() {
    assert_eq!(
        marked("L'action de l'équipe « ici »", "L’action d’une équipe « ici »"),
        "L’action [-de l'-]{+d’une +}équipe « ici »"
    );
}

#[test]
fn another_apostrophe_is_not_another_word() {
    assert_eq!(marked("c'est quoi ?", "c’est quoi\u{202f}?"), "c’est quoi\u{202f}?");
}

#[test]
fn words_replaced_one_after_the_other_are_one_change() {
    assert_eq!(
        marked("un petit chat gris", "un grand chien gris"),
        "un [-petit chat-]{+grand chien+} gris"
    );
}

#[test]
fn a_changed_paragraph_is_shown_inside() {
    let old = "# Titre\n\nLe tour de table dure une minute.\n\nFin.\n";
    let new = "# Titre\n\nLe tour de table dure deux minutes.\n\nUn ajout.\n\nFin.\n";
    let told = blocks(old, new);
    assert_eq!(told[0], Block::Same("# Titre".to_owned()));
    assert!(matches!(&told[1], Block::Changed(pieces) if pieces.len() == 4), "{told:?}");
    assert_eq!(told[2], Block::Added("Un ajout.".to_owned()));
    assert_eq!(told[3], Block::Same("Fin.".to_owned()));
}

#[test]
fn words_in_and_out_are_counted() {
    let change = change("un deux trois", "un deux quatre cinq");
    assert_eq!((change.added, change.removed), (2, 1));
}

/// Texts made to be slow are read as fast as others: a budget, not a stopwatch, so
/// this test only has to end.
#[test]
fn texts_made_to_be_slow_are_read_all_the_same() {
    let apostrophes = "a'".repeat(200_000);
    assert_eq!(tokens(&apostrophes).len(), 200_000);
    let (old, new) = ("a\n".repeat(100_000), "b\n".repeat(100_000));
    assert_eq!(blocks(&old, &new).len(), 200_000);
}

proptest! {
    #[test]
    fn tokens_put_together_are_the_text(text in "\\PC{0,200}") {
        prop_assert_eq!(tokens(&text).concat(), text);
    }

    /// What is kept and added is the new text, exactly; what is kept and removed is
    /// the old one, up to apostrophes and spaces.
    #[test]
    fn no_word_is_lost_on_either_side(
        old in "([a-dé'’ \n]|mot ){0,60}",
        new in "([a-dé'’ \n]|mot ){0,60}",
    ) {
        let (mut before, mut after) = (String::new(), String::new());
        for piece in words(&old, &new) {
            match piece {
                Piece::Same(text) => { before.push_str(&text); after.push_str(&text); }
                Piece::Added(text) => after.push_str(&text),
                Piece::Removed(text) => before.push_str(&text),
            }
        }
        prop_assert_eq!(after, new);
        let folded = |text: &str| tokens(text).iter().map(|token| key(token)).collect::<String>();
        prop_assert_eq!(folded(&before), folded(&old));
    }

    #[test]
    fn every_line_of_both_texts_is_in_some_block(
        old in "([a-d]{1,5} ){1,6}\n(([a-d]{1,5} ){1,6}\n){0,6}",
        new in "([a-d]{1,5} ){1,6}\n(([a-d]{1,5} ){1,6}\n){0,6}",
    ) {
        let mut after = Vec::new();
        for block in blocks(&old, &new) {
            match block {
                Block::Same(text) | Block::Added(text) => after.push(text),
                Block::Removed(_) => {}
                Block::Changed(pieces) => after.push(pieces.iter().map(|piece| match piece {
                    Piece::Same(text) | Piece::Added(text) => text.as_str(),
                    Piece::Removed(_) => "",
                }).collect()),
            }
        }
        let lines: Vec<&str> = new.lines().collect();
        prop_assert_eq!(after, lines);
    }
}
