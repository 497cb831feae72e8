//! The words of a text as they are seen, on one line, and its first line.

use domain::prose::markdown::{Headings, first_line, shown, shown_line};

#[test]
fn the_words_that_are_seen_are_on_one_line() {
    for (text, seen) in [
        ("Un *mot* et **deux**.", "Un mot et deux."),
        ("Un mot.\nUn autre.\n\nLa suite.", "Un mot. Un autre. La suite."),
        ("Un mot  \nun autre", "Un mot un autre"),
        ("## Titre\n\nUn mot.", "Titre · Un mot."),
        ("## Vraiment ?\n\nUn mot.", "Vraiment ? Un mot."),
        ("## Un\n\n## Deux", "Un · Deux"),
        ("- plier\n- ranger\n\nFin.", "plier, ranger, Fin."),
        ("- [ ] plier\n- [x] ranger.\n- fermer", "plier, ranger. fermer"),
        ("1. plier ;\n2. ranger", "plier ; ranger"),
        ("- À faire :\n  - plier", "À faire : plier"),
        ("| a | b |\n|---|---|\n| c | d |", "a, b, c, d"),
        ("> Un mot.\n> Un autre.", "Un mot. Un autre."),
        ("Voir [le guide](https://a.org) ici.", "Voir le guide ici."),
        ("Voir `le code` ici.", "Voir le code ici."),
        ("Avant\n\n```\nun\ndeux\n```\n\naprès", "Avant un deux après"),
        ("Un <b>mot</b>.", "Un <b>mot</b>."),
        ("<div>\nmot\n</div>", "<div> mot </div>"),
        ("Il dit « oui »\n\nSuite", "Il dit « oui » Suite"),
        ("1\u{202f}000 amis", "1\u{202f}000 amis"),
        ("un   deux", "un deux"),
        ("`  ` un", "un"),
        ("un`  `deux", "un deux"),
        ("", ""),
    ] {
        assert_eq!(shown(text, Headings::Kept), seen, "{text:?}");
    }
}

#[test]
fn headings_are_left_out_unless_there_is_nothing_else() {
    assert_eq!(shown("# Titre\n\nUn mot.\n\n## Fin\n", Headings::LeftOut), "Un mot.");
    assert_eq!(shown("# Titre\n\n## Fin\n", Headings::LeftOut), "Titre · Fin");
}

#[test]
fn a_sentence_is_shown_without_its_signs() {
    for (text, seen) in [
        ("## Un *mot* `ici`", "Un mot ici"),
        ("- plier\n- ranger", "plier ranger"),
        ("> cité\n\tsuite", "cité suite"),
        ("a\\*b", "ab"),
        ("12 - 3", "12 - 3"),
    ] {
        assert_eq!(shown_line(text), seen, "{text:?}");
    }
}

/// The first line, the lines of the text that say it and nothing else, whether it is a heading.
#[test]
fn the_first_line_is_known_by_its_place() {
    for (text, words, lines, is_heading) in [
        ("# Titre\n\nSuite.", "Titre", Some(0..1), true),
        ("Titre\n===\n\nSuite.", "Titre", Some(0..2), true),
        ("\n\nUn *mot* `ici`\n\nSuite.", "Un mot ici", Some(2..3), false),
        ("Un mot\nun autre\n", "Un mot", None, false),
        ("Voir [ici](u)\n", "Voir ici", None, false),
        ("Un ~~mot~~\n", "Un mot", None, false),
        ("- plier\n", "plier", None, false),
        ("5 \\* 4\n", "5 * 4", Some(0..1), false),
        ("---\n\nMot\n", "Mot", Some(2..3), false),
        ("• ☐ Mot •\n", "Mot •", Some(0..1), false),
        ("\u{a0} Mot  là\n", "Mot là", Some(0..1), false),
        ("un \u{a0}deux\n", "un\u{a0}deux", Some(0..1), false),
        ("un\u{a0} deux\n", "un\u{a0}deux", Some(0..1), false),
    ] {
        let first = first_line(text).unwrap();
        let found = (first.words.as_str(), first.lines, first.is_heading);
        assert_eq!(found, (words, lines, is_heading), "{text:?}");
    }
    assert_eq!(first_line("—\n\n***\n"), None);
}

/// It is looked for near the beginning, then in the whole text.
#[test]
fn the_first_line_is_found_however_far_it_is() {
    for blank in [16_380, 16_384, 16_390, 40_000] {
        let text = format!("{}\n\nMot là\nsuite\n", "—".repeat(blank / 3));
        assert_eq!(first_line(&text).unwrap().words, "Mot là", "after {blank} bytes");
        let first = first_line(&format!("Mot là\n\n{}", "—".repeat(blank / 3))).unwrap();
        assert_eq!((first.words.as_str(), first.lines), ("Mot là", Some(0..1)));
    }
    assert_eq!(first_line(&"—\n".repeat(9_000)), None);
    // A line is not cut where the nearest words end.
    let long = format!("# Titre\n{}", "mot ".repeat(9_000));
    assert_eq!(first_line(&long).unwrap().words, "Titre");
    assert_eq!(first_line(&"mot ".repeat(5_000)).unwrap().words.len() % 4, 3);
}
