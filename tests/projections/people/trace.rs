use domain::core::registry::{Fact, KINDS};
use domain::notes::reading;
use domain::notes::thanks::Event as Thanks;
use domain::people::person;
use projections::people::trace;

use crate::both;
use crate::memory::{Memory, a_note, person as who};

/// What somebody did and no trace holds would be in no file of theirs, and would outlive them.
#[test]
fn every_kind_whose_events_name_people_leaves_traces() {
    let about = projections::all().into_iter().map(|it| it.about()).find(|it| it.name == "trace");
    let heard = about.unwrap().subscribes_to;
    for kind in KINDS {
        // Readers are pseudonyms that nothing ties to a person.
        let expected = *kind != "reading";
        assert_eq!(heard.contains(kind), expected, "{kind}");
    }
}

both! {
    async fn each_finds_what_they_did_and_what_was_done_for_them(memory: Memory) {
        let mut memory = memory;
        memory.apply(vec![
            Fact::Person(person::Event::Arrived { person: who("omar") }),
            Fact::Thanks(Thanks::RevisionThanked {
                note: a_note("n1"), revision: 1, to: who("omar"), by: who("lea"),
            }),
            Fact::Reading(reading::Event::RevisionSeen {
                note: a_note("n1"), reader: "r1".parse().unwrap(), revision: 1,
            }),
            Fact::Person(person::Event::AccountClaimed { person: who("omar") }),
        ]).await;
        assert_eq!(trace::count(&memory.db, &who("omar")).await.unwrap(), 3);
        assert_eq!(trace::count(&memory.db, &who("lea")).await.unwrap(), 1);
        assert_eq!(trace::count(&memory.db, &who("marie")).await.unwrap(), 0);
    }
}
