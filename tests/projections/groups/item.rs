use domain::core::registry::Fact;
use domain::groups::item::{Event, ItemKind, Sheet, Source};
use projections::groups::item::{self, outline};

use crate::both;
use crate::memory::{Memory, content, entered, person, workshop};

fn captured(id: &str, under: Option<&str>, words: &str) -> Fact {
    Fact::Item(Event::Captured {
        item: id.parse().unwrap(),
        sheet: Sheet::from(&workshop()),
        by: person("marie"),
        kind: ItemKind::Learning,
        under: under.map(|id| id.parse().unwrap()),
        source: Source::Said,
        content: content(words),
    })
}

both! {
    async fn lines_stand_where_they_were_captured(memory: Memory) {
        let mut memory = memory;
        for (id, words) in [("c-a", "Un"), ("c-b", "Deux"), ("c-c", "Sous un"), ("c-d", "Plus bas")] {
            memory.content(id, "", words).await;
        }
        let mut story = memory.room().await;
        story.extend([
            captured("a", None, "c-a"),
            captured("b", None, "c-b"),
            captured("c", Some("a"), "c-c"),
            captured("d", Some("c"), "c-d"),
        ]);
        memory.apply(story).await;
        let items = item::of_workshop(&memory.db, &workshop()).await.unwrap();
        let told: Vec<_> =
            outline(&items).iter().map(|(depth, item)| (*depth, item.words.clone())).collect();
        let places = [(0, "Un"), (1, "Sous un"), (2, "Plus bas"), (0, "Deux")];
        assert_eq!(told, places.map(|(depth, words)| (depth, words.to_owned())));

        // What stood under a line that is left out moves up: nothing said is lost with it.
        let dropped = Event::Dropped { item: "c".parse().unwrap(), by: person("marie") };
        memory.apply(vec![Fact::Item(dropped)]).await;
        let items = item::of_workshop(&memory.db, &workshop()).await.unwrap();
        let told: Vec<_> = outline(&items).iter().map(|(depth, item)| (*depth, item.words.as_str())).collect();
        assert_eq!(told, [(0, "Un"), (1, "Plus bas"), (0, "Deux")]);
    }

    async fn lines_under_one_that_was_merged_follow_it(memory: Memory) {
        let mut memory = memory;
        for (id, words) in [("c-a", "Un"), ("c-b", "Le même"), ("c-c", "Sous le même")] {
            memory.content(id, "", words).await;
        }
        let mut story = memory.room().await;
        story.extend([
            captured("a", None, "c-a"),
            captured("b", None, "c-b"),
            captured("c", Some("b"), "c-c"),
            Fact::Item(Event::MergedInto {
                item: "b".parse().unwrap(),
                by: person("marie"),
                into: "a".parse().unwrap(),
            }),
        ]);
        memory.apply(story).await;
        let items = item::of_workshop(&memory.db, &workshop()).await.unwrap();
        let told: Vec<_> = outline(&items).iter().map(|(depth, item)| (*depth, item.words.as_str())).collect();
        assert_eq!(told, [(0, "Un"), (1, "Sous le même")]);
    }

    async fn a_name_goes_with_a_line_only_when_its_owner_agrees(memory: Memory) {
        let mut memory = memory;
        memory.content("c-a", "", "Un").await;
        let mut story = memory.room().await;
        story.extend([
            entered("lea"),
            captured("a", None, "c-a"),
            Fact::Item(Event::Attributed {
                item: "a".parse().unwrap(),
                by: person("marie"),
                to: Some(person("lea")),
            }),
        ]);
        memory.apply(story).await;
        let named = async |memory: &Memory| {
            let items = item::of_workshop(&memory.db, &workshop()).await.unwrap();
            items[0].of_name.clone()
        };
        assert_eq!(named(&memory).await, "");
        let consent = |given| {
            Fact::Participation(domain::workshops::participation::Event::ConsentRecorded {
                workshop: workshop(),
                person: person("lea"),
                consent: domain::workshops::participation::Consent::Quote,
                given,
                wording: 1,
            })
        };
        memory.apply(vec![consent(true)]).await;
        assert_eq!(named(&memory).await, "LEA");
        memory.apply(vec![consent(false)]).await;
        assert_eq!(named(&memory).await, "", "taken back, gone at once");
    }
}
