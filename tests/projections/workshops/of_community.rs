use domain::core::ids::CommunityId;
use domain::core::registry::Fact;
use domain::workshops::workshop::{Details, Event};
use projections::workshops::of_community::workshops;

use crate::both;
use crate::memory::{Memory, person, workshop};

fn detailed(community: Option<&str>) -> Fact {
    let community = community.map(|id| id.parse().unwrap());
    let details = Details { community, ..Details::default() };
    Fact::Workshop(Event::Detailed { workshop: workshop(), by: person("lea"), details })
}

both! {
    async fn a_workshop_belongs_to_the_community_that_was_said_last(memory: Memory) {
        let mut memory = memory;
        let (first, second): (CommunityId, CommunityId) = ("g1".parse().unwrap(), "g2".parse().unwrap());
        let mut story = memory.room().await;
        story.extend([detailed(None), detailed(Some("g1"))]);
        memory.apply(story).await;
        assert_eq!(workshops(&memory.db, &first, (0, 9)).await.unwrap(), [workshop()]);
        memory.apply(vec![detailed(Some("g2"))]).await;
        assert!(workshops(&memory.db, &first, (0, 9)).await.unwrap().is_empty());
        assert_eq!(workshops(&memory.db, &second, (0, 9)).await.unwrap(), [workshop()]);
        assert!(workshops(&memory.db, &second, (1, 9)).await.unwrap().is_empty());
        memory.apply(vec![detailed(None)]).await;
        assert!(workshops(&memory.db, &second, (0, 9)).await.unwrap().is_empty());
    }
}
