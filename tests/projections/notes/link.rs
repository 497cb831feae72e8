use domain::core::registry::Fact;
use domain::notes::link::Event;
use projections::notes::link;

use crate::both;
use crate::memory::{Memory, a_note, person};

both! {
    async fn each_of_two_notes_knows_the_other_until_they_are_parted(memory: Memory) {
        let mut memory = memory;
        let (n1, n2) = (a_note("n1"), a_note("n2"));
        let linked = |note: &str, to: &str| {
            let (note, to) = (a_note(note), a_note(to));
            Fact::Link(Event::Linked { note, to, by: person("lea"), workshop: None })
        };
        memory.apply(vec![linked("n1", "n2"), linked("n3", "n1")]).await;
        let of = async |memory: &Memory, note| link::of_note(&memory.db, note, 9).await.unwrap();
        assert_eq!(of(&memory, &n1).await, [a_note("n3"), a_note("n2")], "the latest first");
        assert_eq!(of(&memory, &n2).await, [a_note("n1")]);
        let parted = Event::Unlinked { note: a_note("n2"), to: a_note("n1"), by: person("omar") };
        memory.apply(vec![Fact::Link(parted)]).await;
        assert_eq!(of(&memory, &n1).await, [a_note("n3")]);
        assert!(of(&memory, &n2).await.is_empty());
    }
}
