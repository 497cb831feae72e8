use domain::prose::markdown::{Headings, shown};
use domain::prose::undo::{Fate, Fragment, fragments, undo};
use proptest::prelude::*;

const FIRST: &str = "Nous étions dix personnes.\n\nLe tableau sert à noter.\n\nFin.\n";
const SECOND: &str =
    "Nous étions douze personnes.\n\nLe grand tableau sert à noter.\n\nFin de la note.\n";

#[test]
fn one_passage_of_a_middle_edit_is_taken_back() {
    let head = format!("Un mot d'abord.\n\n{SECOND}Et la suite.\n");
    let found = fragments(FIRST, SECOND, &head);
    let fates: Vec<_> = found.iter().map(|one| one.fate).collect();
    assert_eq!(fates, [Fate::Undoable; 3]);
    assert_eq!((found[0].removed.as_str(), found[0].added.as_str()), ("dix", "douze"));
    let undone = undo(&head, &found, &[0]);
    assert_eq!(undone, head.replace("douze", "dix"));
    assert_eq!(
        undo(&head, &found, &[0, 1, 2]),
        format!("Un mot d'abord.\n\n{FIRST}Et la suite.\n")
    );
}

#[test]
fn what_was_rewritten_since_is_shown_and_left_alone() {
    let head = SECOND.replace("douze", "treize").replace("grand ", "");
    let found = fragments(FIRST, SECOND, &head);
    assert_eq!(found[0].fate, Fate::Replaced);
    assert_eq!(found[0].now, "treize");
    assert_eq!(found[1].fate, Fate::Gone, "{:?}", found[1]);
    assert_eq!(undo(&head, &found, &[0, 1]), head);
}

#[test]
fn a_passage_whose_paragraph_was_moved_is_taken_back_where_it_stands() {
    let before = "Un premier paragraphe.\n\nLe tableau sert à noter.\n\nFin.\n";
    let after = "Un premier paragraphe.\n\nLe grand tableau sert à noter.\n\nFin.\n";
    let head = "Le grand tableau sert à noter. Et à dessiner.\n\nUn premier paragraphe.\n\nFin.\n";
    let found = fragments(before, after, head);
    assert_eq!(found[0].fate, Fate::Undoable, "{found:?}");
    assert_eq!(undo(head, &found, &[0]), head.replace("grand ", ""));
}

/// Eight tokens on each side, and the sign of a cut only where something is cut.
#[test]
fn a_passage_is_shown_with_a_few_words_around_it() {
    let around = |lead: &str, tail: &str| {
        let (before, after) =
            (format!("Haut.\n{lead} {tail}\nBas.\n"), format!("Haut.\n{lead} ici {tail}\nBas.\n"));
        let found = fragments(&before, &after, &after);
        let [one] = found.as_slice() else { panic!("{found:?}") };
        (one.lead.trim_end().to_owned(), one.tail.trim_start().to_owned())
    };
    assert_eq!(around("a b c d", "e f g"), ("a b c d".to_owned(), "e f g".to_owned()));
    let (lead, tail) = around("x a b c d", "e f g h i j");
    assert!(lead.starts_with("… ") && lead.ends_with("a b c d") && !lead.contains('x'), "{lead}");
    assert!(tail.starts_with("e f g") && tail.ends_with(" …") && !tail.contains('j'), "{tail}");
}

#[test]
fn undoing_an_undo_gives_the_text_back() {
    let found = fragments(FIRST, SECOND, SECOND);
    let undone = undo(SECOND, &found, &[0, 1, 2]);
    assert_eq!(undone, FIRST);
    let again = fragments(SECOND, &undone, &undone);
    assert_eq!(undo(&undone, &again, &[0, 1, 2]), SECOND);
}

#[test]
fn a_line_that_was_rewritten_is_one_passage() {
    let before = "Le matin, la cour est vide et le vent passe sur le banc.\n\nFin.\n";
    let after = "Chaque soir, la rue chante et nos voisins dansent sur une place.\n\nFin.\n";
    let found = fragments(before, after, after);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(undo(after, &found, &[0]), before);
    // Two words of a line that stays are two passages.
    let some = before.replace("vide", "pleine").replace("banc", "toit");
    assert_eq!(fragments(before, &some, &some).len(), 2);
}

proptest! {
    #[test]
    fn undoing_everything_at_once_is_the_text_before(
        before in "([a-d]{1,3}[ .\n]){0,30}", after in "([a-d]{1,3}[ .\n]){0,30}",
    ) {
        let found = fragments(&before, &after, &after);
        let all: Vec<usize> = (0..found.len()).collect();
        prop_assert!(found.iter().all(|one| one.fate == Fate::Undoable));
        prop_assert_eq!(undo(&after, &found, &all), before);
    }

    #[test]
    fn what_cannot_be_undone_changes_nothing(
        before in "([a-d]{1,3}[ .\n]){0,30}",
        after in "([a-d]{1,3}[ .\n]){0,30}",
        head in "([a-d]{1,3}[ .\n]){0,30}",
    ) {
        let found = fragments(&before, &after, &head);
        let stuck: Vec<usize> =
            (0..found.len()).filter(|at| found[*at].fate != Fate::Undoable).collect();
        prop_assert_eq!(undo(&head, &found, &stuck), head.clone());
        // And what can be is told by itself, one at a time, without tearing the rest.
        let all: Vec<usize> = (0..found.len()).collect();
        undo(&head, &found, &all);
    }
}

/// Each passage by itself leaves a text that holds together.
#[test]
fn a_link_is_one_passage() {
    for (before, after) in [
        (
            "Le [formulaire d’inscription](https://a.org/f) est prêt.\n",
            "Le formulaire d’inscription est prêt.\n",
        ),
        ("Texte [ici](https://a.org) et là.\n", "Texte ici et [là](https://a.org).\n"),
        ("Le formulaire est [ici](u).\n", "Le [formulaire](u) est ici.\n"),
        ("Une image.\n", "Une ![image](/p.png).\n"),
    ] {
        let found = fragments(before, after, after);
        for at in 0..found.len() {
            let undone = undo(after, &found, &[at]);
            assert_eq!(undone.matches('[').count(), undone.matches("](").count(), "{undone}");
        }
        let all: Vec<usize> = (0..found.len()).collect();
        assert_eq!(undo(after, &found, &all), before);
    }
}

#[test]
fn rows_of_a_table_are_taken_back_whole() {
    let head = "| Nom | Jour |\n|---|---|\n";
    for (before, after) in [
        (
            format!("{head}| Ana | lundi |\n| Ana | lundi |\n| Luc | mardi |\n"),
            "| Nom | Jour | Salle |\n|---|---|---|\n| Ana | lundi | 2 |\n| Luc | mardi | 3 |\n"
                .to_owned(),
        ),
        (format!("{head}| Café |  |\n| Café |  |\n"), format!("{head}| Café | 12 $ |\n")),
        (
            format!("{head}| Pain | lundi |\n| Ana | lundi |\n| Ana | lundi |\n"),
            format!("{head}| Pain et thé | lundi |\n| Ana | lundi |\n"),
        ),
    ] {
        let found = fragments(&before, &after, &after);
        let rows: Vec<&str> = before.lines().chain(after.lines()).collect();
        for (at, one) in found.iter().enumerate() {
            let undone = undo(&after, &found, &[at]);
            if one.removed.contains('\n') || one.added.contains('\n') {
                assert!(undone.lines().all(|line| rows.contains(&line)), "{one:?}\n{undone}");
            }
        }
        let all: Vec<usize> = (0..found.len()).collect();
        assert_eq!(undo(&after, &found, &all), before);
    }
}

#[test]
fn a_column_is_taken_back_with_its_whole_table() {
    let before = "| Jour | Qui |\n|---|---|\n| Lundi | Ana |\n| Mardi | Luc |\n";
    let after =
        "| Jour | Heure | Qui |\n|---|---|---|\n| Lundi | 9 h | Ana |\n| Mardi | 10 h | Luc |\n";
    for (before, after) in [(before, after), (after, before)] {
        let found = fragments(before, after, after);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(undo(after, &found, &[0]), before);
    }
}

#[test]
fn signs_around_words_are_one_passage_whatever_the_words_became() {
    for (before, after) in [
        (
            "Rendez-vous **mardi le 3 juin** à la salle B.\n",
            "Rendez-vous *mercredi le 4 juin* à la salle B.\n",
        ),
        ("Aller à **Fichier > Nouveau** ici.\n", "Aller à *Fichier > Ouvrir* ici.\n"),
    ] {
        let found = fragments(before, after, after);
        for at in 0..found.len() {
            let undone = undo(after, &found, &[at]);
            assert_eq!(undone.matches('*').count() % 2, 0, "{undone}");
        }
    }
}

/// Each passage by itself leaves no sign that is read as a sign.
#[test]
fn what_opens_and_what_closes_is_one_passage() {
    for (before, after) in [
        ("Rappel fermer la porte en sortant.", "**Rappel** : fermer la porte en sortant."),
        ("On se voit mardi au parc.", "On se voit **mardi soir** au parc."),
        ("Appeler au 514-555-0101 avant midi.", "~~Appeler~~ Écrire au 514-555-0101 avant midi."),
        ("Attention, le four est chaud.", "Attention, **le four est très chaud**."),
        ("Le **four** est chaud ici.", "Le **four est chaud** ici."),
        ("Le four est **chaud**, dit-on.", "**Le four est chaud**, dit-on."),
        ("La clé est là, et le bac aussi.", "La *clé* est là, et le ~~bac~~ aussi."),
        ("Taper sillage puis verify ici.", "Taper `sillage serve` puis `verify` ici."),
        ("Dire *oui* ou non, selon.", "Dire **oui** ou _non_, selon."),
        ("Voir (ici) la page du groupe.", "Voir **(ici)** la page « **du groupe** »."),
        ("Apporter ses bottes\net son lunch.", "Apporter **ses bottes\net son lunch**."),
        (
            "Ah vive la rose\net le lilas\nquand vient",
            "*Ah vive la rose\net le lilas\nquand vient*",
        ),
        ("Une table de 2 * 3 mètres.", "Une *grande* table de 2 * 3 mètres."),
    ] {
        let found = fragments(before, after, after);
        for at in 0..found.len() {
            let undone = undo(after, &found, &[at]);
            let read = shown(&undone, Headings::Kept);
            let read = read.replace("2 * 3", "");
            assert!(!read.contains(['*', '~', '`', '_']), "{after:?} without {at}: {undone:?}");
        }
        let all: Vec<usize> = (0..found.len()).collect();
        assert_eq!(undo(after, &found, &all), before);
    }
}

/// Whatever the numbers are, no item is there twice, and none is lost.
#[test]
fn a_list_that_was_counted_anew_is_one_passage() {
    for (before, after) in [
        ("1. Pain\n2. Lait\n3. Beurre\n", "1. Pain\n2. Oeufs\n3. Lait\n4. Beurre\n"),
        (
            "1. Accueil\n2. Budget\n3. Varia\n",
            "1. Prière du territoire\n2. Accueil\n3. Budget\n4. Varia\n",
        ),
        (
            "Ordre :\n\n1. Mot\n2. Budget\n3. Varia\n",
            "Ordre :\n\n1. Mot\n2. Suivi du dernier procès-verbal\n3. Budget\n4. Élections\n5. Varia\n",
        ),
    ] {
        let found = fragments(before, after, after);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(undo(after, &found, &[0]), before);
    }
    // Numbers that are all the same stay apart.
    let (before, after) = ("1. Pain\n1. Lait\n", "1. Pain blanc\n1. Lait\n1. Oeufs\n");
    assert_eq!(fragments(before, after, after).len(), 2);
}

/// The two fences of a block of code, the two ends of an address: what is between goes with them.
#[test]
fn fences_and_addresses_are_taken_back_whole() {
    let pairs = |text: &str| {
        let fences = text.lines().filter(|line| line.starts_with("```") || line.starts_with("~~~"));
        (fences.count() % 2, text.matches('<').count() == text.matches('>').count())
    };
    for (before, after) in [
        (
            "Le poème :\n\nAh la neige\na neigé\n\nLu **ensemble**.\n",
            "Le poème :\n\n```\nAh la neige\na neigé\n```\n\nLu **ensemble**.\n",
        ),
        ("Dit :\n\n```\nun\n\ndeux\n```\n\nFin.\n", "Dit :\n\nun\n\ndeux\n\nFin.\n"),
        ("Voir <https://exemple.org> donc.\n", "Voir https://exemple.org donc.\n"),
        ("Écrire à marie@exemple.org, merci.\n", "Écrire à <marie@exemple.org>, merci.\n"),
    ] {
        let found = fragments(before, after, after);
        for at in 0..found.len() {
            let undone = undo(after, &found, &[at]);
            assert_eq!(pairs(&undone), (0, true), "{undone}");
        }
        let all: Vec<usize> = (0..found.len()).collect();
        assert_eq!(undo(after, &found, &all), before);
    }
    // An arrow and a quotation are no brackets.
    for (before, after) in [
        ("Fichier Nouveau, puis fermer.\n", "Fichier -> Nouveau, puis tout fermer.\n"),
        ("Un mot.\n\nDeux.\n", "> Un mot.\n\nDeux mots.\n"),
    ] {
        assert_eq!(fragments(before, after, after).len(), 2, "{after}");
    }
}

/// A line of nothing but signs costs what its length costs.
#[test]
fn a_hundred_thousand_signs_are_looked_at_once() {
    for line in
        ["*".repeat(100_000), "a*".repeat(50_000), "``` ".repeat(25_000), "(*".repeat(50_000)]
    {
        let after = format!("Un mot {line} fin.\n");
        let found = fragments("Un mot fin.\n", &after, &after);
        assert_eq!(undo(&after, &found, &(0..found.len()).collect::<Vec<_>>()), "Un mot fin.\n");
    }
}

/// Every case of the golden file: its passages, and what they leave when they are taken back.
#[test]
fn the_golden_file_is_undone_to_the_letter() {
    let golden = include_str!("undo.golden.txt").replace('\r', "");
    let mut wrong = vec![];
    for case in golden.split("#### ").skip(1) {
        let (name, rest) = case.split_once('\n').unwrap();
        let parts: Vec<String> =
            rest.split("----\n").map(|part| part.trim_start_matches('\n').to_owned()).collect();
        let (before, after, told) = (&parts[0], &parts[1], parts.last().unwrap());
        let now = if parts.len() > 3 { &parts[2] } else { after };
        let found = fragments(before, after, now);
        let mut lines: Vec<String> = found.iter().map(passage).collect();
        let all: Vec<usize> = (0..found.len()).collect();
        let undone = undo(now, &found, &all);
        if now == after {
            assert_eq!(undone, *before, "{name}");
        } else {
            lines.push(undone.trim_end().to_owned());
        }
        let lines = lines.join("\n");
        if lines.trim() != told.trim() {
            wrong.push(format!("#### {name}\n{lines}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One passage on one line, and what can be done of it.
fn passage(found: &Fragment) -> String {
    let fate = match found.fate {
        Fate::Undoable => "=".to_owned(),
        Fate::Replaced => format!("! {} |", found.now),
        Fate::Gone => "0".to_owned(),
    };
    let Fragment { lead, removed, added, tail, .. } = found;
    let line = format!("{fate} {lead}[-{removed}-]{{+{added}+}}{tail}");
    line.replace("[--]", "").replace("{++}", "").replace('\n', "⏎")
}
