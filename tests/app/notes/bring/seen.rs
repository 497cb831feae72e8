//! Found by fresh eyes: texts as they are copied, beside what people see in them.

use app::notes::bring::transpose;

/// What a text becomes under a first line that is no title.
fn body(text: &str) -> String {
    let body = transpose(&format!("Mots :\n\n{text}\n")).body;
    body.trim().trim_start_matches("Mots :").trim().to_owned()
}

/// Each text beside what it becomes.
fn becomes(cases: &[(&str, &str)]) {
    for (text, wanted) in cases {
        assert_eq!(body(text), *wanted, "{text}");
    }
}

/// A mail is cut at its width: its lines are one paragraph, and no heading.
#[test]
fn lines_that_a_mail_cut_are_whole_again() {
    becomes(&[
        (
            "La brumelle se pose sur la table le matin, avant que le soleil ne\nvienne la réchauffer, et se \
             range le soir dans la boîte que chacun\nconnaît.\n\nEnsuite, on dort.",
            "La brumelle se pose sur la table le matin, avant que le soleil ne vienne la réchauffer, et se \
             range le soir dans la boîte que chacun connaît.\n\nEnsuite, on dort.",
        ),
        (
            "- une brumelle posée sur la table le matin, avant que le soleil ne\n  vienne la réchauffer\n- \
             deux\n  et encore",
            "- une brumelle posée sur la table le matin, avant que le soleil ne vienne la réchauffer\n- \
             deux\n  et encore",
        ),
        (
            "Le groupe a noté que la porte du drozin reste ouverte, et qu’il faut\n– personne ne sait \
             pourquoi – la fermer chaque soir avant de partir.",
            "Le groupe a noté que la porte du drozin reste ouverte, et qu’il faut – personne ne sait \
             pourquoi – la fermer chaque soir avant de partir.",
        ),
        (
            "Cette ligne coule jusqu’au bout de ce que le mail permet d’écrire \nOù va la suite ?",
            "Cette ligne coule jusqu’au bout de ce que le mail permet d’écrire Où va la suite ?",
        ),
        ("12, rue des Brumes\nMontréal\nCanada", "12, rue des Brumes\nMontréal\nCanada"),
        ("Cordialement\n\nMarie", "Cordialement\n\nMarie"),
        (
            "Le 3 mars, Marie a écrit :\n> Bonjour,\n>\n> - un\n> - deux\n>> avant\n\nOui.",
            "Le 3 mars, Marie a écrit :\n\n> Bonjour,\n>\n> - un\n> - deux\n>\n> > avant\n\nOui.",
        ),
        ("Un\n\n-----\n\nDeux", "Un\n\n---\n\nDeux"),
    ]);
    // A paragraph under an item, and one that is not.
    becomes(&[
        ("1. plier\n\n   deux fois\n\n2. ranger", "1. plier\n\n   deux fois\n\n2. ranger"),
        ("1) plier\nEnsuite, on dort.", "1. plier\n\nEnsuite, on dort."),
    ]);
}

#[test]
fn a_heading_stands_alone() {
    let told = transpose(
        "Bilan\n\nMatériel\n\nIl faut un sac et une boîte.\n\nDurée\n• une heure\n\n\
         et la suite va de soi\n\nSouvent il faut y revenir.\nPuis partir\nsans bruit.\n",
    );
    assert_eq!(
        told.body.trim(),
        "Matériel\n\nIl faut un sac et une boîte.\n\n## Durée\n\n- une heure\n\n\
         et la suite va de soi\n\nSouvent il faut y revenir.\nPuis partir\nsans bruit."
    );
}

#[test]
fn numbers_are_read_however_they_are_written() {
    let two = "1. plier\n2. ranger";
    for text in [
        "1° plier\n2° ranger",
        "1/ plier\n2/ ranger",
        "1- plier\n2- ranger",
        "1 - plier\n2 - ranger",
        "1 – plier\n2 – ranger",
        "a. plier\nb. ranger",
        "a) plier\nb) ranger",
        "i. plier\nii. ranger",
        "(1) plier\n(2) ranger",
        "(a) plier\n(b) ranger",
        "1.plier\n2.ranger",
        "1)plier\n2)ranger",
        "① plier\n② ranger",
        "1\u{fe0f}\u{20e3} plier\n2\u{fe0f}\u{20e3} ranger",
        "1°) plier\n2°) ranger",
        "A. plier\nB. ranger",
        "I. plier\nII. ranger",
        "1.- plier\n2.- ranger",
        "A/ plier\nB/ ranger",
    ] {
        becomes(&[(text, two)]);
    }
    becomes(&[
        (
            "1. plier\n1.1. en deux\n1.2. en trois\n2. ranger",
            "1. plier\n   1. en deux\n   2. en trois\n2. ranger",
        ),
        (
            "1. plier\n1.1 en deux\n1.1.1 au bord\n2. ranger",
            "1. plier\n   1. en deux\n      1. au bord\n2. ranger",
        ),
        ("g. un\nh. deux\ni. trois\nj. quatre", "7. un\n8. deux\n9. trois\n10. quatre"),
        // Seen as they are, where they are not of a list.
        ("1.5 litre de lait", "1.5 litre de lait"),
        ("3.1 Le sac\n\nIl est plié.", "## 3.1 Le sac\n\nIl est plié."),
        ("1/ seul", "1/ seul"),
        ("a. Non.", "a. Non."),
        ("1- seul.\n\nDu reste.\n\n5- autre", "1- seul.\n\nDu reste.\n\n5- autre"),
    ]);
}

#[test]
fn boxes_and_bullets_are_read_however_they_are_written() {
    becomes(&[
        ("[ ] un\n[x] deux\n[X] trois", "- [ ] un\n- [x] deux\n- [x] trois"),
        ("☐ un\n✓ deux\n✔\u{fe0f} trois", "- [ ] un\n- [x] deux\n- [x] trois"),
        ("☐un\n☑deux", "- [ ] un\n- [x] deux"),
        ("• ☐ un\n• [x] deux", "- [ ] un\n- [x] deux"),
        ("1. [ ] un\n2. [x] deux", "1. [ ] un\n2. [x] deux"),
        ("•sarcler\n•biner", "- sarcler\n- biner"),
        ("-sarcler\n-biner", "- sarcler\n- biner"),
        ("👉 un\n👉 deux", "- un\n- deux"),
        ("➡\u{fe0f} un\n➡\u{fe0f} deux", "- un\n- deux"),
        ("🔹 un\n🔹deux", "- un\n- deux"),
        ("📌 un\n📌 deux", "- un\n- deux"),
        ("✅ un\n✅ deux", "- [x] un\n- [x] deux"),
        ("📌 seul", "📌 seul"),
        ("-5 au matin", "\\-5 au matin"),
        ("[1]: https://a.ca", "\\[1]: https://a.ca"),
    ]);
}

#[test]
fn a_paragraph_right_after_a_list_is_one() {
    assert_eq!(
        transpose("- un\n- deux\nEnsuite, on part.\n").body.trim(),
        "- un\n- deux\n\nEnsuite, on part."
    );
    let marked = transpose("# Titre\n\n- un\n- deux\nEnsuite, **on** part.\n\n```\n- a\nb\n```\n");
    assert_eq!(marked.body.trim(), "- un\n- deux\n\nEnsuite, **on** part.\n\n```\n- a\nb\n```");
    let kept = "- un\n  suite\n- deux\n\nFin.";
    assert_eq!(transpose(kept).body, kept);
}

#[test]
fn cells_of_a_spreadsheet_are_a_table() {
    becomes(&[
        (
            "Nom\tHeure\tLieu\nZoé\t7 h\t\nAli\t8 h\ta|b",
            "| Nom | Heure | Lieu |\n| --- | --- | --- |\n| Zoé | 7 h |  |\n| Ali | 8 h | a\\|b |",
        ),
        (
            "Avant :\n\n1\tun\n2\tdeux\nAprès",
            "Avant :\n\n| 1 | un |\n| --- | --- |\n| 2 | deux |\n\nAprès",
        ),
        ("Un seul\trang", "Un seul\trang"),
        // In a margin of its own.
        (
            "Horaire\n\n\t9 h\tAccueil\n\t10 h\tAtelier\n",
            "## Horaire\n\n| 9 h | Accueil |\n| --- | --- |\n| 10 h | Atelier |",
        ),
    ]);
}

/// Of a printed page, of a mail, of a conversation.
#[test]
fn lists_of_other_programs_are_nested_as_they_were() {
    becomes(&[
        (
            "• Ramasser les feuilles mortes du jardin\no les mettre en sac\no les porter au chemin\n• Rentrer les outils dans la remise\no fermer à clé",
            "- Ramasser les feuilles mortes du jardin\n  - les mettre en sac\n  - les porter au chemin\n- Rentrer les outils dans la remise\n  - fermer à clé",
        ),
        (
            "   •  Ramasser les feuilles\n        o  les mettre en sac\n        o  les porter\n   •  Rentrer",
            "- Ramasser les feuilles\n  - les mettre en sac\n  - les porter\n- Rentrer",
        ),
        (
            "  *   Arriver à 9 h\n  *   Ramasser les feuilles\n     *   les mettre en sac\n     *   les porter\n  *   Rentrer",
            "- Arriver à 9 h\n- Ramasser les feuilles\n  - les mettre en sac\n  - les porter\n- Rentrer",
        ),
        ("O livro é bom.\no menino leu.\no fim.", "O livro é bom.\no menino leu.\no fim."),
        (
            "Il fait beau aujourd'hui et nous marchons.\n\n— Émile Nelligan",
            "Il fait beau aujourd'hui et nous marchons.\n\n— Émile Nelligan",
        ),
        ("• un\n• deux\n— Manon", "- un\n- deux\n\n— Manon"),
        (
            "Nom\tTél\tNote\n\"Ana\nMaria\"\t438\tok\nLise\t514\tbon",
            "| Nom | Tél | Note |\n| --- | --- | --- |\n| Ana Maria | 438 | ok |\n| Lise | 514 | bon |",
        ),
    ]);
    for after in [
        "[2025-04-03, 09:15:10] Lise : image",
        "🙂 Merci à tous",
        "@Manon apporte le café",
        "¡Gracias!",
    ] {
        let told = transpose(&format!("Voici :\n- ciseaux\n- colle\n{after}\n")).body;
        assert!(told.contains("- colle\n\n"), "{told}");
    }
}

/// What counts is what was typed.
#[test]
fn numbers_that_skip_and_initials_stay_what_they_were() {
    becomes(&[
        ("3. Siège\n5. Membres\n7. Assemblée", "3. Siège\n\n5) Membres\n\n7. Assemblée"),
        ("3. Omar\n2. Lise\n1. Manon", "3. Omar\n\n2) Lise\n\n1. Manon"),
        ("1. un\n1. deux\n1. trois", "1. un\n2. deux\n3. trois"),
        ("J. Roy\nK. Tremblay", "J. Roy\nK. Tremblay"),
        ("A. Tremblay\nB. Roy\nM. Gagnon", "A. Tremblay\nB. Roy\nM. Gagnon"),
        ("A. Plier\nB. Ranger\nC. Fermer", "1. Plier\n2. Ranger\n3. Fermer"),
        (
            "Adulte 8 $\n> 65 ans : 5 $\n< 12 ans : gratuit",
            "Adulte 8 $\n\\> 65 ans : 5 $\n\\< 12 ans : gratuit",
        ),
    ]);
}

#[test]
fn settings_above_a_file_are_no_title() {
    let file = "---\ntitle: Ma note\ntags: [a, b]\n---\n\n# Autre titre\n\nDes mots.\n";
    let told = app::notes::bring::as_it_is(file);
    assert_eq!(told.title, "Ma note");
    assert!(
        told.body.trim_start().starts_with("Des mots.")
            && told.body.contains("```yaml\ntitle: Ma note"),
        "{}",
        told.body
    );
    let told = app::notes::bring::as_it_is("---\n\nUn mot.\n\n---\n\nDeux.\n");
    assert!(!told.body.contains("yaml"));
}

#[test]
fn references_of_signs_stay_as_they_were_typed() {
    becomes(&[
        ("&eacute; &amp; &lt; &#233; R&D", "\\&eacute; \\&amp; \\&lt; \\&#233; R&D"),
        ("• &nbsp;", "- \\&nbsp;"),
        ("~un~ mot", "\\~un\\~ mot"),
    ]);
}

/// Of our own making: texts as they are copied from elsewhere.
#[test]
fn other_texts_are_read_as_they_are_seen() {
    becomes(&[
        (
            "I. un\nA. deux\n1. trois\nB. quatre\nII. cinq",
            "1. un\n   1. deux\n      1. trois\n   2. quatre\n2. cinq",
        ),
        ("1.\nplier\n2.\nranger\n\n•\npain\n•\nsel", "1. plier\n2. ranger\n\n- pain\n- sel"),
        ("1) un\nAna ouvre.\n   - sac\n2) deux", "1. un\n\nAna ouvre.\n\n- sac\n\n2. deux"),
        ("a\t\"b\nc\"\nd\t\"\"\"e\"\"\"", "| a | b c |\n| --- | --- |\n| d | \"e\" |"),
        (
            "Voir la page qui dit tout ce qu’il faut savoir là-dessus :\nhttps://a.ca\n",
            "Voir la page qui dit tout ce qu’il faut savoir là-dessus :\nhttps://a.ca",
        ),
    ]);
    assert_eq!(
        transpose("AT&amp;T *dit* que la suite vient ici.").title,
        "AT&amp;T *dit* que la suite vient ici."
    );
    assert_eq!(transpose("a\tb\nc\td\n").title, "a, b");
}

#[test]
fn long_texts_cost_little() {
    let begun = std::time::Instant::now();
    for piece in [
        "a\n",
        "- a\n",
        "a\tb\n",
        "1/ a\n",
        "> ",
        ">>>> a\n",
        "h. a\ni. b\n",
        "•\n",
        "\"\t\"\n",
        "a-\n",
        "1.1 a\n",
        "www.a,",
    ] {
        let _ = transpose(&piece.repeat(120_000 / piece.len()));
    }
    let growing = (1..400).fold(String::new(), |text, count| text + &"a\t".repeat(count) + "\n");
    let _ = transpose(&growing);
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
}
