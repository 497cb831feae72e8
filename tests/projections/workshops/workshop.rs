use domain::core::registry::Fact;
use domain::workshops::workshop::Event;
use projections::workshops::workshop::{self, Stage};

use crate::both;
use crate::memory::{Memory, entered, person};

both! {
    async fn a_workshop_is_found_by_its_code_with_its_figures(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.extend([entered("lea"), entered("omar")]);
        memory.apply(story).await;
        let found = workshop::behind(&memory.db, "ABC234").await.unwrap().unwrap();
        assert_eq!((found.title.as_str(), found.entered, found.places), ("Premiers pas", 2, 12));
        assert_eq!((found.stage, found.facilitator_name.as_str()), (Stage::Open, "MARIE"));
        assert_eq!(workshop::behind(&memory.db, "ZZZ999").await.unwrap(), None);
        let (id, by) = (found.workshop.clone(), person("marie"));
        memory
            .apply(vec![
                Fact::Workshop(Event::PlacesAdded { workshop: id.clone(), by: by.clone(), places: 8 }),
                Fact::Workshop(Event::Closed { workshop: id.clone(), by: by.clone() }),
            ])
            .await;
        let closed = workshop::find(&memory.db, &id).await.unwrap().unwrap();
        assert_eq!((closed.places, closed.stage), (20, Stage::Closed));
        assert_eq!(workshop::run_by(&memory.db, &by).await.unwrap(), [closed]);
        assert_eq!(workshop::run_by(&memory.db, &person("lea")).await.unwrap(), []);
        let entered = async |who, most| {
            workshop::entered_by(&memory.db, &person(who), most).await.unwrap().len()
        };
        assert_eq!((entered("lea", 9).await, entered("lea", 0).await), (1, 0));
        assert_eq!(entered("nobody", 9).await, 0);
    }
}

both! {
    async fn what_is_decided_while_it_runs_is_remembered(memory: Memory) {
        use domain::workshops::script::{Item, Script, Step, What};
        use domain::workshops::workshop::{Role, Scene};
        let mut memory = memory;
        let (id, by) = (crate::memory::workshop(), person("marie"));
        let items = vec![Item::new(What::Step(Step::Idea), 90)];
        let story = memory.room().await;
        memory.apply(story).await;
        let events = vec![
            Event::Arranged {
                workshop: id.clone(),
                by: by.clone(),
                script: Script::newest("retraite").unwrap().reference(),
                items: items.clone(),
            },
            Event::ItemStarted { workshop: id.clone(), by: by.clone(), item: What::Step(Step::Idea) },
            Event::ItemExtended { workshop: id.clone(), by: by.clone(), seconds: 180 },
            Event::SceneShown { workshop: id.clone(), by: by.clone(), scene: Scene::Wall },
            Event::RoleTaken { workshop: id.clone(), person: person("omar"), role: Role::Notes },
        ];
        memory.apply(events.into_iter().map(Fact::Workshop).collect()).await;
        let found = workshop::find(&memory.db, &id).await.unwrap().unwrap();
        assert_eq!((found.script.name.as_str(), &found.script.items), ("retraite", &items));
        let under_way = found.live.under_way.unwrap();
        assert_eq!((under_way.extra, found.live.scene), (180, Scene::Wall));
        assert_eq!(workshop::run_by(&memory.db, &person("omar")).await.unwrap().len(), 1);
        let holders = workshop::holders(&memory.db, &id).await.unwrap();
        assert_eq!(holders[0].role, Role::Notes);
        let ended = Event::RoleEnded { workshop: id.clone(), by, person: person("omar"), role: Role::Notes };
        memory.apply(vec![Fact::Workshop(ended)]).await;
        assert!(workshop::holders(&memory.db, &id).await.unwrap().is_empty());
    }
}
