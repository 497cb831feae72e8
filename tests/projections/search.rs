use domain::visibility::Visibility;
use projections::search;

use crate::both;
use crate::memory::{Memory, entered, published};

both! {
    async fn words_are_found_with_or_without_accents_plurals_and_ligatures(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        let body = "Les œuvres de l’équipe : des apprentissages partagés.";
        story.push(memory.drafted("n1", "lea", "Récit d'atelier", body).await);
        story.push(published("n1", "lea", Visibility::Everyone, 1));
        memory.tell(story).await;
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
        memory.tell(story).await;
        let find = async |who| search::find(&memory.db, who, "canari", 9).await.unwrap().len();
        assert_eq!((find("").await, find("omar").await, find("lea").await), (0, 1, 2));
    }

    async fn only_the_current_words_are_found(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(memory.drafted("n1", "lea", "Un", "ancien").await);
        story.push(published("n1", "lea", Visibility::Everyone, 1));
        memory.tell(story).await;
        let revised = memory.revised("n1", "lea", 2, "nouveau").await;
        memory.tell(vec![revised]).await;
        let find = async |query| search::find(&memory.db, "", query, 9).await.unwrap().len();
        assert_eq!((find("ancien").await, find("nouveau").await), (0, 1));
    }

    async fn a_query_made_of_sql_is_only_words(memory: Memory) {
        assert_eq!(search::find(&memory.db, "", "' or 1=1; drop table p_note_v3 --", 9).await.unwrap(), []);
    }

    async fn c07_words_of_a_pdf_are_found(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        let body = "L’oﬃnelle du bro\u{ad}zail : un aﬁnage coﬂant, diz\u{ad}velle.";
        story.push(memory.drafted("n1", "lea", "Copie", body).await);
        story.push(published("n1", "lea", Visibility::Everyone, 1));
        memory.tell(story).await;
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
        ];
        for (note, body) in bodies {
            story.push(memory.drafted(note, "lea", "Note", body).await);
            story.push(published(note, "lea", Visibility::Everyone, 1));
        }
        memory.tell(story).await;
        let cases = [
            ("compte-rendu", 2), ("compte rendu", 2), ("compte\u{2011}rendu", 2), ("l'accueil", 1), ("l’accueil", 1),
            ("d'accueil", 1), ("qu'on arrive", 1), ("qu’on arrive", 1), ("weekend", 2), ("aujourdhui", 1),
            ("aujourd'hui", 1), ("team's", 1), ("it's the team", 1), ("meetings", 1),
            ("lʼaccueil", 1), ("l´accueil", 1), ("e-mail", 0), ("participant.e.s", 1), ("participant-e-s", 1),
            ("participants", 1), ("animatrice", 1), ("animateur·trice", 1), ("animateurs", 1), ("presqu'île", 0),
        ];
        for (query, many) in cases {
            assert_eq!(search::find(&memory.db, "", query, 9).await.unwrap().len(), many, "{query}");
        }
    }

    async fn one_slip_is_forgiven_in_both_languages(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        let body = "L’accueil se prépare : accueillir, écouter. Un compte rendu à l’œuvre. \
            We shared the knowledge, and a meeting. A coffeehouse. Дерево у реки.";
        story.push(memory.drafted("n1", "lea", "Bienvenue", body).await);
        story.push(published("n1", "lea", Visibility::Everyone, 1));
        memory.tell(story).await;
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
        for query in ["accueil", "xylophone", "", "de la", "abc", "a", "l'", "1234", &"é".repeat(4000)] {
            assert_eq!(search::meant(&memory.db, "", query).await.unwrap(), None, "{query}");
        }
    }

    async fn a_word_that_one_may_not_read_is_never_meant(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(entered("lea"));
        story.push(memory.drafted("n1", "lea", "Brouillon", "canari").await);
        memory.tell(story).await;
        assert_eq!(search::meant(&memory.db, "", "canary").await.unwrap(), None);
        assert_eq!(search::meant(&memory.db, "lea", "canary").await.unwrap().as_deref(), Some("canari"));
        // Once its words are others, it is nowhere.
        let revised = memory.revised("n1", "lea", 2, "pinson").await;
        memory.tell(vec![revised]).await;
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
        memory.tell(story).await;
        let found = search::find(&memory.db, "", "canari", 9).await.unwrap();
        let order: Vec<&str> = found.iter().map(|one| one.note.as_str()).collect();
        assert_eq!(order, ["best", "new", "old"]);
    }
}

#[test]
fn the_words_of_a_query_are_marked_where_they_are() {
    let marked = |text: &str, query: &str| -> Vec<String> {
        search::marks(text, query).into_iter().map(|at| text[at].to_owned()).collect()
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
}
