use domain::prose::text::{body, clean, line};
use proptest::prelude::*;

/// What XML 1.0 takes, without the signs that Unicode keeps for itself.
fn is_taken(sign: char) -> bool {
    let xml =
        matches!(sign, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    let noncharacter =
        matches!(sign, '\u{fdd0}'..='\u{fdef}') || u32::from(sign) & 0xfffe == 0xfffe;
    xml && !noncharacter && !matches!(sign, '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}')
}

#[test]
fn c05_line_like_signs_are_ends_of_line_and_c1_is_windows() {
    // The bytes of the case: vertical tabs, U+0092, U+0096, U+0085.
    let bytes = b"Arriv\xc3\xa9e\x0bsept heures\x0btable ronde\r\nLe drozin qu\xc2\x92on pose \
        \xc2\x96 c\xc2\x92est l\xc2\x92ostavelle\xc2\x85 fin\r\n";
    let typed = str::from_utf8(bytes).unwrap();
    let expected =
        "Arrivée\nsept heures\ntable ronde\nLe drozin qu’on pose – c’est l’ostavelle… fin\n";
    assert_eq!(body(typed).unwrap(), expected);
    let first = typed.split("\r\n").next().unwrap();
    assert_eq!(line(first, 200).unwrap(), "Arrivée sept heures table ronde");
}

#[test]
fn every_end_of_line_is_one() {
    for end in ["\n", "\r\n", "\r", "\u{b}", "\u{c}", "\u{2028}", "\u{2029}"] {
        assert_eq!(clean(&format!("un{end}deux")), "un\ndeux", "{end:?}");
        assert_eq!(line(&format!("un{end}deux"), 60).unwrap(), "un deux", "{end:?}");
    }
}

#[test]
fn c22_what_no_program_reads_separates_words() {
    assert_eq!(clean("Relev\u{e9} \u{ffff} & suite"), "Relevé  & suite");
    assert_eq!(line("Relev\u{e9} \u{ffff} & suite", 60).unwrap(), "Relevé & suite");
    for sign in [
        '\0',
        '\u{7}',
        '\u{1b}',
        '\u{7f}',
        '\u{81}',
        '\u{fdd0}',
        '\u{fffe}',
        '\u{1ffff}',
        '\u{fffc}',
    ] {
        assert_eq!(clean(&format!("Un{sign}Deux")), "Un Deux", "{sign:?}");
        assert_eq!(clean(&format!("fin{sign}\n")), "fin\n", "{sign:?} makes no break");
    }
    // Where a reader of PDF, or Word, cut a word.
    assert_eq!(
        clean("expé\u{fffe}rience, dé\u{2}part, au\u{1f}tre, porte\u{1e}clé"),
        "expérience, départ, autre, porte-clé"
    );
}

#[test]
fn c07_ligatures_and_soft_hyphens_of_a_pdf_are_the_letters_they_stand_for() {
    let pasted = "L’oﬃnelle du bro\u{ad}zail : un aﬁnage coﬂant, diz\u{ad}velle.";
    let typed = "L’offinelle du brozail : un afinage coflant, dizvelle.";
    assert_eq!(body(pasted), body(typed));
    assert_eq!(clean("eﬀet, waﬄe, poﬆe"), "effet, waffle, poste");
}

#[test]
fn c20_nothing_turns_the_direction_of_what_follows() {
    assert_eq!(line("\u{202e}Ostavelle", 60).unwrap(), "Ostavelle");
    assert_eq!(line("Brume \u{2067}essai", 60).unwrap(), "Brume essai");
    assert_eq!(line("برمل (3)", 60).unwrap(), "برمل (3)");
    assert_eq!(line("\u{301}Ana", 60).unwrap(), "Ana", "a mark alone weighs on what is before");
    assert_eq!(body("un \u{202e}deux\u{202c}").unwrap(), "un deux\n");
}

#[test]
fn c21_a_sign_weighs_what_a_sign_weighs() {
    let heavy = format!("o{}", "\u{301}".repeat(60)).repeat(10);
    assert!(line(&heavy, 60).unwrap().len() <= 10 * 16);
    // Joiners between the marks change nothing.
    let joined = format!("o{}", "\u{301}\u{200d}".repeat(600));
    assert!(clean(&joined).len() < 32);
    let families = "👨‍👩‍👧‍👦".repeat(20);
    assert_eq!(line(&families, 60).unwrap(), families);
    for kept in ["👩🏽‍🚀", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇨🇦", "1️⃣", "می‌خواهم", "क्षत्रिय", "ㅎㅏㄴ", "e\u{301}\u{323}"]
    {
        assert_eq!(clean(kept).chars().count().max(1), clean(&clean(kept)).chars().count());
        assert!(line(&kept.repeat(50), 60 * 8).is_ok(), "{kept}");
    }
    for kept in ["👩🏽‍🚀", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "می‌خواهم", "क्षत्रिय"]
    {
        assert_eq!(clean(kept), kept);
    }
    assert_eq!(clean("mot\u{e0067}\u{e0062}\u{e007f}"), "mot", "hidden words are not flags");
}

#[test]
fn a_sign_that_composing_takes_apart_is_judged_as_it_comes_out() {
    for (typed, kept) in [
        ("\u{fb31}\u{fe00}", "\u{5d1}\u{5bc}"),
        ("\u{2126}\u{fe00}", "Ω"),
        ("\u{212b}\u{fe0f}", "Å"),
        ("\u{f900}\u{e0100}", "\u{8c48}\u{e0100}"),
    ] {
        assert_eq!(clean(typed), kept);
        assert_eq!(clean(kept), kept);
    }
}

#[test]
fn what_shows_nothing_is_no_name() {
    for blank in [
        "\u{3164}",
        "\u{2800}\u{2800}",
        "\u{115f}\u{1160}",
        "\u{34f}",
        "\u{61c} \u{200e}",
        "\u{ad}",
        "\u{3000}",
    ] {
        assert!(line(blank, 60).is_err(), "{blank:?}");
    }
}

#[test]
fn spaces_of_french_stay_and_wide_ones_are_spaces() {
    assert_eq!(
        line("Été\u{a0}: «\u{202f}oui\u{202f}»", 60).unwrap(),
        "Été\u{a0}: «\u{202f}oui\u{202f}»"
    );
    assert_eq!(line("un\u{3000}deux\u{2003}trois\tquatre", 60).unwrap(), "un deux trois quatre");
    assert_eq!(body("un\n\u{a0}\ndeux").unwrap(), "un\n\ndeux\n", "two paragraphs stay two");
    assert_eq!(body("\u{feff}# Titre\n\u{200b}- un").unwrap(), "# Titre\n- un\n");
    assert_eq!(clean("ភាសា\u{200b}ខ្មែរ"), "ភាសា\u{200b}ខ្មែរ");
}

/// Signs that go wrong more often than others.
fn hard() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        any::<char>(),
        prop::sample::select("\0\t\n\r\u{1}\u{2}\u{b}\u{c}\u{1e}\u{1f}\u{7f}\u{81}\u{85}\u{92}\u{ad}\u{200b}\u{200c}\u{200d}\u{2028}\u{202e}\u{2060}\u{2066}\u{301}\u{323}\u{e0067}\u{fdd0}\u{fe0f}\u{feff}\u{fffc}\u{fffe}\u{ffff}\u{10ffff}".chars().collect::<Vec<_>>()),
        prop::sample::select("aeÉz 1ﬁ한ᄀ🏴👩".chars().collect::<Vec<_>>()),
        // What composing takes apart or changes, and what chooses a look for the sign before.
        prop::sample::select("\u{fb1d}\u{fb31}\u{fb4e}\u{958}\u{f71}\u{f73}\u{2adc}\u{2126}\u{212a}\u{212b}\u{37e}\u{f900}\u{2f800}\u{1f71}\u{5bc}\u{3099}か\u{1161}\u{11a8}\u{fe00}\u{fe0d}\u{e0100}\u{180b}\u{34f}".chars().collect::<Vec<_>>()),
    ];
    prop::collection::vec(sign, 0..60).prop_map(|signs| signs.into_iter().collect())
}

proptest! {
    #[test]
    fn any_text_comes_out_readable_and_stays(text in hard()) {
        let once = clean(&text).into_owned();
        prop_assert!(once.chars().all(is_taken), "{once:?}");
        prop_assert_eq!(clean(&once), once.as_str());
        if let Ok(line) = line(&text, 60) {
            let many = line.contains(['\n', '\u{202e}']);
            prop_assert!(!many);
            prop_assert_eq!(domain::prose::text::line(&line, 60).unwrap(), line);
        }
        let whole = body(&text).unwrap();
        prop_assert_eq!(body(&whole).unwrap(), whole);
    }

    /// Whatever stands between two words, they come out in their order and apart.
    #[test]
    fn no_word_is_lost_nor_joined(
        words in prop::collection::vec("[A-Z][a-zé]{0,6}", 1..9),
        between in prop::collection::vec(prop::sample::select(vec![
            "\0", "\u{7}", "\u{b}", "\u{c}", "\r", "\r\n", "\u{81}", "\u{2028}", "\u{2029}", "\u{fdd0}",
            "\u{fffe}", "\u{ffff}", "\u{fffc}", " \u{202e}", "\u{feff} ", "\u{200b}\u{1}", "\t", " \u{ad}", "\u{3000}",
        ]), 9),
    ) {
        let text: String = words.iter().zip(&between).flat_map(|(word, gap)| [word.as_str(), gap]).collect();
        let cleaned = clean(&text).into_owned();
        let found: Vec<&str> = cleaned.split_whitespace().collect();
        prop_assert_eq!(&found, &words);
        let line = line(&text, 200).unwrap();
        prop_assert_eq!(line.split(' ').collect::<Vec<_>>(), words);
    }
}

#[test]
fn no_words_are_hidden_between_signs() {
    for (typed, kept) in [
        ("mot\u{e0001}", "mot"),
        ("🏴\u{e0001}\u{e0066}", "🏴\u{e0066}"),
        ("😀\u{fe0f}\u{fe01}\u{fe02}", "😀\u{fe0f}"),
        ("😀\u{e0101}\u{e0102}", "😀"),
        ("a\u{fe0f}b\u{e0148}", "ab"),
        ("葛\u{e0101}\u{e0102}", "葛\u{e0101}"),
        ("un\u{2065}deux\u{fff0}\u{e0fff}", "undeux"),
        ("1\u{fe0f}\u{20e3} ©\u{fe0f} ℹ\u{fe0f}", "1\u{fe0f}\u{20e3} ©\u{fe0f} ℹ\u{fe0f}"),
    ] {
        assert_eq!(clean(typed), kept, "{typed:?}");
        assert_eq!(clean(kept), kept);
    }
}
