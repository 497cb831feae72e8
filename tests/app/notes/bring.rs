mod mixed;
mod printed;
mod seen;
mod titles;

use app::engine::envelope::CommandId;
use app::notes::Words;
use app::notes::bring::{furniture, transpose, without};
use domain::prose::diff::{is_word, key, tokens};
use projections::notes::{history, search};

use crate::both;
use crate::world::{World, words};

/// The whole synthesis of a real workshop, when it is beside the project.
const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/atelier-1-synthese.txt");

/// A shorter one, of our own, in the same shape.
const OURS: &str = include_str!("synthesis.txt");

fn texts() -> Vec<String> {
    let mut texts = vec![OURS.to_owned()];
    match std::fs::read_to_string(REAL) {
        Ok(real) => texts.push(real),
        Err(_) => eprintln!("the real synthesis is not here: only ours is tried"),
    }
    texts
}

fn all_words(text: &str) -> Vec<String> {
    tokens(text)
        .iter()
        .filter(|token| is_word(token))
        .map(|token| key(token).into_owned())
        .collect()
}

#[test]
fn headings_lists_and_paragraphs_become_markdown() {
    let brought = transpose(OURS);
    assert_eq!(brought.title, "Atelier 2 - Écouter et noter : ce qu'on retient");
    for line in [
        "Notes prises dans le cadre de Atelier 2 - Deuxième soirée au centre",
        "## Rappel de la soirée",
        "Ce qui suit vient des tables suivantes:",
        "## Ce qu'on a appris sur l'écoute",
        "### APPRENTISSAGE - Valeur d'avoir une personne qui garde le temps",
        "- Une minuterie visible aide tout le monde.",
        "### APPRENTISSAGE - L’écoute d’une salle n'est pas celle d'un appel.",
        "- À distance : on lit les silences.",
        "  - Besoin de caméras ouvertes.",
        "Concrètement, une table mixte demande deux personnes pour animer.",
        "### Besoin de noter moins, mais mieux.",
        "### CONSEIL - L'approche retenue est de :",
        "## Questions en suspend",
        "### Noter à la main ou à l'écran",
    ] {
        assert!(brought.body.lines().any(|found| found == line), "{line}\n{}", brought.body);
    }
}

#[test]
fn not_a_word_is_lost() {
    for text in texts() {
        let brought = transpose(&text);
        let kept = all_words(&format!("{}\n{}", brought.title, brought.body.replace('\\', "")));
        assert_eq!(kept, all_words(&text));
    }
}

#[test]
fn every_bullet_is_an_item_at_its_depth() {
    for text in texts() {
        let brought = transpose(&text);
        let asked = |indent: &str| {
            text.lines().filter(|line| line.starts_with(&format!("{indent}• "))).count()
        };
        let items = |indent: &str| {
            brought.body.lines().filter(|line| line.starts_with(&format!("{indent}- "))).count()
        };
        assert_eq!(items(""), asked("  "));
        assert_eq!(items("  "), asked("    "));
        assert!(items("  ") > 0 && items("    ") == 0);
    }
}

#[test]
fn furniture_is_pointed_at_and_goes_only_when_asked() {
    for text in texts() {
        let body = transpose(&text).body;
        let found = furniture(&body);
        let lines: Vec<&str> = found.iter().map(|(_, line)| line.as_str()).collect();
        assert_eq!(lines.first(), Some(&"note Note(s) liée(s)"));
        assert_eq!(lines.last(), Some(&"lock_open public"));
        assert!(lines.contains(&"diversity_3Organisation(s) reliée(s)"));
        let clean = without(&body, &found.iter().map(|(at, _)| *at).collect::<Vec<_>>());
        assert_eq!(furniture(&clean), []);
        for icon in ["diversity_3", "file_copy", "lock_open", "forumDiscuter"] {
            assert!(body.replace('\\', "").contains(icon) && !clean.contains(icon));
        }
        // What people wrote is untouched, to the last item.
        let last = body.lines().rfind(|line| line.trim_start().starts_with("- ")).unwrap();
        assert!(clean.contains(last));
    }
}

#[test]
fn a_text_about_notes_and_people_is_not_furniture() {
    for innocent in [
        "note bien ceci : le silence aide.\n",
        "person\u{a0}ne ne parle",
        "- forum ouvert\n- category des idées\n",
        "Le forum public a réuni des gens.\n",
    ] {
        assert_eq!(furniture(innocent), [], "{innocent}");
    }
}

#[test]
fn markdown_stays_as_it_is() {
    let brought = transpose("# Titre\n\nTexte **fort**.\n\n- un\n  - deux\n");
    assert_eq!(brought.title, "Titre");
    assert_eq!(brought.body.trim(), "Texte **fort**.\n\n- un\n  - deux");
}

#[test]
fn signs_of_markdown_in_plain_text_stay_signs() {
    let brought = transpose("Un titre\n\nUne ligne avec *étoile*, <balise> et nom_de_fichier.\n");
    assert!(brought.body.contains(r"\*étoile\*, \<balise> et nom_de_fichier"), "{}", brought.body);
}

both! {
    async fn a_real_synthesis_is_published_found_revised_twice_compared_and_restored(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        let standing = app::access::Standing { writer: true, in_room: true, account: false, moderator: false, team: false, first: 1 };
        for text in texts() {
            let brought = transpose(&text);
            let gone: Vec<_> = furniture(&brought.body).iter().map(|(at, _)| *at).collect();
            let clean = without(&brought.body, &gone);
            let begun = Words { title: brought.title, body: brought.body, summary: String::new() };
            let place = Some((&workshop, domain::notes::note::Door::Transpose));
            let id = world.app.notes().draft(&lea, place, &begun, CommandId::fresh()).await.unwrap();
            let revise = async |body: &str| {
                let note = world.note(&id).await;
                let (title, base) = (note.title.clone(), note.revision);
                let text = words(&title, body);
                world.app.notes().revise(&note, standing, &lea, base, &text, CommandId::fresh()).await.unwrap();
            };
            revise(&clean).await;
            let note = world.note(&id).await;
            let visibility = domain::notes::visibility::Visibility::Everyone;
            world.app.notes().publish(&note, &lea, visibility, false, CommandId::fresh()).await.unwrap();
            let found = search::find(&world.app.db, "", "silences caméras", 9).await.unwrap();
            let found_real = search::find(&world.app.db, "", "gardien dynamique", 9).await.unwrap();
            assert!(found.iter().chain(&found_real).any(|one| one.note == id));
            revise(&clean.replace("une personne qui", "une personne attentive qui")).await;
            let told = history::find(&world.app.db, &id, 3).await.unwrap().unwrap();
            assert!(told.change.added > 0 && told.change.removed == 0, "{told:?}");
            let note = world.note(&id).await;
            world.app.notes().restore(&note, standing, &lea, (2, 3), CommandId::fresh()).await.unwrap();
            let body = async |revision| {
                let note = world.note(&id).await;
                world.app.notes().words_for(&note, standing, revision).await.unwrap().body
            };
            assert_eq!(body(4).await, body(2).await);
        }
    }
}

/// C19: what a word processor leaves of its lists in plain text.
#[test]
fn a_list_of_a_word_processor_is_a_list() {
    let brought = transpose(
        "Liste du drozin\r\n\r\n·\tbrumelle\r\no\tfine\r\no\tépaisse\r\n§\tbien sèche\r\n\
         ·\tostavelle\r\n\r\n1.\tplier\r\n2.\tranger\r\na)\tla boîte\r\n",
    );
    assert_eq!(brought.title, "Liste du drozin");
    assert_eq!(
        brought.body.trim(),
        "- brumelle\n  - fine\n  - épaisse\n    - bien sèche\n- ostavelle\n\n1. plier\n2. ranger\n   1. la boîte"
    );
}

#[test]
fn items_are_known_by_their_signs() {
    for (text, body) in [
        ("–\tun\n–\tdeux", "- un\n- deux"),
        ("– un\n– deux", "- un\n- deux"),
        ("•\tun\n\t◦\tdeux\n\t\t▪\ttrois\n•\tquatre", "- un\n  - deux\n    - trois\n- quatre"),
        ("1) un\n2) deux\n   a) bis\n3) trois", "1. un\n2. deux\n   1. bis\n3. trois"),
        ("i.\tun\nii.\tdeux", "1. un\n2. deux"),
        ("(1) un\n(2) deux", "1. un\n2. deux"),
        ("☐ un\n☑ deux\n☒\ttrois", "- [ ] un\n- [x] deux\n- [x] trois"),
        ("\u{f0b7}\tun\n\u{f0b7}\tdeux", "- un\n- deux"),
        ("·\tun\n1.\tbis\n2.\tter\n·\tdeux", "- un\n  1. bis\n  2. ter\n- deux"),
        ("b)\tdeux\nc)\ttrois", "2. deux\n3. trois"),
        ("3.\ttrois\n4.\tquatre", "3. trois\n4. quatre"),
        ("·\tun\n\n·\tdeux", "- un\n- deux"),
        ("·\tun\n- **deux**", "- un\n  - \\*\\*deux\\*\\*"),
    ] {
        assert_eq!(
            transpose(&format!("Mots :\n{text}\n")).body.trim(),
            format!("Mots :\n\n{body}"),
            "{text}"
        );
    }
    for words in
        ["o mon ami, viens.", "A. Dupont est là.", "2026. Une année.", "§ 12 du code.", "a. Non."]
    {
        let body = transpose(&format!("Mots :\n{words}\n")).body;
        assert!(!body.contains("- ") && !body.contains("\n1. "), "{body}");
    }
}

/// Found by fresh eyes: Word's other bullets are letters of its fonts of signs.
#[test]
fn c19_other_bullets_of_a_word_processor_are_a_list() {
    let brought =
        transpose("À préparer :\r\nØ\tles sacs\r\nü\tle sel\r\nv\tle pain\r\nq\tl’eau\r\n");
    for item in ["- les sacs", "- le sel", "- le pain", "- l’eau"] {
        assert!(brought.body.contains(item), "{}", brought.body);
    }
}
