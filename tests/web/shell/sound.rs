//! How texts sound, as far as a program can tell: `docs/TEXTES.md` says the rest.

use web::shell::voice::{SOURCES, typed};

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
            "clore",
            "clos",
            "clôture",
            "récolte",
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
        // A plural begins with its name in brackets.
        _ => match line.trim_start_matches([' ', '*']) {
            said if said.starts_with('[') => said.split_once("] ").map_or("", |(_, said)| said),
            said => said,
        },
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

/// A line with one sign in place of each value.
fn without_values(line: &str) -> String {
    let mut told = String::new();
    let mut depth = 0_u32;
    for sign in line.chars() {
        match sign {
            '{' => {
                depth += 1;
                told.push('x');
            }
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
        let told = typed(language, source);
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
