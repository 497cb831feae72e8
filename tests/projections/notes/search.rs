use std::sync::{Arc, Mutex};

use domain::notes::visibility::Visibility;
use projections::notes::search;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::both;
use crate::memory::{Memory, entered, published};

both! {
    async fn words_are_found_with_or_without_accents_plurals_and_ligatures(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        let body = "Les œuvres de l’équipe : des apprentissages partagés.";
        story.push(memory.drafted("n1", "lea", "Récit d'atelier", body).await);
        story.push(published("n1", "lea", Visibility::Everyone, 1));
        memory.apply(story).await;
        let find = async |query| search::find(&memory.db, "", query, 9).await.unwrap().len();
        for query in ["oeuvre", "ŒUVRES", "equipe", "l'équipe", "apprentissage partage", "ateliers"] {
            assert_eq!(find(query).await, 1, "{query}");
        }
        for query in ["absent", "équipe absente", "", "de la"] {
            assert_eq!(find(query).await, 0, "{query}");
        }
    }

    async fn what_one_may_not_read_is_not_found(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.extend([entered("lea"), entered("omar")]);
        story.push(memory.drafted("n1", "lea", "Brouillon secret", "canari").await);
        story.push(memory.drafted("n2", "lea", "Pour le groupe", "canari").await);
        story.push(published("n2", "lea", Visibility::Workshop, 1));
        memory.apply(story).await;
        let find = async |who| search::find(&memory.db, who, "canari", 9).await.unwrap().len();
        assert_eq!((find("").await, find("omar").await, find("lea").await), (0, 1, 2));
    }

    async fn only_the_current_words_are_found(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(memory.drafted("n1", "lea", "Un", "ancien").await);
        story.push(published("n1", "lea", Visibility::Everyone, 1));
        memory.apply(story).await;
        let revised = memory.revised("n1", "lea", 2, "nouveau").await;
        memory.apply(vec![revised]).await;
        let find = async |query| search::find(&memory.db, "", query, 9).await.unwrap().len();
        assert_eq!((find("ancien").await, find("nouveau").await), (0, 1));
    }

    async fn a_query_made_of_sql_is_only_words(memory: Memory) {
        assert_eq!(search::find(&memory.db, "", "' or 1=1; drop table p_note --", 9).await.unwrap(), []);
    }

    async fn c07_words_of_a_pdf_are_found(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        let body = "L’oﬃnelle du bro\u{ad}zail : un aﬁnage coﬂant, diz\u{ad}velle.";
        story.push(memory.drafted("n1", "lea", "Copie", body).await);
        story.push(published("n1", "lea", Visibility::Everyone, 1));
        memory.apply(story).await;
        for query in ["offinelle", "brozail", "afinage", "coflant", "dizvelle", "oﬃnelle", "bro\u{ad}zail", "ＢＲＯＺＡＩＬ"] {
            assert_eq!(search::find(&memory.db, "", query, 9).await.unwrap().len(), 1, "{query}");
        }
    }

    async fn hyphens_and_elisions_are_no_obstacle(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        let bodies = [
            ("n1", "Le compte rendu de l’accueil, dès qu’on arrive."),
            ("n2", "Un compte-rendu du week-end, aujourd’hui."),
            ("n3", "The team’s meeting, it’s about a weekend workshop."),
            ("n4", "Les participant·e·s et l’animateur·trice."),
            ("n5", "Un 5 à 7 jeudi, à 14 h 30, à 10 km d’ici : un S.O.S. de Kanien’kehá:ka."),
            ("n6", "Le 5à7, à 14h30, à 10km ; SOS des Kanienkehaka."),
        ];
        for (note, body) in bodies {
            story.push(memory.drafted(note, "lea", "Note", body).await);
            story.push(published(note, "lea", Visibility::Everyone, 1));
        }
        memory.apply(story).await;
        let cases = [
            ("compte-rendu", 2), ("compte rendu", 2), ("compte\u{2011}rendu", 2), ("l'accueil", 1), ("l’accueil", 1),
            ("d'accueil", 1), ("qu'on arrive", 1), ("qu’on arrive", 1), ("weekend", 2), ("aujourdhui", 1),
            ("aujourd'hui", 1), ("team's", 1), ("it's the team", 1), ("meetings", 1),
            ("lʼaccueil", 1), ("l´accueil", 1), ("e-mail", 0), ("participant.e.s", 1), ("participant-e-s", 1),
            ("participants", 1), ("comptes-rendus", 2), ("compterendus", 1), ("animatrice", 1), ("animateur·trice", 1), ("animateurs", 1), ("presqu'île", 0),
            ("5 à 7", 2), ("5à7", 2), ("14h30", 2), ("14 h 30", 2), ("10 km", 2), ("10km", 2), ("sos", 2), ("S.O.S.", 2),
            ("kanienkehaka", 2), ("Kanien’kehá:ka", 2), ("Kanien'keha", 1),
        ];
        for (query, many) in cases {
            assert_eq!(search::find(&memory.db, "", query, 9).await.unwrap().len(), many, "{query}");
        }
    }

    async fn feminines_plurals_and_other_spellings_are_found(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        let pairs = [
            ("jeux", "jeu"), ("feux", "feu"), ("lois", "loi"), ("amis", "ami"), ("élus", "élu"), ("aînées", "aîné"),
            ("réfugiées", "réfugié"), ("invitées", "invité"), ("actifs", "active"), ("nouveau", "nouvelle"),
            ("gais", "gai"), ("employée", "employés"), ("alliés", "alliée"), ("retraitée", "retraité"),
            ("cheveux", "cheveu"), ("neveux", "neveu"), ("lieux", "lieu"), ("vœux", "vœu"), ("travaux", "travail"),
            ("heureuse", "heureux"), ("sportif", "sportives"), ("vieille", "vieux"), ("beaux", "belle"), ("bijoux", "bijou"),
            ("bateaux", "bateau"), ("été", "ete"), ("invités", "invites"), ("employé", "employee"), ("oeuvre", "œuvres"),
            ("Saint-Jean", "St-Jean"), ("Sainte-Foy", "ste foy"), ("St-Jérôme", "saint jerome"), ("directrice", "directeur"), ("rédacteurs", "rédactrices"), ("vendeuse", "vendeur"), ("2e", "2ème"), ("9 h", "9h00"),
            ("514 555-0199", "5145550199"), ("514 555-0199", "514.555.0199"), ("1-800-555-0199", "18005550199"),
            ("(819) 555.0142", "8195550142"), ("01 23 45 67 89", "0123456789"), ("25 m²", "25m2"), ("3,5 kg", "3.5kg"), ("12,50", "12.50"),
        ];
        for (at, (one, other)) in pairs.iter().enumerate() {
            for (side, (written, _)) in [(one, other), (other, one)].iter().enumerate() {
                let note = format!("n{}", 2 * at + side);
                story.push(memory.drafted(&note, "lea", "Note", &format!("Le mot {written} ici, brumelle{}.", 2 * at + side)).await);
                story.push(published(&note, "lea", Visibility::Everyone, 1));
            }
        }
        memory.apply(story).await;
        for (at, (one, other)) in pairs.iter().enumerate() {
            for (side, query) in [other, one].into_iter().enumerate() {
                let query = format!("brumelle{} {query}", 2 * at + side);
                assert_eq!(search::find(&memory.db, "", &query, 9).await.unwrap().len(), 1, "{query}");
            }
        }
        assert!(!search::places("Au +1 514 555-0199", "5145550199").is_empty());
        for (written, query) in [("cas", "ça"), ("chapeau", "chapelle"), ("prix", "pri")] {
            let marks = search::places(&format!("Le {written} ici"), query);
            assert!(marks.is_empty(), "{written} {query}");
        }
    }

    async fn one_slip_is_forgiven_in_both_languages(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        let body = "L’accueil se prépare : accueillir, écouter. Un compte rendu à l’œuvre. \
            We shared the knowledge, and a meeting. A coffeehouse. Дерево у реки.";
        story.push(memory.drafted("n1", "lea", "Bienvenue", body).await);
        story.push(published("n1", "lea", Visibility::Everyone, 1));
        memory.apply(story).await;
        let cases = [
            ("acueil", "accueil"), ("acceuil", "accueil"), ("acceuillir", "accueillir"),
            ("l'acueil", "l'accueil"), ("acueil prépare", "accueil prépare"), ("bienvennue", "bienvenue"), ("oeuvrre", "œuvre"),
            ("ecoutter", "écouter"), ("knowlege", "knowledge"), ("meetnig", "meeting"), ("shred", "shared"), ("compterendu", "compte rendu"),
            ("coffee house", "coffeehouse"), ("деево", "дерево"), ("rendo de l'acueil", "rendu de l'accueil"),
        ];
        for (query, meant) in cases {
            let told = search::meant(&memory.db, "", query).await.unwrap();
            assert_eq!(told.as_deref(), Some(meant), "{query}");
            assert_eq!(search::find(&memory.db, "", meant, 9).await.unwrap().len(), 1, "{meant}");
        }
        for query in ["accueil", "xylophone", "animatrice", "", "de la", "abc", "a", "l'", "1234", &"é".repeat(4000)] {
            assert_eq!(search::meant(&memory.db, "", query).await.unwrap(), None, "{query}");
        }
    }

    async fn a_word_that_one_may_not_read_is_never_meant(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(entered("lea"));
        story.push(memory.drafted("n1", "lea", "Brouillon", "canari").await);
        memory.apply(story).await;
        assert_eq!(search::meant(&memory.db, "", "canary").await.unwrap(), None);
        assert_eq!(search::meant(&memory.db, "lea", "canary").await.unwrap().as_deref(), Some("canari"));
        // Once its words are others, it is nowhere.
        let revised = memory.revised("n1", "lea", 2, "pinson").await;
        memory.apply(vec![revised]).await;
        assert_eq!(search::meant(&memory.db, "lea", "canary").await.unwrap(), None);
    }

    async fn the_best_come_first_and_others_are_found_beyond_what_is_looked_at_once(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(entered("lea"));
        story.push(memory.drafted("old", "lea", "Note", "Un canari discret.").await);
        story.push(published("old", "lea", Visibility::Everyone, 1));
        story.push(memory.drafted("best", "lea", "Le canari", "Jaune.").await);
        story.push(published("best", "lea", Visibility::Everyone, 1));
        for at in 0..300 {
            story.push(memory.drafted(&format!("d{at}"), "lea", "Brouillon", "canari canari").await);
        }
        story.push(memory.drafted("new", "lea", "Note", "Un autre canari.").await);
        story.push(published("new", "lea", Visibility::Everyone, 1));
        memory.apply(story).await;
        let found = search::find(&memory.db, "", "canari", 9).await.unwrap();
        let order: Vec<&str> = found.iter().map(|one| one.note.as_str()).collect();
        assert_eq!(order, ["best", "new", "old"]);
    }

    async fn a_word_is_common_as_it_is_written(memory: Memory) {
        let notes = [
            ("n1", "La culture du maïs, mais douce."),
            ("n2", "La culture du blé, mais aussi du seigle, est sur la table."),
            ("n3", "Un abri sûr dans l’Est, l’été, où l’on prend le son."),
            ("n4", "Né au nord de Montréal-Est, un dé en main."),
        ];
        let memory = published_notes(memory, &notes).await;
        let cases: [(&str, &[&str]); 21] = [
            ("maïs", &["n1"]), ("MAÏS", &["n1"]), ("culture du maïs", &["n1"]), ("mai\u{308}s", &["n1"]),
            ("culture mais", &["n1", "n2"]), ("mais", &["n1", "n2"]), ("sûr", &["n3"]), ("abri sûr", &["n3"]),
            ("sur", &["n2", "n3"]), ("été", &["n3"]), ("ete", &["n3"]), ("son", &["n3"]), ("le son", &["n3"]),
            ("l’Est", &["n3", "n4"]), ("dans l'est", &["n3", "n4"]), ("Est", &["n2", "n3", "n4"]),
            ("né", &["n4"]), ("dé", &["n4"]), ("où", &["n3"]), ("la", &["n1", "n2"]), ("l'", &["n3"]),
        ];
        all_found(&memory, &cases).await;
    }

    async fn a_compound_may_have_a_common_half(memory: Memory) {
        let notes = [("n1", "Une en-tête claire."), ("n2", "Une entête longue."), ("n3", "Assis par terre."), ("n4", "Le parterre fleuri."), ("n5", "Un e-mail.")];
        let memory = published_notes(memory, &notes).await;
        let cases: [(&str, &[&str]); 8] = [
            ("entête", &["n1", "n2"]), ("en-tête", &["n1", "n2"]), ("entêtes", &["n1", "n2"]), ("en tête", &["n1"]),
            ("par terre", &["n3"]), ("parterre", &["n4"]), ("email", &["n5"]), ("e-mails", &["n5"]),
        ];
        all_found(&memory, &cases).await;
    }

    async fn a_half_that_is_common_is_meant(memory: Memory) {
        let memory = published_notes(memory, &[("n1", "Assis par terre, sur le champ."), ("n2", "Une entête.")]).await;
        for (query, meant) in [("parterre", "par terre"), ("surlechamp", ""), ("en tete", "entête"), ("lechamp", "")] {
            let told = search::meant(&memory.db, "", query).await.unwrap();
            assert_eq!(told.unwrap_or_default(), meant, "{query}");
        }
    }

    async fn what_is_seen_is_found_and_no_markdown(memory: Memory) {
        let notes = [
            ("n1", "# Un grenouillon\n\nVoir [le croquis](https://exemple.org/zibeline \"Renard\"), **brum**elle et `let_moufle`."),
            ("n2", "- [x] fait\n- [ ] à faire\n\n```rust\nfn tortue() {}\n```\n\n![un hibou](https://exemple.org/lynx.png)"),
            ("n3", "| castor | loutre |\n|---|---|\n| belette | putois |\n\nhttps://exemple.net/marmotte et caf&eacute;\\*."),
        ];
        let memory = published_notes(memory, &notes).await;
        let cases: [(&str, &[&str]); 20] = [
            ("grenouillon", &["n1"]), ("croquis", &["n1"]), ("zibeline", &[]), ("renard", &[]), ("exemple.org", &[]),
            ("brumelle", &["n1"]), ("moufle", &["n1"]), ("x", &[]), ("tortue", &["n2"]), ("rust", &[]), ("hibou", &["n2"]), ("lynx", &[]),
            ("castor putois", &["n3"]), ("marmotte", &["n3"]), ("exemple.net", &["n3"]), ("café", &["n3"]), ("eacute", &[]),
            ("https://exemple.net/marmotte", &["n3"]), ("https", &["n3"]), ("brum", &[]),
        ];
        all_found(&memory, &cases).await;
    }

    async fn a_number_is_one_however_its_thousands_are_set_apart(memory: Memory) {
        let notes = [("n1", "Il y a 10\u{a0}500 bols."), ("n2", "Il y a 10 500 bols."), ("n3", "There are 10,500 bowls."), ("n4", "En 2024 300 bols, 10\u{202f}500,50 $."), ("n5", "10500")];
        let memory = published_notes(memory, &notes).await;
        for query in ["10 500", "10\u{a0}500", "10\u{202f}500", "10500", "10,500"] {
            all_found(&memory, &[(query, &["n1", "n2", "n3", "n5"])]).await;
            assert_eq!(search::meant(&memory.db, "", query).await.unwrap(), None, "{query}");
        }
        assert_eq!(ids(&memory, "2024").await, ["n4"]);
        assert_eq!(ids(&memory, "10 500,50").await, ["n4"]);
    }

    async fn a_suggestion_has_the_spaces_of_a_keyboard(memory: Memory) {
        let memory = published_notes(memory, &[("n1", "Un accueil de 10\u{202f}500 bols.")]).await;
        let told = search::meant(&memory.db, "", "acueil 10\u{a0}500").await.unwrap();
        assert_eq!(told.as_deref(), Some("accueil 10 500"));
    }

    async fn notes_are_chosen_before_any_is_read(memory: Memory) {
        let names: Vec<String> = (0..100).map(|at| format!("n{at}")).collect();
        let notes: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "Un canari.")).collect();
        let memory = published_notes(memory, &notes).await;
        let heard = Heard::default();
        let listening = tracing::subscriber::set_default(heard.clone());
        let found = search::find(&memory.db, "", "canari", 9).await.unwrap();
        drop(listening);
        let found: Vec<&str> = found.iter().map(|one| one.note.as_str()).collect();
        assert_eq!(found, ["n99", "n98", "n97", "n96", "n95", "n94", "n93", "n92", "n91"]);
        // The kinds of a statement's values are one letter each: one note, one letter.
        let heard = heard.0.lock().unwrap();
        let reads: Vec<_> = heard.iter().filter(|(sql, _)| sql.contains("join content")).collect();
        assert!(heard.len() > 2 && reads.len() == 1 && reads[0].1 <= 33, "{reads:?}");
    }

    async fn any_query_is_answered(memory: Memory) {
        let body = "Les cœurs d’Œdipe, l’œuf n°12 : une élève·s, aujourd’hui ; ﬁnale de l’équipe, Straße, C et naïve. \
            Odysseas Οδυσσέας, l’eʼeau, lʼeau, snake_case le 2024-03-15 ; étudiant(e)s, 1=1 or.";
        let memory = published_notes(memory, &[("n1", body)]).await;
        let long = "équipe ".repeat(1000);
        let found = [
            "coeur", "CŒURS", "œdipe", "Oedipe", "«\u{a0}œuf\u{a0}»", "“oeuf”", "élèves", "eleve", "ELEVES", "aujourd’hui", "finale", "ﬁnale",
            "e\u{301}quipe", "l’ équipe", "équi\u{ad}pe", "équi\u{200b}pe", "é\u{34f}quipe", "équipe\u{0}", "équipe\u{2028}finale", "\u{2067}équipe\u{2069}", "équipe\u{e0001}",
            "strasse", "c", "C", "12", "n°12", "naive", "équipe.", "-équipe", "équipe -", "l´équipe", &long,
            "équi\u{200d}pe", "lʼéquipe", "ＥＱＵＩＰＥ", "𝐞𝐪𝐮𝐢𝐩𝐞", "equipes", "équipe 🙂", "l'equipe, l'eau", "eau", "odysseas ΟΔΥΣΣΕΑΣ", "2024-03", "2024-03-15", "snake case",
            "étudiants", "l'équipe' or 1=1", "équipe\u{fe0f}", "\u{feff}équipe", "éQuIpE", "qu'est-ce que l'équipe",
        ];
        all_found(&memory, &found.map(|query| (query, &["n1"][..]))).await;
        for query in ["", " ", "'", "-", "\u{0}", "%", "_", "*", "\u{301}", "🙂", "\u{fffd}", "é\u{fffd}"] {
            assert_eq!(ids(&memory, query).await, Vec::<String>::new(), "{query:?}");
            search::meant(&memory.db, "", query).await.unwrap();
        }
    }
}

/// The statements issued by this thread, and how many values each has.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<(String, usize)>>>);

#[derive(Default)]
struct Statement(String, usize);

impl Visit for Statement {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "sql" => value.clone_into(&mut self.0),
            "kinds" => self.1 = value.len(),
            _ => {}
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}

impl Subscriber for Heard {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "sillage::sql"
    }

    fn event(&self, event: &Event<'_>) {
        let mut said = Statement::default();
        event.record(&mut said);
        self.0.lock().unwrap().push((said.0, said.1));
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// Notes everyone reads, in a commons of their own.
async fn published_notes(mut memory: Memory, notes: &[(&str, &str)]) -> Memory {
    let mut story = memory.room().await;
    for (note, body) in notes {
        story.push(memory.drafted(note, "lea", "Titre", body).await);
        story.push(published(note, "lea", Visibility::Everyone, 1));
    }
    memory.apply(story).await;
    memory
}

/// Each query finds its notes, and no other.
async fn all_found(memory: &Memory, cases: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (query, notes) in cases {
        let found = ids(memory, query).await;
        if found != *notes {
            wrong.push((query.chars().take(40).collect::<String>(), found, notes));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What is found, in the order of the alphabet.
async fn ids(memory: &Memory, query: &str) -> Vec<String> {
    let found = search::find(&memory.db, "", query, 9).await.unwrap();
    let mut ids: Vec<String> = found.iter().map(|one| one.note.as_str().to_owned()).collect();
    ids.sort();
    ids
}

#[test]
fn the_words_of_a_query_are_marked_where_they_are() {
    let marked = |text: &str, query: &str| -> Vec<String> {
        search::places(text, query).into_iter().map(|place| text[place.at].to_owned()).collect()
    };
    assert_eq!(
        marked("Les œuvres de l’équipe, une Œuvre", "oeuvre equipe"),
        ["œuvres", "équipe", "Œuvre"]
    );
    assert_eq!(
        marked("Un compte-rendu, le week-end", "compte rendu weekend"),
        ["compte", "rendu", "week-end"]
    );
    assert_eq!(marked("Rien ici", "absent"), Vec::<String>::new());
    assert_eq!(marked("Un mot du compte-rendu", "compte-rendu"), ["compte-rendu"]);
    assert_eq!(marked("Le maïs, mais doux", "le maïs"), ["maïs"]);
    assert_eq!(marked("Il a 10\u{a0}500 bols", "10 500"), ["10\u{a0}500"]);
    assert_eq!(marked("Sur la table", "la"), ["la"]);
}
