use domain::core::registry::Fact;
use domain::notes::note::{Change, Event, Hiding, Reason, RevisionKind};
use domain::notes::thanks;
use projections::notes::history::{self, Filter, Kind};

use crate::both;
use crate::memory::{Memory, a_note, person};

both! {
    async fn every_revision_is_told_once_and_pages_go_back(memory: Memory) {
        let mut memory = memory;
        let mut story = vec![memory.drafted("n1", "lea", "Un", "mots").await];
        for revision in 2..=5 {
            story.push(memory.revised("n1", "omar", revision, "mots").await);
        }
        memory.apply(story).await;
        let page = async |from, before, limit| {
            let page = history::page(&memory.db, &a_note("n1"), from, before, limit).await.unwrap();
            page.into_iter().map(|one| one.revision).collect::<Vec<_>>()
        };
        assert_eq!(page(1, i64::MAX, 2).await, [5, 4]);
        assert_eq!(page(1, 4, 9).await, [3, 2, 1]);
        assert_eq!(page(3, i64::MAX, 9).await, [5, 4, 3], "what was private stays private");
        let second = history::find(&memory.db, &a_note("n1"), 2).await.unwrap().unwrap();
        assert_eq!((second.by_name.as_str(), second.change.added, second.change.removed), ("OMAR", 3, 1));
        assert_eq!(history::find(&memory.db, &a_note("n1"), 9).await.unwrap(), None);
    }
}

both! {
    async fn names_hiding_and_thanks_are_told_with_each_revision(memory: Memory) {
        let mut memory = memory;
        let name = memory.content("c-name", "avant la rencontre", "").await.id;
        let (note, marie) = (a_note("n1"), person("marie"));
        let parts = Hiding { text: true, summary: true, author: true };
        let thanked = thanks::Event::RevisionThanked {
            note: note.clone(), revision: 2, to: person("omar"), by: marie.clone(),
        };
        let story = vec![
            memory.drafted("n1", "lea", "Un", "mots").await,
            memory.revised("n1", "omar", 2, "d'autres mots").await,
            Fact::Note(Event::RevisionNamed { note: note.clone(), revision: 2, by: marie.clone(), name }),
            Fact::Thanks(thanked),
            Fact::Note(Event::RevisionHidden {
                note: note.clone(), revision: 2, by: marie.clone(), parts, reason: Reason::Harmful,
            }),
        ];
        memory.apply(story).await;
        let second = history::find(&memory.db, &note, 2).await.unwrap().unwrap();
        assert_eq!((second.name.as_str(), second.thanks), ("avant la rencontre", 1));
        assert_eq!((second.hidden, second.hidden_reason.as_str()), (parts, "harmful"));
        let masked = second.masked();
        assert_eq!((masked.by_name.as_str(), masked.name.as_str()), ("", ""));
        assert_eq!(history::thanked_by(&memory.db, &note, "marie").await.unwrap(), [2]);
        let people = history::people_between(&memory.db, &note, 0, 9).await.unwrap();
        assert_eq!(people.len(), 1, "whose name is hidden is not counted among people: {people:?}");
        memory.apply(vec![
            Fact::Note(Event::RevisionShown { note: note.clone(), revision: 2, by: marie.clone() }),
            Fact::Note(Event::RevisionUnnamed { note: note.clone(), revision: 2, by: marie }),
        ]).await;
        let second = history::find(&memory.db, &note, 2).await.unwrap().unwrap();
        assert_eq!((second.name.as_str(), second.hidden), ("", Hiding::default()));
    }

    async fn a_page_holds_what_is_asked_for(memory: Memory) {
        let mut memory = memory;
        let typo = Change { typos: 2, added: 2, removed: 2, ..Change::default() };
        let mut story = vec![memory.drafted("n1", "lea", "Un", "mots").await];
        story.push(memory.revised("n1", "omar", 2, "deux").await);
        let kind = RevisionKind::Undo { of: 2, fragments: vec![0] };
        story.push(memory.revised_for("n1", "lea", 3, "trois", kind).await);
        if let Fact::Note(Event::Revised { note, by, base, content, kind, .. }) =
            memory.revised("n1", "omar", 4, "quatre").await
        {
            let revised = Event::Revised { note, by, revision: 4, base, content, kind, change: typo };
            story.push(Fact::Note(revised));
        }
        memory.apply(story).await;
        let note = a_note("n1");
        let page = async |filter: Filter| {
            let page = history::filtered(&memory.db, &note, (1, i64::MAX), &filter, 9).await.unwrap();
            page.into_iter().map(|one| one.revision).collect::<Vec<_>>()
        };
        let all = Filter::default();
        assert_eq!(page(all.clone()).await, [4, 3, 2, 1]);
        assert_eq!(page(Filter { person: Some(person("lea")), ..all.clone() }).await, [3, 1]);
        assert_eq!(page(Filter { kind: Some(Kind::Undo), ..all.clone() }).await, [3]);
        assert_eq!(page(Filter { without_typos: true, ..all.clone() }).await, [3, 2, 1]);
        assert_eq!(page(Filter { since: Some(3_000_000), ..all.clone() }).await, [4, 3]);
        assert_eq!(page(Filter { until: Some(3_000_000), ..all.clone() }).await, [2, 1]);
        assert_eq!(page(Filter { named: true, ..all }).await, [0; 0]);
        assert_eq!(history::last(&memory.db, &note).await.unwrap(), 4);
        assert_eq!(history::before(&memory.db, &note, 3_000_000).await.unwrap(), Some(2));
        assert_eq!(history::before(&memory.db, &note, 0).await.unwrap(), None);
    }
}
