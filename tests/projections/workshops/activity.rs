use domain::core::registry::Fact;
use domain::notes::note::Event as N;
use domain::notes::thanks;
use domain::notes::visibility::Visibility;
use domain::people::person;
use domain::workshops::report::Did;
use domain::workshops::script::Script;
use domain::workshops::workshop::{Event as W, Tone};
use projections::workshops::activity;

use crate::both;
use crate::memory::{Memory, a_note, content, entered, person as who, published, workshop};

fn is(told: &[domain::workshops::report::Act]) -> Vec<(Did, &str)> {
    told.iter()
        .map(|act| (act.did, act.person.as_ref().map_or("", domain::core::ids::PersonId::as_str)))
        .collect()
}

both! {
    async fn the_acts_of_a_room_are_those_of_its_people_and_on_their_notes(memory: Memory) {
        let mut memory = memory;
        let elsewhere = "w2".parse().unwrap();
        // Before: Léa was in another workshop; Omar, who never came, has an account.
        let content_id = memory.content("c-w2", "Ailleurs", "").await.id;
        let mut story = vec![
            Fact::Workshop(W::Prepared {
                workshop: "w2".parse().unwrap(),
                by: who("marie"),
                content: content_id,
                script: Script::express().reference(),
                places: 12,
                tone: Tone::Vous,
                on: None,
            }),
            Fact::Workshop(W::Opened { workshop: elsewhere, by: who("marie") }),
            Fact::Workshop(W::Entered { workshop: "w2".parse().unwrap(), person: who("lea") }),
            Fact::Workshop(W::Closed { workshop: "w2".parse().unwrap(), by: who("marie") }),
            Fact::Person(person::Event::AccountClaimed { person: who("omar") }),
        ];
        story.extend(memory.room().await);
        story.push(entered("lea"));
        story.push(memory.drafted("n1", "lea", "Un titre secret", "mots").await);
        story.push(memory.revised("n1", "lea", 2, "d’autres mots").await);
        memory.apply(story).await;
        let thanked = thanks::Event::Given {
            note: a_note("n1"), to: who("lea"), by: who("omar"), workshop: None,
            content: content("c-merci"),
        };
        let mut story = vec![published("n1", "lea", Visibility::Everyone, 2), Fact::Thanks(thanked)];
        story.push(memory.revised("n1", "lea", 3, "encore").await);
        story.push(Fact::Person(person::Event::AccountClaimed { person: who("lea") }));
        memory.apply(story).await;
        let told = activity::of_workshop(&memory.db, &workshop()).await.unwrap();
        assert_eq!(is(&told), [
            (Did::Opened, ""), (Did::Entered, "lea"), (Did::Closed, ""), (Did::Opened, ""),
            (Did::Entered, "lea"), (Did::Drafted, "lea"), (Did::Wrote, "lea"),
            (Did::Published, "lea"), (Did::Thanked, "omar"), (Did::Revised, "lea"),
            (Did::Claimed, "lea"),
        ]);
        assert!(told.is_sorted_by_key(|act| act.at));
        assert_eq!(told[7].visibility, Some(Visibility::Everyone));
        assert_eq!((told[5].words, told[8].other.clone()), (2, Some(who("lea"))));
        assert!(!format!("{told:?}").contains("secret"), "an act holds no word");
    }

    async fn a_note_taken_back_is_a_draft_again(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(entered("lea"));
        story.push(memory.drafted("n1", "lea", "Titre", "mots").await);
        story.push(published("n1", "lea", Visibility::Workshop, 1));
        story.push(Fact::Note(N::Withdrawn { note: a_note("n1"), by: who("lea"), reason: None }));
        story.push(memory.revised("n1", "lea", 2, "d’autres mots").await);
        memory.apply(story).await;
        let told = activity::of_workshop(&memory.db, &workshop()).await.unwrap();
        let last: Vec<Did> = told.iter().rev().take(2).map(|act| act.did).collect();
        assert_eq!(last, [Did::Wrote, Did::Withdrew]);
    }
}
