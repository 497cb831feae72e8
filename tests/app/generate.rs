//! A commons of any size: the same for the same seed, on either database, and as its log says.

use app::generate::{Size, fill};
use domain::core::ids::PersonId;
use projections::notes::note;

use crate::both;
use crate::databases::Engine;
use crate::world::World;

const SIZE: Size = Size { people: 30, notes: 60, groups: 4 };

/// Every event, but for the marks of texts: they are keyed by a secret of the site.
async fn log(world: &World) -> Vec<String> {
    let sql = "select position, aggregate_type, aggregate_id, sequence, event_type, recorded_at
        from events order by position";
    let rows = world.app.db.rows(sql, &[]).await.unwrap();
    rows.iter()
        .map(|row| {
            let cells = row.cells();
            let (position, kind, id) = (cells.int(), cells.text(), cells.text());
            let (sequence, name, at) = (cells.int(), cells.text(), cells.int());
            format!("{position} {kind} {id} {sequence} {name} {at}")
        })
        .collect()
}

/// The titles that `person` may read, the newest first.
async fn titles(world: &World, person: &PersonId) -> Vec<String> {
    let found = note::newest(&world.app.db, person.as_str(), 50).await.unwrap();
    found.into_iter().map(|note| note.title).collect()
}

both! {
    async fn the_same_seed_gives_the_same_commons(world: World) {
        let generated = fill(&world.app, SIZE, 7).await.unwrap();
        world.app.projector.catch_up().await.unwrap();
        assert_eq!(world.app.projector.verify().await.unwrap(), Vec::<String>::new());
        let other = World::on(Engine::Sqlite).await.unwrap();
        let again = fill(&other.app, SIZE, 7).await.unwrap();
        other.app.projector.catch_up().await.unwrap();
        assert_eq!(log(&world).await, log(&other).await);
        assert_eq!((generated.events, &generated.reader), (again.events, &again.reader));
        let read = titles(&world, &generated.reader).await;
        assert_eq!(read, titles(&other, &generated.reader).await);
        assert!(read.len() > 20, "{read:?}");
        // Everybody can be called, and no two of the first by one name.
        let sql = "select count(distinct name) from people";
        assert_eq!(world.app.db.row(sql, &[]).await.unwrap().unwrap().cells().int(), 30);
        let third = World::on(Engine::Sqlite).await.unwrap();
        fill(&third.app, SIZE, 8).await.unwrap();
        assert_ne!(log(&third).await, log(&other).await, "another seed, another commons");
    }

    async fn a_commons_that_is_lived_in_is_left_alone(world: World) {
        world.member("Lea").await;
        let before = world.events().await;
        let refused = fill(&world.app, SIZE, 7).await.unwrap_err().to_string();
        assert!(refused.contains("generate into a new one"), "{refused}");
        assert_eq!(world.events().await, before);
    }
}
