//! What the log keeps beside each event.

use std::collections::HashMap;

use app::engine::clock::{HOUR, SECOND};
use app::engine::envelope::{CommandId, Envelope, Origin, from_request};
use domain::core::ids::PersonId;
use domain::people::person::{Command, Person};

use crate::both;
use crate::world::{NOON, World};

/// The metadata of the last event.
async fn last(world: &World) -> HashMap<String, String> {
    let sql = "select metadata, recorded_at from events order by position desc limit 1";
    let row = world.app.db.row(sql, &[]).await.unwrap().unwrap();
    assert_eq!(row.int(1), NOON, "recorded_at is the server's");
    serde_json::from_str(&row.text(0)).unwrap()
}

async fn arrive(world: &World, name: &str, occurred_at: Option<i64>) -> HashMap<String, String> {
    let person: PersonId = name.parse().unwrap();
    let envelope = Envelope::from(&person, CommandId::fresh());
    let command = Command::Arrive { person: person.clone() };
    let origin = Origin { correlation: "trace-1".into(), occurred_at, ..Origin::default() };
    let arrive = world.app.execute::<Person>(person.as_str(), command, envelope);
    from_request(origin, arrive).await.unwrap();
    last(world).await
}

both! {
    async fn an_event_says_who_under_which_key_in_which_request_and_when(world: World) {
        let told = arrive(&world, "omar", None).await;
        assert_eq!(told["actor"], "omar");
        assert_eq!(told["correlation"], "trace-1");
        assert_eq!(told["occurred_at"], NOON.to_string());
        assert!(told["command_id"].len() >= 16);
    }

    async fn a_device_may_say_when_within_reason(world: World) {
        let near = arrive(&world, "a", Some(NOON - 90 * SECOND)).await;
        assert_eq!(near["occurred_at"], (NOON - 90 * SECOND).to_string());
        let ahead = arrive(&world, "b", Some(NOON + HOUR)).await;
        assert_eq!(ahead["occurred_at"], NOON.to_string(), "a device is never ahead of us");
        let ages_ago = arrive(&world, "c", Some(0)).await;
        assert_eq!(ages_ago["occurred_at"], (NOON - 24 * HOUR).to_string());
    }

    async fn what_follows_from_a_gesture_names_it(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let key = CommandId::fresh();
        let app = &world.app;
        app.workshops().enter_workshop(&workshop, None, "Léa", "fr", key.clone()).await.unwrap();
        let arrived = last(&world).await;
        assert_eq!(arrived["causation"], key.as_str());
        assert_eq!(arrived["workshop"], workshop.as_str());
        assert!(!format!("{arrived:?}").contains("Léa"), "never a name");
    }
}
