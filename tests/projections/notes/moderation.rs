use domain::core::registry::Fact;
use domain::notes::moderation::{Event, Outcome};
use domain::notes::note::Reason;
use domain::notes::visibility::Visibility;
use projections::notes::moderation;

use crate::both;
use crate::memory::{Memory, a_note, person, published};

both! {
    async fn what_waits_what_became_of_it_and_what_the_register_says(memory: Memory) {
        let mut memory = memory;
        let (note, erasure) = (a_note("n1"), "e1".parse::<domain::core::ids::ErasureId>().unwrap());
        let report = "r1".parse::<domain::core::ids::ReportId>().unwrap();
        let drafted = memory.drafted("n1", "marie", "Le pain", "Une phrase.").await;
        memory.apply(vec![drafted, published("n1", "marie", Visibility::Everyone, 1)]).await;
        memory.apply(vec![
            Fact::Moderation(Event::Reported {
                note: note.clone(), report: report.clone(), by: Some(person("omar")),
                reason: Reason::Personal,
            }),
            Fact::Moderation(Event::ErasureProposed {
                note: note.clone(), erasure: erasure.clone(), by: person("omar"),
                reason: Reason::Asked, passage: "c8".parse().unwrap(),
            }),
        ]).await;
        let db = &memory.db;
        assert_eq!(moderation::reports_waiting(db, &person("lea"), true).await.unwrap().len(), 1);
        assert!(moderation::reports_waiting(db, &person("marie"), true).await.unwrap().is_empty(), "not of one's own note");
        assert_eq!(moderation::erasures_waiting(db, &person("lea")).await.unwrap().len(), 1);
        assert!(moderation::register(db, i64::MAX).await.unwrap().is_empty(), "nothing is erased yet");
        memory.apply(vec![
            Fact::Moderation(Event::ReportAnswered {
                note: note.clone(), report, by: person("lea"), outcome: Outcome::Changed,
            }),
            Fact::Moderation(Event::ErasureAgreed {
                note: note.clone(), erasure: erasure.clone(), by: person("lea"),
            }),
        ]).await;
        let db = &memory.db;
        assert!(moderation::reports_waiting(db, &person("lea"), true).await.unwrap().is_empty());
        let mine = moderation::reports_of(db, &person("omar")).await.unwrap();
        assert_eq!(mine[0].outcome, "changed");
        let told = moderation::register(db, i64::MAX).await.unwrap();
        assert_eq!((told[0].stage.as_str(), &told[0].agreed_by), ("sealed", &Some(person("lea"))));
        memory.apply(vec![
            Fact::Moderation(Event::ErasureUndone { note, erasure, by: person("lea") }),
        ]).await;
        assert_eq!(moderation::register(&memory.db, i64::MAX).await.unwrap()[0].stage, "undone");
    }
}
