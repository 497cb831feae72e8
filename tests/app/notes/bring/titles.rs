//! Titles proposed from an existing text: the words of its first line as one sees them, once.

use app::notes::bring::{as_it_is, transpose};
use app::notes::paste::to_markdown;

#[test]
fn a_title_of_markdown_has_no_sign_of_it() {
    for (body, title, rest) in [
        ("**Procès-verbal**\n\nSuite.", "Procès-verbal", "Suite."),
        ("## Réunion **du** 3 mai\n\nSuite.", "Réunion du 3 mai", "Suite."),
        ("Réunion\n===\n\nSuite.", "Réunion", "Suite."),
        ("Réunion\n\n- un\n- deux", "Réunion", "- un\n- deux"),
        // What would be lost stays.
        (
            "## [Réunion](https://a.org)\n\nSuite.",
            "Réunion",
            "## [Réunion](https://a.org)\n\nSuite.",
        ),
        ("~~Lundi~~ Mardi\n\nSuite.", "Lundi Mardi", "~~Lundi~~ Mardi\n\nSuite."),
        ("Elle est **là**.\n\nSuite.", "Elle est là.", "Elle est **là**.\n\nSuite."),
        ("Un **seul** mot", "Un seul mot", "Un **seul** mot"),
        ("Un\ndeux", "Un", "Un\ndeux"),
        ("- [ ] apporter *la* soupe", "apporter la soupe", "- [ ] apporter *la* soupe"),
        ("", "", ""),
    ] {
        let brought = as_it_is(body);
        assert_eq!((brought.title.as_str(), brought.body.trim()), (title, rest), "{body}");
    }
    let pasted = to_markdown("<p><b>Procès-verbal</b></p><p>Suite.</p>").unwrap();
    assert_eq!(as_it_is(&pasted).title, "Procès-verbal");
}

#[test]
fn a_title_of_plain_text_is_what_was_typed() {
    for (text, title) in [
        ("Nom : ______\n\nSuite.", "Nom : ______"),
        ("Voir <https://a.org/x>\n\nSuite.", "Voir <https://a.org/x>"),
        ("Voir <https://a.org/x>.\n\nSuite.", "Voir <https://a.org/x>."),
        ("Nom :\tAnne\nLieu :\tici", "Nom : Anne"),
        ("**Ordre du jour**\n\n1. Accueil\n2. Bilan", "Ordre du jour"),
        ("☐ lait\n☐ pain", "lait"),
        ("• 5 * 4 = 20 *pile*\n• non", "5 * 4 = 20 *pile*"),
        ("> Bonjour,\n> oui\n\nNon.", "Bonjour,"),
        ("De : Ana <a@b.org>\nÀ : Léa\nObjet : RE: Le budget\n\nBonjour,\nvoici.", "Le budget"),
        ("De\u{a0}: Ana\nEnvoyé\u{a0}: 3 mai\nObjet\u{a0}: Le budget\n\n- un\n- deux", "Le budget"),
        ("From: Ana\nTo: Léa\nSubject: Fwd: Re: Budget\n\nHi", "Budget"),
        ("Objet : la table\n\nUne table ronde.", "Objet : la table"),
    ] {
        assert_eq!(transpose(text).title, title, "{text}");
    }
}

#[test]
fn a_title_has_one_space_at_a_time() {
    let text =
        "Voir «\u{a0}https://exemple.org/page\u{a0}» puis https://exemple.org/a\u{a0}: la suite.";
    for title in [
        transpose(&format!("{text}\n\nSuite.")).title,
        as_it_is(&format!("{text}\n\nSuite.")).title,
    ] {
        let spaces: Vec<char> = title.chars().collect();
        assert!(
            !spaces.windows(2).any(|pair| pair.iter().all(|sign| sign.is_whitespace())),
            "{title:?}"
        );
        assert!(title.contains("«\u{a0}https://exemple.org/page\u{a0}»"), "{title:?}");
    }
}
