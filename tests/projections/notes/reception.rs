use domain::core::ids::ReaderId;
use domain::core::registry::Fact;
use domain::notes::reading::{Event, ReaderKind};
use projections::notes::reception::{self, Figures};

use crate::both;
use crate::memory::{Memory, a_note};

fn reader(id: &str) -> ReaderId {
    id.parse().unwrap()
}

fn opened(id: &str, first: bool) -> Fact {
    let (note, kind) = (a_note("n1"), ReaderKind::Device);
    let revision = Some(1);
    Fact::Reading(Event::Opened { note, reader: reader(id), kind, window: 1, first, revision })
}

fn liked(id: &str, kind: ReaderKind) -> Fact {
    Fact::Reading(Event::Liked { note: a_note("n1"), reader: reader(id), kind })
}

fn unliked(id: &str) -> Fact {
    Fact::Reading(Event::Unliked { note: a_note("n1"), reader: reader(id) })
}

both! {
    async fn readers_are_counted_once_and_readings_each_time(memory: Memory) {
        let mut memory = memory;
        memory.apply(vec![opened("r1", true), opened("r1", false), opened("r2", true)]).await;
        let figures = reception::of(&memory.db, &a_note("n1")).await.unwrap();
        assert_eq!((figures.readers, figures.reads), (2, 3));
    }

    async fn a_like_taken_back_leaves_no_trace_in_the_count(memory: Memory) {
        let mut memory = memory;
        let (device, account) = (ReaderKind::Device, ReaderKind::Account);
        memory.apply(vec![liked("r1", device), liked("r2", account)]).await;
        let both = reception::of(&memory.db, &a_note("n1")).await.unwrap();
        assert_eq!((both.likes, both.likes_guests), (2, 1));
        // In a later batch, and twice over in one.
        memory.apply(vec![unliked("r1")]).await;
        memory.apply(vec![liked("r1", device), unliked("r1"), unliked("r2")]).await;
        let none = reception::of(&memory.db, &a_note("n1")).await.unwrap();
        assert_eq!(none, Figures::default());
        assert!(!reception::likes(&memory.db, &a_note("n1"), "r1").await.unwrap());
    }

    async fn a_note_nobody_opened_has_nothing_but_zeros(memory: Memory) {
        let figures = reception::of(&memory.db, &a_note("n1")).await.unwrap();
        assert_eq!(figures, Figures::default());
    }
}
