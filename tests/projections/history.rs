use projections::history;

use crate::both;
use crate::memory::{Memory, a_note};

both! {
    async fn every_revision_is_told_once_and_pages_go_back(memory: Memory) {
        let mut memory = memory;
        let mut story = vec![memory.drafted("n1", "lea", "Un", "mots").await];
        for revision in 2..=5 {
            story.push(memory.revised("n1", "omar", revision, "mots").await);
        }
        memory.tell(story).await;
        let page = async |from, before, limit| {
            let page = history::page(&memory.db, &a_note("n1"), from, before, limit).await.unwrap();
            page.into_iter().map(|one| one.revision).collect::<Vec<_>>()
        };
        assert_eq!(page(1, i64::MAX, 2).await, [5, 4]);
        assert_eq!(page(1, 4, 9).await, [3, 2, 1]);
        assert_eq!(page(3, i64::MAX, 9).await, [5, 4, 3], "what was private stays private");
        let second = history::find(&memory.db, &a_note("n1"), 2).await.unwrap().unwrap();
        assert_eq!((second.by_name.as_str(), second.added, second.removed), ("OMAR", 3, 1));
        assert_eq!(history::find(&memory.db, &a_note("n1"), 9).await.unwrap(), None);
    }
}
