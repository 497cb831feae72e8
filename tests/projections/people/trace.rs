use domain::core::registry::Fact;
use domain::notes::reading;
use domain::notes::thanks::Event as Thanks;
use domain::people::person;
use projections::people::trace;

use crate::both;
use crate::memory::{Memory, a_note, person as who};

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
