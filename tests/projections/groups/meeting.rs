use domain::core::ids::{CommunityId, MeetingId};
use domain::core::registry::Fact;
use domain::groups::meeting::{Event, Hours, Kind, Moment};
use projections::groups::meeting::{
    attendance, comers, coming_of, count_to_come, find, held, of_note, pulse, siblings, to_come,
};

use crate::both;
use crate::memory::{Memory, a_note, person};

const COMMUNITY: &str = "g1";

fn group() -> CommunityId {
    COMMUNITY.parse().unwrap()
}

fn id(meeting: &str) -> MeetingId {
    meeting.parse().unwrap()
}

fn hours(starts_at: i64) -> Hours {
    Hours { starts_at, ends_at: starts_at + 10, zone: "America/Montreal".parse().unwrap() }
}

/// A meeting announced by Lea, of the series that `first` begins.
async fn announced(memory: &Memory, meeting: &str, starts_at: i64, first: Option<&str>) -> Fact {
    let content = memory.content(&format!("c-{meeting}"), meeting, "De tout").await.id;
    Fact::Meeting(Event::Announced {
        meeting: id(meeting),
        community: group(),
        by: person("lea"),
        kind: Kind::Gathering,
        hours: hours(starts_at),
        places: Some(2),
        series: first.map(id),
        content,
    })
}

fn fact(event: Event) -> Fact {
    Fact::Meeting(event)
}

both! {
    async fn meetings_are_to_come_then_held_and_a_series_is_walked(memory: Memory) {
        let mut memory = memory;
        let mut story = vec![];
        for (meeting, at, first) in [("a", 100, None), ("b", 200, Some("a")), ("c", 300, Some("a")), ("z", 150, None)] {
            story.push(announced(&memory, meeting, at, first).await);
        }
        memory.apply(story).await;
        let db = &memory.db;
        let found = find(db, &id("b")).await.unwrap().unwrap();
        assert_eq!((found.title.as_str(), found.about.as_str(), found.zone.as_str()), ("b", "De tout", "America/Montreal"));
        let names = |found: Vec<projections::groups::meeting::Meeting>| -> Vec<String> { found.iter().map(|it| it.meeting.to_string()).collect() };
        assert_eq!(names(to_come(db, &group(), 120, (0, 9)).await.unwrap()), ["z", "b", "c"]);
        assert_eq!(names(to_come(db, &group(), 120, (1, 1)).await.unwrap()), ["b"]);
        assert_eq!(names(held(db, &group(), 220, (0, 9)).await.unwrap()), ["b", "z", "a"]);
        assert_eq!(count_to_come(db, &group(), 210).await.unwrap(), 1, "one that ends now is over");
        let (before, after) = siblings(db, &found).await.unwrap();
        assert_eq!((before.unwrap().meeting, after.unwrap().meeting), (id("a"), id("c")));
        let first = find(db, &id("a")).await.unwrap().unwrap();
        assert!(siblings(db, &first).await.unwrap().0.is_none());
        memory.apply(vec![fact(Event::Cancelled { meeting: id("z"), by: person("lea") })]).await;
        let db = &memory.db;
        let lived = pulse(db, &group(), (105, 220)).await.unwrap();
        assert_eq!((lived.held, lived.last_at), (2, 210));
        assert_eq!(pulse(db, &group(), (0, 50)).await.unwrap().held, 0);
        memory.apply(vec![fact(Event::Restored { meeting: id("z"), by: person("lea") })]).await;
        assert_eq!(pulse(&memory.db, &group(), (105, 220)).await.unwrap().held, 3);
        let moved = Event::Moved { meeting: id("c"), by: person("lea"), hours: hours(50) };
        memory.apply(vec![fact(moved)]).await;
        let found = find(&memory.db, &id("c")).await.unwrap().unwrap();
        assert_eq!((found.starts_at, found.ends_at, found.changes), (50, 60, 1));
    }

    async fn those_who_come_are_counted_and_say_what_for(memory: Memory) {
        let mut memory = memory;
        let mut story = vec![announced(&memory, "a", 100, None).await];
        for who in ["omar", "marie"] {
            story.push(fact(Event::SignedUp { meeting: id("a"), person: person(who) }));
        }
        let aim = memory.content("aim", "", "Écrire une page").await.id;
        let outcome = memory.content("outcome", "", "Deux pages").await.id;
        for (moment, content) in [(Moment::Start, aim), (Moment::End, outcome)] {
            story.push(fact(Event::AimSaid { meeting: id("a"), person: person("omar"), moment, content }));
        }
        memory.apply(story).await;
        let db = &memory.db;
        assert!(find(db, &id("a")).await.unwrap().unwrap().is_full());
        let names = |found: Vec<projections::groups::meeting::Attendance>| -> Vec<String> { found.into_iter().map(|it| it.name).collect() };
        assert_eq!(names(comers(db, &id("a"), (0, 9)).await.unwrap()), ["OMAR", "MARIE"]);
        assert_eq!(names(comers(db, &id("a"), (1, 1)).await.unwrap()), ["MARIE"]);
        let own = attendance(db, &id("a"), &person("omar")).await.unwrap().unwrap();
        assert_eq!((own.aim.as_str(), own.outcome.as_str()), ("Écrire une page", "Deux pages"));
        assert_eq!(coming_of(db, &group(), &person("omar"), 50).await.unwrap(), [id("a")]);
        assert!(coming_of(db, &group(), &person("omar"), 200).await.unwrap().is_empty());
        memory.apply(vec![fact(Event::SignedOff { meeting: id("a"), person: person("omar") })]).await;
        let db = &memory.db;
        assert!(attendance(db, &id("a"), &person("omar")).await.unwrap().is_none());
        let found = find(db, &id("a")).await.unwrap().unwrap();
        assert_eq!((found.people, found.is_full()), (1, false));
    }

    async fn a_note_knows_the_meeting_it_tells_of(memory: Memory) {
        let mut memory = memory;
        let story = vec![
            announced(&memory, "a", 100, None).await,
            fact(Event::Synthesised { meeting: id("a"), by: person("lea"), note: a_note("n1") }),
            fact(Event::PlacesSet { meeting: id("a"), by: person("lea"), places: None }),
        ];
        memory.apply(story).await;
        let found = of_note(&memory.db, &a_note("n1")).await.unwrap().unwrap();
        assert_eq!((found.meeting, found.places), (id("a"), 0));
        assert!(of_note(&memory.db, &a_note("n2")).await.unwrap().is_none());
        let content = memory.content("c-more", "Autrement", "Dit").await.id;
        memory.apply(vec![fact(Event::Described { meeting: id("a"), by: person("lea"), content })]).await;
        assert_eq!(find(&memory.db, &id("a")).await.unwrap().unwrap().title, "Autrement");
    }
}
