use domain::core::registry::Fact;
use domain::notes::note::Event;
use domain::notes::visibility::Visibility;
use projections::notes::audience::first_of;
use projections::notes::note;

use crate::both;
use crate::memory::{Memory, a_note, entered, person, published, withdrawn, workshop};

both! {
    async fn a_draft_is_its_writers_alone(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.extend([entered("lea"), entered("omar")]);
        story.push(memory.drafted("n1", "lea", "Silence", "mots").await);
        memory.apply(story).await;
        for nobody in ["", "omar", "marie"] {
            assert_eq!(note::newest(&memory.db, nobody, 9).await.unwrap(), []);
            assert_eq!(note::of_workshop(&memory.db, &workshop(), nobody).await.unwrap(), []);
        }
        assert_eq!(note::all_written_by(&memory.db, &person("lea")).await.unwrap().len(), 1);
    }

    async fn a_note_for_the_group_is_read_by_the_group(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.extend([entered("lea"), entered("omar")]);
        story.push(memory.drafted("n1", "lea", "Silence", "mots").await);
        story.push(published("n1", "lea", Visibility::Workshop, 1));
        memory.apply(story).await;
        let seen = async |who| note::newest(&memory.db, who, 9).await.unwrap().len();
        assert_eq!(seen("omar").await, 1);
        assert_eq!(seen("marie").await, 1, "its facilitator is of the group");
        assert_eq!(seen("").await, 0);
        assert_eq!(seen("somebody-else").await, 0);
    }

    async fn the_newest_of_all_and_of_ones_groups_come_in_order_and_no_more_than_asked(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.extend([entered("lea"), entered("omar")]);
        // Every second one is for the group, every third one is a draft.
        for number in 1..=9 {
            let id = format!("n{number}");
            story.push(memory.drafted(&id, "lea", &id, &"mot ".repeat(2000)).await);
            if number % 3 > 0 {
                let everyone = number % 2 == 0;
                let who = if everyone { Visibility::Everyone } else { Visibility::Workshop };
                story.push(published(&id, "lea", who, 1));
            }
        }
        memory.apply(story).await;
        let seen = async |who, most| -> Vec<String> {
            let found = note::newest(&memory.db, who, most).await.unwrap();
            found.into_iter().map(|note| note.note.to_string()).collect()
        };
        assert_eq!(seen("", 9).await, ["n8", "n4", "n2"]);
        for reader in ["omar", "lea", "marie"] {
            assert_eq!(seen(reader, 9).await, ["n8", "n7", "n5", "n4", "n2", "n1"], "{reader}");
            assert_eq!(seen(reader, 2).await, ["n8", "n7"], "{reader}");
        }
        let listed = note::newest(&memory.db, "", 1).await.unwrap();
        assert_eq!(listed[0].body.chars().count(), 4000, "the beginning, for a card");
    }

    async fn what_one_writes_comes_a_page_at_a_time(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        for (id, by) in [("n1", "lea"), ("n2", "omar"), ("n3", "lea"), ("n4", "lea"), ("n5", "zoe")] {
            story.push(memory.drafted(id, by, id, "mots").await);
        }
        let joined = |note, who: &str, by: &str| {
            let (note, person, by) = (a_note(note), person(who), person(by));
            Fact::Note(Event::AuthorJoined { note, person, by })
        };
        story.push(joined("n2", "lea", "omar"));
        story.push(published("n4", "lea", Visibility::Everyone, 1));
        memory.apply(story).await;
        let ids = |found: Vec<note::Note>| -> Vec<String> {
            found.into_iter().map(|note| note.note.to_string()).collect()
        };
        let lea = person("lea");
        let page = async |range| ids(note::written_by(&memory.db, &lea, range).await.unwrap());
        assert_eq!(page((0, 3)).await, ["n4", "n3", "n2"]);
        assert_eq!(page((3, 3)).await, ["n1"]);
        assert_eq!(ids(note::all_written_by(&memory.db, &lea).await.unwrap()).len(), 4);
        let drafts = async |most| ids(note::unshared_of(&memory.db, &lea, most).await.unwrap());
        assert_eq!(drafts(9).await, ["n3", "n2", "n1"], "what is published is no draft");
        assert_eq!(drafts(1).await, ["n3"]);
        let asked = [a_note("n1"), a_note("n2"), a_note("n4"), a_note("n5")];
        let those = async |who| {
            let mut found = ids(note::those(&memory.db, who, &asked).await.unwrap());
            found.sort_unstable();
            found
        };
        assert_eq!(those("lea").await, ["n1", "n2", "n4"]);
        assert_eq!(those("omar").await, ["n2", "n4"]);
        assert_eq!(those("").await, ["n4"]);
        assert_eq!(note::those(&memory.db, "lea", &[]).await.unwrap(), []);
    }

    async fn the_first_publication_dates_a_note_for_good(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(memory.drafted("n1", "lea", "Silence", "mots").await);
        story.push(published("n1", "lea", Visibility::Everyone, 1));
        memory.apply(story).await;
        let first = note::find(&memory.db, &a_note("n1")).await.unwrap().unwrap();
        let revised = memory.revised("n1", "lea", 2, "autres mots").await;
        let again = published("n1", "lea", Visibility::Everyone, 2);
        memory.apply(vec![withdrawn("n1", "lea"), revised, again]).await;
        let later = note::find(&memory.db, &a_note("n1")).await.unwrap().unwrap();
        assert_eq!(later.published_at, first.published_at);
        assert!(later.modified_at > first.modified_at);
        // What was written while it was a draft stays the writer's.
        assert_eq!(first_of(&memory.db, &a_note("n1"), "w1").await.unwrap(), 2);
        assert_eq!(later.title, "Retouchée");
    }

    async fn the_note_to_thank_is_someone_elses_and_the_least_thanked(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.extend([entered("lea"), entered("omar")]);
        for (id, by) in [("n1", "lea"), ("n2", "lea"), ("n3", "omar")] {
            story.push(memory.drafted(id, by, id, "mots").await);
            story.push(published(id, by, Visibility::Workshop, 1));
        }
        memory.content("c-thanks", "", "Merci").await;
        story.push(Fact::Thanks(domain::notes::thanks::Event::Given {
            note: a_note("n1"),
            to: person("lea"),
            by: person("marie"),
            workshop: Some(workshop()),
            content: crate::memory::content("c-thanks"),
        }));
        memory.apply(story).await;
        let next = async |who| {
            let found = note::to_thank(&memory.db, &workshop(), &person(who)).await.unwrap();
            found.map(|note| note.note.to_string())
        };
        assert_eq!(next("omar").await.as_deref(), Some("n2"));
        assert_eq!(next("lea").await.as_deref(), Some("n3"));
    }
}
