//! The chain, copies, and the log as a file.

use std::path::PathBuf;

use app::App;
use app::engine::backup;
use app::engine::transfer::TransferError;
use migrations::schema::Schema;
use migrations::values;
use rand::{Rng as _, SeedableRng as _};

use crate::both;
use crate::databases::{Engine, fresh};
use crate::world::World;

const NOTHING: [String; 0] = [];

async fn wrong(app: &App) -> Vec<String> {
    app.verify_seals(None).await.unwrap().0
}

/// A file of its own, in the place of this test.
fn file(world: &World, name: &str) -> PathBuf {
    std::path::Path::new(&world.settings.keys).with_file_name(name)
}

both! {
    async fn every_event_that_is_changed_is_named(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let app = &world.app;
        let head = app.seal().await.unwrap();
        let (none, chain) = app.verify_seals(None).await.unwrap();
        assert_eq!(none, NOTHING);
        assert!(chain.starts_with(&format!("{head}:")));
        // The same seeds each time: what fails can be looked at again.
        let mut random = rand::rngs::StdRng::seed_from_u64(22);
        let columns = ["payload", "metadata", "event_type", "event_version", "aggregate_id"];
        for _ in 0..100 {
            let position = random.random_range(1..=head);
            let column = columns[random.random_range(0..columns.len())];
            let read = format!("select {column} from events where position = $1");
            let before = app.db.row(&read, values![position]).await.unwrap().unwrap().text(0);
            let mut bytes = before.clone().into_bytes();
            // One letter of a word, so that PostgreSQL still takes it for JSON.
            let letters: Vec<_> =
                (0..bytes.len()).filter(|at| bytes[*at].is_ascii_alphanumeric()).collect();
            let at = letters[random.random_range(0..letters.len())];
            bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
            let after = String::from_utf8(bytes).unwrap();
            let json = if ["payload", "metadata"].contains(&column) { "{as_json}" } else { "" };
            let write = format!("update events set {column} = $2{json} where position = $1");
            if app.db.exec(&write, values![position, after]).await.is_err() {
                continue; // not JSON any more: PostgreSQL refuses it
            }
            let told = wrong(app).await;
            assert_eq!(told, [format!("the event at {position} is not the one that was sealed")]);
            app.db.exec(&write, values![position, before]).await.unwrap();
            assert_eq!(wrong(app).await, NOTHING);
        }
    }

    async fn events_that_are_dropped_swapped_or_added_are_named(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let app = &world.app;
        let head = app.seal().await.unwrap();
        let chain = app.verify_seals(None).await.unwrap().1;
        let swap = "update events set position = case position when 5 then -6 else -5 end
            where position in (5, 6)";
        let back = "update events set position = -position where position < 0";
        for sql in [swap, back] {
            app.db.exec(sql, &[]).await.unwrap();
        }
        assert_eq!(wrong(app).await, ["the event at 5 is not the one that was sealed"]);
        for sql in [swap, back] {
            app.db.exec(sql, &[]).await.unwrap();
        }
        assert_eq!(wrong(app).await, NOTHING);
        // The end of the log and of the chain cut off together: only a head that was
        // kept elsewhere can tell.
        let sql = "delete from events where position = $1";
        app.db.exec(sql, values![head]).await.unwrap();
        assert!(!wrong(app).await.is_empty());
        app.db.exec("delete from seals", &[]).await.unwrap();
        app.seal().await.unwrap();
        assert_eq!(wrong(app).await, NOTHING);
        let told = app.verify_seals(Some(&chain)).await.unwrap().0;
        assert_eq!(told, ["the log does not go through the head that was kept"]);
    }

    async fn a_log_travels_as_lines_and_goes_on_where_it_was(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let app = &world.app;
        let out = file(&world, "log.jsonl");
        let count = app.export(&out, |_, _| {}).await.unwrap();
        assert_eq!(count, world.events().await);
        let whole = std::fs::read_to_string(&out).unwrap();
        // Cut anywhere, in the middle of a line too, it goes on and is the same.
        let part = file(&world, "again.jsonl.part");
        for share in [3, 40, 55, 80, 97] {
            let cut = whole.floor_char_boundary(whole.len() * share / 100);
            std::fs::write(&part, &whole[..cut]).unwrap();
            let again = file(&world, "again.jsonl");
            app.export(&again, |_, _| {}).await.unwrap();
            assert_eq!(std::fs::read_to_string(again).unwrap(), whole, "cut at {share} %");
        }
        // Begun from another log, it begins again.
        let other = World::on(Engine::Sqlite).await.unwrap();
        let marie = other.account("marie", true).await;
        other.workshop(&marie, 9).await;
        let elsewhere = file(&other, "other.jsonl");
        other.app.export(&elsewhere, |_, _| {}).await.unwrap();
        let text = std::fs::read_to_string(elsewhere).unwrap();
        std::fs::write(&part, text.lines().take(4).collect::<Vec<_>>().join("\n") + "\n").unwrap();
        let again = file(&world, "again.jsonl");
        app.export(&again, |_, _| {}).await.unwrap();
        assert_eq!(std::fs::read_to_string(again).unwrap(), whole, "not two logs in one file");
        // No name and no address travels.
        for name in ["Marie", "exemple.org"] {
            assert!(!whole.contains(name), "{name}");
        }

        for engine in [Engine::Sqlite, Engine::Postgres] {
            let Some(place) = fresh(engine).await else { continue };
            let address = place.commons.clone();
            let other = World::at(place, address).await;
            // Stopped half-way, it goes on.
            let half = file(&other, "half.jsonl");
            let lines: Vec<_> = whole.lines().collect();
            std::fs::write(&half, lines[..lines.len() / 2].join("\n")).unwrap();
            let short = other.app.import(&half, |_, _| {}).await;
            assert!(matches!(short, Err(TransferError::Short(_))), "{short:?}");
            assert_eq!(other.app.import(&out, |_, _| {}).await.unwrap(), count);
            assert_eq!(other.app.import(&out, |_, _| {}).await.unwrap(), count, "told twice");
            other.app.projector.catch_up().await.unwrap();
            assert_eq!(other.app.projector.verify().await.unwrap(), NOTHING);
            assert_eq!(other.app.projector.dump().await.unwrap(), app.projector.dump().await.unwrap());
            // A log with a life of its own is left alone.
            other.account("omar", false).await;
            let marie = other.account("marie", true).await;
            other.workshop(&marie, 9).await;
            let longer = other.app.import(&out, |_, _| {}).await;
            assert!(longer.is_err());
        }
        let torn = file(&world, "torn.jsonl");
        std::fs::write(&torn, whole.replacen("\"sequence\":1", "\"sequence\":2", 1)).unwrap();
        let place = fresh(Engine::Sqlite).await.unwrap();
        let address = place.commons.clone();
        let other = World::at(place, address).await;
        let refused = other.app.import(&torn, |_, _| {}).await;
        assert!(matches!(refused, Err(TransferError::Line { .. } | TransferError::Db(_))), "{refused:?}");
    }

    async fn a_copy_taken_while_people_write_is_whole(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let marie = world.account("marie", true).await;
        let workshop = world.workshop(&marie, 200).await;
        let copy = file(&world, "copy.sillage");
        let (from, to) = (world.settings.database.clone(), copy.clone());
        let before = world.events().await;
        let copying = tokio::spawn(async move { backup::backup(&from, &to, |_, _| {}).await });
        let mut number = 0;
        while !copying.is_finished() || number < 3 {
            number += 1;
            world.guest(&workshop, &format!("Léa {number}")).await;
        }
        copying.await.unwrap().unwrap();
        let place = fresh(if world.app.db.is_postgres() { Engine::Postgres } else { Engine::Sqlite });
        let place = place.await.unwrap();
        backup::restore(&copy, &place.commons, Schema::Commons).await.unwrap();
        let twice = backup::restore(&copy, &place.commons, Schema::Commons).await;
        assert!(matches!(twice, Err(backup::BackupError::Exists(_))), "nothing is overwritten");
        let address = place.commons.clone();
        let restored = World::at(place, address).await;
        assert!(restored.events().await >= before);
        restored.app.seal().await.unwrap();
        assert_eq!(wrong(&restored.app).await, NOTHING);
        assert_eq!(restored.app.projector.verify().await.unwrap(), NOTHING);
        // And it goes on.
        restored.guest(&workshop, "Omar").await;
        let again = backup::backup(&world.settings.database, &copy, |_, _| {}).await;
        assert!(matches!(again, Err(backup::BackupError::Exists(_))), "nothing is overwritten");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_are_copied_apart_and_nothing_old_is_read_into_a_copy() {
    let world = World::on(Engine::Sqlite).await.unwrap();
    app::demo::fill(&world.app).await.unwrap();
    let (copy, back) = (file(&world, "keys.copy"), file(&world, "keys-back.db"));
    backup::backup(&world.settings.keys, &copy, |_, _| {}).await.unwrap();
    let to = back.to_string_lossy().into_owned();
    // What a killed program left beside the file that was moved away.
    let beside = file(&world, "keys-back.db-wal");
    std::fs::write(&beside, "frames").unwrap();
    let refused = backup::restore(&copy, &to, Schema::Keys).await;
    assert!(matches!(refused, Err(backup::BackupError::Exists(_))), "{refused:?}");
    std::fs::remove_file(beside).unwrap();
    backup::restore(&copy, &to, Schema::Keys).await.unwrap();
    let keys = migrations::Db::open(&to).await.unwrap();
    let count = "select count(*) from reader_keys";
    keys.row(count, &[]).await.unwrap().unwrap();
}

#[test]
fn a_head_that_was_mistyped_is_not_taken_for_none() {
    let hash = "ab".repeat(32);
    assert_eq!(
        app::engine::hash_chain::read_head(&format!("12:{hash}")),
        Some((12, hash.as_str()))
    );
    for odd in
        ["", "12", "12:", "12:abcd", &format!("douze:{hash}"), &format!("12:{}", "zz".repeat(32))]
    {
        assert_eq!(app::engine::hash_chain::read_head(odd), None, "{odd}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn l6_files_are_read_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = World::on(Engine::Sqlite).await.unwrap();
    world.member("Marie").await;
    let folder = std::path::Path::new(&world.settings.database).parent().unwrap().to_owned();
    let (copy, lines) = (folder.join("copie"), folder.join("journal.jsonl"));
    backup::backup(&world.settings.database, &copy, |_, _| {}).await.unwrap();
    world.app.export(&lines, |_, _| {}).await.unwrap();
    for entry in std::fs::read_dir(&folder).unwrap().flatten() {
        let metadata = entry.metadata().unwrap();
        let owner_alone = if metadata.is_dir() { 0o700 } else { 0o600 };
        let mode = metadata.permissions().mode() & 0o777;
        assert_eq!(mode, owner_alone, "{}", entry.path().display());
    }
}
