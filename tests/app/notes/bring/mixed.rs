//! Plain text where Markdown is written, and texts that are a little of both.

use app::groups::items::read_lines;
use app::notes::bring::{as_it_is, in_markdown, transpose, with_items};
use domain::groups::item::ItemKind;

#[test]
fn items_of_plain_text_become_those_of_markdown() {
    for (text, told) in [
        ("•\tpomme\no\tverte\n•\tpoire", "- pomme\n  - verte\n- poire"),
        ("◦ Lait\n◦ Pain", "- Lait\n- Pain"),
        ("- [ ] lait\n☐ pain\n☑ oeufs", "- [ ] lait\n- [ ] pain\n- [x] oeufs"),
        ("Voici :\r\n• un\r\n• 5 * 4\r\nPuis rien.", "Voici :\n\n- un\n- 5 \\* 4\n\nPuis rien."),
        ("1/ un\n2/ deux", "1. un\n2. deux"),
        ("Durée\n\n• une heure", "Durée\n\n- une heure"),
        // A conversation, with its Markdown.
        (
            "Voici **un** et **deux** :\n• le [lien](https://a.org)\n• rien",
            "Voici **un** et **deux** :\n\n- le [lien](https://a.org)\n- rien",
        ),
        ("# Titre\n◦ un\n```\n• code\n```", "# Titre\n\n- un\n\n```\n• code\n```"),
    ] {
        assert_eq!(with_items(text), told, "{text}");
    }
}

#[test]
fn what_is_good_already_is_not_touched() {
    for text in [
        "Un mot.\nUn autre, avec *une* étoile.",
        "- un\n- deux\n\n1. trois",
        "* un\n  * deux",
        "- [ ] un\n- [x] deux",
        "– Bonjour.\n– Salut.",
        "– oui, dit-elle",
        "| a | b |\n| --- | --- |\n| • | c |",
        "Réunion\n\nÀ 5 h",
    ] {
        assert_eq!(with_items(text), text);
    }
}

#[test]
fn a_plain_text_beside_markdown_is_read_first() {
    for (text, told) in [
        ("Réunion\n• un\n• 5 * 4", "## Réunion\n\n- un\n- 5 \\* 4"),
        ("Un **seul** mot", "Un \\*\\*seul\\*\\* mot"),
        ("# Titre\n\n- **un**", "# Titre\n\n- **un**"),
        ("**Un** et **deux**\n◦ trois", "**Un** et **deux**\n\n- trois"),
    ] {
        assert_eq!(in_markdown(text), told, "{text}");
    }
    // What is typed after a rich paste.
    assert_eq!(
        as_it_is("Un **mot**.\n\n◦ trois\n☐ quatre").body,
        "Un **mot**.\n\n- trois\n- [ ] quatre"
    );
}

#[test]
fn a_text_with_links_or_strong_words_of_markdown_is_markdown() {
    for (text, body) in [
        ("Voir [la page](https://a.org).", "Voir [la page](https://a.org)."),
        ("**Un** puis **deux**.\n\n• trois", "**Un** puis **deux**.\n\n- trois"),
        ("**Un** puis deux.", "\\*\\*Un\\*\\* puis deux."),
        ("2**3 et 4**5 et 6 ** 7.", "2\\*\\*3 et 4\\*\\*5 et 6 \\*\\* 7."),
    ] {
        assert_eq!(transpose(text).body.trim(), body, "{text}");
    }
}

#[test]
fn a_captured_line_keeps_its_box() {
    for (typed, words) in [
        ("☐ case", "☐ case"),
        ("- [ ] case", "☐ case"),
        ("[x] case", "☑ case"),
        ("- ☐ case", "☐ case"),
        ("•\t☐ case", "☐ case"),
        ("• [x] case", "☑ case"),
    ] {
        let lines = read_lines(typed, ItemKind::Idea, false);
        let told: Vec<&str> = lines.iter().map(|line| line.words.as_str()).collect();
        assert_eq!(told, [words], "{typed}");
    }
}
