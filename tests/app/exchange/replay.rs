//! An older copy that is put back gives nobody back, and nothing that was erased.

use std::path::{Path, PathBuf};

use app::engine::clock::DAY;
use app::engine::envelope::CommandId;
use app::engine::{backup, clock::Clock};
use app::exchange::departure::Kept;
use app::{App, Settings};
use domain::core::ids::PersonId;
use domain::notes::visibility::Visibility;
use domain::people::person::Asker;
use migrations::schema::Schema;

use super::departure::{holds, leave, lived, look_everywhere};
use crate::databases::{Engine, Place, fresh};
use crate::world::World;

/// A copy of `world`, put back elsewhere, with the ledger of erasures that `world` has now.
pub(super) struct PutBack {
    pub(super) app: App,
    settings: Settings,
    /// Its files, as long as it is looked at.
    _place: Place,
}

impl PutBack {
    pub(super) async fn copy(world: &World) -> PathBuf {
        let copy =
            std::env::temp_dir().join(format!("sillage-copy-{}", CommandId::fresh().as_str()));
        backup::backup(&world.settings.database, &copy, |_, _| {}).await.unwrap();
        copy
    }

    pub(super) async fn of(world: &World, engine: Engine, copy: PathBuf, ledger: &Path) -> Self {
        let place = fresh(engine).await.unwrap();
        if engine == Engine::Sqlite {
            let _ = std::fs::remove_file(&place.commons);
        }
        backup::restore(&copy, &place.commons, Schema::Commons).await.unwrap();
        std::fs::remove_file(&copy).unwrap();
        let settings = Settings {
            database: place.commons.clone(),
            keys: place.keys.clone(),
            ..world.settings.clone()
        };
        let app = App::open(&settings, Clock::set_at(world.clock.now())).await.unwrap();
        app.import_erasures(ledger).await.unwrap();
        std::fs::remove_file(ledger).unwrap();
        Self { app, settings, _place: place }
    }

    async fn name_of(&self, person: &PersonId) -> Option<String> {
        let sql = "select name from people where person = $1";
        let row = self.app.db.row(sql, migrations::values![person.as_str()]).await.unwrap();
        row.map(|row| row.text(0))
    }
}

/// A copy made before she asked to leave knows it all the same, and not that she stayed after all.
async fn an_older_copy_knows_who_is_leaving(engine: Engine) {
    let Some(world) = World::on(engine).await else { return };
    let key = CommandId::fresh;
    let marie = world.account("Marie", true).await;
    let room = world.workshop(&marie, 9).await;
    let (lea, zoe) = (world.guest(&room, "Léa").await, world.guest(&room, "Zoé").await);
    let note = world.published(&lea, &room, "Le pain", Visibility::Everyone).await;
    let picture = image::DynamicImage::new_rgb8(40, 40);
    let mut jpeg = vec![];
    let to = &mut std::io::Cursor::new(&mut jpeg);
    picture.write_to(to, image::ImageFormat::Jpeg).unwrap();
    let workshops = world.app.workshops();
    let photo = workshops.keep_photo(&room, &marie, jpeg, &key()).await.unwrap();
    let copy = PutBack::copy(&world).await;

    assert!(workshops.delete_photo(&room, &photo).await.unwrap());
    let (exchange, asked) = (world.app.exchange(), (Asker::Person, ""));
    exchange.ask_to_leave(&zoe, &Kept::Nothing, asked, key()).await.unwrap();
    let early = copy.with_extension("early");
    assert_eq!(world.app.export_erasures(&early).await.unwrap(), 2);
    exchange.stay(&zoe, key()).await.unwrap();
    let due = exchange.ask_to_leave(&lea, &Kept::Nothing, asked, key()).await.unwrap();
    world.clock.advance(DAY);
    let ledger = copy.with_extension("ledger");
    world.app.export_erasures(&ledger).await.unwrap();

    let back = PutBack::of(&world, engine, copy, &ledger).await;
    // A copy of the ledger from before she stayed brings her departure back no more.
    back.app.import_erasures(&early).await.unwrap();
    std::fs::remove_file(&early).unwrap();
    assert_eq!(back.app.exchange().replay_erasures().await.unwrap(), 2, "a photo, a departure");
    assert_eq!(back.name_of(&zoe).await.as_deref(), Some("Zoé"));
    assert_eq!(back.name_of(&lea).await.as_deref(), Some(""), "nobody sees her name");
    assert_eq!(back.app.workshops().photos(&room).await.unwrap(), []);
    let leaving = back.app.exchange().departure(&lea).await.unwrap().unwrap();
    assert_eq!((leaving.due_at, leaving.name.as_str()), (due, "Léa"), "six days are left");
    let found = projections::notes::note::find(&back.app.db, &note.note).await.unwrap().unwrap();
    assert!(!found.is_published(), "taken back again");
    assert_eq!(back.app.exchange().carry_out_departures(due).await.unwrap(), 1);
    assert_eq!(back.name_of(&lea).await, None);
}

/// A copy of the seven days of somebody who stayed after all.
async fn who_stayed_is_here_in_a_copy_of_their_seven_days(engine: Engine) {
    let Some(world) = World::on(engine).await else { return };
    let key = CommandId::fresh;
    let marie = world.account("Marie", true).await;
    let room = world.workshop(&marie, 9).await;
    let lea = world.guest(&room, "Léa").await;
    let note = world.published(&lea, &room, "Le pain", Visibility::Everyone).await;
    let exchange = world.app.exchange();
    exchange.ask_to_leave(&lea, &Kept::Nothing, (Asker::Person, ""), key()).await.unwrap();
    let copy = PutBack::copy(&world).await;
    exchange.stay(&lea, key()).await.unwrap();
    world.clock.advance(30 * DAY);
    let ledger = copy.with_extension("ledger");
    world.app.export_erasures(&ledger).await.unwrap();
    let back = PutBack::of(&world, engine, copy, &ledger).await;
    assert_eq!(back.name_of(&lea).await.as_deref(), Some(""), "the copy has her leave");
    back.app.exchange().replay_erasures().await.unwrap();
    assert_eq!(back.name_of(&lea).await.as_deref(), Some("Léa"));
    assert_eq!(back.app.exchange().carry_out_departures(world.clock.now()).await.unwrap(), 0);
    let found = projections::notes::note::find(&back.app.db, &note.note).await.unwrap().unwrap();
    assert!(found.is_published(), "and her notes are");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_stayed_is_here_in_a_copy_of_sqlite() {
    who_stayed_is_here_in_a_copy_of_their_seven_days(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_stayed_is_here_in_a_copy_of_postgres() {
    who_stayed_is_here_in_a_copy_of_their_seven_days(Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_copy_of_sqlite_knows_who_is_leaving() {
    an_older_copy_knows_who_is_leaving(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_copy_of_postgres_knows_who_is_leaving() {
    an_older_copy_knows_who_is_leaving(Engine::Postgres).await;
}

/// A copy made before she left gives her back until the ledger is replayed.
async fn an_older_copy_is_made_to_forget(engine: Engine) {
    let Some(world) = World::on(engine).await else { return };
    let her = lived(&world).await;
    let copy = PutBack::copy(&world).await;
    leave(&world, &her.person, &Kept::Nothing).await;
    let ledger = copy.with_extension("ledger");
    assert_eq!(world.app.export_erasures(&ledger).await.unwrap(), 2, "asked, and done");
    let written = std::fs::read(&ledger).unwrap();
    assert!(!holds(&written, &her.word), "the ledger has no word of hers");
    let back = PutBack::of(&world, engine, copy, &ledger).await;
    assert_eq!(back.name_of(&her.person).await, Some(her.name), "the copy is older");
    assert_eq!(back.app.exchange().replay_erasures().await.unwrap(), 2);
    look_everywhere(&back.app, &back.settings, &her.word).await;
    assert_eq!(back.app.projector.verify().await.unwrap(), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_copy_of_sqlite_gives_nobody_back() {
    an_older_copy_is_made_to_forget(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_copy_of_postgres_gives_nobody_back() {
    an_older_copy_is_made_to_forget(Engine::Postgres).await;
}
