use app::App;
use app::Settings;
use app::engine::envelope::CommandId;
use app::files::Keeping;
use app::files::copies::folder_of;
use domain::files::file::Of;
use projections::files::file;

use super::{added, document, folder, objects, read};
use crate::both;
use crate::databases::{Engine, fresh};
use crate::world::World;

/// The object of the store that holds these bytes.
fn object(world: &World, bytes: &[u8]) -> std::path::PathBuf {
    let hash = app::files::blobs::name_of(bytes);
    folder(world).join(&hash[..2]).join(hash)
}

both! {
    async fn f6b_a_copy_of_files_is_made_put_back_and_checked(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
        let id = added(&world, &of, &lea, document("un")).await;
        added(&world, &of, &lea, document("deux")).await;
        let files = world.app.files();
        let to = folder_of(&folder(&world).with_file_name("copie"));
        let copied = files.copy_out(&to, |_| {}).await.unwrap();
        assert_eq!((copied.count, copied.wrong.len()), (2, 0));
        assert_eq!(files.verify().await.unwrap().count, 2);
        // What is damaged, and what is missing, is found and said.
        std::fs::write(object(&world, &document("un")), "autre chose").unwrap();
        std::fs::remove_file(object(&world, &document("deux"))).unwrap();
        assert_eq!(files.verify().await.unwrap().wrong.len(), 2);
        let back = files.put_back(&to, |_| {}).await.unwrap();
        assert_eq!((back.count, back.wrong.len()), (2, 0));
        assert_eq!((files.verify().await.unwrap().wrong.len(), read(&world, &id).await), (0, document("un")));
        // A copy that was tampered with puts nothing back.
        let hash = app::files::blobs::name_of(&document("un"));
        std::fs::write(to.join(&hash), "autre chose").unwrap();
        assert_eq!(files.put_back(&to, |_| {}).await.unwrap().wrong, [hash]);
        assert_eq!(read(&world, &id).await, document("un"));
    }

    async fn f6b_files_travel_with_the_log_from_one_commons_to_another(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
        let id = added(&world, &of, &lea, document("un")).await;
        let removed = added(&world, &of, &lea, document("deux")).await;
        world.app.files().remove_file(&removed, &lea, CommandId::fresh()).await.unwrap();
        let to = folder(&world).with_file_name("journal.jsonl");
        world.app.export(&to, |_, _| {}).await.unwrap();
        world.app.files().copy_out(&folder_of(&to), |_| {}).await.unwrap();
        let place = fresh(Engine::Sqlite).await.unwrap();
        let address = place.commons.clone();
        let other = World::at(place, address).await;
        for _ in 0..2 {
            other.app.import(&to, |_, _| {}).await.unwrap();
            other.app.files().put_back(&folder_of(&to), |_| {}).await.unwrap();
        }
        other.app.projector.catch_up().await.unwrap();
        // One that was added while the log was written is not in it: it is nowhere.
        let sql = "insert into files (file, person, media_type, length, created_at, source)
            values ('inconnu', 'lea', 'application/pdf', 9, 0, '')";
        other.app.db.exec(sql, &[]).await.unwrap();
        assert_eq!(other.app.files().forget_unknown().await.unwrap(), 1);
        assert_eq!(other.app.files().forget_unknown().await.unwrap(), 0);
        let found = file::find(&other.app.db, &id).await.unwrap().unwrap();
        assert_eq!((found.title.as_str(), objects(&other)), ("Plan.pdf", 1));
        assert_eq!(read(&other, &id).await, document("un"));
        assert_eq!(file::find(&other.app.db, &removed).await.unwrap(), None);
        assert_eq!(other.app.files().verify().await.unwrap().count, 1);
    }

    async fn f6b_what_was_removed_is_removed_again_in_a_copy_made_before(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
        let id = added(&world, &of, &lea, document("à oublier")).await;
        let omar = world.member("Omar").await;
        let his = added(&world, &of, &omar, document("de quelqu'un qui part")).await;
        let to = folder(&world).with_file_name("journal.jsonl");
        world.app.export(&to, |_, _| {}).await.unwrap();
        world.app.files().copy_out(&folder_of(&to), |_| {}).await.unwrap();
        world.app.files().remove_file(&id, &lea, CommandId::fresh()).await.unwrap();
        world.app.exchange().erase_person(&omar).await.unwrap();
        assert_eq!((objects(&world), file::count(&world.app.db, &of).await.unwrap()), (0, 0));
        assert_eq!(file::find(&world.app.db, &his).await.unwrap(), None);
        // The copy holds both; with the ledger, neither.
        let ledger = folder(&world).with_file_name("registre.jsonl");
        world.app.export_erasures(&ledger).await.unwrap();
        let place = fresh(Engine::Sqlite).await.unwrap();
        let settings = Settings {
            database: place.commons.clone(),
            keys: place.keys.clone(),
            files: Keeping::default(),
            ..world.settings.clone()
        };
        let other = App::open(&settings, world.clock.clone()).await.unwrap();
        other.import(&to, |_, _| {}).await.unwrap();
        other.files().put_back(&folder_of(&to), |_| {}).await.unwrap();
        other.projector.catch_up().await.unwrap();
        assert_eq!(file::count(&other.db, &of).await.unwrap(), 2);
        other.import_erasures(&ledger).await.unwrap();
        other.exchange().replay_erasures().await.unwrap();
        assert_eq!(file::count(&other.db, &of).await.unwrap(), 0);
        assert_eq!(other.files().verify().await.unwrap().count, 0);
    }
}
