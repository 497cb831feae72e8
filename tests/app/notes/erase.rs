//! After an erasure, no row and no file holds the passage.

use std::path::Path;
use std::process::Command;

use app::Failure;
use app::engine::envelope::CommandId;
use app::exchange::erasure::{NOTHING, SEALED};
use domain::notes::note::Reason;
use projections::notes::search;

use crate::both;
use crate::databases::Engine;
use crate::world::{MEMBER, MODERATOR, WRITER, World, words};

const SECRET: &str = "Zéphyrine Quatrevaux";

/// Puts the passage everywhere a text can be, then erases it.
async fn erased(world: &World) -> domain::core::ids::NoteId {
    let app = &world.app;
    let marie = world.account("Marie", true).await;
    let note = world.public("lea", &format!("Merci à {SECRET} pour l'accueil.\n")).await;
    let lea = note.writer.clone();
    let save = async |base: i64, title: &str, body: &str, summary: &str| {
        let mut text = words(title, body);
        summary.clone_into(&mut text.summary);
        app.notes().revise(&note, WRITER, &lea, base, &text, CommandId::fresh()).await.unwrap();
    };
    save(1, &format!("Avec {SECRET}"), "Merci pour l'accueil, vraiment chaleureux.\n", "").await;
    save(2, "Accueil", &format!("Dans une phrase, {SECRET} nous a dit bonjour.\n"), "").await;
    save(3, "Accueil", "Une phrase sans elle, longue de six mots.\n", &format!("retiré {SECRET}"))
        .await;
    save(
        4,
        "Accueil",
        &format!("Encore : {SECRET}. Une phrase sans elle, longue de six mots.\n"),
        "",
    )
    .await;
    // A text that met another one, a draft, a name, a merci.
    let clash = words("Accueil", &format!("Une autre phrase avec {SECRET} aussi.\n"));
    app.notes().revise(&note, MEMBER, &marie, 4, &clash, CommandId::fresh()).await.unwrap();
    let draft = format!("Je pense à {SECRET}…");
    app.notes().keep_unsaved(&note.note, &lea, 5, ("Accueil", &draft), None).await.unwrap();
    let now = world.note(&note.note).await;
    app.notes().name_revision(&now, WRITER, &lea, (1, SECRET), CommandId::fresh()).await.unwrap();
    app.notes()
        .thank(&now, &marie, None, &format!("Merci à {SECRET}"), CommandId::fresh())
        .await
        .unwrap();
    let found = app.notes().find_passage(&now, MODERATOR, SECRET).await.unwrap();
    assert_eq!(found, [1, 2, 3, 4, 5], "the revisions, and not what people were writing");
    // As somebody would type it: another case, an ordinary space.
    let typed = SECRET.to_lowercase();
    let erase = (typed.as_str(), Reason::Asked);
    let exchange = app.exchange();
    exchange.propose_erasure(&now, WRITER, &lea, erase, CommandId::fresh()).await.unwrap();
    // What was there is kept sealed for seven days, then it is gone.
    world.clock.advance(SEALED);
    let done = exchange.keep_times(world.clock.now()).await.unwrap();
    assert!(done.contains(&("erasures", 1)), "{done:?}");
    note.note
}

fn holds(file: &Path) -> bool {
    let bytes = std::fs::read(file).unwrap();
    let words = ["phyrine", "Quatrevaux", "quatrevaux", "zephyrin", "quatrevau"];
    words.iter().any(|word| bytes.windows(word.len()).any(|window| window == word.as_bytes()))
}

both! {
    async fn what_is_left_is_read_and_compared_as_before(world: World) {
        let id = erased(&world).await;
        let note = world.note(&id).await;
        assert_eq!(note.body, "Encore : ▮ ▮. Une phrase sans elle, longue de six mots.\n");
        assert_eq!(world.app.notes().words_for(&note, WRITER, 3).await.unwrap().body,
            "Dans une phrase, ▮ ▮ nous a dit bonjour.\n");
        assert_eq!(world.app.notes().words_for(&note, WRITER, 2).await.unwrap().title, "Avec ▮ ▮");
        assert!(!world.app.notes().passages(&note, WRITER, 3).await.unwrap().is_empty());
        let found = search::find(&world.app.db, "", "quatrevaux", 9).await.unwrap();
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(world.app.projector.verify().await.unwrap(), [""; 0], "tables are the fold of the log");
        // Nothing holds it any more, and it says so.
        let again = (SECRET, Reason::Asked);
        let exchange = world.app.exchange();
        let refused = exchange.propose_erasure(&note, WRITER, &note.writer, again, CommandId::fresh()).await;
        assert!(matches!(refused, Err(Failure::Refused(NOTHING))), "{refused:?}");
    }

    async fn an_unchanged_save_after_an_erasure_makes_no_event(world: World) {
        let id = erased(&world).await;
        let note = world.note(&id).await;
        let before = world.events().await;
        let text = words(&note.title, &note.body);
        let saved = world.app.notes().revise(&note, WRITER, &note.writer, note.revision, &text, CommandId::fresh()).await;
        assert_eq!(saved.unwrap(), app::notes::revise::Saved::Unchanged);
        assert_eq!(world.events().await, before);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_file_of_sqlite_holds_the_passage() {
    let world = World::on(Engine::Sqlite).await.unwrap();
    erased(&world).await;
    let folder = Path::new(&world.settings.database).parent().unwrap();
    let mut looked = 0;
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    // The folder of files holds no text.
    for path in paths.filter(|path| path.is_file()) {
        assert!(!holds(&path), "{} holds it", path.display());
        looked += 1;
    }
    assert!(looked >= 2, "the database and its companions were looked at");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_dump_of_postgres_holds_the_passage() {
    let Some(world) = World::on(Engine::Postgres).await else { return };
    erased(&world).await;
    let file = std::env::temp_dir().join(format!("sillage-erase-{}.sql", std::process::id()));
    let mut dump = Command::new("pg_dump");
    let dump = dump.arg(&world.settings.database).arg("-f").arg(&file);
    let done = dump.status().expect("pg_dump comes with PostgreSQL");
    assert!(done.success());
    let held = holds(&file);
    std::fs::remove_file(&file).unwrap();
    assert!(!held);
    // Nor does a page of the tables themselves: dead rows are gone too.
    let sql = "select pg_relation_filepath(oid), relname::text from pg_class
        where relname in ('content', 'drafts', 'p_search', 'p_cemetery')";
    let home =
        world.app.db.row("select current_setting('data_directory')", &[]).await.unwrap().unwrap();
    for row in world.app.db.rows(sql, &[]).await.unwrap() {
        let path = Path::new(&home.text(0)).join(row.text(0));
        // Somebody else's files: looked at where they may be read.
        if std::fs::File::open(&path).is_ok() {
            assert!(!holds(&path), "{}, {}, holds it", row.text(1), path.display());
        }
    }
}
