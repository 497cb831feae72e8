//! What a change is summed up in: true numbers, and nothing called the source alone that is read.

use domain::notes::note::Change;
use domain::prose::diff::page::{Parted, compare};
use domain::prose::diff::summary::summary;

fn of(old: &str, new: &str) -> Change {
    summary(&compare(old, new))
}

const NONE: Change = Change {
    added: 0,
    removed: 0,
    blocks_added: 0,
    blocks_removed: 0,
    blocks_changed: 0,
    words: 0,
    joined: 0,
    split: 0,
    moved: 0,
    formatted: 0,
    links: 0,
    images: 0,
    levels: 0,
    headed: 0,
    unheaded: 0,
    link_titles: 0,
    checked: 0,
    unchecked: 0,
    titles: 0,
    sources: 0,
    typos: 0,
};

#[test]
fn what_is_read_otherwise_is_not_the_source_alone() {
    for (old, new, expected) in [
        ("```\na\n\nb\n```\n", "```\na\nb\n```\n", Change { blocks_changed: 1, ..NONE }),
        ("```\n\na\n```\n", "```\na\n```\n", Change { blocks_changed: 1, ..NONE }),
        ("- a\n-\n- b\n", "- a\n- b\n", Change { blocks_removed: 1, ..NONE }),
        ("- [ ] \n- b\n", "- [x] \n- b\n", Change { checked: 1, ..NONE }),
        ("![](b)\n", "![](d)\n", Change { images: 1, ..NONE }),
        ("a ![](b) c\n", "a ![](d) c\n", Change { images: 1, ..NONE }),
        ("![](b) ![](c)\n", "![](d) ![](c)\n", Change { images: 1, ..NONE }),
        ("[](b) [](c)\n", "[](d) [](e)\n", Change { links: 2, ..NONE }),
        ("- [](bb) [](cc)\n", "- [](d) [](e)\n", Change { links: 2, ..NONE }),
        ("a [](b) c\n", "a [](d) c\n", Change { links: 1, ..NONE }),
        ("```rust\n```\n\na\n", "```python\n```\n\na\n", Change { formatted: 1, ..NONE }),
        ("un *mot*\n", "un _mot_\n", Change { sources: 1, ..NONE }),
        ("    code\n", "```\ncode\n```\n", Change { sources: 1, ..NONE }),
        ("a\n\n[p]: x\n", "a\n\n[p]: y\n", Change { sources: 1, ..NONE }),
    ] {
        assert_eq!(of(old, new), expected, "{old:?} {new:?}");
    }
}

#[test]
fn each_link_and_each_look_is_counted() {
    for (old, new, expected) in [
        ("[a](1) x [b](2) y [c](3)\n", "[a](4) x [b](5) y [c](6)\n", Change { links: 3, ..NONE }),
        (
            "[a](1 \"t\") x [b](2 \"t\") y\n",
            "[a](1 \"u\") x [b](2 \"u\") y\n",
            Change { link_titles: 2, ..NONE },
        ),
        ("a x b y c\n", "**a** x *b* y `c`\n", Change { formatted: 3, ..NONE }),
        ("![a](1) x ![b](2)\n", "![a](3) x ![b](4)\n", Change { images: 2, ..NONE }),
        ("[a](1)[b](2)\n", "[a](3)[b](4)\n", Change { links: 2, ..NONE }),
        ("[a](1)![b](2)\n", "[a](3)![b](4)\n", Change { links: 1, images: 1, ..NONE }),
        ("[a](1 \"t\")[b](1 \"u\")\n", "[a](2 \"t\")[b](2 \"u\")\n", Change { links: 2, ..NONE }),
        ("![a](1)\n", "![a](1 \"t\")\n", Change { images: 1, ..NONE }),
        (
            "[page du CLSC](x)\n",
            "[page officielle du CLSC de Rosemont](y)\n",
            Change { added: 3, blocks_changed: 1, links: 1, ..NONE },
        ),
        (
            "Écrire à <lea@exemple.org> vite.\n",
            "Écrire à <ana@exemple.org> vite.\n",
            Change { added: 1, removed: 1, words: 1, ..NONE },
        ),
    ] {
        assert_eq!(of(old, new), expected, "{old:?} {new:?}");
    }
}

#[test]
fn what_becomes_a_heading_is_of_no_other_level() {
    for (old, new, expected) in [
        ("a\n", "# a\n", Change { headed: 1, ..NONE }),
        ("- a\n", "# a\n", Change { headed: 1, ..NONE }),
        ("# a\n", "a\n", Change { unheaded: 1, ..NONE }),
        ("# a\n", "## a\n", Change { levels: 1, ..NONE }),
        ("a\n", "> a\n", Change { formatted: 1, ..NONE }),
    ] {
        assert_eq!(of(old, new), expected, "{old:?} {new:?}");
    }
}

#[test]
fn paragraphs_put_together_or_parted_change_no_word() {
    let two = "Un premier passage, assez long.\n\nLe second, qui suit.\n\nFin.\n";
    let one = "Un premier passage, assez long. Le second, qui suit.\n\nFin.\n";
    assert_eq!(of(two, one), Change { joined: 1, ..NONE });
    assert_eq!(of(one, two), Change { split: 1, ..NONE });
    assert_eq!(of("un\ndeux\n", "un\n\ndeux\n"), Change { split: 1, ..NONE });
    assert_eq!(of("un\n\ndeux\n", "un\ndeux\n"), Change { joined: 1, ..NONE });
    assert_eq!(of("- un deux\n", "- un\n- deux\n"), Change { split: 1, ..NONE });
    let comparison = compare("a b c d\n\nmot\n", "a b\n\nc d\n\nautre\n");
    assert_eq!(comparison.rows[0].parted, [Parted::Split]);
    let change = summary(&comparison);
    assert_eq!((change.added, change.removed, change.split), (1, 1, 1));
    // A word that changed besides is the only one that is counted.
    for (old, new, parted) in [
        (
            "Un premier passage, assez long. Le second, qui suit.\n",
            "Un premier passage, très long.\n\nLe second, qui suit.\n",
            Parted::Split,
        ),
        (
            "Un premier passage, assez long. Le second, qui suit.\n",
            "Un passage, assez long.\n\nLe second, qui suit.\n",
            Parted::Split,
        ),
        (
            "Un premier passage, assez long.\n\nLe second, qui suit.\n",
            "Un premier passage, très long. Le second, qui suit.\n",
            Parted::Joined,
        ),
        (
            "Un. Le second passage, qui suit, est très long.\n",
            "Un.\n\nLe second passage, qui suit, est assez long.\n",
            Parted::Split,
        ),
        ("Rue des Érables\nMontréal\n", "Rue des Érables, Montréal\n", Parted::Joined),
        (
            "un **deux** trois quatre cinq six\n",
            "un **deux** trois\n\nquatre cinq sept\n",
            Parted::Split,
        ),
    ] {
        let comparison = compare(old, new);
        assert_eq!(comparison.rows[0].parted, [parted], "{old:?}");
        let change = summary(&comparison);
        assert!(change.added <= 1 && change.removed <= 1, "{old:?} {change:?}");
        assert_eq!(
            (change.joined + change.split, change.blocks_added, change.blocks_removed),
            (1, 0, 0)
        );
        let told: Vec<String> = comparison.rows.iter().map(|row| row.text(false)).collect();
        let lines: Vec<&str> = new.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(told.join("\n"), lines.join("\n").replace("**", ""));
    }
    // A look that changed besides is not hidden.
    let change = of("un **deux** trois\n", "un\n\ndeux trois\n");
    assert_eq!(change, Change { split: 1, formatted: 1, ..NONE });
}

#[test]
fn words_replaced_one_for_one_are_counted() {
    assert_eq!(
        of("C'est possible ici.\n", "C'est impossible ici.\n"),
        Change { added: 1, removed: 1, words: 1, ..NONE }
    );
    let many = of("a b c d e f g h i j\n", "a 1 c 2 e 3 g 4 i j\n");
    assert_eq!((many.words, many.blocks_changed), (0, 1));
}

#[test]
fn up_to_three_words_replaced_are_told_one_by_one() {
    let words = |words| Change { added: words, removed: words, words, ..NONE };
    for (old, new, expected) in [
        ("un chat deux trois\n", "un chien deux trois\n", words(1)),
        ("un chat deux noir trois\n", "un chien deux gris trois\n", words(2)),
        ("un a deux b trois c fin\n", "un d deux e trois f fin\n", words(3)),
        ("un chat, deux\n", "un chien, deux\n", words(1)),
        ("un chat deux\n", "un gros chien deux\n", Change { added: 2, removed: 1, ..NONE }),
        ("un gros chat deux\n", "un chien deux\n", Change { added: 1, removed: 2, ..NONE }),
        ("un chat deux\n", "un deux\n", Change { removed: 1, ..NONE }),
        ("un deux\n", "un chat deux\n", Change { added: 1, ..NONE }),
        ("un chat ; deux\n", "un chat ! deux\n", NONE),
    ] {
        let blocks_changed = u32::from(expected.words == 0);
        assert_eq!(of(old, new), Change { blocks_changed, ..expected }, "{new:?}");
    }
}

#[test]
fn slips_are_counted_by_the_word_and_apostrophes_by_the_line() {
    for (old, new, typos) in [
        ("la comunauté ici\n", "la communauté ici\n", 1),
        ("la comunauté du tabelau\n", "la communauté du tableau\n", 2),
        ("l'eau d'ici\n", "l’eau d’ici\n", 1),
        ("l'eau\n\nd'ici\n", "l’eau\n\nd’ici\n", 2),
        ("l'eau du tabelau\n", "l’eau du tableau\n", 1),
        ("l'eau\n", "l’eau\n", 1),
    ] {
        assert_eq!(of(old, new).typos, typos, "{new:?}");
    }
}

#[test]
fn a_short_line_that_moved_and_was_mended_is_followed() {
    let rest = "Un passage assez long pour rester ici.\n\nUn autre passage, tout aussi long.\n";
    for (was, is) in [
        ("Laver le drozin", "Laver les drozins"),
        ("## Introdution", "## Introduction"),
        ("- [ ] lavr", "- [ ] laver"),
        ("Deux mots", "Deux mots"),
    ] {
        let change = of(&format!("{was}\n\n{rest}"), &format!("{rest}\n{is}\n"));
        assert_eq!((change.moved, change.blocks_added, change.blocks_removed), (1, 0, 0), "{was}");
    }
    let other = of(&format!("Un mot ici\n\n{rest}"), &format!("{rest}\nDeux choses ailleurs\n"));
    assert_eq!((other.moved, other.blocks_added, other.blocks_removed), (0, 1, 1));
}

/// Whatever happened to the next one.
#[test]
fn each_place_where_paragraphs_meet_is_told() {
    let three = "Ana vient ce soir\nLuc apporte le pain\nZoé ferme la porte\n";
    for (old, new, joined, split) in [
        (three, "Ana vient ce soir\n\nLuc apporte le pain Zoé ferme la porte\n", 1, 1),
        (three, "Ana vient ce soir Luc apporte le pain\n\nZoé ferme la porte\n", 1, 1),
        (
            "Ana vient ce soir\n\nLuc apporte le pain\nZoé ferme la porte\n",
            "Ana vient ce soir\nLuc apporte le pain Zoé ferme la porte\n",
            2,
            0,
        ),
        (
            "Maison de la culture\n12, rue des Lilas Montréal\n",
            "Maison de la culture\n\n12, rue des Lilas\nMontréal\n",
            0,
            2,
        ),
    ] {
        let change = of(old, new);
        assert_eq!(change, Change { joined, split, ..NONE }, "{new:?}");
    }
}

#[test]
fn rows_of_a_table_are_never_put_together() {
    let head = "| Objet | Qui | Jour |\n|---|---|---|\n";
    let old =
        format!("{head}| Chaises |  | jeudi |\n| Chaises |  | jeudi |\n| Pain | Luc | mardi |\n");
    let new = format!("{head}| Zoé | Chaises | jeudi |\n| Luc | Pain | mardi |\n");
    let change = of(&old, &new);
    assert_eq!((change.joined, change.split), (0, 0));
}

#[test]
fn the_endings_of_an_inclusive_word_are_no_words() {
    let change = of(
        "Les invité.e.s arrivent tôt, les étudiant-e-s aussi, les seul(e)s non.\n",
        "Les invités arrivent tôt, les étudiants aussi, les seuls non.\n",
    );
    assert_eq!((change.added, change.removed), (3, 3));
    assert_eq!(of("un e deux.e\n", "trois\n").removed, 3);
}

/// What a reference led to is still read on the side of what was.
#[test]
fn the_line_of_a_reference_is_on_both_sides() {
    let old = "Voir [la page][p].\n\n[p]: https://exemple.org/p \"La page\"\n";
    let new = "Voir [la page][p].\n\n[p]: https://exemple.org/q \"Une page\"\n";
    let rows = compare(old, new).rows;
    let line = rows.last().unwrap();
    assert!(
        line.text(true).contains("exemple.org/p") && line.text(false).contains("exemple.org/q")
    );
    assert_eq!(of(old, new).sources, 0);
}

#[test]
fn a_line_that_came_before_one_that_changed_is_no_part_of_it() {
    for (old, new) in [
        (
            "- Apporter du pain\n- Apporter du lait\n",
            "- Apporter du beurre\n- Apporter du pain frais\n- Apporter du lait\n",
        ),
        (
            "On ouvre la porte le lundi à neuf heures.\n",
            "On ouvre la fenêtre.\n\nOn ouvre la porte le lundi à neuf heures précises.\n",
        ),
        (
            "```\nsudo apt install gimp\n```\n",
            "```\nsudo apt update\nsudo apt install gimp inkscape\n```\n",
        ),
    ] {
        let change = of(old, new);
        assert_eq!((change.split, change.joined, change.blocks_added), (0, 0, 1), "{new}");
    }
}

#[test]
fn an_item_that_came_changes_no_line_after_it() {
    for (old, new) in [
        ("1. Pain\n2. Lait\n3. Beurre\n", "1. Pain\n2. Oeufs\n2. Lait\n3. Beurre\n"),
        ("1. Pain\n1. Lait\n", "1. Pain\n1. Oeufs\n1. Lait\n"),
    ] {
        assert_eq!(of(old, new), Change { added: 1, blocks_added: 1, ..NONE });
    }
}

/// Several revisions one after another are summed up in one line.
#[test]
fn changes_made_one_after_another_add_up() {
    let first = of("un deux\n\n- [ ] a\n", "# un trois\n\n- [x] a\n\nFin.\n");
    let second = of("un\n\ndeux [a](b)\n\n- [ ] c\n", "un\n\ndeux [a](d)\n\n- [x] c\n");
    let mut whole = first;
    whole += second;
    let expected = Change { checked: 2, links: 1, ..first };
    assert_eq!((first.checked, first.headed, first.blocks_added, whole), (1, 1, 1, expected));
    whole += Change { added: u32::MAX, typos: 3, ..NONE };
    assert_eq!((whole.added, whole.typos, whole.links), (u32::MAX, 3, 1), "it stops at the end");
}

#[test]
fn boxes_alone_are_ticked_or_are_no_more() {
    for boxes in [
        Change { checked: 1, ..NONE },
        Change { unchecked: 2, ..NONE },
        Change { checked: 1, unchecked: 1, ..NONE },
    ] {
        assert!(boxes.is_only_boxes(), "{boxes:?}");
        assert!(!Change { added: 1, ..boxes }.is_only_boxes());
    }
    assert!(!NONE.is_only_boxes());
}

#[test]
fn a_line_across_the_page_is_no_paragraph() {
    let change = of("un\n\ndeux\n", "un\n\n***\n\ndeux\n");
    assert_eq!((change.formatted, change.blocks_added), (1, 0), "{change:?}");
    let change = of("un\n\n***\n\ndeux\n", "un\n\ndeux\n");
    assert_eq!((change.formatted, change.blocks_removed), (1, 0), "{change:?}");
}

#[test]
fn endings_of_an_inclusive_word_are_no_words() {
    for (new, words) in
        [("Bonjour seul(e)s.", 1), ("Bonjour invité.e.s.", 1), ("Bonjour seul (s).", 2)]
    {
        assert_eq!(of("Bonjour.", new).added, words, "{new}");
    }
}

#[test]
fn apostrophes_and_spaces_are_slips() {
    for (old, new) in [
        ("Il faut l'eau du lac.", "Il faut l’eau du lac."),
        ("Il a 10 000 amis.", "Il a 10\u{a0}000 amis."),
    ] {
        let change = of(old, new);
        assert!(change.typos > 0 && change.is_only_typos(), "{new}: {change:?}");
    }
}
