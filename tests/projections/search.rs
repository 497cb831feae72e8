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
}
