use std::collections::{BTreeMap, BTreeSet};

use domain::text::TextError;
use web::voice::{Language, SOURCES, french_spaces};

/// The keys of a language, each with the values it takes.
fn keys(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in source.lines() {
        if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with([' ', '#'])) {
            key.clone_into(&mut current);
            assert!(
                found.insert(current.clone(), BTreeSet::new()).is_none(),
                "{key} is there twice"
            );
        }
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(char::is_ascii_alphanumeric).collect();
            found.get_mut(&current).unwrap().insert(name);
        }
    }
    found
}

#[test]
fn both_languages_say_the_same_things() {
    let (french, english) = (keys(SOURCES[0].1), keys(SOURCES[1].1));
    for (key, values) in &french {
        // English has one way to say "you".
        let Some(base) = key.strip_suffix("-tu").filter(|base| french.contains_key(*base)) else {
            assert_eq!(english.get(key), Some(values), "{key}");
            continue;
        };
        assert_eq!(values, &french[base], "{key}");
    }
    for key in english.keys() {
        assert!(french.contains_key(key), "{key} is only in English");
    }
}

/// All the source of the pages, in one text.
fn source() -> String {
    fn gather(folder: &std::path::Path, told: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, told);
            } else {
                told.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut told = String::new();
    gather(std::path::Path::new("src"), &mut told);
    told
}

#[test]
fn every_text_a_page_asks_for_exists() {
    let french = keys(SOURCES[0].1);
    let source = source();
    let mut asked = 0;
    for call in ["say(\"", "tell(\"", "count(\"", "say(if raised { \""] {
        for part in source.split(call).skip(1) {
            let key = part.split('"').next().unwrap();
            if key.contains('{') {
                continue;
            }
            asked += 1;
            assert!(french.contains_key(key), "{key} is missing");
        }
    }
    assert!(asked > 150, "the search for texts finds them");
}

#[test]
fn every_text_is_used() {
    let source = source();
    for key in keys(SOURCES[0].1).keys() {
        let key = key.trim_end_matches("-tu");
        let base = key.trim_end_matches("-help");
        // `shape-{}` says every text of its family.
        let is_family = |(at, _): (usize, &str)| source.contains(&format!("\"{}-{{", &base[..at]));
        let used = source.contains(&format!("\"{key}\""))
            || source.contains(&format!("\"{base}\""))
            || base.match_indices('-').any(is_family)
            || [
                "note-",
                "workshop-",
                "thanks-",
                "problem-",
                "item-",
                "review-",
                "words-",
                "link-to-",
            ]
            .iter()
            .any(|word| base.starts_with(word));
        assert!(used, "{key} is never said");
    }
}

#[test]
fn every_refusal_has_its_words() {
    use strum::VariantNames as _;
    let french = keys(SOURCES[0].1);
    let mut needed: Vec<String> = vec![];
    let families: [(&str, &[&str]); 11] = [
        ("note", domain::note::Error::VARIANTS),
        ("workshop", domain::workshop::Error::VARIANTS),
        ("thanks", domain::thanks::Error::VARIANTS),
        ("item", domain::item::Error::VARIANTS),
        ("review", domain::review::Error::VARIANTS),
        ("link", domain::link::Error::VARIANTS),
        ("words", TextError::VARIANTS),
        ("title", TextError::VARIANTS),
        ("body", TextError::VARIANTS),
        ("summary", TextError::VARIANTS),
        ("name", TextError::VARIANTS),
    ];
    for (family, variants) in families {
        needed.extend(variants.iter().map(|variant| format!("{family}-{variant}")));
    }
    for problem in [
        "not-found",
        "sign-in",
        "foreign",
        "too-large",
        "too-many",
        "method",
        "key-reused",
        "busy",
        "away",
        "broken",
    ] {
        needed.push(format!("problem-{problem}"));
    }
    for key in needed {
        for key in [key.clone(), format!("{key}-help")] {
            assert!(french.contains_key(&key), "{key} is missing");
        }
    }
}

#[test]
fn no_text_of_the_path_blames() {
    for (language, source) in SOURCES {
        let lower = source.to_lowercase();
        let forbidden: &[&str] = match language {
            "fr" => &["erreur", "invalide", "échec", "échoué", "incorrect"],
            _ => &["error", "invalid", "failed", "failure", "incorrect"],
        };
        for word in forbidden {
            assert!(!lower.contains(word), "{language} says {word:?}");
        }
    }
}

/// Words that were tried on people and left: `docs/TEXTES.md` says what stands for each. A
/// word is found whole, whatever its capitals.
const LEFT: [(&str, &[&str]); 2] = [
    (
        "fr",
        &[
            "relevé",
            "relevés",
            "déroulé",
            "déroulés",
            "chapeau",
            "regard",
            "regards",
            "offrir",
            "offerte",
            "offertes",
            "gouvernance",
            "documenter",
            "canevas de gouvernance",
            "passation",
            "non dit",
            "c'est dit",
            "ne rien changer",
            "reprendre ma",
            "reprendre ta",
            "reprendre votre",
            "reprenez votre place",
            "ma place",
            "ta place",
            "votre place",
            "reprend son souffle",
            "qui tient",
            "faire défiler",
            "se sont croisés",
            "direct interrompu",
            "je rattrape",
            "choisissiez",
            "choisisses",
            "enregistrer ce choix",
            "douze champs",
            "personne à la porte",
            "entrées",
            "choisissez une porte",
            "choisis une porte",
            "n'attend personne",
            "rendre la note",
            "trois gestes",
            "sorte de changement",
            "signer",
            "processus :",
            "dynamique",
            "usager",
            "usagers",
            "utilisateur",
            "utilisateurs",
            "veuillez",
            "merci de bien vouloir",
            "cliquez",
            "soumettre",
            "valider",
        ],
    ),
    (
        "en",
        &[
            "capture sheet",
            "the hat",
            "governance",
            "ask for a look",
            "give a look",
            "of looks",
            "catching its breath",
            "not told",
            "that holds",
            "change nothing",
            "my place back",
            "take your place again",
            "already have a place",
            "keep your place",
            "choose a door",
            "save this choice",
            "twelve fields",
            "nobody at the door",
            "offered",
            "texts have met",
            "the script",
            "which script",
            "live feed",
            "click",
            "submit",
            "please",
            "the user",
        ],
    ),
];

/// What one reads in a source: values and the words of plurals, without names and keys.
fn lines_read(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter(|line| !line.starts_with('#')).map(|line| match line.split_once(" = ") {
        Some((_, value)) if !line.starts_with(' ') => value,
        _ => line,
    })
}

#[test]
fn words_that_were_left_do_not_come_back() {
    for ((language, source), (of, left)) in SOURCES.into_iter().zip(LEFT) {
        assert_eq!(language, of);
        for line in lines_read(source) {
            let said = format!(" {} ", line.to_lowercase().replace(['’', '\''], "'"));
            for word in left {
                let whole = said.match_indices(word).any(|(at, _)| {
                    let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphabetic);
                    !is_letter(said[..at].chars().next_back())
                        && !is_letter(said[at + word.len()..].chars().next())
                });
                assert!(!whole, "{language} says {word:?} again: {line}");
            }
        }
    }
}

/// Which names and keys stand in a line is nobody's to read.
fn without_values(line: &str) -> String {
    let mut told = String::new();
    let mut depth = 0_u32;
    for sign in line.chars() {
        match sign {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => told.push(sign),
            _ => {}
        }
    }
    told
}

#[test]
fn texts_have_the_signs_of_their_language() {
    for (language, source) in SOURCES {
        let told = web::voice::typed(language, source);
        for line in lines_read(&told) {
            let line = without_values(line);
            for sign in ["...", "--", " ,", "  ", "''", " .", "\u{a0}\u{a0}"] {
                assert!(
                    !line.trim_end().trim_start().contains(sign),
                    "{language}, {sign:?}: {line}"
                );
            }
            assert!(!line.contains('\''), "{language}, a straight apostrophe: {line}");
            assert!(!line.contains('"'), "{language}, a straight quotation mark: {line}");
            if language == "fr" {
                let signs: Vec<char> = line.chars().collect();
                for (at, sign) in signs.iter().enumerate() {
                    let before = at.checked_sub(1).and_then(|at| signs.get(at));
                    let is_space = |sign: &char| matches!(sign, '\u{a0}' | '\u{202f}');
                    // An address or an hour is written without them, and so is a sign alone.
                    let needs = matches!(sign, '!' | '?' | ';' | '»') && at > 0;
                    assert!(
                        !needs || before.is_some_and(is_space),
                        "no space before {sign}: {line}"
                    );
                    let opens = *sign == '«';
                    assert!(
                        !opens || signs.get(at + 1).is_some_and(is_space),
                        "no space after «: {line}"
                    );
                }
            } else {
                for sign in [" !", " ?", " ;", " :", "«", "»"] {
                    assert!(!line.contains(sign), "{language}, {sign:?}: {line}");
                }
            }
        }
    }
}

#[test]
fn a_tone_is_kept_from_one_end_of_a_text_to_the_other() {
    let familiar = ["tu", "ton", "ta", "tes", "toi", "te"];
    let polite = ["vous", "votre", "vos"];
    let has = |text: &str, words: &[&str]| {
        let mut said = text.split(|sign: char| !sign.is_alphabetic());
        said.any(|word| words.contains(&word.to_lowercase().as_str()))
    };
    let mut key = "";
    for line in SOURCES[0].1.lines().filter(|line| !line.starts_with('#')) {
        if let Some((named, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
            key = named;
        }
        let said = without_values(line.split_once(" = ").map_or(line, |(_, said)| said));
        // The tone itself is chosen on one page, which names both.
        if key.starts_with("plan-tone") {
            continue;
        }
        let (wrong, tone) =
            if key.ends_with("-tu") { (&polite[..], "tu") } else { (&familiar[..], "vous") };
        assert!(!has(&said, wrong), "{key} does not keep to « {tone} »: {line}");
    }
}

#[test]
fn french_signs_have_their_spaces() {
    let told = french_spaces(SOURCES[0].1);
    for sign in [" :", " ;", " !", " ?", "« ", " »", "'"] {
        let texts = told.lines().filter(|line| !line.starts_with('#') && !line.contains("*["));
        for line in texts {
            assert!(!line.contains(sign), "{sign:?} in {line}");
        }
    }
    assert_eq!(
        french_spaces("Qui ? « Nous » : l'équipe !"),
        "Qui\u{202f}? «\u{a0}Nous\u{a0}»\u{a0}: l’équipe\u{202f}!"
    );
}

#[test]
fn the_browser_s_first_choice_is_heard() {
    for (header, language) in [
        ("", Language::French),
        ("fr-CA,fr;q=0.9,en;q=0.8", Language::French),
        ("en-US,en;q=0.9", Language::English),
        ("de, en;q=0.7, fr;q=0.3", Language::English),
        ("fr;q=0.3, en;q=0.7", Language::English),
        ("es", Language::French),
    ] {
        assert_eq!(Language::from_header(header), language, "{header}");
    }
}
