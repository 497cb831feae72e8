//! What a comparison says, it says once, where it ends, in exact words.

use domain::prose::diff::page::compare;
use domain::prose::diff::summary::summary;
use web::shell::parts::{diff, summary as words};

use crate::notes::told::{plain, seen, voice};

fn told(before: &str, after: &str) -> String {
    plain(&seen(&voice(), before, after))
}

#[test]
fn where_a_link_leads_is_said_once_at_its_end() {
    for (before, after, expected) in [
        (
            "Voir la [page du CLSC](x) ici.\n",
            "Voir la [page officielle du CLSC de Rosemont](y) ici.\n",
            "page officielle du CLSC de Rosemont (lien : x → y) ici.",
        ),
        (
            "Voir ![le CLSC](x) ici.\n",
            "Voir ![le grand CLSC](y) ici.\n",
            "le grand CLSC (image : x → y) ici.",
        ),
        (
            "Voir [la vieille page](x) ici.\n",
            "Voir [la page](y) ici.\n",
            "la vieille page (lien : x → y) ici.",
        ),
    ] {
        let told = told(before, after);
        assert!(told.contains(expected), "{told}");
        assert_eq!(told.matches('→').count(), 1, "{told}");
        // Side by side too, beside what is there now.
        let sides = diff::sides(&voice(), &compare(before, after)).into_string();
        assert_eq!(sides.matches('→').count(), 1, "{sides}");
    }
    // An address that is its own words is said by them.
    for (before, after) in [
        ("Écrire à <lea@exemple.org> vite.\n", "Écrire à <ana@exemple.org> vite.\n"),
        ("Voir https://exemple.org/a ici.\n", "Voir https://exemple.org/b ici.\n"),
    ] {
        assert!(!told(before, after).contains("lien"), "{}", told(before, after));
    }
}

#[test]
fn what_is_said_of_a_block_has_one_colon_at_its_end() {
    let told = told("a l'eau\n", "3. a l’eau\n");
    let expected = "point de liste numérotée de niveau 1 (avant : paragraphe) ; la liste \
        commence à 3 (avant, à 1)";
    assert!(told.contains(expected), "{told}");
    assert!(!told.contains(") :  ") && !told.contains(": :"), "{told}");
}

#[test]
fn what_is_said_of_a_box_is_heard_once() {
    let page = |before: &str, after: &str| {
        plain(&diff::show(&voice(), &compare(before, after)).into_string())
    };
    let ticked = page("- [ ] choisir\n", "- [x] choisir\n");
    assert_eq!(ticked.matches("case cochée").count(), 1, "{ticked}");
    let boxed = page("- choisir\n", "- [x] choisir\n");
    assert!(boxed.contains("devenu une case à cocher, cochée :"), "{boxed}");
    assert_eq!(boxed.matches("coché").count(), 1, "{boxed}");
}

#[test]
fn quotations_and_lists_are_left_in_words() {
    assert!(told("> # a\n", "# a\n").contains("n’est plus une citation :"));
    assert!(told("# a\n", "> # a\n").contains("dans une citation :"));
    assert!(told("- a\n\n  b\n", "- a\n\nb\n").contains("hors de la liste :"));
    assert!(!told("> a\n", "a\n").contains("niveau"), "{}", told("> a\n", "a\n"));
}

#[test]
fn signs_of_the_same_look_are_named() {
    for (before, after, expected) in [
        ("Il y a 1 000 mots.\n", "Il y a 1\u{a0}000 mots.\n", "(espace → espace insécable)"),
        ("Un mot ici.\n", "Un mo\u{200b}t ici.\n", "(rien → espace invisible)"),
        ("Un mot ici.\n", "Un\u{200e} mot ici.\n", "(rien → marque de gauche à droite)"),
        ("Un mot ici.\n", "Un m\u{43e}t ici.\n", "(U+006F → U+043E)"),
        ("l'eau\n", "l’eau\n", "(apostrophe droite → apostrophe courbe)"),
    ] {
        let told = told(before, after);
        assert!(told.contains("mêmes mots, autres signes"), "{told}");
        assert!(told.contains(expected), "{expected}: {told}");
        let change = summary(&compare(before, after));
        assert_eq!((change.added, change.removed), (0, 0));
    }
    let source = told("un *a*  \nb\n", "un _a_\nb\n");
    assert!(source.contains("· : espace"), "{source}");
    let source = told("# Un\n", "Un\n===\n");
    assert!(source.contains("⏎ : fin de ligne"), "{source}");
}

#[test]
fn a_change_is_called_what_it_is() {
    for (before, after, expected) in [
        ("C'est possible.\n", "C'est impossible.\n", "un mot modifié"),
        ("Le developement.\n", "Le développement.\n", "une coquille"),
        ("a ![](b) c\n", "a ![](d) c\n", "une image changée"),
        ("a\n", "# a\n", "un passage devenu un titre"),
        ("# a\n", "- a\n", "un passage qui n’est plus un titre"),
        ("- a\n", "- a\n- b\n", "un passage ajouté"),
        ("a b\n\nc d\n", "a b c d\n", "des paragraphes réunis"),
        ("a b c d\n", "a b\n\nc d\n", "un paragraphe séparé"),
        ("```\na\n\nb\n```\n", "```\na\nb\n```\n", "un passage modifié"),
        ("un *mot*\n", "un _mot_\n", "seul le texte source a changé"),
    ] {
        let change = summary(&compare(before, after));
        assert_eq!(plain(&words::change_or_source(&voice(), &change)), expected, "{before:?}");
    }
}
