use std::collections::{BTreeMap, BTreeSet};

use domain::core::registry::Refusal;
use domain::prose::text::TextError;
use web::shell::voice::{Language, SOURCES, french_spaces};

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

/// All the source of the pages, in one text.
fn source() -> String {
    let mut told = String::new();
    gather(std::path::Path::new("src"), &mut told);
    gather(std::path::Path::new("../app/src"), &mut told);
    told
}

#[test]
fn every_text_a_page_asks_for_exists() {
    let french = keys(SOURCES[0].1);
    let source = source();
    let mut asked = 0;
    for call in ["say(\"", "fill(\"", "count(\"", "say(if raised { \""] {
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
    let (source, refusals) = (source(), Refusal::keys());
    for key in keys(SOURCES[0].1).keys() {
        let key = key.trim_end_matches("-tu");
        let base = key.trim_end_matches("-help");
        // `shape-{}` says every text of its family.
        let is_family = |(at, _): (usize, &str)| source.contains(&format!("\"{}-{{", &base[..at]));
        let used = source.contains(&format!("\"{key}\""))
            || source.contains(&format!("\"{base}\""))
            || base.match_indices('-').any(is_family)
            || refusals.iter().any(|refusal| refusal == base)
            || ["problem-", "words-", "title-", "body-", "summary-", "name-", "screen-"]
                .iter()
                .any(|word| base.starts_with(word));
        assert!(used, "{key} is never said");
    }
}

#[test]
fn every_refusal_has_its_words() {
    use strum::VariantNames as _;
    let french = keys(SOURCES[0].1);
    let mut needed = Refusal::keys();
    assert!(needed.len() > 20, "aggregates say no");
    for field in ["words", "title", "body", "summary", "name"] {
        needed.extend(TextError::VARIANTS.iter().map(|reason| format!("{field}-{reason}")));
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

/// The words of a step and of a card are asked for by name: the console's column, and what a
/// facilitator may say of it.
#[test]
fn every_step_and_every_card_has_its_words() {
    use domain::workshops::script::{Card, Step, What};
    use strum::VariantArray as _;
    let french = keys(SOURCES[0].1);
    let steps = Step::VARIANTS.iter().map(|step| What::Step(*step));
    let cards = Card::VARIANTS.iter().map(|card| What::Card(*card));
    for what in steps.chain(cards) {
        for key in [what.word(), format!("{}-help", what.word())] {
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

/// Said by one wing alone, a text is in the pair of that wing; by several, in the shell's.
#[test]
fn a_text_is_in_the_pair_of_the_wing_that_says_it() {
    let wings = ["shell", "notes", "workshops", "people", "exchange"];
    let said = wings.map(|wing| {
        let mut told = std::fs::read_to_string(format!("src/{wing}.rs")).unwrap();
        gather(std::path::Path::new(&format!("src/{wing}")), &mut told);
        if wing != "shell" {
            told.push_str(&std::fs::read_to_string(format!("../app/src/{wing}.rs")).unwrap());
            gather(std::path::Path::new(&format!("../app/src/{wing}")), &mut told);
        }
        told
    });
    for language in ["fr", "en"] {
        for (at, wing) in wings.iter().enumerate() {
            let pair = std::fs::read_to_string(format!("texts/{wing}.{language}.ftl")).unwrap();
            for key in keys(&pair).keys() {
                let quoted = format!("\"{}\"", key.trim_end_matches("-tu"));
                let by: Vec<usize> =
                    (0..wings.len()).filter(|one| said[*one].contains(&quoted)).collect();
                if let [only] = by[..] {
                    assert_eq!(
                        only, at,
                        "{key} is in {wing}.{language}.ftl, and said by {} alone",
                        wings[only]
                    );
                }
            }
        }
    }
}
