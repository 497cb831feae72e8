use domain::prose::authors::{ancestor, lines, main_revision, of_blocks, sentences_with_words};
use domain::prose::blame::{Blame, Step};
use domain::prose::diff::tokens;
use std::collections::HashMap;

/// The note, with the words of its second revision told apart.
fn told(first: &str, second: &str) -> Vec<(String, i64)> {
    let blame = Blame::whole(first, 1);
    let step = Step { old: first, blame: &blame, new: second, revision: 2, donors: &[] };
    let blame = step.walk().blame(&HashMap::new());
    let words = |runs: &[(String, domain::prose::diff::block::Style)]| {
        runs.iter().map(|(text, _)| text.as_str()).collect::<String>()
    };
    lines(second, &blame, usize::MAX)
        .0
        .iter()
        .flat_map(|line| &line.sentences)
        .map(|one| (words(&one.runs).trim().to_owned(), one.revision))
        .collect()
}

#[test]
fn every_kind_of_block_says_whose_its_sentences_are() {
    let first = "## Titre\n\nUn. Deux **mots**.\nSuite du paragraphe.\n\n- point\n  - [x] dedans\n\n> cité\n\n```\ncode ici\n```\n\n| a | b |\n|---|---|\n| c | d |\n";
    let second = first
        .replace("Deux **mots**", "Trois autres choses **bien dites**")
        .replace("  - [x] dedans", "  - [x] tout autre chose dedans")
        .replace("code ici", "un autre code")
        .replace("| c | d |", "| encore | autre |");
    let expected = [
        ("Titre", 1),
        ("Un.", 1),
        ("Trois autres choses bien dites.", 2),
        ("Suite du paragraphe.", 1),
        ("point", 1),
        ("tout autre chose dedans", 2),
        ("cité", 1),
        ("un autre code", 2),
        ("a | b", 1),
        ("encore | autre", 2),
    ];
    let found = told(first, &second);
    let found: Vec<_> = found.iter().map(|(text, revision)| (text.as_str(), *revision)).collect();
    assert_eq!(found, expected);
}

/// A comma, a look, the margin of a quotation: whoever put it there signs the block.
#[test]
fn a_block_is_signed_for_its_signs_too() {
    for (first, second) in [
        ("Un mot et un autre.\n", "Un mot, et un autre.\n"),
        ("Un mot et un autre.\n", "Un **mot** et un autre.\n"),
        ("3. Un mot.\n", "5. Un mot.\n"),
        ("> Un mot.\n", "> > Un mot.\n"),
        ("Un mot.\nUn autre.\n", "Un mot.  \nUn autre.\n"),
    ] {
        let blame = Blame::whole(first, 1);
        let step = Step { old: first, blame: &blame, new: second, revision: 2, donors: &[] };
        let blame = step.walk().blame(&HashMap::new());
        assert!(of_blocks(second, &blame)[0].contains(&2), "{second}");
    }
}

#[test]
fn the_sentence_it_was_is_found_even_where_it_was_moved() {
    let older = "Une première phrase, assez longue. Une autre.\n\nLa fin du texte.\n";
    let newer = "La fin du texte.\n\nUne autre. Une première phrase, bien assez longue.\n";
    let (old, new) = (tokens(older), tokens(newer));
    let run = sentences_with_words(&new)[2].clone();
    assert_eq!(new[run.clone()].concat(), "Une première phrase, bien assez longue.\n");
    assert_eq!(old[ancestor(&new, &run, &old)].concat(), "Une première phrase, assez longue. ");
    let gone = tokens("Tout autre chose ici.\n");
    assert!(ancestor(&new, &run, &gone).is_empty());
}

/// C29: a table is one sentence in as many lines as it has rows, and a page shows so many.
#[test]
fn no_more_sentences_are_shown_than_asked_for() {
    let text = format!("| a | b |\n| - | - |\n{}", "mot\n".repeat(20_000));
    let (shown, is_cut) = lines(&text, &Blame::whole(&text, 1), 100);
    assert_eq!((shown.len(), is_cut), (100, true));
    let (shown, is_cut) = lines("Un. Deux. Trois.", &Blame::whole("Un. Deux. Trois.", 1), 2);
    assert_eq!((shown[0].sentences.len(), is_cut), (2, true));
    let (shown, is_cut) = lines("Un. Deux.", &Blame::whole("Un. Deux.", 1), 2);
    assert_eq!((shown[0].sentences.len(), is_cut), (2, false));
}

/// A sentence is of the revision that most of its words come from; of two, the older one.
#[test]
fn a_sentence_is_of_whoever_wrote_most_of_it() {
    let words = tokens("un deux, trois quatre cinq");
    for (spans, first, last, revision) in [
        ("3:10", 0, 10, 3),
        ("1:2,2:8", 0, 10, 2),
        ("2:6,5:4", 0, 10, 2),
        ("5:3,2:7", 0, 10, 2),
        // Two words each; signs and spaces count for nothing.
        ("5:3,2:5,7:2", 0, 8, 2),
        ("5:1,6:4,5:2", 0, 6, 5),
        ("4:10", 3, 3, 1),
        ("1:8,9:2", 9, 10, 9),
    ] {
        let origins = spans.parse::<Blame>().unwrap().each();
        assert_eq!(main_revision(&words, &origins, &(first..last)), revision, "{spans}");
    }
}

/// Each line, with the numbers of its sentences and the words that are read.
#[test]
fn each_sentence_has_its_number_and_its_looks() {
    let text = "## Un titre\n\nUn *mot*. Deux **mots\nbien dits**. Fin\n\n- [x] plier. Ranger.\n\n| c | d |\n|---|---|\n| e | f |\n";
    let (shown, is_cut) = lines(text, &Blame::whole(text, 4), usize::MAX);
    let told: Vec<String> = shown
        .iter()
        .flat_map(|line| &line.sentences)
        .map(|sentence| {
            let runs = sentence.runs.iter().map(|(words, style)| {
                let sign = if style.bold {
                    "**"
                } else if style.italic {
                    "*"
                } else {
                    ""
                };
                format!("{sign}{words}{sign}")
            });
            format!("{} {}", sentence.number, runs.collect::<String>())
        })
        .collect();
    let expected = [
        "0 Un titre",
        "1 Un *mot*. ",
        "2 Deux **mots**",
        "3 **bien dits**. ",
        "4 Fin",
        "5 plier. ",
        "6 Ranger.",
        "7 c | d",
        "8 e | f",
    ];
    assert_eq!((told, is_cut), (expected.map(str::to_owned).to_vec(), false));
    assert!(shown.iter().flat_map(|line| &line.sentences).all(|it| it.revision == 4));
}

/// What a sentence was: where it stands, unless most of its words stand elsewhere.
#[test]
fn what_a_sentence_was_is_where_most_of_its_words_are() {
    for (older, newer, was) in [
        ("Un. Deux mots. Trois.", "Un. Deux signes. Trois.", "Deux mots. "),
        ("Un. Deux mots. Trois.", "Un. Trois. Deux mots.", "Trois."),
        (
            "Ana plie la nappe. Luc dort.",
            "Luc dort. Ana plie la grande nappe.",
            "Ana plie la nappe. ",
        ),
        ("Luc dort. Ana plie la nappe.", "Zoé rit. ANA PLIE LA NAPPE.", "Ana plie la nappe."),
        ("Un. Trois.", "Un. Deux mots. Trois.", ""),
        ("Un. Ana plie la nappe. Trois.", "Un. Luc ferme la porte. Trois.", "Ana plie la nappe. "),
        ("", "Un. Deux mots.", ""),
    ] {
        let (old, new) = (tokens(older), tokens(newer));
        let run = sentences_with_words(&new)[1].clone();
        assert_eq!(old[ancestor(&new, &run, &old)].concat(), was, "{newer}");
    }
}
