use chrono::NaiveDate;
use domain::core::ids::MandateId;
use domain::core::registry::Fact;
use domain::groups::mandate::{Event, Task, Terms, Within};
use projections::groups::mandate::{find, of_group, of_person, times, totals};

use crate::both;
use crate::memory::{Memory, person};

fn id(mandate: &str) -> MandateId {
    mandate.parse().unwrap()
}

fn day(of_month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, of_month).unwrap()
}

fn community() -> Within {
    Within::Community("g1".parse().unwrap())
}

async fn terms(memory: &Memory, words: &str, amount: Option<i64>) -> Terms {
    let content = memory.content(&format!("c-{}", words.replace(' ', "-")), words, "").await.id;
    let (task, from) = (Task::Capture, day(1));
    Terms { task, from, until: Some(day(20)), hours: Some(12), amount, content }
}

fn given(mandate: &str, within: Within, who: &str, terms: Terms) -> Fact {
    let (by, person) = (person("lea"), person(who));
    Fact::Mandate(Event::Given { mandate: id(mandate), within, by, person, terms })
}

fn noted(mandate: &str, time: &str, on: u32, minutes: u32) -> Fact {
    let (person, time) = (person("omar"), time.parse().unwrap());
    Fact::Mandate(Event::TimeNoted { mandate: id(mandate), person, time, on: day(on), minutes })
}

both! {
    async fn a2_hours_add_up_to_what_the_log_says(memory: Memory) {
        let mut memory = memory;
        let room = Within::Workshop("w1".parse().unwrap());
        let story = vec![
            given("a", community(), "omar", terms(&memory, "Noter", Some(60_000)).await),
            given("b", community(), "marie", terms(&memory, "Animer", None).await),
            given("c", room.clone(), "omar", terms(&memory, "Un soir", None).await),
            noted("a", "t1", 3, 60),
            noted("a", "t2", 5, 90),
            noted("a", "t2", 5, 90),
            noted("b", "t3", 4, 30),
        ];
        // The same entry twice in the log was decided once: the table is only added to by new ones.
        memory.apply(story.into_iter().enumerate().filter(|(at, _)| *at != 5).map(|(_, fact)| fact).collect()).await;
        let db = &memory.db;
        let found = find(db, &id("a")).await.unwrap().unwrap();
        assert_eq!((found.title.as_str(), found.name.as_str(), found.minutes), ("Noter", "OMAR", 150));
        assert_eq!((found.amount, found.hours, found.until), (Some(60_000), 12, Some(day(20))));
        assert_eq!(found.within, community());
        assert_eq!(find(db, &id("b")).await.unwrap().unwrap().amount, None);
        assert_eq!(totals(db, &community()).await.unwrap(), (2, 180));
        assert_eq!(totals(db, &room).await.unwrap(), (1, 0));
        let ids = |found: Vec<projections::groups::mandate::Mandate>| -> Vec<String> { found.iter().map(|it| it.mandate.to_string()).collect() };
        assert_eq!(ids(of_group(db, &community(), (0, 9)).await.unwrap()), ["b", "a"]);
        assert_eq!(ids(of_group(db, &community(), (1, 1)).await.unwrap()), ["a"]);
        assert_eq!(ids(of_person(db, &person("omar"), (0, 9)).await.unwrap()), ["c", "a"]);
        let days = |found: Vec<projections::groups::mandate::Time>| -> Vec<(NaiveDate, i64)> { found.iter().map(|it| (it.on, it.minutes)).collect() };
        assert_eq!(days(times(db, &id("a"), (0, 9)).await.unwrap()), [(day(5), 90), (day(3), 60)]);
        let removed = Event::TimeRemoved { mandate: id("a"), person: person("omar"), time: "t1".parse().unwrap() };
        memory.apply(vec![Fact::Mandate(removed)]).await;
        let db = &memory.db;
        assert_eq!(totals(db, &community()).await.unwrap().1, 120);
        assert_eq!(days(times(db, &id("a"), (0, 9)).await.unwrap()), [(day(5), 90)]);
    }

    async fn terms_change_and_a_mandate_ends_and_goes_on(memory: Memory) {
        let mut memory = memory;
        let story = vec![given("a", community(), "omar", terms(&memory, "Noter", None).await)];
        memory.apply(story).await;
        let other = Terms { task: Task::Upkeep, until: None, ..terms(&memory, "Entretenir", Some(5)).await };
        let changed = Event::Changed { mandate: id("a"), by: person("lea"), person: person("omar"), terms: other };
        memory.apply(vec![Fact::Mandate(changed), Fact::Mandate(Event::Ended { mandate: id("a"), by: person("lea"), person: person("omar") })]).await;
        let found = find(&memory.db, &id("a")).await.unwrap().unwrap();
        assert_eq!((found.task, found.until, found.amount, found.ended), (Task::Upkeep, None, Some(5), true));
        memory.apply(vec![Fact::Mandate(Event::Resumed { mandate: id("a"), by: person("lea"), person: person("omar") })]).await;
        assert!(!find(&memory.db, &id("a")).await.unwrap().unwrap().ended);
    }
}
