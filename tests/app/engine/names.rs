//! Tables of projections are found under the name they have now, after any number of
//! rebuilds, by what changes something as well as by what reads.

use app::Failure;
use app::access::Standing;
use app::engine::envelope::CommandId;
use domain::core::registry::Refusal;
use domain::notes::note::Reason;
use domain::workshops::workshop::Error;
use migrations::values;

use crate::both;
use crate::world::World;

/// Twice, with the minute after which the tables of the first edition are dropped.
async fn rebuilt_twice(world: &World) {
    for _ in 0..2 {
        world.app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
        world.app.projector.catch_up().await.unwrap();
        world.clock.advance(61_000_000);
    }
    world.app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
    world.app.projector.catch_up().await.unwrap();
}

both! {
    async fn h2_a_passage_is_erased_after_rebuilds(world: World) {
        let note = world.public("lea", "Merci à Zéphyrine pour l'accueil.\n").await;
        rebuilt_twice(&world).await;
        let writer = Standing { writer: true, ..Standing::default() };
        let passage = ("Zéphyrine", Reason::Personal);
        let exchange = world.app.exchange();
        exchange.propose_erasure(&note, writer, &note.writer, passage, CommandId::fresh()).await.unwrap();
        assert!(!world.note(&note.note).await.body.contains("Zéphyrine"));
    }

    async fn h2_a_full_door_turns_away_and_forgets_after_rebuilds(world: World) {
        let marie = world.account("Marie", true).await;
        let room = world.workshop(&marie, 1).await;
        world.guest(&room, "Léa").await;
        rebuilt_twice(&world).await;
        let people = async || {
            let row = world.app.db.row("select count(*) from people", &[]).await.unwrap();
            row.unwrap().int(0)
        };
        let before = people().await;
        let turned = world.app.workshops().enter_workshop(&room, None, "Omar", "fr", CommandId::fresh()).await;
        let full = Failure::Rule(Refusal::Workshop(Error::Full));
        assert_eq!(turned.unwrap_err().to_string(), full.to_string());
        assert_eq!(people().await, before, "whoever was turned away is nobody again");
    }

    async fn h2_no_statement_reads_a_projection_without_its_name(world: World) {
        let raw = migrations::Db::open(&world.settings.database).await.unwrap();
        let refused = raw.rows("select person from p_room where person = $1", values!["x"]).await;
        assert!(format!("{:?}", refused.unwrap_err()).contains("without its name"));
    }
}
