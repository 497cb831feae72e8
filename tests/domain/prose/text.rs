use domain::prose::markdown::{LINES_MAX, MARKS_MAX, is_plain};
use domain::prose::text::{BODY_MAX, TITLE_MAX, TextError, body, line, proposed_title, words};
use proptest::prelude::*;

#[test]
fn a_body_is_normalised_once_and_keeps_french_signs() {
    let typed = "\n\nL’été « ici » : 1\u{202f}000 participant·e·s\u{a0}!  \r\nsuite   \r\n\r\n\r\n";
    let expected = "L’été « ici » : 1\u{202f}000 participant·e·s\u{a0}!  \nsuite\n";
    assert_eq!(body(typed).unwrap(), expected);
}

#[test]
fn accents_typed_in_two_signs_become_one() {
    assert_eq!(body("e\u{301}te\u{301}").unwrap(), "été\n");
}

#[test]
fn signs_that_databases_refuse_are_taken_out() {
    assert_eq!(body("a\0b\u{7}c").unwrap(), "a b c\n");
    assert_eq!(line("a\0b", TITLE_MAX).unwrap(), "a b");
}

#[test]
fn an_empty_body_is_a_body() {
    assert_eq!(body(" \n\n ").unwrap(), "");
}

#[test]
fn too_much_is_said_not_cut() {
    assert_eq!(body(&"a".repeat(BODY_MAX)), Err(TextError::TooLong));
    for more in [1, 2, 9] {
        assert_eq!(line(&"é".repeat(TITLE_MAX + more), TITLE_MAX), Err(TextError::TooLong));
    }
    assert!(line(&"é".repeat(TITLE_MAX), TITLE_MAX).is_ok());
    assert!(line(&"👩🏽‍🚀".repeat(TITLE_MAX), TITLE_MAX).is_ok());
    // A family weighs more than most signs: 3,200 bytes for a title of 200.
    let families = |count: usize| line(&"👨‍👩‍👧‍👦".repeat(count), TITLE_MAX);
    assert!(families(128).is_ok());
    assert_eq!(families(129), Err(TextError::TooLong));
    assert_eq!(families(TITLE_MAX), Err(TextError::TooLong));
}

#[test]
fn a_name_of_invisible_signs_is_blank() {
    for blank in ["", "   ", "\u{a0}", "\u{200b}\u{200d}", "\u{202e}"] {
        assert_eq!(line(blank, 60), Err(TextError::Blank), "{blank:?}");
    }
}

#[test]
fn h6_a_sign_under_a_million_marks_weighs_what_a_sign_weighs() {
    let heavy = format!("a{}", "\u{301}".repeat(2_500_000));
    let light = line(&heavy, TITLE_MAX).unwrap();
    assert!(light.len() <= 16, "{} bytes", light.len());
    let text = body(&format!("{heavy} et {heavy}")).unwrap();
    assert!(text.len() < 64 && text.contains(" et "));
    // What people really write keeps its marks.
    for written in ["Việt Nam", "שָׁלוֹם", "é̄", "नमस्ते", "ǘ"] {
        assert_eq!(line(written, TITLE_MAX).unwrap(), written);
    }
}

#[test]
fn l7_a_name_does_not_pass_for_another() {
    for (typed, kept) in
        [("Ma\u{202e}rie", "Marie"), ("Lé\u{200b}a", "Léa"), ("A\u{2066}b\u{2069}", "Ab")]
    {
        assert_eq!(line(typed, 60).unwrap(), kept);
    }
    assert_eq!(line("👩\u{200d}🚀", 60).unwrap(), "👩\u{200d}🚀", "joiners join");
}

#[test]
fn a_title_is_drawn_from_the_first_words() {
    assert_eq!(proposed_title("\n## Le silence\n\nsuite"), Some("Le silence".to_owned()));
    assert_eq!(proposed_title("— \n•  un point"), Some("un point".to_owned()));
    assert_eq!(proposed_title(" \n—"), None);
    let long = proposed_title(&"mot ".repeat(100)).unwrap();
    assert!(long.ends_with("mot…") && long.chars().count() <= TITLE_MAX, "{long}");
}

/// A title says what one sees, and not the signs that Markdown is written with.
#[test]
fn a_title_is_the_words_that_are_seen() {
    for (body, title) in [
        ("**Procès-verbal**\n\nSuite.", "Procès-verbal"),
        ("- [ ] apporter *la* soupe\n- [x] le pain", "apporter la soupe"),
        ("1. plier\n2. ranger", "plier"),
        ("[Le lien](https://a.org) ici", "Le lien ici"),
        ("Nom : \\_\\_\\_\\_", "Nom : ____"),
        ("Voir <https://a.org/x>", "Voir https://a.org/x"),
        ("Voir \\<https://a.org/x>", "Voir <https://a.org/x>"),
        ("| a | b |\n| --- | --- |\n| c | d |", "a, b"),
        ("| Nom : | Anne |\n| --- | --- |\n| Lieu | ici |", "Nom : Anne"),
        ("## Réunion **du** 3 mai", "Réunion du 3 mai"),
        ("Réunion\n===\n\nSuite", "Réunion"),
        ("> **Cité** ici\n> encore", "Cité ici"),
        ("`code` et ~~barré~~\nsuite", "code et barré"),
        ("```\nlet a;\nb\n```", "let a;"),
        ("---\n\nAprès", "Après"),
        ("&eacute;t\u{e9} 5 \\* 4", "été 5 * 4"),
        ("#mot de l’année", "#mot de l’année"),
        ("- un\n  - deux", "un"),
    ] {
        assert_eq!(proposed_title(body).as_deref(), Some(title), "{body}");
    }
    let far = format!("{}\n\nmot", "—\n".repeat(9_000));
    assert_eq!(proposed_title(&far).as_deref(), Some("mot"));
    assert_eq!(
        proposed_title(&format!("**mot** {}", "*".repeat(70_000))).map(|one| one.len() > 3),
        Some(true)
    );
}

#[test]
fn words_are_counted_the_french_way() {
    assert_eq!(words("L'équipe n’a qu'un but : 1\u{202f}234,56 $, aujourd'hui."), 9);
}

proptest! {
    #[test]
    fn normalising_twice_is_normalising_once(text in "\\PC{0,80}([ \r\n\t]{1,3}\\PC{0,40}){0,6}") {
        let once = body(&text).unwrap();
        prop_assert_eq!(body(&once).unwrap(), once);
    }

    /// Any line that is taken weighs at most sixteen bytes for each sign it may have.
    #[test]
    fn h6_no_line_weighs_more_than_its_signs(text in "([\\PC]|[\u{300}-\u{36f}]{0,40}){0,80}") {
        if let Ok(line) = line(&text, 60) {
            prop_assert!(line.len() <= 60 * 16);
        }
    }
}

/// A text of exactly as many marks, or lines, as are read is read; one more is plain words.
#[test]
fn a_text_is_read_up_to_its_last_mark() {
    for (one, most) in [("*", MARKS_MAX), ("\n", LINES_MAX)] {
        assert!(!is_plain(&one.repeat(most)));
        assert!(is_plain(&one.repeat(most + 1)));
    }
}
