use domain::core::registry::Fact;
use domain::notes::note::Event as Note;
use domain::notes::reading::{Event as Reading, ReaderKind};
use domain::notes::visibility::Visibility;
use projections::notes::wake::{self, Ripple, Wake};

use crate::both;
use crate::memory::{Memory, a_note, person, workshop};

/// An hour of the first day, later than all that the memory is told.
const NOW: i64 = 3_600_000_000;

fn published(visibility: Visibility) -> Fact {
    let (note, by) = (a_note("n1"), person("lea"));
    let (wall, group, summary) = (false, false, None);
    Fact::Note(Note::Published { note, by, visibility, wall, revision: 1, group, summary })
}

fn read() -> Fact {
    let (note, reader) = (a_note("n1"), "r1".parse().unwrap());
    let (kind, revision) = (ReaderKind::Device, Some(1));
    Fact::Reading(Reading::Opened { note, reader, kind, window: 1, first: true, revision })
}

fn counts(wake: &Wake) -> (i64, i64, i64) {
    (wake.count(Ripple::Published), wake.count(Ripple::Edited), wake.count(Ripple::Read))
}

both! {
    async fn a_draft_leaves_no_ripple_and_what_follows_does(memory: Memory) {
        let mut memory = memory;
        let note = a_note("n1");
        let of_note = async |memory: &Memory| wake::of_note(&memory.db, &note, true, (NOW, 20)).await.unwrap();
        let begun = vec![memory.drafted("n1", "lea", "Le pain", "Levé.").await, memory.revised("n1", "lea", 2, "Bien levé.").await];
        memory.apply(begun).await;
        assert_eq!(of_note(&memory).await.total(), 0, "nobody else could read it");
        let changed = memory.revised("n1", "lea", 3, "Très bien levé.").await;
        memory.apply(vec![published(Visibility::Workshop), changed, read(), read()]).await;
        assert_eq!(counts(&of_note(&memory).await), (1, 1, 2));
        let here = wake::of_workshop(&memory.db, &workshop(), NOW, 20).await.unwrap();
        assert_eq!(counts(&here), (1, 1, 2));
        let commons = async |memory: &Memory| wake::of_commons(&memory.db, NOW, 9, 20).await.unwrap();
        assert_eq!(commons(&memory).await.total(), 0, "it is the group's");
        memory.apply(vec![published(Visibility::Everyone), read()]).await;
        assert_eq!(counts(&commons(&memory).await), (1, 0, 1));
        let public = wake::of_note(&memory.db, &a_note("n1"), false, (NOW, 20)).await.unwrap();
        assert_eq!(counts(&public), (1, 0, 1), "what the group lived stays the group's");
        // Taken back, it is nobody's again, and its wake stays.
        let (note, by) = (a_note("n1"), person("lea"));
        memory.apply(vec![Fact::Note(Note::Withdrawn { note, by, reason: None }), read()]).await;
        assert_eq!(commons(&memory).await.total(), 2);
    }

    async fn what_is_of_no_note_that_is_known_leaves_nothing(memory: Memory) {
        let mut memory = memory;
        memory.apply(vec![read()]).await;
        assert_eq!(wake::of_note(&memory.db, &a_note("n1"), true, (NOW, 20)).await.unwrap().total(), 0);
    }
}
