use domain::fact::Fact;
use domain::workshop::Event;
use projections::workshop::{self, Stage};

use crate::both;
use crate::memory::{Memory, entered, person};

both! {
    async fn a_workshop_is_found_by_its_code_with_its_figures(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.extend([entered("lea"), entered("omar")]);
        memory.tell(story).await;
        let found = workshop::behind(&memory.db, "ABC234").await.unwrap().unwrap();
        assert_eq!((found.title.as_str(), found.entered, found.places), ("Premiers pas", 2, 12));
        assert_eq!((found.stage, found.facilitator_name.as_str()), (Stage::Open, "MARIE"));
        assert_eq!(workshop::behind(&memory.db, "ZZZ999").await.unwrap(), None);
        let (id, by) = (found.workshop.clone(), person("marie"));
        memory
            .tell(vec![
                Fact::Workshop(Event::PlacesAdded { workshop: id.clone(), by: by.clone(), places: 8 }),
                Fact::Workshop(Event::Closed { workshop: id.clone(), by: by.clone() }),
            ])
            .await;
        let closed = workshop::find(&memory.db, &id).await.unwrap().unwrap();
        assert_eq!((closed.places, closed.stage), (20, Stage::Closed));
        assert_eq!(workshop::run_by(&memory.db, &by).await.unwrap(), [closed]);
        assert_eq!(workshop::run_by(&memory.db, &person("lea")).await.unwrap(), []);
    }
}
