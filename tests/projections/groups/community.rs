use domain::core::ids::{CommunityId, PersonId};
use domain::core::registry::Fact;
use domain::groups::community::{Admission, Event, Part, Spread};
use domain::groups::membership::Event as Step;
use projections::groups::community::{
    Place, any_waiting, find, listed, longest_in, members, of_person, place_of, requests,
    requests_waiting, stewarded, stewards, waiting,
};
use projections::people::membership::count_at;

use crate::both;
use crate::memory::{Memory, content, person};

fn community(id: &str) -> CommunityId {
    id.parse().unwrap()
}

async fn founded(memory: &Memory, id: &str, by: &str, admission: Admission) -> Vec<Fact> {
    memory.content(&format!("c-{id}"), id, "À propos").await;
    let (group, by) = (community(id), person(by));
    let content = content(&format!("c-{id}"));
    let event = Event::Founded {
        community: group.clone(),
        by: by.clone(),
        content,
        admission,
        spread: Spread::Mixed,
    };
    vec![Fact::Community(event), Fact::Membership(Step::Joined { community: group, person: by })]
}

fn step(event: fn(CommunityId, PersonId) -> Step, id: &str, who: &str) -> Fact {
    Fact::Membership(event(community(id), person(who)))
}

fn joined(community: CommunityId, person: PersonId) -> Step {
    Step::Joined { community, person }
}

fn left(community: CommunityId, person: PersonId) -> Step {
    Step::Left { community, person }
}

both! {
    async fn a_community_counts_those_in_it_and_names_who_looks_after_it(memory: Memory) {
        let mut memory = memory;
        let story = founded(&memory, "g1", "lea", Admission::Open).await;
        memory.apply(story).await;
        memory.apply(vec![step(joined, "g1", "omar")]).await;
        let db = &memory.db;
        let found = find(db, &community("g1")).await.unwrap().unwrap();
        assert_eq!((found.name.as_str(), found.about.as_str(), found.members), ("g1", "À propos", 2));
        assert!(!found.has_ended());
        let (lea, omar) = (person("lea"), person("omar"));
        assert_eq!(place_of(db, &community("g1"), &lea).await.unwrap(), Place::Steward);
        assert_eq!(place_of(db, &community("g1"), &omar).await.unwrap(), Place::Member);
        assert_eq!(place_of(db, &community("g1"), &person("zoe")).await.unwrap(), Place::Outside);
        let all = members(db, &community("g1"), (0, 9)).await.unwrap();
        let told: Vec<_> = all.iter().map(|it| (it.person.as_str(), it.steward)).collect();
        assert_eq!(told, [("omar", false), ("lea", true)]);
        assert_eq!(members(db, &community("g1"), (1, 9)).await.unwrap().len(), 1);
        let told = stewards(db, &community("g1")).await.unwrap();
        assert_eq!(told.iter().map(|it| it.person.as_str()).collect::<Vec<_>>(), ["lea"]);
        assert_eq!(stewarded(db, &lea).await.unwrap(), 1);
        assert_eq!(of_person(db, &omar, 9).await.unwrap().len(), 1);
        assert_eq!(count_at(db, "g1", i64::MAX).await.unwrap(), 2);
        assert_eq!(longest_in(db, &community("g1"), &lea).await.unwrap(), Some(omar.clone()));
        assert_eq!(longest_in(db, &community("g1"), &omar).await.unwrap(), Some(lea.clone()));
        memory.apply(vec![step(left, "g1", "omar")]).await;
        assert_eq!(find(&memory.db, &community("g1")).await.unwrap().unwrap().members, 1);
        assert_eq!(place_of(&memory.db, &community("g1"), &omar).await.unwrap(), Place::Outside);
    }

    async fn a_request_waits_for_its_stewards_until_it_is_answered(memory: Memory) {
        let mut memory = memory;
        let story = founded(&memory, "g1", "lea", Admission::OnRequest).await;
        memory.apply(story).await;
        memory.content("c-ask", "", "J'écris aussi").await;
        let (group, omar, lea) = (community("g1"), person("omar"), person("lea"));
        let asked = Step::Asked { community: group.clone(), person: omar.clone(), content: Some(content("c-ask")) };
        memory.apply(vec![Fact::Membership(asked)]).await;
        let db = &memory.db;
        let all = requests(db, &group, 9).await.unwrap();
        assert_eq!(all.iter().map(|it| it.words.as_str()).collect::<Vec<_>>(), ["J'écris aussi"]);
        assert_eq!(requests_waiting(db, &group, 9).await.unwrap(), 1);
        assert_eq!(waiting(db, &lea, 9).await.unwrap(), [(group.clone(), "g1".to_owned(), 1)]);
        assert!(any_waiting(db, &lea).await.unwrap() && !any_waiting(db, &omar).await.unwrap());
        assert_eq!(place_of(db, &group, &omar).await.unwrap(), Place::Asking);
        let declined = Step::Declined { community: group.clone(), person: omar.clone(), by: lea.clone() };
        memory.apply(vec![Fact::Membership(declined)]).await;
        assert_eq!(requests_waiting(&memory.db, &group, 9).await.unwrap(), 0);
        assert_eq!(waiting(&memory.db, &lea, 9).await.unwrap(), []);
        assert!(!any_waiting(&memory.db, &lea).await.unwrap());
        assert_eq!(place_of(&memory.db, &group, &omar).await.unwrap(), Place::Outside);
    }

    async fn those_by_link_and_those_that_ended_are_in_no_list(memory: Memory) {
        let mut memory = memory;
        for (id, admission) in [("g1", Admission::Open), ("g2", Admission::ByLink), ("g3", Admission::OnRequest), ("g4", Admission::Open)] {
            let story = founded(&memory, id, "lea", admission).await;
            memory.apply(story).await;
        }
        let ended = Event::Ended { community: community("g4"), by: person("lea") };
        memory.apply(vec![Fact::Community(ended)]).await;
        let names = |all: Vec<projections::groups::community::Community>| -> Vec<String> {
            all.into_iter().map(|it| it.name).collect()
        };
        assert_eq!(names(listed(&memory.db, (0, 9)).await.unwrap()), ["g3", "g1"]);
        assert_eq!(names(listed(&memory.db, (1, 9)).await.unwrap()), ["g1"]);
        assert!(find(&memory.db, &community("g4")).await.unwrap().unwrap().has_ended());
        // What is said of it, one part at a time.
        memory.content("c-new", "", "Apprendre").await;
        let (group, by) = (community("g1"), person("lea"));
        let part = |part| Event::Described { community: group.clone(), by: by.clone(), part, content: content("c-new") };
        let day = chrono::NaiveDate::from_ymd_opt(2027, 3, 1);
        let story = [
            part(Part::Mandate),
            part(Part::Places),
            Event::ReviewSet { community: group.clone(), by: by.clone(), on: day },
            Event::SpreadSet { community: group.clone(), by: by.clone(), spread: Spread::Local },
            Event::AdmissionSet { community: group.clone(), by: by.clone(), admission: Admission::ByLink },
            Event::Reopened { community: community("g4"), by: by.clone() },
        ];
        memory.apply(story.into_iter().map(Fact::Community).collect()).await;
        let found = find(&memory.db, &group).await.unwrap().unwrap();
        assert_eq!((found.mandate.as_str(), found.tools.as_str(), found.review_on), ("Apprendre", "Apprendre", day));
        assert_eq!((found.spread, found.admission), (Spread::Local, Admission::ByLink));
        assert_eq!(names(listed(&memory.db, (0, 9)).await.unwrap()), ["g4", "g3"]);
        memory.apply(vec![Fact::Community(part(Part::About))]).await;
        assert_eq!(find(&memory.db, &group).await.unwrap().unwrap().about, "Apprendre");
    }
}
