use app::engine::clock::HOUR;
use app::engine::envelope::CommandId;
use domain::files::file::Of;
use migrations::values;

use super::{added, document, folder, objects, read};
use crate::both;
use crate::world::World;

/// Puts a file where the store is: nothing can be put in it any more.
fn take_away(world: &World) {
    let at = folder(world);
    std::fs::rename(&at, at.with_extension("away")).unwrap();
    std::fs::write(at, "").unwrap();
}

fn bring_back(world: &World) {
    let at = folder(world);
    std::fs::remove_file(&at).unwrap();
    std::fs::rename(at.with_extension("away"), at).unwrap();
}

both! {
    async fn f6b_while_the_store_is_away_files_wait_and_are_read_all_the_same(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
        let before = added(&world, &of, &lea, document("avant")).await;
        take_away(&world);
        let meanwhile = added(&world, &of, &lea, document("pendant")).await;
        assert_eq!(read(&world, &meanwhile).await, document("pendant"));
        let files = world.app.files();
        assert_eq!(files.waiting_count().await.unwrap(), 1);
        // What is there cannot be read, and is not said to be gone.
        let served = files.size_of(&before, 0).await.unwrap().unwrap();
        assert!(files.bytes(&served.hash, None).await.is_err());
        files.tidy().await.unwrap();
        assert_eq!(files.waiting_count().await.unwrap(), 1, "it waits still");
        bring_back(&world);
        files.tidy().await.unwrap();
        assert_eq!((files.waiting_count().await.unwrap(), objects(&world)), (0, 2));
        for (id, words) in [(&before, "avant"), (&meanwhile, "pendant")] {
            assert_eq!(read(&world, id).await, document(words));
        }
    }

    async fn f6b_what_is_removed_while_the_store_is_away_goes_once_it_is_back(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
        let id = added(&world, &of, &lea, document("à retirer")).await;
        take_away(&world);
        world.app.files().remove_file(&id, &lea, CommandId::fresh()).await.unwrap();
        bring_back(&world);
        assert_eq!(objects(&world), 1);
        // A removal that is late must meet nothing new: it is tried again after a while.
        world.clock.advance(HOUR / 10);
        world.app.files().tidy().await.unwrap();
        assert_eq!(objects(&world), 0);
        let row = world.app.db.row("select count(*) from blobs", &[]).await.unwrap().unwrap();
        assert_eq!(row.cells().int(), 0);
    }

    async fn f6b_what_somebody_is_writing_is_not_removed_under_their_hands(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
        let id = added(&world, &of, &lea, document("gardé")).await;
        // As if its rows were not written yet.
        let claim = "update blobs set kept_until = $1";
        for (rows, after, left) in [(true, 2 * HOUR, 1), (false, HOUR / 2, 1), (false, 2 * HOUR, 0)] {
            if !rows {
                world.app.db.exec("delete from file_parts", &[]).await.unwrap();
            }
            world.app.db.exec(claim, values![world.clock.now() + HOUR]).await.unwrap();
            world.clock.advance(after);
            world.app.files().tidy().await.unwrap();
            assert_eq!(objects(&world), left, "{after}");
        }
        assert!(!id.as_str().is_empty());
    }

    async fn f6b_what_is_being_removed_by_somebody_who_stopped_is_taken_up(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
        added(&world, &of, &lea, document("à moitié")).await;
        for table in ["files", "file_parts"] {
            world.app.db.exec(&format!("delete from {table}"), &[]).await.unwrap();
        }
        let now = world.clock.now();
        world.app.db.exec("update blobs set leaving = 1, kept_until = $1", values![now]).await.unwrap();
        world.app.files().tidy().await.unwrap();
        assert_eq!(objects(&world), 1, "whoever removes it has some minutes");
        world.clock.advance(HOUR + 1);
        world.app.files().tidy().await.unwrap();
        assert_eq!(objects(&world), 0);
        let id = added(&world, &of, &lea, document("à moitié")).await;
        assert_eq!(read(&world, &id).await, document("à moitié"));
    }
}
