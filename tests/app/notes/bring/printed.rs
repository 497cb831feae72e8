//! Texts copied from printed pages, lists whose signs change, and dialogues.

use app::notes::bring::transpose;

fn becomes(cases: &[(&str, &str)]) {
    for (text, wanted) in cases {
        let body = transpose(&format!("Mots :\n\n{text}\n")).body;
        assert_eq!(body.trim().trim_start_matches("Mots :").trim(), *wanted, "{text}");
    }
}

#[test]
fn what_a_printed_page_cut_is_whole_again() {
    becomes(&[
        (
            "• Acheter de la peinture pour la\nsalle du haut\n• Laver",
            "- Acheter de la peinture pour la salle du haut\n- Laver",
        ),
        (
            "- Acheter de la peinture pour la\nsalle du haut",
            "- Acheter de la peinture pour la salle du haut",
        ),
        ("• Laver\nsalle du haut", "- Laver\n\nsalle du haut"),
        ("Le compte de la ren-\ncontre est bon.", "Le compte de la rencontre est bon."),
        (
            "Il viendra peut-\nêtre demain, ou bien rendez-\nvous ici.",
            "Il viendra peut-être demain, ou bien rendez-vous ici.",
        ),
        ("Une ville, Saint-\nJean", "Une ville, Saint-\nJean"),
        ("• un mot cou-\npé\n• deux", "- un mot coupé\n- deux"),
        (
            "Fin de la page.\n\n12\n\nSuite de la page.",
            "Fin de la page.\n\n12\n\nSuite de la page.",
        ),
        (
            "Fin.\n\nPage 3 sur 12\n\nSuite de la page.",
            "Fin.\n\nPage 3 sur 12\n\nSuite de la page.",
        ),
    ]);
    let told = transpose("Compte-rendu de la ren-\ncontre\n\nNous étions douze.");
    assert_eq!(told.title, "Compte-rendu de la rencontre");
    assert_eq!(told.body.trim(), "Nous étions douze.", "said once");
    assert_eq!(transpose("12\n\nLe sac\n\nIl est plié.").title, "12");
}

#[test]
fn a_name_cut_at_its_hyphen_keeps_it() {
    becomes(&[
        (
            "Nous sommes allés en autobus au centre de Trois-\nRivières pour un rendez-\nvous \
             avec le comité de la rue Saint-\nJean-Baptiste, puis revenus.",
            "Nous sommes allés en autobus au centre de Trois-Rivières pour un rendez-vous avec le \
             comité de la rue Saint-Jean-Baptiste, puis revenus.",
        ),
        (
            "Le bilan des activités de la communauté pour 2019-\n2020 est prêt.",
            "Le bilan des activités de la communauté pour 2019-2020 est prêt.",
        ),
    ]);
}

#[test]
fn numbers_that_begin_again_are_another_list() {
    becomes(&[
        (
            "1. farine\n2. beurre\n\n1. mélanger\n2. cuire",
            "1. farine\n2. beurre\n\n1) mélanger\n2) cuire",
        ),
        ("1- farine\n2- beurre\n\na. un\nb. deux", "1. farine\n2. beurre\n\n1) un\n2) deux"),
        // The same number everywhere: whoever wrote it lets the page count.
        ("1. un\n\n1. deux\n\n1. trois", "1. un\n2. deux\n3. trois"),
    ]);
}

#[test]
fn a_sign_that_changes_is_beside_the_one_before() {
    becomes(&[
        ("- 20 $ : pizza\n+ 35 $ : don\n☐ un", "- 20 $ : pizza\n- 35 $ : don\n- [ ] un"),
        ("– pelle\n— râteau", "- pelle\n- râteau"),
        ("🔹 deux\n✔\u{fe0f} trois", "- deux\n- [x] trois"),
        ("◦ un\n* deux\n◦ trois", "- un\n- deux\n- trois"),
        // As word processors and printed pages put them.
        ("•\tun\no\tdeux\n§\ttrois\n•\tquatre", "- un\n  - deux\n    - trois\n- quatre"),
        ("• un\n– deux\n• trois", "- un\n  - deux\n- trois"),
        ("• un\n  - deux\n• trois", "- un\n  - deux\n- trois"),
    ]);
}

#[test]
fn a_dialogue_is_no_list() {
    becomes(&[
        ("– Bonjour.\n– Salut.", "– Bonjour.\n– Salut."),
        ("— Ça va ?\n\n— Oui…", "— Ça va ?\n\n— Oui…"),
        ("– Bonjour.\n– Salut !\nElle sort.\n– Fin.", "– Bonjour.\n– Salut !\nElle sort.\n– Fin."),
        ("– Pelle\n– Râteau", "- Pelle\n- Râteau"),
        ("– sarcler.\n– biner.", "- sarcler.\n- biner."),
        ("– Un seul.", "- Un seul."),
    ]);
}
