use app::Failure;
use app::engine::clock::HOUR;
use app::engine::envelope::CommandId;
use app::files::keep::Brought;
use app::files::{
    COMMONS_FULL, FILE_MAX, GUEST_MAX, Keeping, LONG, MANY, MOST_OF_ONE, NO_ROOM, PERSON_MAX,
    TOO_LARGE, UNREADABLE,
};
use app::{App, Settings};
use domain::files::file::{Faces, Of};
use migrations::values;
use projections::files::file;

use super::{added, brought, document, objects, picture, read};
use crate::both;
use crate::world::World;

fn refused<T: std::fmt::Debug>(done: Result<T, Failure>) -> &'static str {
    match done {
        Err(Failure::Refused(key)) => key,
        other => panic!("{other:?}"),
    }
}

both! {
    async fn m12_a_picture_is_kept_in_sizes_and_says_nothing_of_where_it_was_taken(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let of = Of::Note(note.note.clone());
        let mut taken = picture(2400, 1200, 7);
        let hidden = b"Exif\0\0GPS-CANARI 45.5N 73.5W";
        let length = u16::try_from(hidden.len() + 2).unwrap().to_be_bytes();
        taken.splice(2..2, [&[0xFF, 0xE1], length.as_slice(), hidden].concat());
        let lea = note.writer.clone();
        let id = added(&world, &of, &lea, taken).await;
        let mut lengths = vec![];
        for (side, width) in [(1, 480), (480, 480), (481, 960), (1600, 1600), (u32::MAX, 1600)] {
            let served = world.app.files().size_of(&id, side).await.unwrap().unwrap();
            assert_eq!(served.media_type, "image/jpeg");
            let sql = "select width from file_parts where file = $1 and hash = $2";
            let row = world.app.db.row(sql, values![id.as_str(), served.hash]).await.unwrap().unwrap();
            assert_eq!(row.cells().int(), width, "at least {side}");
            lengths.push(served.length);
        }
        assert!(lengths[0] < lengths[2] && lengths[2] < lengths[3]);
        let bytes = read(&world, &id).await;
        assert!(bytes.starts_with(b"\xFF\xD8") && !bytes.windows(10).any(|it| it == b"GPS-CANARI"));
        let found = file::find(&world.app.db, &id).await.unwrap().unwrap();
        assert_eq!((found.title.as_str(), found.description.as_str()), ("", "Le plan de la salle"));
        // One that is small stays as small as it is, in one size.
        let id = added(&world, &of, &lea, picture(100, 60, 8)).await;
        let sql = "select count(*) from file_parts where file = $1";
        let row = world.app.db.row(sql, values![id.as_str()]).await.unwrap().unwrap();
        assert_eq!(row.cells().int(), 1);
    }

    async fn f6b_a_form_sent_twice_adds_one_and_one_that_stopped_half_way_goes_on(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea, key) = (Of::Note(note.note.clone()), note.writer.clone(), CommandId::fresh());
        let add = async || world.app.files().add_file(&of, &lea, brought(document("un")), key.clone()).await;
        let id = add().await.unwrap();
        assert_eq!(add().await.unwrap(), id);
        assert_eq!(file::count(&world.app.db, &of).await.unwrap(), 1);
        // As if the power had gone between what happened and where its bytes are.
        for table in ["files", "file_parts"] {
            world.app.db.exec(&format!("delete from {table}"), &[]).await.unwrap();
        }
        world.app.db.exec("update files_total set length = 0", &[]).await.unwrap();
        assert_eq!(file::find(&world.app.db, &id).await.unwrap(), None);
        assert_eq!(add().await.unwrap(), id);
        assert_eq!(read(&world, &id).await, document("un"));
        assert_eq!(file::count(&world.app.db, &of).await.unwrap(), 1);
    }

    async fn f6b_the_same_bytes_are_kept_once_and_go_with_the_last_who_has_them(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
        let omar = world.member("Omar").await;
        let mine = added(&world, &of, &lea, document("le même")).await;
        let his = added(&world, &of, &omar, document("le même")).await;
        assert_eq!(objects(&world), 1);
        let other = added(&world, &of, &lea, document("un autre")).await;
        assert_eq!(objects(&world), 2);
        let files = world.app.files();
        files.remove_file(&mine, &lea, CommandId::fresh()).await.unwrap();
        assert_eq!((objects(&world), read(&world, &his).await), (2, document("le même")));
        files.remove_file(&his, &omar, CommandId::fresh()).await.unwrap();
        assert_eq!((objects(&world), read(&world, &other).await), (1, document("un autre")));
        assert_eq!(file::count(&world.app.db, &of).await.unwrap(), 1);
        assert_eq!(files.room(&omar).await.unwrap().used, 0);
        // Removed twice, it is removed once; brought again, it is there again.
        files.remove_file(&his, &omar, CommandId::fresh()).await.unwrap();
        let again = added(&world, &of, &omar, document("le même")).await;
        assert_eq!(read(&world, &again).await, document("le même"));
    }

    async fn f6b_what_does_not_fit_is_refused_and_leaves_nothing(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
        let files = world.app.files();
        let add = async |one: Brought| refused(files.add_file(&of, &lea, one, CommandId::fresh()).await);
        let mut large = document("lourd");
        large.resize(FILE_MAX + 1, b' ');
        assert_eq!(add(brought(large)).await, TOO_LARGE);
        let torn = picture(300, 300, 1)[..200].to_vec();
        assert_eq!(add(brought(torn)).await, UNREADABLE);
        let long = Brought { description: "é".repeat(601), ..brought(document("x")) };
        assert_eq!(add(long).await, LONG);
        assert_eq!((objects(&world), file::count(&world.app.db, &of).await.unwrap()), (0, 0));
        // A guest has less room than somebody with an account.
        assert_eq!(files.room(&lea).await.unwrap().most, GUEST_MAX);
        let omar = world.member("Omar").await;
        assert_eq!(files.room(&omar).await.unwrap().most, PERSON_MAX);
        let sql = "insert into files (file, person, media_type, length, created_at, source)
            values ('x', $1, 'application/pdf', $2, 0, '')";
        world.app.db.exec(sql, values![lea.as_str(), GUEST_MAX - 10]).await.unwrap();
        assert_eq!(add(brought(document("de trop"))).await, NO_ROOM);
        world.app.db.exec("delete from files", &[]).await.unwrap();
        for at in 0..MOST_OF_ONE {
            added(&world, &of, &lea, document(&at.to_string())).await;
        }
        assert_eq!(add(brought(document("cent et un"))).await, MANY);
    }

    async fn f6b_a_commons_that_is_full_takes_no_more_and_keeps_what_it_has(world: World) {
        let files = Keeping { most: 100, ..world.settings.files.clone() };
        let settings = Settings { files, ..world.settings.clone() };
        let small = App::open(&settings, world.clock.clone()).await.unwrap();
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
        let add = async |words: &str| {
            small.files().add_file(&of, &lea, brought(document(words)), CommandId::fresh()).await
        };
        let id = add(&"a".repeat(40)).await.unwrap();
        assert_eq!(refused(add(&"b".repeat(60)).await), COMMONS_FULL);
        assert_eq!(file::count(&world.app.db, &of).await.unwrap(), 1, "what was refused is nowhere");
        assert_eq!(read(&world, &id).await, document(&"a".repeat(40)));
        // What was kept for it goes when its hour is over.
        assert_eq!(objects(&world), 2);
        world.clock.advance(HOUR + 1);
        world.app.files().tidy().await.unwrap();
        assert_eq!(objects(&world), 1);
    }

    async fn f6b_whoever_keeps_a_file_says_something_else_of_it(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
        let id = added(&world, &of, &lea, document("un")).await;
        let found = file::find(&world.app.db, &id).await.unwrap().unwrap();
        let words = ("C:\\Bureau\\Plan.pdf", "Le plan, à jour", Faces::Unasked);
        world.app.files().describe_file(&found, &lea, words, CommandId::fresh()).await.unwrap();
        let found = file::find(&world.app.db, &id).await.unwrap().unwrap();
        assert_eq!((found.title.as_str(), found.description.as_str()), ("Plan.pdf", "Le plan, à jour"));
        assert!(found.is_put_away());
        // What is erased of the note is looked for in what is said of its files.
        let sql = "select count(*) from content where note = $1 and body like 'Le plan%'";
        let row = world.app.db.row(sql, values![note.note.as_str()]).await.unwrap().unwrap();
        assert_eq!(row.cells().int(), 2);
    }

    async fn f6b_a_removal_that_stopped_half_way_is_ended_and_its_words_go(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea) = (Of::Note(note.note.clone()), note.writer.clone());
        let id = added(&world, &of, &lea, document("à retirer")).await;
        // As if the power had gone once it was said that it leaves.
        world.app.db.exec("update files set leaving = 1", &[]).await.unwrap();
        world.app.files().tidy().await.unwrap();
        assert_eq!((objects(&world), file::count(&world.app.db, &of).await.unwrap()), (0, 0));
        assert_eq!(file::find(&world.app.db, &id).await.unwrap(), None);
        let sql = "select count(*) from content where title = 'Plan.pdf' or body like 'Le plan%'";
        let row = world.app.db.row(sql, &[]).await.unwrap().unwrap();
        assert_eq!(row.cells().int(), 0, "what was said of it is nowhere");
        assert_eq!(world.app.files().room(&lea).await.unwrap().used, 0);
    }

    async fn f6b_a_form_that_comes_back_brings_nothing_else_and_nothing_back(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let (of, lea, key) = (Of::Note(note.note.clone()), note.writer.clone(), CommandId::fresh());
        let add = async |words: &str| {
            world.app.files().add_file(&of, &lea, brought(document(words)), key.clone()).await
        };
        let id = add("un").await.unwrap();
        assert!(matches!(add("autre").await, Err(Failure::KeyReused)), "another file is another form");
        world.app.files().remove_file(&id, &lea, CommandId::fresh()).await.unwrap();
        assert!(matches!(add("un").await, Err(Failure::Rule(_))), "what is gone stays gone");
        let row = world.app.db.row("select count(*) from files", &[]).await.unwrap().unwrap();
        assert_eq!(row.cells().int(), 0);
        world.clock.advance(HOUR + 1);
        world.app.files().tidy().await.unwrap();
        assert_eq!(objects(&world), 0);
    }

    async fn f6b_whoever_was_erased_meanwhile_keeps_nothing(world: World) {
        let note = world.public("lea", "Bonjour.").await;
        let of = Of::Note(note.note.clone());
        let omar = world.member("Omar").await;
        world.app.exchange().erase_person(&omar).await.unwrap();
        let (files, one) = (world.app.files(), brought(document("trop tard")));
        assert!(files.add_file(&of, &omar, one, CommandId::fresh()).await.is_err());
        assert_eq!(file::count(&world.app.db, &of).await.unwrap(), 0);
        let row = world.app.db.row("select count(*) from files", &[]).await.unwrap().unwrap();
        assert_eq!(row.cells().int(), 0);
    }
}
