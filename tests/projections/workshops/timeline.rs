use domain::core::registry::Fact;
use domain::notes::note;
use domain::notes::visibility::Visibility;
use domain::workshops::script::Step;
use domain::workshops::workshop::Event;
use projections::workshops::timeline::{self, Moment};

use crate::both;
use crate::memory::{Memory, entered, person, published, workshop};

both! {
    async fn a_workshop_is_told_moment_by_moment(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(entered("lea"));
        story.push(memory.drafted("n1", "lea", "Un titre secret", "mots").await);
        memory.apply(story).await;
        // Published in another batch: the note is known all the same.
        let closed = Event::Closed { workshop: workshop(), by: person("marie") };
        memory
            .apply(vec![
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

    /// One definition of a step that is done: the synthesis is nobody's first note.
    async fn a_step_is_what_the_domain_says_completes_one(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(entered("lea"));
        let mut synthesis = memory.drafted("n1", "lea", "Synthèse", "mots").await;
        if let Fact::Note(note::Event::Drafted { door, .. }) = &mut synthesis {
            *door = None;
        }
        story.push(synthesis);
        story.push(memory.drafted("n2", "lea", "Titre", "mots").await);
        story.push(published("n2", "lea", Visibility::Workshop, 1));
        let completed: Vec<Step> = story.iter().filter_map(Step::completed_by).map(|(.., step)| step).collect();
        memory.apply(story).await;
        let told = timeline::of_workshop(&memory.db, &workshop()).await.unwrap();
        let steps: Vec<Step> = told.iter().filter_map(Moment::step).collect();
        assert_eq!(completed, [Step::Idea]);
        assert_eq!(steps, [Step::Idea, Step::Publish]);
    }
}
