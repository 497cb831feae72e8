//! A stream as one node remembers it, and what happens when it remembers wrong.

use app::App;
use app::Failure;
use app::engine::envelope::{CommandId, Envelope};
use domain::core::registry::Refusal;
use domain::workshops::workshop::{Act, Command, Error, Workshop};
use migrations::values;

use crate::both;
use crate::databases::Engine;
use crate::world::World;

both! {
    async fn a_hundred_phones_at_one_door_get_exactly_the_places_there_are(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 60).await;
        let mut phones = vec![];
        for number in 0..100 {
            let (app, workshop) = (world.app.clone(), workshop.clone());
            phones.push(tokio::spawn(async move {
                let name = format!("Personne {number}");
                app.workshops().enter_workshop(&workshop, None, &name, "fr", CommandId::fresh()).await
            }));
        }
        let (mut inside, mut full) = (0, 0);
        for phone in phones {
            match phone.await.unwrap() {
                Ok(_) => inside += 1,
                Err(Failure::Rule(Refusal::Workshop(Error::Full))) => full += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((inside, full), (60, 40));
        assert_eq!(world.app.projector.verify().await.unwrap(), [""; 0]);
    }

    async fn a_command_given_up_half_way_leaves_nothing_behind(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 3).await;
        // More places, dropped at every point where asking for them may wait.
        for polls in 0..40 {
            let more = Act::AddPlaces(1);
            let workshops = world.app.workshops();
            let adding = workshops.run_workshop(&workshop, &marie, more, CommandId::fresh());
            let mut adding = Box::pin(adding);
            for _ in 0..polls {
                if futures_util::poll!(adding.as_mut()).is_ready() {
                    break;
                }
                tokio::task::yield_now().await;
            }
        }
        let mut inside = 0;
        for number in 0..50 {
            let (app, name) = (&world.app, format!("Personne {number}"));
            let workshops = app.workshops();
            let entered = workshops.enter_workshop(&workshop, None, &name, "fr", CommandId::fresh());
            inside += i64::from(entered.await.is_ok());
        }
        // As many as the log has places for: what was dropped is in the log or nowhere.
        let sql = "select count(*) from events where event_type = 'PlacesAdded'";
        let added = world.app.db.row(sql, &[]).await.unwrap().unwrap().int(0);
        assert_eq!(inside, 3 + added);
    }

    async fn a_database_put_back_to_an_earlier_hour_leaves_no_gap_in_a_stream(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let add = async || {
            let more = Act::AddPlaces(1);
            world.app.workshops().run_workshop(&workshop, &marie, more, CommandId::fresh()).await.unwrap();
        };
        for _ in 0..3 {
            add().await;
        }
        // As after the promotion of a replica that was two events behind: this node
        // remembers what the log has lost.
        let last = world.events().await;
        for sql in [
            "delete from events where position > $1",
            "delete from commands where position > $1",
            "update log_head set position = $1",
            "update projections set position = $1 where position > $1",
        ] {
            world.app.db.exec(sql, values![last - 2]).await.unwrap();
        }
        add().await;
        let sql = "select sequence from events where aggregate_type = 'workshop' order by position";
        let rows = world.app.db.rows(sql, &[]).await.unwrap();
        let sequences: Vec<_> = rows.iter().map(|row| row.int(0)).collect();
        assert_eq!(sequences, [1, 2, 3, 4], "prepared, opened, and twice more places");
    }

    async fn long_streams_are_loaded_from_their_snapshot_and_say_the_same(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 400).await;
        for number in 0..230 {
            let person = format!("p{number}").parse().unwrap();
            let enter = Command::Enter { person };
            let envelope = Envelope::from(&marie, CommandId::fresh());
            world.app.execute::<Workshop>(workshop.as_str(), enter, envelope).await.unwrap();
        }
        let sql = "select sequence from snapshots where aggregate_type = 'workshop'";
        let kept = async || world.app.db.row(sql, &[]).await.unwrap().map(|row| row.int(0));
        while kept().await != Some(200) {
            tokio::task::yield_now().await;
        }
        let (from_snapshot, last) = world.app.events.load::<Workshop>(workshop.as_str()).await.unwrap();
        world.app.db.exec("delete from snapshots", &[]).await.unwrap();
        let (from_log, all) = world.app.events.load::<Workshop>(workshop.as_str()).await.unwrap();
        assert_eq!((format!("{from_snapshot:?}"), last), (format!("{from_log:?}"), all));
        assert_eq!(all, 232);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_is_never_said_from_memory() {
    let Some(world) = World::on(Engine::Postgres).await else { return };
    let other = App::open(&world.settings, world.clock.clone()).await.unwrap();
    let marie = world.member("Marie").await;
    let workshop = world.workshop(&marie, 1).await;
    let enter = |app: App, name: &'static str| {
        let workshop = workshop.clone();
        async move {
            app.workshops().enter_workshop(&workshop, None, name, "fr", CommandId::fresh()).await
        }
    };
    // Both nodes know the room as full; one of them then hears of more places.
    enter(world.app.clone(), "Léa").await.unwrap();
    let full = enter(other.clone(), "Omar").await;
    assert!(matches!(full, Err(Failure::Rule(Refusal::Workshop(Error::Full)))), "{full:?}");
    let more = Act::AddPlaces(5);
    world.app.workshops().run_workshop(&workshop, &marie, more, CommandId::fresh()).await.unwrap();
    enter(other, "Omar").await.unwrap();
}
