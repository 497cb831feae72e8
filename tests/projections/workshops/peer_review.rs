use domain::core::registry::Fact;
use domain::notes::note;
use domain::workshops::peer_review::{Event, Look};
use projections::workshops::peer_review;

use crate::both;
use crate::memory::{Memory, a_note, person, workshop};

both! {
    async fn a_note_waits_for_one_look_and_is_seen_by_nobody_else(memory: Memory) {
        let mut memory = memory;
        let asked = Event::Asked { workshop: workshop(), note: a_note("n1"), by: person("lea") };
        let draft = memory.drafted("n1", "lea", "Un", "mots").await;
        memory.apply(vec![draft, Fact::Review(asked)]).await;
        let waiting = async |memory: &Memory, who: &str| {
            peer_review::waiting(&memory.db, &workshop(), &person(who)).await.unwrap().len()
        };
        assert_eq!((waiting(&memory, "omar").await, waiting(&memory, "lea").await), (1, 0));
        let paired = Event::Paired { note: a_note("n1"), reviewer: person("omar") };
        memory.apply(vec![Fact::Review(paired)]).await;
        assert_eq!((waiting(&memory, "omar").await, waiting(&memory, "marie").await), (1, 0));
        let given =
            Event::Given { note: a_note("n1"), by: person("omar"), look: Look::Keep, content: None };
        memory.apply(vec![Fact::Review(given)]).await;
        assert_eq!(waiting(&memory, "omar").await, 0, "once answered, it is not theirs to read");
        let found = peer_review::find(&memory.db, &a_note("n1")).await.unwrap().unwrap();
        assert_eq!((found.asked, found.look, found.looker.as_str()), (false, Some(Look::Keep), "OMAR"));
    }

    async fn a_look_goes_with_whoever_asked_for_it(memory: Memory) {
        let mut memory = memory;
        let asked = Event::Asked { workshop: workshop(), note: a_note("n1"), by: person("lea") };
        let draft = memory.drafted("n1", "lea", "Un", "mots").await;
        let (note, zoe, lea) = (a_note("n1"), person("zoe"), person("lea"));
        let joined = note::Event::AuthorJoined { note: note.clone(), person: zoe.clone(), by: lea.clone() };
        memory.apply(vec![draft, Fact::Review(asked), Fact::Note(joined)]).await;
        let waiting = async |memory: &Memory, who: &str| {
            peer_review::waiting(&memory.db, &workshop(), &person(who)).await.unwrap().len()
        };
        // Not of whoever writes it too.
        assert_eq!((waiting(&memory, "omar").await, waiting(&memory, "zoe").await), (1, 0));
        let left = note::Event::AuthorLeft { note, person: lea, first: zoe };
        memory.apply(vec![Fact::Note(left)]).await;
        assert_eq!(waiting(&memory, "omar").await, 0);
    }

    async fn a_look_nobody_wants_any_more_is_asked_of_nobody(memory: Memory) {
        let mut memory = memory;
        let asked = Event::Asked { workshop: workshop(), note: a_note("n1"), by: person("lea") };
        let withdrawn = Event::Withdrawn { note: a_note("n1"), by: person("lea") };
        memory.apply(vec![Fact::Review(asked), Fact::Review(withdrawn)]).await;
        let waiting = peer_review::waiting(&memory.db, &workshop(), &person("omar")).await.unwrap();
        assert!(waiting.is_empty());
        assert!(!peer_review::find(&memory.db, &a_note("n1")).await.unwrap().unwrap().asked);
    }
}
