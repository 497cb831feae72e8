use domain::core::ids::VariantId;
use domain::core::registry::Fact;
use domain::notes::note::Event;
use projections::notes::variant;

use crate::both;
use crate::memory::{Memory, a_note, person};

fn aside() -> VariantId {
    "v1".parse().unwrap()
}

both! {
    async fn a_text_kept_aside_waits_for_its_writer_alone(memory: Memory) {
        let mut memory = memory;
        let content = memory.content("c-mine", "Un", "mon texte").await;
        let draft = memory.drafted("n1", "lea", "Un", "mots").await;
        let (note, by) = (a_note("n1"), person("omar"));
        let parked = Event::VariantParked {
            note: note.clone(), variant: aside(), by: by.clone(), base: 1, against: 1, content,
        };
        memory.apply(vec![draft, Fact::Note(parked)]).await;
        let waiting = variant::waiting(&memory.db, "omar", 9).await.unwrap();
        assert_eq!((waiting.len(), waiting[0].base, waiting[0].settled), (1, 1, false));
        assert_eq!(variant::waiting(&memory.db, "lea", 9).await.unwrap(), []);
        let theirs = variant::find(&memory.db, &note, &aside(), &person("lea")).await.unwrap();
        assert_eq!(theirs, None, "nobody else reads it");
        let settled =
            Event::VariantSettled { note: note.clone(), variant: aside(), by: by.clone(), revision: None };
        memory.apply(vec![Fact::Note(settled)]).await;
        assert_eq!(variant::waiting(&memory.db, "omar", 9).await.unwrap(), []);
        let kept = variant::find(&memory.db, &note, &aside(), &by).await.unwrap().unwrap();
        assert!(kept.settled, "and it can be read again");
    }
}
