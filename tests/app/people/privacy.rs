use app::demo::PASSWORD;

use crate::both;
use crate::world::World;

both! {
    async fn the_log_holds_no_name_no_address_and_no_word_people_wrote(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let rows = world.app.db.rows("select payload, metadata from events", &[]).await.unwrap();
        let log: String = rows.iter().map(|row| row.text(0) + &row.text(1)).collect();
        assert!(rows.len() > 30 && log.contains("Published"));
        for secret in [
            "Marie", "Ahmed", "Léa", "Omar", "Camille", "exemple.org", "tour de table",
            "Premiers pas", "Merci", PASSWORD, "127.0.0.1",
        ] {
            assert!(!log.contains(secret), "the log holds {secret:?}");
        }
    }

    async fn what_two_notes_were_read_by_cannot_be_put_together(world: World) {
        let marie = world.member("Marie").await;
        let (one, two) = ("n1".parse().unwrap(), "n2".parse().unwrap());
        let first = world.app.notes().reader_of(&marie, &one).await.unwrap();
        assert_eq!(world.app.notes().reader_of(&marie, &one).await.unwrap(), first, "one reader a note");
        assert_ne!(world.app.notes().reader_of(&marie, &two).await.unwrap(), first);
        assert!(!first.as_str().contains(marie.as_str()));
    }

    async fn passwords_sessions_and_phrases_are_not_kept_as_they_are(world: World) {
        let marie = world.member("Marie").await;
        let token = world.app.people().open_session(&marie).await.unwrap();
        let phrase = world.app.people().resume_phrase(&marie).await.unwrap();
        let mut kept = String::new();
        for table in ["people", "sessions", "one_time_links"] {
            let rows = world.app.db.rows(&format!("select * from {table}"), &[]).await.unwrap();
            kept.push_str(&format!("{rows:?}"));
        }
        for secret in [token.as_str(), phrase.as_str(), "un sillage sur le lac"] {
            assert!(!kept.contains(secret));
        }
    }
}
