use domain::core::registry::Fact;
use domain::notes::note::{Event, Reason, RevisionKind};
use projections::notes::blame;

use crate::both;
use crate::memory::{Memory, a_note, content, person};

const FIRST: &str = "Une phrase que quelqu'un avait écrite. Une autre suit.\n";

async fn spans(memory: &Memory, revision: i64) -> String {
    blame::of(&memory.db, &a_note("n1"), revision).await.unwrap().unwrap().to_string()
}

async fn story(memory: &Memory) -> Vec<Fact> {
    vec![
        memory.drafted("n1", "lea", "Un", FIRST).await,
        memory.revised("n1", "omar", 2, "Une autre suit, plus longue.\n").await,
        memory.revised("n1", "omar", 3, &format!("Une autre suit, plus longue. {FIRST}")).await,
        memory.revised_for("n1", "lea", 4, FIRST, RevisionKind::Restore { of: 1 }).await,
    ]
}

both! {
    async fn words_are_followed_from_one_revision_to_the_next(memory: Memory) {
        let mut memory = memory;
        let told = story(&memory).await;
        memory.apply(told).await;
        assert!(spans(&memory, 2).await.contains("2:"), "what Omar put in is Omar's");
        let third = blame::of(&memory.db, &a_note("n1"), 3).await.unwrap().unwrap();
        let shares = third.shares(&format!("Une autre suit, plus longue. {FIRST}"));
        // "Une autre suit." stands there twice: too short to be recognised, it is a copy.
        assert_eq!(shares.get(&3), Some(&3), "a sentence that comes back is its first writer's: {third}");
        assert_eq!(spans(&memory, 4).await, spans(&memory, 1).await);
        assert_eq!(blame::of(&memory.db, &a_note("n1"), 9).await.unwrap(), None);
    }

    async fn told_one_by_one_or_at_once_it_is_the_same(memory: Memory) {
        let mut memory = memory;
        let mut slow = Memory::on(crate::databases::Engine::Sqlite).await.unwrap();
        let (at_once, told) = (story(&memory).await, story(&slow).await);
        memory.apply(at_once).await;
        for fact in told {
            slow.apply(vec![fact]).await;
        }
        for revision in 1..=4 {
            assert_eq!(spans(&memory, revision).await, spans(&slow, revision).await);
        }
    }

    async fn after_an_erasure_the_note_is_told_again(memory: Memory) {
        let mut memory = memory;
        let told = story(&memory).await;
        memory.apply(told).await;
        let before = spans(&memory, 4).await;
        let sql = "update content set body = replace(body, 'quelqu''un', '▮')";
        memory.db.exec(sql, &[]).await.unwrap();
        let current = memory.content("c-n1-4", "Retouchée", "").await;
        memory.apply(vec![Fact::Note(Event::PassageErased {
            note: a_note("n1"),
            by: person("marie"),
            contents: vec![content("c-n1"), content("c-n1-3"), content("c-n1-4")],
            reason: Reason::Asked,
            current,
        })]).await;
        assert_eq!(spans(&memory, 4).await, before, "as many words, and of the same people");
        let sql = "select count(*) from p_cemetery";
        assert!(memory.db.row(sql, &[]).await.unwrap().unwrap().int(0) > 0);
    }
}
