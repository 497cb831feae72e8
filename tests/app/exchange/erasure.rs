//! An erasure is put back while it is kept, and an older copy is made to forget it too.

use app::Failure;
use app::access::Standing;
use app::engine::clock::DAY;
use app::engine::envelope::CommandId;
use app::exchange::erasure::SEALED;
use domain::notes::note::Reason;
use projections::notes::{moderation, search};

use super::replay::PutBack;
use crate::both;
use crate::databases::Engine;
use crate::world::{WRITER, World, words};

const STRANGER: Standing = Standing {
    writer: false,
    in_room: false,
    account: true,
    moderator: false,
    team: false,
    first: 1,
};

const BODY: &str = "Merci à Zéphyrine pour l'accueil.\n";

both! {
    async fn m13_what_was_erased_is_put_back_for_seven_days(world: World) {
        let note = world.public("lea", BODY).await;
        let text = words("Accueil", "Sans elle.\n");
        world.app.notes().revise(&note, WRITER, &note.writer, 1, &text, CommandId::fresh()).await.unwrap();
        let note = world.note(&note.note).await;
        let (exchange, what) = (world.app.exchange(), ("Zéphyrine", Reason::Personal));
        let stranger = world.account("Omar", false).await;
        let refused = exchange.propose_erasure(&note, STRANGER, &stranger, what, CommandId::fresh()).await;
        assert!(matches!(refused, Err(Failure::NotFound)), "{refused:?}");
        let erasure =
            exchange.propose_erasure(&note, WRITER, &note.writer, what, CommandId::fresh()).await.unwrap();
        let old = |words: projections::core::content::Content| words.body;
        let first = world.app.notes().words_for(&note, WRITER, 1).await.unwrap();
        assert_eq!(old(first), "Merci à ▮ pour l'accueil.\n");
        assert!(search::find(&world.app.db, "", "zéphyrine", 9).await.unwrap().is_empty());
        world.clock.advance(SEALED - DAY);
        exchange.finish_erasures(world.clock.now()).await.unwrap();
        let key = CommandId::fresh();
        exchange.undo_erasure(&note, WRITER, &note.writer, &erasure, key).await.unwrap();
        let first = world.app.notes().words_for(&note, WRITER, 1).await.unwrap();
        assert_eq!(old(first), BODY);
        let told = moderation::register(&world.app.db, i64::MAX).await.unwrap();
        assert_eq!(told[0].stage, "undone");
        assert_eq!(world.app.projector.verify().await.unwrap(), [""; 0], "tables are the fold of the log");
        let again = exchange.undo_erasure(&note, WRITER, &note.writer, &erasure, CommandId::fresh()).await;
        assert!(matches!(again, Err(Failure::NotFound)), "{again:?}");
        assert!(world.app.erasures().await.unwrap().is_empty(), "no copy is made to forget it");
    }

    async fn a_passage_that_is_let_be_stays(world: World) {
        let note = world.public("lea", BODY).await;
        let marie = world.account("Marie", true).await;
        let moderator = Standing { moderator: true, account: true, first: 1, ..Standing::default() };
        let (exchange, what) = (world.app.exchange(), ("Zéphyrine", Reason::Personal));
        let erasure =
            exchange.propose_erasure(&note, moderator, &marie, what, CommandId::fresh()).await.unwrap();
        assert_eq!(world.note(&note.note).await.body, BODY, "it waits for a second person");
        exchange.drop_erasure(&note, WRITER, &note.writer, &erasure, CommandId::fresh()).await.unwrap();
        assert_eq!(world.note(&note.note).await.body, BODY);
        let found = moderation::find(&world.app.db, &note.note, &erasure).await.unwrap().unwrap();
        assert_eq!((found.stage.as_str(), exchange.passage_of(&found).await.unwrap().as_str()), ("dropped", ""));
    }
}

async fn an_older_copy_forgets_the_passage(engine: Engine) {
    let Some(world) = World::on(engine).await else { return };
    let note = world.public("lea", BODY).await;
    let copy = PutBack::copy(&world).await;
    let what = ("Zéphyrine", Reason::Personal);
    let (exchange, key) = (world.app.exchange(), CommandId::fresh());
    exchange.propose_erasure(&note, WRITER, &note.writer, what, key).await.unwrap();
    let ledger = copy.with_extension("ledger");
    assert_eq!(world.app.export_erasures(&ledger).await.unwrap(), 1);
    assert!(!std::fs::read_to_string(&ledger).unwrap().contains("phyrine"));
    let put_back = PutBack::of(&world, engine, copy, &ledger).await;
    let app = &put_back.app;
    app.exchange().replay_erasures().await.unwrap();
    let found = projections::notes::note::find(&app.db, &note.note).await.unwrap().unwrap();
    assert_eq!(found.body, "Merci à ▮ pour l'accueil.\n");
    // Again, it finds nothing more to cut.
    app.exchange().replay_erasures().await.unwrap();
    let found = projections::notes::note::find(&app.db, &note.note).await.unwrap().unwrap();
    assert_eq!(found.body, "Merci à ▮ pour l'accueil.\n");
    assert_eq!(app.projector.verify().await.unwrap(), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_copy_of_sqlite_forgets_the_passage() {
    an_older_copy_forgets_the_passage(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_copy_of_postgres_forgets_the_passage() {
    an_older_copy_forgets_the_passage(Engine::Postgres).await;
}
