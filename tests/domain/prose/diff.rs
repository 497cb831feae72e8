use domain::prose::diff::page::{Comparison, Fate, Mark, Parted, compare};
use domain::prose::diff::summary::summary;
use domain::prose::diff::typo::is_typo;
use domain::prose::diff::{Piece, change, key, tokens, words};
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

/// One line a block: what became of it, then its words, marked.
fn told(comparison: &Comparison) -> String {
    let line = |row: &domain::prose::diff::page::Row| {
        let fate = match row.fate {
            Fate::Same => "=".to_owned(),
            Fate::Added => "+".to_owned(),
            Fate::Removed => "-".to_owned(),
            Fate::Changed => "~".to_owned(),
            Fate::Left(number) => format!("<{number}"),
            Fate::Arrived(number) => format!(">{number}"),
        };
        let was = row.was.map_or(String::new(), |was| format!(" ({was:?} → {:?})", row.shape));
        let parted = row.parted.iter().map(|parted| match parted {
            Parted::Joined => " ∪",
            Parted::Split => " ÷",
        });
        let parted: String = parted.collect();
        let about = row.had.iter().flat_map(|had| row.about.since(had));
        let name = |difference| format!(" {difference:?}");
        let about: String = about.map(name).collect();
        let source = row.source.iter().map(|(then, now)| format!(" `{then}` → `{now}`"));
        let source = source.collect::<String>().replace('\n', "⏎");
        let words: String = row
            .pieces
            .iter()
            .map(|piece| {
                let link = |at: usize| comparison.styles.get(at).link.clone().unwrap_or_default();
                match &piece.mark {
                    Mark::Same => piece.text.clone(),
                    Mark::Added => format!("{{+{}+}}", piece.text),
                    Mark::Removed => format!("[-{}-]", piece.text),
                    Mark::Corrected(old) => format!("[{old}~{}]", piece.text),
                    Mark::Formatted(_) => format!("<{}>", piece.text),
                    Mark::Relinked(was) => {
                        format!("({}: {} → {})", piece.text, link(*was), link(piece.style))
                    }
                    Mark::Respaced(_) => format!("_{}_", piece.text),
                }
            })
            .collect();
        format!("{fate}{was}{about}{parted} {words}{source}\n")
    };
    let silent = comparison.silent.map_or(String::new(), |silent| format!("({silent:?})\n"));
    comparison.rows.iter().map(line).chain([silent]).collect()
}

/// Every case of the golden file: what it is called, before, after, what is told.
#[test]
fn the_golden_file_is_told_to_the_letter() {
    let golden = include_str!("diff.golden.txt").replace('\r', "");
    let mut wrong = vec![];
    for case in golden.split("#### ").skip(1) {
        let (name, rest) = case.split_once('\n').unwrap();
        let mut parts = rest.split("\n----\n");
        let mut part = || parts.next().unwrap_or_default().trim_matches('\n').to_owned();
        let (old, new, expected) = (part(), part(), part());
        let found = told(&compare(&old, &new));
        if found.trim_end() != expected {
            wrong.push(format!("#### {name}\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_slip_is_not_another_word() {
    for (old, new) in [
        ("developement", "développement"),
        ("a", "à"),
        ("Ou", "où"),
        ("comunauté", "communauté"),
        ("commmune", "commune"),
        ("tabelau", "tableau"),
        ("Québec", "quebec"),
    ] {
        assert!(is_typo(old, new), "{old} {new}");
    }
    for (old, new) in [
        ("12", "13"),
        ("ou", "et"),
        ("peut", "doit"),
        ("chat", "chien"),
        ("le", "le"),
        // Another meaning, another number, another gender, another tense.
        ("possible", "impossible"),
        ("poisson", "poison"),
        ("permis", "permise"),
        ("faire", "refaire"),
        ("favorable", "défavorable"),
        ("tout", "tous"),
        ("note", "notes"),
        ("courait", "courrait"),
        ("embrasser", "embraser"),
        ("adopter", "adapter"),
        ("proposé", "proposée"),
        ("XXX", "XX"),
        ("balle", "bale"),
        ("fote", "faute"),
        // The beginning of its feminine.
        ("éternel", "éternell"),
    ] {
        assert!(!is_typo(old, new), "{old} {new}");
    }
}

#[test]
fn a_revision_is_summed_up_in_numbers() {
    let old = "## Défis\n\nLe tour de table prend du temps, et chacun parle.\n\nUn mot.\n\nFin du texte.\n";
    let new = "### Défis\n\nUn mot.\n\n**Fin** du texte.\n\nLe tour de table prend du temps, et chacun parle.\n\nUne idée de plus.\n";
    let change = summary(&compare(old, new));
    assert_eq!((change.moved, change.levels, change.formatted, change.blocks_added), (1, 1, 1, 1));
    let typo = summary(&compare("Une comunauté ici.\n", "Une communauté ici.\n"));
    assert!(typo.is_only_typos(), "{typo:?}");
    assert_eq!((change.added, change.removed), (4, 0), "what only moved is not counted");
    let endless = ("a".repeat(200_000), "b".repeat(200_000));
    assert!(
        !is_typo(&endless.0, &endless.1),
        "no word is that long, and likening it would take an hour"
    );
}

#[test]
fn a_page_too_long_to_be_compared_word_by_word_says_so() {
    let line = |word: &str| format!("{}\n\n", format!("un {word} deux trois quatre ").repeat(40));
    let old: String = (0..500).map(|at| line(&format!("a{at}"))).collect();
    let new: String = (0..500).map(|at| line(&format!("b{at}"))).collect();
    assert!(!compare(&old, &new).is_full);
    assert!(compare(&old[..20_000], &new[..20_000]).is_full);
}

#[test]
fn words_in_and_out_are_counted() {
    let change = change("un deux trois", "un deux quatre cinq");
    assert_eq!((change.added, change.removed), (2, 1));
}

#[test]
fn a_long_text_is_compared_to_the_word_too() {
    let old: String = (0..4000)
        .flat_map(|at| {
            ["Une ligne, la ".to_owned(), at.to_string(), "e, avec des mots.\n".to_owned()]
        })
        .collect();
    let new = old
        .replace("la 17e", "la dix-septième")
        .replace("Une ligne, la 2000e, avec des mots.\n", "");
    let pieces = words(&old, &new);
    let changed: Vec<_> = pieces.iter().filter(|piece| !matches!(piece, Piece::Same(_))).collect();
    assert_eq!(changed.len(), 3, "{changed:?}");
    let after: String = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Same(text) | Piece::Added(text) => text.as_str(),
            Piece::Removed(_) => "",
        })
        .collect();
    assert_eq!(after, new);
    let merged = domain::prose::merge::merge(&old, &new, &old.replace("la 30e", "la trentième"));
    assert_eq!(merged.text().unwrap(), new.replace("la 30e", "la trentième"));
}

/// Texts made to be slow are read as fast as others: a budget, not a stopwatch, so
/// this test only has to end.
#[test]
fn texts_made_to_be_slow_are_read_all_the_same() {
    let apostrophes = "a'".repeat(200_000);
    assert_eq!(tokens(&apostrophes).len(), 200_000);
    let (old, new) = ("a\n".repeat(100_000), "b\n".repeat(100_000));
    assert_eq!(compare(&old, &new).rows.len(), 200_000);
    let (old, new) = ("[a](b) ".repeat(40_000), "[a](c) ".repeat(40_000));
    assert_eq!(compare(&old, &new).rows.len(), 2, "too long to be looked into");
    let deep = format!("{}fin", "> ".repeat(20_000));
    compare(&deep, &"*".repeat(100_000));
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

    /// Rows read without what left are the new text; without what came, the old one.
    #[test]
    fn every_line_of_both_texts_is_in_some_block(
        old in "([a-d]{1,5} ){1,6}\n\n(([a-d]{1,5} ){1,6}\n\n){0,6}",
        new in "([a-d]{1,5} ){1,6}\n\n(([a-d]{1,5} ){1,6}\n\n){0,6}",
    ) {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let rows = compare(&old, &new).rows;
        let is_recut = rows.iter().any(|row| !row.parted.is_empty());
        for row in rows {
            let (mut was, mut is) = (String::new(), String::new());
            for piece in &row.pieces {
                match &piece.mark {
                    Mark::Added => is.push_str(&piece.text),
                    Mark::Removed => was.push_str(&piece.text),
                    Mark::Corrected(old) => { was.push_str(old); is.push_str(&piece.text); }
                    Mark::Same | Mark::Formatted(_) | Mark::Relinked(_) | Mark::Respaced(_) => {
                        was.push_str(&piece.text);
                        is.push_str(&piece.text);
                    }
                }
            }
            match row.fate {
                Fate::Added | Fate::Arrived(_) => after.push(is),
                Fate::Removed | Fate::Left(_) => before.push(was),
                Fate::Same | Fate::Changed => { before.push(was); after.push(is); }
            }
        }
        let lines = |text: &str| text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect::<Vec<_>>();
        // What was put together, or parted, is a row on one side and several on the other.
        let told = |lines: Vec<String>| if is_recut {
            lines.join(" ").split_whitespace().map(str::to_owned).collect()
        } else {
            lines
        };
        prop_assert_eq!(told(after), told(lines(&new)));
        prop_assert_eq!(told(before), told(lines(&old)));
    }
}

/// Found by fresh eyes: a link that changed under a slip was hidden with it.
#[test]
fn a_slip_whose_link_changed_too_is_no_slip_alone() {
    for (old, new) in [
        ("Voir [drozin](https://a.org/1) ici.", "Voir [drozins](https://a.org/2) ici."),
        ("Mettre la **brumele** ici.", "Mettre la brumelle ici."),
    ] {
        assert!(!summary(&compare(old, new)).is_only_typos(), "{old}");
    }
    assert!(summary(&compare("Mettre la brumele ici.", "Mettre la brumelle ici.")).is_only_typos());
}

/// Signs of code mean something each.
#[test]
fn nothing_is_a_slip_inside_code() {
    for (old, new) in [
        ("Écrire `Total` ici.", "Écrire `total` ici."),
        ("```\nlet Total = 1;\n```\n", "```\nlet total = 1;\n```\n"),
        ("```\nif a:\n    b\n```\n", "```\nif a:\n  b\n```\n"),
        ("Écrire `a  b` ici.", "Écrire `a b` ici."),
    ] {
        let comparison = compare(old, new);
        let change = summary(&comparison);
        assert_eq!(change.typos, 0, "{old}");
        assert!(change.words + change.blocks_changed > 0, "{old} {change:?}");
        assert_eq!(comparison.silent, None, "{old}: one change is said once");
    }
}

/// Nobody sees which of the two is which: no word came, none left.
#[test]
fn what_looks_the_same_is_no_other_word() {
    for (old, new) in [
        ("Il y a 1 000 mots.", "Il y a 1\u{a0}000 mots."),
        ("Un mot ici.", "Un mo\u{200b}t ici."),
        ("Un mot ici.", "Un\u{200e} mot ici."),
        ("Un mot ici.", "Un m\u{43e}t ici."),
        ("1 000", "1\u{a0}000"),
        ("Oui \u{2764}", "Oui \u{2764}\u{fe0f}"),
    ] {
        let change = summary(&compare(old, new));
        assert_eq!((change.added, change.removed), (0, 0), "{old}: {:?}", compare(old, new).rows);
        assert!(change.sources + change.typos == 1, "{old} {change:?}");
    }
    let other = summary(&compare("Un mot ici.", "Un m\u{43e}t ici."));
    assert!(!other.is_only_typos(), "another letter is no slip of the keyboard");
}

#[test]
fn a_look_that_begins_inside_a_word_changes_no_word() {
    for (old, new) in [("un mot ici", "un **mo**t ici"), ("un m*ot* ici", "un mot ici")] {
        let change = summary(&compare(old, new));
        assert_eq!((change.added, change.removed, change.formatted), (0, 0, 1), "{old}");
    }
}

#[test]
fn endings_of_an_inclusive_word_are_not_counted_in_a_change() {
    for (new, words) in [
        ("Bonjour seul(e)s.", 1),
        ("Bonjour invité.e.s.", 1),
        ("Bonjour animateur/trice.", 1),
        ("Bonjour (e)s.", 1),
    ] {
        assert_eq!(change("Bonjour.", new).added, words, "{new}");
    }
}
