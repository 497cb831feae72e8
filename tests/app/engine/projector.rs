use app::App;
use app::engine::projector::edition::Status;
use domain::notes::visibility::Visibility;
use migrations::values;
use projections::notes::note;

use crate::both;
use crate::world::World;

both! {
    async fn a_rebuild_remembers_the_same(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let live = world.app.projector.dump().await.unwrap();
        let mut told = vec![];
        world.app.projector.rebuild(&mut |name, position, head| {
            told.push((name.to_owned(), position == head));
        }).await.unwrap();
        assert_eq!(world.app.projector.dump().await.unwrap(), live);
        assert!(live.contains("p_note") && told.iter().any(|(name, whole)| name == "room" && *whole));
    }

    async fn a_commons_that_agrees_with_its_log_says_so_and_one_that_does_not_says_where(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let before = world.app.projector.dump().await.unwrap();
        let nothing: [String; 0] = [];
        assert_eq!(world.app.projector.verify().await.unwrap(), nothing);
        assert_eq!(world.app.projector.dump().await.unwrap(), before, "looking changes nothing");
        let sql = "update p_reception set likes = likes + 1 where note in
            (select note from p_reception where likes > 0 order by note limit 1)";
        world.app.db.exec(sql, &[]).await.unwrap();
        let wrong = world.app.projector.verify().await.unwrap();
        assert_eq!(wrong, ["p_reception differs from the log in 2 rows"]);
        world.app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
        assert_eq!(world.app.projector.verify().await.unwrap(), nothing);
        let sql = "delete from events where position =
            (select max(position) from events where event_type = 'Published')";
        world.app.db.exec(sql, &[]).await.unwrap();
        let wrong = world.app.projector.verify().await.unwrap();
        assert!(wrong[0].contains("the head at"), "{wrong:?}");
        assert!(wrong.iter().any(|one| one.starts_with("p_note differs")), "{wrong:?}");
    }

    async fn a_commons_closed_and_opened_again_goes_on(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let lea = world.guest(&workshop, "Léa").await;
        world.published(&lea, &workshop, "Silence", Visibility::Everyone).await;
        let again = App::open(&world.settings, world.clock.clone()).await.unwrap();
        assert_eq!(note::newest(&again.db, "", 9).await.unwrap().len(), 1);
    }

    async fn an_event_of_a_later_program_makes_its_own_readers_wait_and_stalls_nobody(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        let sql = "update log_head set position = position + 1 where log = 0";
        world.app.db.exec(sql, &[]).await.unwrap();
        let sql = "insert into events (position, aggregate_type, aggregate_id, sequence, event_type,
                event_version, payload, metadata, recorded_at)
            select position, 'thanks', 'later', 1, 'Renewed', '1', $1{as_json}, $2{as_json}, 0
            from log_head where log = 0";
        world.app.db.exec(sql, values![r#"{"Renewed":{"note":"n1"}}"#, "{}"]).await.unwrap();
        world.app.projector.catch_up().await.unwrap();
        world.guest(&workshop, "Léa").await;
        let last = world.events().await;
        for one in world.app.projector.checkpoints().await.unwrap() {
            assert_eq!(one.status, Status::Live, "{one:?}");
            let reads_thanks = ["reception", "room", "history", "timeline", "act", "trace", "wake"].contains(&one.name.as_str());
            assert_eq!(one.position < last, reads_thanks, "{one:?}");
        }
    }

    async fn a_projection_whose_version_rises_is_told_everything_again(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let live = world.app.projector.dump().await.unwrap();
        // As after a release whose search has a version nobody has seen: no row, no table.
        world.app.db.exec("delete from projections where name = 'search'", &[]).await.unwrap();
        world.app.db.exec("drop table p_search", &[]).await.unwrap();
        let again = App::open(&world.settings, world.clock.clone()).await.unwrap();
        assert_eq!(again.projector.dump().await.unwrap(), live);
    }

    async fn an_event_that_cannot_be_learnt_stops_its_own_projection_alone(world: World) {
        let marie = world.member("Marie").await;
        let workshop = world.workshop(&marie, 9).await;
        // A publication of a note nobody drafted: `note` cannot learn it, others can.
        let sql = "update log_head set position = position + 1 where log = 0";
        world.app.db.exec(sql, &[]).await.unwrap();
        let poison = r#"{"Published":{"note":"ghost","by":"nobody","visibility":"Everyone","wall":false,"revision":1}}"#;
        let sql = "insert into events (position, aggregate_type, aggregate_id, sequence, event_type,
                event_version, payload, metadata, recorded_at)
            select position, 'note', 'ghost', 1, 'Published', '1', $1{as_json}, $2{as_json}, 0
            from log_head where log = 0";
        world.app.db.exec(sql, values![poison, "{}"]).await.unwrap();
        world.app.projector.catch_up().await.unwrap();
        // The rest of the commons goes on.
        world.guest(&workshop, "Léa").await;
        let checkpoints = world.app.projector.checkpoints().await.unwrap();
        let last = world.events().await;
        for one in &checkpoints {
            let stalled = one.name == "note";
            assert_eq!(one.status == Status::Stalled, stalled, "{one:?}");
            assert_eq!(one.position == last, !stalled, "{one:?}");
        }
        assert_eq!(checkpoints.len(), projections::all().len());
        let sql = "select name, error from projection_failures";
        let failures = world.app.db.rows(sql, &[]).await.unwrap();
        assert_eq!(failures.len(), 1);
        assert_eq!(failures[0].text(0), "note");
    }
}
