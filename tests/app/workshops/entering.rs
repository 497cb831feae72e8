use app::Failure;
use app::engine::envelope::CommandId;
use domain::core::registry::Refusal;
use domain::workshops::workshop::Error;
use projections::workshops::{room, workshop};

use crate::both;
use crate::world::World;

both! {
    async fn twelve_places_let_in_twelve_of_forty_at_the_door(world: World) {
        let marie = world.member("Marie").await;
        let id = world.workshop(&marie, 12).await;
        let mut arriving = vec![];
        for number in 0..40 {
            let (app, id) = (world.app.clone(), id.clone());
            arriving.push(tokio::spawn(async move {
                let name = format!("Personne {number}");
                app.workshops().enter_workshop(&id, None, &name, "fr", CommandId::fresh()).await
            }));
        }
        let (mut inside, mut outside) = (0, 0);
        for one in arriving {
            match one.await.unwrap() {
                Ok(_) => inside += 1,
                Err(Failure::Rule(Refusal::Workshop(Error::Full))) => outside += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((inside, outside), (12, 28));
        assert_eq!(workshop::find(&world.app.db, &id).await.unwrap().unwrap().entered, 12);
    }

    async fn a_second_tap_on_poor_wifi_makes_no_double(world: World) {
        let marie = world.member("Marie").await;
        let id = world.workshop(&marie, 12).await;
        let key = CommandId::fresh();
        let tap = async || {
            world.app.workshops().enter_workshop(&id, None, "Léa", "fr", key.clone()).await.unwrap()
        };
        let (first, second) = (tap().await, tap().await);
        assert_eq!(first, second);
        assert_eq!(room::since(&world.app.db, &id, 0).await.unwrap().len(), 1);
    }

    async fn names_that_look_the_same_are_told_apart(world: World) {
        let marie = world.account("Marie", true).await;
        let room = world.workshop(&marie, 9).await;
        let mut seen = Vec::new();
        for name in ["Ana", "Ａｎａ", "ANA\u{200d}", "A\u{200d}na", "So\u{fb01}e", "Sofie", "Léa", "Le\u{301}a"] {
            let person = world.guest(&room, name).await;
            seen.push(world.app.people().someone(&person).await.unwrap().unwrap().name);
        }
        assert_eq!(seen, ["Ana", "Ａｎａ 2", "ANA 3", "A\u{200d}na 4", "Sofie", "Sofie 2", "Léa", "Léa 2"]);
    }

    async fn two_people_of_one_name_are_told_apart(world: World) {
        let marie = world.member("Marie").await;
        let id = world.workshop(&marie, 12).await;
        for _ in 0..3 {
            world.guest(&id, "Camille").await;
        }
        let names: Vec<_> =
            room::since(&world.app.db, &id, 0).await.unwrap().into_iter().map(|one| one.name).collect();
        let mut sorted = names.clone();
        sorted.sort();
        assert_eq!(sorted, ["Camille", "Camille 2", "Camille 3"]);
    }

    async fn a_form_sent_twice_prepares_one_workshop(world: World) {
        let marie = world.member("Marie").await;
        let plan = app::workshops::Plan {
            title: "Premiers pas".into(),
            places: 9,
            tone: domain::workshops::workshop::Tone::Tu,
            ..app::workshops::Plan::default()
        };
        let key = CommandId::fresh();
        let prepare = async || world.app.workshops().prepare_workshop(&marie, &plan, key.clone()).await.unwrap();
        assert_eq!(prepare().await, prepare().await);
        assert_eq!(workshop::run_by(&world.app.db, &marie).await.unwrap().len(), 1);
    }
}
