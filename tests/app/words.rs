use app::words::{as_code, as_phrase, code, phrase, pseudonym};

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
