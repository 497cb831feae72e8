use app::people::codes::{as_code, as_digits, as_phrase, as_way_in, code, phrase, pseudonym};

#[test]
fn a_code_can_be_said_aloud_and_typed_any_way() {
    for _ in 0..200 {
        let code = code();
        assert_eq!(code.len(), 8);
        assert!(!code.contains(['0', 'O', '1', 'I', 'L']), "{code}");
        let (first, last) = code.split_at(4);
        let typed = format!(" {}-{} ", first.to_lowercase(), last);
        assert_eq!(as_code(&typed), Some(code));
    }
}

#[test]
fn a_code_of_before_november_2026_still_is_one() {
    assert_eq!(as_code("abc-234"), Some("ABC234".to_owned()));
}

#[test]
fn what_cannot_be_a_code_is_not_looked_for() {
    for typed in ["", "ABC", "ABC2345", "ABC23O", "ABC 2é4", "'; --", "💧💧💧💧💧💧"] {
        assert_eq!(as_code(typed), None, "{typed}");
    }
}

#[test]
fn a_phrase_is_four_words_and_forgives_accents() {
    let words = phrase(&[7; 32]);
    assert_eq!(words.split(' ').count(), 4);
    assert_eq!(words, phrase(&[7; 32]));
    assert_ne!(words, phrase(&[8; 32]));
    assert_eq!(as_phrase(" Élève,  FORÊT "), "eleve foret");
}

#[test]
fn a_pseudonym_is_two_words() {
    for _ in 0..50 {
        assert_eq!(pseudonym().split(' ').count(), 2);
    }
}

#[test]
fn a_code_is_understood_however_it_was_copied() {
    for typed in [
        "ABC‑DEF",
        "ABC−DEF",
        "ABC\u{200b}DEF",
        "\u{feff}ABCDEF",
        "ＡＢＣＤＥＦ",
        "(ABCDEF)",
        "« ABCDEF »",
        "“abcdef”.",
        "*ABC DEF*",
        "ABC\u{ad}DEF",
        "\u{2066}ABCDEF\u{2069}",
        "ABC\u{a0}DEF,",
        "𝐀𝐁𝐂𝐃𝐄𝐅",
        "🎟️ ABCDEF",
        "Code : ABC DEF",
        "code\u{a0}: abc def !",
        "https://commun.exemple.org/a/ABCDEF",
        "commun.exemple.org/a/abcdef?retour=1",
        "localhost:8080/a · ABC DEF",
        "https://commun.exemple.org/A/ABC-DEF).",
    ] {
        assert_eq!(as_code(typed).as_deref(), Some("ABCDEF"), "{typed}");
        assert_eq!(as_way_in(typed).as_deref(), Some("ABCDEF"), "{typed}");
    }
}

#[test]
fn no_letter_is_taken_for_another() {
    for typed in ["ÁBCDEF", "A\u{301}BCDEF", "АBCDEF", "ABCDEF\u{327}", "0BCDEF", "ABCDÉF"] {
        assert_eq!(as_way_in(typed), None, "{typed}");
    }
}

#[test]
fn the_long_secret_of_a_link_is_understood_however_it_was_copied() {
    let secret = "0123456789abcdef0123456789abcdef";
    for typed in [
        secret.to_owned(),
        secret.to_uppercase(),
        format!("{secret}."),
        format!("« {secret} »"),
        format!("{}\u{200b}{}", &secret[..16], &secret[16..]),
        format!("https://commun.exemple.org/a/{secret})"),
        format!("https://commun.exemple.org/a/{secret}?x=1"),
    ] {
        assert_eq!(as_way_in(&typed).as_deref(), Some(secret), "{typed}");
    }
    for typed in [&secret[1..], "zzzz", "0123456789abcdef0123456789abcdeé"] {
        assert_eq!(as_way_in(typed), None, "{typed}");
    }
}

#[test]
fn a_mailed_code_and_a_phrase_are_understood_however_they_were_copied() {
    for typed in [
        "12345678",
        "1234 5678",
        "1234\u{202f}5678.",
        "１２３４５６７８",
        "12-34–56−78",
        "١٢٣٤٥٦٧٨",
        "Code : 12345678",
    ] {
        assert_eq!(as_digits(typed), "12345678", "{typed}");
    }
    for typed in [
        "« élève forêt »",
        "eleve\u{a0}foret.",
        "e\u{301}le\u{300}ve fo\u{ad}ret",
        "ｅｌｅｖｅ－ｆｏｒｅｔ",
        "1. élève 2. forêt",
    ] {
        assert_eq!(as_phrase(typed), "eleve foret", "{typed}");
    }
}
