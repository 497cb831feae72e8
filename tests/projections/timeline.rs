use domain::fact::Fact;
use domain::visibility::Visibility;
use domain::workshop::Event;
use projections::timeline;

use crate::both;
use crate::memory::{Memory, entered, person, published, workshop};

both! {
    async fn a_workshop_is_told_moment_by_moment(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(entered("lea"));
        story.push(memory.drafted("n1", "lea", "Un titre secret", "mots").await);
        memory.tell(story).await;
        // Published in another batch: the note is known all the same.
        let closed = Event::Closed { workshop: workshop(), by: person("marie") };
        memory
            .tell(vec![
                published("n1", "lea", Visibility::Workshop, 1),
                Fact::Workshop(closed),
            ])
            .await;
        let told = timeline::of_workshop(&memory.db, &workshop()).await.unwrap();
        let words: Vec<_> =
            told.iter().map(|one| (one.moment.as_str(), one.detail.as_str())).collect();
        assert_eq!(words, [
            ("opened", ""), ("entered", ""), ("step", "idea"), ("published", ""), ("closed", ""),
        ]);
        assert_eq!(told[3].name, "LEA");
        assert!(told.is_sorted_by_key(|one| one.position));
        assert!(!format!("{told:?}").contains("secret"), "a moment holds no word");
    }
}
