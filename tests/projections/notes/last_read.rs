use domain::core::ids::ReaderId;
use domain::core::registry::Fact;
use domain::notes::reading::{Event, ReaderKind};
use projections::notes::last_read;

use crate::both;
use crate::memory::{Memory, a_note};

fn reader() -> ReaderId {
    "r1".parse().unwrap()
}

fn opened(window: i64, revision: Option<i64>) -> Fact {
    let (note, kind) = (a_note("n1"), ReaderKind::Account);
    Fact::Reading(Event::Opened {
        note,
        reader: reader(),
        kind,
        window,
        first: window == 1,
        revision,
    })
}

both! {
    async fn the_last_revision_someone_read_is_remembered(memory: Memory) {
        let mut memory = memory;
        memory.apply(vec![opened(1, None)]).await;
        let last = async |memory: &Memory| last_read::last(&memory.db, &a_note("n1"), &reader()).await.unwrap();
        assert_eq!(last(&memory).await, None, "older readings do not say what was read");
        memory.apply(vec![opened(2, Some(1)), opened(3, Some(4))]).await;
        assert_eq!(last(&memory).await, Some((4, 3_000_000)));
    }
}
